#include "ui/processes/process_delegate.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "ui/processes/process_model.h"
#include "ui/theme/tabular_text.h"

namespace threadmart {
namespace {

constexpr double kFirst = 12, kSecond = 11, kPad = 4;

}  // namespace

int ProcessDelegate::columnWidth(int column) const {
  const QFontMetricsF first(theme_.font(kFirst, QFont::DemiBold)), second(theme_.font(kSecond));
  const double text = column == ProcessModel::Cpu ? tabularWidth(first, QStringLiteral("888 %"))
                                                  : tabularWidth(second, QStringLiteral("+ 88.8 MB"));
  return static_cast<int>(std::ceil(text + theme_.px(2 * kPad)));
}

QSize ProcessDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
  return {columnWidth(index.column()), rowHeight()};
}

void ProcessDelegate::paintLine(QPainter* painter, const QRectF& line, const QString& text, bool right) const {
  const QFontMetricsF metrics(painter->font(), painter->device());
  // A name's number stands at its end.
  const QString shown = right ? text : metrics.elidedText(text, Qt::ElideMiddle, line.width());
  const double left = right ? line.right() - tabularWidth(metrics, shown) : line.left();
  const double baseline = line.center().y() + metrics.capHeight() / 2;
  if (right)
    drawTabular(*painter, {left, baseline}, shown);
  else
    painter->drawText(QPointF(left, baseline), shown);
}

void ProcessDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  painter->save();
  if (option.state & QStyle::State_Selected)
    painter->fillRect(option.rect, theme_.accent_soft);
  else if (option.state & QStyle::State_MouseOver)
    painter->fillRect(option.rect, theme_.sunken);
  const bool right = index.column() != ProcessModel::Name;
  const bool gone = index.data(ProcessModel::Gone).toBool();
  const QRectF cell =
      QRectF(option.rect).adjusted(theme_.px(kPad), theme_.px(2), right ? -theme_.px(kPad) : 0, -theme_.px(2));
  const QString below = index.data(ProcessModel::SecondLine).toString();
  const double half = cell.height() / 2;
  painter->setFont(theme_.font(kFirst, right ? QFont::DemiBold : QFont::Medium));
  painter->setPen(gone ? theme_.text_muted : theme_.text);
  paintLine(painter, QRectF(cell.left(), cell.top(), cell.width(), half), index.data().toString(), right);
  painter->setFont(theme_.font(kSecond));
  painter->setPen(theme_.text_muted);
  paintLine(painter, QRectF(cell.left(), cell.top() + half, cell.width(), half), below, right);
  painter->restore();
}

}  // namespace threadmart
