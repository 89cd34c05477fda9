// Tab goes through the window as one reads it, not in the order in which widgets were made.
#pragma once

#include <vector>

class QWidget;

namespace threadmart {

// The controls of each part keep their order among themselves.
void setFocusOrder(const std::vector<QWidget*>& parts);

}  // namespace threadmart
