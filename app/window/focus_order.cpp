#include "app/window/focus_order.h"

#include <QWidget>

namespace threadmart {
namespace {

std::vector<QWidget*> controlsOf(QWidget* part) {
  std::vector<QWidget*> controls;
  QWidget* widget = part;
  do {
    const bool inside = widget == part || part->isAncestorOf(widget);
    if (inside && (widget->focusPolicy() & Qt::TabFocus) != 0) controls.push_back(widget);
    widget = widget->nextInFocusChain();
  } while (widget != part);
  return controls;
}

}  // namespace

void setFocusOrder(const std::vector<QWidget*>& parts) {
  QWidget* before = nullptr;
  for (QWidget* part : parts) {
    for (QWidget* control : controlsOf(part)) {
      if (before != nullptr) QWidget::setTabOrder(before, control);
      before = control;
    }
  }
}

}  // namespace threadmart
