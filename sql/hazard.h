// What a migration does to those who use the database while it runs.
#ifndef BACKLINT_SQL_HAZARD_H_
#define BACKLINT_SQL_HAZARD_H_

#include <cstdint>
#include <string>

namespace backlint::sql {

enum class HazardKind : uint8_t {
  kLock,      // others wait for longer than a moment
  kFailure,   // the statement fails, or does not do what it says
  kContract,  // the version of the program that is still running does not fit what is left
  kRemoval    // a name is gone: harmless once no running version uses it
};

// Owns its text. `cause` and `fix` are Markdown; the fix names the statements that do the same without harm.
struct Hazard {
  HazardKind kind = HazardKind::kLock;
  bool minor = false;   // short, or right at its time: worth knowing, no more
  std::string table;    // as written; empty when none is meant
  std::string column;   // empty when the table as a whole is meant
  std::string renamed;  // the new name of what is gone; empty when it is dropped
  std::string message;
  std::string cause;
  std::string fix;
  uint32_t offset = 0;  // in the text of the script
};

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_HAZARD_H_
