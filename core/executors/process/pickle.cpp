#include "core/executors/process/pickle.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <type_traits>
#include <variant>

namespace threadmart {
namespace {

class Writer {
 public:
  template <typename Number>
  void number(Number value) {
    static_assert(std::is_arithmetic_v<Number> || std::is_enum_v<Number>);
    const std::size_t at = bytes_.size();
    bytes_.resize(at + sizeof value);
    std::memcpy(bytes_.data() + at, &value, sizeof value);
  }
  void text(std::string_view value) {
    number<std::uint64_t>(value.size());
    bytes_.append(value);
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : left_(bytes) {}
  template <typename Number>
  Number number() {
    Number value{};
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  std::string text() { return std::string(take(number<std::uint64_t>())); }
  // How many of something follow, each of at least one byte: refuses counts that cannot be true before memory is asked
  // for.
  std::uint64_t count() {
    const auto many = number<std::uint64_t>();
    if (many > left_.size()) throw std::runtime_error("a message between processes is cut short");
    return many;
  }

 private:
  std::string_view take(std::uint64_t bytes) {
    if (bytes > left_.size()) throw std::runtime_error("a message between processes is cut short");
    const std::string_view taken = left_.substr(0, bytes);
    left_.remove_prefix(bytes);
    return taken;
  }
  std::string_view left_;
};

struct StepWriter {
  Writer& to;
  void operator()(const ScanStep& step) const { to.number(step.items), to.number(step.releases_gil); }
  void operator()(const PowerStep& step) const { to.number(step.from), to.number(step.to); }
  void operator()(const SleepStep& step) const { to.number(step.ms), to.number(step.blocks_loop); }
  void operator()(const FetchStep& step) const { to.text(step.url), to.number(step.delay_ms); }
  void operator()(const UploadStep& step) const { to.number(step.bytes), to.number(step.delay_ms); }
  void operator()(const SendStep& step) const { to.number(step.bytes); }
  void operator()(const CountStep& step) const { to.number(step.times), to.number(step.locked); }
};

// Braces evaluate from left to right: the order of the members is the order of the bytes.
Step readStep(Reader& from) {
  switch (from.number<std::uint8_t>()) {
    case 0:
      return ScanStep{from.number<std::uint32_t>(), from.number<bool>()};
    case 1:
      return PowerStep{from.number<std::uint32_t>(), from.number<std::uint32_t>()};
    case 2:
      return SleepStep{from.number<double>(), from.number<bool>()};
    case 3:
      return FetchStep{from.text(), from.number<double>()};
    case 4:
      return UploadStep{from.number<std::uint64_t>(), from.number<double>()};
    case 5:
      return SendStep{from.number<std::uint64_t>()};
    case 6:
      return CountStep{from.number<std::uint64_t>(), from.number<bool>()};
    default:
      throw std::runtime_error("a message between processes names a step that does not exist");
  }
}

}  // namespace

std::string pickle(const Task& task) {
  Writer to;
  to.text(task.name);
  to.number<std::uint64_t>(task.steps.size());
  for (const Step& step : task.steps) {
    to.number(static_cast<std::uint8_t>(step.index()));
    std::visit(StepWriter{to}, step);
  }
  return to.take();
}

Task unpickleTask(std::string_view bytes) {
  Reader from(bytes);
  Task task;
  task.name = from.text();
  const std::uint64_t steps = from.count();
  for (std::uint64_t i = 0; i < steps; ++i) task.steps.push_back(readStep(from));
  return task;
}

std::string pickle(const TaskResult& result) {
  Writer to;
  to.number(result.outcome);
  to.text(result.error);
  to.number(result.ran_into_limit);
  to.number(result.counted);
  to.number<std::uint64_t>(result.values.size());
  for (const std::string& value : result.values) to.text(value);
  to.number<std::uint64_t>(result.uploads.size());
  for (const UploadedFile& file : result.uploads) to.text(file.name), to.number(file.bytes);
  return to.take();
}

TaskResult unpickleResult(std::string_view bytes) {
  Reader from(bytes);
  TaskResult result;
  result.outcome = from.number<Outcome>();
  result.error = from.text();
  result.ran_into_limit = from.number<bool>();
  result.counted = from.number<std::uint64_t>();
  for (std::uint64_t left = from.count(); left > 0; --left) result.values.push_back(from.text());
  for (std::uint64_t left = from.count(); left > 0; --left) {
    std::string name = from.text();
    result.uploads.push_back({std::move(name), from.number<std::uint64_t>()});
  }
  return result;
}

}  // namespace threadmart
