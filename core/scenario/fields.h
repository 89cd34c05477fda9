// An object of a scenario file, field by field: doubled and unknown names are mistakes, whatever else is in it.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "core/scenario/json_tree.h"
#include "core/scenario/problems.h"

namespace threadmart {

class Fields {
 public:
  // `object` must be an object and outlive this. `path` is how messages call it; empty for the whole file.
  Fields(const JsonValue& object, std::string path, std::span<const std::string_view> known, ProblemList& problems);

  std::string path(std::string_view name) const;
  const JsonValue* find(std::string_view name) const;  // null if it is not there
  const JsonValue* require(std::string_view name,
                           const std::string& expected) const;  // null is a mistake, already noted

  // Empty if the field is not there or, which is noted, not such a value.
  std::optional<std::string> text(std::string_view name) const;
  std::optional<std::string> requireText(std::string_view name, const std::string& expected) const;
  std::optional<bool> flag(std::string_view name) const;

  // What is true of every object that is read: notes a mistake unless it is one.
  static bool isObject(const JsonValue& value, const std::string& path, ProblemList& problems);

 private:
  std::optional<std::string> checkedText(const JsonValue* value, std::string_view name) const;

  const JsonValue& object_;
  std::string path_;
  ProblemList& problems_;
  std::set<std::string> meant_;  // known names that an unknown one was probably meant to be
};

}  // namespace threadmart
