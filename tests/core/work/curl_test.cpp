#include <gtest/gtest.h>
#include <poll.h>
#include <thread>

#include "core/work/curl_client.h"
#include "core/work/digest.h"
#include "core/work/server.h"
#include "core/work/upload.h"
#include "tests/core/work/descriptors.h"
#include "tests/core/work/scripted_server.h"

namespace threadmart {
namespace {

std::string errorOf(const HttpRequest& request) {
  const CancelToken cancel;
  try {
    CurlClient().exchange(request, cancel);
  } catch (const HttpError& error) {
    return error.what();
  }
  return "no error";
}

// Waits for the loop as an event loop would: by its descriptor alone.
void finishAll(CurlLoop& loop) {
  while (loop.underWay() > 0) {
    pollfd fd{loop.descriptor(), POLLIN, 0};
    ASSERT_EQ(poll(&fd, 1, 60'000), 1) << "the descriptor never became readable";
    loop.process();
  }
}

TEST(CurlClient, SeesWhatTheLoopbackClientSees) {
  const Server server;
  const CancelToken cancel;
  const HttpRequest request{"GET", server.baseUrl() + "/threading"};
  const HttpResponse page = CurlClient().exchange(request, cancel);
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.body, LoopbackClient().exchange(request, cancel).body);
  EXPECT_EQ(page.body, WebClient().exchange(request, cancel).body);
}

TEST(CurlClient, Uploads) {
  const Server server;
  const CancelToken cancel;
  const std::string content = uploadContent("big", 3'000'000);
  EXPECT_EQ(CurlClient().exchange({"PUT", server.baseUrl() + "/upload/big", content}, cancel).status, 201);
  EXPECT_EQ(CurlClient().exchange({"PUT", server.baseUrl() + "/upload/none", ""}, cancel).status, 201);
  EXPECT_EQ(server.files().at("big"), (StoredFile{content.size(), sha256Hex(content)}));
  EXPECT_EQ(server.files().at("none"), (StoredFile{0, sha256Hex("")}));
}

TEST(CurlClient, AnAnswerIsNoError) {
  const Server server;
  const CancelToken cancel;
  EXPECT_EQ(CurlClient().exchange({"PUT", server.baseUrl() + "/elsewhere", "x"}, cancel).status, 404);
}

TEST(CurlClient, RefusesOtherSchemes) {
  for (const char* url : {"file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "/page"}) {
    EXPECT_NE(errorOf({"GET", url}).find("http:// or https://"), std::string::npos) << url;
  }
}

TEST(CurlClient, SaysWhatWentWrong) {
  EXPECT_TRUE(errorOf({"GET", "https://127.0.0.1:1/"}).starts_with("https://127.0.0.1:1/: "));
  EXPECT_NE(errorOf({"GET", "https://no..name/"}).find("check the name"), std::string::npos);
  const ScriptedServer half("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab"), plain("HTTP/1.1 200 OK\r\n\r\n");
  EXPECT_TRUE(errorOf({"GET", half.baseUrl()}).starts_with(half.baseUrl()));
  EXPECT_NE(errorOf({"GET", "https" + plain.baseUrl().substr(4)}), "no error") << "plain http where TLS was asked for";
}

TEST(CurlClient, RefusesAnEndlessAnswer) {
  const ScriptedServer server("HTTP/1.1 200 OK\r\n\r\n" + std::string(kLargestResponse + 1, 'x'));
  EXPECT_NE(errorOf({"GET", server.baseUrl()}).find("larger than"), std::string::npos);
}

TEST(CurlClient, FollowsRedirectsOnlyWhenAllowed) {
  const Server target;
  const ScriptedServer server("HTTP/1.1 302 Found\r\nLocation: " + target.baseUrl() +
                              "/there\r\nContent-Length: 0\r\n\r\n");
  const CancelToken cancel;
  HttpRequest request{"GET", server.baseUrl()};
  EXPECT_EQ(CurlClient().exchange(request, cancel).status, 302);
  EXPECT_EQ(target.requests(), 0u);
  request.follow_redirects = true;
  EXPECT_EQ(CurlClient().exchange(request, cancel).status, 200);
  EXPECT_EQ(target.requests(), 1u);
  request.method = "PUT";
  EXPECT_EQ(CurlClient().exchange(request, cancel).status, 302) << "an upload goes where it was told to";
}

TEST(CurlClient, FollowsRedirectsNeitherForEverNorToFiles) {
  const ScriptedServer circle(
      "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  HttpRequest request{"GET", circle.baseUrl()};
  request.follow_redirects = true;
  EXPECT_NE(errorOf(request), "no error");
  EXPECT_EQ(circle.connections(), 11);
  const ScriptedServer file("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n");
  request.url = file.baseUrl();
  EXPECT_NE(errorOf(request).find("file"), std::string::npos) << errorOf(request);
}

TEST(CurlClient, IsInterruptedByACancel) {
  const Server server;
  CancelToken cancel;
  std::string error;
  std::thread client([&] {
    try {
      CurlClient().exchange({"GET", server.baseUrl() + "/?delay_ms=3600000"}, cancel);
    } catch (const HttpError& cancelled) {
      error = cancelled.what();
    }
  });
  while (server.requests() == 0) std::this_thread::yield();
  cancel.cancel();
  client.join();
  EXPECT_TRUE(error.ends_with("cancelled")) << error;
}

TEST(CurlLoop, CarriesManyAtOnce) {
  constexpr int kRequests = 50;
  const Server server;
  CurlLoop loop;
  int answered = 0;
  for (int i = 0; i < kRequests; ++i) {
    loop.start({"GET", server.baseUrl() + "/" + std::to_string(i) + "?delay_ms=300"},
               [&, i](HttpResponse page, auto error) {
                 EXPECT_FALSE(error);
                 EXPECT_NE(page.body.find("/" + std::to_string(i) + " "), std::string::npos);
                 ++answered;
               });
  }
  EXPECT_EQ(loop.underWay(), static_cast<std::size_t>(kRequests));
  finishAll(loop);
  EXPECT_EQ(answered, kRequests);
  EXPECT_GT(server.peakConnections(), 1u);
}

TEST(CurlLoop, StartsTheNextFromTheAnswerOfTheLast) {
  const Server server;
  CurlLoop loop;
  std::string order;
  const auto startSecond = [&](HttpResponse, std::exception_ptr) {
    order += "1";
    loop.start({"GET", server.baseUrl() + "/two"}, [&](HttpResponse page, std::exception_ptr) {
      order += "2";
      EXPECT_EQ(page.status, 200);
    });
  };
  loop.start({"GET", server.baseUrl() + "/one"}, startSecond);
  finishAll(loop);
  EXPECT_EQ(order, "12");
}

TEST(CurlLoop, HasNothingToDoWhileItWaits) {
  const Server server;
  CurlLoop loop;
  loop.start({"GET", server.baseUrl() + "/?delay_ms=3600000"}, [](HttpResponse, std::exception_ptr) { FAIL(); });
  pollfd fd{loop.descriptor(), POLLIN, 0};
  while (server.requests() == 0) {
    if (poll(&fd, 1, 10) == 1) loop.process();
  }
  int idle = 0;
  for (int round = 0; round < 100 && idle < 5; ++round) {
    if (poll(&fd, 1, 20) == 1) {
      loop.process();
    } else {
      ++idle;
    }
  }
  EXPECT_EQ(idle, 5) << "its descriptor stays readable: an event loop would spin";
  EXPECT_EQ(loop.underWay(), 1u);
}

TEST(CurlLoop, SaysWhichLimitIsReached) {
  const Server server;
  std::exception_ptr failure;
  CurlLoop loop;
  {
    const NoMoreDescriptors none;
    loop.start({"GET", server.baseUrl()}, [&](HttpResponse, std::exception_ptr error) { failure = error; });
    finishAll(loop);
  }
  ASSERT_TRUE(failure);
  EXPECT_THROW(std::rethrow_exception(failure), LimitError);
}

TEST(CurlLoop, SaysWhichLimitKeepsItFromStarting) {
  const NoMoreDescriptors none;
  EXPECT_THROW(CurlLoop(), LimitError);
}

TEST(CurlLoop, LeavesNoDescriptorBehind) {
  { CurlLoop loop; }  // what the libraries open once and for all
  const auto before = openDescriptors();
  {
    const Server server;
    CurlLoop loop;
    loop.start({"GET", server.baseUrl()}, [](HttpResponse, std::exception_ptr) {});
    finishAll(loop);
    loop.start({"GET", server.baseUrl() + "/?delay_ms=3600000"}, [](HttpResponse, std::exception_ptr) { FAIL(); });
    while (server.requests() < 2) loop.process();
  }
  EXPECT_EQ(openDescriptors(), before);
}

}  // namespace
}  // namespace threadmart
