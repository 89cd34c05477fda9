// What will be run, in one sentence, as the form stands: it changes at once with every parameter.
#pragma once

#include <QString>

namespace threadmart {

class RunForm;

// 'Runs 4 customers: one thread a task, one GIL, 4 at a time at most, on 2 cores; as long as one line: about 360 ms.'
// Empty without a scenario; what does not fit together is said instead.
QString runSentence(const RunForm& form);

}  // namespace threadmart
