#include "core/scenario/json_tree.h"

#include <gtest/gtest.h>

namespace threadmart {
namespace {

Position at(const JsonValue& value) {
  return value.at;
}

struct Failure {
  Position at;
  std::string message;
};

Failure failureOf(std::string_view text) {
  try {
    parseJson(text);
  } catch (const JsonSyntaxError& error) {
    return {error.at, error.what()};
  }
  return {};
}

TEST(JsonTree, KnowsWhereEachValueStands) {
  const JsonValue root = parseJson("{\n  \"a\": 12,\n  \"b\": [true, -1.5e2,null , \"x\"],\n\t\"c\":{}}");
  EXPECT_EQ(at(root), (Position{1, 1}));
  const auto& members = *root.object();
  ASSERT_EQ(members.size(), 3u);
  EXPECT_EQ(members[0].at, (Position{2, 3}));
  EXPECT_EQ(members[0].value.at, (Position{2, 8}));
  EXPECT_EQ(members[1].value.at, (Position{3, 8}));
  const auto& list = *members[1].value.array();
  ASSERT_EQ(list.size(), 4u);
  EXPECT_EQ(list[0].at, (Position{3, 9}));
  EXPECT_EQ(list[1].at, (Position{3, 15}));
  EXPECT_EQ(list[2].at, (Position{3, 22}));
  EXPECT_EQ(list[3].at, (Position{3, 29}));
  EXPECT_EQ(members[2].at, (Position{4, 2}));
  EXPECT_EQ(members[2].value.at, (Position{4, 6}));
}

TEST(JsonTree, KeepsTheValues) {
  const JsonValue root = parseJson(R"([true, 3, -4, 0.5, "a\n\u00e9", null])");
  const auto& list = *root.array();
  EXPECT_TRUE(*list[0].flag());
  EXPECT_EQ(*list[1].number(), 3);
  EXPECT_EQ(*list[2].number(), -4);
  EXPECT_EQ(*list[3].number(), 0.5);
  EXPECT_EQ(*list[4].text(), "a\n\xC3\xA9");
  EXPECT_TRUE(std::holds_alternative<std::nullptr_t>(list[5].value));
}

TEST(JsonTree, CountsCharactersAndNotBytes) {
  const JsonValue root = parseJson("[\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\xA5\x91\", 7]");
  EXPECT_EQ((*root.array())[1].at, (Position{1, 9}));
}

TEST(JsonTree, FindsValuesBehindPunctuationInTexts) {
  const JsonValue root = parseJson(R"({"a,]}:\"": "b,]}\\", "c": 1})");
  const auto& members = *root.object();
  EXPECT_EQ(members[0].name, "a,]}:\"");
  EXPECT_EQ(members[0].value.at, (Position{1, 13}));
  EXPECT_EQ(members[1].at, (Position{1, 23}));
  EXPECT_EQ(members[1].value.at, (Position{1, 28}));
}

TEST(JsonTree, NumbersBeforeAClosingBracketDoNotShiftTheNext) {
  const JsonValue root = parseJson("[[1],[2],{\"a\":3},4]");
  const auto& list = *root.array();
  EXPECT_EQ(list[1].at, (Position{1, 6}));
  EXPECT_EQ((*list[1].array())[0].at, (Position{1, 7}));
  EXPECT_EQ(list[2].at, (Position{1, 10}));
  EXPECT_EQ(list[3].at, (Position{1, 18}));
}

TEST(JsonTree, SkipsAByteOrderMark) {
  EXPECT_EQ(at(parseJson("\xEF\xBB\xBF{}")), (Position{1, 1}));
}

TEST(JsonTree, CountsWindowsLinesOnce) {
  const JsonValue root = parseJson("[\r\n1,\r\n2]");
  EXPECT_EQ((*root.array())[1].at, (Position{3, 1}));
}

TEST(JsonTree, KeepsDoubledNames) {
  EXPECT_EQ(parseJson(R"({"a":1,"a":2})").object()->size(), 2u);
}

TEST(JsonTree, NamesTheLineAndColumnOfASyntaxError) {
  const Failure missing_comma = failureOf("{\n  \"a\": 1\n  \"bcd\": 2\n}");
  EXPECT_EQ(missing_comma.at, (Position{3, 3}));
  EXPECT_TRUE(missing_comma.message.starts_with("not JSON: ")) << missing_comma.message;
  EXPECT_EQ(missing_comma.message.find("json.exception"), std::string::npos) << missing_comma.message;
  EXPECT_EQ(failureOf("[1, 2,]").at, (Position{1, 7}));
  EXPECT_EQ(failureOf("[1\n").at, (Position{2, 1}));
  EXPECT_EQ(failureOf("{\"a\" 12}").at, (Position{1, 6}));
  EXPECT_EQ(failureOf("[tru]").at, (Position{1, 5}));
  EXPECT_EQ(failureOf("[\"abc\n\"]").at, (Position{1, 6}));
  EXPECT_EQ(failureOf("").at, (Position{1, 1}));
  EXPECT_EQ(failureOf("{} {}").at, (Position{1, 4}));
}

TEST(JsonTree, RefusesWhatIsNotUtf8AndNumbersThatAreTooLarge) {
  EXPECT_EQ(failureOf("[\"a\xFF\"]").at.line, 1);
  EXPECT_EQ(failureOf("[\"a\xFF\"]").message, "not JSON: while parsing value - invalid string: ill-formed UTF-8 byte");
  EXPECT_NE(failureOf("[1e999]").message, "");
}

TEST(JsonTree, RefusesWhatIsNestedTooDeep) {
  EXPECT_NO_THROW(parseJson(std::string(64, '[') + std::string(64, ']')));
  const Failure deep = failureOf(std::string(1'000'000, '['));
  EXPECT_EQ(deep.at, (Position{1, 65}));
  EXPECT_EQ(deep.message, "lists and objects are nested more than 64 deep");
}

}  // namespace
}  // namespace threadmart
