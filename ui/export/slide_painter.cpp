#include <algorithm>
#include <cmath>

#include <QFontMetricsF>

#include "ui/export/slide_layout.h"
#include "ui/timeline/painter.h"

namespace threadmart {
namespace {

constexpr double kTitle = 46, kSubtitle = 22, kName = 25, kComputing = 18, kLaneName = 19, kResult = 22, kAxisText = 20,
                 kFooter = 17;
constexpr double kWidestLabels = 350;

// '0.86 s  ·  3.9 ×': against one till, one line if that is on the slide, else against the sum of the parts.
QString resultOf(const SlideGroup& group, const std::vector<SlideGroup>& groups) {
  const auto one_line = std::find_if(groups.begin(), groups.end(),
                                     [](const SlideGroup& other) { return other.info.executor == "sequential"; });
  const double makespan = static_cast<double>(std::max<Nanos>(1, group.numbers.makespan));
  const double speedup =
      one_line != groups.end() ? static_cast<double>(one_line->numbers.makespan) / makespan : group.numbers.speedup;
  QString finish = formatDuration(group.numbers.makespan);
  if (speedup <= 0) return finish;
  QString factor = QString::number(speedup, 'f', speedup < 9.95 ? 1 : 0);
  if (factor.endsWith(QStringLiteral(".0"))) factor.chop(2);
  return finish + QStringLiteral("  ·  %1 ×").arg(factor);
}

class SlidePainter {
 public:
  SlidePainter(QPainter& painter, const SlideContent& content, const SlideOptions& options)
      : painter_(painter),
        content_(content),
        theme_(makeTheme(options.theme, slideUnit(options.size))),
        layout_(layoutSlide(content, options.size, labelWidth(), resultWidth())) {}

  void paint(const SlideOptions& options) {
    painter_.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    if (!options.transparent) painter_.fillRect(QRectF(QPointF(0, 0), QSizeF(options.size)), theme_.panel);
    paintHeader();
    paintGrid(painter_, layout_.scale, layout_.plot.top(), layout_.plot.bottom(), theme_, kAxisText);
    paintAxis(painter_, layout_.scale, layout_.axis.top() + theme_.px(12), layout_.axis.right() + theme_.px(60), theme_,
              kAxisText);
    for (std::size_t i = 0; i < content_.groups.size(); ++i) paintGroup(content_.groups[i], layout_.rows[i]);
    paintFooter();
  }

 private:
  bool several() const { return content_.groups.size() > 1; }

  double widthOf(const QString& text, double size, QFont::Weight weight) const {
    return QFontMetricsF(theme_.font(size, weight)).horizontalAdvance(text);
  }

  double labelWidth() const {
    double width = 0;
    for (const SlideGroup& group : content_.groups) {
      width = std::max(
          {width, widthOf(group.name, kName, QFont::Bold), widthOf(group.computing, kComputing, QFont::Normal)});
      if (several()) continue;
      width = 0;
      for (const TimelineLane& lane : group.model.lanes())
        width = std::max(width, widthOf(lane.name(), kLaneName, QFont::DemiBold));
    }
    return std::min(std::ceil(width) + 1, theme_.px(kWidestLabels));
  }

  double resultWidth() const {
    double width = 0;
    for (const SlideGroup& group : content_.groups)
      width = std::max(width, widthOf(resultOf(group, content_.groups), kResult, QFont::Bold));
    return std::ceil(width);
  }

  // Base line at y; cut with '…' where it would be wider than `room`. Returns its width.
  double text(QPointF at, const QString& words, double size, QFont::Weight weight, const QColor& colour, double room) {
    const QFont font = theme_.font(size, weight);
    const QFontMetricsF metrics(font);
    const QString shown = metrics.elidedText(words, Qt::ElideRight, room + 1);
    if (shown.isEmpty()) return 0;
    painter_.setFont(font);
    painter_.setPen(colour);
    painter_.drawText(QPointF(std::round(at.x()), std::round(at.y())), shown);
    return metrics.horizontalAdvance(shown);
  }

  void paintHeader() {
    const QRectF& header = layout_.header;
    text({header.left(), theme_.px(108)}, content_.title, kTitle, QFont::Bold, theme_.text, header.width());
    text({header.left(), theme_.px(154)}, content_.subtitle, kSubtitle, QFont::Normal, theme_.text_muted,
         header.width());
  }

  void paintGroup(const SlideGroup& group, const Rows& rows) {
    paintLanes(painter_, group.model, layout_.scale, rows, theme_);
    if (several()) {
      paintGroupName(group, rows);
    } else {
      paintLaneNames(group, rows);
    }
    paintResult(group, rows);
  }

  void paintGroupName(const SlideGroup& group, const Rows& rows) {
    const QRectF& labels = layout_.labels;
    const double base = rows.top + theme_.px(26);
    text({labels.left(), base}, group.name, kName, QFont::Bold, theme_.text, labels.width());
    text({labels.left(), base + theme_.px(28)}, group.computing, kComputing, QFont::Normal, theme_.text_muted,
         labels.width());
  }

  void paintLaneNames(const SlideGroup& group, const Rows& rows) {
    const double size = std::min(kLaneName, rows.pitch / theme_.scale * 0.8);
    const bool each = size >= kFooter * 0.6;
    const double fitted = each ? size : kFooter;
    const QFontMetricsF metrics(theme_.font(fitted, QFont::DemiBold));
    const std::size_t stride = labelStride(rows.pitch, each ? 0 : metrics.height());
    for (std::size_t lane = 0; lane < rows.count; lane += stride) {
      const double middle = rows.barTop(lane) + rows.bar / 2;
      text({layout_.labels.left(), middle + metrics.capHeight() / 2}, group.model.lanes()[lane].name(), fitted,
           QFont::DemiBold, theme_.text, layout_.labels.width());
    }
  }

  void paintResult(const SlideGroup& group, const Rows& rows) {
    const QString result = resultOf(group, content_.groups);
    const bool marks = group.model.by() == LaneBy::Task && rows.bar >= theme_.px(9);
    const double x =
        std::max(layout_.scale.left, std::min(layout_.scale.right(), layout_.scale.clampedXOf(group.numbers.makespan)));
    const double middle = (rows.top + rows.clip_bottom) / 2,
                 cap = QFontMetricsF(theme_.font(kResult, QFont::Bold)).capHeight();
    const bool faster =
        resultOf(group, content_.groups) != resultOf(content_.groups.front(), content_.groups) || !several();
    text({x + theme_.px(marks ? 32 : 16), middle + cap / 2}, result, kResult, QFont::Bold,
         faster ? theme_.accent : theme_.text_muted, 1e6);
  }

  // 'Waiting for the GIL' if nobody waits for another lock.
  Legend commonLegend() const {
    Legend common;
    common.gil = true;
    for (const SlideGroup& group : content_.groups) {
      for (const TaskState state : legendOf(group.model).states) {
        if (state == TaskState::Lock && !group.info.has_gil) common.gil = false;
        if (std::find(common.states.begin(), common.states.end(), state) == common.states.end())
          common.states.push_back(state);
      }
    }
    std::sort(common.states.begin(), common.states.end());
    return common;
  }

  void paintFooter() {
    Legend legend = commonLegend();
    legend.words = Words::Both;  // nobody can ask a slide what it means
    if (paintLegend(nullptr, legend, layout_.legend.left(), 0, theme_, kFooter) > layout_.legend.right())
      legend.words = Words::Shop;
    paintLegend(&painter_, legend, layout_.legend.left(), layout_.legend.center().y(), theme_, kFooter);
    const double base = layout_.caption.center().y() + theme_.px(6);
    const QString name = QStringLiteral("Threadmart");
    const double width = widthOf(name, kFooter, QFont::DemiBold);
    text({layout_.caption.right() - width, base}, name, kFooter, QFont::DemiBold, theme_.text_muted, width);
    text({layout_.caption.left(), base}, content_.caption, kFooter, QFont::Normal, theme_.text_muted,
         layout_.caption.width() - width - theme_.px(40));
  }

  QPainter& painter_;
  const SlideContent& content_;
  Theme theme_;
  SlideLayout layout_;
};

}  // namespace

void paintSlide(QPainter& painter, const Recordings& recordings, const SlideOptions& options) {
  const SlideContent content = makeSlideContent(recordings, options);
  SlidePainter(painter, content, options).paint(options);
}

}  // namespace threadmart
