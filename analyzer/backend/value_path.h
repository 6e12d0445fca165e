// Where a value of the program stands: a variable and what leads from it, so that "keyed by the same value" can be told.
//
// Conversions are looked through: `std::to_string(order.id)` and `order.id` are one path. A path says nothing about time: whoever
// compares two of them asks whether the variable was given something else in between.
#ifndef BACKLINT_BACKEND_VALUE_PATH_H_
#define BACKLINT_BACKEND_VALUE_PATH_H_

#include <compare>
#include <cstdint>
#include <string>

#include "backend/query.h"
#include "flow/vocabulary.h"

namespace backlint {

struct ValuePath {
  enum Root : uint8_t { kNone, kLiteral, kVariable, kThis, kGlobal };
  Root root = kNone;
  FunctionId function = kNone;   // of a kVariable and kThis
  uint32_t index = 0;            // kVariable: local, parameters first; kGlobal: symbol
  std::string steps;             // `.id`, `.name()`, `[2]`; of a kLiteral its text

  // Two literals that are equal are not the same thing.
  bool IsKey() const { return root != kNone && root != kLiteral; }
  auto operator<=>(const ValuePath&) const = default;
};

class ValuePaths {
 public:
  // The vocabulary must outlive the object.
  explicit ValuePaths(const flow::Vocabulary& vocabulary) : vocabulary_(vocabulary), program_(vocabulary.program()) {}

  ValuePath Of(FunctionId function, uint32_t value, int depth = 0) const;
  // Of the value that a query's text has in this place.
  ValuePath Of(const QueryHole& hole) const;
  // A path of the callee in terms of the caller; kNone when it means nothing there.
  ValuePath Outward(const ValuePath& path, FunctionId callee, FunctionId caller, uint32_t call) const;
  // As the source calls it.
  std::string NameOf(const ValuePath& path) const;
  // Is the variable given a value between the two lines of its function?
  bool ChangesBetween(const ValuePath& path, uint32_t first_line, uint32_t last_line) const;

 private:
  ValuePath OfVariable(FunctionId function, const facts::Value& value, int depth) const;
  ValuePath OfCall(FunctionId function, uint32_t value, int depth) const;
  bool HandsOn(FunctionId function, uint32_t call, int place) const;

  const flow::Vocabulary& vocabulary_;
  const Program& program_;
};

}  // namespace backlint

#endif  // BACKLINT_BACKEND_VALUE_PATH_H_
