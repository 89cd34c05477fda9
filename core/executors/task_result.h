// What comes back from a task.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/events/event.h"

namespace threadmart {

struct UploadedFile {
  std::string name;
  std::uint64_t bytes = 0;

  friend bool operator==(const UploadedFile&, const UploadedFile&) = default;
};

struct TaskResult {
  Outcome outcome = Outcome::Cancelled;  // until it has run
  std::string error;                     // one line, if it failed
  bool ran_into_limit = false;           // of the machine: the error says which, and how to raise it
  std::vector<std::string> values;       // a scan's last number, a power, a page: each as big-endian bytes
  std::vector<UploadedFile> uploads;     // what the server has acknowledged
  std::uint64_t counted = 0;             // additions made to the counter
  bool announced = false;                // its end is in the recording; not sent between processes

  friend bool operator==(const TaskResult&, const TaskResult&) = default;
};

}  // namespace threadmart
