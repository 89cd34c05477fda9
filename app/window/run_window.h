// The program's window, from its start to its end.
#pragma once

namespace threadmart {

// Opens the window, with the recording or scenario file that the arguments name, and returns when it is closed: the
// exit code.
int runWindow(int& argc, char** argv);

}  // namespace threadmart
