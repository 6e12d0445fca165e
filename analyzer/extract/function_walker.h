// Walks one function body and fills its graph. One walker a function; lambdas and initialisers of static locals get their own,
// whose `outer` is the walker of the function around them. Evaluation order is the order in which operations are emitted.
#ifndef BACKLINT_EXTRACT_FUNCTION_WALKER_H_
#define BACKLINT_EXTRACT_FUNCTION_WALKER_H_

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/cursor.h"
#include "extract/extractor.h"
#include "extract/function_graph.h"
#include "extract/unit_tables.h"

namespace backlint {

struct Unit {
  Unit(CXTranslationUnit translation_unit, const ExtractOptions& extract_options, const std::string& directory)
      : tables(translation_unit, extract_options.root, directory, extract_options.stand_in_headers), options(extract_options) {}
  UnitTables tables;
  const ExtractOptions& options;
  std::vector<std::unique_ptr<facts::FunctionT>> functions;
};

class FunctionWalker {
 public:
  FunctionWalker(Unit& unit, FunctionWalker* outer);

  // Each adds one function to the unit; its index.
  uint32_t WalkFunction(CXCursor definition);
  uint32_t WalkLambda(CXCursor lambda);
  uint32_t WalkVariable(CXCursor variable, CXCursor initializer);          // a global, static member or static local
  uint32_t WalkFields(CXCursor record, const std::vector<std::pair<CXCursor, CXCursor>>& fields);

 private:
  using Value = uint32_t;
  struct Label { uint32_t block = kNone; std::vector<uint32_t> live; bool placed = false; };
  struct JumpTarget { uint32_t block; size_t depth; };

  // function_walker.cc
  void Begin(CXCursor at, uint32_t flags);
  void End(CXCursor at);
  void AddParameters(const std::vector<CXCursor>& children);
  void WalkMemberInitializers(const std::vector<CXCursor>& children);
  void AssignMember(CXCursor field, CXCursor initializer);
  void ResolveJumps();
  uint32_t DeclareLocal(CXCursor declaration, uint32_t flags);
  Value Variable(CXCursor declaration, CXCursor at);
  bool Knows(CXCursor declaration) const;
  bool EndsWithScope(CXType type);

  // statement_walker.cc
  void Statement(CXCursor statement);
  void StatementIn(CXCursor statement);                  // a branch or body: a scope of its own
  void Compound(CXCursor statement);
  void Discard(CXCursor expression, uint16_t flags);     // an expression whose value nobody takes
  void Declaration(CXCursor declaration);
  void DeclareVariable(CXCursor variable, uint32_t flags);
  CXCursor Initializer(CXCursor variable);
  void DeclareStatic(CXCursor variable, CXCursor initializer);
  void DeclareBindings(CXCursor decomposition, Value value, uint32_t flags);
  void Try(CXCursor statement);
  void Catch(CXCursor handler, uint32_t index, uint32_t after);
  void Unexposed(CXCursor statement);
  void JumpTo(const std::vector<JumpTarget>& targets);
  void Return(CXCursor statement, const std::vector<CXCursor>& operands, uint16_t flags);

  // branch_walker.cc
  void If(CXCursor statement);
  void Switch(CXCursor statement);
  void Case(CXCursor statement);
  void Goto(CXCursor statement);
  void PlaceLabel(CXCursor statement);
  // Branches on a condition, short-circuit operators as branches of their own. The whole condition as one value.
  Value Condition(CXCursor condition, uint32_t taken, uint32_t not_taken);

  // loop_walker.cc
  void While(CXCursor statement);
  void DoWhile(CXCursor statement);
  void For(CXCursor statement);
  void RangeFor(CXCursor statement);
  void LoopBody(CXCursor body, JumpTarget next, JumpTarget after);

  // expression_walker.cc
  Value Expression(CXCursor expression);
  Value Dispatch(CXCursor expression);
  Value UnexposedExpression(CXCursor expression);
  Value Reference(CXCursor expression);
  Value Member(CXCursor expression);
  Value UnaryOperation(CXCursor expression);
  Value BinaryOperation(CXCursor expression);
  Value Assignment(CXCursor expression, facts::Operator op);
  Value ShortCircuit(CXCursor expression, bool conjunction);
  Value Conditional(CXCursor expression, CXCursor condition, CXCursor taken, CXCursor not_taken);
  Value Cast(CXCursor expression);
  Value Await(CXCursor expression, CXCursor operand);
  Value Throw(CXCursor expression);
  Value New(CXCursor expression);
  Value Delete(CXCursor expression);
  Value Generic(CXCursor expression);
  Value StatementExpression(CXCursor expression);
  Value UnknownOf(CXCursor expression, facts::ValueKind kind);

  // call_walker.cc
  Value Call(CXCursor call);
  Value Construct(CXCursor call, CXCursor constructor, const std::vector<CXCursor>& arguments);
  Value OperatorCall(CXCursor call, CXCursor callee, const std::vector<CXCursor>& arguments);
  Value MemberCall(CXCursor call, CXCursor member, const std::vector<CXCursor>& arguments);
  Value EmitCall(ValueDraft draft);
  Value Argument(CXCursor argument, CXCursor callee, size_t index);
  Value DefaultArgument(CXCursor callee, size_t index, CXCursor at);
  std::vector<Value> Arguments(const std::vector<CXCursor>& arguments, CXCursor callee, size_t first);

  // literal_walker.cc
  Value Literal(CXCursor expression);
  Value StringLiteral(CXCursor expression);
  Value Number(CXCursor expression, int64_t number, uint16_t flags);
  Value InitializerList(CXCursor expression);
  bool IsConstant(CXCursor expression);

  // lambda_walker.cc
  Value Lambda(CXCursor expression);
  void WalkCaptures(CXCursor lambda);
  void CaptureNamed(CXCursor reference);
  void CaptureThis(CXCursor at, bool by_reference);
  Value This(CXCursor at, bool implicit);

  // recovery.cc: what the front end could not resolve, by name
  bool IsCalled(CXCursor expression, CXCursor callee);   // `callee(...)` is the whole expression
  Value Recovered(CXCursor expression, const std::vector<CXCursor>& operands);
  Value NamedReference(CXCursor expression);
  std::string WrittenName(CXCursor expression);          // qualified as written, without template arguments; "" when there is none
  std::string MemberName(CXCursor member, CXCursor base);
  Value MadeUpOperator(CXCursor call, const std::string& name, const std::vector<CXCursor>& operands);
  Value LocalByName(const std::string& name, CXCursor at);

  ValueDraft Draft(facts::ValueKind kind, CXCursor at);
  Value Make(facts::ValueKind kind, CXCursor at, std::vector<Value> operands = {}, uint32_t ref = kNone);
  Value Implicit(facts::ValueKind kind, CXCursor at, std::vector<Value> operands = {});
  OpDraft Operation(facts::OpKind kind, CXCursor at, Value value);
  CXSourceLocation BeginOf(CXCursor statement);
  facts::Location EndOf(CXCursor statement);
  facts::Location At(CXCursor cursor) { return unit_.tables.files.At(clang_getCursorLocation(cursor)); }
  std::string_view Text(CXCursor cursor) { return unit_.tables.files.TextOf(clang_getCursorExtent(cursor)); }

  Unit& unit_;
  FunctionWalker* outer_;
  FunctionGraph graph_;
  uint32_t index_;
  uint32_t flags_ = 0;
  uint32_t symbol_ = kNone;
  uint32_t parameter_count_ = 0;
  facts::Location begin_, end_;
  uint32_t lent_file_ = kNone;           // the file of the default argument that is being evaluated
  bool in_template_ = false;
  bool closure_ = false;                 // a lambda or an initialiser inside a function: names of the outer one are captures
  bool capture_by_reference_ = true;     // what the body uses without a written capture
  bool this_captured_ = false;
  uint32_t depth_ = 0;
  std::unordered_map<CXCursor, std::pair<facts::ValueKind, uint32_t>, CursorHash, CursorEqual> variables_;
  std::unordered_map<std::string, std::vector<CXCursor>> names_;
  std::unordered_map<const void*, facts::Location> ends_;        // of statements that end where the one around them does
  std::vector<JumpTarget> breaks_, continues_;
  std::unordered_map<std::string, Label> labels_;                // by name: cursors of one label differ
  std::vector<std::pair<FunctionGraph::Goto, std::string>> gotos_;
  std::vector<FunctionGraph::Jumped> jumped_;
  struct OpenSwitch { std::vector<Value> cases; std::vector<uint32_t> blocks; bool has_default = false; };
  std::vector<OpenSwitch> switches_;
};

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_FUNCTION_WALKER_H_
