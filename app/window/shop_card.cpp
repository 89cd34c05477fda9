#include "app/window/shop_card.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/shop/widget.h"
#include "ui/theme/elided_label.h"

namespace threadmart {

ShopCard::ShopCard(const Theme& theme, QWidget* parent)
    : QFrame(parent),
      shop_(new ShopWidget(theme, this)),
      title_(new ElidedLabel(this)),
      detail_(new ElidedLabel(this)) {
  setProperty("role", "panel");
  setAccessibleName("Shop");
  title_->setProperty("role", "heading");
  detail_->setProperty("role", "muted");
  auto* group = new QButtonGroup(this);
  auto* top = new QHBoxLayout;
  top->addWidget(title_);
  top->addWidget(detail_, 1);
  for (const auto& [text, words] :
       {std::pair("shop", Words::Shop), std::pair("computer", Words::Computing), std::pair("both", Words::Both)}) {
    QPushButton* segment = makeSegment(text, words);
    group->addButton(segment);
    top->addWidget(segment);
  }
  auto* column = new QVBoxLayout(this);
  column->addLayout(top);
  column->addWidget(shop_, 1);
  segments_[static_cast<std::size_t>(words_)]->setChecked(true);
  setTheme(theme);
}

QPushButton* ShopCard::makeSegment(const QString& text, Words words) {
  auto* segment = new QPushButton(text, this);
  segment->setProperty("role", "segment");
  segment->setCheckable(true);
  segment->setAccessibleName(words == Words::Both ? QString("Both words") : "Words of the " + text);
  segment->setToolTip("Names as in the shop, as in the computer, or both (Ctrl+W)");
  segments_[static_cast<std::size_t>(words)] = segment;
  connect(segment, &QPushButton::clicked, this, [this, words] { setWords(words); });
  return segment;
}

void ShopCard::setTitle(const QString& title, const QString& detail) {
  title_->setText(title);
  detail_->setText(detail);
}

void ShopCard::setWords(Words words) {
  segments_[static_cast<std::size_t>(words)]->setChecked(true);
  shop_->setWords(words);
  if (words == words_) return;
  words_ = words;
  emit wordsChosen(words);
}

void ShopCard::setTheme(const Theme& theme) {
  const auto px = [&](double size) { return qRound(theme.px(size)); };
  layout()->setContentsMargins(px(10), px(10), px(10), px(10));
  layout()->setSpacing(px(8));
  static_cast<QHBoxLayout*>(layout()->itemAt(0)->layout())->setContentsMargins(px(8), 0, px(4), 0);
  shop_->setTheme(theme);
}

}  // namespace threadmart
