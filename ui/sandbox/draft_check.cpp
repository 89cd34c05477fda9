#include "ui/sandbox/draft_check.h"

#include <charconv>

namespace threadmart {
namespace {

// 'steps[12].rest' with the name 'steps': 12, and `text` is left with 'rest'.
std::optional<int> takeIndex(std::string_view& text, std::string_view name) {
  if (!text.starts_with(name) || text.size() <= name.size() || text[name.size()] != '[') return std::nullopt;
  const char* const begin = text.data() + name.size() + 1;
  const char* const end = text.data() + text.size();
  int index = 0;
  const auto [behind, error] = std::from_chars(begin, end, index);
  if (error != std::errc() || behind == end || *behind != ']') return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(behind - text.data()) + 1);
  if (text.starts_with('.')) text.remove_prefix(1);
  return index;
}

// '1000000' as '1,000,000', as everywhere in the window.
std::string grouped(const std::string& message) {
  std::string text;
  for (std::size_t at = 0; at < message.size();) {
    std::size_t end = at;
    while (end < message.size() && message[end] >= '0' && message[end] <= '9') ++end;
    const bool fraction = at > 0 && message[at - 1] == '.';
    for (std::size_t i = at; i < end; ++i) {
      if (i > at && (end - i) % 3 == 0 && end - at > 4 && !fraction) text += ',';
      text += message[i];
    }
    if (end == at) text += message[end++];
    at = end;
  }
  return text;
}

std::string plain(std::string message, const DraftPlace& place) {
  for (const std::string_view written : {R"(, "$parameter" or {"from": …, "to": …})", R"( or "$parameter")"}) {
    if (const auto at = message.find(written); at != std::string::npos) message.erase(at, written.size());
  }
  if (place.field == "steps" && place.step < 0) return "the basket is empty: put something into it";
  if (place.field == "title") return "give it a title";
  if (place.field == "name" && message.find("empty text") != std::string::npos) return "give this customer a name";
  return place.field == "name" ? message : grouped(message);
}

}  // namespace

DraftPlace placeOf(const std::string& field) {
  std::string_view rest = field;
  DraftPlace place;
  if (const auto customer = takeIndex(rest, "tasks")) {
    place.customer = *customer;
    if (const auto step = takeIndex(rest, "steps")) place.step = *step;
  }
  place.field = rest;
  return place;
}

DraftCheck checkDraft(const Draft& draft, const std::string& file) {
  DraftCheck check;
  try {
    check.scenario = Scenario::parse(toJson(draft), file);
  } catch (const ScenarioError& error) {
    for (const Problem& problem : error.problems()) {
      DraftPlace place = placeOf(problem.field);
      std::string message = plain(problem.message, place);
      check.problems.push_back({std::move(place), std::move(message)});
    }
  }
  return check;
}

}  // namespace threadmart
