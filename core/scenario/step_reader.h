// Reads the steps of a task, as the table in vocabulary.h says what each kind takes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/scenario/number_reader.h"

namespace threadmart {

class StepReader {
 public:
  StepReader(NumberReader& numbers, ProblemList& problems) : numbers_(numbers), problems_(problems) {}

  std::vector<StepTemplate> readSteps(const JsonValue& value, const std::string& path);

 private:
  std::optional<StepTemplate> readStep(const JsonValue& value, const std::string& path);
  const StepKind* readKind(const JsonValue& value, const std::string& path);
  void readField(const StepField& field, const Fields& fields, StepTemplate& step);
  void readUrl(const JsonValue& value, const std::string& path, StepTemplate& step);

  NumberReader& numbers_;
  ProblemList& problems_;
};

}  // namespace threadmart
