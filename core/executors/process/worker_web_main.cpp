#include "core/executors/process/worker_program.h"
#include "core/work/curl_client.h"

int main(int argc, char** argv) {
  return threadmart::workerMain(argc, argv, threadmart::WebClient());
}
