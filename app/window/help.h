// What the Help menu shows.
#pragma once

class QWidget;

namespace threadmart {

void showShortcuts(QWidget* parent);
void showAbout(QWidget* parent);

}  // namespace threadmart
