#include "backend/trust.h"

#include <algorithm>

#include <fmt/format.h>

namespace backlint {
namespace {

using flow::Hole;
using flow::Origin;
using sql::HolePosition;

Trust OfSource(SourceKind kind) {
  switch (kind) {
    case SourceKind::kRequest: case SourceKind::kNetwork: case SourceKind::kInput: return Trust::kUntrusted;
    case SourceKind::kDatabase: return Trust::kStored;
    case SourceKind::kArguments: case SourceKind::kEnvironment: case SourceKind::kFile: return Trust::kTool;
    case SourceKind::kClock: return Trust::kHarmless;
    case SourceKind::kNone: break;
  }
  return Trust::kUnknown;
}

std::string_view Describe(SourceKind kind) {
  switch (kind) {
    case SourceKind::kRequest: return "a request";
    case SourceKind::kNetwork: return "the network";
    case SourceKind::kInput: return "the user's input";
    case SourceKind::kDatabase: return "the result of another query";
    case SourceKind::kArguments: return "the command line";
    case SourceKind::kEnvironment: return "the environment";
    case SourceKind::kFile: return "a file";
    case SourceKind::kClock: return "the local clock";
    case SourceKind::kNone: break;
  }
  return "outside";
}

std::string Quoted(const std::string& name) { return name.empty() ? "the value" : fmt::format("`{}`", name); }

std::string OriginOf(const Program& program, const Hole& hole) {
  switch (hole.origin) {
    case Origin::kSource: return fmt::format("{} comes from {}", Quoted(hole.name), Describe(hole.source));
    case Origin::kParameter: case Origin::kArguments: {
      const std::string function = hole.function == kNone ? "" : program.FunctionName(hole.function);
      return fmt::format("{} is a parameter of `{}`; what its callers pass is not known", Quoted(hole.name), function);
    }
    case Origin::kCall:
      if (hole.symbol != kNone)
        return fmt::format("{} is filled by `{}`, whose code is not part of the analysis", Quoted(hole.name), program.symbols()[hole.symbol].qualified);
      return fmt::format("{} is the answer of an unknown call", Quoted(hole.name));
    case Origin::kField:
      return fmt::format("{} is a field; where its content comes from is not known", Quoted(hole.name));
    case Origin::kGlobal: return fmt::format("{} is a global variable that more than constants are given to", Quoted(hole.name));
    default: return fmt::format("where {} comes from is not known", Quoted(hole.name));
  }
}

bool Fits(const Hole& hole, HolePosition position) {
  const bool identifier = hole.escapes == EscapeFor::kIdentifier;
  switch (position) {
    case HolePosition::kQuoted: case HolePosition::kLike: return !identifier && !hole.quotes;
    case HolePosition::kValue: case HolePosition::kLimit: return !identifier && hole.quotes;
    case HolePosition::kIdentifier: case HolePosition::kOrderBy: return identifier && hole.quotes;
    case HolePosition::kQuotedIdentifier: return identifier && !hole.quotes;
    // Where it stands cannot be told: say less.
    case HolePosition::kClause: case HolePosition::kStatement: case HolePosition::kComment: return true;
  }
  return true;
}

// The worst of what a text holds.
void JudgeInner(const Program& program, const flow::Text& text, QueryHole* result) {
  Trust worst = Trust::kHarmless;
  const Hole* speaker = nullptr;
  for (const flow::Piece& piece : text) {
    if (!piece.hole) continue;
    QueryHole inner;
    inner.position = result->position;
    Judge(program, *piece.hole, &inner);
    if (speaker == nullptr || inner.trust > worst) {
      worst = std::max(worst, inner.trust);
      speaker = piece.hole.get();
      result->origin = inner.origin;
      result->from = inner.from;
      result->source = inner.source;
      result->misplaced_escape |= inner.misplaced_escape;
      result->doubly_quoted |= inner.doubly_quoted;
      result->text |= inner.text;
    }
  }
  result->trust = worst;
}

// The local time in a value, also where it is escaped.
const Hole* ClockIn(const Hole& hole) {
  if (hole.source == SourceKind::kClock) return &hole;
  if (hole.origin != Origin::kEscaped || hole.inner.empty()) return nullptr;
  const Hole* inner = flow::OnlyHole(hole.inner[0]);
  return inner == nullptr ? nullptr : ClockIn(*inner);
}

bool IsOfConstructor(const Program& program, const Hole& hole) {
  const SymbolId symbol = hole.function == kNone ? kNone : program.functions()[hole.function].symbol;
  return symbol != kNone && program.symbols()[symbol].kind == facts::SymbolKind::Constructor;
}

}  // namespace

void Judge(const Program& program, const Hole& hole, QueryHole* result) {
  result->name = hole.name;
  result->type = hole.type;
  // Between quotes stands a value; elsewhere a part of something may be a finished piece, with its own quotes.
  const bool quoted = result->position == HolePosition::kQuoted || result->position == HolePosition::kLike;
  result->text = hole.text && (!hole.part || quoted);
  result->from = hole.from;
  if (const Hole* clock = ClockIn(hole)) {
    result->local_clock = true;
    result->clock_part = clock->origin == Origin::kNumber;
    result->from = clock->from;
    if (!clock->inner.empty() && flow::IsLiteral(clock->inner[0])) result->clock_format = flow::LiteralText(clock->inner[0]);
  }
  result->left_out = hole.origin == Origin::kMore;
  if (hole.checked) {
    result->trust = Trust::kHarmless;
    return;
  }
  switch (hole.origin) {
    case Origin::kNumber: case Origin::kHarmless:
      result->trust = Trust::kHarmless;
      return;
    case Origin::kMore:
      result->trust = Trust::kHarmless;
      if (!hole.inner.empty()) JudgeInner(program, hole.inner[0], result);
      return;
    case Origin::kEscaped:
      if (Fits(hole, result->position)) {
        result->trust = Trust::kHarmless;
        return;
      }
      if (!hole.inner.empty()) JudgeInner(program, hole.inner[0], result);
      result->name = hole.name.empty() ? result->name : hole.name;
      result->text = true;
      result->misplaced_escape = result->trust != Trust::kHarmless;
      result->doubly_quoted = result->misplaced_escape && hole.quotes &&
                              (result->position == HolePosition::kQuoted || result->position == HolePosition::kLike);
      return;
    case Origin::kFormatted:
      // Format or arguments are a caller's that is not known.
      result->trust = Trust::kUnknown;
      result->left_out = true;
      result->text = false;
      result->origin = OriginOf(program, hole);
      return;
    case Origin::kSource:
      result->trust = OfSource(hole.source);
      result->source = Describe(hole.source);
      result->text = true;
      result->origin = OriginOf(program, hole);
      return;
    default:
      // Objects are made in ways that nobody sees (`items.emplace_back(a, b)`): a constructor without callers has some all the same.
      result->trust = hole.origin == Origin::kParameter && IsOfConstructor(program, hole) ? Trust::kHarmless : Trust::kUnknown;
      result->origin = OriginOf(program, hole);
      return;
  }
}

}  // namespace backlint
