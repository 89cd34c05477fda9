// The rows of the process table for Qt's views: a row a process, in columns name, CPU and memory.
#pragma once

#include <QAbstractTableModel>

#include "ui/processes/process_rows.h"

namespace threadmart {

class ProcessModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { Name, Cpu, Memory, kColumns };
  enum Role { SecondLine = Qt::UserRole, Gone };  // below the first, in small; true of a process that left
  using QAbstractTableModel::QAbstractTableModel;

  // Rows that stay keep their selection; only what differs is announced. Both lists go by worker, the parent first.
  void setRows(std::vector<ProcessRow> rows);
  const std::vector<ProcessRow>& rows() const { return rows_; }
  int rowOf(WorkerId worker) const;  // -1: not there

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  void removeGone(const std::vector<ProcessRow>& rows);
  void takeOver(std::vector<ProcessRow>& rows);

  std::vector<ProcessRow> rows_;
};

}  // namespace threadmart
