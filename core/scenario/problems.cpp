#include "core/scenario/problems.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <tuple>

namespace threadmart {
namespace {

std::string allTexts(const std::vector<Problem>& problems) {
  std::string texts;
  for (const Problem& problem : problems) {
    if (!texts.empty()) texts += '\n';
    texts += problem.text();
  }
  return texts;
}

// Messages quote what a file says, and go to terminals.
std::string printable(std::string text) {
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  std::replace_if(text.begin(), text.end(), control, '?');
  return text;
}

std::string shortened(std::string text) {
  constexpr std::size_t longest = 60;
  if (text.size() <= longest) return text;
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // not within a character
  return text.substr(0, end) + "…";
}

}  // namespace

std::string Problem::text() const {
  std::string where = file;
  if (line > 0) where += ':' + std::to_string(line) + ':' + std::to_string(column);
  if (!field.empty()) where += ": " + field;
  return where + ": " + message;
}

ScenarioError::ScenarioError(std::vector<Problem> problems)
    : std::runtime_error(allTexts(problems)), problems_(std::move(problems)) {}

void ProblemList::add(Position at, const std::string& field, const std::string& message) {
  Problem problem{file_, at.line, at.column, printable(field), printable(message)};
  if (texts_.insert(problem.text()).second) problems_.push_back(std::move(problem));
}

std::vector<Problem> ProblemList::inFileOrder() const {
  std::vector<Problem> sorted = problems_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
  });
  return sorted;
}

void ProblemList::throwIfAny() const {
  if (!empty()) throw ScenarioError(inFileOrder());
}

std::string describe(const JsonValue& value) {
  if (const auto* text = value.text()) return "the text \"" + shortened(*text) + '"';
  if (const auto* number = value.number()) return "the number " + formatNumber(*number);
  if (const auto* flag = value.flag()) return *flag ? "true" : "false";
  if (value.array()) return "a list";
  if (value.object()) return "an object";
  return "null";
}

std::string formatNumber(double number) {
  constexpr double exact = 9007199254740992.0;  // 2^53
  if (number == std::floor(number) && std::abs(number) <= exact) return std::to_string(static_cast<long long>(number));
  char digits[32];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, number);
  return {digits, error == std::errc() ? end : digits};
}

}  // namespace threadmart
