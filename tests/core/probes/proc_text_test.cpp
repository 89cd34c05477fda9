#include "core/probes/proc_text.h"

#include <gtest/gtest.h>

namespace threadmart {
namespace {

TEST(ProcText, FindsTheModelOfTheFirstCore) {
  EXPECT_EQ(proc::cpuModel("processor\t: 0\nmodel\t\t: 85\nmodel name\t: Some CPU @ 2.00GHz\nprocessor\t: 1\n"),
            "Some CPU @ 2.00GHz");
  EXPECT_EQ(proc::cpuModel("processor\t: 0\nFeatures\t: fp asimd\n"), "");
}

TEST(ProcText, TakesThePrettyNameOutOfItsQuotes) {
  EXPECT_EQ(proc::systemName("NAME=\"Debian\"\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\n"),
            "Debian GNU/Linux 12 (bookworm)");
  EXPECT_EQ(proc::systemName("PRETTY_NAME=Plain"), "Plain");
  EXPECT_EQ(proc::systemName("NAME=x\n"), "");
}

TEST(ProcText, BusyIsAllButIdleAndWaitingForDisks) {
  const CoreTimes times = proc::coreTimes(
      "cpu  1 1 1 1 1 1 1 1 1 1\n"
      "cpu0 100 20 30 400 50 6 7 8 90 0\n"
      "cpu2 1 0 0 9 0 0 0 0 0 0\n"
      "intr 5\n");
  // Guest time (90) stands in user time already. Core 1 is switched off and has no line.
  EXPECT_EQ(times.total, (std::vector<std::uint64_t>{621, 0, 10}));
  EXPECT_EQ(times.busy, (std::vector<std::uint64_t>{171, 0, 1}));
}

TEST(ProcText, ReadsAProcessWhateverItsName) {
  const auto use =
      proc::processUse("4711 (a (b) c) d) R 1 2 3 0 -1 4194304 99 0 0 0 250 50 7 8 20 0 1 0 96975 3133440 360\n",
                       "900 360 120 5 0 70 0\n", 100, 4096);
  ASSERT_TRUE(use);
  EXPECT_EQ(use->pid, 4711u);
  EXPECT_EQ(use->state, 'R');
  EXPECT_EQ(use->cpu, 3'000'000'000);
  EXPECT_EQ(use->resident_bytes, 360u * 4096);
  EXPECT_EQ(use->shared_bytes, 120u * 4096);
}

TEST(ProcText, RefusesProcessTextsCutShort) {
  const std::string stat = "1 (x) S 1 2 3 0 -1 0 99 0 0 0 25 5 7 8 20\n";
  EXPECT_TRUE(proc::processUse(stat, "9 8 7 0\n", 100, 4096));
  EXPECT_FALSE(proc::processUse("", "", 100, 4096));
  EXPECT_FALSE(proc::processUse("1 (x) S 1 2", "9 8 7 0\n", 100, 4096));
  EXPECT_FALSE(proc::processUse(stat, "9 8", 100, 4096));
}

TEST(ProcText, RunDelayIsTheSecondField) {
  EXPECT_EQ(proc::runDelay("210462 48095 1\n"), 48095);
  EXPECT_FALSE(proc::runDelay("210462\n"));
  EXPECT_FALSE(proc::runDelay(""));
}

TEST(ProcText, ALimitMayBeNone) {
  EXPECT_EQ(proc::limit("4194304\n"), 4194304u);
  EXPECT_FALSE(proc::limit("max\n"));
  EXPECT_FALSE(proc::limit(""));
}

TEST(ProcText, CountsTheThreadsOfTheSystem) {
  EXPECT_EQ(proc::systemThreads("0.20 0.18 0.12 1/680 11206\n"), 680u);
  EXPECT_EQ(proc::systemThreads("nonsense"), 0u);
}

TEST(ProcText, FindsTheCgroupThatCountsProcesses) {
  EXPECT_EQ(proc::pidsFolder("0::/user.slice/session-1.scope\n"), "/sys/fs/cgroup/user.slice/session-1.scope");
  EXPECT_EQ(proc::pidsFolder("9:name=systemd:/\n8:pids:/jobs/7\n0::/\n"), "/sys/fs/cgroup/pids/jobs/7");
  EXPECT_EQ(proc::pidsFolder("0::/\n"), "/sys/fs/cgroup");
  EXPECT_EQ(proc::pidsFolder(""), "/sys/fs/cgroup");
}

}  // namespace
}  // namespace threadmart
