#include "core/executors/process/worker_program.h"

int main(int argc, char** argv) {
  return threadmart::workerMain(argc, argv, threadmart::LoopbackClient());
}
