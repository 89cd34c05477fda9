// The shop for those who do not see it: sentences, and a child for each thing that can be pressed.
#pragma once

#include <QAccessibleWidget>

namespace threadmart {

inline constexpr int kMostAccessibleThings = 100;

// For QAccessible::installFactory(); nothing for other classes than ShopWidget.
QAccessibleInterface* makeShopAccessible(const QString& class_name, QObject* object);

}  // namespace threadmart
