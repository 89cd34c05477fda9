#include "ui/catalogue/executor_box.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QWheelEvent>

#include "core/run/run.h"

namespace threadmart {
namespace {

constexpr int kExecutorRole = Qt::UserRole;
constexpr int kDetailRole = Qt::UserRole + 1;

QString titleOf(const ExecutorDescription& executor, Words words) {
  return QString::fromStdString(words == Words::Computing ? executor.computing : executor.shop);
}

// What the title does not say.
QString detailOf(const ExecutorDescription& executor, Words words) {
  QString detail = QString::fromStdString(words == Words::Computing ? executor.shop : executor.computing);
  if (!executor.python.empty()) detail += " · " + QString::fromStdString(executor.python);
  return detail;
}

// Two lines: the words that are spoken, and below them what that is in the other language.
class ExecutorDelegate : public QStyledItemDelegate {
 public:
  ExecutorDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
    const int width = std::max(QFontMetrics(titleFont()).horizontalAdvance(index.data().toString()),
                               QFontMetrics(detailFont()).horizontalAdvance(index.data(kDetailRole).toString()));
    return {width + px(28), px(42)};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const QRect rect = option.rect;
    const bool current = option.state & (QStyle::State_Selected | QStyle::State_MouseOver);
    painter->fillRect(rect, current ? theme_.accent_soft : theme_.panel);
    const QRect inner = rect.adjusted(px(12), px(4), -px(12), -px(4));
    painter->setFont(titleFont());
    painter->setPen(theme_.text);
    painter->drawText(inner.adjusted(0, 0, 0, -inner.height() / 2), Qt::AlignVCenter, index.data().toString());
    painter->setFont(detailFont());
    painter->setPen(theme_.text_muted);
    painter->drawText(inner.adjusted(0, inner.height() / 2, 0, 0), Qt::AlignVCenter,
                      index.data(kDetailRole).toString());
  }

 private:
  QFont titleFont() const { return theme_.font(13, QFont::DemiBold); }
  QFont detailFont() const { return theme_.font(12); }
  int px(double size) const { return qRound(theme_.px(size)); }

  Theme theme_;
};

}  // namespace

void PlainComboBox::setTheme(const Theme& theme) {
  theme_ = theme;
  fitWidth();
  update();
}

// Qt leaves a transparent edge above and below the list: black where nothing composes windows. The list fills it.
void PlainComboBox::showPopup() {
  QComboBox::showPopup();
  QWidget* popup = view()->parentWidget();
  popup->setContentsMargins(0, 0, 0, 0);
  if (popup->layout() != nullptr) popup->layout()->setContentsMargins(0, 0, 0, 0);
  view()->setGeometry(popup->rect());
}

void PlainComboBox::fitWidth() {
  const QFontMetrics metrics(theme_.font(13, QFont::DemiBold));
  setFixedSize(metrics.horizontalAdvance(currentText()) + qRound(theme_.px(32)), qRound(theme_.px(26)));
}

void PlainComboBox::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (hasFocus()) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_.accent_soft);
    painter.drawRoundedRect(rect(), theme_.px(4), theme_.px(4));
  }
  const double size = theme_.px(3.5);
  const QPointF centre(width() - 2.5 * size, height() / 2.0);
  painter.setFont(theme_.font(13, QFont::DemiBold));
  painter.setPen(isEnabled() ? theme_.text : theme_.text_muted);
  const QRectF room(theme_.px(4), 0, centre.x() - 2 * size - theme_.px(4), height());
  painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, currentText());
  painter.setPen(QPen(theme_.text_muted, theme_.px(1.5), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPolyline(
      QPolygonF{centre + QPointF(-size, -size / 2), centre + QPointF(0, size / 2), centre + QPointF(size, -size / 2)});
}

void PlainComboBox::wheelEvent(QWheelEvent* event) {
  if (hasFocus())
    QComboBox::wheelEvent(event);
  else
    event->ignore();
}

ExecutorBox::ExecutorBox(QWidget* parent)
    : QFrame(parent), name_(new QLabel("How", this)), box_(new PlainComboBox(this)) {
  setProperty("role", "chip");
  name_->setProperty("role", "muted");
  name_->setBuddy(box_);
  box_->setAccessibleName("How it is run: the executor");
  box_->setFocusPolicy(Qt::StrongFocus);
  for (const ExecutorDescription& executor : executors()) {
    box_->addItem({});
    box_->setItemData(box_->count() - 1, QString::fromStdString(executor.name), kExecutorRole);
  }
  setWords(Words::Shop);
  auto* row = new QHBoxLayout(this);
  row->addWidget(name_);
  row->addWidget(box_, 1);
  connect(box_, &QComboBox::currentIndexChanged, this, [this](int index) {
    box_->setToolTip(box_->itemData(index, kDetailRole).toString());
    box_->fitWidth();
    emit edited(box_->itemData(index, kExecutorRole).toString());
  });
}

void ExecutorBox::setExecutor(const std::string& name) {
  const QSignalBlocker blocker(box_);
  box_->setCurrentIndex(box_->findData(QString::fromStdString(name), kExecutorRole));
  box_->setToolTip(box_->currentData(kDetailRole).toString());
  box_->fitWidth();
}

void ExecutorBox::setWords(Words words) {
  for (int row = 0; row < box_->count(); ++row) {
    const ExecutorDescription* executor = findExecutor(box_->itemData(row, kExecutorRole).toString().toStdString());
    const QString detail = detailOf(*executor, words);
    box_->setItemText(row, titleOf(*executor, words));
    box_->setItemData(row, QString::fromStdString(executor->name) + ": " + detail, kDetailRole);
    box_->setItemData(row, detail, Qt::AccessibleDescriptionRole);
  }
  box_->setToolTip(box_->currentData(kDetailRole).toString());
  box_->fitWidth();
}

void ExecutorBox::setTheme(const Theme& theme) {
  const auto px = [&](double size) { return qRound(theme.px(size)); };
  box_->setTheme(theme);
  QAbstractItemDelegate* before = box_->itemDelegate();
  box_->setItemDelegate(new ExecutorDelegate(theme, box_));
  delete before;
  box_->setMaxVisibleItems(box_->count());
  box_->view()->setMinimumWidth(box_->view()->sizeHintForColumn(0) + px(12));  // the list is wider than the box
  layout()->setContentsMargins(px(10), px(3), px(5), px(3));
  layout()->setSpacing(px(6));
  setFixedHeight(px(34));
}

}  // namespace threadmart
