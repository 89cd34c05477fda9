// Tills: their light, what lies on the belt, whether somebody is behind them; and the bell.
#include <algorithm>
#include <cmath>

#include "ui/shop/drawing.h"
#include "ui/words/durations.h"

namespace threadmart {
namespace {

constexpr int kItemsOnBelt = 6;
constexpr double kReadable = 6;  // pixels of a font

double opacityOf(TillState state) {
  switch (state) {
    case TillState::NotThere:
      return 0;
    case TillState::Opening:
      return 0.55;
    case TillState::Closed:
      return 0.3;
    case TillState::Open:
    case TillState::Died:
      return 1;
  }
  return 1;
}

// The disc on its pole: bright with a dark number while the till is open, else dark with a hollow edge.
void paintSign(const Drawing& drawing, const TillNow& till) {
  const QRectF& rect = till.place->sign;
  if (rect.width() < drawing.px(10)) return;
  drawing.art.draw(drawing.painter, Art::TillSign, rect);
  const QRectF disc = numberPlace(Art::TillSign, rect);
  drawing.captions.take(disc);
  const bool lit = till.state == TillState::Open;
  QPainter& painter = drawing.painter;
  const Theme& theme = drawing.theme;
  painter.setPen(QPen(lit ? theme.sign_edge : theme.ready_edge, std::max(1.0, disc.width() / 12),
                      lit ? Qt::SolidLine : Qt::DotLine));
  painter.setBrush(lit ? theme.sign_fill : theme.ready_fill);
  painter.drawEllipse(disc);
  const QString text = till.state == TillState::Died ? QStringLiteral("✗") : QString::number(till.number);
  const double size = disc.height() * (text.size() > 1 ? 0.56 : 0.7);
  if (size < kReadable) return;
  QFont font = theme.font(1, QFont::Bold);
  font.setPixelSize(static_cast<int>(size));
  const double width = QFontMetricsF(font).horizontalAdvance(text);
  drawLine(painter, text, disc.center().x() - width / 2, disc.center().y(), font,
           till.state == TillState::Died ? theme.warning
           : lit                         ? theme.sign_text
                                         : theme.text_muted);
}

// As many as are left of the basket, in the colour of whose they are; the next one lies at the scanner.
void paintBelt(const Drawing& drawing, const TillNow& till, const ShopState& state) {
  if (till.served >= state.customers.size() || isPopUp(drawing.floor)) return;
  const ShopCustomer& customer = state.customers[till.served];
  const std::uint32_t left = customer.items - std::min(customer.items, customer.scanned);
  if (left == 0) return;
  const QRectF belt = beltPlace(till.place->counter);
  const double height = belt.height() * 0.92, width = height * ArtCabinet::aspect(Art::Item);
  if (height < 3) return;
  const int count = static_cast<int>((left * kItemsOnBelt + customer.items - 1) / customer.items);
  const double pitch = std::min(width * 1.45, (belt.width() - width) / kItemsOnBelt);
  ArtColours colours;
  colours.main = drawing.theme.task(till.served);
  for (int i = 0; i < count; ++i) {
    const QRectF item(belt.right() - width - i * pitch, belt.bottom() - height, width, height);
    drawing.art.draw(drawing.painter, Art::Item, item, colours);
  }
}

// A table that is unfolded, stands there, is folded again; or is left behind with a cross on it.
void paintPopUp(const Drawing& drawing, const TillNow& till) {
  const QRectF& counter = till.place->counter;
  drawing.art.draw(drawing.painter, Art::TillPopUp, counter, {}, opacityOf(till.state));
  if (till.state != TillState::Died) return;
  const double size = counter.height() * 0.6;
  drawing.art.draw(drawing.painter, Art::Cross,
                   QRectF(counter.center().x() - size / 2, counter.center().y() - size / 2, size, size));
}

// Where the assistant would stand: an empty outline, dashed.
void paintNobody(const Drawing& drawing, const TillNow& till) {
  const double height = till.place->figure;
  const QPointF feet = till.place->assistant;
  const double head = height * 0.24, shoulders = height * 0.36;
  const QRectF face(feet.x() - head / 2, feet.y() - height * 0.98, head, head);
  const QRectF body(feet.x() - shoulders / 2, feet.y() - height * 0.68, shoulders, height * 0.66);
  QPainter& painter = drawing.painter;
  painter.setPen(QPen(drawing.theme.text_muted, drawing.px(1.4), Qt::DashLine));
  painter.setBrush(Qt::NoBrush);
  painter.drawEllipse(face);
  painter.drawRoundedRect(body, shoulders * 0.4, shoulders * 0.4);
}

QString itemsText(const ShopCustomer& customer) {
  return QStringLiteral("%1 of %2").arg(customer.scanned).arg(customer.items);
}

void captionState(const Drawing& drawing, const TillNow& till) {
  Caption caption;
  const QRectF& counter = till.place->counter;
  if (counter.height() < drawing.px(kReadable)) return;
  caption.anchor = {counter.center().x(), counter.top() - counter.height() * 0.1};
  caption.most = std::max(counter.width() * 1.25, drawing.px(40));
  caption.size = 10.5;
  if (till.state == TillState::Opening) {
    caption.texts = {drawing.spoken(QStringLiteral("opening…"), QStringLiteral("starting…")), QStringLiteral("…")};
    caption.style = CaptionStyle::Chip;
  } else if (till.state == TillState::Died) {
    caption.texts = {QStringLiteral("✗ ") + drawing.spoken(QStringLiteral("closed in the middle of it"),
                                                           QStringLiteral("killed or crashed")),
                     QStringLiteral("✗ died"), QStringLiteral("✗")};
    caption.style = CaptionStyle::Lock;
  } else {
    return;
  }
  drawing.caption(caption);
}

void captionItems(const Drawing& drawing, const TillNow& till, const ShopState& state) {
  if (till.served >= state.customers.size() || isPopUp(drawing.floor)) return;
  const ShopCustomer& customer = state.customers[till.served];
  const QRectF& counter = till.place->counter;
  if (customer.items == 0 || counter.height() < drawing.px(34)) return;
  const QString text = itemsText(customer);
  drawing.caption({.texts = {text + QStringLiteral(" items"), text},
                   .anchor = {counter.left() + counter.width() * 0.64, counter.top() + counter.height() * 0.63},
                   .side = CaptionSide::Centre,
                   .size = 10.5,
                   .most = counter.width() * 0.44});
}

void drawRing(QPainter& painter, const QRectF& bell, double left, const Theme& theme) {
  const double width = theme.px(3);
  const QRectF ring = bell.adjusted(-width * 1.4, -width * 1.4, width * 1.4, width * 1.4);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(theme.grid, width));
  painter.drawEllipse(ring);
  painter.setPen(QPen(theme.bell_edge, width, Qt::SolidLine, Qt::FlatCap));
  painter.drawArc(ring, 90 * 16, static_cast<int>(std::lround(left * 360 * 16)));
}

// It swings, and can be heard.
void drawRinging(const Drawing& drawing, const QRectF& bell) {
  QPainter& painter = drawing.painter;
  painter.save();
  painter.translate(bell.center());
  painter.rotate(14);
  drawing.art.draw(painter, Art::Bell, QRectF(-bell.width() / 2, -bell.height() / 2, bell.width(), bell.height()));
  painter.restore();
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(drawing.theme.bell_edge, drawing.px(2), Qt::SolidLine, Qt::RoundCap));
  for (const double grow : {0.10, 0.24}) {
    const QRectF wave =
        bell.adjusted(-bell.width() * grow, -bell.height() * grow, bell.width() * grow, bell.height() * grow);
    painter.drawArc(wave, -35 * 16, 70 * 16);
    painter.drawArc(wave, 145 * 16, 70 * 16);
  }
}

}  // namespace

bool isPopUp(const FloorPlan& floor) {
  return floor.needs.kind == ShopKind::PopUpTills;
}

bool sharesOneTill(const FloorPlan& floor, const ShopState& state) {
  return floor.tills.size() == 1 && state.tills.size() != 1;
}

std::vector<TillNow> tillsNow(const FloorPlan& floor, const ShopState& state) {
  std::vector<TillNow> tills;
  const bool shared = sharesOneTill(floor, state);
  for (std::size_t i = 0; i < floor.tills.size(); ++i) {
    TillNow till{.place = &floor.tills[i], .number = i + 1};
    if (!shared && i < state.tills.size()) {
      till.worker = &state.tills[i];
      till.state = till.worker->state;
      till.served = till.worker->served;
    }
    tills.push_back(till);
  }
  if (!shared) return tills;
  // Of all workers at one till: it is open while one of them is.
  for (const ShopTill& worker : state.tills) {
    TillNow& till = tills.front();
    const auto rank = [](TillState s) {
      return s == TillState::Open      ? 4
             : s == TillState::Opening ? 3
             : s == TillState::Died    ? 2
             : s == TillState::Closed  ? 1
                                       : 0;
    };
    if (rank(worker.state) > rank(till.state)) till.state = worker.state;
    if (worker.served != kNoTask) till.served = worker.served;
  }
  return tills;
}

void paintTills(const Drawing& drawing, const Scene& scene, const std::vector<TillNow>& tills) {
  for (const TillNow& till : tills) {
    if (till.no_assistant) paintNobody(drawing, till);
    if (isPopUp(drawing.floor)) {
      paintPopUp(drawing, till);
      continue;
    }
    drawing.art.draw(drawing.painter, Art::Till, till.place->counter);
    paintSign(drawing, till);
    paintBelt(drawing, till, scene.state);
  }
}

void captionTills(const Drawing& drawing, const Scene& scene, const std::vector<TillNow>& tills) {
  for (const TillNow& till : tills) captionState(drawing, till);
  for (const TillNow& till : tills) captionItems(drawing, till, scene.state);
}

void paintBell(const Drawing& drawing, const Scene& scene) {
  const QRectF& bell = drawing.floor.bell;
  const std::optional<ShopScanner>& scanner = scene.state.scanner;
  if (bell.isEmpty() || !scanner) return;
  const bool ringing = scanner->bell_in && *scanner->bell_in <= 0;
  QStringList texts;
  if (!scanner->bell_in) {
    drawing.art.draw(drawing.painter, Art::Bell, bell, {}, 0.45);
    drawRing(drawing.painter, bell, 0, drawing.theme);
    texts = {drawing.spoken(QStringLiteral("the bell rests"), QStringLiteral("nobody asks for the GIL"))};
  } else if (ringing) {
    drawRinging(drawing, bell);
    texts = {drawing.spoken(QStringLiteral("next customer, please!"), QStringLiteral("drop request")),
             QStringLiteral("rings")};
  } else {
    const double interval = std::max(1.0, drawing.info.switch_interval_ms * 1e6);
    drawing.art.draw(drawing.painter, Art::Bell, bell);
    drawRing(drawing.painter, bell, std::clamp(static_cast<double>(*scanner->bell_in) / interval, 0.0, 1.0),
             drawing.theme);
    const QString left = formatRemaining(*scanner->bell_in, static_cast<Nanos>(interval));
    texts = {drawing.spoken(QStringLiteral("bell"), QStringLiteral("switch")) + QStringLiteral(" in ") + left, left};
  }
  const double gap = drawing.px(9);
  const double middle = bell.center().y(), ground = drawing.floor.shelf.bottom();
  const QRectF before_the_shelf(0, ground, drawing.floor.size.width(), drawing.floor.size.height() - ground);
  for (const QString& text : texts) {
    const auto tryAt = [&](QPointF anchor, CaptionSide side) {
      const Caption caption{.texts = {text},
                            .anchor = anchor,
                            .side = side,
                            .style = CaptionStyle::Bell,
                            .size = 12,
                            .within = before_the_shelf};
      return drawing.caption(caption).has_value();
    };
    if (tryAt({bell.right() + gap, middle}, CaptionSide::Right)) return;
    if (tryAt({bell.left() - gap, middle}, CaptionSide::Left)) return;
    if (tryAt({bell.center().x(), bell.top() - gap}, CaptionSide::Above)) return;
  }
}

}  // namespace threadmart
