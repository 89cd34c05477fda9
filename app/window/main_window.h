// The window: it only says where things are. What they do is wired up by the workbench.
#pragma once

#include <QFrame>
#include <QMainWindow>

#include "ui/theme/theme.h"

class QLabel;
class QPushButton;
class QScrollArea;

namespace threadmart {

class CatalogueList;
class CoresView;
class HeaderBar;
class NumbersPanel;
class ProcessTable;
class RunForm;
class ScenarioPage;

class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  MainWindow(RunForm& form, const Theme& theme, QWidget* parent = nullptr);

  HeaderBar* header() const { return header_; }
  CatalogueList* catalogue() const { return catalogue_; }
  ScenarioPage* page() const { return page_; }
  NumbersPanel* numbers() const { return numbers_; }
  CoresView* cores() const { return cores_; }
  ProcessTable* processes() const { return processes_; }
  QPushButton* sandboxButton() const { return sandbox_; }
  void setQuestion(const QString& question);  // what to predict before running; hidden if empty
  void setTheme(const Theme& theme);

 signals:
  void fileDropped(const QString& path);
  void painted();  // for the first time
  void seen(bool visible);
  void closing();

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeLeft();
  QWidget* makeQuestion();
  QScrollArea* makeRight(const Theme& theme);
  void fitSides();

  HeaderBar* header_ = nullptr;
  CatalogueList* catalogue_ = nullptr;
  ScenarioPage* page_ = nullptr;
  QWidget* left_ = nullptr;
  QScrollArea* right_ = nullptr;
  QPushButton* sandbox_ = nullptr;
  QFrame* question_card_ = nullptr;
  QLabel* question_ = nullptr;
  NumbersPanel* numbers_ = nullptr;
  CoresView* cores_ = nullptr;
  ProcessTable* processes_ = nullptr;
  double theme_scale_ = 1;
  bool was_painted_ = false;
};

}  // namespace threadmart
