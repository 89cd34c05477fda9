// The heat strip as a widget: it paints, says what is under the pointer, and a click chooses a core.
#pragma once

#include <optional>

#include <QWidget>

#include "ui/cores/core_load.h"
#include "ui/theme/theme.h"
#include "ui/words/words.h"

namespace threadmart {

class HeatStripWidget : public QWidget {
  Q_OBJECT

 public:
  explicit HeatStripWidget(QWidget* parent = nullptr);

  void setLoads(const CoreLoads& loads, const Theme& theme, Words words);
  void setPlayhead(std::optional<Nanos> time);
  void setSelected(std::optional<unsigned> core);
  QString textAt(QPointF at) const;  // 'core 12 at 34 ms: 98 % busy, 95 % of it this run'; empty beside the strip

 signals:
  void chosen(unsigned core);

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  CoreLoads loads_;
  Theme theme_;
  Words words_ = Words::Computing;
  std::optional<Nanos> playhead_;
  std::optional<unsigned> selected_;
};

}  // namespace threadmart
