#include <gmock/gmock.h>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/projections/slices.h"
#include "core/recording/trace_file.h"
#include "core/recording/trace_format.h"
#include "core/recording/trace_reader.h"
#include "tests/core/recording/trace_samples.h"

namespace threadmart {
namespace {

using testing::HasSubstr;

void expectSameAfterReading(const Recording& recording) {
  const std::string json = traceJson(recording);
  const std::unique_ptr<Recording> read = parseTrace(json, "test");
  EXPECT_EQ(read->info(), recording.info());
  EXPECT_EQ(eventsOf(*read), eventsOf(recording));
  EXPECT_EQ(traceJson(*read), json) << "written again, byte by byte";
}

TEST(TraceRoundtrip, RandomRecordingsOfEveryKindOfEvent) {
  for (unsigned seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    expectSameAfterReading(*randomRecording(seed, 400));
  }
}

TEST(TraceRoundtrip, EachKindByItself) {
  for (int kind = 0; kind < kEventKinds; ++kind)
    for (std::uint8_t detail = 0; detail < 7; ++detail) {
      Recording recording(fullInfo());
      const std::vector<Event> events{{.time = 1,
                                       .value = 2,
                                       .task = 3,
                                       .worker = 1,
                                       .count = 4,
                                       .core = 5,
                                       .kind = static_cast<EventKind>(kind),
                                       .detail = detail}};
      recording.append(events);
      SCOPED_TRACE(kind);
      expectSameAfterReading(recording);
    }
}

TEST(TraceRoundtrip, HowLongATaskWasAskedToStayAwayAndWhatItsTicketSays) {
  Recording recording(fullInfo());
  const std::vector<Event> events{{.time = 1,
                                   .value = 500'000'001,
                                   .task = 3,
                                   .worker = 1,
                                   .kind = EventKind::TaskState,
                                   .detail = static_cast<std::uint8_t>(TaskState::Io)},
                                  {.time = 2,
                                   .value = ~0ull,
                                   .task = 3,
                                   .worker = 1,
                                   .kind = EventKind::FutureState,
                                   .detail = static_cast<std::uint8_t>(FutureState::Done)}};
  recording.append(events);
  expectSameAfterReading(recording);
  EXPECT_THAT(traceJson(recording), HasSubstr("\"asked_ns\":500000001"));
  EXPECT_THAT(traceJson(recording), HasSubstr("\"result\":18446744073709551615"));
}

TEST(TraceRoundtrip, MoreEventsThanAChunk) {
  expectSameAfterReading(*randomRecording(99, kChunkEvents + 10));
}

TEST(TraceRoundtrip, NothingAtAll) {
  expectSameAfterReading(Recording{RunInfo{}});
}

TEST(TraceRoundtrip, ARunThatWasCutOff) {
  RunInfo info = fullInfo();
  info.finished = false;
  info.counter.reset();
  info.uploads.reset();
  Recording recording(info);
  const std::vector<Event> events{
      {.time = 0, .value = packThread(9, 9), .kind = EventKind::RunStarted},
      {.time = 1, .task = 0, .kind = EventKind::TaskSubmitted},
      {.time = 2, .task = 1, .kind = EventKind::TaskSubmitted},
      {.time = 7, .task = 0, .worker = 1, .core = 0, .kind = EventKind::TaskState, .detail = 1},
      {.time = 9, .value = 3, .core = 0, .kind = EventKind::CoreLoad},
  };
  recording.append(events);
  expectSameAfterReading(recording);
  const auto read = parseTrace(traceJson(recording), "test");
  EXPECT_TRUE(makeSlices(read->snapshot()).back().open) << "what was open is open again";
}

TEST(TraceRoundtrip, TimesToTheNanosecondHoweverLate) {
  constexpr Nanos kLast = std::numeric_limits<Nanos>::max(), kFirst = std::numeric_limits<Nanos>::min();
  Recording recording(RunInfo{});
  std::vector<Event> events;
  for (Nanos time :
       {kFirst, Nanos{-1'000'001}, Nanos{-1}, Nanos{0}, Nanos{1}, Nanos{10}, Nanos{1'234'567}, kLast - 1, kLast})
    events.push_back({.time = time, .kind = EventKind::ItemScanned});
  recording.append(events);
  expectSameAfterReading(recording);
}

TEST(TraceRoundtrip, WrittenByAnotherProgramInAnotherOrder) {
  const std::string json = R"({ "traceEvents" : [
      { "args" : { "items" : 2 , "task" : 1 }, "tid" : 1, "pid": 1, "ts" : 12.5 , "cat": "io", "ph": "i", "extra": [1, {"a": 2}] } ,
      { "name": "thread_name", "args": {"name": "x"}, "ph" : "M", "pid": 1 } ],
      "other" : null, "otherData": { "more": 1, "threadmart" : )" +
                           infoToJson(fullInfo()).dump() + "} }";
  const auto read = parseTrace(json, "test");
  EXPECT_EQ(read->info(), fullInfo());
  EXPECT_THAT(eventsOf(*read), testing::ElementsAre(Event{
                                   .time = 12'500, .task = 1, .count = 2, .kind = EventKind::TaskState, .detail = 2}));
}

TEST(TraceRoundtrip, TextThatIsNoUtf8StaysAValidFile) {
  RunInfo info;
  info.title = "broken \xff text";
  const auto read = parseTrace(traceJson(Recording{info}), "test");
  EXPECT_THAT(read->info().title, HasSubstr("broken "));
}

TEST(TraceFormat, EveryKindHasItsOwnCat) {
  for (int kind = 0; kind < kEventKinds; ++kind) {
    const KindSpelling& spelling = spellingOf(static_cast<EventKind>(kind));
    const auto meaning = meaningOf(spelling.cat);
    ASSERT_TRUE(meaning);
    EXPECT_EQ(meaning->kind, spelling.kind) << spelling.cat;
    EXPECT_EQ(argField(spelling.value), ArgField::Value) << spelling.value;
    EXPECT_EQ(argField(spelling.count), ArgField::Count) << spelling.count;
  }
  for (std::uint8_t state = 0; state < kTaskStates; ++state) EXPECT_EQ(meaningOf(stateCat(state))->detail, state);
}

TEST(TraceFormat, MicrosecondsAreReadToTheNanosecond) {
  EXPECT_EQ(parseMicroseconds("0"), 0);
  EXPECT_EQ(parseMicroseconds("12.5 \n"), 12'500);
  EXPECT_EQ(parseMicroseconds("-0.001"), -1);
  EXPECT_EQ(parseMicroseconds("7.0019"), 7'001);
  EXPECT_EQ(parseMicroseconds("9223372036854775.807"), std::numeric_limits<Nanos>::max());
  EXPECT_EQ(parseMicroseconds("9223372036854775.808"), std::nullopt);
  EXPECT_EQ(parseMicroseconds("99999999999999999999999"), std::nullopt);
  EXPECT_EQ(parseMicroseconds("\"12\""), std::nullopt);
  EXPECT_EQ(parseMicroseconds("1e3"), std::nullopt);
  EXPECT_EQ(parseMicroseconds(""), std::nullopt);
}

}  // namespace
}  // namespace threadmart
