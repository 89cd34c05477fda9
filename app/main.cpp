#include "app/command_line/command_line.h"
#include "app/open_window.h"

int main(int argc, char** argv) {
  return threadmart::commandLine(argc, argv, threadmart::openWindow);
}
