#include "core/work/server.h"

#include <array>
#include <gtest/gtest.h>
#include <memory>
#include <optional>
#include <sys/epoll.h>
#include <thread>
#include <vector>

#include "core/events/clock.h"
#include "core/probes/machine.h"
#include "core/work/digest.h"
#include "core/work/http.h"
#include "core/work/upload.h"
#include "tests/core/work/descriptors.h"

namespace threadmart {
namespace {

constexpr Nanos kMillisecond = 1'000'000;

// Sends a text as it is; what comes back until the server closes.
std::string say(const Server& server, std::string_view text) {
  const Descriptor connection = startConnection(*parseUrl(server.baseUrl()));
  fcntl(connection.get(), F_SETFL, 0);
  EXPECT_EQ(::write(connection.get(), text.data(), text.size()), static_cast<ssize_t>(text.size()));
  std::string answer;
  std::array<char, 4096> data;
  for (ssize_t got = 0; (got = ::read(connection.get(), data.data(), data.size())) > 0;) {
    answer.append(data.data(), static_cast<std::size_t>(got));
  }
  return answer;
}

HttpResponse get(const Server& server, const std::string& path) {
  const CancelToken cancel;
  return LoopbackClient().exchange({"GET", server.baseUrl() + path}, cancel);
}

// One upload of many, in flight at the same time.
struct Upload {
  Upload(const Server& server, std::string file, int delay_ms)
      : name(std::move(file)),
        content(uploadContent(name, 777)),
        exchange({"PUT", server.baseUrl() + "/upload/" + name + "?delay_ms=" + std::to_string(delay_ms), content}),
        started(monotonicNow()) {
    exchange.advance();
  }

  std::string name, content;
  LoopbackExchange exchange;
  Nanos started, took = 0;
};
using Uploads = std::vector<std::unique_ptr<Upload>>;

void finishAll(const Uploads& uploads) {
  const Descriptor epoll(epoll_create1(EPOLL_CLOEXEC));
  for (std::size_t i = 0; i < uploads.size(); ++i) {
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLET;
    event.data.u64 = i;
    epoll_ctl(epoll.get(), EPOLL_CTL_ADD, uploads[i]->exchange.descriptor(), &event);
  }
  std::array<epoll_event, 64> events;
  for (std::size_t done = 0; done < uploads.size();) {
    const int count = epoll_wait(epoll.get(), events.data(), static_cast<int>(events.size()), 60'000);
    ASSERT_GT(count, 0) << done << " of " << uploads.size() << " are done";
    for (int i = 0; i < count; ++i) {
      Upload& upload = *uploads[events[i].data.u64];
      if (upload.took != 0 || !upload.exchange.advance()) continue;
      upload.took = monotonicNow() - upload.started;
      ++done;
    }
  }
}

TEST(Server, HoldsTwoThousandConnectionsAtOnce) {
  constexpr int kUploads = 2000, kDelayMs = 3000;
  if (raiseDescriptorLimit() < 2 * kUploads + 100) GTEST_SKIP() << "this machine allows too few open files";
  const Server server;
  Uploads uploads;
  for (int i = 0; i < kUploads; ++i)
    uploads.push_back(std::make_unique<Upload>(server, "file-" + std::to_string(i), kDelayMs));
  finishAll(uploads);

  const auto files = server.files();
  EXPECT_EQ(files.size(), uploads.size());
  for (const auto& upload : uploads) {
    EXPECT_EQ(upload->exchange.response().status, 201);
    EXPECT_GE(upload->took, kDelayMs * kMillisecond);
    EXPECT_EQ(files.at(upload->name), (StoredFile{upload->content.size(), sha256Hex(upload->content)}));
  }
  EXPECT_EQ(server.requests(), uploads.size());
  EXPECT_EQ(server.peakConnections(), uploads.size());
  EXPECT_EQ(server.acceptFailures(), 0u);
}

TEST(Server, PagesFollowFromTheirPath) {
  const Server server;
  EXPECT_EQ(get(server, "/a").body, get(server, "/a?delay_ms=1").body);
  EXPECT_NE(get(server, "/a").body, get(server, "/b").body);
  EXPECT_EQ(get(server, "/<script>").body.find("<script>"), std::string::npos);
}

TEST(Server, NeverAnswersTooEarly) {
  const Server server;
  for (const char* delay : {"1", "2.5", "7", "0.25"}) {
    const Nanos start = monotonicNow();
    get(server, std::string("/?delay_ms=") + delay);
    EXPECT_GE(monotonicNow() - start, std::stod(delay) * kMillisecond);
  }
}

TEST(Server, SaysWhatItDoesNotUnderstand) {
  const Server server;
  for (const char* delay : {"-1", "x", "1x", "nan", "inf", "1e99", "", "86400001"}) {
    EXPECT_EQ(get(server, std::string("/?delay_ms=") + delay).status, 400) << delay;
  }
  EXPECT_EQ(get(server, "/?other=5&delay_ms=1&more=x").status, 200);
  const CancelToken cancel;
  for (const char* path : {"/upload/", "/upload", "/elsewhere/x"}) {
    EXPECT_EQ(LoopbackClient().exchange({"PUT", server.baseUrl() + path, "abc"}, cancel).status, 404) << path;
  }
  EXPECT_TRUE(server.files().empty());
}

TEST(Server, SurvivesNonsense) {
  const Server server;
  say(server, "\r\n\r\n");
  say(server, "nonsense\r\n\r\n");
  say(server, "DELETE / HTTP/1.1\r\nConnection: close\r\n\r\n");
  say(server, "GET / HTTP/1.1\r\nX: " + std::string(100'000, 'x') + "\r\n\r\n");
  say(server, "PUT /upload/x HTTP/1.1\r\nContent-Length: 99999999999\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(get(server, "/").status, 200);
  EXPECT_TRUE(server.files().empty());
}

TEST(Server, TakesAnUploadInChunks) {
  const Server server;
  const std::string answer = say(server,
                                 "PUT /upload/x HTTP/1.1\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                                 "2\r\nab\r\n1\r\nc\r\n0\r\n\r\n");
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 201 ")) << answer;
  EXPECT_EQ(server.files().at("x"), (StoredFile{3, sha256Hex("abc")}));
}

TEST(Server, ForgetsClientsThatLeave) {
  const auto before = openDescriptors();
  {
    const Server server;
    for (int i = 0; i < 20; ++i) Upload(server, std::to_string(i), i % 2 == 0 ? 20 : 3'600'000);
    while (server.requests() < 20) std::this_thread::yield();
    get(server, "/?delay_ms=100");  // meanwhile half of the answers have become due
  }
  EXPECT_EQ(openDescriptors(), before);
}

TEST(Server, EndsWithAnswersStillDue) {
  const auto before = openDescriptors();
  {
    auto server = std::make_unique<Server>();
    Upload due(*server, "due", 3'600'000);
    while (server->requests() == 0) std::this_thread::yield();
    server.reset();
    bool closed = false;
    try {
      for (int i = 0; i < 10'000 && !closed; ++i) {
        due.exchange.advance();
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
      }
    } catch (const HttpError&) {
      closed = true;
    }
    EXPECT_TRUE(closed);
  }
  EXPECT_EQ(openDescriptors(), before);
}

TEST(Server, HandsNoDescriptorDown) {
  const auto inherited = inheritedDescriptors();
  const Server server;
  Upload due(server, "due", 3'600'000);
  while (server.requests() == 0) std::this_thread::yield();
  // A sanitizer's runtime opens files of its own for a moment; what the server opens, it keeps.
  for (int attempt = 0; attempt < 50 && inheritedDescriptors() != inherited; ++attempt) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  EXPECT_EQ(inheritedDescriptors(), inherited);
}

// An upload that has taken the last descriptor: none is left for the server to accept it with.
std::unique_ptr<Upload> uploadWithTheLastDescriptor(const Server& server, std::optional<NoMoreDescriptors>& none) {
  Descriptor last(dup(STDIN_FILENO));
  none.emplace();
  last.reset();
  return std::make_unique<Upload>(server, "late", 0);
}

TEST(Server, WaitsForDescriptorsWithoutSpinning) {
  const Server server;
  const Nanos start = monotonicNow();
  std::optional<NoMoreDescriptors> none;
  Uploads uploads;
  uploads.push_back(uploadWithTheLastDescriptor(server, none));
  while (server.acceptFailures() < 3) std::this_thread::yield();
  none.reset();
  const Nanos elapsed = monotonicNow() - start;
  EXPECT_LE(server.acceptFailures(), static_cast<std::uint64_t>(elapsed / (20 * kMillisecond)) + 2);
  finishAll(uploads);
  EXPECT_EQ(uploads[0]->exchange.response().status, 201);
}

TEST(Server, RefusesWhenDescriptorsDoNotComeBack) {
  const Server server;
  std::optional<NoMoreDescriptors> none;
  const auto upload = uploadWithTheLastDescriptor(server, none);
  while (!upload->exchange.advance()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  const HttpResponse& response = upload->exchange.response();
  EXPECT_EQ(response.status, 503);
  EXPECT_NE(response.body.find("ulimit -n"), std::string::npos) << response.body;
  EXPECT_TRUE(response.body.ends_with("Try again.")) << response.body;
  EXPECT_GE(server.acceptFailures(), 1u);
  EXPECT_EQ(server.requests(), 0u);
}

TEST(Server, SaysSoWhenItCannotStart) {
  std::string error;
  {
    const NoMoreDescriptors none;
    try {
      const Server server;
    } catch (const LimitError& limit) {
      error = limit.what();
    }
  }
  EXPECT_NE(error.find("ulimit -n"), std::string::npos) << error;
}

}  // namespace
}  // namespace threadmart
