#include "ui/timeline/emphasis.h"

#include <algorithm>

namespace threadmart {

Thing laneThing(LaneBy by, std::uint32_t id) {
  switch (by) {
    case LaneBy::Task:
      return customerThing(id);
    case LaneBy::Worker:
      return tillThing(id);
    case LaneBy::Core:
      return assistantThing(id);
  }
  return {};
}

bool hasLaneOf(LaneBy by, const Thing& thing) {
  switch (thing.kind) {
    case Thing::Kind::None:
      return false;
    case Thing::Kind::Customer:
    case Thing::Kind::Ticket:
      return by == LaneBy::Task;
    case Thing::Kind::Till:
      return by == LaneBy::Worker;
    case Thing::Kind::Assistant:
      return by == LaneBy::Core;
  }
  return false;
}

bool concerns(const Thing& thing, const Slice& slice) {
  switch (thing.kind) {
    case Thing::Kind::None:
      return false;
    case Thing::Kind::Customer:
    case Thing::Kind::Ticket:
      return slice.task == thing.id;
    case Thing::Kind::Till:
      return slice.worker == thing.id;
    case Thing::Kind::Assistant:
      return slice.state == TaskState::Running && slice.core != kNoCore && slice.core == thing.id;
  }
  return false;
}

std::optional<TimeRange> lifeOf(const TimelineModel& model, const Thing& thing) {
  std::optional<TimeRange> life;
  for (const Slice& slice : model.slices()) {
    if (!concerns(thing, slice) || slice.state == TaskState::Queued || slice.duration() <= 0) continue;
    if (!life) life = TimeRange{slice.begin, slice.end};
    life->end = std::max(life->end, slice.end);
  }
  return life;
}

}  // namespace threadmart
