#include "ui/processes/process_model.h"

#include <algorithm>

namespace threadmart {
namespace {

// The parent first, then by number.
std::uint64_t orderOf(const ProcessRow& row) {
  return row.worker == kSubmitter ? 0 : row.worker + std::uint64_t{1};
}

QString firstLine(const ProcessRow& row, int column) {
  switch (column) {
    case ProcessModel::Name:
      return row.name;
    case ProcessModel::Cpu:
      return cpuText(row);
    default:
      return ownText(row);
  }
}

QString secondLine(const ProcessRow& row, int column) {
  if (column == ProcessModel::Name) return (row.pid > 0 ? pidText(row) + QStringLiteral(" · ") : QString()) + row.state;
  if (column == ProcessModel::Memory && row.use) return QStringLiteral("+ ") + sharedText(row);
  return {};
}

QString helpOf(const ProcessRow& row, int column) {
  if (column == ProcessModel::Name)
    return QStringLiteral("%1 · process %2 · %3").arg(row.name, pidText(row), row.state);
  if (!row.use) return row.missing;
  if (column == ProcessModel::Cpu) return QStringLiteral("Of one core, since the sample before");
  return QStringLiteral("%1 of its own + %2 shared with others").arg(ownText(row), sharedText(row));
}

QString spokenOf(const ProcessRow& row, int column) {
  switch (column) {
    case ProcessModel::Name:
      return QStringLiteral("%1, process %2, %3").arg(row.name, pidText(row), row.state);
    case ProcessModel::Cpu:
      return row.use ? QStringLiteral("CPU ") + cpuText(row) : QStringLiteral("CPU unknown: ") + row.missing;
    default:
      return row.use ? QStringLiteral("memory %1 own, %2 shared").arg(ownText(row), sharedText(row))
                     : QStringLiteral("memory unknown: ") + row.missing;
  }
}

}  // namespace

void ProcessModel::setRows(std::vector<ProcessRow> rows) {
  removeGone(rows);
  takeOver(rows);
}

void ProcessModel::removeGone(const std::vector<ProcessRow>& rows) {
  for (auto i = static_cast<int>(rows_.size()) - 1; i >= 0; --i) {
    const ProcessRow& row = rows_[static_cast<std::size_t>(i)];
    const bool stays =
        std::any_of(rows.begin(), rows.end(), [&row](const ProcessRow& other) { return other.worker == row.worker; });
    if (stays) continue;
    beginRemoveRows({}, i, i);
    rows_.erase(rows_.begin() + i);
    endRemoveRows();
  }
}

// What is there now is, in the same order, part of `rows`.
void ProcessModel::takeOver(std::vector<ProcessRow>& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto at = static_cast<int>(i);
    if (i == rows_.size() || orderOf(rows_[i]) != orderOf(rows[i])) {
      beginInsertRows({}, at, at);
      rows_.insert(rows_.begin() + at, std::move(rows[i]));
      endInsertRows();
    } else if (rows_[i] != rows[i]) {
      rows_[i] = std::move(rows[i]);
      emit dataChanged(index(at, 0), index(at, kColumns - 1));
    }
  }
}

int ProcessModel::rowOf(WorkerId worker) const {
  const auto found =
      std::find_if(rows_.begin(), rows_.end(), [worker](const ProcessRow& row) { return row.worker == worker; });
  return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

int ProcessModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int ProcessModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

QVariant ProcessModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const ProcessRow& row = rows_[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      return firstLine(row, index.column());
    case SecondLine:
      return secondLine(row, index.column());
    case Gone:
      return row.state == QStringLiteral("left") || row.state == QStringLiteral("killed");
    case Qt::ToolTipRole:
      return helpOf(row, index.column());
    case Qt::AccessibleTextRole:
      return spokenOf(row, index.column());
    case Qt::TextAlignmentRole:
      return QVariant(index.column() == Name ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
    default:
      return {};
  }
}

QVariant ProcessModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  static constexpr const char* kNames[] = {"Name, PID, state", "CPU", "Memory"};
  static constexpr const char* kHelp[] = {"Process number, name and state",
                                          "Share of one core, since the sample before",
                                          "Memory of its own; below: shared with other processes"};
  if (section < 0 || section >= kColumns) return {};
  if (role == Qt::DisplayRole) return QString::fromUtf8(kNames[section]);
  if (role == Qt::ToolTipRole) return QString::fromUtf8(kHelp[section]);
  if (role == Qt::TextAlignmentRole)
    return QVariant((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
  return {};
}

}  // namespace threadmart
