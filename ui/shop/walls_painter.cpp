// Processes: walls with their pid and memory, parcels between them; the stock sheet inside; the door at the end.
#include <algorithm>
#include <cmath>

#include "ui/shop/drawing.h"
#include "ui/words/bytes.h"
#include "ui/words/durations.h"

namespace threadmart {
namespace {

constexpr Nanos kHalfWay = 100'000;  // of a parcel's time: when it is drawn half way there

QString parcelText(const Parcel& parcel, bool there) {
  const QString size = formatBytes(parcel.bytes);
  return there && parcel.received ? size + QStringLiteral(" · ") + formatDuration(*parcel.received - parcel.sent)
                                  : size;
}

// From the door to the wall and back. How long it will take nobody knows: it comes ever closer, and is there when it
// was received.
double progress(const Parcel& parcel, Nanos now) {
  const double gone = static_cast<double>(std::max<Nanos>(0, now - parcel.sent));
  return gone / (gone + static_cast<double>(kHalfWay));
}

// It rests inside the wall.
QRectF parcelRect(const Drawing& drawing, const FloorPlan::Till& till, double way) {
  const double height = std::min(till.figure * 0.34, drawing.px(30)), width = height * ArtCabinet::aspect(Art::Parcel);
  const double there = till.wall.left() + width * 0.15,
               start = std::min(drawing.floor.line.right(), there) - width * 0.4;
  return {start + (there - start) * way, till.wall.bottom() - height * 1.12, width, height};
}

void paintParcel(const Drawing& drawing, const QRectF& rect, const Parcel& parcel, const QRectF& wall, bool there) {
  ArtColours colours;
  colours.main = drawing.theme.task(parcel.task);
  drawing.art.draw(drawing.painter, Art::Parcel, rect, colours);
  const QString text = parcelText(parcel, there);
  const double gap = drawing.px(3);
  const Caption beside{.texts = {text, formatBytes(parcel.bytes)},
                       .anchor = {rect.right() + gap, rect.center().y()},
                       .side = CaptionSide::Right,
                       .style = CaptionStyle::Plain,
                       .size = 10};
  if (there && drawing.caption(beside)) return;
  Caption above = beside;
  above.anchor = {rect.center().x(), rect.top() - gap};
  above.side = CaptionSide::Above;
  if (there) above.within = wall;
  drawing.caption(above);
}

QString memoryOf(const ShopTill* till) {
  return till && till->use ? QStringLiteral(" · ") + formatMemory(till->use->resident_bytes) : QString();
}

// Round dots at equal distances, drawn as small squares: quicker than a dotted pen, and the same in SVG. The line is
// open where something is written on its top.
void drawDottedWall(QPainter& painter, const QRectF& wall, const std::optional<QRectF>& written, const Theme& theme) {
  const double dot = std::max(1.0, std::round(theme.px(2))), pitch = theme.px(6);
  std::vector<QRectF> dots;
  const auto line = [&](QPointF from, QPointF to) {
    const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
    const int count = std::max(1, static_cast<int>(length / pitch));
    for (int i = 0; i < count; ++i) {
      const QPointF at = from + (to - from) * (static_cast<double>(i) / count);
      dots.emplace_back(std::round(at.x() - dot / 2), std::round(at.y() - dot / 2), dot, dot);
    }
  };
  if (written) {
    line(wall.topLeft(), {std::max(wall.left(), written->left() - pitch / 2), wall.top()});
    line({std::min(wall.right(), written->right() + pitch / 2), wall.top()}, wall.topRight());
  } else {
    line(wall.topLeft(), wall.topRight());
  }
  line(wall.topRight(), wall.bottomRight());
  line(wall.bottomRight(), wall.bottomLeft());
  line(wall.bottomLeft(), wall.topLeft());
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.process_edge);
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.drawRects(dots.data(), static_cast<int>(dots.size()));
  painter.setRenderHint(QPainter::Antialiasing, true);
}

void paintWall(const Drawing& drawing, const QRectF& wall, const QStringList& texts, CaptionSide to) {
  const double in = std::min(drawing.px(14), wall.width() * 0.06);
  Caption name{.texts = texts,
               .anchor = {to == CaptionSide::Right ? wall.left() + in : wall.right() - in, wall.top()},
               .side = to,
               .style = CaptionStyle::Muted,
               .size = 10.5,
               .most = wall.width() * 0.9,
               .slide = false};
  std::optional<QRectF> written = drawing.caption(name);
  if (!written) {
    name.anchor.setX(wall.center().x());
    name.side = CaptionSide::Centre;
    written = drawing.caption(name);
  }
  drawDottedWall(drawing.painter, wall, written, drawing.theme);
}

}  // namespace

void captionMemory(const Drawing& drawing, const ShopState& state) {
  std::size_t there = 0;
  bool measured = false;
  for (const ShopTill& till : state.tills) {
    if (till.state != TillState::Open && till.state != TillState::Opening) continue;
    ++there;
    measured = measured || till.use.has_value();
  }
  const QString count = countText(there);
  const QString tills = count + QLatin1Char(' ') +
                        drawing.spoken(there == 1 ? QStringLiteral("till") : QStringLiteral("tills"),
                                       there == 1 ? QStringLiteral("process") : QStringLiteral("processes"));
  QString memory = QStringLiteral("memory not measured");
  if (measured) memory = formatMemory(state.memory_bytes);
  const QRectF& bounds = drawing.captions.bounds();
  drawing.caption({.texts = {tills + QStringLiteral(" · ") + memory, tills},
                   .anchor = {drawing.floor.grid.area.right(),
                              std::min(bounds.bottom(), drawing.floor.size.height()) - drawing.px(9)},
                   .side = CaptionSide::Left,
                   .style = CaptionStyle::Plain,
                   .size = 12});
}

void paintWalls(const Drawing& drawing, const Scene& scene, const std::vector<TillNow>& tills) {
  for (const TillNow& till : tills) {
    if (till.place->wall.isEmpty()) continue;
    QStringList texts;
    if (till.worker && till.worker->pid != 0) {
      const QString pid = QString::number(till.worker->pid), memory = memoryOf(till.worker);
      const QString words = wallWords(till.worker->pid, true, drawing.look.words);
      texts = {words + memory, words, pid + memory, pid};
    }
    paintWall(drawing, till.place->wall, texts, CaptionSide::Right);
  }
  if (drawing.floor.wall.isEmpty()) return;
  QStringList texts;
  if (scene.state.parent_pid != 0) {
    const QString words = wallWords(scene.state.parent_pid, false, drawing.look.words);
    if (scene.state.parent) texts << words + QStringLiteral(" · ") + formatMemory(scene.state.parent->resident_bytes);
    texts << words;
  }
  paintWall(drawing, drawing.floor.wall, texts, CaptionSide::Left);  // over the aisle's end that fills last
}

void paintParcels(const Drawing& drawing, const Scene& scene, const std::vector<TillNow>& tills) {
  for (const TillNow& till : tills) {
    if (till.place->wall.isEmpty()) continue;
    drawing.captions.take(till.place->counter);
    drawing.captions.take(figureRect(Art::CustomerAtTill, till.place->customer, till.place->figure));
  }
  for (const TillNow& till : tills) {
    if (!till.worker || till.place->wall.isEmpty()) continue;
    const std::optional<Parcel>& last = till.worker->parcel;
    if (last && last->received)
      paintParcel(drawing, parcelRect(drawing, *till.place, 1), *last, till.place->wall, true);
  }
  for (const Parcel& parcel : scene.state.parcels) {
    const FloorPlan::Till* till = drawing.floor.tillOf(parcel.worker);
    if (!till || till->wall.isEmpty()) continue;
    const double way = progress(parcel, scene.state.time);
    paintParcel(drawing, parcelRect(drawing, *till, parcel.leg == ParcelLeg::TaskOut ? way : 1 - way), parcel,
                till->wall, false);
  }
}

void paintSheet(const Drawing& drawing, const Scene& scene) {
  const QRectF& rect = drawing.floor.sheet;
  if (rect.isEmpty() || !scene.state.sheet) return;
  drawing.art.draw(drawing.painter, Art::Sheet, rect);
  const ShopSheet& sheet = *scene.state.sheet;
  const bool wrong = sheet.says < sheet.should_say;
  const QString says = countText(sheet.says), should = countText(sheet.should_say);
  const QRectF paper = numberPlace(Art::Sheet, rect);
  const QColor colour = wrong ? drawing.theme.warning : drawing.theme.text;
  const double height = paper.height() / 2;
  for (const auto& [text, top] :
       {std::pair(says, paper.top()),
        std::pair(wrong ? QStringLiteral("≠ ") + should : QStringLiteral("✓"), paper.top() + height)}) {
    QFont font = drawing.theme.font(1, QFont::Bold);
    font.setPixelSize(
        std::max(1, static_cast<int>(std::min(height * 0.7, 1.7 * paper.width() / static_cast<double>(text.size())))));
    drawLine(drawing.painter, text, paper.center().x() - QFontMetricsF(font).horizontalAdvance(text) / 2,
             top + height / 2, font, colour);
  }
  QStringList texts{QStringLiteral("says %1, as it should").arg(says)};
  if (wrong) {
    const QString both = QStringLiteral("should say %1, says %2").arg(should, says);
    texts = {both + QStringLiteral(": %1 lost").arg(countText(sheet.should_say - sheet.says)), both, says};
  }
  drawing.caption({.texts = texts,
                   .anchor = {rect.right(), rect.bottom() + drawing.px(14)},
                   .side = CaptionSide::Left,
                   .style = wrong ? CaptionStyle::Lock : CaptionStyle::Chip,
                   .size = 11});
}

// Who has left: with a tick, or without having been served to the end.
void paintExit(const Drawing& drawing, const Scene& scene) {
  if (drawing.floor.exit.isEmpty()) return;
  std::size_t well = 0, badly = 0;
  for (const ShopCustomer& customer : scene.state.customers) {
    if (customer.state != TaskState::Done) continue;
    ++(customer.outcome == Outcome::Done ? well : badly);
  }
  const QRectF panel = exitPanel(drawing.floor);
  const QFont font = drawing.theme.font(11.5, QFont::DemiBold);
  const double mark = drawing.px(13), gap = drawing.px(4), middle = panel.top() + drawing.px(12);
  double x = panel.left() + drawing.px(9);
  for (const auto& [count, art] : {std::pair(well, Art::Tick), std::pair(badly, Art::Cross)}) {
    if (count == 0) continue;
    const QString text = countText(count);
    drawing.art.draw(drawing.painter, art, QRectF(x, middle - mark / 2, mark, mark));
    drawLine(drawing.painter, text, x + mark + gap, middle, font,
             art == Art::Tick ? drawing.theme.text : drawing.theme.warning);
    x += mark + gap + QFontMetricsF(font).horizontalAdvance(text) + drawing.px(10);
  }
  const QString nobody = drawing.spoken(QStringLiteral("way out"), QStringLiteral("finished"));
  drawing.caption({.texts = well + badly == 0 ? QStringList{nobody}
                                              : QStringList{drawing.label(Label::Gone), QStringLiteral("gone")},
                   .anchor = {well + badly == 0 ? panel.center().x() : x, middle},
                   .side = well + badly == 0 ? CaptionSide::Centre : CaptionSide::Right,
                   .style = CaptionStyle::Muted,
                   .size = 11,
                   .most = panel.right() - x,
                   .slide = false});
}

}  // namespace threadmart
