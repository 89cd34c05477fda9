#include "core/scenario/json_text.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/scenario/problems.h"

namespace threadmart {
namespace {

std::string quoted(const std::string& text) {
  const bool plain =
      std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7F && c != '"' && c != '\\'; });
  if (plain) return '"' + text + '"';  // nearly all: ten times as fast
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string inOneLine(const JsonValue& value) {
  if (const auto* flag = value.flag()) return *flag ? "true" : "false";
  if (const auto* number = value.number()) return std::isfinite(*number) ? formatNumber(*number) : "null";
  if (const auto* text = value.text()) return quoted(*text);
  std::string line;
  if (const auto* array = value.array()) {
    for (const JsonValue& element : *array) line += (line.empty() ? "[" : ", ") + inOneLine(element);
    return line.empty() ? "[]" : line + ']';
  }
  if (const auto* object = value.object()) {
    for (const JsonMember& member : *object)
      line += (line.empty() ? "{" : ", ") + quoted(member.name) + ": " + inOneLine(member.value);
    return line.empty() ? "{}" : line + '}';
  }
  return "null";
}

class Writer {
 public:
  explicit Writer(std::size_t columns) : columns_(columns) {}

  // `taken`: columns of the line that are used already, before and behind the value.
  void write(const JsonValue& value, std::size_t indent, std::size_t taken) {
    const std::string line = inOneLine(value);
    const bool fits = indent > 0 && taken + line.size() <= columns_;
    if (fits || !(value.array() || value.object()) || line.size() == 2) {
      out_ += line;
    } else if (value.array()) {
      openArray(*value.array(), indent + 2);
    } else {
      openObject(*value.object(), indent + 2);
    }
  }

  std::string take() { return std::move(out_) + '\n'; }

 private:
  void openArray(const JsonValue::Array& array, std::size_t indent) {
    const char* before = "[\n";
    for (const JsonValue& element : array) {
      out_ += before + std::string(indent, ' ');
      write(element, indent, indent + 1);
      before = ",\n";
    }
    out_ += '\n' + std::string(indent - 2, ' ') + ']';
  }

  void openObject(const JsonValue::Object& object, std::size_t indent) {
    const char* before = "{\n";
    for (const JsonMember& member : object) {
      const std::string name = quoted(member.name) + ": ";
      out_ += before + std::string(indent, ' ') + name;
      write(member.value, indent, indent + name.size() + 1);
      before = ",\n";
    }
    out_ += '\n' + std::string(indent - 2, ' ') + '}';
  }

  std::size_t columns_;
  std::string out_;
};

}  // namespace

std::string jsonText(const JsonValue& value, std::size_t columns) {
  Writer writer(columns);
  writer.write(value, 0, 0);
  return writer.take();
}

}  // namespace threadmart
