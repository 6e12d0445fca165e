// What calls of a library do to handles and transactions, beside what they do to texts (CallRow). A function can have both.
#ifndef BACKLINT_MODELS_EFFECT_H_
#define BACKLINT_MODELS_EFFECT_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "core/finding.h"

namespace backlint {

enum class EffectRole : uint8_t {
  kAcquire,    // `to` (default: the result) is a fresh handle that has to be given back
  kRelease,    // gives the handle `value` (default: 1) back
  kBegin,      // begins a transaction on the connection `value` (default: receiver)
  kCommit,     // ends it and keeps what was written
  kRollback    // ends it and takes back what was written
};

enum class HandleKind : uint8_t { kConnection, kStatement, kResult, kCursor, kText, kObject, kFile, kSocket, kMemory };

// How the call's own result tells that it has worked.
enum class Success : uint8_t { kUntold, kNonnull, kZero, kNonnegative, kPositive };

struct EffectRow {
  std::string function;       // qualified name, as in CallRow
  EffectRole role = EffectRole::kAcquire;
  HandleKind what = HandleKind::kObject;
  int value = -2;             // kAbsent of model.h: the role's default
  int to = -2;
  Success success = Success::kUntold;
  int null = -2;              // the row holds only where this argument is written as a null pointer
  int arguments = -2;         // the row holds only for calls with so many written arguments
  const struct Library* library = nullptr;
  Place place;                // where the row stands
};

std::string_view Name(EffectRole role);
std::string_view Name(HandleKind kind);
std::string_view Name(Success success);

}  // namespace backlint

#endif  // BACKLINT_MODELS_EFFECT_H_
