// Where a lock stands: an object that a function knows, and the fields that lead from it to the lock.
//
// Two questions are asked of it. Is it surely the same lock: the same object and the same fields. Is it the same lock for what the
// program can tell: the same field of the same class, in whatever object. The second is asked between functions that know nothing of
// each other's objects.
#ifndef BACKLINT_PATHS_LOCK_PLACE_H_
#define BACKLINT_PATHS_LOCK_PLACE_H_

#include <compare>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "flow/vocabulary.h"

namespace backlint::paths {

struct LockPlace {
  enum Root : uint8_t { kUnknown, kLocal, kThis, kGlobal, kMade };      // kMade: what a call answers
  Root root = kUnknown;
  FunctionId function = kNone;         // of all but kGlobal
  uint32_t index = 0;                  // local, symbol or value
  std::vector<SymbolId> steps;         // fields; kElement
  uint32_t chain = 0;                  // steps behind the last pointer begin here
  SymbolId owner = kNone;              // class of the object in which the first of these is; kNone: not known
  bool own = false;                    // kLocal: the object itself lives in the function

  static constexpr SymbolId kElement = 0xfffffffeu;

  // One object at a time: no element of a container, nothing unknown.
  bool IsExact() const;
  bool SameObject(const LockPlace& other) const;
  // This is `other`, or lies within it.
  bool Within(const LockPlace& other) const;
  auto operator<=>(const LockPlace&) const = default;
};

class LockPlaces {
 public:
  // The vocabulary must outlive the object.
  explicit LockPlaces(const flow::Vocabulary& vocabulary) : vocabulary_(vocabulary), program_(vocabulary.program()) {}

  LockPlace Of(FunctionId function, uint32_t value, int depth = 0) const;
  // The same, where the variable of a loop means an element of what the loop goes over.
  LockPlace OfElement(FunctionId function, uint32_t value) const;
  // A place of `inner` where `outer` stands for the object or parameter that it begins with.
  static LockPlace Join(const LockPlace& outer, const LockPlace& inner);
  // A place of the callee in terms of the caller; unknown but for class and field when it means nothing there.
  LockPlace Outward(const LockPlace& place, FunctionId callee, FunctionId caller, uint32_t call) const;
  // What only its own function knows: the object is forgotten, class and field stay.
  static LockPlace Forget(const LockPlace& place);

  // Classes that are locks themselves, and nothing besides: a lock in one of them goes by the name of the field that has the class.
  void SetLockClasses(std::set<SymbolId> classes) { lock_classes_ = std::move(classes); }

  // Its class and field can be told.
  bool HasName(const LockPlace& place) const;
  // The same field of the same class, or of one that is derived from it.
  bool SameName(const LockPlace& a, const LockPlace& b) const;
  // As a reader would call it: `Account::mutex_`.
  std::string NameOf(const LockPlace& place) const;
  // The outermost function that is no lambda: whose `this` lambdas use.
  FunctionId Outermost(FunctionId function) const;

 private:
  LockPlace OfLocal(FunctionId function, const facts::Value& value, int depth) const;
  LockPlace OfMember(FunctionId function, const facts::Value& value, int depth) const;
  uint32_t BoundInConstructor(FunctionId function, SymbolId field) const;
  LockPlace OfCall(FunctionId function, uint32_t value, int depth) const;
  LockPlace Returned(FunctionId function, int depth) const;
  uint32_t HandedOn(FunctionId function, uint32_t call) const;
  SymbolId RecordOf(FunctionId function, uint32_t type) const;
  // The innermost object that has a name of its own: where its steps begin, and its class.
  std::pair<size_t, SymbolId> ObjectOf(const LockPlace& place) const;
  SymbolId RecordOfField(SymbolId field) const;
  bool IsChanged(FunctionId function, uint32_t local) const;

  const flow::Vocabulary& vocabulary_;
  const Program& program_;
  std::set<SymbolId> lock_classes_;
  mutable std::unordered_map<FunctionId, std::optional<LockPlace>> returned_;
};

}  // namespace backlint::paths

#endif  // BACKLINT_PATHS_LOCK_PLACE_H_
