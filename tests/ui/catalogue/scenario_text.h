// Small scenarios for the tests of the form and its widgets.
#pragma once

namespace threadmart {

inline constexpr const char* kScenarioText = R"({
  "title": "A scenario to set",
  "parameters": {
    "items": {"label": "Basket", "default": 60, "min": 1, "max": 1000, "unit": "items", "help": "how much is in it"}
  },
  "defaults": {"executor": "thread-pool-gil", "workers": 3, "pace": 2, "switch_interval_ms": 4},
  "tasks": [{"name": "customer", "count": 6, "steps": [{"step": "scan", "items": "$items"}]}]
})";

inline constexpr const char* kOwnBellText = R"({
  "title": "A scenario with a bell of its own",
  "parameters": {"bell": {"label": "Bell", "default": 5, "min": 0.5, "max": 100, "unit": "ms", "integer": false}},
  "defaults": {"executor": "threads-gil", "switch_interval_ms": "$bell"},
  "tasks": [{"name": "customer", "count": 2, "steps": [{"step": "scan", "items": 5}]}]
})";

inline constexpr const char* kManyParametersText = R"({
  "title": "A scenario with many parameters",
  "parameters": {
    "tasks": {"label": "Customers", "default": 4, "min": 1, "max": 64, "unit": "customers"},
    "items": {"label": "Basket", "default": 8, "min": 1, "max": 1000, "unit": "items"},
    "delay": {"label": "Page after", "default": 40, "min": 1, "max": 1000, "unit": "ms"},
    "rounds": {"label": "Rounds", "default": 5, "min": 1, "max": 100},
    "bell": {"label": "Bell", "default": 5, "min": 0.5, "max": 100, "unit": "ms", "integer": false}
  },
  "defaults": {"executor": "threads-gil", "switch_interval_ms": "$bell"},
  "tasks": [{
    "name": "customer",
    "count": "$tasks",
    "steps": [
      {"step": "scan", "items": "$items"}, {"step": "scan", "items": "$rounds"}, {"step": "sleep", "ms": "$delay"}]
  }]
})";

inline constexpr const char* kRemoteScenarioText = R"({
  "title": "A scenario that leaves this machine",
  "tasks": [{"name": "customer", "steps": [{"step": "fetch", "url": "http://example.org/"}]}]
})";

}  // namespace threadmart
