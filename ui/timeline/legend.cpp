// The legend, and what a tip says about one slice.
#include <cmath>

#include <QFontMetricsF>

#include "ui/timeline/painter.h"
#include "ui/timeline/slice_label.h"
#include "ui/timeline/state_bar.h"

namespace threadmart {
namespace {

constexpr TaskId kLegendTask = 0;  // whose colour stands for all

}  // namespace

Legend legendOf(const TimelineModel& model) {
  Legend legend;
  legend.gil = model.hasGil();
  legend.words = model.words();
  for (const TaskState state : {TaskState::Running, TaskState::Io, TaskState::Lock, TaskState::Ready})
    if (model.hasState(state) && (model.by() != LaneBy::Core || state == TaskState::Running))
      legend.states.push_back(state);
  return legend;
}

double paintLegend(QPainter* painter, const Legend& legend, double left, double middle, const Theme& theme,
                   double font_size) {
  const QFont font = theme.font(font_size, QFont::Medium);
  const QFontMetricsF metrics(font);
  const double width = std::round(theme.px(font_size * 1.6)), height = std::round(theme.px(font_size * 1.05));
  double x = left;
  for (const TaskState state : legend.states) {
    const QString text = stateWords(state, legend.words, legend.gil);
    if (painter) {
      const QRectF swatch(std::round(x), std::round(middle - height / 2), width, height);
      painter->setRenderHint(QPainter::Antialiasing);
      paintStateBar(*painter, swatch, state, kLegendTask, swatch.left(), theme);
      painter->setFont(font);
      painter->setPen(theme.text_muted);
      painter->drawText(
          QPointF(std::round(x + width + theme.px(font_size * 0.6)), std::round(middle + metrics.capHeight() / 2)),
          text);
    }
    x += width + theme.px(font_size * 0.6) + metrics.horizontalAdvance(text) + theme.px(font_size * 1.9);
  }
  return legend.states.empty() ? left : x - theme.px(font_size * 1.9);
}

QStringList tipLines(const TimelineModel& model, std::size_t lane, const Slice& slice) {
  const Words words = model.words();
  QString what = slice.task == kNoTask ? model.lanes()[lane].name() : model.taskName(slice.task);
  what += QStringLiteral(": ");
  if (slice.task == kNoTask) {
    what += spoken(QStringLiteral("opening"), QStringLiteral("starting up"), words);
  } else {
    what += slice.state == TaskState::Running ? runningWords(slice.core, words)
                                              : stateWords(slice.state, words, model.hasGil());
  }
  QStringList facts{formatInterval(slice.begin, slice.end)};
  const std::uint32_t items = itemsIn(model, model.lanes()[lane], slice);
  if (items > 0) facts << (items == 1 ? QStringLiteral("1 item") : QStringLiteral("%1 items").arg(items));
  facts << (slice.open ? QStringLiteral("%1 so far") : QStringLiteral("%1")).arg(formatDuration(slice.duration()));
  return {what, facts.join(QStringLiteral(" · "))};
}

}  // namespace threadmart
