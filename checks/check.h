// A check is a value: an entry of the catalogue and a pure function from the view of the whole code base to findings.
//
// checks/<name>.cc defines `constinit const Check <name>{...}` with the file's stem as symbol; the registry is generated from the
// folder listing. Rejected: self-registration by static objects (order, dead stripping) and a hand-kept list.
#ifndef BACKLINT_CHECKS_CHECK_H_
#define BACKLINT_CHECKS_CHECK_H_

#include <span>

#include "backend/backend.h"
#include "core/finding.h"

namespace backlint::checks {

struct Check {
  Entry entry;
  Findings (*run)(const Backend& backend);   // no state, no order: the caller sorts
};

// Sorted by name.
std::span<const Check* const> All();

}  // namespace backlint::checks

#endif  // BACKLINT_CHECKS_CHECK_H_
