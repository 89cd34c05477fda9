#include "ui/theme/icons.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

// Outside the namespace, as Qt wants it: a resource in a static library has to be named to be linked.
static void initIconResource() {
  Q_INIT_RESOURCE(icons);
}

namespace threadmart {

QPixmap iconPixmap(const QString& name, int size, const QColor& colour, double device_ratio) {
  initIconResource();
  QFile file(QStringLiteral(":/icons/") + name + QStringLiteral(".svg"));
  if (!file.open(QIODevice::ReadOnly)) return {};
  QSvgRenderer renderer(file.readAll().replace("currentColor", colour.name().toLatin1()));
  QPixmap pixmap(QSize(size, size) * device_ratio);
  pixmap.setDevicePixelRatio(device_ratio);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  renderer.render(&painter, QRectF(0, 0, size, size));
  return pixmap;
}

}  // namespace threadmart
