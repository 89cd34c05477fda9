// The three formats. Each is made in memory and written at once.
#include "ui/export/slide.h"

#include <stdexcept>

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QPageLayout>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace threadmart {
namespace {

constexpr int kPngQuality = 50;      // 90 and more would mean uncompressed
constexpr int kDotsPerMetre = 3780;  // 96 dpi
constexpr int kLargest = 32'000;     // pixels a side

[[noreturn]] void fail(const QString& message) {
  throw std::runtime_error(message.toStdString());
}

QByteArray png(const Recordings& recordings, const SlideOptions& options) {
  QImage image(options.size, QImage::Format_ARGB32_Premultiplied);
  if (image.isNull())
    fail(QStringLiteral("a picture of %1 × %2 needs more memory than there is")
             .arg(options.size.width())
             .arg(options.size.height()));
  image.setDotsPerMeterX(kDotsPerMetre);
  image.setDotsPerMeterY(kDotsPerMetre);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  paintSlide(painter, recordings, options);
  painter.end();
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  if (!options.transparent) image.convertTo(QImage::Format_RGB32);
  image.save(&buffer, "PNG", kPngQuality);
  return bytes;
}

QByteArray svg(const Recordings& recordings, const SlideOptions& options) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  QSvgGenerator generator;
  generator.setOutputDevice(&buffer);
  generator.setSize(options.size);
  generator.setViewBox(QRect(QPoint(0, 0), options.size));
  generator.setResolution(96);
  generator.setTitle(options.title);
  QPainter painter(&generator);
  paintSlide(painter, recordings, options);
  painter.end();
  return bytes;
}

// Qt stamps a PDF with the present time. Instead the picture carries that of the run, so that the same input gives the
// same bytes; the stamp keeps its length, for the file counts its bytes.
void stamp(QByteArray& pdf, const Recordings& recordings) {
  const QByteArray key = "/CreationDate (D:";
  const qsizetype at = pdf.indexOf(key);
  if (at < 0) return;
  const qsizetype begin = at + key.size(), end = pdf.indexOf(')', begin);
  const std::string started_at = recordings.front()->info().started_at;
  QByteArray digits;
  for (const char c : started_at)
    if (c >= '0' && c <= '9' && digits.size() < 14) digits.append(c);
  while (digits.size() < 14) digits.append("19700101000000"[digits.size()]);
  digits.append("+00'00'");
  pdf.replace(begin, end - begin, digits.leftJustified(end - begin, ' ', true));
}

QByteArray pdf(const Recordings& recordings, const SlideOptions& options) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setResolution(96);
  writer.setPageSize(QPageSize(QSizeF(options.size) * 0.75, QPageSize::Point, QString(), QPageSize::ExactMatch));
  writer.setPageMargins(QMarginsF(0, 0, 0, 0));
  writer.setTitle(options.title);
  writer.setCreator(QStringLiteral("Threadmart"));
  QPainter painter(&writer);
  paintSlide(painter, recordings, options);
  painter.end();
  stamp(bytes, recordings);
  return bytes;
}

void checkSize(QSize size) {
  if (size.width() < 160 || size.height() < 90 || size.width() > kLargest || size.height() > kLargest)
    fail(QStringLiteral("a picture of %1 × %2 cannot be drawn: give a size from 160x90 to %3x%3")
             .arg(size.width())
             .arg(size.height())
             .arg(kLargest));
}

void write(const QByteArray& bytes, const QString& name) {
  QSaveFile file(name);
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
    fail(QStringLiteral("%1: cannot be written: %2").arg(name, file.errorString()));
}

}  // namespace

void exportSlide(const Recordings& recordings, const SlideOptions& options, const QString& file) {
  checkSize(options.size);
  const QString suffix = QFileInfo(file).suffix().toLower();
  const auto make = suffix == QLatin1String("png")   ? png
                    : suffix == QLatin1String("svg") ? svg
                    : suffix == QLatin1String("pdf") ? pdf
                                                     : nullptr;
  if (!make) fail(QStringLiteral("%1: a slide can be a .png, .svg or .pdf file").arg(file));
  write(make(recordings, options), file);
}

}  // namespace threadmart
