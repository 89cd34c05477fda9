#include "core/scenario/url.h"

#include <gtest/gtest.h>

namespace threadmart {
namespace {

TEST(Url, PathsGoToTheBuiltInServer) {
  EXPECT_TRUE(checkUrl("/").built_in);
  EXPECT_TRUE(checkUrl("/a/b?c=d").built_in);
  EXPECT_EQ(checkUrl("/a").problem, "");
}

TEST(Url, FindsTheHost) {
  EXPECT_EQ(checkUrl("http://Example.org").host, "example.org");
  EXPECT_EQ(checkUrl("https://example.org:8443/a@b").host, "example.org");
  EXPECT_EQ(checkUrl("HTTP://127.0.0.1:80?x").host, "127.0.0.1");
  EXPECT_EQ(checkUrl("http://[::1]:8080/").host, "::1");
  EXPECT_EQ(checkUrl("http://[::1]").host, "::1");
  EXPECT_FALSE(checkUrl("http://example.org").built_in);
}

TEST(Url, RefusesOtherSchemes) {
  EXPECT_EQ(checkUrl("ftp://example.org/a").problem, "only http and https are allowed, not ftp");
  EXPECT_EQ(checkUrl("file:///etc/passwd").problem, "only http and https are allowed, not file");
  EXPECT_NE(checkUrl("page").problem, "");
  EXPECT_NE(checkUrl("javascript:alert(1)").problem, "");
  EXPECT_NE(checkUrl("").problem, "");
}

TEST(Url, RefusesWhatDisguisesTheHost) {
  EXPECT_NE(checkUrl("http://127.0.0.1@example.org/").problem, "");
  EXPECT_NE(checkUrl("http://127.0.0.1\\@example.org/").problem, "");
  EXPECT_NE(checkUrl("http://example.org /").problem, "");
  EXPECT_NE(checkUrl("//example.org/").problem, "");
  EXPECT_NE(checkUrl("http://").problem, "");
  EXPECT_NE(checkUrl("http://:80/").problem, "");
  EXPECT_NE(checkUrl("http://example.org:99999/").problem, "");
  EXPECT_NE(checkUrl("http://[::1/").problem, "");
  EXPECT_NE(checkUrl("http://[]/").problem, "");
}

TEST(Url, KnowsLoopback) {
  for (const char* host : {"127.0.0.1", "127.255.3.4", "::1", "localhost", "LocalHost"}) {
    EXPECT_TRUE(isLoopbackHost(host)) << host;
  }
  for (const char* host : {"128.0.0.1", "127.0.0.256", "127.0.0", "127.0.0.1.example.org", "127.0.0.1.",
                           "127.example.org", "localhost.example.org", "", "::2", "127...1"}) {
    EXPECT_FALSE(isLoopbackHost(host)) << host;
  }
}

}  // namespace
}  // namespace threadmart
