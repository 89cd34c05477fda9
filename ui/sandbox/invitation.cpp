#include "ui/sandbox/invitation.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/scenario/catalogue.h"
#include "ui/sandbox/step_icons.h"

namespace threadmart {
namespace {

// Small ones, each with something else in its baskets.
constexpr const char* kExamples[] = {"one-line",   "avocado", "gil-cpu", "pool-map",
                                     "event-loop", "memory",  "race",    "uploads"};

}  // namespace

void fillExampleMenu(QMenu& menu, const std::function<void(const std::string& name)>& chosen) {
  const std::vector<CatalogueEntry> entries = catalogue();
  for (const char* name : kExamples) {
    const auto entry =
        std::find_if(entries.begin(), entries.end(), [&](const CatalogueEntry& e) { return e.name == name; });
    if (entry != entries.end())
      menu.addAction(QString::fromStdString(entry->title), &menu, [chosen, known = entry->name] { chosen(known); });
  }
}

Invitation::Invitation(QWidget* parent)
    : QFrame(parent),
      heading_(new QLabel("Drag something into a basket, or start from an example", this)),
      text_(
          new QLabel("Each customer is a task, and what lies in the basket is done in its order: items are computing, "
                     "trips are waiting. The first thing that you drop here brings the first customer.",
                     this)),
      add_(new QPushButton("Add a customer", this)),
      example_(new QPushButton("Start from an example", this)) {
  heading_->setProperty("role", "title");
  text_->setProperty("role", "muted");
  example_->setProperty("role", "primary");
  for (QLabel* label : {heading_, text_}) {
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignHCenter);
  }
  auto* buttons = new QHBoxLayout;
  buttons->addStretch(1);
  buttons->addWidget(add_);
  buttons->addWidget(example_);
  buttons->addStretch(1);
  auto* column = new QVBoxLayout(this);
  column->addStretch(1);
  column->addWidget(heading_);
  column->addWidget(text_);
  column->addLayout(buttons);
  column->addStretch(1);
}

void Invitation::setTheme(const Theme& theme) {
  theme_ = theme;
  const auto px = [&](double size) { return qRound(theme.px(size)); };
  layout()->setContentsMargins(px(24), px(104), px(24), px(24));
  layout()->setSpacing(px(12));
  setMinimumHeight(px(290));
  update();
}

void Invitation::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(theme_.ready_edge, theme_.px(1.5), Qt::DashLine));
  painter.setBrush(theme_.panel);
  painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme_.px(14), theme_.px(14));
  const double width = theme_.px(84), height = theme_.px(63);
  const double top = std::max(theme_.px(30), heading_->y() - height - theme_.px(18));
  paintEmptyBasket(painter, QRectF((this->width() - width) / 2, top, width, height), theme_.accent);
}

}  // namespace threadmart
