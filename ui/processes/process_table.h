// The card 'Processes': parent and workers with pid, CPU, memory and state at the playhead.
#pragma once

#include <QFrame>

#include "ui/processes/process_rows.h"
#include "ui/theme/theme.h"

class QHBoxLayout;
class QLabel;
class QTableView;
class QVBoxLayout;

namespace threadmart {

class ProcessDelegate;
class ProcessModel;

class ProcessTable : public QFrame {
  Q_OBJECT
 public:
  explicit ProcessTable(const Theme& theme, QWidget* parent = nullptr);

  // Cheap: what did not change is not touched, and selections stay. No rows: nothing has run yet.
  void setRows(std::vector<ProcessRow> rows, std::size_t hidden, bool live);
  void setSelected(const Thing& thing);  // emits nothing
  void setTheme(const Theme& theme);
  QString selectedText() const;  // the rows that are selected; all if none is

 signals:
  void thingSelected(const threadmart::Thing& thing);  // a till; nothing of the parent, which is none

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void makeTable();
  void fitHeight();
  void tellSelection();

  Theme theme_;
  ProcessModel* model_ = nullptr;
  ProcessDelegate* delegate_ = nullptr;
  QVBoxLayout* column_ = nullptr;
  QHBoxLayout* top_ = nullptr;
  QTableView* table_ = nullptr;
  QLabel* mark_ = nullptr;
  QLabel* more_ = nullptr;
  bool quiet_ = false;  // the selection changes, but not by the person
};

}  // namespace threadmart
