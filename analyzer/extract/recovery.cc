// What the front end could not resolve still has names, receivers and arguments in the source.
#include <utility>

#include "extract/function_walker.h"
#include "extract/source_scan.h"

namespace backlint {

using facts::SymbolKind;
using facts::ValueKind;

std::string FunctionWalker::WrittenName(CXCursor expression) { return QualifiedNameOf(Text(expression)); }

std::string FunctionWalker::MemberName(CXCursor member, CXCursor base) {
  const CXCursor overloads = FirstChild(member, CXCursor_OverloadedDeclRef);
  if (!IsNull(overloads)) {
    const CXCursor candidate = clang_getNumOverloadedDecls(overloads) > 0 ? clang_getOverloadedDecl(overloads, 0) : clang_getNullCursor();
    return !IsNull(candidate) && IsFunctionKind(Kind(candidate)) ? unit_.tables.symbols.Qualified(candidate) : Spelling(overloads);
  }
  std::string_view text = Text(member);
  if (!IsNull(base)) {
    const unsigned end = EndOffset(base), begin = BeginOffset(member);
    if (end >= begin && end - begin <= text.size()) text.remove_prefix(end - begin);
  }
  return LastIdentifierOf(text);
}

uint32_t FunctionWalker::LocalByName(const std::string& name, CXCursor at) {
  for (FunctionWalker* walker = this; walker; walker = walker->closure_ ? walker->outer_ : nullptr)
    if (auto found = walker->names_.find(name); found != walker->names_.end()) return Variable(found->second.back(), at);
  return kNone;
}

// A name that is looked up later (templates) or never (errors).
uint32_t FunctionWalker::NamedReference(CXCursor expression) {
  const CXCursor overloads = FirstChild(expression, CXCursor_OverloadedDeclRef);
  std::string name;
  if (!IsNull(overloads)) {
    // Overloads that are in sight say where the name lives; one alone is what is meant.
    const unsigned count = clang_getNumOverloadedDecls(overloads);
    if (count > 0) {
      const CXCursor candidate = clang_getOverloadedDecl(overloads, 0);
      if (count == 1 && !IsNull(candidate) && IsFunctionKind(Kind(candidate)))
        return Make(ValueKind::FunctionRef, expression, {}, unit_.tables.symbols.Add(candidate));
      if (!IsNull(candidate) && IsFunctionKind(Kind(candidate))) name = unit_.tables.symbols.Qualified(candidate);
    }
    if (name.empty()) name = WrittenName(expression);
    if (name.empty()) name = Spelling(overloads);
  } else {
    name = WrittenName(expression);
  }
  if (name.empty()) return UnknownOf(expression, ValueKind::Unknown);
  const Value value = Make(ValueKind::FunctionRef, expression, {}, unit_.tables.symbols.AddName(name, SymbolKind::Function));
  graph_.AddValueFlags(value, facts::kDependentValue);
  return value;
}

namespace {

facts::Operator OperatorOf(std::string_view token) {
  using facts::Operator;
  constexpr std::pair<std::string_view, Operator> kTokens[] = {
      {"+", Operator::Add}, {"-", Operator::Sub}, {"*", Operator::Mul}, {"/", Operator::Div}, {"%", Operator::Rem}, {"==", Operator::Equal},
      {"!=", Operator::NotEqual}, {"<", Operator::Less}, {">", Operator::Greater}, {"<=", Operator::LessEqual}, {">=", Operator::GreaterEqual},
      {"<<", Operator::Shl}, {">>", Operator::Shr}, {"&&", Operator::LogicalAnd}, {"||", Operator::LogicalOr}, {"&", Operator::And},
      {"|", Operator::Or}, {"^", Operator::Xor}};
  for (const auto& [text, op] : kTokens)
    if (text == token) return op;
  return Operator::None;
}

}  // namespace

// Operators of things that nobody knows are what they look like.
uint32_t FunctionWalker::MadeUpOperator(CXCursor call, const std::string& name, const std::vector<CXCursor>& operands) {
  const std::string_view token = std::string_view(name).substr(name.starts_with("operator") ? 8 : 0);
  if (operands.size() == 1 && (token == "->" || token == "*")) return Expression(operands[0]);
  if (operands.size() != 2 || token == "<<" || token == ">>") return kNone;
  if (token == "[]") {
    const Value base = Expression(operands[0]);
    return Make(ValueKind::Index, call, {base, Expression(operands[1])});
  }
  const facts::Operator op = OperatorOf(token);
  if (op == facts::Operator::None) return kNone;
  ValueDraft draft = Draft(ValueKind::Binary, call);
  draft.op = op;
  draft.operands.push_back(Expression(operands[0]));
  draft.operands.push_back(Expression(operands[1]));
  return graph_.AddValue(draft);
}

bool FunctionWalker::IsCalled(CXCursor expression, CXCursor callee) {
  const unsigned begin = BeginOffset(expression);
  const std::string_view text = Text(expression);
  const size_t behind = EndOffset(callee) - begin;
  if (BeginOffset(callee) != begin || behind >= text.size() || !text.ends_with(')')) return false;
  const size_t next = SkipBlank(text, behind);
  return next < text.size() && text[next] == '(';
}

uint32_t FunctionWalker::Recovered(CXCursor expression, const std::vector<CXCursor>& operands) {
  if (!in_template_) flags_ |= facts::kIncomplete;
  if (operands.empty()) {
    const std::string name = WrittenName(expression);
    if (name.empty()) return Make(in_template_ ? ValueKind::Unknown : ValueKind::Error, expression);
    if (const Value local = LocalByName(name, expression); local != kNone) return local;
    const Value value = Make(ValueKind::FunctionRef, expression, {}, unit_.tables.symbols.AddName(name, SymbolKind::Unknown));
    graph_.AddValueFlags(value, facts::kDependentValue);
    return value;
  }
  const std::string_view text = Text(expression);
  const unsigned begin = BeginOffset(expression);
  const size_t behind = EndOffset(operands[0]) - begin;
  if (IsCalled(expression, operands[0])) {
    const std::vector<CXCursor> arguments(operands.begin() + 1, operands.end());
    const bool unknown_member = Kind(operands[0]) == CXCursor_UnexposedExpr && Expressions(operands[0]).size() == 1;
    if (Kind(operands[0]) == CXCursor_MemberRefExpr || unknown_member) return MemberCall(expression, operands[0], arguments);
    ValueDraft draft = Draft(ValueKind::Call, expression);
    draft.location = At(operands[0]);
    draft.flags |= facts::kDependentValue;
    const Value callee = Expression(operands[0]);
    if (graph_.Value(callee).kind() == ValueKind::FunctionRef) {
      draft.ref = graph_.Value(callee).ref();
    } else {
      draft.flags |= facts::kHasCallee;
      draft.operands.push_back(callee);
    }
    for (CXCursor argument : arguments) draft.operands.push_back(Expression(argument));
    return EmitCall(std::move(draft));
  }
  if (BeginOffset(operands[0]) == begin && behind < text.size()) {
    const size_t next = SkipBlank(text, behind);
    const char c = next < text.size() ? text[next] : 0;
    if (operands.size() == 1 && (c == '.' || (c == '-' && text.substr(next, 2) == "->"))) {
      const std::string name = LastIdentifierOf(text.substr(behind));
      ValueDraft draft = Draft(ValueKind::Member, expression);
      draft.flags |= facts::kDependentValue | (c == '-' ? facts::kDereferenced : 0);
      draft.operands = {Expression(operands[0])};
      if (!name.empty()) draft.ref = unit_.tables.symbols.AddName(name, SymbolKind::Field);
      return graph_.AddValue(draft);
    }
  }
  std::vector<Value> values;
  for (CXCursor operand : operands) values.push_back(Expression(operand));
  if (operands.size() == 2 && behind < text.size()) {
    const unsigned second = BeginOffset(operands[1]) - begin;
    std::string_view between = second > behind && second <= text.size() ? text.substr(behind, second - behind) : std::string_view();
    while (!between.empty() && (between.back() == ' ' || between.back() == '\n')) between.remove_suffix(1);
    while (!between.empty() && (between.front() == ' ' || between.front() == '\n')) between.remove_prefix(1);
    if (const facts::Operator op = OperatorOf(between); op != facts::Operator::None) {
      ValueDraft draft = Draft(ValueKind::Binary, expression);
      draft.op = op;
      draft.flags |= facts::kDependentValue;
      draft.operands = std::move(values);
      return graph_.AddValue(draft);
    }
  }
  if (in_template_ && values.size() == 1) return values[0];
  return Make(in_template_ ? ValueKind::Unknown : ValueKind::Error, expression, std::move(values));
}

}  // namespace backlint
