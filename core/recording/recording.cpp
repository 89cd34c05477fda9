#include "core/recording/recording.h"

#include <algorithm>
#include <cassert>

namespace threadmart {

const Event& Snapshot::operator[](std::size_t i) const {
  const auto chunk = static_cast<std::size_t>(std::upper_bound(ends_.begin(), ends_.end(), i) - ends_.begin());
  const std::size_t begin = chunk == 0 ? 0 : ends_[chunk - 1];
  return chunks_[chunk]->data()[i - begin];
}

std::vector<std::span<const Event>> Snapshot::spans(std::size_t from) const {
  std::vector<std::span<const Event>> result;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < chunks_.size(); begin = ends_[i++]) {
    if (from >= ends_[i]) continue;
    const std::size_t skip = std::max(from, begin) - begin;
    result.emplace_back(chunks_[i]->data() + skip, ends_[i] - begin - skip);
  }
  return result;
}

Recording::Recording(RunInfo info) : info_(std::move(info)) {}

RunInfo Recording::info() const {
  const std::lock_guard lock(mutex_);
  return info_;
}

void Recording::setInfo(RunInfo info) {
  const std::lock_guard lock(mutex_);
  info_ = std::move(info);
}

// The memory of a chunk is reserved once and never moves: a reader's snapshot points into it while the writer fills the
// rest.
std::shared_ptr<Recording::Chunk> Recording::startChunk() {
  auto chunk = std::make_shared<Chunk>();
  chunk->reserve(kChunkEvents);
  const std::lock_guard lock(mutex_);
  chunks_.push_back(chunk);
  ends_.push_back(size_.load(std::memory_order_relaxed));
  return chunk;
}

void Recording::append(std::span<const Event> events) {
  while (!events.empty()) {
    Chunk& chunk = chunks_.empty() || chunks_.back()->size() >= kChunkEvents ? *startChunk() : *chunks_.back();
    const std::size_t part = std::min(events.size(), kChunkEvents - chunk.size());
    assert(chunk.empty() || chunk.back().time <= events.front().time);
    chunk.insert(chunk.end(), events.begin(), events.begin() + static_cast<std::ptrdiff_t>(part));
    events = events.subspan(part);
    const std::lock_guard lock(mutex_);
    ends_.back() += part;
    size_.store(ends_.back(), std::memory_order_release);
  }
}

// Rare (a writer was pre-empted between stamping and publishing for longer than a drain), so the chunk is simply
// copied: readers of older snapshots keep the old one.
void Recording::insertLate(const Event& event) {
  const auto earlier = [](const Event& a, const Event& b) { return a.time < b.time; };
  auto holds = std::find_if(chunks_.rbegin(), chunks_.rend(),
                            [&](const auto& chunk) { return chunk->empty() || chunk->front().time <= event.time; });
  const std::size_t at = holds == chunks_.rend() ? 0 : static_cast<std::size_t>(chunks_.rend() - holds) - 1;
  if (chunks_.empty()) startChunk();
  auto copy = std::make_shared<Chunk>();
  copy->reserve(std::max(kChunkEvents, chunks_[at]->size() + 1));
  *copy = *chunks_[at];
  copy->insert(std::upper_bound(copy->begin(), copy->end(), event, earlier), event);
  const std::lock_guard lock(mutex_);
  chunks_[at] = std::move(copy);
  for (std::size_t i = at; i < ends_.size(); ++i) ++ends_[i];
  ++generation_;
  size_.store(ends_.back(), std::memory_order_release);
}

Snapshot Recording::snapshot() const {
  const std::lock_guard lock(mutex_);
  Snapshot snapshot;
  snapshot.chunks_.assign(chunks_.begin(), chunks_.end());
  snapshot.ends_ = ends_;
  snapshot.size_ = ends_.empty() ? 0 : ends_.back();
  snapshot.generation_ = generation_;
  return snapshot;
}

}  // namespace threadmart
