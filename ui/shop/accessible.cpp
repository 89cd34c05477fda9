#include "ui/shop/accessible.h"

#include <algorithm>
#include <map>

#include "ui/shop/widget.h"

namespace threadmart {
namespace {

// A customer, till, assistant or ticket.
class ThingAccessible : public QAccessibleInterface, public QAccessibleActionInterface {
 public:
  ThingAccessible(ShopWidget* shop, const Thing& thing) : shop_(shop), thing_(thing) {}

  const Thing& thing() const { return thing_; }
  bool isValid() const override { return shop_ != nullptr; }
  QObject* object() const override { return nullptr; }
  QAccessibleInterface* childAt(int, int) const override { return nullptr; }
  QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(shop_); }
  QAccessibleInterface* child(int) const override { return nullptr; }
  int childCount() const override { return 0; }
  int indexOfChild(const QAccessibleInterface*) const override { return -1; }
  QAccessible::Role role() const override { return QAccessible::ListItem; }

  QString text(QAccessible::Text kind) const override {
    const QStringList card = shop_->cardOf(thing_);
    if (card.isEmpty()) return {};
    if (kind == QAccessible::Name) return card.first();
    return kind == QAccessible::Description ? card.mid(1).join(QStringLiteral(", ")) : QString();
  }
  void setText(QAccessible::Text, const QString&) override {}

  QRect rect() const override {
    const QRect local = shop_->outlineNow(thing_).toAlignedRect();
    return local.isEmpty() ? QRect() : QRect(shop_->mapToGlobal(local.topLeft()), local.size());
  }

  QAccessible::State state() const override {
    QAccessible::State state;
    state.selectable = true;
    state.focusable = true;
    state.selected = shop_->selected() == thing_;
    state.hotTracked = shop_->hovered() == thing_;
    state.invisible = rect().isEmpty();
    return state;
  }

  void* interface_cast(QAccessible::InterfaceType type) override {
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
  }
  QStringList actionNames() const override { return {pressAction()}; }
  void doAction(const QString& action) override {
    if (action == pressAction()) shop_->selectByPerson(thing_);
  }
  QStringList keyBindingsForAction(const QString&) const override { return {}; }

 private:
  ShopWidget* shop_;
  Thing thing_;
};

class ShopAccessible : public QAccessibleWidget {
 public:
  explicit ShopAccessible(ShopWidget* shop) : QAccessibleWidget(shop, QAccessible::Graphic), shop_(shop) {}
  ~ShopAccessible() override {
    for (const auto& [key, id] : ids_) QAccessible::deleteAccessibleInterface(id);
  }

  QString text(QAccessible::Text kind) const override {
    if (kind == QAccessible::Description || kind == QAccessible::Value) return shop_->sentences();
    return QAccessibleWidget::text(kind);
  }

  int childCount() const override { return static_cast<int>(shown().size()); }
  QAccessibleInterface* child(int index) const override {
    const std::vector<Thing> things = shown();
    if (index < 0 || index >= static_cast<int>(things.size())) return nullptr;
    return interfaceOf(things[static_cast<std::size_t>(index)]);
  }
  int indexOfChild(const QAccessibleInterface* child) const override {
    const auto* of_thing = dynamic_cast<const ThingAccessible*>(child);
    if (!of_thing) return -1;
    const std::vector<Thing> things = shown();
    const auto found = std::find(things.begin(), things.end(), of_thing->thing());
    return found == things.end() ? -1 : static_cast<int>(found - things.begin());
  }
  QAccessibleInterface* childAt(int x, int y) const override {
    const Thing thing = thingAt(shop_->sceneNow(), shop_->floor(), shop_->mapFromGlobal(QPointF(x, y)));
    return thing ? interfaceOf(thing) : nullptr;
  }

 private:
  std::vector<Thing> shown() const {
    std::vector<Thing> things = shop_->things();
    if (things.size() > kMostAccessibleThings) things.resize(kMostAccessibleThings);
    return things;
  }

  // A thing keeps its interface for as long as the shop is there.
  QAccessibleInterface* interfaceOf(const Thing& thing) const {
    const auto key = std::pair(thing.kind, thing.id);
    if (const auto known = ids_.find(key); known != ids_.end()) return QAccessible::accessibleInterface(known->second);
    auto* made = new ThingAccessible(shop_, thing);
    ids_.emplace(key, QAccessible::registerAccessibleInterface(made));  // owns it
    return made;
  }

  ShopWidget* shop_;
  mutable std::map<std::pair<Thing::Kind, std::uint32_t>, QAccessible::Id> ids_;
};

}  // namespace

QAccessibleInterface* makeShopAccessible(const QString&, QObject* object) {
  auto* shop = qobject_cast<ShopWidget*>(object);
  return shop == nullptr ? nullptr : new ShopAccessible(shop);
}

}  // namespace threadmart
