#include "link/body_digest.h"

#include <functional>
#include <string_view>

namespace backlint {
namespace {

using facts::ValueKind;

// Order matters: a mix of two sums would not see two operands change places.
void Mix(uint64_t* digest, uint64_t value) {
  *digest ^= value + 0x9e3779b97f4a7c15u + (*digest << 12) + (*digest >> 4);
  *digest *= 0xff51afd7ed558ccdu;
}

}  // namespace

BodyDigester::BodyDigester(const facts::UnitFacts& unit) : unit_(unit) {
  strings_.reserve(unit.strings()->size());
  for (const auto* string : *unit.strings()) strings_.push_back(std::hash<std::string_view>()(string->string_view()));
}

uint64_t BodyDigester::Symbol(uint32_t symbol) const {
  if (symbol == kNone) return 0;
  const facts::Symbol* row = unit_.symbols()->Get(symbol);
  return row->usr() == 0 ? String(row->qualified()) : String(row->usr());
}

uint64_t BodyDigester::Referent(const facts::Value& value) const {
  switch (value.kind()) {
    case ValueKind::String: case ValueKind::Float: return String(value.ref());
    case ValueKind::Parameter: case ValueKind::Local: case ValueKind::Capture: return value.ref();
    case ValueKind::Global: case ValueKind::Member: case ValueKind::EnumConstant: case ValueKind::FunctionRef:
    case ValueKind::Call: case ValueKind::Construct: return Symbol(value.ref());
    default: return 0;                   // a lambda is a function with a digest of its own
  }
}

uint64_t BodyDigester::Digest(const facts::Function& f) const {
  uint64_t digest = f.flags();
  for (const facts::Local* local : *f.locals()) Mix(&digest, Type(local->type()));
  for (const facts::Value* value : *f.values()) {
    Mix(&digest, static_cast<uint64_t>(value->kind()) << 32 | static_cast<uint64_t>(value->op()) << 16 | value->flags());
    Mix(&digest, Referent(*value));
    Mix(&digest, static_cast<uint64_t>(value->number()));
    for (const uint32_t operand : facts::Operands(f, *value)) Mix(&digest, operand);
  }
  for (const facts::Op* op : *f.ops()) {
    Mix(&digest, static_cast<uint64_t>(op->kind()) << 32 | static_cast<uint64_t>(op->op()) << 16 | op->flags());
    Mix(&digest, static_cast<uint64_t>(op->value()) << 32 | op->target());
    Mix(&digest, op->ref());
  }
  for (const facts::Block* block : *f.blocks()) {
    Mix(&digest, static_cast<uint64_t>(block->op_count()) << 32 | block->try_block());
    for (const uint32_t successor : facts::Successors(f, *block)) Mix(&digest, successor);
  }
  return digest;
}

}  // namespace backlint
