// Rows of models that speak of locks.
#ifndef BACKLINT_PATHS_LOCK_ROWS_H_
#define BACKLINT_PATHS_LOCK_ROWS_H_

#include <vector>

#include "flow/vocabulary.h"

namespace backlint::paths {

class LockRows {
 public:
  // The vocabulary must outlive the object.
  explicit LockRows(const flow::Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  // Of a call that is written like this one.
  std::vector<const LockRow*> OfCall(FunctionId caller, uint32_t call) const;
  // Of the class that a type names, pointers and references looked through; nullptr when it is no matter of locks.
  const LockRow* OfType(uint32_t unit, uint32_t type) const;

  // Places of the call that the row's `value` names: operands, the receiver first.
  static std::vector<uint32_t> Values(const facts::Function& function, uint32_t call, int first, int last);

 private:
  const flow::Vocabulary& vocabulary_;
};

}  // namespace backlint::paths

#endif  // BACKLINT_PATHS_LOCK_ROWS_H_
