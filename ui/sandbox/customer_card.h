// One customer, or several alike: portrait, name, copies, basket, and what the basket comes to. Shows and asks; changes
// nothing itself.
#pragma once

#include <memory>

#include <QFrame>

#include "ui/sandbox/draft.h"
#include "ui/sandbox/draft_check.h"
#include "ui/theme/theme.h"
#include "ui/words/words.h"

class QBoxLayout;
class QLabel;
class QToolButton;

namespace threadmart {

class ArtCabinet;
class Basket;
class CustomerPortrait;
class NumberChip;
class PlainLineEdit;

class CustomerCard : public QFrame {
  Q_OBJECT

 public:
  explicit CustomerCard(QWidget* parent);

  void setCustomer(int index, std::uint32_t first_task, const DraftCustomer& customer, double pace);
  void setProblems(const std::vector<DraftProblem>& problems);  // those of this customer
  void setCurrent(bool current);
  void setLook(const Theme& theme, Words words, const std::shared_ptr<ArtCabinet>& art);

  Basket* basket() const { return basket_; }
  CustomerPortrait* portrait() const { return portrait_; }
  PlainLineEdit* name() const { return name_; }
  NumberChip* copies() const { return copies_; }
  QToolButton* menuButton() const { return menu_; }
  QString sum() const;
  QString problem() const;

 signals:
  void renamed(const QString& name);
  void copiesSet(double count);
  void menuRequested(const QPoint& global);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  void wire();
  void arrangeHead();

  Theme theme_;
  CustomerPortrait* portrait_ = nullptr;
  PlainLineEdit* name_ = nullptr;
  NumberChip* copies_ = nullptr;
  QLabel* sum_ = nullptr;
  QLabel* problem_ = nullptr;
  QToolButton* menu_ = nullptr;
  Basket* basket_ = nullptr;
  QBoxLayout* head_ = nullptr;
};

}  // namespace threadmart
