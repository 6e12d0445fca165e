#include "paths/escape.h"

#include <algorithm>
#include <map>
#include <set>

#include "paths/launch.h"
#include "paths/library_throw.h"
#include "paths/precondition.h"

namespace backlint::paths {

using facts::OpKind;
using facts::ValueKind;

namespace {

constexpr size_t kMostEscapes = 48;        // of one function
constexpr size_t kMostTargets = 8;         // of one call
constexpr size_t kMostRounds = 6;          // over the functions of one cycle
constexpr size_t kLargeCycle = 400;        // functions; larger ones get two rounds

// A parameter of the function is called there: what it throws depends on the caller.
struct CalledParameter {
  uint32_t parameter = kNone;
  uint32_t try_block = kNone;
  auto operator<=>(const CalledParameter&) const = default;
};

// What one call can throw, apart from the escapes of its targets.
struct CallPlan {
  std::vector<Thrown> thrown;              // by models
  std::string library;                     // its name
  std::vector<FunctionId> targets;
  std::vector<FunctionId> run;             // bodies among the arguments that the library runs here
  uint32_t parameter = kNone;              // of the function, that is called
  bool indirect = false, unsure = false, loop = false;
};

class Finder {
 public:
  explicit Finder(const flow::Vocabulary& vocabulary) : vocabulary_(vocabulary), program_(vocabulary.program()), classes_(program_, vocabulary.models()) {
    facts_.escapes.resize(program_.functions().size());
    facts_.stopped.resize(program_.functions().size());
    called_.resize(program_.functions().size());
  }

  EscapeFacts Run() {
    for (const std::vector<FunctionId>& component : program_.BottomUp()) {
      const size_t rounds = component.size() == 1 ? 1 : component.size() > kLargeCycle ? 2 : kMostRounds;
      for (size_t round = 0; round < rounds; ++round) {
        changed_ = false;
        for (FunctionId id : component) Visit(id);
        if (!changed_) break;
      }
      plans_.clear();
    }
    return std::move(facts_);
  }

 private:
  struct Frame {
    FunctionId id;
    const ProgramFunction& function;
    const facts::Function& f;
    std::map<uint32_t, std::vector<Escape>> caught;      // by handler
  };

  void Visit(FunctionId id) {
    const ProgramFunction& function = program_.functions()[id];
    Frame frame{id, function, *function.facts, {}};
    if ((frame.f.flags() & facts::kInitializer) != 0) return;
    std::vector<std::pair<const facts::Op*, const facts::Block*>> rethrows;
    for (uint32_t b = 0; b < frame.f.blocks()->size(); ++b) {
      const facts::Block* block = frame.f.blocks()->Get(b);
      for (uint32_t i = 0; i < block->op_count(); ++i) {
        const facts::Op* op = frame.f.ops()->Get(block->first_op() + i);
        if (op->kind() == OpKind::Throw && op->value() == kNone) rethrows.emplace_back(op, block);
        else if (op->kind() == OpKind::Throw) Throw(&frame, *op, *block, b);
        else if (op->kind() == OpKind::Call) Call(&frame, *op, *block);
      }
    }
    // A handler's own exceptions may be caught, and thrown on, by one around it.
    for (size_t round = 0; round < rethrows.size() && round < 4; ++round)
      for (const auto& [op, block] : rethrows) ThrowOn(&frame, *block);
  }

  void Throw(Frame* frame, const facts::Op& op, const facts::Block& block, uint32_t index) {
    Escape escape;
    escape.thrown = classes_.Of(frame->function.unit, frame->f.values()->Get(op.value())->type());
    escape.thrown.exact = true;
    escape.place = program_.PlaceOf(frame->function.unit, op.location());
    escape.checks = OnlyChecksParameters(vocabulary_, frame->id, index);
    Raise(frame, block.try_block(), std::move(escape));
  }

  void ThrowOn(Frame* frame, const facts::Block& block) {
    const uint32_t handler = HandlerAround(*frame, block.scope());
    if (handler == kNone) return;
    const std::vector<Escape> caught = frame->caught[handler];
    for (const Escape& escape : caught) Raise(frame, block.try_block(), escape);
  }

  // The handler in whose body the scope lies.
  uint32_t HandlerAround(const Frame& frame, uint32_t scope) const {
    for (; scope != kNone; scope = frame.f.scopes()->Get(scope)->parent())
      for (uint32_t h = 0; h < frame.f.handlers()->size(); ++h)
        if (frame.f.blocks()->Get(frame.f.handlers()->Get(h)->block())->scope() == scope) return h;
    return kNone;
  }

  void Call(Frame* frame, const facts::Op& op, const facts::Block& block) {
    const CallPlan& plan = PlanOf(*frame, op);
    Escape here;
    here.value = op.value();
    here.place = program_.PlaceOf(frame->function.unit, op.location());
    here.library = plan.library;
    for (const Thrown& thrown : plan.thrown) {
      here.thrown = thrown;
      Raise(frame, block.try_block(), here);
    }
    if (plan.loop) {
      here.thrown = {"std::exception"};
      here.of_handlers = true;
      Raise(frame, block.try_block(), here);
    }
    if (plan.parameter != kNone) AddCalled(frame->id, {plan.parameter, block.try_block()});
    for (FunctionId target : plan.targets) {
      Hand(frame, op, block, target, plan.indirect, plan.unsure);
      for (const CalledParameter& called : std::vector(called_[target].begin(), called_[target].end())) HandCalled(frame, op, block, target, called);
    }
    for (FunctionId body : plan.run) Hand(frame, op, block, body, true, false);
  }

  // Escapes of a body that is called here.
  void Hand(Frame* frame, const facts::Op& op, const facts::Block& block, FunctionId body, bool indirect, bool unsure,
            const CalledParameter* through = nullptr, FunctionId by = kNone) {
    const std::vector<Escape> all = facts_.escapes[body];
    for (uint32_t i = 0; i < all.size(); ++i) {
      const Escape& escape = all[i];
      if (through && !Passes(by, through->try_block, escape.thrown)) continue;
      Escape here;
      here.thrown = escape.thrown;
      here.value = op.value();
      here.place = program_.PlaceOf(frame->function.unit, op.location());
      here.callee = body;
      here.next = i;
      here.task = indirect ? body : escape.task;
      here.possible = indirect || unsure || escape.possible;
      here.length = escape.length + 1;
      here.of_handlers = escape.of_handlers;
      here.checks = escape.checks;
      if (escape.of_handlers) here.library = escape.library;
      Raise(frame, block.try_block(), std::move(here));
    }
  }

  // The callee calls one of its parameters: with what this call passes.
  void HandCalled(Frame* frame, const facts::Op& op, const facts::Block& block, FunctionId target, const CalledParameter& called) {
    auto arguments = facts::Arguments(frame->f, *frame->f.values()->Get(op.value()));
    if (called.parameter >= arguments.size() || arguments[called.parameter] == kNone) return;
    const uint32_t argument = arguments[called.parameter];
    if (const uint32_t own = OwnParameter(*frame, argument); own != kNone) {
      AddCalled(frame->id, {own, block.try_block()});
      return;
    }
    const std::vector<FunctionId> bodies = BodiesRun(vocabulary_, frame->id, argument);
    if (bodies.size() > kMostTargets) return;
    for (FunctionId body : bodies) Hand(frame, op, block, body, true, false, &called, target);
  }

  bool Passes(FunctionId function, uint32_t try_block, const Thrown& thrown) const {
    const ProgramFunction& owner = program_.functions()[function];
    for (uint32_t t = try_block; t != kNone; t = owner.facts->tries()->Get(t)->parent()) {
      const facts::Try* handlers = owner.facts->tries()->Get(t);
      for (uint32_t i = 0; i < handlers->handler_count(); ++i)
        if (classes_.Takes(owner.unit, *owner.facts->handlers()->Get(handlers->first_handler() + i), thrown)) return false;
    }
    return true;
  }

  void Raise(Frame* frame, uint32_t try_block, Escape escape) {
    if (escape.thrown.type.empty() || classes_.IsA(escape.thrown, "std::bad_alloc")) return;
    escape.passed = kNone;
    for (uint32_t t = try_block; t != kNone; t = frame->f.tries()->Get(t)->parent()) {
      const facts::Try* handlers = frame->f.tries()->Get(t);
      for (uint32_t i = 0; i < handlers->handler_count(); ++i) {
        const uint32_t handler = handlers->first_handler() + i;
        if (!classes_.Takes(frame->function.unit, *frame->f.handlers()->Get(handler), escape.thrown)) continue;
        frame->caught[handler].push_back(std::move(escape));
        return;
      }
      if (escape.passed == kNone) escape.passed = t;
    }
    Add((frame->f.flags() & facts::kFunctionNoExcept) != 0 ? &facts_.stopped[frame->id] : &facts_.escapes[frame->id], std::move(escape));
  }

  // One for each class and task.
  void Add(std::vector<Escape>* escapes, Escape escape) {
    for (const Escape& known : *escapes)
      if (known.thrown.type == escape.thrown.type && known.task == escape.task && known.of_handlers == escape.of_handlers &&
          known.checks == escape.checks && (!escape.of_handlers || known.library == escape.library))
        return;
    if (escapes->size() >= kMostEscapes) return;
    escapes->push_back(std::move(escape));
    changed_ = true;
  }

  void AddCalled(FunctionId id, const CalledParameter& called) { changed_ |= called_[id].insert(called).second; }

  uint32_t OwnParameter(const Frame& frame, uint32_t value) const {
    return (frame.f.flags() & facts::kLambda) != 0 ? kNone : ParameterOf(program_, frame.id, value);
  }

  const CallPlan& PlanOf(const Frame& frame, const facts::Op& op) {
    const auto [entry, added] = plans_.try_emplace({frame.id, op.value()});
    if (added) entry->second = MakePlan(frame, op);
    return entry->second;
  }

  CallPlan MakePlan(const Frame& frame, const facts::Op& op) {
    CallPlan plan;
    for (const AsyncRow* row : AsyncRowsOf(vocabulary_, frame.id, op.value())) {
      if (row->role == AsyncRole::kGuard) return plan;
      plan.loop |= row->role == AsyncRole::kLoop;
      if (row->role == AsyncRole::kLoop) plan.library = row->name;
      if (row->role == AsyncRole::kLaunch && row->exceptions == Fate::kPassed) plan.run = BodiesLaunched(vocabulary_, frame.id, op.value(), *row);
    }
    LibraryThrow thrown = ThrownByLibrary(vocabulary_, frame.id, op.value(), (op.flags() & facts::kAwaited) != 0);
    if (!thrown.classes.empty()) plan.library = std::move(thrown.function);
    plan.thrown = std::move(thrown.classes);
    AddTargets(frame, op, &plan);
    return plan;
  }

  void AddTargets(const Frame& frame, const facts::Op& op, CallPlan* plan) {
    const facts::Value& call = *frame.f.values()->Get(op.value());
    auto operands = facts::Operands(frame.f, call);
    const SymbolId callee = program_.SymbolOf(frame.id, call);
    const bool holder = callee != kNone && (call.flags() & facts::kHasReceiver) != 0 && program_.symbols()[callee].name == "operator()" && program_.symbols()[callee].definitions.empty();
    const bool through_value = ((call.flags() & facts::kHasCallee) != 0 || holder) && !operands.empty() && operands[0] != kNone;
    if (through_value) {
      plan->parameter = OwnParameter(frame, operands[0]);
      plan->indirect = true;
      if (plan->parameter == kNone) plan->targets = BodiesRun(vocabulary_, frame.id, operands[0]);
    } else {
      plan->targets = program_.Targets(frame.id, op.value());
      plan->unsure = plan->targets.size() > 1 && (call.flags() & facts::kVirtualCall) != 0;
      plan->indirect = plan->unsure && RunsJob(frame, op, call);
      if (plan->targets.size() > kMostTargets) plan->targets.clear();
    }
    // A coroutine throws where it is awaited.
    std::erase_if(plan->targets, [&](FunctionId id) {
      return (program_.functions()[id].facts->flags() & facts::kCoroutine) != 0 && (op.flags() & facts::kAwaited) == 0;
    });
  }

  // `job->run()`, where the object is handed in or is the function's own: not a question to a part of it.
  static bool RunsJob(const Frame& frame, const facts::Op& op, const facts::Value& call) {
    auto operands = facts::Operands(frame.f, call);
    if (operands.size() != 1 || operands[0] == kNone || (op.flags() & facts::kDropped) == 0) return false;
    const facts::Value* receiver = frame.f.values()->Get(operands[0]);
    while ((receiver->kind() == ValueKind::Cast || receiver->kind() == ValueKind::Unary || receiver->kind() == ValueKind::Call) && receiver->operand_count() != 0 &&
           facts::Operands(frame.f, *receiver)[0] != kNone)
      receiver = frame.f.values()->Get(facts::Operands(frame.f, *receiver)[0]);
    return receiver->kind() == ValueKind::This || receiver->kind() == ValueKind::Local || receiver->kind() == ValueKind::Parameter;
  }

  const flow::Vocabulary& vocabulary_;
  const Program& program_;
  const ExceptionClasses classes_;
  EscapeFacts facts_;
  std::vector<std::set<CalledParameter>> called_;          // by FunctionId
  std::map<std::pair<FunctionId, uint32_t>, CallPlan> plans_;
  bool changed_ = false;
};

}  // namespace

EscapeFacts FindEscapes(const flow::Vocabulary& vocabulary) { return Finder(vocabulary).Run(); }

}  // namespace backlint::paths
