#include "core/scenario/fields.h"

#include <algorithm>

#include "core/scenario/suggest.h"

namespace threadmart {
namespace {

bool isControl(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

}  // namespace

Fields::Fields(const JsonValue& object, std::string path, std::span<const std::string_view> known,
               ProblemList& problems)
    : object_(object), path_(std::move(path)), problems_(problems) {
  std::set<std::string_view> seen;
  for (const JsonMember& member : *object_.object()) {
    if (!seen.insert(member.name).second) {
      problems_.add(member.at, this->path(member.name), "this field is given twice; keep one");
    } else if (std::find(known.begin(), known.end(), member.name) == known.end()) {
      problems_.add(member.at, this->path(member.name), "unknown field" + suggestion(member.name, known));
      if (auto meant = nearestName(member.name, known)) meant_.insert(*meant);
    }
  }
}

std::string Fields::path(std::string_view name) const {
  return path_.empty() ? std::string(name) : path_ + '.' + std::string(name);
}

const JsonValue* Fields::find(std::string_view name) const {
  for (const JsonMember& member : *object_.object()) {
    if (member.name == name) return &member.value;
  }
  return nullptr;
}

const JsonValue* Fields::require(std::string_view name, const std::string& expected) const {
  const JsonValue* value = find(name);
  if (!value && !meant_.contains(std::string(name))) {
    problems_.add(object_.at, path(name), "missing; expected " + expected);
  }
  return value;
}

std::optional<std::string> Fields::checkedText(const JsonValue* value, std::string_view name) const {
  if (!value) return std::nullopt;
  const std::string* text = value->text();
  if (!text) {
    problems_.add(value->at, path(name), "expected a text, found " + describe(*value));
    return std::nullopt;
  }
  if (std::any_of(text->begin(), text->end(), isControl)) {
    problems_.add(value->at, path(name), "expected one line of text without control characters");
    return std::nullopt;
  }
  return *text;
}

std::optional<std::string> Fields::text(std::string_view name) const {
  return checkedText(find(name), name);
}

std::optional<std::string> Fields::requireText(std::string_view name, const std::string& expected) const {
  const JsonValue* value = require(name, expected);
  auto text = checkedText(value, name);
  if (text && text->empty()) {
    problems_.add(value->at, path(name), "expected " + expected + ", found an empty text");
    return std::nullopt;
  }
  return text;
}

std::optional<bool> Fields::flag(std::string_view name) const {
  const JsonValue* value = find(name);
  if (!value) return std::nullopt;
  if (!value->flag()) {
    problems_.add(value->at, path(name), "expected true or false, found " + describe(*value));
    return std::nullopt;
  }
  return *value->flag();
}

bool Fields::isObject(const JsonValue& value, const std::string& path, ProblemList& problems) {
  if (value.object()) return true;
  problems.add(value.at, path, "expected an object { … }, found " + describe(value));
  return false;
}

}  // namespace threadmart
