#include "flow/tested_characters.h"

#include <vector>

namespace backlint::flow {
namespace {

using facts::Operator;
using facts::ValueKind;

Operator Opposite(Operator op) {
  switch (op) {
    case Operator::Equal: return Operator::NotEqual;
    case Operator::NotEqual: return Operator::Equal;
    case Operator::Less: return Operator::GreaterEqual;
    case Operator::LessEqual: return Operator::Greater;
    case Operator::Greater: return Operator::LessEqual;
    case Operator::GreaterEqual: return Operator::Less;
    default: return Operator::None;
  }
}

// With the two sides exchanged.
Operator Mirrored(Operator op) {
  switch (op) {
    case Operator::Less: return Operator::Greater;
    case Operator::LessEqual: return Operator::GreaterEqual;
    case Operator::Greater: return Operator::Less;
    case Operator::GreaterEqual: return Operator::LessEqual;
    default: return op;
  }
}

class Search {
 public:
  Search(const Vocabulary& vocabulary, FunctionId id)
      : vocabulary_(vocabulary), program_(vocabulary.program()), id_(id), f_(*program_.functions()[id].facts), unit_(program_.functions()[id].unit) {}

  // The text that the loop tests; no text when it does not.
  TestedText Run(const facts::Loop& loop) {
    loop_ = &loop;
    text_ = kNone;
    quotes_only_ = false;
    const facts::Block& header = *f_.blocks()->Get(loop.header());
    const auto successors = facts::Successors(f_, header);
    if (successors.size() != 2 || !Reaches(successors[0], false) || Reaches(successors[0], true)) return {};
    const bool whole = loop.kind() == facts::LoopKind::RangeFor || Mentions(loop.condition(), 0);
    return {whole ? text_ : kNone, quotes_only_};
  }

 private:
  const facts::Value& ValueAt(uint32_t index) const { return *f_.values()->Get(index); }

  // Whether the loop goes round; with `untested` along ways on which no character was found good.
  bool Reaches(uint32_t start, bool untested) {
    std::vector<bool> seen(f_.blocks()->size(), false);
    std::vector<uint32_t> pending = {start};
    while (!pending.empty()) {
      const uint32_t at = pending.back();
      pending.pop_back();
      if (at == loop_->header()) return true;
      if (seen[at]) continue;
      seen[at] = true;
      const facts::Block& block = *f_.blocks()->Get(at);
      const auto successors = facts::Successors(f_, block);
      const facts::Op* last = block.op_count() == 0 ? nullptr : f_.ops()->Get(block.first_op() + block.op_count() - 1);
      const bool branch = last && last->kind() == facts::OpKind::Branch && successors.size() == 2;
      for (size_t i = 0; i < successors.size(); ++i)
        if (!untested || !branch || !Proves(last->value(), i == 0)) pending.push_back(successors[i]);
    }
    return false;
  }

  bool Proves(uint32_t index, bool truth) {
    if (index == kNone) return false;
    const facts::Value& value = ValueAt(index);
    auto operands = facts::Operands(f_, value);
    if (value.kind() == ValueKind::Unary && value.op() == Operator::Not) return Proves(operands[0], !truth);
    if (value.kind() == ValueKind::Cast && operands.size() == 1) return Proves(operands[0], truth);
    if (value.kind() == ValueKind::Call) {
      if (!truth) return false;
      bool compares = false;
      for (const CallRow* row : vocabulary_.RowsOf(id_, index))
        compares |= row->role == Role::kCompare && (row->tells == Tells::kWhole || row->tells == Tells::kAlphabet);
      for (uint32_t argument : facts::Arguments(f_, value))
        if (compares && IsCharacter(argument)) return true;
      return false;
    }
    if (value.kind() != ValueKind::Binary || operands.size() != 2) return false;
    switch (value.op()) {
      case Operator::LogicalAnd: case Operator::LogicalOr: {
        const bool left = Proves(operands[0], truth), right = Proves(operands[1], truth);
        return (value.op() == Operator::LogicalAnd) == truth ? left || right : left && right;
      }
      default:
        if (IsConstant(operands[1]) && IsCharacter(operands[0])) return Excludes(truth ? value.op() : Opposite(value.op()), operands[1]);
        return IsConstant(operands[0]) && IsCharacter(operands[1]) && Excludes(Mirrored(truth ? value.op() : Opposite(value.op())), operands[0]);
    }
  }

  // What is true of a character that stands so to the constant: it is no quote.
  bool Excludes(Operator op, uint32_t constant) {
    const int64_t number = ValueAt(Bare(constant)).number();
    switch (op) {
      case Operator::Equal: return true;
      case Operator::NotEqual:
        quotes_only_ |= number == '\'';
        return number == '\'';
      case Operator::Greater: return number >= '\'';
      case Operator::GreaterEqual: return number > '\'';
      case Operator::Less: return number <= '"';
      case Operator::LessEqual: return number < '"';
      default: return false;
    }
  }

  uint32_t Bare(uint32_t index) const {
    while (index != kNone && ValueAt(index).kind() == ValueKind::Cast && ValueAt(index).operand_count() == 1) index = facts::Operands(f_, ValueAt(index))[0];
    return index;
  }

  bool IsConstant(uint32_t index) const {
    index = Bare(index);
    return index != kNone && ValueAt(index).kind() == ValueKind::Integer;
  }

  // One character of the text at hand: the loop's variable, `text[i]`, `text.at(i)`, `*text`.
  bool IsCharacter(uint32_t index) {
    index = Bare(index);
    if (index == kNone || vocabulary_.Classify(unit_, ValueAt(index).type()) != TypeClass::kCharacter) return false;
    const facts::Value& value = ValueAt(index);
    auto operands = facts::Operands(f_, value);
    uint32_t text = kNone;
    if (value.kind() == ValueKind::Local && loop_->kind() == facts::LoopKind::RangeFor && value.ref() == loop_->variable()) text = loop_->range();
    else if (value.kind() == ValueKind::Unary && operands.size() == 1) text = operands[0];
    else if ((value.kind() == ValueKind::Index || value.kind() == ValueKind::Call) && operands.size() == 2 && !IsConstant(operands[1])) text = operands[0];
    if (text == kNone || vocabulary_.Classify(unit_, ValueAt(text).type()) != TypeClass::kText) return false;
    if (text_ == kNone) text_ = text;
    return Same(text, text_);
  }

  bool Same(uint32_t a, uint32_t b) const {
    a = Bare(a), b = Bare(b);
    if (a == kNone || b == kNone) return false;
    const facts::Value &left = ValueAt(a), &right = ValueAt(b);
    return a == b || (left.kind() == right.kind() && left.ref() == right.ref() && left.ref() != kNone && left.kind() != ValueKind::Call);
  }

  // The condition of the loop speaks of the text: of its length, or of the character that ends it.
  bool Mentions(uint32_t index, int depth) const {
    if (index == kNone || text_ == kNone || depth > 8) return false;
    if (Same(index, text_)) return true;
    for (uint32_t operand : facts::Operands(f_, ValueAt(index)))
      if (Mentions(operand, depth + 1)) return true;
    return false;
  }

  const Vocabulary& vocabulary_;
  const Program& program_;
  const FunctionId id_;
  const facts::Function& f_;
  const uint32_t unit_;
  const facts::Loop* loop_ = nullptr;
  uint32_t text_ = kNone;
  bool quotes_only_ = false;
};

}  // namespace

std::map<uint32_t, TestedText> TestedCharacters(const Vocabulary& vocabulary, FunctionId function) {
  std::map<uint32_t, TestedText> tested;
  const facts::Function& f = *vocabulary.program().functions()[function].facts;
  if (f.loops() == nullptr) return tested;
  Search search(vocabulary, function);
  for (const facts::Loop* loop : *f.loops())
    if (loop->header() != kNone)
      if (const TestedText text = search.Run(*loop); text.value != kNone) tested[loop->header()] = text;
  return tested;
}

}  // namespace backlint::flow
