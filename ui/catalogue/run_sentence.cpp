#include "ui/catalogue/run_sentence.h"

#include <QStringList>

#include "ui/catalogue/run_form.h"

namespace threadmart {

QString runSentence(const RunForm& form) {
  if (!form.hasScenario()) return {};
  if (form.tasks() == 0) return QStringLiteral("These values do not fit together: nothing would be run.");
  const ExecutorDescription* executor = form.executor();
  if (executor == nullptr) return {};
  const auto cores = form.choice().cores.value_or(form.machineCores());
  const auto counted = [](std::size_t count, const QString& one, const QString& many) {
    return QStringLiteral("%L1 %2").arg(count).arg(count == 1 ? one : many);
  };
  QString text = QStringLiteral("Run will serve ") +
                 counted(form.tasks(), QStringLiteral("customer"), QStringLiteral("customers")) +
                 QStringLiteral(" with ") + QString::fromStdString(executor->computing);
  if (executor->takes_workers) {
    const unsigned workers = form.choice().workers.value_or(form.automaticWorkers());
    text += QStringLiteral(" (%L1 of them)").arg(workers);
  }
  text += QStringLiteral(", on ") + counted(cores, QStringLiteral("core"), QStringLiteral("cores"));
  const double pace = form.choice().pace;
  if (pace != 1)
    text += QStringLiteral(", %L1 times %2 than real")
                .arg(pace > 1 ? pace : 1 / pace)
                .arg(pace > 1 ? QStringLiteral("slower") : QStringLiteral("faster"));
  return text + QStringLiteral(".");
}

}  // namespace threadmart
