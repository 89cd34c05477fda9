// A label of one line that is cut with '…' where there is too little room, instead of asking for more. The whole text
// is its tool tip then.
#pragma once

#include <QLabel>

namespace threadmart {

class ElidedLabel : public QLabel {
  Q_OBJECT

 public:
  using QLabel::QLabel;
  QSize minimumSizeHint() const override { return {0, QLabel::minimumSizeHint().height()}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace threadmart
