#include "core/scenario/number_reader.h"

#include <algorithm>
#include <cmath>

#include "core/scenario/suggest.h"

namespace threadmart {
namespace {

bool fits(double number, const NumberRule& rule) {
  return number >= rule.min && number <= rule.max && (!rule.whole || number == std::floor(number));
}

std::string expectation(const NumberRule& rule) {
  std::string text = "expected " + rangeText(rule);
  if (rule.parameters) text += rule.draws ? ", \"$parameter\"" : " or \"$parameter\"";
  if (rule.draws) text += " or {\"from\": …, \"to\": …}";
  return text;
}

}  // namespace

std::string rangeText(const NumberRule& rule) {
  return std::string(rule.whole ? "a whole number" : "a number") + " from " + formatNumber(rule.min) + " to " +
         formatNumber(rule.max);
}

std::optional<double> NumberReader::readLiteral(const JsonValue& value, const std::string& field,
                                                const NumberRule& rule) {
  if (const double* number = value.number(); number && fits(*number, rule)) return *number;
  problems_.add(value.at, field, expectation(rule) + ", found " + describe(value));
  return std::nullopt;
}

std::optional<ParameterUse> NumberReader::readParameterUse(const JsonValue& value, const std::string& field,
                                                           const NumberRule& rule) {
  const std::string name = value.text()->substr(1);
  const auto parameter =
      std::find_if(parameters_.begin(), parameters_.end(), [&](const Parameter& p) { return p.name == name; });
  if (parameter == parameters_.end()) {
    std::vector<std::string_view> names;
    for (const Parameter& known : parameters_) names.push_back(known.name);
    problems_.add(value.at, field, "there is no parameter \"" + name + '"' + suggestion(name, names));
    return std::nullopt;
  }
  used_.insert(name);
  const bool too_fine = rule.whole && !parameter->integer;
  if (too_fine || parameter->min < rule.min || parameter->max > rule.max) {
    problems_.add(value.at, field,
                  "expected " + rangeText(rule) + ", but the parameter \"" + name + "\" may be " +
                      rangeText({parameter->min, parameter->max, parameter->integer}));
    return std::nullopt;
  }
  return ParameterUse{name};
}

std::optional<Operand> NumberReader::readOperand(const JsonValue& value, const std::string& field,
                                                 const NumberRule& rule) {
  const std::string* text = value.text();
  if (rule.parameters && text && text->starts_with('$')) {
    if (auto use = readParameterUse(value, field, rule)) return Operand(*use);
    return std::nullopt;
  }
  if (const auto number = readLiteral(value, field, rule)) return Operand(*number);
  return std::nullopt;
}

std::optional<Number> NumberReader::read(const JsonValue& value, const std::string& field, const NumberRule& rule) {
  if (rule.draws && value.object()) return readDraw(value, field, rule);
  const auto operand = readOperand(value, field, rule);
  if (!operand) return std::nullopt;
  Number number{0.0, rule.whole, value.at, field};
  std::visit([&](const auto& settled) { number.value = settled; }, *operand);
  return number;
}

std::optional<Number> NumberReader::readDraw(const JsonValue& value, const std::string& field, const NumberRule& rule) {
  const Fields fields(value, field, kDrawFields, problems_);
  NumberRule plain = rule;
  plain.draws = false;
  const bool between = fields.find("from") || fields.find("to");
  const bool about = fields.find("about") || fields.find("percent");
  if (between == about) {
    problems_.add(value.at, field, R"(a random number is either {"from": …, "to": …} or {"about": …, "percent": …})");
    return std::nullopt;
  }
  return between ? readBetween(fields, plain) : readAbout(value, fields, plain);
}

std::optional<Number> NumberReader::readBetween(const Fields& fields, const NumberRule& rule) {
  const JsonValue* from = fields.require("from", rangeText(rule));
  const JsonValue* to = fields.require("to", rangeText(rule));
  const auto low = from ? readOperand(*from, fields.path("from"), rule) : std::nullopt;
  const auto high = to ? readOperand(*to, fields.path("to"), rule) : std::nullopt;
  if (!low || !high) return std::nullopt;
  return Number{Between{*low, *high}, rule.whole, to->at, fields.path("to")};
}

std::optional<Number> NumberReader::readAbout(const JsonValue& value, const Fields& fields, const NumberRule& rule) {
  const JsonValue* about = fields.require("about", rangeText(rule));
  const JsonValue* percent = fields.require("percent", rangeText(kPercentRule));
  const auto middle = about ? readOperand(*about, fields.path("about"), rule) : std::nullopt;
  const auto spread = percent ? readLiteral(*percent, fields.path("percent"), kPercentRule) : std::nullopt;
  if (!middle || !spread) return std::nullopt;
  if (largest(*middle) * (100 + *spread) / 100 > rule.max) {
    problems_.add(percent->at, fields.path("percent"),
                  "with so many percent more, the number can be above " + formatNumber(rule.max));
    return std::nullopt;
  }
  return Number{About{*middle, *spread}, rule.whole, value.at, fields.path("about")};
}

double NumberReader::largest(const Operand& operand) const {
  if (const double* literal = std::get_if<double>(&operand)) return *literal;
  const std::string& name = std::get<ParameterUse>(operand).name;
  const auto parameter =
      std::find_if(parameters_.begin(), parameters_.end(), [&](const Parameter& p) { return p.name == name; });
  return parameter->max;
}

}  // namespace threadmart
