// Paper and chalk: the ticket board of an event loop, the tickets of Futures.
#include <algorithm>
#include <cmath>

#include "ui/shop/drawing.h"

namespace threadmart {
namespace {

constexpr double kReadable = 7;  // pixels of a font

void drawCentred(const Drawing& drawing, const QString& text, const QRectF& rect, double size, const QColor& colour) {
  QFont font = drawing.theme.font(1, QFont::Bold);
  font.setPixelSize(std::max(1, static_cast<int>(size)));
  const double width = QFontMetricsF(font).horizontalAdvance(text);
  if (size < kReadable || width > rect.width()) return;
  drawLine(drawing.painter, text, rect.center().x() - width / 2, rect.center().y(), font, colour);
}

struct TileGrid {
  double width = 0, height = 0, gap = 0;
  std::size_t columns = 0, shown = 0;
};

// The largest tiles of which all find room; where even the smallest do not, as many as there is room for.
TileGrid tileGrid(const QRectF& area, std::size_t count, const Theme& theme) {
  TileGrid grid;
  const double largest = std::min(theme.px(24), area.height());
  for (int less = 0; largest - theme.px(less) >= theme.px(5); ++less) {
    const double height = largest - theme.px(less);
    grid.height = height;
    grid.width = height * (height >= theme.px(14) ? 1.5 : 1);
    grid.gap = height >= theme.px(14) ? theme.px(6) : theme.px(2);
    const auto fit = [&](double room, double size) {
      return static_cast<std::size_t>(std::max(0.0, std::floor((room + grid.gap) / (size + grid.gap))));
    };
    grid.columns = fit(area.width(), grid.width);
    grid.shown = std::min(count, grid.columns * fit(area.height(), grid.height));
    if (grid.shown == count) break;
  }
  return grid;
}

void paintTiles(const Drawing& drawing, const std::vector<TaskId>& tasks, const QRectF& area) {
  const TileGrid grid = tileGrid(area, tasks.size(), drawing.theme);
  QPainter& painter = drawing.painter;
  const double radius = std::min(drawing.px(4), grid.height / 4);
  for (std::size_t i = 0; i < grid.shown; ++i) {
    const std::size_t column = i % grid.columns, row = i / grid.columns;
    const QRectF tile(area.left() + static_cast<double>(column) * (grid.width + grid.gap),
                      area.top() + static_cast<double>(row) * (grid.height + grid.gap), grid.width, grid.height);
    if (radius < 2) {
      painter.fillRect(tile, drawing.theme.task(tasks[i]));
      continue;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(drawing.theme.task(tasks[i]));
    painter.drawRoundedRect(tile, radius, radius);
    drawCentred(drawing, QString::number(tasks[i] + 1), tile, grid.height * 0.55, drawing.theme.textOnTask(tasks[i]));
  }
}

void paintSection(const Drawing& drawing, const QString& title, const std::vector<TaskId>& tasks, const QRectF& area) {
  const double size = std::min(drawing.px(11), area.height() * 0.3);
  QFont font = drawing.theme.font(1, QFont::Bold);
  font.setPixelSize(std::max(1, static_cast<int>(size)));
  const double middle = area.top() + size * 0.7;
  drawLine(drawing.painter, title, area.left(), middle, font, drawing.theme.board_text);
  const double title_width = QFontMetricsF(font).horizontalAdvance(title);
  QFont plain = drawing.theme.font(1, QFont::Medium);
  plain.setPixelSize(std::max(1, static_cast<int>(size)));
  drawLine(drawing.painter, countText(tasks.size()), area.left() + title_width + drawing.px(8), middle, plain,
           drawing.theme.board_muted);
  paintTiles(drawing, tasks, area.adjusted(0, size * 1.75, 0, 0));
}

QColor ticketColour(FutureState state, const Theme& theme) {
  switch (state) {
    case FutureState::Running:
      return theme.bell_text;
    case FutureState::Done:
      return theme.accent;
    case FutureState::Failed:
      return theme.warning;
    case FutureState::Pending:
    case FutureState::Cancelled:
      return theme.text_muted;
  }
  return theme.text_muted;
}

QString stateMark(const ShopTicket& ticket) {
  switch (ticket.state) {
    case FutureState::Done:
      return QStringLiteral("✓");
    case FutureState::Failed:
      return QStringLiteral("✗");
    case FutureState::Cancelled:
      return QStringLiteral("–");
    case FutureState::Running:
      return QStringLiteral("▸");
    case FutureState::Pending:
      return QStringLiteral("…");
  }
  return {};
}

// Short enough for a ticket; the card has it all.
QString resultText(std::uint64_t result) {
  const QString text = QString::number(result);
  return text.size() <= 6 ? text : text.left(3) + QStringLiteral("…") + text.right(2);
}

QStringList stateTexts(const ShopTicket& ticket) {
  const QString word = futureWords(ticket.state), mark = stateMark(ticket);
  const bool marked = ticket.state == FutureState::Done || ticket.state == FutureState::Failed;
  QStringList texts;
  if (ticket.result) texts << word + QStringLiteral(" ✓ ") + resultText(*ticket.result);
  texts << (marked ? word + QLatin1Char(' ') + mark : word) << mark;
  return texts;
}

// A little smaller rather than shorter.
void drawFirstThatFits(const Drawing& drawing, const QStringList& texts, QPointF left_middle, double most, double size,
                       QFont::Weight weight, const QColor& colour) {
  QFont font = drawing.theme.font(1, weight);
  for (const QString& text : texts)
    for (const double shrunk : {size, size * 0.85, size * 0.7}) {
      font.setPixelSize(std::max(1, static_cast<int>(shrunk)));
      if (QFontMetricsF(font).horizontalAdvance(text) > most || (shrunk < size && shrunk < kReadable + 2)) continue;
      drawLine(drawing.painter, text, left_middle.x(), left_middle.y(), font, colour);
      return;
    }
}

// Paper with a perforated stub in the customer's colour.
void paintTicket(const Drawing& drawing, const ShopTicket& ticket, const QRectF& rect) {
  const Theme& theme = drawing.theme;
  QPainter& painter = drawing.painter;
  const double radius = std::min(drawing.px(5), rect.height() / 5);
  const bool pending = ticket.state == FutureState::Pending, cancelled = ticket.state == FutureState::Cancelled;
  painter.setPen(QPen(theme.ticket_edge, drawing.px(1.2), pending || cancelled ? Qt::DashLine : Qt::SolidLine));
  painter.setBrush(theme.ticket_paper);
  painter.drawRoundedRect(rect, radius, radius);
  const double stub = std::min(rect.width() * 0.3, rect.height() * 0.8);
  const double tear = rect.right() - stub;
  painter.setPen(QPen(theme.ticket_edge, drawing.px(1), Qt::DotLine));
  painter.drawLine(QPointF(tear, rect.top() + radius), QPointF(tear, rect.bottom() - radius));
  const double inset = stub * 0.2;
  const QRectF colour =
      QRectF(tear, rect.top(), stub, rect.height()).adjusted(inset, rect.height() * 0.2, -inset, -rect.height() * 0.2);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.task(ticket.task));
  painter.drawRoundedRect(colour, drawing.px(3), drawing.px(3));
  if (ticket.rang) {  // its callback ran
    const double bell = std::min(colour.width(), colour.height()) * 0.9;
    const QRectF place(colour.center().x() - bell / 2, colour.center().y() - bell / 2, bell, bell);
    drawing.art.draw(painter, Art::Bell, place);
  } else {
    drawCentred(drawing, QString::number(ticket.task + 1), colour, std::min(colour.height() * 0.6, drawing.px(12)),
                theme.textOnTask(ticket.task));
  }
  const double pad = std::min(drawing.px(8), rect.width() * 0.08), most = tear - rect.left() - 1.4 * pad;
  const double size = std::min(drawing.px(11.5), rect.height() * 0.3);
  const QString number = QString::number(ticket.task + 1);
  if (size < kReadable || most < drawing.px(12)) return;
  drawFirstThatFits(
      drawing,
      {drawing.spoken(QStringLiteral("ticket "), QStringLiteral("Future ")) + number,
       drawing.look.words == Words::Shop ? QStringLiteral("ticket ") + number : QStringLiteral("Future ") + number,
       number},
      {rect.left() + pad, rect.top() + rect.height() * 0.32}, most, size, QFont::Bold, theme.text);
  drawFirstThatFits(drawing, stateTexts(ticket), {rect.left() + pad, rect.top() + rect.height() * 0.7}, most, size,
                    QFont::DemiBold, ticketColour(ticket.state, theme));
}

// '12 pending · 2 running · 4,986 done': where there are too many to be drawn.
void paintTicketCounts(const Drawing& drawing, const std::vector<ShopTicket>& tickets) {
  const QRectF& area = drawing.floor.tickets;
  std::array<std::size_t, 5> count{};
  for (const ShopTicket& ticket : tickets) ++count[static_cast<std::size_t>(ticket.state)];
  double y = area.top();
  const double pitch = std::min(drawing.px(20), area.height() / 5);
  for (const FutureState state :
       {FutureState::Pending, FutureState::Running, FutureState::Done, FutureState::Failed, FutureState::Cancelled}) {
    const std::size_t number = count[static_cast<std::size_t>(state)];
    if (number == 0) continue;
    ShopTicket sample{.state = state};
    const QString text = countText(number) + QLatin1Char(' ') + stateTexts(sample).first();
    drawFirstThatFits(drawing, {text}, {area.left(), y + pitch / 2}, area.width(),
                      std::min(drawing.px(12), pitch * 0.7), QFont::DemiBold, ticketColour(state, drawing.theme));
    y += pitch;
  }
}

}  // namespace

void paintBoard(const Drawing& drawing, const Scene& scene) {
  const QRectF& board = drawing.floor.board;
  if (board.isEmpty()) return;
  std::vector<TaskId> ready, waiting;
  for (const ShopCustomer& customer : scene.state.customers) {
    if (!customer.submitted) continue;
    if (customer.state == TaskState::Ready || customer.state == TaskState::Queued) ready.push_back(customer.task);
    if (customer.state == TaskState::Io || customer.state == TaskState::Lock) waiting.push_back(customer.task);
  }
  const double pad = std::min(drawing.px(12), board.height() * 0.08), half = (board.height() - 3 * pad) / 2;
  const QRectF upper(board.left() + pad, board.top() + pad, board.width() - 2 * pad, half);
  paintSection(drawing, drawing.label(Label::BoardReady), ready, upper);
  paintSection(drawing, drawing.label(Label::BoardWaiting), waiting, upper.translated(0, half + pad));
}

void paintTickets(const Drawing& drawing, const Scene& scene) {
  const std::vector<ShopTicket>& tickets = scene.state.tickets;
  if (drawing.floor.tickets.isEmpty() || tickets.empty()) return;
  drawing.captions.take(drawing.floor.tickets);
  const QRectF first = outlineOf(ticketThing(tickets.front().task), scene, drawing.floor);
  if (first.isEmpty()) return paintTicketCounts(drawing, tickets);
  for (const ShopTicket& ticket : tickets)
    paintTicket(drawing, ticket, outlineOf(ticketThing(ticket.task), scene, drawing.floor));
}

}  // namespace threadmart
