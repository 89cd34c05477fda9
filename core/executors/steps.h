// Carrying out a task, step by step, in the calling thread.
#pragma once

#include <string>

#include "core/executors/services.h"
#include "core/executors/task_result.h"
#include "core/executors/worker.h"
#include "core/scenario/scenario.h"

namespace threadmart {

// From beginTask to endTask, including what goes wrong in between: a failed or cancelled task is a result, not an
// exception.
TaskResult carryTask(Worker& worker, TaskId id, const Task& task, Services& services);

// What the exception that is being handled means for the task. Call it in a catch block.
void keepFailure(TaskResult& result, const CancelToken& cancel);

// The parts that the event loop shares: they never wait.
void scan(Worker& worker, const ScanStep& step, double pace, TaskResult& result);
void power(Worker& worker, const PowerStep& step, TaskResult& result);
void count(Worker& worker, const CountStep& step, SharedCounter& counter, TaskResult& result);

// How long the server was asked to take; 0 for other hosts, which nobody asks.
Nanos fetchDelay(const FetchStep& step, const Services& services);

// The requests that fetch and upload make.
HttpRequest fetchRequest(const FetchStep& step, const Services& services);
UploadedFile uploadedFile(TaskId task, std::size_t step, const UploadStep& upload);
HttpRequest uploadRequest(const UploadedFile& file, const UploadStep& step, std::string_view body,
                          const Services& services);
// Keeps the page, or throws HttpError if the server did not say 2xx.
void keepPage(const HttpRequest& request, HttpResponse response, TaskResult& result);

Nanos pacedNanos(double ms, double pace);

}  // namespace threadmart
