// The card that shows the numbers of a run, and above them those of what is selected. It only displays rows; what they
// say comes from number_rows.h.
#pragma once

#include <vector>

#include <QFrame>

#include "ui/numbers/number_rows.h"
#include "ui/theme/theme.h"

class QLabel;

namespace threadmart {

class NumberList;

class NumbersPanel : public QFrame {
  Q_OBJECT

 public:
  explicit NumbersPanel(QWidget* parent = nullptr);

  void setRows(const std::vector<NumberRow>& rows);
  // Of a customer, a till, a range of time, …; gone without rows.
  void setThingRows(const QString& title, const std::vector<NumberRow>& rows);
  void setTheme(const Theme& theme);
  void copyAsText() const;  // to the clipboard, what is to be seen; nothing while there are no rows

 private:
  QFrame* thing_ = nullptr;
  QLabel* thing_title_ = nullptr;
  NumberList* thing_rows_ = nullptr;
  QLabel* hint_ = nullptr;
  NumberList* rows_ = nullptr;
};

}  // namespace threadmart
