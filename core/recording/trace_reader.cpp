#include "core/recording/trace_reader.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <simdjson.h>

#include "core/recording/open_slices.h"
#include "core/recording/trace_format.h"

namespace threadmart {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr const char* kSaveAgain = "save it again from the run, or take another copy";
constexpr const char* kNotOurs = "open a file that Threadmart saved; traces of other tools cannot be read";

// The characters between the quotes, escapes as they stand: all words that mean something here are plain.
std::string_view rawText(ondemand::raw_json_string text) {
  const char* begin = text.raw();
  const char* end = begin;
  while (*end != '"') end += *end == '\\' ? 2 : 1;
  return {begin, static_cast<std::size_t>(end - begin)};
}

std::uint64_t readNumber(ondemand::value value, std::string_view name, std::uint64_t most) {
  std::uint64_t number = 0;
  if (value.get_uint64().get(number) != simdjson::SUCCESS || number > most)
    throw TraceDamage("'" + std::string(name) + "' is no whole number from 0 to " + std::to_string(most), kSaveAgain);
  return number;
}

std::uint32_t readId(ondemand::value value, std::string_view name, std::uint32_t none, std::uint32_t other) {
  const auto id = static_cast<std::uint32_t>(readNumber(value, name, std::numeric_limits<std::uint32_t>::max()));
  if (id >= kMaxIds && id != none && id != other)
    throw TraceDamage("'" + std::string(name) + "' " + std::to_string(id) + " is too high", kSaveAgain);
  return id;
}

struct RawEvent {
  Event event;
  std::string_view ph, cat, unknown_arg;
  bool has_time = false;

  // Names of threads and the ends of async slices follow from other events.
  bool followsFromOthers() const { return ph == "M" || ph == "e"; }
};

void readArgs(ondemand::object args, RawEvent& raw) {
  Event& event = raw.event;
  for (auto arg : args) {
    const std::string_view name = rawText(arg.key());
    const std::optional<ArgField> field = argField(name);
    if (!field) {
      raw.unknown_arg = name;
      continue;
    }
    switch (*field) {
      case ArgField::Task:
        event.task = readId(arg.value(), name, kNoTask, kNoTask);
        break;
      case ArgField::Worker:
        event.worker = readId(arg.value(), name, kNoWorker, kSubmitter);
        break;
      case ArgField::Core:
        event.core = static_cast<std::uint16_t>(readNumber(arg.value(), name, 0xFFFF));
        break;
      case ArgField::Detail:
        event.detail = static_cast<std::uint8_t>(readNumber(arg.value(), name, 0xFF));
        break;
      case ArgField::Value:
        event.value = readNumber(arg.value(), name, std::numeric_limits<std::uint64_t>::max());
        break;
      case ArgField::Count:
        event.count = static_cast<std::uint32_t>(readNumber(arg.value(), name, 0xFFFFFFFF));
        break;
    }
  }
}

RawEvent readFields(ondemand::object object) {
  RawEvent raw;
  for (auto field : object) {
    const std::string_view key = rawText(field.key());
    if (key == "ph") {
      raw.ph = rawText(field.value().get_raw_json_string());
      if (raw.followsFromOthers()) return raw;
    } else if (key == "cat") {
      raw.cat = rawText(field.value().get_raw_json_string());
    } else if (key == "ts") {
      const std::string_view number = field.value().raw_json_token();
      const std::optional<Nanos> time = parseMicroseconds(number);
      if (!time) throw TraceDamage("'ts' is no time in microseconds", kSaveAgain);
      raw.event.time = *time;
      raw.has_time = true;
    } else if (key == "args" || key == "fields") {
      readArgs(field.value().get_object(), raw);
    }
  }
  return raw;
}

// The event, or nothing where the JSON object is there for viewers only.
std::optional<Event> readEvent(ondemand::object object) {
  RawEvent raw = readFields(object);
  if (raw.ph.empty()) throw TraceDamage("an event without 'ph'", kSaveAgain);
  if (raw.followsFromOthers()) return std::nullopt;
  if (!raw.unknown_arg.empty())
    throw TraceDamage("unknown argument '" + std::string(raw.unknown_arg) + "'", kSaveAgain);
  if (!raw.has_time) throw TraceDamage("an event without 'ts'", kSaveAgain);
  if (raw.cat == kFlowCat) {
    raw.event.kind = raw.ph == "s" ? EventKind::ParcelSent : EventKind::ParcelReceived;
    return raw.event;
  }
  const std::optional<CatMeaning> meaning = meaningOf(raw.cat);
  if (!meaning) throw TraceDamage("an event of unknown 'cat' '" + std::string(raw.cat) + "'", kSaveAgain);
  raw.event.kind = meaning->kind;
  if (meaning->detail) raw.event.detail = *meaning->detail;
  return raw.event;
}

void readEvents(ondemand::array array, Recording& recording) {
  std::vector<Event> block;
  Nanos last = std::numeric_limits<Nanos>::min();
  for (ondemand::object object : array) {
    const std::optional<Event> event = readEvent(object);
    if (!event) continue;
    if (event->time < last) throw TraceDamage("an event earlier than the one before it", kSaveAgain);
    last = event->time;
    block.push_back(*event);
    if (block.size() < kChunkEvents) continue;
    recording.append(block);
    block.clear();
  }
  recording.append(block);
}

RunInfo readInfo(std::string_view json) {
  try {
    const nlohmann::json object = nlohmann::json::parse(json);
    const int version = object.at("version").get<int>();
    if (version != kTraceVersion)
      throw TraceDamage("it is of version " + std::to_string(version) + ", and this program reads version " +
                            std::to_string(kTraceVersion),
                        "open it with the Threadmart that saved it, or a newer one");
    return infoFromJson(object);
  } catch (const nlohmann::json::exception& error) {
    throw TraceDamage(std::string("in otherData.threadmart: ") + error.what(), kSaveAgain);
  }
}

RunInfo findInfo(ondemand::document& document) {
  ondemand::object ours;
  const simdjson::error_code error = document["otherData"]["threadmart"].get_object().get(ours);
  if (error == simdjson::NO_SUCH_FIELD || error == simdjson::INCORRECT_TYPE)
    throw TraceDamage("it is no recording of Threadmart (no otherData.threadmart)", kNotOurs);
  if (error != simdjson::SUCCESS) throw simdjson::simdjson_error(error);
  return readInfo(ours.raw_json());
}

// Every field of the root is visited, so that damage after the events is seen too.
std::unique_ptr<Recording> readRoot(ondemand::document& document) {
  auto recording = std::make_unique<Recording>(findInfo(document));
  document.rewind();
  bool has_events = false;
  for (auto field : document.get_object()) {
    if (rawText(field.key()) != "traceEvents") continue;
    if (has_events) throw TraceDamage("it holds traceEvents twice", kSaveAgain);
    has_events = true;
    readEvents(field.value().get_array(), *recording);
  }
  if (!has_events) throw TraceDamage("it holds no traceEvents", kSaveAgain);
  return recording;
}

std::string describe(simdjson::error_code error) {
  switch (error) {
    case simdjson::UTF8_ERROR:
      return "it is no UTF-8 text";
    case simdjson::INCORRECT_TYPE:
      return "a value of another type than expected";
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
    case simdjson::UNCLOSED_STRING:
      return "an object, array or text that does not end";
    default:
      return "it is no valid JSON";
  }
}

}  // namespace

std::unique_ptr<Recording> readTraceJson(std::string& json) {
  const std::size_t last = json.find_last_not_of(" \t\r\n");
  if (last == std::string::npos) throw TraceDamage("it is empty", kSaveAgain);
  if (json.size() > kMaxTraceBytes) throw TraceDamage("it is larger than 4 GiB", "record a shorter run");
  const bool may_be_json = json.find_first_of("{[") == json.find_first_not_of(" \t\r\n");
  if (!may_be_json) throw TraceDamage("it is no JSON", kNotOurs, 0);
  if (json[last] != '}' && json[last] != ']') throw TraceDamage("it is cut off", kSaveAgain, last + 1);

  json.reserve(json.size() + simdjson::SIMDJSON_PADDING);
  ondemand::parser parser;
  ondemand::document document;
  bool started = false;
  const auto whereItIs = [&]() -> std::optional<std::size_t> {
    const char* at = nullptr;
    if (!started || document.current_location().get(at) != simdjson::SUCCESS || at < json.data()) return std::nullopt;
    return std::min(static_cast<std::size_t>(at - json.data()), json.size());
  };
  try {
    document = parser.iterate(json.data(), json.size(), json.capacity());
    started = true;
    if (document.type() != ondemand::json_type::object) throw TraceDamage("it is no recording of Threadmart", kNotOurs);
    std::unique_ptr<Recording> recording = readRoot(document);
    if (whereItIs()) throw TraceDamage("there is more text after its end", kSaveAgain);
    return recording;
  } catch (const simdjson::simdjson_error& error) {
    const std::optional<std::size_t> where = whereItIs();
    throw TraceDamage(where && *where >= last ? "it is cut off" : describe(error.error()), kSaveAgain, where);
  } catch (const TraceDamage& damage) {
    throw TraceDamage(damage.what(), damage.advice, whereItIs());
  }
}

std::optional<Nanos> parseMicroseconds(std::string_view number) {
  while (!number.empty() && static_cast<unsigned char>(number.back()) <= ' ') number.remove_suffix(1);
  const bool negative = number.starts_with('-');
  if (negative) number.remove_prefix(1);
  std::uint64_t whole = 0;
  const char* end = number.data() + number.size();
  auto [at, error] = std::from_chars(number.data(), end, whole);
  if (error != std::errc() || whole > std::numeric_limits<std::uint64_t>::max() / 1000 - 1) return std::nullopt;
  std::uint64_t nanos = whole * 1000;
  if (at != end && *at == '.') {
    std::uint64_t worth = 100;
    for (++at; at != end && *at >= '0' && *at <= '9'; ++at, worth /= 10)
      nanos += static_cast<std::uint64_t>(*at - '0') * worth;
  }
  constexpr std::uint64_t kMost = static_cast<std::uint64_t>(std::numeric_limits<Nanos>::max());
  if (at != end || nanos > kMost + (negative ? 1 : 0)) return std::nullopt;
  return static_cast<Nanos>(negative ? 0 - nanos : nanos);
}

}  // namespace threadmart
