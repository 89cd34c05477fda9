// The program's icon for the desktop; all others by their names (ui/theme/icons.h).
#pragma once

#include <QIcon>

#include "ui/theme/icons.h"

namespace threadmart {

QIcon programIcon();

}  // namespace threadmart
