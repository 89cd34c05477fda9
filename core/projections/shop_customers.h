// Part of ShopIndex: the customers, by task. The states come from the slices; here is what slices do not say: how a
// task ended, for how long it wanted to be away, when it scanned each item.
#pragma once

#include <vector>

#include "core/projections/moments.h"
#include "core/projections/shop.h"
#include "core/projections/shop_history.h"

namespace threadmart {

class ShopCustomers {
 public:
  // In the recording's order. `slice`: the number of the slice that the event begins, if it begins one.
  void consume(const Event& event, std::uint32_t slice, const RunInfo& info);
  // Fills in customers; looks at the places of the last call first.
  void at(Nanos time, const Moments& moments, const RunInfo& info, std::vector<ShopCustomer>& out);

  std::size_t count() const { return tasks_.size(); }
  bool hasIo() const { return has_io_; }

 private:
  static constexpr std::uint32_t kNoSlice = 0xFFFFFFFF;
  struct End {
    Nanos time = 0, since = 0;
    std::uint32_t slice = kNoSlice;  // that it ended, or the last one before
    WorkerId worker = kNoWorker;
    Outcome outcome = Outcome::Done;
  };
  struct Wait {
    std::uint32_t slice = kNoSlice;
    Nanos asked = 0;
  };
  struct Record {
    std::vector<Nanos> scanned;  // by when so many items were
    std::vector<Wait> waits;     // of Io slices, where known
    std::vector<End> ends;       // one, as a rule
    std::uint32_t slice = kNoSlice;
    WorkerId worker = kNoWorker;  // that the open slice belongs to
    WorkerId last_worker = kNoWorker;
    bool open = false;
  };
  // What was answered last, and how long that answer holds: from..until.
  struct Answer {
    ShopCustomer customer;
    Nanos from = kNever, until = kNever;
    std::uint32_t slices = 0, ends = 0;  // how many there were
    std::uint32_t place = 0, first_item = 0;
  };
  void begin(const Event& event, std::uint32_t slice);
  void scan(const Event& event, const RunInfo& info);
  static void end(Record& record, Nanos time, Outcome outcome, WorkerId worker);
  void endAll(Nanos time, WorkerId worker, Outcome outcome);
  void find(Nanos time, TaskId task, const Moments& moments, Answer& answer) const;

  std::vector<Record> tasks_;
  std::vector<Answer> answers_;
  bool has_io_ = false;
};

}  // namespace threadmart
