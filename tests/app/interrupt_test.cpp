#include "app/command_line/interrupt.h"

#include <csignal>
#include <gtest/gtest.h>
#include <poll.h>
#include <unistd.h>

namespace threadmart {
namespace {

bool becomesCancelled(const CancelToken& cancel) {
  pollfd watched{cancel.descriptor(), POLLIN, 0};
  return ::poll(&watched, 1, 10'000) == 1 && cancel.cancelled();
}

TEST(Interrupt, CancelsInsteadOfEndingTheProgram) {
  CancelToken cancel;
  const InterruptCancels interrupt(cancel);
  EXPECT_FALSE(cancel.cancelled());
  ::kill(::getpid(), SIGINT);
  EXPECT_TRUE(becomesCancelled(cancel));
}

TEST(Interrupt, LeavesWithoutOne) {
  CancelToken cancel;
  { const InterruptCancels interrupt(cancel); }
  EXPECT_FALSE(cancel.cancelled());
  sigset_t blocked;
  pthread_sigmask(SIG_SETMASK, nullptr, &blocked);
  EXPECT_EQ(sigismember(&blocked, SIGINT), 0);
}

TEST(InterruptDeathTest, ASecondOneEndsTheProgramAtOnce) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(
      {
        CancelToken cancel;
        const InterruptCancels interrupt(cancel);
        ::kill(::getpid(), SIGINT);
        if (becomesCancelled(cancel)) ::kill(::getpid(), SIGINT);
        ::sleep(10);
      },
      testing::ExitedWithCode(130), "");
}

}  // namespace
}  // namespace threadmart
