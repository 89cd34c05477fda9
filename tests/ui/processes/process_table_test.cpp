// The process table under keyboard and mouse, its cost and its look.
#include "ui/processes/process_table.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPainter>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "tests/support/golden.h"
#include "tests/ui/processes/some_processes.h"

namespace threadmart {
namespace {

using namespace testing_support;

std::vector<ProcessRow> rowsOf(const ShopState& shop, std::size_t most = 12, std::size_t* hidden = nullptr) {
  return processRows(shop, infoOf(static_cast<unsigned>(shop.tills.size()), WorkerKind::Process), Words::Computing,
                     most, hidden);
}

class Table : public testing::Test {
 protected:
  Table() : table_(makeTheme(ThemeKind::Light)) {
    table_.resize(270, 300);
    table_.show();
    table_.setRows(rowsOf(openTills(4)), 0, true);
  }

  QTableView* view() { return table_.findChild<QTableView*>(); }
  QItemSelectionModel* selection() { return view()->selectionModel(); }
  QStringList labels() {
    QStringList texts;
    for (const QLabel* label : table_.findChildren<QLabel*>())
      if (!label->isHidden()) texts << label->text();
    return texts;
  }

  ProcessTable table_;
};

TEST_F(Table, SaysWhetherItIsLive) {
  EXPECT_TRUE(labels().contains(QStringLiteral("live")));
  table_.setRows(rowsOf(openTills(4)), 0, false);
  EXPECT_TRUE(labels().contains(QStringLiteral("from the recording")));
  table_.setRows({}, 0, false);
  EXPECT_FALSE(labels().contains(QStringLiteral("from the recording")));
}

TEST_F(Table, SaysHowManyMoreThereAre) {
  table_.setRows(rowsOf(openTills(4)), 2936, true);
  EXPECT_TRUE(labels().contains(QStringLiteral("… and 2,936 more")));
  table_.setRows(processRows(openTills(4), infoOf(4, WorkerKind::Thread), Words::Both, 12), 0, true);
  EXPECT_TRUE(labels().contains(QStringLiteral("4 threads live in this one process")));
}

TEST_F(Table, AClickSelectsATill) {
  QSignalSpy selected(&table_, &ProcessTable::thingSelected);
  QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->visualRect(view()->model()->index(2, 1)).center());
  ASSERT_EQ(selected.count(), 1);
  EXPECT_EQ(selected[0][0].value<Thing>(), tillThing(1));
  QTest::keyClick(view(), Qt::Key_Down);
  ASSERT_EQ(selected.count(), 2);
  EXPECT_EQ(selected[1][0].value<Thing>(), tillThing(2));
}

TEST_F(Table, BeingToldASelectionTellsNobody) {
  QSignalSpy selected(&table_, &ProcessTable::thingSelected);
  table_.setSelected(tillThing(3));
  EXPECT_TRUE(selection()->isRowSelected(4, {}));
  table_.setSelected(customerThing(3));
  EXPECT_TRUE(selection()->selectedRows().isEmpty());
  table_.setSelected(tillThing(77));
  EXPECT_TRUE(selection()->selectedRows().isEmpty());
  EXPECT_EQ(selected.count(), 0);
}

TEST_F(Table, NewNumbersAndNewRowsKeepTheSelection) {
  table_.setSelected(tillThing(2));
  QSignalSpy selected(&table_, &ProcessTable::thingSelected);
  ShopState shop = openTills(6);
  shop.tills[0].state = TillState::NotThere;
  shop.tills[2].use = use(0.5);
  table_.setRows(rowsOf(shop), 0, true);
  ASSERT_EQ(selection()->selectedRows().size(), 1);
  EXPECT_EQ(selection()->selectedRows().front().row(), 2);  // parent, 1, 2
  table_.setRows(rowsOf(openTills(6)), 0, true);
  EXPECT_TRUE(selection()->isRowSelected(3, {}));
  EXPECT_EQ(selected.count(), 0);
}

TEST_F(Table, OnlyRowsThatDifferAreAnnounced) {
  QSignalSpy changed(view()->model(), &QAbstractItemModel::dataChanged);
  table_.setRows(rowsOf(openTills(4)), 0, true);
  EXPECT_EQ(changed.count(), 0);
  ShopState shop = openTills(4);
  shop.tills[1].use = use(0.1);
  table_.setRows(rowsOf(shop), 0, true);
  ASSERT_EQ(changed.count(), 1);
  EXPECT_EQ(changed[0][0].toModelIndex().row(), 2);
}

TEST_F(Table, CopiesWhatIsSelected) {
  table_.setSelected(tillThing(1));
  QTest::keyClick(view(), Qt::Key_C, Qt::ControlModifier);
  const QString text = QGuiApplication::clipboard()->text();
  EXPECT_EQ(text.count(QLatin1Char('\n')), 2);
  EXPECT_TRUE(text.contains(QStringLiteral("4128\tSpawnPoolWorker-2")));
  table_.setSelected({});
  EXPECT_EQ(table_.selectedText().count(QLatin1Char('\n')), 6);
}

TEST_F(Table, WhatWasNotSampledSaysWhy) {
  table_.setRows(rowsOf(manyStates()), 0, false);
  const QAbstractItemModel* model = view()->model();
  EXPECT_EQ(model->index(4, 1).data().toString(), QStringLiteral("–"));
  EXPECT_TRUE(model->index(4, 1).data(Qt::ToolTipRole).toString().contains(QStringLiteral("starting")));
  EXPECT_TRUE(model->index(4, 2).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("unknown")));
}

QImage draw(std::vector<ProcessRow> rows, std::size_t hidden, bool live, const Theme& theme, const Thing& selected) {
  QApplication::setFont(theme.font(13));
  ProcessTable table(theme);
  table.setStyleSheet(styleSheet(theme));
  table.setTheme(theme);
  table.setRows(std::move(rows), hidden, live);
  table.setSelected(selected);
  table.resize(qRound(theme.px(270)), 10);
  table.ensurePolished();
  table.setTheme(theme);
  table.resize(qRound(theme.px(270)), table.sizeHint().height());
  QImage image(table.size(), QImage::Format_ARGB32_Premultiplied);
  image.fill(theme.page);
  QPainter painter(&image);
  table.render(&painter, {}, {}, QWidget::DrawChildren | QWidget::DrawWindowBackground);
  return image;
}

TEST(ProcessPictures, InTheWidthOfACard) {
  std::size_t hidden = 0;
  const auto rows = rowsOf(manyStates(), 5, &hidden);
  expectPicture(draw(rows, 2936, true, makeTheme(ThemeKind::Light), tillThing(1)), QStringLiteral("processes"));
  expectPicture(draw(rows, 2936, false, makeTheme(ThemeKind::Dark), {}), QStringLiteral("processes-dark"));
}

TEST(ProcessPictures, ThreadsInOneProcess) {
  const auto rows = processRows(openTills(4), infoOf(4, WorkerKind::Thread), Words::Both, 12);
  expectPicture(draw(rows, 0, false, makeTheme(ThemeKind::Light), {}), QStringLiteral("processes-threads"));
}

}  // namespace
}  // namespace threadmart
