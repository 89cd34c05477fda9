#include "ui/catalogue/flow_layout.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace threadmart {

FlowLayout::~FlowLayout() {
  qDeleteAll(items_);
}

void FlowLayout::addItem(QLayoutItem* item) {
  items_.append(item);
  invalidate();  // Qt arranges anew only what says so
}

QLayoutItem* FlowLayout::takeAt(int index) {
  if (index < 0 || index >= items_.size()) return nullptr;
  invalidate();
  return items_.takeAt(index);
}

QSize FlowLayout::minimumSize() const {
  QSize size;
  for (const QLayoutItem* item : items_)
    if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
  const QMargins margins = contentsMargins();
  return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool place) const {
  const QMargins margins = contentsMargins();
  const QRect inner = rect.marginsRemoved(margins);
  std::vector<std::pair<QLayoutItem*, QRect>> line;
  int x = inner.x(), y = inner.y(), line_height = 0;
  const auto end_line = [&] {
    for (const auto& [item, place_at] : line)
      if (place) item->setGeometry(place_at.translated(0, (line_height - place_at.height()) / 2));
    line.clear();
  };
  for (QLayoutItem* item : items_) {
    if (item->isEmpty()) continue;
    const int widest = std::max(item->minimumSize().width(), inner.width());
    const QSize size(std::min(item->sizeHint().width(), widest), item->sizeHint().height());
    if (x > inner.x() && x + size.width() > inner.x() + inner.width()) {
      end_line();
      x = inner.x();
      y += line_height + spacing();
      line_height = 0;
    }
    line.emplace_back(item, QRect(QPoint(x, y), size));
    x += size.width() + spacing();
    line_height = std::max(line_height, size.height());
  }
  end_line();
  return y + line_height - rect.y() + margins.bottom();
}

}  // namespace threadmart
