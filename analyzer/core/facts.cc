#include "core/facts.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace backlint::facts {
namespace {

constexpr uint32_t kMostDepth = 16384;     // of nested values and of pointers to pointers: readers recurse

// False when following `next` from any row of a table comes back to a row, or takes too long.
template <typename Next>
bool EndsEverywhere(uint32_t size, const Next& next) {
  std::vector<uint32_t> depth(size, 0);      // 0: not visited yet
  std::vector<uint32_t> path;
  for (uint32_t start = 0; start < size; ++start) {
    uint32_t at = start;
    for (; at != kNone && depth[at] == 0; at = next(at)) {
      depth[at] = kNone;                     // on the path
      path.push_back(at);
    }
    if (at != kNone && depth[at] == kNone) return false;
    uint32_t below = at == kNone ? 0 : depth[at];
    for (; !path.empty(); path.pop_back()) depth[path.back()] = ++below;
    if (below > kMostDepth) return false;
  }
  return true;
}

// Every index of a unit against its table, and that none leads back to itself where readers follow it. Stops at the first that is wrong.
class Checker {
 public:
  explicit Checker(const UnitFacts& unit) : unit_(unit) {}

  bool Run() {
    if (!unit_.strings() || unit_.strings()->size() == 0 || !unit_.types() || !unit_.type_lists() || !unit_.symbols() || !unit_.files())
      return false;
    for (const Type* type : *unit_.types()) {
      if (type->kind() > TypeKind::MAX || !String(type->spelling()) || !String(type->name()) || !TypeIndex(type->pointee()) ||
          !SymbolIndex(type->record()) || !Range(type->first_argument(), type->argument_count(), unit_.type_lists()->size()))
        return false;
    }
    for (uint32_t type : *unit_.type_lists())
      if (!TypeIndex(type)) return false;
    for (const Symbol* symbol : *unit_.symbols()) {
      if (symbol->kind() > SymbolKind::MAX || !String(symbol->usr()) || !String(symbol->name()) || !String(symbol->qualified()) ||
          !TypeIndex(symbol->type()) || !SymbolIndex(symbol->parent()) || !At(symbol->location()) ||
          !Range(symbol->first_parameter(), symbol->parameter_count(), unit_.type_lists()->size()))
        return false;
    }
    const auto pointee = [&](uint32_t type) { return unit_.types()->Get(type)->pointee(); };
    const auto parent = [&](uint32_t symbol) { return unit_.symbols()->Get(symbol)->parent(); };
    return EndsEverywhere(unit_.types()->size(), pointee) && EndsEverywhere(unit_.symbols()->size(), parent) && Classes() && Files() &&
           Functions();
  }

 private:
  template <typename Vector>
  static uint32_t Size(const Vector* vector) { return vector ? vector->size() : 0; }
  static bool Index(uint32_t index, uint32_t size) { return index == kNone || index < size; }
  static bool Range(uint32_t first, uint32_t count, uint32_t size) { return count == 0 || (first < size && count <= size - first); }
  bool String(uint32_t index) const { return Index(index, unit_.strings()->size()); }
  bool TypeIndex(uint32_t index) const { return Index(index, unit_.types()->size()); }
  bool SymbolIndex(uint32_t index) const { return Index(index, unit_.symbols()->size()); }
  bool At(const Location& location) const { return Index(location.file(), unit_.files()->size()); }

  bool SymbolList(const flatbuffers::Vector<uint32_t>* list) const {
    if (!list) return true;
    for (uint32_t symbol : *list)
      if (symbol >= unit_.symbols()->size()) return false;
    return true;
  }

  bool Classes() const {
    if (unit_.classes())
      for (const Class* c : *unit_.classes())
        if (c->symbol() >= unit_.symbols()->size() || !SymbolIndex(c->destructor()) || !SymbolList(c->bases()) ||
            !SymbolList(c->fields()) || !SymbolList(c->methods()) || (c->location() && !At(*c->location())))
          return false;
    if (unit_.overrides())
      for (const Override* o : *unit_.overrides())
        if (o->method() >= unit_.symbols()->size() || o->overridden() >= unit_.symbols()->size()) return false;
    return true;
  }

  bool Files() const {
    for (const File* file : *unit_.files())
      if (!file->path() || !file->digest()) return false;
    if (unit_.suppressions())
      for (const Suppression* s : *unit_.suppressions())
        if (s->file() >= unit_.files()->size() || !s->check()) return false;
    if (unit_.diagnostics())
      for (const Diagnostic* d : *unit_.diagnostics())
        if ((d->location() && !At(*d->location())) || !d->text()) return false;
    return true;
  }

  bool Functions() const {
    if (!unit_.functions()) return true;
    for (uint32_t i = 0; i < unit_.functions()->size(); ++i) {
      const Function& f = *unit_.functions()->Get(i);
      // A function is made before the lambdas inside of it.
      if (f.encloser() != kNone && f.encloser() >= i) return false;
      if (!FunctionTables(f) || !Values(f, i) || !Ops(f) || !Blocks(f)) return false;
    }
    return true;
  }

  bool FunctionTables(const Function& f) const {
    if (!SymbolIndex(f.symbol()) || !Index(f.encloser(), unit_.functions()->size()) || !f.location() || !At(*f.location()) || !f.end() ||
        !At(*f.end()) || !f.locals() || !f.captures() || !f.values() || !f.operands() || !f.ops() || !f.blocks() || !f.successors() ||
        !f.loops() || !f.tries() || !f.handlers() || !f.scopes() || f.parameter_count() > f.locals()->size())
      return false;
    for (const Local* local : *f.locals())
      if (!String(local->name()) || !TypeIndex(local->type()) || !Index(local->scope(), f.scopes()->size()) || !At(local->location()))
        return false;
    const uint32_t outer = f.encloser() == kNone ? 0 : Size(unit_.functions()->Get(f.encloser())->values());
    for (const Capture* capture : *f.captures())
      if (!String(capture->name()) || !TypeIndex(capture->type()) || !Index(capture->value(), outer)) return false;
    for (uint32_t i = 0; i < f.scopes()->size(); ++i) {
      const Scope* scope = f.scopes()->Get(i);
      if (!Index(scope->parent(), i) || !At(scope->begin()) || !At(scope->end())) return false;
    }
    for (uint32_t operand : *f.operands())
      if (!Index(operand, f.values()->size())) return false;
    return true;
  }

  bool ValueRef(const Function& f, uint32_t function, const Value& v) const {
    switch (v.kind()) {
      case ValueKind::String: case ValueKind::Float: return String(v.ref());
      case ValueKind::Parameter: case ValueKind::Local: return v.ref() < f.locals()->size();
      case ValueKind::Capture: return v.ref() < f.captures()->size();
      case ValueKind::Lambda: return v.ref() < unit_.functions()->size() && unit_.functions()->Get(v.ref())->encloser() == function;
      case ValueKind::Global: case ValueKind::Member: case ValueKind::EnumConstant: case ValueKind::FunctionRef:
      case ValueKind::Call: case ValueKind::Construct: return SymbolIndex(v.ref());
      default: return true;
    }
  }

  // A value is made after its operands.
  bool Values(const Function& f, uint32_t function) const {
    std::vector<uint32_t> depth;
    depth.reserve(f.values()->size());
    for (const Value* v : *f.values()) {
      if (v->kind() > ValueKind::MAX || v->op() > Operator::MAX || !TypeIndex(v->type()) || !ValueRef(f, function, *v) || !At(v->location()) ||
          !Range(v->first_operand(), v->operand_count(), f.operands()->size()))
        return false;
      uint32_t deepest = 0;
      for (uint32_t operand : Operands(f, *v)) {
        if (operand == kNone) continue;
        if (operand >= depth.size()) return false;
        deepest = std::max(deepest, depth[operand]);
      }
      if (deepest >= kMostDepth) return false;
      depth.push_back(deepest + 1);
    }
    return true;
  }

  bool Ops(const Function& f) const {
    const uint32_t values = f.values()->size();
    for (const Op* op : *f.ops()) {
      const bool local = op->kind() == OpKind::Declare || op->kind() == OpKind::ScopeEnd;
      if (op->kind() > OpKind::MAX || op->op() > Operator::MAX || !Index(op->value(), values) || !Index(op->target(), values) ||
          (local && op->ref() >= f.locals()->size()) || !At(op->location()) ||
          !Range(op->first_operand(), op->operand_count(), f.operands()->size()))
        return false;
      if (op->kind() == OpKind::Call && op->value() == kNone) return false;
    }
    return true;
  }

  bool Blocks(const Function& f) const {
    const uint32_t blocks = f.blocks()->size(), values = f.values()->size();
    for (const Block* b : *f.blocks())
      if (!Range(b->first_op(), b->op_count(), f.ops()->size()) || !Range(b->first_successor(), b->successor_count(), f.successors()->size()) ||
          !Index(b->loop(), f.loops()->size()) || !Index(b->try_block(), f.tries()->size()) || !Index(b->scope(), f.scopes()->size()))
        return false;
    for (uint32_t successor : *f.successors())
      if (successor >= blocks) return false;
    for (const Loop* loop : *f.loops())
      if (!Index(loop->parent(), f.loops()->size()) || loop->header() >= blocks || !Index(loop->condition(), values) ||
          !Index(loop->range(), values) || !Index(loop->variable(), f.locals()->size()) || !At(loop->location()))
        return false;
    // A backward jump makes a loop around earlier ones: no order here.
    if (!EndsEverywhere(f.loops()->size(), [&](uint32_t loop) { return f.loops()->Get(loop)->parent(); })) return false;
    for (uint32_t i = 0; i < f.tries()->size(); ++i) {
      const Try* t = f.tries()->Get(i);
      if (!Index(t->parent(), i) || !Range(t->first_handler(), t->handler_count(), f.handlers()->size()) ||
          !Index(t->scope(), f.scopes()->size()))
        return false;
    }
    for (const Handler* h : *f.handlers())
      if (!TypeIndex(h->type()) || !Index(h->local(), f.locals()->size()) || h->block() >= blocks) return false;
    return true;
  }

  const UnitFacts& unit_;
};

}  // namespace

Result<const UnitFacts*> Verify(std::span<const uint8_t> buffer) {
  flatbuffers::Verifier verifier(buffer.data(), buffer.size(), 64, 1u << 30);
  if (buffer.size() < 16 || !UnitFactsBufferHasIdentifier(buffer.data()) || !VerifyUnitFactsBuffer(verifier))
    return Error{"facts are damaged"};
  const UnitFacts* unit = GetUnitFacts(buffer.data());
  if (unit->version() != kFactsVersion)
    return Error{fmt::format("facts have version {}, this program reads version {}", unit->version(), kFactsVersion)};
  if (!Checker(*unit).Run()) return Error{"facts are damaged: an index points outside of its table or back to itself"};
  return unit;
}

std::string Serialize(const UnitFactsT& unit) {
  flatbuffers::FlatBufferBuilder builder(1 << 16);
  FinishUnitFactsBuffer(builder, UnitFacts::Pack(builder, &unit));
  return std::string(reinterpret_cast<const char*>(builder.GetBufferPointer()), builder.GetSize());
}

}  // namespace backlint::facts
