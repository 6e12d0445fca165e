#include "extract/function_walker.h"

namespace backlint {

using facts::OpKind;
using facts::TypeKind;
using facts::ValueKind;

FunctionWalker::FunctionWalker(Unit& unit, FunctionWalker* outer)
    : unit_(unit), outer_(outer), graph_(unit.options.max_function_values), index_(static_cast<uint32_t>(unit.functions.size())) {
  unit_.functions.push_back(nullptr);    // filled by End, so that lambdas inside come after
  if (outer_) in_template_ = outer_->in_template_;
}

ValueDraft FunctionWalker::Draft(ValueKind kind, CXCursor at) {
  ValueDraft draft;
  draft.kind = kind;
  draft.type = unit_.tables.types.Add(clang_getCursorType(at));
  bool in_macro = false;
  draft.location = unit_.tables.files.At(clang_getCursorLocation(at), &in_macro);
  if (in_macro) draft.flags |= facts::kInMacro;
  return draft;
}

uint32_t FunctionWalker::Make(ValueKind kind, CXCursor at, std::vector<Value> operands, uint32_t ref) {
  ValueDraft draft = Draft(kind, at);
  draft.operands = std::move(operands);
  draft.ref = ref;
  if (unit_.tables.types.KindOf(draft.type) == TypeKind::Dependent) draft.flags |= facts::kDependentValue;
  return graph_.AddValue(draft);
}

uint32_t FunctionWalker::Implicit(ValueKind kind, CXCursor at, std::vector<Value> operands) {
  const Value value = Make(kind, at, std::move(operands));
  graph_.AddValueFlags(value, facts::kImplicit);
  return value;
}

OpDraft FunctionWalker::Operation(OpKind kind, CXCursor at, Value value) {
  OpDraft op;
  op.kind = kind;
  op.value = value;
  op.location = At(at);
  return op;
}

void FunctionWalker::Begin(CXCursor at, uint32_t flags) {
  flags_ = flags;
  const CXSourceRange extent = clang_getCursorExtent(at);
  begin_ = unit_.tables.files.At(clang_getCursorLocation(at));
  end_ = unit_.tables.files.At(clang_getRangeEnd(extent));
  if (end_.column() > 1) end_ = facts::Location(end_.file(), end_.line(), end_.column() - 1);
  graph_.OpenScope(unit_.tables.files.At(clang_getRangeStart(extent)), end_);
  graph_.Start(graph_.NewBlock());
}

void FunctionWalker::End(CXCursor) {
  graph_.CloseScope();
  ResolveJumps();
  if (graph_.full()) flags_ |= facts::kTruncated;
  auto function = std::make_unique<facts::FunctionT>();
  function->symbol = symbol_;
  function->flags = flags_;
  function->encloser = outer_ ? outer_->index_ : kNone;
  function->location = std::make_unique<facts::Location>(begin_);
  function->end = std::make_unique<facts::Location>(end_);
  function->parameter_count = parameter_count_;
  graph_.Finish(*function);
  unit_.functions[index_] = std::move(function);
}

uint32_t FunctionWalker::WalkFunction(CXCursor definition) {
  symbol_ = unit_.tables.symbols.Add(definition);
  unit_.tables.symbols.Mark(symbol_, facts::kDefined);
  const CXCursorKind kind = FunctionKind(definition);
  const uint32_t symbol_flags = unit_.tables.symbols.Flags(symbol_);
  uint32_t flags = 0;
  if (symbol_flags & facts::kNoExcept) flags |= facts::kFunctionNoExcept;
  if (symbol_flags & facts::kVariadic) flags |= facts::kFunctionVariadic;
  if (kind == CXCursor_Constructor) flags |= facts::kConstructor;
  if (kind == CXCursor_Destructor) flags |= facts::kDestructor;
  if (kind != CXCursor_FunctionDecl) flags |= symbol_flags & facts::kStatic ? facts::kStaticMethod : facts::kMethod;
  if (kind == CXCursor_FunctionDecl && Spelling(definition) == "main") flags |= facts::kMain;
  if (symbol_flags & facts::kTemplate) {
    flags |= facts::kFunctionTemplate;
    in_template_ = true;
  }
  Begin(definition, flags);
  const std::vector<CXCursor> children = Children(definition);
  AddParameters(children);
  if (kind == CXCursor_Constructor) WalkMemberInitializers(children);
  for (CXCursor child : children) {
    const CXCursorKind child_kind = Kind(child);
    if (child_kind == CXCursor_CompoundStmt) {
      for (CXCursor statement : Children(child)) Statement(statement);
    } else if (child_kind == CXCursor_CXXTryStmt || child_kind == CXCursor_UnexposedStmt) {
      Statement(child);
    }
  }
  End(definition);
  return index_;
}

void FunctionWalker::AddParameters(const std::vector<CXCursor>& children) {
  for (CXCursor child : children) {
    if (Kind(child) != CXCursor_ParmDecl) continue;
    uint32_t flags = facts::kParameter;
    for (CXCursor part : Children(child))
      if (IsExpression(part)) flags |= facts::kHasDefault;
    if (ToString(clang_getTypeSpelling(clang_getCursorType(child))).ends_with("...")) flags |= facts::kPack;
    DeclareLocal(child, flags);
    ++parameter_count_;
  }
}

// Written as `member(value)`: the reference to the member or base comes first, its initialiser follows.
void FunctionWalker::WalkMemberInitializers(const std::vector<CXCursor>& children) {
  CXCursor field = clang_getNullCursor();
  for (CXCursor child : children) {
    const CXCursorKind kind = Kind(child);
    if (kind == CXCursor_MemberRef) {
      field = clang_getCursorReferenced(child);
    } else if (IsExpression(child)) {
      if (IsNull(field)) {
        Discard(child, facts::kImplicitOp);
      } else {
        AssignMember(field, child);
      }
      field = clang_getNullCursor();
    }
  }
}

void FunctionWalker::AssignMember(CXCursor field, CXCursor initializer) {
  const Value value = Expression(initializer);
  ValueDraft self;
  self.kind = ValueKind::This;
  self.flags = facts::kImplicit;
  self.location = At(initializer);
  ValueDraft member = self;
  member.kind = ValueKind::Member;
  member.type = unit_.tables.types.Add(clang_getCursorType(field));
  member.ref = unit_.tables.symbols.Add(field);
  member.operands = {graph_.AddValue(self)};
  OpDraft op = Operation(OpKind::Assign, initializer, value);
  op.target = graph_.AddValue(member);
  op.flags = facts::kImplicitOp;
  graph_.Emit(std::move(op));
}

uint32_t FunctionWalker::WalkFields(CXCursor record, const std::vector<std::pair<CXCursor, CXCursor>>& fields) {
  symbol_ = unit_.tables.symbols.Add(record);
  in_template_ = Kind(record) == CXCursor_ClassTemplate;
  Begin(record, facts::kInitializer | facts::kMethod | (in_template_ ? facts::kFunctionTemplate : 0u));
  for (const auto& [field, initializer] : fields) AssignMember(field, initializer);
  End(record);
  return index_;
}

uint32_t FunctionWalker::WalkVariable(CXCursor variable, CXCursor initializer) {
  symbol_ = unit_.tables.symbols.Add(variable);
  closure_ = outer_ != nullptr;
  Begin(variable, facts::kInitializer);
  const Value value = Expression(initializer);
  ValueDraft target = Draft(ValueKind::Global, variable);
  target.ref = symbol_;
  OpDraft op = Operation(OpKind::Assign, variable, value);
  op.target = graph_.AddValue(target);
  op.flags = facts::kImplicitOp;
  graph_.Emit(std::move(op));
  End(variable);
  return index_;
}

bool FunctionWalker::EndsWithScope(CXType type) {
  CXType canonical = clang_getCanonicalType(type);
  while (canonical.kind == CXType_ConstantArray || canonical.kind == CXType_VariableArray)
    canonical = clang_getCanonicalType(clang_getArrayElementType(canonical));
  return canonical.kind == CXType_Record || unit_.tables.types.KindOf(unit_.tables.types.Add(canonical)) == TypeKind::Record;
}

uint32_t FunctionWalker::DeclareLocal(CXCursor declaration, uint32_t flags) {
  const CXType type = clang_getCursorType(declaration);
  const std::string name = Spelling(declaration);
  const uint32_t local = graph_.AddLocal(unit_.tables.strings.Add(name), unit_.tables.types.Add(type), flags, At(declaration), EndsWithScope(type));
  variables_[declaration] = {flags & facts::kParameter ? ValueKind::Parameter : ValueKind::Local, local};
  if (!name.empty()) names_[name].push_back(declaration);
  return local;
}

bool FunctionWalker::Knows(CXCursor declaration) const {
  if (variables_.count(declaration)) return true;
  return closure_ && outer_ && outer_->Knows(declaration);
}

// What a name means here: a local of this function, a capture (found in the functions around a lambda), or a global.
uint32_t FunctionWalker::Variable(CXCursor declaration, CXCursor at) {
  if (auto found = variables_.find(declaration); found != variables_.end()) return Make(found->second.first, at, {}, found->second.second);
  if (closure_ && outer_ && outer_->Knows(declaration)) {
    const Value outside = outer_->Variable(declaration, at);
    const uint32_t capture = graph_.AddCapture(unit_.tables.strings.Add(Spelling(declaration)),
                                               unit_.tables.types.Add(clang_getCursorType(declaration)), capture_by_reference_, outside);
    variables_[declaration] = {ValueKind::Capture, capture};
    return Make(ValueKind::Capture, at, {}, capture);
  }
  const CXCursorKind kind = Kind(declaration);
  const bool local = kind == CXCursor_ParmDecl || kind == CXCursor_UnexposedDecl ||
                     (kind == CXCursor_VarDecl && clang_Cursor_hasVarDeclGlobalStorage(declaration) != 1);
  if (!local || kind == CXCursor_FieldDecl) return Make(ValueKind::Global, at, {}, unit_.tables.symbols.Add(declaration));
  // Its declaration was lost, or the front end made it up.
  const uint32_t made = graph_.AddLocal(unit_.tables.strings.Add(Spelling(declaration)), unit_.tables.types.Add(clang_getCursorType(declaration)),
                                        0, At(declaration), false);
  variables_[declaration] = {ValueKind::Local, made};
  return Make(ValueKind::Local, at, {}, made);
}

void FunctionWalker::ResolveJumps() {
  for (auto& [from, name] : gotos_) {
    const auto label = labels_.find(name);
    if (label == labels_.end() || !label->second.placed) continue;
    graph_.Resolve(from, label->second.block, label->second.live);
    jumped_.push_back({from.block, label->second.block, from.backward, from.location});
  }
  graph_.AddGotoLoops(jumped_);
}

}  // namespace backlint
