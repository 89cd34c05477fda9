#include "ui/transport/scrub_accessible.h"

#include "ui/transport/scrub_slider.h"
#include "ui/transport/transport_text.h"

namespace threadmart {
namespace {

constexpr double kNanosPerMs = 1e6;

class ScrubAccessible : public QAccessibleWidget, public QAccessibleValueInterface {
 public:
  explicit ScrubAccessible(ScrubSlider* slider) : QAccessibleWidget(slider, QAccessible::Slider), slider_(slider) {}

  void* interface_cast(QAccessible::InterfaceType type) override {
    if (type == QAccessible::ValueInterface) return static_cast<QAccessibleValueInterface*>(this);
    return QAccessibleWidget::interface_cast(type);
  }

  // Not every bridge passes a value's text on: the description says it too.
  QString text(QAccessible::Text kind) const override {
    if (kind == QAccessible::Value || kind == QAccessible::Description)
      return spokenTime(slider_->position(), slider_->end());
    return QAccessibleWidget::text(kind);
  }

  QVariant currentValue() const override { return static_cast<double>(slider_->position()) / kNanosPerMs; }
  QVariant minimumValue() const override { return 0.0; }
  QVariant maximumValue() const override { return static_cast<double>(slider_->end()) / kNanosPerMs; }
  QVariant minimumStepSize() const override { return static_cast<double>(slider_->step()) / kNanosPerMs; }
  void setCurrentValue(const QVariant& value) override {
    const double nanos = qBound(0.0, value.toDouble() * kNanosPerMs, static_cast<double>(slider_->end()));
    emit slider_->sought(qRound64(nanos));
  }

 private:
  ScrubSlider* slider_;
};

}  // namespace

QAccessibleInterface* makeScrubAccessible(const QString&, QObject* object) {
  auto* slider = qobject_cast<ScrubSlider*>(object);
  return slider == nullptr ? nullptr : new ScrubAccessible(slider);
}

}  // namespace threadmart
