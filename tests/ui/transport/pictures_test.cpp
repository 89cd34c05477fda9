// What the transport looks like, to the pixel.
#include <QApplication>
#include <QPainter>

#include "tests/support/golden.h"
#include "ui/theme/tabular_text.h"
#include "ui/transport/transport_bar.h"

namespace threadmart {
namespace {

constexpr Nanos kMs = 1'000'000;

QImage draw(const Playback& playback, const Theme& theme, QSize size, const QString& status = {}) {
  QApplication::setFont(theme.font(13));
  TransportBar bar(theme);
  bar.setStyleSheet(styleSheet(theme));
  bar.setUsable(true);
  bar.show(playback);
  bar.setStatus(status);
  bar.resize(size);
  bar.ensurePolished();
  QImage image(size + QSize(16, 8), QImage::Format_ARGB32_Premultiplied);
  image.fill(theme.panel);
  QPainter painter(&image);
  bar.render(&painter, QPoint(8, 4), {}, QWidget::DrawChildren);
  return image;
}

Playback playing() {
  Playback playback;
  playback.show(242 * kMs);
  playback.seek(137'600'000);
  playback.play();
  return playback;
}

TEST(TransportPictures, Playing) {
  expectPicture(draw(playing(), makeTheme(ThemeKind::Light), {820, 44}), QStringLiteral("transport-playing"));
}

TEST(TransportPictures, Live) {
  Playback playback;
  playback.startLive();
  playback.setEnd(1'204 * kMs);
  expectPicture(draw(playback, makeTheme(ThemeKind::Light), {820, 44}, QStringLiteral("12 of 40 customers served")),
                QStringLiteral("transport-live"));
}

TEST(TransportPictures, LoopInLittleRoom) {
  Playback playback = playing();
  playback.pause();
  playback.setLoop(TimeRange{100 * kMs, 180 * kMs});
  expectPicture(draw(playback, makeTheme(ThemeKind::Light), {820, 44}), QStringLiteral("transport-loop"));
  expectPicture(draw(playback, makeTheme(ThemeKind::Light), {360, 44}), QStringLiteral("transport-narrow"));
}

TEST(TransportPictures, PausedWhileTheRunGoesOnDarkAndLarge) {
  Playback playback;
  playback.startLive();
  playback.setEnd(137'600'000);
  playback.pause();
  playback.setEnd(242 * kMs);
  expectPicture(draw(playback, makeTheme(ThemeKind::Dark, 2), {1200, 88}), QStringLiteral("transport-dark-2x"));
}

TEST(TabularText, EveryDigitIsAsWideAsEveryOther) {
  const QFontMetricsF metrics(makeTheme(ThemeKind::Light).font(12));
  for (const char* text : {"1.11 ms", "8.88 ms", "0.47 ms"})
    EXPECT_DOUBLE_EQ(tabularWidth(metrics, QString::fromLatin1(text)),
                     tabularWidth(metrics, QStringLiteral("9.99 ms")));
}

}  // namespace
}  // namespace threadmart
