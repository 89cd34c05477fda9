// The card with the shop: what kind of shop it is, which words are spoken, the shop itself; before the first run an
// invitation.
#pragma once

#include <array>

#include <QFrame>

#include "ui/theme/theme.h"
#include "ui/words/words.h"

class QLabel;
class QPushButton;

namespace threadmart {

class ShopWidget;

class ShopCard : public QFrame {
  Q_OBJECT

 public:
  explicit ShopCard(const Theme& theme, QWidget* parent = nullptr);

  ShopWidget* shop() const { return shop_; }
  void setTitle(const QString& title, const QString& detail);
  void setWords(Words words);  // of the shop, too; emits wordsChosen() if they are others
  Words words() const { return words_; }
  void setTheme(const Theme& theme);

 signals:
  void wordsChosen(threadmart::Words words);

 private:
  QPushButton* makeSegment(const QString& text, Words words);

  ShopWidget* shop_ = nullptr;
  QLabel* title_ = nullptr;
  QLabel* detail_ = nullptr;
  Words words_ = Words::Shop;
  std::array<QPushButton*, 3> segments_{};  // by Words
};

}  // namespace threadmart
