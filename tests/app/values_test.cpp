#include "app/command_line/values.h"

#include <gtest/gtest.h>

namespace threadmart {
namespace {

TEST(Values, TimesHaveUnits) {
  EXPECT_EQ(parseTime("120ms"), 120'000'000);
  EXPECT_EQ(parseTime("1.5s"), 1'500'000'000);
  EXPECT_EQ(parseTime("300us"), 300'000);
  EXPECT_EQ(parseTime("0s"), 0);
  for (const char* wrong : {"", "5", "ms", "-1s", "1.5.2s", "3 s", "1min", "1e3s", "99999999999s", "nan", "infs"}) {
    EXPECT_THROW(parseTime(wrong), UsageError) << wrong;
  }
}

TEST(Values, SizesAreWidthAndHeight) {
  EXPECT_EQ(parseSize("1280x720"), (PictureSize{1280, 720}));
  for (const char* wrong : {"", "1280", "x720", "1280x", "1280x720x3", "0x0", "-64x64", "99999x100", "12.5x80"}) {
    EXPECT_THROW(parseSize(wrong), UsageError) << wrong;
  }
}

TEST(Values, SettingsAreNamesWithNumbers) {
  EXPECT_EQ(parseSetting("items=200"), (std::pair<std::string, double>{"items", 200}));
  EXPECT_EQ(parseSetting("wait=-0.5").second, -0.5);
  for (const char* wrong : {"", "items", "=3", "items=", "items=many", "items=3x", "items=nan", "items=inf"}) {
    EXPECT_THROW(parseSetting(wrong), UsageError) << wrong;
  }
}

TEST(Values, AMistakeSaysWhatToWrite) {
  try {
    parseTime("5");
    FAIL();
  } catch (const UsageError& error) {
    EXPECT_STREQ(error.what(), "'5' is not a time: write it as 120ms, 1.5s or 300us");
  }
}

}  // namespace
}  // namespace threadmart
