// Draws figures: sprites for pixels, vectors for the rest. The pixels of a sprite are those that the file gives at its
// size, drawn without scaling on whole device pixels: sharp, the same everywhere, and quick.
#include <algorithm>
#include <array>
#include <cmath>

#include <QCache>
#include <QPaintEngine>
#include <QSvgRenderer>

#include "ui/shop/art_files.h"

namespace threadmart {
namespace {

// Between these heights, in device pixels, the simple drawing fades into the detailed one.
constexpr double kTinyBelow = 20, kFullFrom = 28;
constexpr int kFineHeight = 96;     // from here on, sizes are kept in steps of two pixels
constexpr int kMaxSprite = 4096;    // pixels a side; larger is drawn as vectors
constexpr int kMaxRenderers = 512;  // read files, by figure and colours

struct FigureKey {
  Art art = Art::Item;
  ArtDetail detail = ArtDetail::Full;
  Haircut haircut = Haircut::Short;
  std::uint8_t basket = 0;
  QRgb main = 0, skin = 0, hair = 0;  // 0: the theme's own
  friend bool operator==(const FigureKey&, const FigureKey&) = default;
};
std::size_t qHash(const FigureKey& key, std::size_t seed) {
  const auto small = static_cast<quint32>(key.art) | static_cast<quint32>(key.detail) << 8 |
                     static_cast<quint32>(key.haircut) << 12 | static_cast<quint32>(key.basket) << 16;
  return qHashMulti(seed, quint64{small} << 32 | key.main, quint64{key.skin} << 32 | key.hair);
}

struct SpriteKey {
  FigureKey figure;
  QSize size;  // device pixels
  friend bool operator==(const SpriteKey&, const SpriteKey&) = default;
};
std::size_t qHash(const SpriteKey& key, std::size_t seed) {
  return qHash(key.figure, seed ^ static_cast<std::size_t>(key.size.width() << 16 ^ key.size.height()));
}

FigureKey keyOf(Art art, const ArtColours& colours) {
  const auto rgb = [](const QColor& colour) { return colour.isValid() ? colour.rgb() : 0; };
  return {art,
          ArtDetail::Full,
          colours.haircut,
          std::min<std::uint8_t>(colours.basket, 3),
          rgb(colours.main),
          rgb(colours.skin),
          rgb(colours.hair)};
}

// Share of the detailed drawing at a height.
double fullShare(Art art, double device_height) {
  if (!artFile(art).tiny) return 1;
  return std::clamp((device_height - kTinyBelow) / (kFullFrom - kTinyBelow), 0.0, 1.0);
}

// Where a sprite comes to lie, in whole device pixels.
QRect pixelsOf(Art art, const QRectF& device) {
  const auto whole = [](double value) { return static_cast<int>(std::lround(value)); };
  if (!artFile(art).upright) {  // pieces that are joined have to meet
    const int left = whole(device.left()), top = whole(device.top());
    return {left, top, std::max(1, whole(device.right()) - left), std::max(1, whole(device.bottom()) - top)};
  }
  int height = std::max(1, whole(device.height()));
  if (height > kFineHeight) height += height % 2;
  const int width = std::max(1, whole(height * ArtCabinet::aspect(art)));
  return {whole(device.center().x() - width / 2.0), whole(device.bottom()) - height, width, height};
}

}  // namespace

struct ArtCabinet::Parts {
  explicit Parts(const Theme& given) : theme(given) {}

  QSvgRenderer& renderer(const FigureKey& figure, const ArtColours& colours);
  QImage render(const FigureKey& figure, const ArtColours& colours, QSize size);
  QImage spriteOf(const FigureKey& figure, const ArtColours& colours, QSize size);
  const QImage& sprite(const FigureKey& figure, const ArtColours& colours, QSize size);
  void drawVectors(QPainter& painter, FigureKey figure, const QRectF& rect, const ArtColours& colours);
  void drawSprite(QPainter& painter, const FigureKey& figure, const QRectF& device, const ArtColours& colours);

  Theme theme;
  std::array<std::array<QByteArray, 2>, kArts> sources;  // the files, once read
  QCache<FigureKey, QSvgRenderer> renderers{kMaxRenderers};
  QCache<SpriteKey, QImage> sprites{static_cast<qsizetype>(kMaxBytes)};
  QImage uncached;  // the last one, if it was too large to be kept
};

QSvgRenderer& ArtCabinet::Parts::renderer(const FigureKey& figure, const ArtColours& colours) {
  if (QSvgRenderer* known = renderers.object(figure)) return *known;
  QByteArray& source = sources[static_cast<std::size_t>(figure.art)][static_cast<std::size_t>(figure.detail)];
  if (source.isEmpty()) source = artSource(figure.art, figure.detail);
  renderers.insert(figure, new QSvgRenderer(colouredSource(source, colours, theme)));  // owns it
  return *renderers.object(figure);  // there: one alone always has room
}

QImage ArtCabinet::Parts::render(const FigureKey& figure, const ArtColours& colours, QSize size) {
  QImage image(size, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  renderer(figure, colours).render(&painter, QRectF(QPointF(), QSizeF(size)));
  return image;
}

// The mixture of both drawings that belongs to the height: sprites of neighbouring sizes look alike.
QImage ArtCabinet::Parts::spriteOf(const FigureKey& figure, const ArtColours& colours, QSize size) {
  const double share = fullShare(figure.art, size.height());
  FigureKey tiny = figure;
  tiny.detail = ArtDetail::Tiny;
  if (share >= 1) return render(figure, colours, size);
  QImage both = render(tiny, colours, size);
  if (share <= 0) return both;
  QPainter painter(&both);
  painter.setCompositionMode(QPainter::CompositionMode_Source);  // with an opacity: the weights add up to one
  painter.setOpacity(share);
  painter.drawImage(QPoint(), render(figure, colours, size));
  painter.end();
  return both;
}

const QImage& ArtCabinet::Parts::sprite(const FigureKey& figure, const ArtColours& colours, QSize size) {
  const SpriteKey key{figure, size};
  if (const QImage* known = sprites.object(key)) return *known;
  uncached = spriteOf(figure, colours, size);
  sprites.insert(key, new QImage(uncached), uncached.sizeInBytes());
  return uncached;
}

void ArtCabinet::Parts::drawVectors(QPainter& painter, FigureKey figure, const QRectF& rect,
                                    const ArtColours& colours) {
  if (fullShare(figure.art, rect.height()) < 0.5) figure.detail = ArtDetail::Tiny;
  renderer(figure, colours).render(&painter, rect);
}

void ArtCabinet::Parts::drawSprite(QPainter& painter, const FigureKey& figure, const QRectF& device,
                                   const ArtColours& colours) {
  const QRect pixels = pixelsOf(figure.art, device);
  const QImage& image = sprite(figure, colours, pixels.size());
  const QTransform transform = painter.deviceTransform();
  if (transform.type() <= QTransform::TxTranslate) {
    painter.drawImage(QPointF(pixels.x() - transform.dx(), pixels.y() - transform.dy()), image);
    return;
  }
  // Scaled, as on a screen with more pixels: draw in its pixels.
  const QTransform world = painter.worldTransform();
  painter.setWorldTransform(transform.inverted() * world);
  painter.drawImage(QPointF(pixels.topLeft()), image);
  painter.setWorldTransform(world);
}

ArtCabinet::ArtCabinet(const Theme& theme) : parts_(std::make_unique<Parts>(theme)) {}
ArtCabinet::~ArtCabinet() = default;

void ArtCabinet::draw(QPainter& painter, Art art, const QRectF& rect, const ArtColours& colours, double opacity) {
  if (opacity <= 0 || rect.isEmpty()) return;
  const double before = painter.opacity();
  if (opacity < 1) painter.setOpacity(before * opacity);
  const QTransform transform = painter.deviceTransform();
  const QRectF device = transform.mapRect(rect);
  const bool pixels = painter.paintEngine()->type() == QPaintEngine::Raster &&
                      transform.type() <= QTransform::TxScale &&
                      std::max(device.width(), device.height()) <= kMaxSprite;
  if (pixels) {
    parts_->drawSprite(painter, keyOf(art, colours), device, colours);
  } else {
    parts_->drawVectors(painter, keyOf(art, colours), rect, colours);
  }
  if (opacity < 1) painter.setOpacity(before);
}

std::size_t ArtCabinet::sprites() const {
  return static_cast<std::size_t>(parts_->sprites.size());
}

std::size_t ArtCabinet::bytes() const {
  return static_cast<std::size_t>(parts_->sprites.totalCost());
}

}  // namespace threadmart
