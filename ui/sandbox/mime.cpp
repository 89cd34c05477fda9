#include "ui/sandbox/mime.h"

#include <utility>

#include <QCoreApplication>

#include "ui/sandbox/draft_reader.h"

namespace threadmart {
namespace {

const QString kPlace = QStringLiteral("application/x-threadmart-place");

std::unique_ptr<QMimeData> withText(const std::string& json) {
  auto data = std::make_unique<QMimeData>();
  data->setText(QString::fromStdString(json));
  data->setData(QStringLiteral("application/json"), QByteArray::fromStdString(json));
  return data;
}

}  // namespace

std::unique_ptr<QMimeData> mimeOf(const std::vector<DraftStep>& steps) {
  return withText(toJson(steps));
}

std::unique_ptr<QMimeData> mimeOf(const std::vector<DraftCustomer>& customers) {
  return withText(toJson(customers));
}

// A place means something within one program only.
std::unique_ptr<QMimeData> mimeOfMove(const DraftPlace& from, std::unique_ptr<QMimeData> content) {
  content->setData(kPlace, QByteArray::number(QCoreApplication::applicationPid()) + ' ' +
                               QByteArray::number(from.customer) + ' ' + QByteArray::number(from.step));
  return content;
}

Carried readMime(const QMimeData& data) {
  Carried carried;
  if (!data.hasText()) return carried;
  const std::string json = data.text().toStdString();
  carried.customers = readCustomers(json);
  if (carried.customers.empty()) carried.steps = readSteps(json);
  const QList<QByteArray> place = data.data(kPlace).split(' ');
  if (place.size() == 3 && place[0].toLongLong() == QCoreApplication::applicationPid())
    carried.from = DraftPlace{place[1].toInt(), place[2].toInt(), {}};
  return carried;
}

}  // namespace threadmart
