// Slides: what they say, and that the three formats hold what they should.
#include "ui/export/slide.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include "tests/support/golden.h"
#include "tests/support/hand_made_run.h"
#include "ui/export/slide_content.h"

namespace threadmart {
namespace {

using namespace testing_support;

Recordings sixWays() {
  Recordings recordings;
  for (const char* executor : {"sequential", "threads-gil", "event-loop", "process-pool", "process-per-task"})
    recordings.push_back(pages(executor));
  return recordings;
}

QByteArray read(const QString& name) {
  QFile file(name);
  EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name.toStdString();
  return file.readAll();
}

class Slides : public testing::Test {
 protected:
  QString path(const QString& name) const { return folder_.filePath(name); }
  QImage png(const Recordings& recordings, const SlideOptions& options) const {
    exportSlide(recordings, options, path(QStringLiteral("slide.png")));
    return QImage(path(QStringLiteral("slide.png")));
  }

  QTemporaryDir folder_;
};

TEST_F(Slides, SeveralRecordingsOnOneAxis) {
  SlideOptions options;
  options.subtitle = QStringLiteral("Each page takes 0.5 s to answer and 60 ms of work. Two cores, same time axis.");
  expectPicture(png(sixWays(), options), QStringLiteral("slide-six-ways"));
}

TEST_F(Slides, OneRecordingInEachTheme) {
  expectPicture(png({gilRun()}, {.size = {1280, 720}}), QStringLiteral("slide-gil"));
  expectPicture(png({gilRun()}, {.size = {1280, 720}, .theme = ThemeKind::Dark}), QStringLiteral("slide-gil-dark"));
  expectPicture(png({allStates()}, {.size = {1280, 720}, .theme = ThemeKind::Print}),
                QStringLiteral("slide-states-print"));
}

TEST_F(Slides, AThousandLanesAndALowStrip) {
  expectPicture(png({manyTasks(1000)}, {.size = {1280, 720}, .by = LaneBy::Task}), QStringLiteral("slide-thousand"));
  expectPicture(png({pages("threads-gil")}, {.size = {1600, 400}}), QStringLiteral("slide-strip"));
}

TEST_F(Slides, SameInputSameBytes) {
  for (const char* suffix : {"png", "svg", "pdf"}) {
    const QString first = path(QStringLiteral("a.") + QLatin1String(suffix)),
                  second = path(QStringLiteral("b.") + QLatin1String(suffix));
    exportSlide(sixWays(), {}, first);
    exportSlide(sixWays(), {}, second);
    EXPECT_EQ(read(first), read(second)) << suffix;
  }
}

TEST_F(Slides, PdfCarriesTheDateOfTheRun) {
  exportSlide({gilRun()}, {}, path(QStringLiteral("slide.pdf")));
  EXPECT_TRUE(read(path(QStringLiteral("slide.pdf"))).contains("/CreationDate (D:20261123101500"));
}

TEST_F(Slides, SvgIsWellFormedAndItsTextIsText) {
  exportSlide(sixWays(), {}, path(QStringLiteral("slide.svg")));
  const QByteArray svg = read(path(QStringLiteral("slide.svg")));
  QXmlStreamReader reader(svg);
  QStringList texts;
  while (!reader.atEnd())
    if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QLatin1String("text"))
      texts << reader.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
  EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString();
  EXPECT_TRUE(texts.contains(QStringLiteral("Six web pages, six ways to wait")));
  EXPECT_TRUE(texts.contains(QStringLiteral("threads-gil")));
  EXPECT_TRUE(svg.contains("font-family=\"Inter\""));
  EXPECT_FALSE(svg.contains("clip-path"));
  EXPECT_FALSE(svg.contains("<image"));
}

TEST_F(Slides, PdfHoldsItsTextAndOnePage) {
  const QString tool = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
  if (tool.isEmpty()) GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
  exportSlide(sixWays(), {}, path(QStringLiteral("slide.pdf")));
  QProcess process;
  process.start(tool, {QStringLiteral("-layout"), path(QStringLiteral("slide.pdf")), QStringLiteral("-")});
  ASSERT_TRUE(process.waitForFinished());
  EXPECT_EQ(process.readAllStandardError(), QByteArray());
  const QString text = QString::fromUtf8(process.readAllStandardOutput());
  for (const char* words :
       {"Six web pages, six ways to wait", "event-loop", "1 thread, 6 coroutines", "3.36 s", "measured 23 Nov 2026"})
    EXPECT_TRUE(text.contains(QString::fromUtf8(words))) << words << " in\n" << text.toStdString();
  EXPECT_EQ(text.count(QChar(u'\f')), 1);
}

TEST_F(Slides, TransparentLeavesTheBackgroundOut) {
  const QImage image = png({gilRun()}, {.transparent = true});
  EXPECT_EQ(qAlpha(image.pixel(2, 2)), 0);
  EXPECT_FALSE(png({gilRun()}, {}).hasAlphaChannel());
}

TEST_F(Slides, SizeIsWhatWasAskedFor) {
  for (const QSize size : {QSize(320, 180), QSize(1080, 1920), QSize(3840, 2160)})
    EXPECT_EQ(png(sixWays(), {.size = size}).size(), size);
}

std::string errorOf(const Recordings& recordings, const SlideOptions& options, const QString& file) {
  try {
    exportSlide(recordings, options, file);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "no error";
}

TEST_F(Slides, SaysWhatIsWrong) {
  EXPECT_EQ(errorOf({gilRun()}, {}, QStringLiteral("x.bmp")), "x.bmp: a picture can be a .png, .svg or .pdf file");
  EXPECT_EQ(errorOf({}, {}, path(QStringLiteral("x.png"))), "there is no recording to draw");
  EXPECT_NE(errorOf({gilRun()}, {.size = {10, 10}}, path(QStringLiteral("x.png"))).find("10 × 10"), std::string::npos);
  EXPECT_NE(errorOf({gilRun()}, {.from = 9, .to = 9}, path(QStringLiteral("x.png"))).find("time range is empty"),
            std::string::npos);
  EXPECT_NE(errorOf({gilRun()}, {}, path(QStringLiteral("no/such/folder/x.png"))).find("cannot be written"),
            std::string::npos);
  EXPECT_TRUE(QDir(folder_.path()).isEmpty());
}

TEST(SlideContent, LanesThatSuitTheRun) {
  const auto lanes = [](const char* executor) {
    const Projected run(*pages(executor));
    return bestLanes(*run.slices, run.info);
  };
  EXPECT_EQ(lanes("sequential"), LaneBy::Worker);
  EXPECT_EQ(lanes("process-pool"), LaneBy::Worker);
  EXPECT_EQ(lanes("threads-gil"), LaneBy::Task);
  EXPECT_EQ(lanes("event-loop"), LaneBy::Task);
}

TEST(SlideContent, CaptionSaysHowItWasMeasured) {
  EXPECT_EQ(captionOf(gilRun()->info()).toStdString(),
            "gil-cpu · threads-gil · 4 workers · 2 cores · measured 23 Nov 2026 · core times from the scheduler");
  RunInfo slow;
  slow.pace = 50;
  slow.source = CoreTimeSource::RunDelay;
  EXPECT_EQ(captionOf(slow).toStdString(), "50 × slower · measured · core times from clock and run delay");
  EXPECT_EQ(makeSlideContent(sixWays(), {}).caption.toStdString(),
            "three-urls · 2 cores · measured 23 Nov 2026 · core times from the scheduler");
}

}  // namespace
}  // namespace threadmart
