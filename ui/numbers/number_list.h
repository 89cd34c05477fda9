// Rows of numbers below each other: the name, the value, and below them the sentence, if there is one. Only displays.
#pragma once

#include <vector>

#include <QVBoxLayout>

#include "ui/numbers/number_rows.h"
#include "ui/theme/theme.h"

class QLabel;

namespace threadmart {

class NumberList : public QVBoxLayout {
  Q_OBJECT

 public:
  explicit NumberList(QWidget* owner) : owner_(owner) {}

  void setRows(const std::vector<NumberRow>& rows);
  void setTheme(const Theme& theme);
  const std::vector<NumberRow>& rows() const { return rows_; }

 private:
  struct Labels {
    QLabel* name = nullptr;
    QLabel* value = nullptr;
    QLabel* sentence = nullptr;
  };
  void addRow();
  void show(std::size_t row);

  QWidget* owner_;  // of the labels
  std::vector<Labels> labels_;
  std::vector<NumberRow> rows_;
};

}  // namespace threadmart
