// What can be put into baskets: to be dragged, or added to the current customer's basket with Enter or a double click.
#pragma once

#include <vector>

#include <QAbstractButton>
#include <QFrame>

#include "ui/sandbox/step_words.h"
#include "ui/theme/theme.h"

class QLabel;
class QScrollArea;

namespace threadmart {

class FlowLayout;

class PaletteEntry : public QAbstractButton {
  Q_OBJECT

 public:
  PaletteEntry(const PaletteItem& item, QWidget* parent);

  void setLook(const Theme& theme, bool small);
  const PaletteItem& item() const { return item_; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 signals:
  void picked();
  void left(int by);  // with the arrows, to the entry before or behind

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  PaletteItem item_;
  Theme theme_;
  bool small_ = false;
  QPoint pressed_;
};

class SandboxPalette : public QFrame {
  Q_OBJECT

 public:
  explicit SandboxPalette(QWidget* parent);

  // `small`: one line each, side by side, for above the customers instead of beside them.
  void setLook(const Theme& theme, bool small);
  const std::vector<PaletteEntry*>& entries() const { return entries_; }

 signals:
  void picked(const threadmart::DraftStep& step);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void walk(const PaletteEntry* from, int by);
  void fitHeight();

  bool small_ = false;
  QLabel* title_ = nullptr;
  QLabel* hint_ = nullptr;
  QScrollArea* scroll_ = nullptr;
  QWidget* room_ = nullptr;
  FlowLayout* flow_ = nullptr;
  std::vector<PaletteEntry*> entries_;
};

}  // namespace threadmart
