// What one path knows at one point of a function.
//
// Paths are kept apart only while handles or transactions stand differently on them; the rest of what they know is joined. So the
// flag that goes with a handle stays with it, and a function with many branches does not have as many states.
#ifndef BACKLINT_PATHS_STATE_H_
#define BACKLINT_PATHS_STATE_H_

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

#include "paths/fact.h"
#include "paths/flat_map.h"
#include "paths/place.h"

namespace backlint::paths {

// A number or pointer that is not known, named by where it comes from.
using SymbolValue = uint32_t;
enum class Source : uint8_t { kInitial, kResult, kOutput, kJoined, kChanged };

class SourceTable {
 public:
  SymbolValue Of(Source source, uint32_t at, uint32_t place);
  Source SourceOf(SymbolValue symbol) const { return std::get<0>(sources_[symbol]); }
  uint32_t At(SymbolValue symbol) const { return std::get<1>(sources_[symbol]); }
  PlaceId PlaceOf(SymbolValue symbol) const { return std::get<2>(sources_[symbol]); }

 private:
  std::vector<std::tuple<Source, uint32_t, uint32_t>> sources_;
  std::map<std::tuple<Source, uint32_t, uint32_t>, SymbolValue> ids_;
};

struct Content {
  enum Kind : uint8_t {
    kUnknown,
    kNumber,      // `number`; null pointers are 0
    kSymbol,      // `id`: a SymbolValue
    kTest,        // whether `id` compares to `number` by `op`
    kCondition,   // the truth of the value `id` of the function; `op` is Not for its opposite
    kAddress      // of the place `id`
  };
  Kind kind = kUnknown;
  facts::Operator op = facts::Operator::None;
  uint32_t id = 0;
  int64_t number = 0;
  bool operator==(const Content&) const = default;
};

inline Content Number(int64_t number) { return {Content::kNumber, facts::Operator::None, 0, number}; }
inline Content Symbol(SymbolValue symbol) { return {Content::kSymbol, facts::Operator::None, symbol, 0}; }

// Something acquired that has to be given back, by the symbol that stands for it.
struct Handle {
  bool released = false;
  bool escaped = false;          // somebody else has it too: no leak, but it can be released twice
  bool conditional = false;      // held only where `condition` has one of the signs `success`
  bool built_in = false;         // a field of the object whose constructor this is: its destructor runs once the constructor has ended
  bool touched = false;          // somebody has looked at it: code does so only where it is valid
  SymbolValue condition = 0;
  Signs success = kAnySign;
  Signs valid = kNonzero;        // of a handle that is one
  uint32_t released_by = kNone;  // value: the call
  bool perhaps_last = false;     // released, and the process may have ended behind that: on which conditions is not known here
  bool operator==(const Handle&) const = default;
};

// A transaction that was begun here.
struct Transaction {
  uint32_t begun = kNone;        // value: the call
  bool conditional = false;      // as in Handle
  SymbolValue condition = 0;
  Signs success = kAnySign;
  bool used = false;             // something ran in it
  bool operator==(const Transaction&) const = default;
};

// A branch on the way.
struct Turn {
  facts::Location where;
  bool taken = false;
  bool unrelated = false;        // it tests what a call has told, or what another function can have set
};

struct State {
  FlatMap<PlaceId, Content> places;
  FlatMap<SymbolValue, Fact> facts;
  FlatMap<SymbolValue, Handle> handles;
  FlatMap<PlaceId, Transaction> transactions;   // by connection
  FlatMap<PlaceId, bool> ended;                 // connections whose transaction, begun by a caller, was ended here
  std::vector<Turn> trail;

  // What the place holds; what it held when the function began, when nothing is known.
  Content Load(PlaceId place, SourceTable* sources) const;
  Fact FactOf(const Content& content) const;
  // False: the path does not exist.
  bool Learn(SymbolValue symbol, facts::Operator op, int64_t number);
  bool LearnFact(SymbolValue symbol, const Fact& fact);
  // What is known of the conditions of handles and transactions decides them.
  void Settle();
  // The symbol means something new from here on.
  void Renew(SymbolValue symbol);
  bool Refers(SymbolValue symbol, const PlaceTable& table) const;

  // Equal keys: handles and transactions stand alike, and the same places refer to them.
  std::vector<uint32_t> Key(const PlaceTable& table) const;
  // Takes in a path with an equal key that arrives at the same block. True when something changed.
  bool Join(const State& other, uint32_t block, SourceTable* sources);
};

}  // namespace backlint::paths

#endif  // BACKLINT_PATHS_STATE_H_
