// What can be pointed at, in whatever view: the same thing lights up everywhere.
#pragma once

#include <cstdint>

#include "core/events/event.h"

namespace threadmart {

struct Thing {
  enum class Kind : std::uint8_t { None, Customer, Till, Assistant, Ticket };
  Kind kind = Kind::None;
  std::uint32_t id = 0;  // task, worker, core or, of a ticket, its task

  explicit operator bool() const { return kind != Kind::None; }
  bool isTask() const { return kind == Kind::Customer || kind == Kind::Ticket; }
  friend bool operator==(const Thing&, const Thing&) = default;
};
inline Thing customerThing(TaskId task) {
  return {Thing::Kind::Customer, task};
}
inline Thing tillThing(WorkerId worker) {
  return {Thing::Kind::Till, worker};
}
inline Thing assistantThing(unsigned core) {
  return {Thing::Kind::Assistant, core};
}
inline Thing ticketThing(TaskId task) {
  return {Thing::Kind::Ticket, task};
}

}  // namespace threadmart
