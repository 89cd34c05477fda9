// The shop at one moment of a recording as a picture for a slide: PNG, SVG or PDF.
#pragma once

#include <memory>

#include <QPainter>
#include <QSize>
#include <QString>

#include "core/recording/recording.h"
#include "ui/theme/theme.h"
#include "ui/words/words.h"

namespace threadmart {

struct ShopMoment {  // what is looked at
  Nanos time = 0;
  Words words = Words::Shop;
  Thing selected = {};
};

struct ShopSlideOptions {
  QSize size{1920, 1080};
  ThemeKind theme = ThemeKind::Light;
  bool transparent = false;
  QString title = {};  // empty: the scenario's
};

// Needs a QGuiApplication and loadFonts(). Throws std::runtime_error with one clear line, also for another tool's
// trace, which has no shop.
void exportShopSlide(const std::shared_ptr<const Recording>& recording, const ShopMoment& moment,
                     const ShopSlideOptions& options, const QString& file);

void paintShopSlide(QPainter& painter, const Recording& recording, const ShopMoment& moment,
                    const ShopSlideOptions& options);

// The moment that shows most of what is special about a run: when the most customers are inside and at the same time
// the most different things happen. For pictures whose time nobody chose.
Nanos tellingMoment(const Recording& recording);

}  // namespace threadmart
