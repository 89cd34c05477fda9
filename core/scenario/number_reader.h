// Reads numbers: literal, "$parameter" or a random draw, each held against the range of its field.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/scenario/fields.h"
#include "core/scenario/plan_template.h"

namespace threadmart {

class NumberReader {
 public:
  NumberReader(const std::vector<Parameter>& parameters, ProblemList& problems)
      : parameters_(parameters), problems_(problems) {}

  // Empty after a mistake, which is noted.
  std::optional<Number> read(const JsonValue& value, const std::string& field, const NumberRule& rule);
  std::optional<double> readLiteral(const JsonValue& value, const std::string& field, const NumberRule& rule);
  // The parameters that some number used.
  const std::set<std::string>& used() const { return used_; }

 private:
  std::optional<Operand> readOperand(const JsonValue& value, const std::string& field, const NumberRule& rule);
  std::optional<ParameterUse> readParameterUse(const JsonValue& value, const std::string& field,
                                               const NumberRule& rule);
  std::optional<Number> readDraw(const JsonValue& value, const std::string& field, const NumberRule& rule);
  std::optional<Number> readBetween(const Fields& fields, const NumberRule& rule);
  std::optional<Number> readAbout(const JsonValue& value, const Fields& fields, const NumberRule& rule);
  double largest(const Operand& operand) const;

  const std::vector<Parameter>& parameters_;
  ProblemList& problems_;
  std::set<std::string> used_;
};

std::string rangeText(const NumberRule& rule);  // 'a whole number from 1 to 64'

}  // namespace threadmart
