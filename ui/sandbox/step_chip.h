// One step in a basket: picture, both names and, if it is wrong, what is wrong with it.
#pragma once

#include <QAbstractButton>
#include <QKeyEvent>
#include <QString>

#include "ui/sandbox/draft.h"
#include "ui/theme/theme.h"
#include "ui/words/words.h"

namespace threadmart {

class StepChip : public QAbstractButton {
  Q_OBJECT

 public:
  explicit StepChip(QWidget* parent);

  void setStep(const DraftStep& step, int number, int of);  // number from 1, for its accessible name
  void setProblem(const QString& message);                  // empty: it is fine
  void setLook(const Theme& theme, Words words);
  const DraftStep& step() const { return step_; }
  const QString& problem() const { return problem_; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 signals:
  void editRequested();
  void dragged();
  void focused();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override { event->ignore(); }  // the column knows the keys

 private:
  QString firstLine() const;
  QString secondLine() const;
  QSize bodySize() const;
  QRect problemRect(const QSize& body) const;
  void describe();

  DraftStep step_;
  QString problem_, place_;
  Theme theme_;
  Words words_ = Words::Both;
  QPoint pressed_;
};

// The picture of a chip or palette entry with its two lines, within the rectangle.
void paintStepLabel(QPainter& painter, const DraftStep& step, int pieces, const QString& first, const QString& second,
                    const QRectF& rect, const Theme& theme);

}  // namespace threadmart
