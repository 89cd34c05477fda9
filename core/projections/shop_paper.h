// Part of ShopIndex: what is on paper. The tickets, by task, and the stock sheets: one for all, or one within each
// wall.
#pragma once

#include <vector>

#include "core/projections/shop.h"
#include "core/projections/shop_history.h"

namespace threadmart {

class ShopTickets {
 public:
  void consume(const Event& event);  // in the recording's order
  void at(Nanos time, std::vector<ShopTicket>& out) const;
  bool any() const { return !tickets_.empty(); }

 private:
  struct Times {
    Nanos pending = kNever, running = kNever, ended = kNever, rang = kNever;
    std::uint64_t result = 0;
    FutureState end = FutureState::Done;
  };
  std::vector<Times> tickets_;
};

class ShopSheets {
 public:
  // In the recording's order. `walls`: each worker has a memory, and so a sheet, of its own.
  void consume(const Event& event, bool walls);
  std::optional<ShopSheet> at(Nanos time) const { return lastLine(shared_, time); }
  std::optional<ShopSheet> at(Nanos time, WorkerId worker) const;
  bool withinWalls() const { return !of_worker_.empty(); }

 private:
  struct Line {
    Nanos time = 0;
    ShopSheet sheet;
  };
  struct Sheet {
    std::vector<Line> lines;
    std::uint64_t should_say = 0;
  };
  static std::optional<ShopSheet> lastLine(const Sheet& sheet, Nanos time);

  Sheet shared_;
  std::vector<Sheet> of_worker_;
  std::vector<std::uint32_t> counted_;  // by task: its additions so far
};

}  // namespace threadmart
