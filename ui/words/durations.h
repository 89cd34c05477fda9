// How times are written, everywhere.
#pragma once

#include <QString>

#include "core/events/event.h"

namespace threadmart {

// On an axis: one unit for all ticks, the one that suits the largest, as many decimals as the step needs. '120 ms',
// '0.5 s'
QString formatTick(Nanos time, Nanos step, Nanos largest);
// Three digits that count: '238 ms', '5.1 ms', '3.36 s', '850 ns'
QString formatDuration(Nanos duration);
// What is left of `whole`, always with the same digits while it runs down: '0.3 s', '32 ms', '3.2 ms'
QString formatRemaining(Nanos left, Nanos whole);
// '105.1–110.2 ms': in one unit, so exact that the two differ.
QString formatInterval(Nanos begin, Nanos end);

Nanos powerOfTenBelow(Nanos value);  // the largest that is not above it; at least 1

}  // namespace threadmart
