#include <stdexcept>

#include "app/open_window.h"

namespace threadmart {

int openWindow(const std::vector<std::string>&) {
  throw std::runtime_error(
      "this build has no window: use 'threadmart list' and 'threadmart run', or build it with -DTHREADMART_GUI=ON");
}

}  // namespace threadmart
