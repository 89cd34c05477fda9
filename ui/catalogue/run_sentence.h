// What will be run, in one sentence, as the form stands: it changes at once with every parameter.
#pragma once

#include <QString>

namespace threadmart {

class RunForm;

// 'Run will serve 4 customers with one thread a task, one GIL, on 2 cores, 40 times slower than real.'
// Empty without a scenario; what does not fit together is said instead.
QString runSentence(const RunForm& form);

}  // namespace threadmart
