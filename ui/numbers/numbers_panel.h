// The card that shows the numbers of a run. It only displays rows; what they say comes from number_rows.h.
#pragma once

#include <vector>

#include <QFrame>

#include "ui/numbers/number_rows.h"
#include "ui/theme/theme.h"

class QLabel;
class QVBoxLayout;

namespace threadmart {

class NumbersPanel : public QFrame {
  Q_OBJECT

 public:
  explicit NumbersPanel(QWidget* parent = nullptr);

  void setRows(const std::vector<NumberRow>& rows);
  void setTheme(const Theme& theme);
  void copyAsText() const;  // to the clipboard; nothing while there are no rows

 private:
  void addRow();
  void styleRow(std::size_t row);

  struct RowLabels {
    QLabel* label = nullptr;
    QLabel* value = nullptr;
  };
  QLabel* hint_ = nullptr;
  QVBoxLayout* rows_layout_ = nullptr;
  std::vector<RowLabels> labels_;
  std::vector<NumberRow> rows_;
};

}  // namespace threadmart
