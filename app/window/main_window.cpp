#include "app/window/main_window.h"

#include <algorithm>

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

#include "app/window/header_bar.h"
#include "app/window/icons.h"
#include "app/window/scenario_page.h"
#include "ui/catalogue/catalogue_list.h"
#include "ui/cores/cores_view.h"
#include "ui/numbers/numbers_panel.h"
#include "ui/processes/process_table.h"

namespace threadmart {

MainWindow::MainWindow(RunForm& form, const Theme& theme, QWidget* parent)
    : QMainWindow(parent), header_(new HeaderBar(this)), page_(new ScenarioPage(form, theme, this)) {
  setWindowTitle("Threadmart");
  setWindowIcon(programIcon());
  setAcceptDrops(true);
  setMenuWidget(header_);
  left_ = makeLeft();
  right_ = makeRight(theme);
  auto* centre = new QWidget(this);
  centre->setProperty("role", "page");
  auto* row = new QHBoxLayout(centre);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(left_);
  row->addWidget(page_, 1);
  row->addWidget(right_);
  setCentralWidget(centre);
  setTheme(theme);
}

QWidget* MainWindow::makeLeft() {
  auto* side = new QFrame(this);
  side->setProperty("role", "side");
  catalogue_ = new CatalogueList(side);
  sandbox_ = new QPushButton("Build your own shop", side);
  sandbox_->setToolTip("Add customers and fill their baskets by hand (Ctrl+B)");
  auto* column = new QVBoxLayout(side);
  column->addWidget(catalogue_, 1);
  column->addWidget(sandbox_);
  return side;
}

QWidget* MainWindow::makeQuestion() {
  question_card_ = new QFrame(this);
  question_card_->setProperty("role", "panel");
  question_card_->setAccessibleName("Question");
  auto* label = new QLabel("PREDICT, THEN RUN", question_card_);
  label->setProperty("role", "section");
  question_ = new QLabel(question_card_);
  question_->setProperty("role", "question");
  question_->setWordWrap(true);
  question_->setTextFormat(Qt::PlainText);
  auto* card = new QVBoxLayout(question_card_);
  card->addWidget(label);
  card->addWidget(question_);
  return question_card_;
}

QScrollArea* MainWindow::makeRight(const Theme& theme) {
  auto* side = new QWidget(this);
  side->setProperty("role", "page");
  cores_ = new CoresView(side);
  processes_ = new ProcessTable(theme, side);
  numbers_ = new NumbersPanel(side);
  auto* column = new QVBoxLayout(side);
  column->addWidget(makeQuestion());
  column->addWidget(cores_);
  column->addWidget(processes_);
  column->addWidget(numbers_);
  column->addStretch(1);
  auto* area = new QScrollArea(this);
  area->setWidget(side);
  area->setWidgetResizable(true);
  area->setFrameShape(QFrame::NoFrame);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  area->setFocusPolicy(Qt::NoFocus);
  return area;
}

void MainWindow::setQuestion(const QString& question) {
  question_->setText(question);
  question_card_->setVisible(!question.isEmpty());
}

void MainWindow::setTheme(const Theme& theme) {
  const auto px = [&](double size) { return qRound(theme.px(size)); };
  theme_scale_ = theme.scale;
  fitSides();
  QLayout* cards = right_->widget()->layout();
  cards->setContentsMargins(0, px(18), px(14), px(16));
  cards->setSpacing(px(14));
  left_->layout()->setContentsMargins(0, 0, 0, px(14));
  const int side = px(12);
  sandbox_->setStyleSheet(QString("margin: 0 %1px").arg(side));
  question_card_->layout()->setContentsMargins(px(18), px(14), px(18), px(14));
  question_card_->layout()->setSpacing(px(6));
  header_->setTheme(theme);
  catalogue_->setTheme(theme);
  page_->setTheme(theme);
  numbers_->setTheme(theme);
  cores_->setTheme(theme);
  processes_->setTheme(theme);
}

// On a large screen every title fits; on a small one shop and timeline need the room more.
void MainWindow::fitSides() {
  right_->setFixedWidth(static_cast<int>(std::clamp(width() * 0.24, 256 * theme_scale_, 304 * theme_scale_)));
  left_->setFixedWidth(static_cast<int>(std::clamp(width() * 0.19, 208 * theme_scale_, 274 * theme_scale_)));
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  fitSides();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  const QList<QUrl> urls = event->mimeData()->urls();
  if (urls.size() == 1 && urls.first().isLocalFile()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  event->acceptProposedAction();
  emit fileDropped(event->mimeData()->urls().first().toLocalFile());
}

void MainWindow::closeEvent(QCloseEvent* event) {
  emit closing();
  event->accept();
}

void MainWindow::showEvent(QShowEvent* event) {
  QMainWindow::showEvent(event);
  emit seen(true);
}

void MainWindow::hideEvent(QHideEvent* event) {
  QMainWindow::hideEvent(event);
  emit seen(false);
}

void MainWindow::paintEvent(QPaintEvent* event) {
  QMainWindow::paintEvent(event);
  if (was_painted_) return;
  was_painted_ = true;
  QMetaObject::invokeMethod(this, &MainWindow::painted, Qt::QueuedConnection);
}

}  // namespace threadmart
