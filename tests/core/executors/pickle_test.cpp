#include "core/executors/process/pickle.h"

#include <array>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <thread>

#include "core/executors/process/channel.h"

namespace threadmart {
namespace {

TEST(Pickle, ATaskWithEveryKindOfStepComesBack) {
  const Task task{"customer 3",
                  {ScanStep{60, true}, PowerStep{3, 9999}, SleepStep{12.5, true}, FetchStep{"/page?x=1", 500.25},
                   UploadStep{1ULL << 40, 0.5}, SendStep{64 << 20}, CountStep{1'000'000, true}}};
  const Task back = unpickleTask(pickle(task));
  EXPECT_EQ(back.name, task.name);
  ASSERT_EQ(back.steps.size(), task.steps.size());
  EXPECT_EQ(std::get<ScanStep>(back.steps[0]).items, 60U);
  EXPECT_TRUE(std::get<ScanStep>(back.steps[0]).releases_gil);
  EXPECT_EQ(std::get<PowerStep>(back.steps[1]).from, 3U);
  EXPECT_EQ(std::get<PowerStep>(back.steps[1]).to, 9999U);
  EXPECT_EQ(std::get<SleepStep>(back.steps[2]).ms, 12.5);
  EXPECT_TRUE(std::get<SleepStep>(back.steps[2]).blocks_loop);
  EXPECT_EQ(std::get<FetchStep>(back.steps[3]).url, "/page?x=1");
  EXPECT_EQ(std::get<FetchStep>(back.steps[3]).delay_ms, 500.25);
  EXPECT_EQ(std::get<UploadStep>(back.steps[4]).bytes, 1ULL << 40);
  EXPECT_EQ(std::get<SendStep>(back.steps[5]).bytes, 64ULL << 20);
  EXPECT_EQ(std::get<CountStep>(back.steps[6]).times, 1'000'000U);
  EXPECT_TRUE(std::get<CountStep>(back.steps[6]).locked);
}

TEST(Pickle, AResultComesBack) {
  TaskResult result;
  result.outcome = Outcome::Failed;
  result.error = "the server answered 404";
  result.values = {std::string("\0\x01", 2), "", std::string(100'000, 'x')};
  result.uploads = {{"task-1-1", 4096}, {"task-1-2", 0}};
  result.counted = 17;
  EXPECT_EQ(unpickleResult(pickle(result)), result);
}

TEST(Pickle, BytesThatAreCutShortAreRefused) {
  const std::string bytes = pickle(Task{"a", {ScanStep{60, true}, FetchStep{"/page", 1}}});
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_THROW(unpickleTask(bytes.substr(0, length)), std::runtime_error) << length;
  }
}

TEST(Channel, CarriesMessagesOfAnySize) {
  std::array<int, 2> pair{};
  ASSERT_EQ(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair.data()), 0);
  Channel here{Descriptor(pair[0])}, there{Descriptor(pair[1])};
  const std::string large(8 << 20, 'y');  // larger than any socket's buffer
  std::thread sender([&] {
    EXPECT_TRUE(there.send(MessageKind::Hello, 0, 0, {}));
    EXPECT_TRUE(there.send(MessageKind::Result, 4, 7, large));
    there.close();
  });
  const auto hello = here.receive();
  ASSERT_TRUE(hello);
  EXPECT_EQ(hello->kind, MessageKind::Hello);
  const auto result = here.receive();
  ASSERT_TRUE(result);
  EXPECT_EQ(result->task, 4U);
  EXPECT_EQ(result->parcel, 7U);
  EXPECT_EQ(result->bytes, large);
  EXPECT_FALSE(here.receive()) << "the other side is gone";
  sender.join();
}

TEST(Channel, ReadsSomeWithoutWaiting) {
  std::array<int, 2> pair{};
  ASSERT_EQ(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair.data()), 0);
  Channel here{Descriptor(pair[0])}, there{Descriptor(pair[1])};
  EXPECT_EQ(here.readSome(), Channel::Progress::Partial);
  ASSERT_TRUE(there.send(MessageKind::Ask, 1, 2, "1024"));
  ASSERT_EQ(here.readSome(), Channel::Progress::Complete);
  EXPECT_EQ(here.take().bytes, "1024");
  EXPECT_EQ(here.readSome(), Channel::Progress::Partial);
  there.close();
  EXPECT_EQ(here.readSome(), Channel::Progress::Gone);
}

TEST(Channel, SendingToNobodyFailsWithoutASignal) {
  std::array<int, 2> pair{};
  ASSERT_EQ(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair.data()), 0);
  Channel here{Descriptor(pair[0])};
  close(pair[1]);
  EXPECT_FALSE(here.send(MessageKind::Task, 0, 0, "x"));
}

}  // namespace
}  // namespace threadmart
