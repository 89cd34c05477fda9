#include "ui/sandbox/step_words.h"

#include <array>
#include <cmath>
#include <string_view>

#include <QLocale>
#include <QRegularExpression>

namespace threadmart {
namespace {

constexpr double kLongTripMs = 1000;

QString times(double number, const QString& one, const QString& many) {
  return numberText(number) + ' ' + (number == 1 ? one : many);
}

// The noun of a step in 'trip 2'.
QString noun(const DraftStep& step) {
  if (step.is("scan")) return QStringLiteral("items");
  if (step.is("sleep")) return QStringLiteral("trip");
  if (step.is("fetch")) return QStringLiteral("page");
  if (step.is("upload")) return QStringLiteral("delivery");
  if (step.is("send")) return QStringLiteral("parcel");
  if (step.is("count")) return QStringLiteral("entry");
  return QStringLiteral("sum");
}

DraftStep flagged(DraftStep step, std::string_view flag) {
  step.values.flags.insert(flag);
  return step;
}

struct UnitFactor {
  const char* suffix;
  const char* unit;
  double factor;
};
constexpr std::array<UnitFactor, 11> kFactors{{{"ms", "ms", 1},
                                               {"s", "ms", 1000},
                                               {"min", "ms", 60'000},
                                               {"bytes", "bytes", 1},
                                               {"b", "bytes", 1},
                                               {"kib", "bytes", 1024},
                                               {"kb", "bytes", 1000},
                                               {"mib", "bytes", 1024.0 * 1024},
                                               {"mb", "bytes", 1e6},
                                               {"gib", "bytes", 1024.0 * 1024 * 1024},
                                               {"items", "items", 1}}};

}  // namespace

QString numberText(double number) {
  QString text = QLocale(QLocale::English).toString(number, 'f', 3);
  while (text.endsWith('0')) text.chop(1);
  if (text.endsWith('.')) text.chop(1);
  return text;
}

QString durationText(double ms) {
  if (std::abs(ms) < 1000) return numberText(ms) + " ms";
  if (std::abs(ms) < 120'000) return numberText(ms / 1000) + " s";
  return numberText(ms / 60'000) + " min";
}

QString bytesText(double bytes) {
  const auto divides = [&](double unit) { return bytes >= unit && std::fmod(bytes, unit / 4) == 0; };
  if (divides(1024.0 * 1024)) return numberText(bytes / 1024 / 1024) + " MiB";
  if (divides(1024)) return numberText(bytes / 1024) + " KiB";
  return times(bytes, "byte", "bytes");
}

QString shopWords(const DraftStep& step) {
  if (step.is("scan")) return times(step.number("items"), "item", "items");
  if (step.is("sleep")) {
    if (step.values.flag("blocks_loop")) return QStringLiteral("stays in the way");
    return step.number("ms") >= kLongTripMs ? QStringLiteral("long trip") : QStringLiteral("avocado trip");
  }
  if (step.is("fetch")) return QStringLiteral("page");
  if (step.is("upload")) return QStringLiteral("delivery");
  if (step.is("send")) return QStringLiteral("parcel");
  if (step.is("count")) return QStringLiteral("stock sheet");
  return QStringLiteral("long sum");
}

QString computingWords(const DraftStep& step) {
  const auto delay = [&] {
    return step.number("delay_ms") != 0 ? ", " + durationText(step.number("delay_ms")) : QString();
  };
  if (step.is("scan")) {
    return "about " + durationText(step.number("items")) + " on a core" +
           (step.values.flag("releases_gil") ? ", GIL let go" : "");
  }
  if (step.is("sleep"))
    return (step.values.flag("blocks_loop") ? "blocking sleep " : "sleep ") + durationText(step.number("ms"));
  if (step.is("fetch")) return "GET " + QString::fromStdString(step.values.url) + delay();
  if (step.is("upload")) return "PUT " + bytesText(step.number("bytes")) + delay();
  if (step.is("send")) return "send " + bytesText(step.number("bytes"));
  if (step.is("count"))
    return "counter += 1, " + numberText(step.number("times")) + " ×" + (step.values.flag("locked") ? ", locked" : "");
  return "n ** n, " + numberText(step.number("from")) + " … " + numberText(step.number("to"));
}

QString fieldLabel(const StepField& field) {
  if (field.name == "releases_gil") return QStringLiteral("lets go of the GIL");
  if (field.name == "blocks_loop") return QStringLiteral("blocks the loop");
  if (field.name == "locked") return QStringLiteral("with a lock");
  if (field.name == "delay_ms") return QStringLiteral("answer after");
  if (field.name == "ms") return QStringLiteral("away for");
  if (field.name == "url") return QStringLiteral("address");
  return QString::fromUtf8(field.name.data(), static_cast<int>(field.name.size()));
}

QString fieldUnit(const StepField& field) {
  if (field.name == "ms" || field.name == "delay_ms") return QStringLiteral("ms");
  if (field.name == "bytes") return QStringLiteral("bytes");
  if (field.name == "items") return QStringLiteral("items");
  return {};
}

std::optional<double> readAmount(const QString& text, const QString& unit) {
  static const QRegularExpression form(
      QStringLiteral(R"(^\s*(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|-?\.\d+)\s*([A-Za-z]*)\s*$)"));
  const auto match = form.match(text);
  if (!match.hasMatch()) return std::nullopt;
  const double number = match.captured(1).remove(',').toDouble();
  const QString suffix = match.captured(2).toLower();
  if (suffix.isEmpty()) return number;
  for (const UnitFactor& known : kFactors)
    if (suffix == QLatin1String(known.suffix) && unit == QLatin1String(known.unit)) return number * known.factor;
  return std::nullopt;
}

QString sumText(const BasketSum& sum) {
  QStringList parts;
  if (sum.scanning_ms > 0) parts << "about " + durationText(std::round(sum.scanning_ms)) + " scanning";
  if (sum.away_ms > 0) parts << durationText(std::round(sum.away_ms)) + " away";
  if (sum.bytes_sent > 0) parts << bytesText(sum.bytes_sent) + " in parcels";
  if (sum.entries > 0) parts << times(sum.entries, "entry", "entries");
  if (sum.powers) parts << QStringLiteral("long sums");
  return parts.join(", ");
}

QString placeText(const DraftPlace& place, const Draft& draft) {
  const auto index = static_cast<std::size_t>(place.customer);
  if (place.customer < 0 || index >= draft.customers.size()) {
    if (place.field.empty()) return QStringLiteral("The draft");
    return "The " + QString::fromStdString(place.field);
  }
  QString text = "Customer " + QString::number(place.customer + 1);
  const std::vector<DraftStep>& steps = draft.customers[index].steps;
  const auto at = static_cast<std::size_t>(place.step);
  if (place.step < 0 || at >= steps.size()) return text;
  int number = 1;
  for (std::size_t i = 0; i < at; ++i) number += steps[i].kind == steps[at].kind ? 1 : 0;
  return text + ", " + noun(steps[at]) + ' ' + QString::number(number);
}

const std::vector<PaletteItem>& paletteItems() {
  static const std::vector<PaletteItem> items = {
      {"One item", draftStep("scan", {{"items", 1}}), 1},
      {"Five items", draftStep("scan", {{"items", 5}}), 3},
      {"A full basket", draftStep("scan", {{"items", 60}}), 5},
      {"Avocado trip", draftStep("sleep", {{"ms", 500}}), 1},
      {"Long trip", draftStep("sleep", {{"ms", 2000}}), 2},
      {"Page", draftStep("fetch", {{"delay_ms", 150}}, "/page"), 1},
      {"Delivery", draftStep("upload", {{"bytes", 4096}, {"delay_ms", 500}}), 1},
      {"Parcel", draftStep("send", {{"bytes", 1024 * 1024}}), 1},
      {"Stock sheet entries", draftStep("count", {{"times", 100'000}}), 1},
      {"Stays in the way", flagged(draftStep("sleep", {{"ms", 400}}), "blocks_loop"), 1},
      {"Long sum", draftStep("power", {{"from", 0}, {"to", 999}}), 1},
  };
  return items;
}

}  // namespace threadmart
