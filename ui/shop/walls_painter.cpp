// Processes: walls with their pid and memory, parcels between them; the stock sheet inside; the door at the end.
#include <algorithm>
#include <cmath>

#include <QLocale>

#include "ui/shop/drawing.h"
#include "ui/words/bytes.h"
#include "ui/words/durations.h"

namespace threadmart {
namespace {

constexpr double kGap = 250;         // for 'process 4194304 · own memory · 8.2 MB'
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

QRectF parcelRect(const Drawing& drawing, const FloorPlan::Till& till, double way) {
  const double height = std::min(till.figure * 0.36, drawing.px(34)), width = height * ArtCabinet::aspect(Art::Parcel);
  const double there = till.wall.left() - width * 0.5, start = drawing.floor.line.right() - width * 0.8;
  const double x = start + (there - start) * way;
  return {x, till.wall.bottom() - height * 1.3, width, height};
}

void paintParcel(const Drawing& drawing, const QRectF& rect, const Parcel& parcel, bool there) {
  ArtColours colours;
  colours.main = drawing.theme.task(parcel.task);
  drawing.art.draw(drawing.painter, Art::Parcel, rect, colours);
  const QString text = parcelText(parcel, there);
  const Caption below{.texts = {text, formatBytes(parcel.bytes)},
                      .anchor = {rect.center().x(), rect.bottom()},
                      .side = CaptionSide::Below,
                      .style = CaptionStyle::Plain,
                      .size = 10};
  if (drawing.caption(below)) return;
  Caption above = below;
  above.anchor = {rect.center().x(), rect.top()};
  above.side = CaptionSide::Above;
  drawing.caption(above);
}

QString memoryOf(const ShopTill* till) {
  return till && till->use ? QStringLiteral(" · ") + formatMemory(till->use->resident_bytes) : QString();
}

void captionWall(const Drawing& drawing, const QRectF& wall, const QStringList& texts) {
  drawing.caption({.texts = texts,
                   .anchor = {wall.left() + std::min(drawing.px(14), wall.width() * 0.06), wall.top()},
                   .side = CaptionSide::Right,
                   .style = CaptionStyle::Muted,
                   .size = 10.5,
                   .most = wallGap(wall, drawing.theme),
                   .slide = false});
}

void captionMemory(const Drawing& drawing, const ShopState& state) {
  std::size_t there = 0;
  bool measured = false;
  for (const ShopTill& till : state.tills) {
    if (till.state != TillState::Open && till.state != TillState::Opening) continue;
    ++there;
    measured = measured || till.use.has_value();
  }
  const QString count = QLocale::c().toString(static_cast<qulonglong>(there));
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

}  // namespace

double wallGap(const QRectF& wall, const Theme& theme) {
  return std::min(theme.px(kGap), wall.width() * 0.88);
}

// Round dots at equal distances, drawn as small squares: quicker than a dotted pen, and the same in SVG.
void drawDottedWall(QPainter& painter, const QRectF& wall, double gap, const Theme& theme) {
  const double dot = std::max(1.0, std::round(theme.px(2))), pitch = theme.px(6);
  std::vector<QRectF> dots;
  const auto line = [&](QPointF from, QPointF to) {
    const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
    const int count = static_cast<int>(length / pitch);
    for (int i = 0; i <= count; ++i) {
      const QPointF at = from + (to - from) * (count == 0 ? 0.0 : static_cast<double>(i) / count);
      dots.push_back({std::round(at.x() - dot / 2), std::round(at.y() - dot / 2), dot, dot});
    }
  };
  const double start = std::min(theme.px(10), wall.width() * 0.04);
  if (gap > 0) line(wall.topLeft(), wall.topLeft() + QPointF(start, 0));
  line(gap > 0 ? wall.topLeft() + QPointF(start + gap + theme.px(6), 0) : wall.topLeft(), wall.topRight());
  line(wall.topRight(), wall.bottomRight());
  line(wall.bottomRight(), wall.bottomLeft());
  line(wall.bottomLeft(), wall.topLeft());
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.process_edge);
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.drawRects(dots.data(), static_cast<int>(dots.size()));
  painter.setRenderHint(QPainter::Antialiasing, true);
}

void captionWalls(const Drawing& drawing, const Scene& scene, const std::vector<TillNow>& tills) {
  for (const TillNow& till : tills) {
    if (till.place->wall.isEmpty() || !till.worker) continue;
    if (till.worker->pid == 0) continue;
    const QString pid = QString::number(till.worker->pid), memory = memoryOf(till.worker);
    const QString words = wallWords(till.worker->pid, true, drawing.look.words);
    captionWall(drawing, till.place->wall, {words + memory, words, pid + memory, pid});
  }
  if (isPopUp(drawing.floor)) captionMemory(drawing, scene.state);
  if (drawing.floor.wall.isEmpty()) return;
  if (scene.state.parent_pid == 0) return;
  const QString words = wallWords(scene.state.parent_pid, false, drawing.look.words);
  const QString memory =
      scene.state.parent ? QStringLiteral(" · ") + formatMemory(scene.state.parent->resident_bytes) : QString();
  captionWall(drawing, drawing.floor.wall, {words + memory, words});
}

void paintParcels(const Drawing& drawing, const Scene& scene, const std::vector<TillNow>& tills) {
  for (const TillNow& till : tills) {
    if (!till.worker || till.place->wall.isEmpty()) continue;
    const std::optional<Parcel>& last = till.worker->parcel;
    if (last && last->received) paintParcel(drawing, parcelRect(drawing, *till.place, 1), *last, true);
  }
  for (const Parcel& parcel : scene.state.parcels) {
    const FloorPlan::Till* till = drawing.floor.tillOf(parcel.worker);
    if (!till || till->wall.isEmpty()) continue;
    const double way = progress(parcel, scene.state.time);
    paintParcel(drawing, parcelRect(drawing, *till, parcel.leg == ParcelLeg::TaskOut ? way : 1 - way), parcel, false);
  }
}

void paintSheet(const Drawing& drawing, const Scene& scene) {
  const QRectF& rect = drawing.floor.sheet;
  if (rect.isEmpty() || !scene.state.sheet) return;
  drawing.art.draw(drawing.painter, Art::Sheet, rect);
  const ShopSheet& sheet = *scene.state.sheet;
  const bool wrong = sheet.says < sheet.should_say;
  const QString says = QLocale::c().toString(static_cast<qulonglong>(sheet.says)),
                should = QLocale::c().toString(static_cast<qulonglong>(sheet.should_say));
  QStringList texts{QStringLiteral("should say %1, says %2").arg(should, says)};
  if (wrong)
    texts.prepend(
        texts.first() +
        QStringLiteral(": %1 lost").arg(QLocale::c().toString(static_cast<qulonglong>(sheet.should_say - sheet.says))));
  if (!wrong) texts = QStringList{QStringLiteral("says %1, as it should").arg(says)};
  texts << says;
  const Caption below{.texts = texts,
                      .anchor = {rect.center().x(), rect.bottom() + drawing.px(3)},
                      .side = CaptionSide::Below,
                      .style = wrong ? CaptionStyle::Lock : CaptionStyle::Chip,
                      .size = 11};
  drawing.caption(below);
}

// Who has left: with a tick, or without having been served to the end.
void paintExit(const Drawing& drawing, const Scene& scene) {
  const QRectF& exit = drawing.floor.exit;
  if (exit.isEmpty()) return;
  std::size_t well = 0, badly = 0;
  for (const ShopCustomer& customer : scene.state.customers) {
    if (customer.state != TaskState::Done) continue;
    ++(customer.outcome == Outcome::Done ? well : badly);
  }
  if (well + badly == 0) return;
  const QFont font = drawing.theme.font(11.5, QFont::DemiBold);
  const QFontMetricsF metrics(font);
  const double mark = drawing.px(13), gap = drawing.px(4);
  double x = exit.left() + drawing.px(6);
  const double middle = exit.top() - drawing.px(8);
  for (const auto& [count, art] : {std::pair(well, Art::Tick), std::pair(badly, Art::Cross)}) {
    if (count == 0) continue;
    const QString text = QLocale::c().toString(static_cast<qulonglong>(count));
    const QRectF room(x, middle - mark / 2, mark + gap + metrics.horizontalAdvance(text) + gap, mark);
    if (!drawing.captions.isFree(room)) return;
    drawing.captions.take(room);
    drawing.art.draw(drawing.painter, art, QRectF(x, middle - mark / 2, mark, mark));
    drawLine(drawing.painter, text, x + mark + gap, middle, font,
             art == Art::Tick ? drawing.theme.text : drawing.theme.warning);
    x = room.right() + drawing.px(8);
  }
  drawing.caption({.texts = {drawing.label(Label::Gone)},
                   .anchor = {x, middle},
                   .side = CaptionSide::Right,
                   .style = CaptionStyle::Muted,
                   .size = 10.5,
                   .slide = false});
}

}  // namespace threadmart
