// The shop as a widget: input only. Hovering shows a card, a click selects. Without a pointer: '.' and ',' go to the
// next and the previous thing, Enter selects it, Escape selects nothing; arrows are left to the transport. Its
// accessible text is the shop in sentences, its children are the things in it.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include "ui/shop/painter.h"

namespace threadmart {

class ShopWidget : public QWidget {
  Q_OBJECT
 public:
  explicit ShopWidget(const Theme& theme, QWidget* parent = nullptr);
  ~ShopWidget() override;

  // The index belongs to the caller, lives longer and may have grown since the last call. Null: no shop; `why` is said
  // in its place.
  void setIndex(const ShopIndex* index, const QString& why = {});
  void setTime(Nanos time, Nanos ease);  // see Motion
  void setReducedMotion(bool reduced);
  void setWords(Words words);
  void setTheme(const Theme& theme);
  void setSelected(const Thing& thing);  // emits nothing
  void setHovered(const Thing& thing);   // from another view: lights up, without a card

  Nanos time() const { return time_; }
  Words words() const { return look_.words; }
  Thing selected() const { return look_.selected; }
  Thing hovered() const { return look_.hovered; }
  const Scene& sceneNow() const;
  const FloorPlan& floor() const { return floor_; }
  QString sentences() const;          // the accessible text
  std::vector<Thing> things() const;  // that can be seen, in the order in which '.' goes through them
  QStringList cardOf(const Thing& thing) const;
  QRectF outlineNow(const Thing& thing) const;
  void selectByPerson(const Thing& thing);  // as a click on it does

  QSize sizeHint() const override { return {900, 360}; }
  QSize minimumSizeHint() const override { return {360, 140}; }

 signals:
  void thingSelected(const threadmart::Thing& thing);  // by the person; Thing() if none is any more
  void thingHovered(const threadmart::Thing& thing);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void relayout();
  void changed();  // something of what is shown now
  void hover(const Thing& thing, std::optional<QPointF> card_at);
  void walk(int by);
  void renderGround();
  void paintCard(QPainter& painter) const;
  void sayWhy(QPainter& painter) const;

  Theme theme_;
  std::unique_ptr<ArtCabinet> art_;
  const ShopIndex* index_ = nullptr;
  std::uint64_t version_ = 0;  // of the index, as last read
  QString why_;
  ShopNeeds needs_;
  FloorPlan floor_;
  ShopLook look_;
  Nanos time_ = 0;
  Motion motion_;
  mutable SceneMaker maker_;
  mutable const Scene* scene_ = nullptr;  // at the time; null: to be computed
  QPixmap ground_;                        // the floor as last drawn
  bool stale_ = true;
  bool by_keyboard_ = false;        // the focus came by a key, and is shown
  std::optional<QPointF> card_at_;  // where the card of what is hovered goes
  QTimer announce_;                 // tells screen readers, at most once a second
};

}  // namespace threadmart
