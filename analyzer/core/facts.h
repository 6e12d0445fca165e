// The generated facts, their flag bits, and the few accessors that everybody needs.
//
// Facts are flatbuffers: the extractor builds the object form (`facts::UnitFactsT`), everything behind the cache reads the
// buffer in place. Rejected: plain structs with a serialiser, because a warm run would decode every unit.
#ifndef BACKLINT_CORE_FACTS_H_
#define BACKLINT_CORE_FACTS_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/facts_generated.h"
#include "core/result.h"

namespace backlint {

// Part of every cache key. Raise it when the meaning of a fact changes.
inline constexpr uint32_t kFactsVersion = 3;
inline constexpr uint32_t kNone = 0xffffffffu;

namespace facts {

enum SymbolFlag : uint32_t {
  kVariadic = 1u << 0,       // C variadic (`...`)
  kVirtual = 1u << 1,
  kPureVirtual = 1u << 2,
  kStatic = 1u << 3,
  kConstMethod = 1u << 4,
  kInProject = 1u << 5,      // declared in a file of the project
  kTemplate = 1u << 6,
  kConstexpr = 1u << 7,
  kInternal = 1u << 8,       // internal linkage: no caller outside of its unit
  kDependent = 1u << 9,      // a name without a declaration
  kNoReturn = 1u << 10,
  kNoExcept = 1u << 11,
  kDefined = 1u << 12,       // the definition is in this unit
  kParameterPack = 1u << 13,
};

enum ClassFlag : uint32_t { kAbstract = 1u << 0, kClassInProject = 1u << 1, kUserDestructor = 1u << 2, kIsUnion = 1u << 3 };

enum ValueFlag : uint16_t {
  kHasReceiver = 1u << 0,    // Call: operand 0 is the object
  kHasCallee = 1u << 1,      // Call through a value (function pointer, functor): operand 0 is the callee
  kVirtualCall = 1u << 2,    // dispatched at run time
  kOperatorCall = 1u << 3,   // written as an operator
  kIsArray = 1u << 4,        // New
  kImplicit = 1u << 5,       // not written in the source (default argument, conversion)
  kInMacro = 1u << 6,        // location is the expansion of a macro
  kDependentValue = 1u << 7, // inside a template: type or callee not known
  kDereferenced = 1u << 8,   // Member or Call through `->`
};

enum OpFlag : uint16_t {
  kDropped = 1u << 0,        // Call: nobody takes the result
  kAwaited = 1u << 1,        // Call: the operand of co_await
  kCoReturn = 1u << 2,
  kDeleteArray = 1u << 3,
  kVoidCast = 1u << 4,       // Call: dropped on purpose, `(void)f()`
  kImplicitOp = 1u << 5,     // made by the extractor (member initialisers, range-for's hidden calls)
};

enum LocalFlag : uint32_t {
  kParameter = 1u << 0,
  kStaticLocal = 1u << 1,
  kRangeVariable = 1u << 2,
  kCatchVariable = 1u << 3,
  kStructuredBinding = 1u << 4,
  kHasDefault = 1u << 5,     // parameter with a default argument
  kPack = 1u << 6,
};

enum FunctionFlag : uint32_t {
  kCoroutine = 1u << 0,
  kFunctionNoExcept = 1u << 1,
  kLambda = 1u << 2,
  kConstructor = 1u << 3,
  kDestructor = 1u << 4,
  kMain = 1u << 5,
  kMethod = 1u << 6,
  kStaticMethod = 1u << 7,
  kFunctionTemplate = 1u << 8,   // body as written, uninstantiated
  kInitializer = 1u << 9,        // pseudo function: initialiser of a global, static member or in-class field initialisers
  kIncomplete = 1u << 10,        // depends on something that did not parse
  kTruncated = 1u << 11,         // a limit was hit; the rest of the body is missing
  kFunctionVariadic = 1u << 12,
};

inline std::string_view Text(const UnitFacts& unit, uint32_t string) {
  return string == kNone ? std::string_view() : unit.strings()->Get(string)->string_view();
}

// The operands of a value, as indices of values.
inline std::span<const uint32_t> Operands(const Function& function, const Value& value) {
  if (value.operand_count() == 0) return {};
  return {function.operands()->data() + value.first_operand(), value.operand_count()};
}

// Arguments of a Call or Construct, without receiver or callee.
inline std::span<const uint32_t> Arguments(const Function& function, const Value& value) {
  auto operands = Operands(function, value);
  const bool skip = value.kind() == ValueKind::Call && (value.flags() & (kHasReceiver | kHasCallee)) != 0;
  return skip && !operands.empty() ? operands.subspan(1) : operands;
}

inline std::span<const uint32_t> Successors(const Function& function, const Block& block) {
  if (block.successor_count() == 0) return {};
  return {function.successors()->data() + block.first_successor(), block.successor_count()};
}

// Checks a buffer that comes from outside (cache, worker, file): flatbuffers' own verifier, the version, every index against its
// table, and that chains end (operands, pointees, enclosers, parents of loops, try blocks, scopes and symbols), so that readers need
// no checks of their own. Types may contain themselves through their arguments. The buffer must outlive the result.
Result<const UnitFacts*> Verify(std::span<const uint8_t> buffer);

// The bytes of a unit. Deterministic.
std::string Serialize(const UnitFactsT& unit);

}  // namespace facts
}  // namespace backlint

#endif  // BACKLINT_CORE_FACTS_H_
