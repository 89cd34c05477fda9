#include "app/window/message_bar.h"

#include <utility>

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace threadmart {

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), text_(new QLabel(this)), answer_(new QPushButton(this)), close_(new QPushButton("Close", this)) {
  setProperty("role", "message");
  text_->setWordWrap(true);
  text_->setTextFormat(Qt::PlainText);  // file names and engine messages are nobody's markup
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  answer_->setAutoDefault(true);  // Enter answers, as in a dialog
  close_->setProperty("role", "link");
  close_->setAccessibleName("Close this message");
  auto* row = new QHBoxLayout(this);
  row->addWidget(text_, 1);
  row->addWidget(answer_);
  row->addWidget(close_);
  connect(close_, &QPushButton::clicked, this, &MessageBar::dismiss);
  connect(answer_, &QPushButton::clicked, this, [this] {
    const auto then = std::exchange(then_, nullptr);
    dismiss();
    if (then) then();
  });
  setTheme(makeTheme(ThemeKind::Light));
  hide();
}

void MessageBar::showError(const QString& text) {
  show(text, true);
}

void MessageBar::showNote(const QString& text) {
  show(text, false);
}

void MessageBar::ask(const QString& text, const QString& answer, std::function<void()> then) {
  show(text, false);
  then_ = std::move(then);
  answer_->setText(answer);
  answer_->show();
  answer_->setFocus();
}

void MessageBar::show(const QString& text, bool bad) {
  then_ = nullptr;
  answer_->hide();
  text_->setText(text);
  text_->setAccessibleName((bad ? "Error: " : "Message: ") + text);
  setProperty("tone", bad ? "bad" : "plain");
  style()->unpolish(this);
  style()->polish(this);
  setVisible(true);
}

void MessageBar::dismiss() {
  then_ = nullptr;
  hide();
}

QString MessageBar::text() const {
  return isHidden() ? QString() : text_->text();
}

void MessageBar::setTheme(const Theme& theme) {
  const auto px = [&](double size) { return qRound(theme.px(size)); };
  layout()->setContentsMargins(px(14), px(8), px(8), px(8));
  layout()->setSpacing(px(8));
}

}  // namespace threadmart
