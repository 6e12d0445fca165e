// A unit's facts as text, for people and for tests. The form may change at any time; nothing reads it back.
#ifndef BACKLINT_CORE_FACTS_TEXT_H_
#define BACKLINT_CORE_FACTS_TEXT_H_

#include <string>

#include "core/facts.h"

namespace backlint::facts {

// Everything: files, diagnostics, suppressions, classes, then every function.
std::string ToText(const UnitFacts& unit);

// One function: locals and captures, then its blocks, one operation a line.
std::string ToText(const UnitFacts& unit, const Function& function);

// One value with its operands inside, as an expression.
std::string ToText(const UnitFacts& unit, const Function& function, uint32_t value);

}  // namespace backlint::facts

#endif  // BACKLINT_CORE_FACTS_TEXT_H_
