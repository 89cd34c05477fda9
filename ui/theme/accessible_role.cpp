#include "ui/theme/accessible_role.h"

#include <QAccessibleWidget>
#include <QVariant>
#include <QWidget>

namespace threadmart {
namespace {

constexpr const char* kProperty = "accessible_role";

QAccessibleInterface* makeWithRole(const QString&, QObject* object) {
  auto* widget = qobject_cast<QWidget*>(object);
  const QVariant role = widget ? widget->property(kProperty) : QVariant();
  return role.isValid() ? new QAccessibleWidget(widget, static_cast<QAccessible::Role>(role.toInt())) : nullptr;
}

}  // namespace

void setAccessibleRole(QWidget& widget, QAccessible::Role role) {
  QAccessible::installFactory(makeWithRole);  // Qt keeps it once
  widget.setProperty(kProperty, static_cast<int>(role));
}

}  // namespace threadmart
