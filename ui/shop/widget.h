// The shop as a widget: input only. Hovering shows a card, a click or Enter selects, Tab and arrows go from one thing to
// the next, Escape selects nothing. Its accessible text is the shop in sentences.
#pragma once

#include <memory>
#include <optional>

#include <QPixmap>
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
  Thing selected() const { return look_.selected; }
  Scene sceneNow() const;
  const FloorPlan& floor() const { return floor_; }
  QString sentences() const;  // the accessible text

  QSize sizeHint() const override { return {900, 360}; }
  QSize minimumSizeHint() const override { return {360, 160}; }

 signals:
  void thingSelected(const threadmart::Thing& thing);  // by the person
  void thingHovered(const threadmart::Thing& thing);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void relayout();
  void hover(const Thing& thing);
  void select(const Thing& thing);

  Theme theme_;
  std::unique_ptr<ArtCabinet> art_;
  const ShopIndex* index_ = nullptr;
  QString why_;
  FloorPlan floor_;
  ShopLook look_;
  Nanos time_ = 0;
  Motion motion_;
  QPixmap ground_;  // the floor as last drawn
  bool stale_ = true;
  std::optional<QPointF> pointer_;
};

}  // namespace threadmart
