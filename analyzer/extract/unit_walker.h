// Walks the declarations of one unit: functions, initialisers and classes in files of the project. What stands in external
// headers is passed over at once and becomes known only when something refers to it.
#ifndef BACKLINT_EXTRACT_UNIT_WALKER_H_
#define BACKLINT_EXTRACT_UNIT_WALKER_H_

#include <clang-c/Index.h>

namespace backlint {

struct Unit;

void WalkUnit(Unit& unit, CXTranslationUnit translation_unit);
// One declaration and what is declared inside it.
void WalkDeclaration(Unit& unit, CXCursor declaration);

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_UNIT_WALKER_H_
