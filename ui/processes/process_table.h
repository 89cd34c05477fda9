// The card 'Processes': parent and workers with pid, CPU, memory and state at the playhead.
#pragma once

#include <QFrame>

#include "ui/processes/process_rows.h"
#include "ui/theme/theme.h"

class QLabel;
class QTableView;

namespace threadmart {

class ProcessModel;

class ProcessTable : public QFrame {
  Q_OBJECT
 public:
  explicit ProcessTable(const Theme& theme, QWidget* parent = nullptr);

  void setRows(std::vector<ProcessRow> rows, std::size_t hidden, bool live);
  void setSelected(const Thing& thing);  // emits nothing
  void setTheme(const Theme& theme);

 signals:
  void thingSelected(const threadmart::Thing& thing);

 private:
  ProcessModel* model_ = nullptr;
  QTableView* table_ = nullptr;
  QLabel* mark_ = nullptr;
  QLabel* more_ = nullptr;
};

}  // namespace threadmart
