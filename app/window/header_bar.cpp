#include "app/window/header_bar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QToolButton>

#include "app/window/icons.h"

namespace threadmart {

HeaderBar::HeaderBar(QWidget* parent)
    : QFrame(parent), logo_(new QLabel(this)), menus_(new QMenuBar(this)), row_(new QHBoxLayout(this)) {
  setProperty("role", "bar");
  menus_->setNativeMenuBar(false);
  menus_->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred);
  auto* name = new QLabel("Threadmart", this);
  name->setProperty("role", "product");
  row_->addWidget(logo_);
  row_->addWidget(name);
  row_->addSpacing(12);
  row_->addWidget(menus_, 0, Qt::AlignVCenter);
  row_->addStretch(1);
  setTheme(makeTheme(ThemeKind::Light));
}

void HeaderBar::addButton(QAction* action, const QString& text) {
  action->setIconText(text);  // what a button shows; the menu keeps the long one
  auto* button = new QToolButton(this);
  button->setDefaultAction(action);
  button->setAccessibleName(action->text().remove('&'));
  button->setFocusPolicy(Qt::TabFocus);
  row_->addWidget(button);
}

void HeaderBar::addRoundButton(QAction* action, const QString& text) {
  addButton(action, text);
  row_->itemAt(row_->count() - 1)->widget()->setProperty("role", "round");
}

void HeaderBar::setTheme(const Theme& theme) {
  const auto px = [&](double size) { return qRound(theme.px(size)); };
  logo_->setPixmap(iconPixmap("logo", px(28), theme.accent, devicePixelRatioF()));
  row_->setContentsMargins(px(18), px(8), px(18), px(8));
  row_->setSpacing(px(9));
}

}  // namespace threadmart
