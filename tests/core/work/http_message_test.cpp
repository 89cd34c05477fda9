#include <gtest/gtest.h>
#include <random>

#include "core/work/http.h"

namespace threadmart {
namespace {

TEST(Url, IsTakenApart) {
  const auto url = parseUrl("HTTP://LocalHost:8080/a/b?c=d#e");
  ASSERT_TRUE(url);
  EXPECT_EQ(url->scheme, "http");
  EXPECT_EQ(url->host, "localhost");
  EXPECT_EQ(url->port, 8080);
  EXPECT_EQ(url->path, "/a/b?c=d");
}

TEST(Url, HasDefaults) {
  EXPECT_EQ(parseUrl("http://a.org")->port, 80);
  EXPECT_EQ(parseUrl("https://a.org")->port, 443);
  EXPECT_EQ(parseUrl("http://a.org")->path, "/");
  EXPECT_EQ(parseUrl("http://a.org?q")->path, "/?q");
  EXPECT_EQ(parseUrl("http://a.org#f")->path, "/");
}

TEST(Url, KnowsItsOwnMachine) {
  for (const char* text : {"http://127.0.0.1/", "http://127.9.8.7:1/", "http://localhost", "https://[::1]:5/x"}) {
    EXPECT_TRUE(parseUrl(text)->isLoopback()) << text;
  }
  for (const char* text : {"http://127.0.0.1.org/", "http://localhost.org", "http://[::2]/", "http://10.0.0.1"}) {
    EXPECT_FALSE(parseUrl(text)->isLoopback()) << text;
  }
  EXPECT_EQ(parseUrl("https://[::1]:5/x")->host, "::1");
  EXPECT_EQ(parseUrl("https://[::1]:5/x")->port, 5);
  EXPECT_EQ(parseUrl("https://[::1]/x")->port, 443);
}

TEST(Url, RefusesWhatIsNone) {
  for (const char* text :
       {"", "/page", "file:///etc/passwd", "ftp://a.org/", "http://", "http://a.org:0/", "http://a:b/",
        "http://a.org:70000/", "http://me@a.org/", "http://a.org/x y", "http://a.org/\r\nX: y"}) {
    EXPECT_FALSE(parseUrl(text)) << text;
  }
}

TEST(RequestHead, AsksToClose) {
  const HttpRequest request{"GET", "http://127.0.0.1:8080/a?b"};
  const std::string head = requestHead(request, *parseUrl(request.url));
  EXPECT_TRUE(head.starts_with("GET /a?b HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n")) << head;
  EXPECT_NE(head.find("\r\nConnection: close\r\n"), std::string::npos) << head;
  EXPECT_TRUE(head.ends_with("\r\n\r\n")) << head;
  EXPECT_EQ(head.find("Content-Length"), std::string::npos) << head;
}

TEST(RequestHead, TellsTheLengthOfAnUpload) {
  const HttpRequest request{"PUT", "http://[::1]/a", "12345"};
  const std::string head = requestHead(request, *parseUrl(request.url));
  EXPECT_NE(head.find("\r\nContent-Length: 5\r\n"), std::string::npos) << head;
  EXPECT_NE(head.find("\r\nHost: [::1]\r\n"), std::string::npos) << head;
}

// Fed in pieces of `step` bytes; how many it took until it was complete, 0 if it never was.
std::size_t feedInPieces(ResponseParser& parser, std::string_view text, std::size_t step) {
  for (std::size_t start = 0; start < text.size(); start += step) {
    if (parser.feed(text.substr(start, step))) return std::min(start + step, text.size());
  }
  return 0;
}

struct Answer {
  const char* name;
  std::string text;
  int status;
  std::string body;
};

const Answer kAnswers[] = {
    {"Length", "HTTP/1.1 200 OK\r\ncontent-LENGTH:  5 \r\nX: y\r\n\r\nhello", 200, "hello"},
    {"Empty", "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n", 201, ""},
    {"NoReason", "HTTP/1.0 404\r\nContent-Length: 1\r\n\r\nx", 404, "x"},
    {"NoContent", "HTTP/1.1 204 No Content\r\n\r\n", 204, ""},
    {"BareNewlines", "HTTP/1.1 200 OK\nContent-Length: 2\n\nab", 200, "ab"},
    {"AfterContinue",
     "HTTP/1.1 100 Continue\r\nContent-Length: 9\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab", 200, "ab"},
    {"Chunked", "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n",
     200, "abc0123456789"},
    {"Trailers", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nX: y\r\nZ: z\r\n\r\n", 200, "a"},
};

class Parsed : public testing::TestWithParam<Answer> {};

TEST_P(Parsed, InPiecesOfAnySize) {
  const Answer& answer = GetParam();
  for (std::size_t step = 1; step <= answer.text.size(); ++step) {
    ResponseParser parser;
    EXPECT_EQ(feedInPieces(parser, answer.text, step), answer.text.size()) << "pieces of " << step;
    EXPECT_EQ(parser.response().status, answer.status);
    EXPECT_EQ(parser.response().body, answer.body);
    EXPECT_TRUE(parser.feed("more")) << "what comes after the end is ignored";
    EXPECT_EQ(parser.response().body, answer.body);
  }
}

TEST_P(Parsed, NotBeforeItsEnd) {
  const Answer& answer = GetParam();
  ResponseParser parser;
  EXPECT_EQ(feedInPieces(parser, std::string_view(answer.text).substr(0, answer.text.size() - 1), 1), 0u);
  EXPECT_FALSE(parser.finish());
}

INSTANTIATE_TEST_SUITE_P(Answers, Parsed, testing::ValuesIn(kAnswers),
                         [](const auto& answer) { return std::string(answer.param.name); });

TEST(ResponseParser, ReadsUntilTheConnectionCloses) {
  ResponseParser parser;
  EXPECT_EQ(feedInPieces(parser, "HTTP/1.1 200 OK\r\n\r\nall of it", 1), 0u);
  EXPECT_TRUE(parser.finish());
  EXPECT_EQ(parser.response().body, "all of it");
}

TEST(ResponseParser, RefusesWhatIsNotHttp) {
  const std::string ok = "HTTP/1.1 200 OK\r\n", chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
  const std::string wrong[] = {"SSH-2.0-OpenSSH\r\n",
                               "HTTP/1.1 abc OK\r\n",
                               "HTTP/1.1 099 OK\r\n",
                               ok + "no colon\r\n",
                               ok + "Content-Length: -1\r\n",
                               ok + "Content-Length: 5x\r\n",
                               ok + "Content-Length: 99999999999999999999999\r\n",
                               ok + "Content-Length: 5\r\nContent-Length: 6\r\n",
                               ok + "Content-Length: 67108865\r\n",
                               ok + "Transfer-Encoding: gzip\r\n",
                               chunked + "xyz\r\n",
                               chunked + "\r\n",
                               chunked + "1\r\nab\r\n",
                               std::string(100'000, 'x')};
  for (const std::string& text : wrong) {
    ResponseParser parser;
    EXPECT_THROW(parser.feed(text), HttpError) << text.substr(0, 100);
  }
}

TEST(ResponseParser, SurvivesEveryDistortion) {
  std::minstd_rand random(1);
  int complete = 0, refused = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text = kAnswers[random() % std::size(kAnswers)].text;
    for (int change = 0; change < 2; ++change) text[random() % text.size()] = static_cast<char>(random());
    try {
      ResponseParser parser;
      complete += parser.feed(text) || parser.finish();
    } catch (const HttpError&) {
      ++refused;
    }
  }
  EXPECT_GT(complete, 0);
  EXPECT_GT(refused, 0);
}

}  // namespace
}  // namespace threadmart
