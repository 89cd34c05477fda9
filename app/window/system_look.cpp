#include "app/window/system_look.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QMap>
#include <QStringList>
#include <QVariantMap>

namespace threadmart {
namespace {

constexpr const char* kService = "org.freedesktop.portal.Desktop";
constexpr const char* kPath = "/org/freedesktop/portal/desktop";
constexpr const char* kInterface = "org.freedesktop.portal.Settings";
constexpr const char* kAppearance = "org.freedesktop.appearance";
constexpr const char* kGnome = "org.gnome.desktop.interface";
constexpr unsigned kPrefersDark = 1;  // of color-scheme: 0 no wish, 1 dark, 2 light

}  // namespace

std::optional<DesktopLook> lookAfter(const DesktopLook& look, const QString& group, const QString& key,
                                     const QVariant& value) {
  DesktopLook next = look;
  if (group == kAppearance && key == "color-scheme")
    next.dark = value.toUInt() == kPrefersDark;
  else if (group == kGnome && key == "enable-animations")
    next.at_rest = !value.toBool();
  else
    return std::nullopt;
  return next;
}

SystemLook::SystemLook(const DesktopLook& at_start, QObject* parent) : QObject(parent), look_(at_start) {}

void SystemLook::ask() {
  QDBusConnection bus = QDBusConnection::sessionBus();
  if (!bus.isConnected()) return;
  bus.connect(kService, kPath, kInterface, "SettingChanged", this, SLOT(take(QString, QString, QDBusVariant)));
  QDBusMessage question = QDBusMessage::createMethodCall(kService, kPath, kInterface, "ReadAll");
  question << QStringList{kAppearance, kGnome};
  auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
  connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
    const QDBusMessage reply = done->reply();
    if (reply.type() == QDBusMessage::ReplyMessage && !reply.arguments().isEmpty())
      readAnswer(reply.arguments().constFirst());
    done->deleteLater();
  });
}

void SystemLook::readAnswer(const QVariant& answer) {
  const auto groups = qdbus_cast<QMap<QString, QVariantMap>>(answer);
  for (auto group = groups.begin(); group != groups.end(); ++group)
    for (auto setting = group->begin(); setting != group->end(); ++setting)
      take(group.key(), setting.key(), QDBusVariant(setting.value()));
}

void SystemLook::take(const QString& group, const QString& key, const QDBusVariant& value) {
  const auto next = lookAfter(look_, group, key, value.variant());
  if (!next || *next == look_) return;
  look_ = *next;
  emit changed(look_);
}

}  // namespace threadmart
