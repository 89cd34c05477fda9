#include "app/window/icons.h"

namespace threadmart {

QIcon programIcon() {
  QIcon icon;
  for (const int size : {16, 32, 64, 128}) icon.addPixmap(iconPixmap(QStringLiteral("logo"), size));
  return icon;
}

}  // namespace threadmart
