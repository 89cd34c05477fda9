#include <cstdlib>
#include <stdexcept>

#include "app/open_window.h"
#include "app/window/run_window.h"

namespace threadmart {
namespace {

bool hasDisplay() {
  for (const char* variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
    const char* value = std::getenv(variable);
    if (value && *value) return true;
  }
  return false;
}

}  // namespace

int openWindow(const std::vector<std::string>& files) {
  if (!hasDisplay()) {
    throw std::runtime_error(
        "there is no display for the window: use 'threadmart list' and 'threadmart run SCENARIO' instead, or start it "
        "in a desktop session");
  }
  std::vector<std::string> arguments = {"threadmart"};
  arguments.insert(arguments.end(), files.begin(), files.end());
  std::vector<char*> argv;
  argv.reserve(arguments.size() + 1);
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  int argc = static_cast<int>(arguments.size());
  return runWindow(argc, argv.data());
}

}  // namespace threadmart
