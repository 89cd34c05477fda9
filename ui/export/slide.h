// A recording, or several on one time axis, as a picture for a slide: PNG, SVG or PDF, at any size, by the painter of
// the window. The same input gives the same bytes.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QPainter>
#include <QSize>
#include <QString>

#include "core/projections/slices.h"
#include "core/recording/recording.h"
#include "ui/theme/theme.h"

namespace threadmart {

struct SlideOptions {
  QSize size{1920, 1080};  // pixels; in PDF 1/96 inch
  ThemeKind theme = ThemeKind::Light;
  std::optional<LaneBy> by =
      std::nullopt;  // nothing: by worker where few workers carry many tasks one at a time, else by task
  std::optional<Nanos> from = std::nullopt, to = std::nullopt;  // nothing: the whole run
  QString title = {}, subtitle = {};                            // empty: the scenario's title; how it was run
  bool transparent = false;                                     // no background
};

using Recordings = std::vector<std::shared_ptr<const Recording>>;

// The format is that of the suffix: .png, .svg, .pdf. The file is there complete or not at all. Needs a QGuiApplication
// and loadFonts(). Throws std::runtime_error with one clear line.
void exportSlide(const Recordings& recordings, const SlideOptions& options, const QString& file);

// The picture itself, at (0, 0) in the painter's logical pixels.
void paintSlide(QPainter& painter, const Recordings& recordings, const SlideOptions& options);

}  // namespace threadmart
