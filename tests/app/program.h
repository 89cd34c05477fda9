// The program, started as a shell starts it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace threadmart {

struct Finished {
  int code = -1;  // exit code; 128 + signal if it was killed
  std::string out, err;
};

// The program started with these arguments; without a display and without variables that would change what it does.
class Program {
 public:
  explicit Program(const std::vector<std::string>& arguments);
  ~Program();  // kills it if nobody waited
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  int pid() const { return pid_; }
  std::string readSomeOutput();  // blocks until it printed something or closed its output: then empty
  Finished wait();

 private:
  int pid_ = -1;
  int out_ = -1, err_ = -1;
  std::string seen_;
};

Finished runProgram(const std::vector<std::string>& arguments);

// A folder that vanishes with the test.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  std::string file(const std::string& name) const { return (path_ / name).string(); }
  std::string write(const std::string& name, const std::string& text) const;  // returns the path

 private:
  std::filesystem::path path_;
};

std::string readFile(const std::string& file);

}  // namespace threadmart
