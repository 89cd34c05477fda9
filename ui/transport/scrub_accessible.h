// The ScrubSlider for those who do not see it.
#pragma once

#include <QAccessibleWidget>

namespace threadmart {

// For QAccessible::installFactory(); nothing for other classes.
QAccessibleInterface* makeScrubAccessible(const QString& class_name, QObject* object);

}  // namespace threadmart
