#include "ui/processes/process_table.h"

#include <algorithm>

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QScopedValueRollback>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/processes/process_delegate.h"
#include "ui/processes/process_model.h"

namespace threadmart {
namespace {

constexpr int kMostRowsInSight = 6;  // the others by scrolling: other cards want room too

QString noteOf(const std::vector<ProcessRow>& rows, std::size_t hidden) {
  if (rows.empty()) return QStringLiteral("No run yet.");
  if (hidden > 0) return QStringLiteral("… and %1 more").arg(QLocale(QLocale::English).toString(qulonglong{hidden}));
  return rows.size() > 1 ? QStringLiteral("+ memory shared with other processes") : rows.front().note;
}

}  // namespace

ProcessTable::ProcessTable(const Theme& theme, QWidget* parent)
    : QFrame(parent),
      theme_(theme),
      model_(new ProcessModel(this)),
      delegate_(new ProcessDelegate(theme, this)),
      column_(new QVBoxLayout(this)),
      table_(new QTableView(this)),
      mark_(new QLabel(this)),
      more_(new QLabel(this)) {
  setProperty("role", "panel");
  setAccessibleName(QStringLiteral("Processes"));
  auto* heading = new QLabel(QStringLiteral("Processes"), this);
  heading->setProperty("role", "heading");
  mark_->setProperty("role", "accent");
  more_->setProperty("role", "note");
  more_->setWordWrap(true);
  top_ = new QHBoxLayout;
  top_->addWidget(heading, 1);
  top_->addWidget(mark_);
  column_->addLayout(top_);
  column_->addWidget(table_);
  column_->addWidget(more_);
  makeTable();
  setTheme(theme);
  setRows({}, 0, false);
}

void ProcessTable::makeTable() {
  table_->setProperty("role", "compact");
  table_->setAccessibleName(QStringLiteral("Processes of the run"));
  table_->setModel(model_);
  table_->setItemDelegate(delegate_);
  table_->setShowGrid(false);
  table_->setWordWrap(false);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  table_->setTabKeyNavigation(false);  // Tab leaves the table
  table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  QHeaderView* header = table_->horizontalHeader();
  header->setHighlightSections(false);
  header->setMinimumSectionSize(1);
  header->setSectionResizeMode(QHeaderView::Fixed);
  header->setSectionResizeMode(ProcessModel::Name, QHeaderView::Stretch);
  table_->installEventFilter(this);
  connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ProcessTable::tellSelection);
}

void ProcessTable::setRows(std::vector<ProcessRow> rows, std::size_t hidden, bool live) {
  more_->setText(noteOf(rows, hidden));
  more_->setVisible(!more_->text().isEmpty());
  mark_->setText(rows.empty() ? QString() : live ? QStringLiteral("live") : QStringLiteral("from the recording"));
  mark_->setToolTip(live ? QStringLiteral("What the processes do now") : QStringLiteral("At the playhead"));
  const std::size_t before = model_->rows().size();
  {
    const QScopedValueRollback<bool> quiet(quiet_, true);  // a row that goes takes its selection along
    model_->setRows(std::move(rows));
  }
  if (before != model_->rows().size()) fitHeight();
}

void ProcessTable::fitHeight() {
  const auto rows = static_cast<int>(std::min<std::size_t>(model_->rows().size(), kMostRowsInSight));
  table_->setVisible(rows > 0);
  table_->setFixedHeight(table_->horizontalHeader()->sizeHint().height() + rows * delegate_->rowHeight() + 2);
}

void ProcessTable::setSelected(const Thing& thing) {
  const QScopedValueRollback<bool> quiet(quiet_, true);
  const int row = thing.kind == Thing::Kind::Till ? model_->rowOf(thing.id) : -1;
  if (row >= 0) {
    if (!table_->selectionModel()->isRowSelected(row, {})) table_->selectRow(row);
    return;
  }
  for (const QModelIndex& index : table_->selectionModel()->selectedRows())  // the parent is no thing: it may stay
    if (model_->rows()[static_cast<std::size_t>(index.row())].worker != kSubmitter)
      table_->selectionModel()->select(index, QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
}

void ProcessTable::tellSelection() {
  if (quiet_) return;
  const QModelIndexList chosen = table_->selectionModel()->selectedRows();
  if (chosen.size() != 1) return;  // several are selected to be copied
  const WorkerId worker = model_->rows()[static_cast<std::size_t>(chosen.front().row())].worker;
  emit thingSelected(worker == kSubmitter ? Thing{} : tillThing(worker));
}

QString ProcessTable::selectedText() const {
  std::vector<ProcessRow> rows;
  for (std::size_t i = 0; i < model_->rows().size(); ++i)
    if (table_->selectionModel()->isRowSelected(static_cast<int>(i), {})) rows.push_back(model_->rows()[i]);
  return processesText(rows.empty() ? model_->rows() : rows);
}

bool ProcessTable::eventFilter(QObject* watched, QEvent* event) {
  const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
  if (watched != table_ || !key || !static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy))
    return QFrame::eventFilter(watched, event);
  if (event->type() == QEvent::KeyPress) QGuiApplication::clipboard()->setText(selectedText());
  event->accept();
  return true;
}

void ProcessTable::setTheme(const Theme& theme) {
  theme_ = theme;
  delegate_->setTheme(theme);
  const auto px = [&](double size) { return qRound(theme.px(size)); };
  column_->setContentsMargins(px(14), px(12), px(14), px(14));
  top_->setContentsMargins(px(4), 0, px(4), 0);  // in line with the cells, which have air around them
  more_->setContentsMargins(px(4), 0, px(4), 0);
  column_->setSpacing(px(4));
  table_->verticalHeader()->setDefaultSectionSize(delegate_->rowHeight());
  for (const int column : {ProcessModel::Cpu, ProcessModel::Memory})
    table_->setColumnWidth(column, delegate_->columnWidth(column));
  fitHeight();
  table_->viewport()->update();
}

}  // namespace threadmart
