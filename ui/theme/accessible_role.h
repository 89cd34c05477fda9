// What a widget that paints itself is for somebody who cannot see it: without a role it is mere filling between others.
#pragma once

#include <QAccessible>

class QWidget;

namespace threadmart {

// In the widget's constructor, before it gets its name: that is told at once, with the role, which is asked for once.
void setAccessibleRole(QWidget& widget, QAccessible::Role role);

}  // namespace threadmart
