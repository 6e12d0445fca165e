// Where lambdas and functions are handed over to be called elsewhere, and to which object.
#ifndef BACKLINT_BACKEND_CALLABLE_GIVER_H_
#define BACKLINT_BACKEND_CALLABLE_GIVER_H_

#include <map>
#include <span>
#include <vector>

#include "paths/lock_place.h"

namespace backlint {

using paths::LockPlace;

// `button.OnClick([this] {...})`, `on_click_ = f`, `thread_ = std::thread(&Server::Run, this)`.
struct CallableGift {
  FunctionId body = kNone;
  FunctionId giver = kNone;
  LockPlace object;              // whose method the body is, when that is said there
  LockPlace to;                  // the object whose method takes it; with `holder`, the variable that keeps it
  bool holder = false;
};

class CallableGivers {
 public:
  // The vocabulary must outlive the object.
  CallableGivers(const flow::Vocabulary& vocabulary, const paths::LockPlaces& places);

  std::span<const CallableGift> Of(FunctionId body) const;
  std::span<const CallableGift> all() const { return gifts_; }

  // A place of the body in terms of the function that gives it away.
  LockPlace InGiver(const LockPlace& place, const CallableGift& gift) const;
  // A place of the body in terms of a method that calls it, when the method's object is the one that it was given to; else what is left of
  // it without its object.
  LockPlace InCaller(const LockPlace& place, FunctionId body, FunctionId caller) const;

 private:
  struct Found { FunctionId body; uint32_t object; };
  void Collect(FunctionId giver);
  void Search(FunctionId giver, uint32_t value, uint32_t next, int depth, std::vector<Found>* found) const;
  void Receive(FunctionId giver, uint32_t value, CallableGift* gift) const;

  const Program& program_;
  const paths::LockPlaces& places_;
  std::vector<CallableGift> gifts_;      // by body
};

}  // namespace backlint

#endif  // BACKLINT_BACKEND_CALLABLE_GIVER_H_
