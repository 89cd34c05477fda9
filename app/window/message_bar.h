// A bar inside the page that says what went wrong or asks something, and stays until it is closed or answered. Never a
// box that blocks the window.
#pragma once

#include <functional>

#include <QFrame>

#include "ui/theme/theme.h"

class QLabel;
class QPushButton;

namespace threadmart {

class MessageBar : public QFrame {
  Q_OBJECT

 public:
  explicit MessageBar(QWidget* parent = nullptr);

  void showError(const QString& text);
  void showNote(const QString& text);
  // One button that does it; closing the bar does nothing. `text` may be rich only in what the program wrote itself.
  void ask(const QString& text, const QString& answer, std::function<void()> then);
  void dismiss();
  QString text() const;
  QPushButton* answerButton() const { return answer_; }
  void setTheme(const Theme& theme);

 private:
  void show(const QString& text, bool bad);

  QLabel* text_ = nullptr;
  QPushButton* answer_ = nullptr;
  QPushButton* close_ = nullptr;
  std::function<void()> then_;
};

}  // namespace threadmart
