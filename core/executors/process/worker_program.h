// What a worker process finds when it starts: threadmart-worker NUMBER RING_OFFSET RING_LENGTH, and two descriptors.
#pragma once

#include "core/work/http.h"

namespace threadmart {

inline constexpr int kWorkerSocket = 3;  // its end of the channel
inline constexpr int kWorkerMemory = 4;  // the memory that holds the run page and its ring

// The whole life of a worker process; returns its exit code. It leaves when the parent closes the channel.
int workerMain(int argc, char** argv, const HttpClient& http);

}  // namespace threadmart
