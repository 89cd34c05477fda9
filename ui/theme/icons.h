// The program's own icons (resources/icons), drawn in a colour of the theme.
#pragma once

#include <QColor>
#include <QPixmap>
#include <QString>

namespace threadmart {

// `colour` replaces the drawing's currentColor; `size` in logical pixels. A null pixmap if there is no such icon.
QPixmap iconPixmap(const QString& name, int size, const QColor& colour = Qt::black, double device_ratio = 1.0);

}  // namespace threadmart
