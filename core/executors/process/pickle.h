// Tasks and results as bytes, the way they cross the wall between two processes. Little-endian, lengths first; both
// ends are the same program, so there is no version.
#pragma once

#include <string>
#include <string_view>

#include "core/executors/task_result.h"
#include "core/scenario/scenario.h"

namespace threadmart {

// Both throw std::runtime_error on bytes that are cut short or make no sense.
std::string pickle(const Task& task);
std::string pickle(const TaskResult& result);
Task unpickleTask(std::string_view bytes);
TaskResult unpickleResult(std::string_view bytes);

}  // namespace threadmart
