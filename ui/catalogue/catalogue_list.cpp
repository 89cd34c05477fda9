#include "ui/catalogue/catalogue_list.h"

#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace threadmart {
namespace {

constexpr int kNameRole = Qt::UserRole;        // of the scenario; empty for a section's heading
constexpr int kNumberRole = Qt::UserRole + 1;  // place in the course

class CatalogueDelegate : public QStyledItemDelegate {
 public:
  CatalogueDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
    const bool heading = index.data(kNameRole).toString().isEmpty();
    return {px(100), px(heading && index.row() > 0 ? 38 : 31)};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(kNameRole).toString().isEmpty())
      paintHeading(painter, option.rect, index.data().toString());
    else
      paintEntry(painter, option, index);
    painter->restore();
  }

 private:
  void paintHeading(QPainter* painter, const QRect& rect, const QString& text) const {
    QFont font = theme_.font(11, QFont::Bold);
    font.setLetterSpacing(QFont::PercentageSpacing, 106);
    painter->setFont(font);
    painter->setPen(theme_.text_muted);
    painter->drawText(rect.adjusted(px(10), 0, -px(6), -px(8)), Qt::AlignLeft | Qt::AlignBottom, text.toUpper());
  }

  void paintEntry(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const bool selected = option.state & QStyle::State_Selected;
    const bool focused = option.state & QStyle::State_HasFocus;
    const bool hovered = option.state & QStyle::State_MouseOver;
    const QRectF box = QRectF(option.rect).adjusted(0.5, 1, -0.5, -1);
    if (selected || hovered) {
      painter->setPen(selected ? QPen(focused ? theme_.accent : theme_.panel_edge, 1) : QPen(Qt::NoPen));
      painter->setBrush(theme_.panel);
      if (!selected) painter->setOpacity(0.6);
      painter->drawRoundedRect(box, px(7), px(7));
      painter->setOpacity(1);
    }
    paintNumber(painter, box, index.data(kNumberRole).toInt(), selected);
    const QRectF room = box.adjusted(px(33), 0, -px(4), 0);
    painter->setFont(theme_.font(13, QFont::Medium));
    painter->setPen(theme_.text);
    const QString text = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, int(room.width()));
    painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft, text);
  }

  void paintNumber(QPainter* painter, const QRectF& box, int number, bool selected) const {
    const double size = px(19);
    const QRectF circle(box.left() + px(6), box.center().y() - size / 2, size, size);
    painter->setPen(QPen(selected ? theme_.accent : theme_.ghost, 1.25));
    painter->setBrush(selected ? theme_.accent_soft : theme_.panel);
    painter->drawEllipse(circle);
    painter->setFont(theme_.font(11, QFont::DemiBold));
    painter->setPen(selected ? theme_.accent : theme_.text_muted);
    painter->drawText(circle, Qt::AlignCenter, QString::number(number));
  }

  int px(double size) const { return qRound(theme_.px(size)); }

  Theme theme_;
};

}  // namespace

CatalogueList::CatalogueList(QWidget* parent) : QListView(parent), model_(new QStandardItemModel(this)) {
  setObjectName("catalogue");
  setAccessibleName("Scenarios");
  setModel(model_);
  setFrameShape(QFrame::NoFrame);
  setMouseTracking(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  connect(this, &QAbstractItemView::activated, this, &CatalogueList::runRequested);
  setTheme(makeTheme(ThemeKind::Light));
}

void CatalogueList::setEntries(const std::vector<CatalogueEntry>& entries) {
  model_->clear();
  std::string section;
  int number = 0;
  for (const CatalogueEntry& entry : entries) {
    if (entry.section != section) {
      section = entry.section;
      auto* heading = new QStandardItem(QString::fromStdString(section));
      heading->setFlags(Qt::NoItemFlags);  // the keyboard passes over it
      model_->appendRow(heading);
    }
    auto* item = new QStandardItem(QString::fromStdString(entry.title));
    item->setData(QString::fromStdString(entry.name), kNameRole);
    item->setData(++number, kNumberRole);
    item->setToolTip(QString::fromStdString(entry.title));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    model_->appendRow(item);
  }
}

void CatalogueList::select(const std::string& name) {
  const auto matches = model_->match(model_->index(0, 0), kNameRole, QString::fromStdString(name), 1, Qt::MatchExactly);
  if (!name.empty() && !matches.isEmpty()) setCurrentIndex(matches.first());
}

void CatalogueList::clearChoice() {
  setCurrentIndex({});
}

std::string CatalogueList::selected() const {
  return currentIndex().data(kNameRole).toString().toStdString();
}

void CatalogueList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QListView::currentChanged(current, previous);
  const QString name = current.data(kNameRole).toString();
  if (!name.isEmpty()) emit chosen(name);
}

void CatalogueList::setTheme(const Theme& theme) {
  QAbstractItemDelegate* before = itemDelegate();
  setItemDelegate(new CatalogueDelegate(theme, this));
  delete before;
  const int side = qRound(theme.px(7));
  setViewportMargins(side, qRound(theme.px(10)), side, 0);
  doItemsLayout();
}

}  // namespace threadmart
