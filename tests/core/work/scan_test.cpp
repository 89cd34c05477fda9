#include "core/work/scan.h"

#include <gtest/gtest.h>

namespace threadmart {
namespace {

TEST(Scan, GoesTheSameWayOnEveryMachine) {  // the values are Python's
  EXPECT_EQ(scanChunk(1, 0), 1u);
  EXPECT_EQ(scanChunk(1, 1), 0x01635F5558FF5C2Eu);
  EXPECT_EQ(scanChunk(1, 6'750), 0xB0D7DEC70FBDA636u);
  EXPECT_EQ(scanChunk(0, 675'000), 0x52C8A859F86EDCE8u);
}

TEST(Scan, ChunksMakeUpTheItem) {
  std::uint64_t state = 7;
  for (std::uint32_t chunk = 0; chunk < kChunksPerItem; ++chunk) state = scanChunk(state, kChunkIterations);
  EXPECT_EQ(state, scanChunk(7, kItemIterations));
}

TEST(Scan, AnItemTakesTimeThatCanBeMeasured) {
  EXPECT_GT(measureItem(), kItemIterations / 10) << "more than ten dependent steps a nanosecond: it was optimised away";
}

}  // namespace
}  // namespace threadmart
