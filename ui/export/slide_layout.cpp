#include "ui/export/slide_layout.h"

#include <algorithm>
#include <cmath>

namespace threadmart {
namespace {

constexpr double kMargin = 90, kBottom = 34;
constexpr double kHeader = 196;  // down to the plot
constexpr double kAxis = 54, kLegend = 44, kCaption = 40;
constexpr double kGroupGap = 34;
constexpr double kGroupText = 66;  // a group is at least as high as its two lines of text
constexpr double kUsualGroup = 150, kLowestUsual = 22, kHighestRow = 60, kHighestOnly = 96;

double usualPitch(std::size_t lanes) {
  return std::clamp(kUsualGroup / static_cast<double>(std::max<std::size_t>(1, lanes)), kLowestUsual, kHighestRow);
}

double pitchOf(std::size_t lanes, double stretch, bool named) {
  return std::min(named ? kHighestRow : kHighestOnly, usualPitch(lanes) * stretch);
}

double groupHeight(std::size_t lanes, double stretch, bool named) {
  const double pitch = pitchOf(lanes, stretch, named);
  return std::max(pitch * static_cast<double>(lanes), named ? kGroupText : 0);
}

double heightOf(const SlideContent& content, double stretch) {
  const bool named = content.groups.size() > 1;
  double height = kGroupGap * static_cast<double>(content.groups.size() - 1);
  for (const SlideGroup& group : content.groups) height += groupHeight(group.model.lanes().size(), stretch, named);
  return height;
}

// By how much the usual rows are stretched so that everything just fits, found by halving.
double stretchToFit(const SlideContent& content, double room) {
  double low = 0, high = 3;
  for (int i = 0; i < 40; ++i) {
    const double middle = (low + high) / 2;
    (heightOf(content, middle) <= room ? low : high) = middle;
  }
  return low;
}

double slideBar(double pitch) {
  return pitch >= 6 ? std::round(pitch - std::max(2.0, pitch * 0.16)) : barHeight(pitch);
}

Rows rowsOf(const SlideGroup& group, double top, double height, double unit, double pitch) {
  Rows rows;
  rows.count = group.model.lanes().size();
  rows.pitch = std::min(pitch * unit, height / static_cast<double>(std::max<std::size_t>(1, rows.count)));
  if (rows.pitch >= 4) rows.pitch = std::floor(rows.pitch);
  rows.bar = slideBar(rows.pitch);
  rows.top = rows.clip_top = std::round(top);
  rows.clip_bottom = rows.top + std::ceil(rows.pitch * static_cast<double>(rows.count));
  return rows;
}

}  // namespace

// As large as the slide allows, but on a low wide strip no smaller than can be read.
double slideUnit(QSizeF size) {
  const double across = size.width() / 1920, down = size.height() / 1080;
  return std::max(std::min(across, down), std::min(across, 0.6));
}

SlideLayout layoutSlide(const SlideContent& content, QSizeF size, double label_width, double result_width) {
  SlideLayout layout;
  const double u = layout.unit = slideUnit(size);
  const double left = kMargin * u, right = size.width() - kMargin * u;
  const double bottom = size.height() - kBottom * u;
  layout.header = QRectF(left, 0, right - left, kHeader * u);
  layout.caption = QRectF(left, bottom - kCaption * u, right - left, kCaption * u);
  layout.legend = QRectF(left, layout.caption.top() - kLegend * u, right - left, kLegend * u);
  const double top = kHeader * u, axis_top = layout.legend.top() - kAxis * u;
  const double plot_left = std::round(left + label_width + 30 * u);
  const double plot_width = std::max(10.0, right - result_width - 32 * u - plot_left);
  layout.labels = QRectF(left, top, label_width, axis_top - top);
  layout.plot = QRectF(plot_left, top, plot_width, axis_top - top);
  layout.axis = QRectF(plot_left, axis_top, right - plot_left, kAxis * u);
  layout.scale = {content.time, plot_left, plot_width};

  const double room = (axis_top - top) / u - 24;
  const double stretch = stretchToFit(content, room);
  const bool named = content.groups.size() > 1;
  double spare = std::max(0.0, room - heightOf(content, stretch)) / static_cast<double>(content.groups.size() + 1);
  spare = std::min(spare, 24.0);
  double y = 12 + spare / 2;
  for (const SlideGroup& group : content.groups) {
    const double height = std::min(groupHeight(group.model.lanes().size(), stretch, named), room);
    layout.rows.push_back(
        rowsOf(group, top + y * u, height * u, u, pitchOf(group.model.lanes().size(), stretch, named)));
    y += height + kGroupGap + spare;
  }
  const double used = layout.rows.back().clip_bottom + 14 * u;  // few lanes leave room: the axis stays with them
  if (used < layout.plot.bottom()) {
    layout.plot.setBottom(std::round(used));
    layout.axis.moveTop(layout.plot.bottom());
  }
  return layout;
}

}  // namespace threadmart
