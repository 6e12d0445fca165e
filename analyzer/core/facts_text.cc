#include "core/facts_text.h"

#include <fmt/format.h>

namespace backlint::facts {
namespace {

constexpr int kMaxDepth = 12;            // values are a DAG: printed as a tree they can explode
constexpr size_t kMaxLiteral = 120;
constexpr size_t kMaxLine = 4000;

constexpr const char* kOperatorText[] = {"",   "+",  "-",  "*",  "/", "%", "&",  "|", "^", "<<", ">>", "&&", "||", "==", "!=", "<", ">", "<=", ">=",
                                         "<=>", ",", "=", "!", "~", "+", "-", "&", "*", "++", "--", "++", "--", "->*"};

std::string Quoted(std::string_view text) {
  std::string out = "\"";
  for (char c : text.substr(0, kMaxLiteral)) {
    const unsigned char u = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (u < 0x20) {
      out += fmt::format("\\x{:02x}", u);
    } else {
      out += c;
    }
  }
  return out + (text.size() > kMaxLiteral ? "\"..." : "\"");
}

class Printer {
 public:
  Printer(const UnitFacts& unit, const Function& function) : unit_(unit), f_(function) {}

  std::string Value(uint32_t index, int depth = 0) const;
  std::string Op(const facts::Op& op) const;
  std::string All() const;

 private:
  std::string List(std::span<const uint32_t> values, int depth) const {
    std::string out;
    for (uint32_t value : values) {
      if (!out.empty()) out += ", ";
      out += Value(value, depth + 1);
      if (out.size() > kMaxLine) return out + "...";
    }
    return out;
  }
  std::string Symbol(uint32_t index) const {
    return index == kNone ? "?" : std::string(Text(unit_, unit_.symbols()->Get(index)->qualified()));
  }
  std::string Type(uint32_t index) const {
    return index == kNone ? "?" : std::string(Text(unit_, unit_.types()->Get(index)->spelling()));
  }
  std::string Local(uint32_t index) const {
    return index < f_.locals()->size() ? std::string(Text(unit_, f_.locals()->Get(index)->name())) : "?";
  }
  std::string Call(const facts::Value& v, int depth) const;
  std::string Flags(const facts::Op& op) const;

  const UnitFacts& unit_;
  const Function& f_;
};

std::string Printer::Call(const facts::Value& v, int depth) const {
  const auto operands = Operands(f_, v);
  std::string out;
  if (v.flags() & kVirtualCall) out += "virtual ";
  if (v.flags() & kHasReceiver && !operands.empty()) out += Value(operands[0], depth + 1) + (v.flags() & kDereferenced ? "->" : ".");
  if (v.flags() & kHasCallee && !operands.empty()) out += "(" + Value(operands[0], depth + 1) + ")";
  else out += Symbol(v.ref());
  if (v.ref() != kNone && unit_.symbols()->Get(v.ref())->flags() & kDependent) out += "?";
  return out + "(" + List(Arguments(f_, v), depth) + ")";
}

std::string Printer::Value(uint32_t index, int depth) const {
  if (index == kNone) return "none";
  if (depth > kMaxDepth) return "...";
  const facts::Value& v = *f_.values()->Get(index);
  const auto operands = Operands(f_, v);
  const auto operand = [&](size_t i) { return i < operands.size() ? Value(operands[i], depth + 1) : std::string("?"); };
  const char* op = kOperatorText[static_cast<int>(v.op())];
  switch (v.kind()) {
    case ValueKind::String: return Quoted(Text(unit_, v.ref()));
    case ValueKind::Integer: return fmt::format("{}", v.number());
    case ValueKind::Float: return std::string(Text(unit_, v.ref()));
    case ValueKind::Null: return "null";
    case ValueKind::Parameter: return "param:" + Local(v.ref());
    case ValueKind::Local: return "local:" + Local(v.ref());
    case ValueKind::Capture: return "capture:" + std::string(Text(unit_, f_.captures()->Get(v.ref())->name()));
    case ValueKind::This: return "this";
    case ValueKind::Global: return "global:" + Symbol(v.ref());
    case ValueKind::Member: {
      const std::string name = v.ref() == kNone ? "?" : std::string(Text(unit_, unit_.symbols()->Get(v.ref())->name()));
      return operand(0) + (v.flags() & kDereferenced ? "->" : ".") + name;
    }
    case ValueKind::EnumConstant: return "enum:" + Symbol(v.ref());
    case ValueKind::FunctionRef: return "function:" + (operands.empty() ? "" : operand(0) + ".") + Symbol(v.ref());
    case ValueKind::Call: return fmt::format("%{} {}", index, Call(v, depth));
    case ValueKind::Construct: return fmt::format("%{} construct {}({})", index, v.ref() == kNone ? Type(v.type()) : Symbol(v.ref()), List(operands, depth));
    case ValueKind::New: return "new " + Type(v.type()) + "(" + List(operands, depth) + ")";
    case ValueKind::Lambda: return fmt::format("lambda#{}", v.ref());
    case ValueKind::InitList: return "{" + List(operands, depth) + "}";
    case ValueKind::Unary: return fmt::format("({}{})", op, operand(0));
    case ValueKind::Binary: return fmt::format("({} {} {})", operand(0), op, operand(1));
    case ValueKind::Conditional: return fmt::format("({} ? {} : {})", operand(0), operand(1), operand(2));
    case ValueKind::Index: return operand(0) + "[" + operand(1) + "]";
    case ValueKind::Cast: return "cast<" + Type(v.type()) + ">(" + operand(0) + ")";
    case ValueKind::Await: return "await(" + operand(0) + ")";
    case ValueKind::SizeOf: return fmt::format("sizeof:{}", v.number());
    case ValueKind::Phi: return fmt::format("phi{}({})", op, List(operands, depth));
    case ValueKind::Error: return "error(" + List(operands, depth) + ")";
    case ValueKind::Unknown: return "unknown" + (operands.empty() ? std::string() : "(" + List(operands, depth) + ")");
  }
  return "?";
}

std::string Printer::Flags(const facts::Op& op) const {
  std::string out;
  if (op.kind() == OpKind::Call || op.kind() == OpKind::Await) {
    if (op.flags() & kDropped) out += " dropped";
    if (op.flags() & kVoidCast) out += " void";
    if (op.flags() & kAwaited) out += " awaited";
  }
  if (op.flags() & kImplicitOp) out += " implicit";
  return out;
}

std::string Printer::Op(const facts::Op& op) const {
  std::string out;
  switch (op.kind()) {
    case OpKind::Call: out = "call " + Value(op.value()); break;
    case OpKind::Declare: out = fmt::format("declare {} = {}", Local(op.ref()), Value(op.value())); break;
    case OpKind::Assign: out = fmt::format("assign {} {}= {}", Value(op.target()), kOperatorText[static_cast<int>(op.op())], Value(op.value())); break;
    case OpKind::Return: out = fmt::format("{} {}", op.flags() & kCoReturn ? "co_return" : "return", Value(op.value())); break;
    case OpKind::Yield: out = "yield " + Value(op.value()); break;
    case OpKind::Throw: out = "throw " + Value(op.value()); break;
    case OpKind::ScopeEnd: out = "end " + Local(op.ref()); break;
    case OpKind::Branch: out = "branch " + Value(op.value()); break;
    case OpKind::Switch: {
      out = "switch " + Value(op.value()) + " [";
      for (uint32_t i = 0; i < op.operand_count(); ++i) {
        const uint32_t value = f_.operands()->Get(op.first_operand() + i);
        out += (i ? ", " : "") + (value == kNone ? std::string("default") : Value(value));
      }
      out += "]";
      break;
    }
    case OpKind::Delete: out = fmt::format("delete{} {}", op.flags() & kDeleteArray ? "[]" : "", Value(op.value())); break;
    case OpKind::Await: out = Value(op.value()); break;
    case OpKind::Evaluate: out = "evaluate " + Value(op.value()); break;
  }
  if (out.size() > kMaxLine) out.resize(kMaxLine);
  return out + Flags(op) + fmt::format("  @{}:{}", op.location().line(), op.location().column());
}

std::string FunctionFlags(uint32_t flags) {
  constexpr std::pair<uint32_t, const char*> kNames[] = {
      {kCoroutine, "coroutine"}, {kFunctionNoExcept, "noexcept"}, {kLambda, "lambda"}, {kConstructor, "constructor"}, {kDestructor, "destructor"},
      {kMain, "main"}, {kMethod, "method"}, {kStaticMethod, "static"}, {kFunctionTemplate, "template"}, {kInitializer, "initializer"},
      {kIncomplete, "incomplete"}, {kTruncated, "truncated"}, {kFunctionVariadic, "variadic"}};
  std::string out;
  for (const auto& [bit, name] : kNames)
    if (flags & bit) out += std::string(" ") + name;
  return out;
}

std::string Printer::All() const {
  std::string out = fmt::format("function {}{}", Symbol(f_.symbol()), FunctionFlags(f_.flags()));
  if (f_.encloser() != kNone) out += fmt::format(" in #{}", f_.encloser());
  if (f_.location()) out += fmt::format("  @{}:{}", f_.location()->line(), f_.location()->column());
  out += '\n';
  for (uint32_t i = 0; i < f_.locals()->size(); ++i) {
    const facts::Local& local = *f_.locals()->Get(i);
    out += fmt::format("  {} {}: {}{}{}\n", i < f_.parameter_count() ? "param" : "local", Text(unit_, local.name()), Type(local.type()),
                       local.flags() & kStaticLocal ? " static" : "", local.flags() & kHasDefault ? " default" : "");
  }
  for (const facts::Capture* capture : *f_.captures())
    out += fmt::format("  capture {}{}: {}\n", capture->by_reference() ? "&" : "", Text(unit_, capture->name()), Type(capture->type()));
  for (uint32_t b = 0; b < f_.blocks()->size(); ++b) {
    const facts::Block& block = *f_.blocks()->Get(b);
    out += fmt::format("  b{}:", b);
    if (block.loop() != kNone) out += fmt::format(" loop{}", block.loop());
    if (block.try_block() != kNone) out += fmt::format(" try{}", block.try_block());
    out += '\n';
    for (uint32_t i = 0; i < block.op_count(); ++i) out += "    " + Op(*f_.ops()->Get(block.first_op() + i)) + '\n';
    if (block.successor_count() == 0) continue;
    out += "    ->";
    for (uint32_t successor : Successors(f_, block)) out += fmt::format(" b{}", successor);
    out += '\n';
  }
  for (const facts::Loop* loop : *f_.loops())
    out += fmt::format("  loop {} header b{} condition {}\n", EnumNameLoopKind(loop->kind()), loop->header(),
                       Value(loop->condition() == kNone ? loop->range() : loop->condition()));
  for (const facts::Try* t : *f_.tries())
    for (uint32_t h = t->first_handler(); h < t->first_handler() + t->handler_count(); ++h) {
      const facts::Handler& handler = *f_.handlers()->Get(h);
      out += fmt::format("  handler {} b{}\n", handler.catch_all() ? "..." : Type(handler.type()), handler.block());
    }
  return out;
}

}  // namespace

std::string ToText(const UnitFacts& unit, const Function& function, uint32_t value) { return Printer(unit, function).Value(value); }
std::string ToText(const UnitFacts& unit, const Function& function) { return Printer(unit, function).All(); }

std::string ToText(const UnitFacts& unit) {
  std::string out = fmt::format("unit {} {}\n", unit.source() ? unit.source()->string_view() : "", EnumNameUnitState(unit.state()));
  if (unit.failure() && unit.failure()->size()) out += fmt::format("failure {}\n", unit.failure()->string_view());
  for (const File* file : *unit.files())
    if (file->role() != FileRole::External) out += fmt::format("file {} {} {}\n", file->path()->string_view(), file->size(), EnumNameFileRole(file->role()));
  if (unit.missing_headers())
    for (const auto* header : *unit.missing_headers()) out += fmt::format("missing {}\n", header->string_view());
  if (unit.diagnostics())
    for (const Diagnostic* d : *unit.diagnostics())
      out += fmt::format("error {} @{}:{}\n", d->text()->string_view(), d->location() ? d->location()->line() : 0,
                         d->location() ? d->location()->column() : 0);
  if (unit.suppressions())
    for (const Suppression* s : *unit.suppressions())
      out += fmt::format("suppression {} {} line {} for {} in {}-{} reason {}\n", EnumNameSuppressionForm(s->form()), s->check()->string_view(), s->line(),
                         s->target_line(), s->first_line(), s->last_line(), s->reason() ? s->reason()->string_view() : "");
  const auto name = [&](uint32_t symbol) { return symbol == kNone ? std::string_view("?") : Text(unit, unit.symbols()->Get(symbol)->qualified()); };
  if (unit.classes())
    for (const Class* c : *unit.classes()) {
      out += fmt::format("class {}{}", name(c->symbol()), c->flags() & kClassInProject ? "" : " external");
      if (c->bases())
        for (uint32_t base : *c->bases()) out += fmt::format(" : {}", name(base));
      if (c->fields())
        for (uint32_t field : *c->fields()) {
          const Symbol& symbol = *unit.symbols()->Get(field);
          out += fmt::format(" .{}", Text(unit, symbol.name()));
        }
      out += c->destructor() != kNone ? " ~" : "";
      out += '\n';
    }
  if (unit.overrides())
    for (const Override* o : *unit.overrides()) out += fmt::format("override {} of {}\n", name(o->method()), name(o->overridden()));
  if (unit.functions())
    for (uint32_t i = 0; i < unit.functions()->size(); ++i)
      out += fmt::format("#{} ", i) + Printer(unit, *unit.functions()->Get(i)).All();
  return out;
}

}  // namespace backlint::facts
