#include "ui/export/shop_slide.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <QFontMetricsF>

#include "ui/export/picture_file.h"
#include "ui/export/slide_content.h"
#include "ui/export/slide_layout.h"
#include "ui/shop/painter.h"
#include "ui/words/durations.h"

namespace threadmart {
namespace {

constexpr double kMargin = 90, kTitle = 46, kSubtitle = 22, kFooter = 17;
constexpr double kShopTop = 190, kShopFoot = 90;  // room above and below the shop
constexpr double kShopScale = 1.35;               // the shop's own texts, to be read from the last row

ShopIndex indexOf(const Recording& recording) {
  ShopIndex index;
  const Snapshot snapshot = recording.snapshot();
  index.update(std::make_shared<const std::vector<Slice>>(makeSlices(snapshot)), snapshot, recording.info());
  return index;
}

void paintLine(QPainter& painter, QPointF base, const QString& text, const QFont& font, const QColor& colour,
               double room) {
  painter.setFont(font);
  painter.setPen(colour);
  painter.drawText(base, QFontMetricsF(font).elidedText(text, Qt::ElideRight, room));
}

void paintTexts(QPainter& painter, const RunInfo& info, const ShopIndex& index, const ShopMoment& moment,
                const ShopSlideOptions& options, const Theme& theme) {
  const double left = theme.px(kMargin), room = options.size.width() - 2 * left;
  const QString title = !options.title.isEmpty() ? options.title : QString::fromStdString(info.title);
  paintLine(painter, {left, theme.px(108)}, title, theme.font(kTitle, QFont::Bold), theme.text, room);
  const QString subtitle = shopTitle(index.kind(), index.hasTickets(), Words::Both) + QStringLiteral(" · at ") +
                           formatDuration(moment.time) + QStringLiteral(" of ") + formatDuration(index.end());
  paintLine(painter, {left, theme.px(154)}, subtitle, theme.font(kSubtitle), theme.text_muted, room);
  paintLine(painter, {left, options.size.height() - theme.px(36)}, captionOf(info), theme.font(kFooter),
            theme.text_muted, room);
}

// How much there is to see: somebody served, as many different states as possible, both people inside and people gone.
double interest(const ShopState& state) {
  double states = 0, inside = 0;
  for (const TaskState each : {TaskState::Queued, TaskState::Running, TaskState::Io, TaskState::Lock, TaskState::Ready})
    states += state.in_state[static_cast<std::size_t>(each)] > 0;
  for (const ShopCustomer& customer : state.customers) inside += customer.state != TaskState::Done;
  const double share = inside / static_cast<double>(std::max<std::size_t>(1, state.customers.size()));
  const bool served = state.in_state[static_cast<std::size_t>(TaskState::Running)] > 0;
  double open = 0;
  for (const ShopTill& till : state.tills) open += till.state == TillState::Open;
  open /= static_cast<double>(std::max<std::size_t>(1, state.tills.size()));
  return (served ? 2 : 0) + states + 3 * (1 - std::abs(share - 0.7)) + 2 * open;
}

}  // namespace

void paintShopSlide(QPainter& painter, const Recording& recording, const ShopMoment& moment,
                    const ShopSlideOptions& options) {
  const ShopIndex index = indexOf(recording);
  if (index.kind() == ShopKind::Unknown)
    throw std::runtime_error("this trace comes from another tool: there is no shop to be drawn; choose the timeline");
  const double unit = slideUnit(options.size);
  const Theme theme = makeTheme(options.theme, unit);
  painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
  if (!options.transparent) painter.fillRect(QRectF(QPointF(0, 0), QSizeF(options.size)), theme.panel);
  paintTexts(painter, recording.info(), index, moment, options, theme);
  const QRectF place(theme.px(kMargin), theme.px(kShopTop), options.size.width() - 2 * theme.px(kMargin),
                     options.size.height() - theme.px(kShopTop) - theme.px(kShopFoot));
  painter.save();
  painter.translate(place.topLeft());
  paintShop(painter, index, moment.time, place.size(), makeTheme(options.theme, unit * kShopScale),
            {moment.words, moment.selected, {}});
  painter.restore();
}

void exportShopSlide(const std::shared_ptr<const Recording>& recording, const ShopMoment& moment,
                     const ShopSlideOptions& options, const QString& file) {
  const PictureFile picture{file, options.size, options.transparent, options.title, recording->info().started_at};
  writePicture(picture, [&](QPainter& painter) { paintShopSlide(painter, *recording, moment, options); });
}

Nanos tellingMoment(const Recording& recording) {
  constexpr int kLooks = 400;
  const ShopIndex index = indexOf(recording);
  ShopState state;
  Nanos best = 0;
  double most = -1;
  for (int look = 1; look < kLooks; ++look) {
    const Nanos time = index.end() / kLooks * look;
    index.at(time, state);
    if (const double seen = interest(state); seen > most) {
      most = seen;
      best = time;
    }
  }
  return best;
}

}  // namespace threadmart
