// What all figures look like, at three heights, at a till and in a crowd.
#include "tests/support/golden.h"
#include "tests/ui/shop/art_support.h"

namespace threadmart {
namespace {

using namespace testing_support;

struct Sheet {
  QImage image{1240, 690, QImage::Format_ARGB32_Premultiplied};
  Theme theme;
  ArtCabinet cabinet;
  explicit Sheet(ThemeKind kind) : theme(makeTheme(kind)), cabinet(theme) { image.fill(theme.sunken); }

  ArtColours coloursOf(Art art) const {
    const bool assistant = art == Art::AssistantScanning || art == Art::AssistantWithTea;
    return assistant ? assistantColours(static_cast<unsigned>(art), theme)
                     : customerColours(static_cast<TaskId>(art), theme);
  }
  void number(QPainter& painter, Art art, const QRectF& rect, TaskId task) const {
    const QRectF place = numberPlace(art, rect);
    if (place.height() < 7 || art > Art::CustomerGone) return;
    QFont font = theme.font(place.height() * 0.85, QFont::Bold);
    painter.setFont(font);
    painter.setPen(theme.textOnTask(task));
    painter.drawText(place, Qt::AlignCenter, QString::number(task + 1));
  }
  void put(QPainter& painter, Art art, QPointF bottom_left, double customer) {
    const QSizeF size = sizeOf(art, customer);
    const QRectF rect(bottom_left - QPointF(0, size.height()), size);
    cabinet.draw(painter, art, rect, coloursOf(art));
    number(painter, art, rect, static_cast<TaskId>(art));
  }
  // All of them in rows; returns where the next row starts.
  double everything(QPainter& painter, double top, double customer, double gap) {
    double x = 12, bottom = top + customer;
    for (const Art art : everyArt()) {
      const double width = sizeOf(art, customer).width();
      if (x + width > image.width() - 8) {
        x = 12;
        bottom += customer + gap;
      }
      put(painter, art, {x, bottom}, customer);
      x += width + gap;
    }
    return bottom + gap * 1.5;
  }
  void scene(QPainter& painter, const QRectF& till) {
    const double h = till.height() / ArtCabinet::height(Art::Till);
    const auto person = [&](Art art, QPointF feet, const ArtColours& colours) {
      const QRectF rect(feet.x() - h * 0.4, feet.y() - h, h * 0.8, h);
      if (art == Art::CustomerWaiting) cabinet.draw(painter, Art::Trolley, trolleyPlace(rect));
      cabinet.draw(painter, art, rect, colours);
    };
    person(Art::AssistantScanning, assistantPlace(till), assistantColours(0, theme));
    cabinet.draw(painter, Art::TillSign, signPlace(till));
    cabinet.draw(painter, Art::Till, till);
    const QRectF belt = beltPlace(till);
    const QSizeF item = sizeOf(Art::Item, h) * 0.8;
    for (TaskId i = 0; i < 6; ++i)
      cabinet.draw(painter, Art::Item,
                   {{belt.right() - (i + 1) * item.width() * 1.3, belt.bottom() - item.height()}, item},
                   customerColours(i, theme));
    person(Art::CustomerAtTill, customerPlace(till), customerColours(1, theme));
    for (TaskId i = 0; i < 3; ++i)
      person(Art::CustomerWaiting, {till.left() - h * (0.35 + 0.8 * i), customerPlace(till).y()},
             customerColours(i + 2, theme));
  }
  void crowd(QPainter& painter, QRectF area, double customer) {
    TaskId task = 0;
    for (double y = area.top(); y + customer <= area.bottom(); y += customer * 0.7)
      for (double x = area.left(); x + customer <= area.right(); x += customer * 0.62)
        cabinet.draw(painter, Art::CustomerWaiting, {x, y, customer * 0.8, customer}, customerColours(task++, theme));
  }
};

QImage sheetOf(ThemeKind kind) {
  Sheet sheet(kind);
  QPainter painter(&sheet.image);
  double y = sheet.everything(painter, 12, 130, 14);
  y = sheet.everything(painter, y, 48, 12);
  sheet.everything(painter, y, 16, 10);
  sheet.scene(painter, {370, 545, 300, 100});
  sheet.crowd(painter, {800, 420, 420, 80}, 24);
  sheet.crowd(painter, {800, 530, 420, 140}, 15);
  return sheet.image;
}

TEST(ArtSheet, Light) {
  expectPicture(sheetOf(ThemeKind::Light), QStringLiteral("art-sheet-light"));
}
TEST(ArtSheet, Dark) {
  expectPicture(sheetOf(ThemeKind::Dark), QStringLiteral("art-sheet-dark"));
}
TEST(ArtSheet, Print) {
  expectPicture(sheetOf(ThemeKind::Print), QStringLiteral("art-sheet-print"));
}

}  // namespace
}  // namespace threadmart
