// Pictures of recordings. The one door of the command line to Qt: a build without Qt has another pictures_*.cpp behind
// it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/command_line/values.h"
#include "core/projections/slices.h"
#include "core/recording/recording.h"

namespace threadmart {

enum class PictureTheme { Light, Dark, Print };
enum class PictureView { Timeline, Shop, Cores, Window };
enum class PictureWords { Shop, Computing, Both };

struct PictureRequest {
  std::vector<std::shared_ptr<const Recording>> recordings;  // under one another, on one time axis
  std::string file;                                          // .png, .svg or .pdf
  PictureView view = PictureView::Timeline;
  std::optional<Nanos> at;  // of shop, cores and window; where not said, a moment at which much can be seen
  PictureWords words = PictureWords::Shop;
  std::optional<LaneBy> by;       // what suits the recordings, where not said
  std::optional<Nanos> from, to;  // all of it where not said
  PictureSize size;
  PictureTheme theme = PictureTheme::Light;
  bool transparent = false;
  std::string title;  // empty: the recording's own
};

// Throws UsageError for a kind of file that cannot be drawn, naming those that can.
void requirePictureFile(const std::string& file);

// Throws std::runtime_error with one line if the picture cannot be drawn or written.
void drawPicture(const PictureRequest& request);

}  // namespace threadmart
