// Golden pictures: what is drawn must be, to the pixel, what was looked at and stored in tests/data/pictures.
//
// On failure the actual picture is written beside the build (golden-actual/), to be compared by eye.
// THREADMART_UPDATE_GOLDEN=1 stores what is drawn now.
#pragma once

#include <gtest/gtest.h>

#include <QDir>
#include <QImage>

inline void expectPicture(const QImage& actual, const QString& name) {
  const QString stored = QStringLiteral(THREADMART_SOURCE_DIR "/tests/data/pictures/") + name + QStringLiteral(".png");
  if (qEnvironmentVariableIntValue("THREADMART_UPDATE_GOLDEN") == 1) {
    ASSERT_TRUE(actual.save(stored, "PNG", 0)) << stored.toStdString();  // 0: the smallest file
    return;
  }
  const QImage expected = QImage(stored).convertToFormat(QImage::Format_ARGB32);
  if (actual.convertToFormat(QImage::Format_ARGB32) == expected) return;
  QDir().mkpath(QStringLiteral(THREADMART_BINARY_DIR "/golden-actual"));
  const QString written = QStringLiteral(THREADMART_BINARY_DIR "/golden-actual/") + name + QStringLiteral(".png");
  actual.save(written, "PNG", 50);
  ADD_FAILURE() << stored.toStdString() << (expected.isNull() ? " is not there" : " looks different")
                << ": compare it with " << written.toStdString();
}
