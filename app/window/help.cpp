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
    {"Space", "play or pause; during a run only the picture rests"},
    {"← and →", "one event back, one forward"},
    {"Ctrl+← and Ctrl+→", "the selected customer's change of state before, the next"},
    {"Home, End", "to the beginning, to the end"},
    {"[ and ]", "slower, faster"},
    {"L", "play the selected range over and over, or stop that"},
    {"+ and −, mouse wheel, pinch", "zoom in the timeline; Z to the selection, F the whole run"},
    {"Shift+← and Shift+→, drag", "move the timeline"},
    {"Shift+wheel, Page Up, Page Down", "move from lane to lane; with Alt make lanes higher"},
    {"click", "pick a customer, a till, an assistant; on the timeline's axis: move the playhead"},
    {"drag on the axis", "select a range of time and read its numbers"},
    {". and ,", "in the shop: the next, the previous one; Enter picks it"},
    {"Ctrl+1, Ctrl+2, Ctrl+3, Ctrl+4", "lanes by customer, by till, by core; arrows of hand-overs"},
    {"Ctrl+W", "words of the shop, of the computer, both"},
    {"Ctrl+Z, Ctrl+Shift+Z", "undo and redo a change"},
    {"Ctrl+Shift+D", "reset the parameters"},
    {"Ctrl+B", "build your own shop"},
    {"Ctrl+O, Ctrl+S, Ctrl+Shift+S", "open; save the recording, the scenario"},
    {"Ctrl+E, Ctrl+Shift+E", "export the timeline, the shop"},
    {"Ctrl+Shift+C", "copy the numbers as text"},
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
