// JSON text as a tree that remembers where each value stands, so that a mistake can be named by line and column.
#pragma once

#include <compare>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace threadmart {

struct Position {
  int line = 0, column = 0;  // from 1; columns count characters, as editors do

  friend auto operator<=>(const Position&, const Position&) = default;
};

struct JsonMember;

struct JsonValue {
  using Array = std::vector<JsonValue>;
  using Object = std::vector<JsonMember>;  // in the order of the file, doubled names included

  Position at;
  std::variant<std::nullptr_t, bool, double, std::string, Array, Object> value;

  const bool* flag() const { return std::get_if<bool>(&value); }
  const double* number() const { return std::get_if<double>(&value); }
  const std::string* text() const { return std::get_if<std::string>(&value); }
  const Array* array() const { return std::get_if<Array>(&value); }
  const Object* object() const { return std::get_if<Object>(&value); }
};

struct JsonMember {
  std::string name;
  Position at;  // of the name
  JsonValue value;
};

// The text is not JSON. what() says why, `at` where.
struct JsonSyntaxError : std::runtime_error {
  JsonSyntaxError(Position where, const std::string& why) : std::runtime_error(why), at(where) {}
  Position at;
};

// Throws JsonSyntaxError. Numbers are doubles: whole ones are exact up to 2^53.
JsonValue parseJson(std::string_view text);

}  // namespace threadmart
