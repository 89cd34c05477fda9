// What must be known of a whole recording before its first event is written as a trace: when each slice ends, which
// parcels arrive, and which threads there are.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/recording/open_slices.h"
#include "core/recording/parcel_pairs.h"
#include "core/recording/recording.h"

namespace threadmart {

struct TraceThread {
  std::uint32_t pid = 0, tid = 0;
  std::string name;
  bool names_process = false;  // the worker is a process of its own
};

class TracePlan {
 public:
  TracePlan(const Snapshot& snapshot, const RunInfo& info);

  Nanos endOf(std::uint32_t slice) const { return slice_ends_[slice]; }
  // The flow that a parcel belongs to, from 1; 0 if its other end is missing. Parcels are counted in the order of their
  // events.
  std::uint32_t flowOfSent(std::uint32_t parcel) const { return flow_of_sent_[parcel]; }
  std::uint32_t flowOfReceived(std::uint32_t parcel) const { return flow_of_received_[parcel]; }

  const std::vector<TraceThread>& threads() const { return threads_; }
  std::uint32_t submitter() const { return 0; }   // index into threads()
  std::uint32_t threadOf(WorkerId worker) const;  // the submitter's for whoever is no worker
  std::uint32_t threadOfCallback(const Event& event) const;

 private:
  void read(const Event& event);
  void pairParcel(const Event& event);
  void nameThreads(const RunInfo& info);
  std::uint32_t addThread(std::uint32_t pid, std::uint32_t tid, const std::string& name);

  OpenSlices open_;
  std::vector<Nanos> slice_ends_;
  ParcelPairs pairs_;
  std::vector<std::uint32_t> flow_of_sent_, flow_of_received_;
  std::uint32_t flows_ = 0;
  std::uint64_t submitter_ = 0;                  // pid and tid, packed; 0 if the recording does not say
  std::vector<std::uint64_t> started_;           // by worker: the same
  std::vector<std::uint32_t> thread_of_worker_;  // index into threads_
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> thread_by_ids_;
  std::vector<std::uint64_t> callback_threads_;
  std::vector<TraceThread> threads_;
};

}  // namespace threadmart
