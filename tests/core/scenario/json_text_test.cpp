#include "core/scenario/json_text.h"

#include <gtest/gtest.h>
#include <limits>

#include "core/scenario/catalogue.h"
#include "core/scenario/json_tree.h"

namespace threadmart {
namespace {

std::string rewritten(const std::string& text, std::size_t columns = 120) {
  return jsonText(parseJson(text), columns);
}

bool sameValues(const JsonValue& a, const JsonValue& b) {
  if (a.value.index() != b.value.index()) return false;
  if (a.array()) {
    return std::equal(a.array()->begin(), a.array()->end(), b.array()->begin(), b.array()->end(), sameValues);
  }
  if (a.object()) {
    return std::equal(
        a.object()->begin(), a.object()->end(), b.object()->begin(), b.object()->end(),
        [](const JsonMember& x, const JsonMember& y) { return x.name == y.name && sameValues(x.value, y.value); });
  }
  return a.flag()     ? *a.flag() == *b.flag()
         : a.number() ? *a.number() == *b.number()
                      : !a.text() || *a.text() == *b.text();
}

TEST(JsonText, WhatFitsStaysOnALine) {
  EXPECT_EQ(rewritten(R"({"a":[1,0.5,true,null],"b":{"c":"d"},"e":[],"f":{}})"),
            "{\n  \"a\": [1, 0.5, true, null],\n  \"b\": {\"c\": \"d\"},\n  \"e\": [],\n  \"f\": {}\n}\n");
}

TEST(JsonText, WhatDoesNotFitIsOpenedLevelByLevel) {
  EXPECT_EQ(rewritten(R"({"list":[{"x":1,"y":2},{"x":3,"y":4}]})", 24),
            "{\n  \"list\": [\n    {\"x\": 1, \"y\": 2},\n    {\"x\": 3, \"y\": 4}\n  ]\n}\n");
}

TEST(JsonText, NoLineIsLongerThanAskedWhereItCanBeHelped) {
  for (const CatalogueEntry& entry : catalogue()) {
    const std::string text = rewritten(Scenario::load(entry.file).json(), 60);
    std::size_t begin = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; begin = end + 1, end = text.find('\n', begin)) {
      const std::string line = text.substr(begin, end - begin);
      EXPECT_FALSE(line.size() > 60 && line.find_first_of("[{") != std::string::npos &&
                   line.find('"') > line.find_first_of("[{"))
          << line;
    }
  }
}

TEST(JsonText, WhatWasWrittenIsReadAsTheSame) {
  for (const CatalogueEntry& entry : catalogue()) {
    const std::string json = Scenario::load(entry.file).json();
    EXPECT_TRUE(sameValues(parseJson(json), parseJson(rewritten(json)))) << entry.name;
  }
  const std::string odd = R"({"\"quoted\"": "a \\ b\n\u00e9 \ud83e\udd51", "n": [1e300, 0.1, -3, 9007199254740991]})";
  EXPECT_TRUE(sameValues(parseJson(odd), parseJson(rewritten(odd))));
}

TEST(JsonText, WhatJsonCannotSayIsReplaced) {
  EXPECT_EQ(jsonText({{}, std::numeric_limits<double>::infinity()}), "null\n");
  EXPECT_EQ(jsonText({{}, std::string("a\xFF")}), "\"a\xEF\xBF\xBD\"\n");
}

}  // namespace
}  // namespace threadmart
