#include "ui/theme/theme.h"

#include <algorithm>

#include <QFontDatabase>

// Outside the namespace, as Qt wants it: a resource in a static library has to be named to be linked.
static void initFontResource() {
  Q_INIT_RESOURCE(threadmart_fonts);
}

namespace threadmart {

bool loadFonts() {
  initFontResource();
  for (const char* weight : {"Regular", "Medium", "SemiBold", "Bold"}) {
    if (QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/Inter-%1").arg(QLatin1String(weight))) < 0)
      return false;
  }
  return true;
}

QFont Theme::font(double size, QFont::Weight weight) const {
  QFont font(QStringLiteral("Inter"));
  font.setPixelSize(std::max(1, qRound(size * scale)));
  font.setWeight(weight);
  font.setHintingPreference(QFont::PreferNoHinting);
  font.setStyleStrategy(static_cast<QFont::StyleStrategy>(QFont::NoSubpixelAntialias | QFont::PreferAntialias));
  return font;
}

}  // namespace threadmart
