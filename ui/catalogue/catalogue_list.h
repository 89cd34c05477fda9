// The list of scenarios at the left, grouped in sections, to be walked through by mouse or keyboard.
#pragma once

#include <string>
#include <vector>

#include <QListView>

#include "core/scenario/catalogue.h"
#include "ui/theme/theme.h"

class QStandardItemModel;

namespace threadmart {

class CatalogueList : public QListView {
  Q_OBJECT

 public:
  explicit CatalogueList(QWidget* parent = nullptr);

  void setEntries(const std::vector<CatalogueEntry>& entries);
  void select(const std::string& name);  // emits chosen() if it is another one; ignores names that are not there
  void clearChoice();                    // nothing of the catalogue is shown, e.g. after a recording was opened
  std::string selected() const;          // empty if nothing is
  void setTheme(const Theme& theme);

 signals:
  void chosen(const QString& name);
  void runRequested();  // Enter or a double click

 protected:
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

 private:
  QStandardItemModel* model_ = nullptr;
};

}  // namespace threadmart
