#include <csignal>

#include "core/executors/process/worker_program.h"
#include "core/work/curl_client.h"

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // TLS writes to connections that the other side may have closed

  return threadmart::workerMain(argc, argv, threadmart::WebClient());
}
