// Classes of exceptions, and which handlers take them.
#ifndef BACKLINT_PATHS_EXCEPTION_CLASS_H_
#define BACKLINT_PATHS_EXCEPTION_CLASS_H_

#include <string_view>
#include <vector>

#include "link/program.h"
#include "models/model.h"

namespace backlint::paths {

// What is thrown: a class of the program, a class of a library of which only the name is known, or another type by its spelling.
struct Thrown {
  std::string_view type;
  SymbolId symbol = kNone;
  bool exact = false;            // not something derived from it
  bool operator==(const Thrown&) const = default;
};

class ExceptionClasses {
 public:
  // Both must outlive the object.
  ExceptionClasses(const Program& program, const Models& models) : program_(program), models_(models) {}

  // Of a value that is thrown, or of the type of a handler: references and constness looked through.
  Thrown Of(uint32_t unit, uint32_t type) const;

  bool IsA(const Thrown& thrown, std::string_view base) const;

  // False only where the handler surely lets it pass. A function that throws a class may throw what is derived from it.
  bool Takes(uint32_t unit, const facts::Handler& handler, const Thrown& thrown) const;

  // Is all known that it derives from?
  bool IsComplete(const Thrown& thrown) const;

 private:
  std::vector<std::string_view> Ancestry(const Thrown& thrown) const;      // itself first

  const Program& program_;
  const Models& models_;
};

}  // namespace backlint::paths

#endif  // BACKLINT_PATHS_EXCEPTION_CLASS_H_
