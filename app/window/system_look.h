// What the desktop wants windows to look like: dark or light, moving or at rest. Asked of the desktop portal, which
// also says when it changes; where there is none, what Qt knew at the start stays.
//
// https://flatpak.github.io/xdg-desktop-portal: org.freedesktop.portal.Settings
#pragma once

#include <optional>

#include <QDBusVariant>
#include <QObject>
#include <QString>

namespace threadmart {

struct DesktopLook {
  bool dark = false;
  bool at_rest = false;  // no animations

  friend bool operator==(const DesktopLook&, const DesktopLook&) = default;
};

// What one setting of the portal means for it; empty if it says nothing about it.
std::optional<DesktopLook> lookAfter(const DesktopLook& look, const QString& group, const QString& key,
                                     const QVariant& value);

class SystemLook : public QObject {
  Q_OBJECT

 public:
  explicit SystemLook(const DesktopLook& at_start, QObject* parent = nullptr);

  const DesktopLook& look() const { return look_; }
  void ask();  // the portal; answers come later

 signals:
  void changed(const threadmart::DesktopLook& look);

 private:
  Q_SLOT void take(const QString& group, const QString& key, const QDBusVariant& value);
  void readAnswer(const QVariant& answer);

  DesktopLook look_;
};

}  // namespace threadmart
