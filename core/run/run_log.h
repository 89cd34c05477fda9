// The log of a run, as a program of the same shape would print it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/recording/recording.h"

namespace threadmart {

// Line by line, as the recording grows:
//   Thread-1 starting
//   Opening http://…        (for each page that its task fetches)
//   Thread-1 exiting        (or 'failed', 'cancelled')
class RunLog {
 public:
  // Whole lines for what has happened since the last call.
  std::string next(const Recording& recording);

 private:
  struct Told {
    bool start = false, end = false;
  };
  void readTasks(const RunInfo& info);
  void tell(const Event& event, const RunInfo& info, std::string& text);

  std::size_t read_ = 0;
  std::uint64_t generation_ = 0;
  bool tasks_read_ = false;
  std::vector<Told> told_;                       // by task: an event that comes late must not be told twice
  std::vector<std::vector<std::string>> pages_;  // by task
};

}  // namespace threadmart
