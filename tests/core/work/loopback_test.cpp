#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

#include "core/work/digest.h"
#include "core/work/http.h"
#include "core/work/server.h"
#include "core/work/upload.h"
#include "tests/core/work/descriptors.h"
#include "tests/core/work/scripted_server.h"

namespace threadmart {
namespace {

const LoopbackClient kClient;

std::string errorOf(const std::string& url) {
  const CancelToken cancel;
  try {
    kClient.exchange({"GET", url}, cancel);
  } catch (const HttpError& error) {
    return error.what();
  }
  return "no error";
}

TEST(LoopbackClient, FetchesAPage) {
  const Server server;
  const CancelToken cancel;
  const HttpResponse page = kClient.exchange({"GET", server.baseUrl() + "/threading"}, cancel);
  EXPECT_EQ(page.status, 200);
  EXPECT_NE(page.body.find("/threading"), std::string::npos);
}

TEST(LoopbackClient, UploadsMoreThanASocketTakesAtOnce) {
  const Server server;
  const CancelToken cancel;
  const std::string content = uploadContent("big", 20'000'000);
  EXPECT_EQ(kClient.exchange({"PUT", server.baseUrl() + "/upload/big", content}, cancel).status, 201);
  EXPECT_EQ(server.files().at("big"), (StoredFile{content.size(), sha256Hex(content)}));
}

TEST(LoopbackClient, ReadsAnAnswerThatComesBeforeTheBodyIsSent) {
  const ScriptedServer server("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nno!");
  const CancelToken cancel;
  const std::string content(50'000'000, 'x');
  try {  // the server may also have reset the connection before its answer was read
    EXPECT_EQ(kClient.exchange({"PUT", server.baseUrl() + "/", content}, cancel).status, 413);
  } catch (const HttpError& error) {
    EXPECT_NE(std::string(error.what()).find(server.baseUrl()), std::string::npos);
  }
}

TEST(LoopbackClient, FollowsNoRedirect) {
  const ScriptedServer server("HTTP/1.1 302 Found\r\nLocation: http://example.org/\r\nContent-Length: 0\r\n\r\n");
  const CancelToken cancel;
  HttpRequest request{"GET", server.baseUrl()};
  request.follow_redirects = true;
  EXPECT_EQ(kClient.exchange(request, cancel).status, 302);
  EXPECT_EQ(server.connections(), 1);
}

TEST(LoopbackClient, RefusesOtherUrls) {
  for (const char* url :
       {"https://127.0.0.1/", "http://example.org/", "file:///etc/passwd", "ftp://127.0.0.1/", "/page"}) {
    EXPECT_TRUE(errorOf(url).starts_with(url)) << errorOf(url);
  }
}

TEST(LoopbackClient, SaysWhatWentWrong) {
  std::string closed;
  {
    const Server gone;
    closed = gone.baseUrl();
  }
  EXPECT_NE(errorOf(closed + "/").find("Connection refused"), std::string::npos) << errorOf(closed + "/");
  const ScriptedServer silent(""), half("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab"),
      other("220 mail.example.org\r\n");
  EXPECT_NE(errorOf(silent.baseUrl()).find("closed"), std::string::npos) << errorOf(silent.baseUrl());
  EXPECT_NE(errorOf(half.baseUrl()).find("closed"), std::string::npos) << errorOf(half.baseUrl());
  EXPECT_NE(errorOf(other.baseUrl()).find("not HTTP"), std::string::npos) << errorOf(other.baseUrl());
}

TEST(LoopbackClient, IsInterruptedByACancel) {
  const Server server;
  CancelToken cancel;
  std::string error;
  std::thread client([&] {
    try {
      kClient.exchange({"GET", server.baseUrl() + "/?delay_ms=3600000"}, cancel);
    } catch (const HttpError& cancelled) {
      error = cancelled.what();
    }
  });
  while (server.requests() == 0) std::this_thread::yield();
  cancel.cancel();
  client.join();
  EXPECT_TRUE(error.ends_with("cancelled")) << error;
}

TEST(LoopbackClient, DoesNotBeginWhenAlreadyCancelled) {
  const Server server;
  CancelToken cancel;
  cancel.cancel();
  EXPECT_THROW(kClient.exchange({"GET", server.baseUrl()}, cancel), HttpError);
}

TEST(LoopbackClient, SaysWhichLimitIsReached) {
  const Server server;
  const CancelToken cancel;
  const HttpRequest request{"GET", server.baseUrl()};
  std::string error;
  {
    const NoMoreDescriptors none;
    try {
      kClient.exchange(request, cancel);
    } catch (const LimitError& limit) {
      error = limit.what();
    }
  }
  EXPECT_THAT(error, testing::ContainsRegex("all [1-9][0-9]* descriptors"));
  EXPECT_NE(error.find("ulimit -n"), std::string::npos) << error;
  EXPECT_EQ(kClient.exchange(request, cancel).status, 200) << "it works again afterwards";
}

TEST(LoopbackClient, LeavesNoDescriptorBehind) {
  const Server server;
  const auto before = openDescriptors();
  const CancelToken cancel;
  kClient.exchange({"GET", server.baseUrl()}, cancel);
  EXPECT_THROW(kClient.exchange({"GET", "http://127.0.0.1:1/"}, cancel), HttpError);
  for (int patience = 0; patience < 1000 && openDescriptors().size() > before.size() + 1; ++patience) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));  // the server's end closes in the server's thread
  }
  EXPECT_EQ(openDescriptors().size(), before.size() + 1);  // the cancel token's
}

TEST(Limits, EachHasItsText) {
  EXPECT_NE(std::string(limitError(EADDRNOTAVAIL, "x").what()).find("ip_local_port_range"), std::string::npos);
  EXPECT_NE(std::string(limitError(ENFILE, "x").what()).find("fs.file-max"), std::string::npos);
  EXPECT_NE(std::string(limitError(EAGAIN, "x").what()).find("ulimit -u"), std::string::npos);
  const std::string files = limitError(EMFILE, "cannot connect", 12'345).what();
  EXPECT_TRUE(files.starts_with("cannot connect: ")) << files;
  EXPECT_NE(files.find("12345 are needed"), std::string::npos) << files;
  EXPECT_FALSE(isLimit(ECONNREFUSED));
}

}  // namespace
}  // namespace threadmart
