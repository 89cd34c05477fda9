#include "app/window/help.h"

#include <utility>

#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/window/icons.h"

namespace threadmart {
namespace {

constexpr std::pair<const char*, const char*> kShortcuts[] = {
    {"Ctrl+R, F5", "run the scenario"},
    {"Esc", "cancel the run; what was recorded stays"},
    {"Ctrl+Z, Ctrl+Shift+Z", "undo and redo a change of the parameters"},
    {"Ctrl+D", "reset the parameters"},
    {"Ctrl+O, Ctrl+S, Ctrl+E", "open a recording, save it, export a picture"},
    {"Ctrl+Shift+C", "copy the numbers as text"},
    {"Ctrl+1, Ctrl+2, Ctrl+3", "lanes by customer, by till, by core"},
    {"Ctrl+0", "see the whole run"},
    {"mouse wheel, + and −", "zoom in the timeline"},
    {"drag, ← and →", "move in time"},
    {"Shift+wheel, Page Up, Page Down", "move from lane to lane; with Alt make lanes higher"},
    {"click", "on the axis: move the playhead; on a lane: pick a customer"},
};

QLabel* makeText(const QString& text, const char* role, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setProperty("role", role);
  return label;
}

void showDialog(QDialog* dialog, QVBoxLayout* column) {
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
  buttons->button(QDialogButtonBox::Close)->setIcon({});  // the platform's icons are not of the theme
  QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
  column->setContentsMargins(24, 20, 24, 20);
  column->setSpacing(14);
  column->addWidget(buttons);
  column->setSizeConstraint(QLayout::SetFixedSize);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

}  // namespace

void showShortcuts(QWidget* parent) {
  auto* dialog = new QDialog(parent);
  dialog->setWindowTitle("Keyboard and mouse");
  auto* column = new QVBoxLayout(dialog);
  column->addWidget(makeText("Keyboard and mouse", "title", dialog));
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(24);
  grid->setVerticalSpacing(7);
  for (int row = 0; const auto& [keys, meaning] : kShortcuts) {
    grid->addWidget(makeText(keys, "value", dialog), row, 0);
    grid->addWidget(makeText(meaning, "muted", dialog), row++, 1);
  }
  column->addLayout(grid);
  showDialog(dialog, column);
}

void showAbout(QWidget* parent) {
  auto* dialog = new QDialog(parent);
  dialog->setWindowTitle("About Threadmart");
  auto* column = new QVBoxLayout(dialog);
  auto* top = new QHBoxLayout;
  top->setSpacing(14);
  auto* logo = new QLabel(dialog);
  logo->setPixmap(iconPixmap("logo", 48, Qt::black, dialog->devicePixelRatioF()));
  top->addWidget(logo);
  top->addWidget(makeText("Threadmart " THREADMART_VERSION, "title", dialog), 1);
  column->addLayout(top);
  QLabel* text = makeText(
      "Concurrency as a supermarket: customers are tasks, tills are interpreters, shop assistants are CPU cores. "
      "Everything you see was run for real on this machine and read from its recording.",
      "plain", dialog);
  text->setWordWrap(true);
  text->setMinimumWidth(420);
  column->addWidget(text);
  column->addWidget(makeText("Free software: GNU General Public License, version 3 or later.", "muted", dialog));
  showDialog(dialog, column);
}

}  // namespace threadmart
