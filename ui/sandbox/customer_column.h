// The customers one below the other, as cards. Everything that is done to them with mouse and keyboard goes through
// here: the cards say what was touched, the model is changed, and the focus goes where it belongs.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QWidget>

#include "ui/sandbox/deeds.h"
#include "ui/theme/theme.h"
#include "ui/words/words.h"

class QLabel;
class QMenu;
class QPushButton;
class QVBoxLayout;

namespace threadmart {

class ArtCabinet;
class CustomerCard;
class SandboxModel;

inline constexpr int kMostCards = 200;  // who is behind them is counted

class CustomerColumn : public QWidget {
  Q_OBJECT

 public:
  CustomerColumn(SandboxModel& model, QWidget* parent);

  void setLook(const Theme& theme, Words words);
  int cards() const { return static_cast<int>(cards_.size()); }
  CustomerCard* card(int index) const;  // null if there is none
  QPushButton* addButton() const { return add_; }
  QString restText() const;  // who is not shown; empty if everybody is

  int current() const { return current_; }  // the customer that was touched last; −1: none
  void addCustomer();
  void put(const DraftStep& step);  // into the basket of the current customer, behind the current step
  void focusOn(const DraftPlace& place);
  std::optional<DraftPlace> focusedPlace() const;  // a step or a whole customer that has the focus

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragMoveEvent(QDragMoveEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  struct DropPlace {
    int customer = -1;  // whose basket, or before which customer; −1: somebody new
    int step = -1;
  };

  CustomerCard* newCard();
  void dropCard(int index);
  void wire(CustomerCard* card);
  int indexOf(const CustomerCard* card) const;
  void showCustomers(int first, int removed, int inserted);
  void refresh(int first);
  void showProblems();
  void setCurrent(int index);
  void perform(Deed deed, const DraftPlace& place);
  bool walk(int key, const DraftPlace& place);
  bool walkBack(int key);
  void showMenu(const DraftPlace& place, const QPoint& global);
  void showPalette(int customer);
  void startDrag(const DraftPlace& place);
  DropPlace placeAt(const QPoint& at, const Carried& carried) const;
  void showMark(const DropPlace& place, bool customers);
  void clearMark();

  SandboxModel& model_;
  Theme theme_;
  Words words_ = Words::Both;
  std::shared_ptr<ArtCabinet> art_;
  std::vector<CustomerCard*> cards_;
  QVBoxLayout* column_ = nullptr;
  QLabel* rest_ = nullptr;
  QPushButton* add_ = nullptr;
  int current_ = -1;
  int current_step_ = -1;
  int mark_ = -1;  // before which card a customer would be put
};

}  // namespace threadmart
