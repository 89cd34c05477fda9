// A cell of the process table: a line, and a smaller one below; digits that do not jitter.
#pragma once

#include <QStyledItemDelegate>

#include "ui/theme/theme.h"

namespace threadmart {

class ProcessDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  ProcessDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}

  void setTheme(const Theme& theme) { theme_ = theme; }
  int rowHeight() const { return qRound(theme_.px(34)); }
  // As wide as the widest that its column usually says.
  int columnWidth(int column) const;

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  void paintLine(QPainter* painter, const QRectF& line, const QString& text, bool right) const;

  Theme theme_;
};

}  // namespace threadmart
