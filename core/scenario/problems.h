// Collects the mistakes of one file.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/scenario/json_tree.h"
#include "core/scenario/scenario.h"

namespace threadmart {

class ProblemList {
 public:
  explicit ProblemList(std::string file) : file_(std::move(file)) {}

  // The same mistake twice counts once. A default position means 'the file as a whole'.
  void add(Position at, const std::string& field, const std::string& message);
  bool empty() const { return problems_.empty(); }
  std::size_t size() const { return problems_.size(); }
  const std::string& file() const { return file_; }
  std::vector<Problem> inFileOrder() const;
  void throwIfAny() const;  // ScenarioError

 private:
  std::string file_;
  std::vector<Problem> problems_;
  std::set<std::string> texts_;  // of the problems, to know them again
};

// How a value is named in a message: 'the text "abc"', 'the number 3.5', 'a list'.
std::string describe(const JsonValue& value);
std::string formatNumber(double number);  // the same in every locale: '3', '0.5'

}  // namespace threadmart
