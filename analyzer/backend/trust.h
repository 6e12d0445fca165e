// Whether a hole of a statement is harmless where it stands.
#ifndef BACKLINT_BACKEND_TRUST_H_
#define BACKLINT_BACKEND_TRUST_H_

#include "backend/query.h"
#include "flow/text.h"

namespace backlint {

// Fills trust, misplaced_escape, doubly_quoted, origin, from of a hole whose position is known.
void Judge(const Program& program, const flow::Hole& hole, QueryHole* result);

}  // namespace backlint

#endif  // BACKLINT_BACKEND_TRUST_H_
