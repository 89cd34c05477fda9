#include "tests/app/program.h"

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <poll.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace threadmart {
namespace {

struct Pipe {
  int read = -1, write = -1;
  Pipe() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    read = ends[0];
    write = ends[1];
  }
};

// Appends what can be read now. False at end of file.
bool readInto(int fd, std::string& text) {
  char buffer[4096];
  const ssize_t got = ::read(fd, buffer, sizeof buffer);
  if (got > 0) text.append(buffer, static_cast<std::size_t>(got));
  return got > 0;
}

[[noreturn]] void becomeProgram(const std::vector<std::string>& arguments, const Pipe& out, const Pipe& err) {
  ::dup2(out.write, STDOUT_FILENO);
  ::dup2(err.write, STDERR_FILENO);
  for (const char* variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "THREADMART_RESOURCES"})
    ::unsetenv(variable);
  std::vector<char*> argv = {const_cast<char*>(THREADMART_PROGRAM)};
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  ::execv(THREADMART_PROGRAM, argv.data());
  ::_exit(127);
}

}  // namespace

Program::Program(const std::vector<std::string>& arguments) {
  const Pipe out, err;
  pid_ = ::fork();
  if (pid_ == 0) becomeProgram(arguments, out, err);
  ::close(out.write);
  ::close(err.write);
  out_ = out.read;
  err_ = err.read;
}

Program::~Program() {
  if (pid_ > 0) {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  ::close(out_);
  ::close(err_);
}

std::string Program::readSomeOutput() {
  std::string text;
  readInto(out_, text);
  seen_ += text;
  return text;
}

Finished Program::wait() {
  Finished finished;
  finished.out = seen_;
  pollfd watched[] = {{out_, POLLIN, 0}, {err_, POLLIN, 0}};
  while (watched[0].fd >= 0 || watched[1].fd >= 0) {
    ::poll(watched, 2, -1);
    if (watched[0].revents != 0 && !readInto(out_, finished.out)) watched[0].fd = -1;
    if (watched[1].revents != 0 && !readInto(err_, finished.err)) watched[1].fd = -1;
  }
  int status = 0;
  ::waitpid(pid_, &status, 0);
  pid_ = -1;
  finished.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return finished;
}

Finished runProgram(const std::vector<std::string>& arguments) {
  return Program(arguments).wait();
}

ScratchFolder::ScratchFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "threadmart-test-XXXXXX").string();
  if (!::mkdtemp(name.data())) throw std::runtime_error("no folder for the test");
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string ScratchFolder::write(const std::string& name, const std::string& text) const {
  std::ofstream(path_ / name) << text;
  return file(name);
}

std::string readFile(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace threadmart
