// The three formats. Each is made in memory and written at once.
#include "ui/export/picture_file.h"

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

using Paint = std::function<void(QPainter&)>;

[[noreturn]] void fail(const QString& message) {
  throw std::runtime_error(message.toStdString());
}

QByteArray png(const PictureFile& picture, const Paint& paint) {
  QImage image(picture.size, QImage::Format_ARGB32_Premultiplied);
  if (image.isNull())
    fail(QStringLiteral("a picture of %1 × %2 needs more memory than there is")
             .arg(picture.size.width())
             .arg(picture.size.height()));
  image.setDotsPerMeterX(kDotsPerMetre);
  image.setDotsPerMeterY(kDotsPerMetre);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  paint(painter);
  painter.end();
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  if (!picture.transparent) image.convertTo(QImage::Format_RGB32);
  image.save(&buffer, "PNG", kPngQuality);
  return bytes;
}

QByteArray svg(const PictureFile& picture, const Paint& paint) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  QSvgGenerator generator;
  generator.setOutputDevice(&buffer);
  generator.setSize(picture.size);
  generator.setViewBox(QRect(QPoint(0, 0), picture.size));
  generator.setResolution(96);
  generator.setTitle(picture.title);
  QPainter painter(&generator);
  paint(painter);
  painter.end();
  return bytes;
}

// Qt stamps a PDF with the present time. Instead the picture carries that of the run, so that the same input gives the
// same bytes; the stamp keeps its length, for the file counts its bytes.
void stamp(QByteArray& pdf, const std::string& made_at) {
  const QByteArray key = "/CreationDate (D:";
  const qsizetype at = pdf.indexOf(key);
  if (at < 0) return;
  const qsizetype begin = at + key.size(), end = pdf.indexOf(')', begin);
  QByteArray digits;
  for (const char c : made_at)
    if (c >= '0' && c <= '9' && digits.size() < 14) digits.append(c);
  while (digits.size() < 14) digits.append("19700101000000"[digits.size()]);
  digits.append("+00'00'");
  pdf.replace(begin, end - begin, digits.leftJustified(end - begin, ' ', true));
}

QByteArray pdf(const PictureFile& picture, const Paint& paint) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setResolution(96);
  writer.setPageSize(QPageSize(QSizeF(picture.size) * 0.75, QPageSize::Point, QString(), QPageSize::ExactMatch));
  writer.setPageMargins(QMarginsF(0, 0, 0, 0));
  writer.setTitle(picture.title);
  writer.setCreator(QStringLiteral("Threadmart"));
  QPainter painter(&writer);
  paint(painter);
  painter.end();
  stamp(bytes, picture.made_at);
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

void writePicture(const PictureFile& picture, const Paint& paint) {
  checkSize(picture.size);
  const QString suffix = QFileInfo(picture.file).suffix().toLower();
  const auto make = suffix == QLatin1String("png")   ? png
                    : suffix == QLatin1String("svg") ? svg
                    : suffix == QLatin1String("pdf") ? pdf
                                                     : nullptr;
  if (!make) fail(QStringLiteral("%1: a picture can be a .png, .svg or .pdf file").arg(picture.file));
  write(make(picture, paint), picture.file);
}

}  // namespace threadmart
