#include "backend/lock_order.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "backend/lock_context.h"
#include "backend/lock_walk.h"

namespace backlint {

using paths::LockPlaces;

namespace {

constexpr size_t kRounds = 2;              // over the functions of one cycle of calls
constexpr size_t kMostEdges = 400;         // between two locks
constexpr size_t kMostCalls = 16;          // that are told one by one; in a cycle of calls they need not end

LockFacts WalkAll(const LockKnowledge& knowledge) {
  const Program& program = knowledge.program;
  LockFacts facts;
  facts.summaries.resize(program.functions().size());
  facts.held_at.resize(program.functions().size());
  for (const std::vector<FunctionId>& component : program.BottomUp()) {
    const size_t rounds = component.size() == 1 ? 1 : kRounds;
    for (size_t round = 1; round <= rounds; ++round)
      for (const FunctionId id : component) LockWalk(knowledge, id, &facts).Run(round == rounds);
  }
  return facts;
}

// A method of theirs takes a lock and leaves it to others to release it; they have little else.
std::set<SymbolId> LockClasses(const Program& program, const LockFacts& facts) {
  constexpr size_t kMostFields = 2;
  std::set<SymbolId> classes;
  for (FunctionId id = 0; id < facts.summaries.size(); ++id)
    for (const HeldLock& lock : facts.summaries[id].kept) {
      const SymbolId method = program.functions()[id].symbol;
      const SymbolId record = method == kNone ? kNone : program.symbols()[method].parent;
      if (record != kNone && lock.lock.root == LockPlace::kThis && program.symbols()[record].fields.size() <= kMostFields) classes.insert(record);
    }
  return classes;
}

class Finder {
 public:
  explicit Finder(const flow::Vocabulary& vocabulary)
      : program_(vocabulary.program()), rows_(vocabulary), places_(vocabulary), givers_(vocabulary, places_),
        facts_(WalkAll({vocabulary, program_, rows_, places_, givers_})), context_(vocabulary, places_, facts_) {
    places_.SetLockClasses(LockClasses(program_, facts_));
  }

  std::vector<LockDefect> Run() {
    for (const LockEdge& edge : facts_.edges) {
      switch (edge.taking.kind) {
        case Taking::kLock: FindAgain(edge); break;
        case Taking::kJoin: FindJoin(edge); break;
        case Taking::kWait: FindWait(edge); break;
      }
    }
    FindOrders();
    std::stable_sort(defects_.begin(), defects_.end(), [](const LockDefect& a, const LockDefect& b) { return a.place < b.place; });
    return std::move(defects_);
  }

 private:
  Place At(FunctionId function, uint32_t call) const {
    const ProgramFunction& f = program_.functions()[function];
    return program_.PlaceOf(f.unit, f.facts->values()->Get(call)->location());
  }

  std::string BodyName(FunctionId function) const {
    const bool lambda = (program_.functions()[function].facts->flags() & facts::kLambda) != 0;
    return lambda ? "a lambda" : fmt::format("`{}`", program_.FunctionName(function));
  }

  // From the call in the function down to the lock.
  void Tell(FunctionId function, const Taking& first, std::string_view end, std::vector<Note>* way) const {
    const Taking* taking = &first;
    for (size_t calls = 0; taking->callee != kNone && calls < kMostCalls && taking->next < facts_.summaries[taking->callee].takings.size(); ++calls) {
      way->push_back({At(function, taking->call), fmt::format("{} is called here", BodyName(taking->callee))});
      function = taking->callee;
      taking = &facts_.summaries[function].takings[taking->next];
    }
    way->push_back({At(function, taking->call), std::string(end)});
  }

  LockDefect Begin(const LockEdge& edge, LockEnd end) const {
    LockDefect defect;
    defect.end = end;
    defect.place = At(edge.function, edge.taking.call);
    defect.function = program_.FunctionName(edge.function);
    defect.lock = places_.NameOf(edge.held.lock);
    defect.called_out = !edge.taking.certain;
    defect.way.push_back({At(edge.function, edge.held.call), fmt::format("`{}` is taken here", defect.lock)});
    return defect;
  }

  void Report(LockDefect defect) {
    if (defect.lock.empty() || !seen_.insert({defect.place, defect.lock + "|" + defect.other}).second) return;
    defects_.push_back(std::move(defect));
  }

  bool IsRecursive(const LockEdge& edge) const {
    return edge.held.recursive || edge.taking.recursive || facts_.recursive.count(edge.taking.library) != 0;
  }

  void FindAgain(const LockEdge& edge) {
    if (!edge.held.lock.SameObject(edge.taking.lock) || IsRecursive(edge) || (edge.held.shared && edge.taking.shared)) return;
    LockDefect defect = Begin(edge, LockEnd::kAgain);
    Tell(edge.function, edge.taking, fmt::format("`{}` is taken again here", defect.lock), &defect.way);
    Report(std::move(defect));
  }

  // What the thread runs, as the function that waits for its end sees it.
  void FindJoin(const LockEdge& edge) {
    for (const CallableGift& gift : givers_.all()) {
      const std::optional<LockPlace> owner = OwnerOf(edge.taking.lock, gift);
      if (!owner) continue;
      for (const Taking& taking : facts_.summaries[gift.body].takings) {
        if (taking.kind != Taking::kLock) continue;
        LockPlace lock = givers_.InGiver(taking.lock, gift);
        if (lock.root == LockPlace::kThis && owner->root != LockPlace::kUnknown) lock = LockPlaces::Join(*owner, lock);
        if (!edge.held.lock.SameObject(lock) || (edge.held.shared && taking.shared)) continue;
        LockDefect defect = Begin(edge, LockEnd::kJoin);
        defect.other = BodyName(gift.body);
        Tell(edge.function, edge.taking, "the thread's end is waited for here", &defect.way);
        Tell(gift.body, taking, fmt::format("the thread takes `{}` here", defect.lock), &defect.way);
        return Report(std::move(defect));
      }
    }
  }

  // The object whose field the thread was put into, when that is the field in `thread`; kUnknown for threads without one.
  std::optional<LockPlace> OwnerOf(LockPlace thread, const CallableGift& gift) const {
    LockPlace to = gift.to;
    if (!gift.holder || to.root == LockPlace::kUnknown) return std::nullopt;
    std::erase(thread.steps, LockPlace::kElement);
    std::erase(to.steps, LockPlace::kElement);
    if (to.root == LockPlace::kGlobal) return thread.root == to.root && thread.index == to.index && thread.steps == to.steps ? std::optional(LockPlace{}) : std::nullopt;
    if (to.root == LockPlace::kLocal && thread.SameObject(to)) return LockPlace{};
    if (to.root != LockPlace::kThis || to.steps.empty() || thread.steps.size() < to.steps.size()) return std::nullopt;
    const auto rest = static_cast<std::ptrdiff_t>(thread.steps.size() - to.steps.size());
    if (!std::equal(to.steps.begin(), to.steps.end(), thread.steps.begin() + rest)) return std::nullopt;
    thread.steps.resize(static_cast<size_t>(rest));
    thread.chain = std::min(thread.chain, static_cast<uint32_t>(rest));
    return thread;
  }

  // Everybody who could notify needs the lock.
  void FindWait(const LockEdge& edge) {
    const Taking& wait = edge.taking;
    for (const LockPlace& given : wait.given)
      if (edge.held.lock == given || (edge.held.guard.root != LockPlace::kUnknown && edge.held.guard.Within(given))) return;
    if (!places_.HasName(wait.lock) || !places_.HasName(edge.held.lock) || edge.held.shared) return;
    const Notification* first = nullptr;
    for (const Notification& notification : facts_.notifications) {
      if (!places_.HasName(notification.condition)) return;
      if (!places_.SameName(notification.condition, wait.lock)) continue;
      const auto needs = [&](const std::vector<LockPlace>& held) {
        return std::any_of(held.begin(), held.end(), [&](const LockPlace& lock) { return places_.SameName(lock, edge.held.lock); });
      };
      if (!needs(notification.held) && !needs(context_.HeldAround(notification.function))) return;
      if (first == nullptr) first = &notification;
    }
    if (first == nullptr) return;
    LockDefect defect = Begin(edge, LockEnd::kWait);
    defect.other = places_.NameOf(wait.lock);
    Tell(edge.function, wait, fmt::format("`{}` is waited for here", defect.other), &defect.way);
    defect.way.push_back({program_.PlaceOf(program_.functions()[first->function].unit, *program_.functions()[first->function].facts->location()),
                          fmt::format("{} notifies it, and needs `{}`", BodyName(first->function), defect.lock)});
    Report(std::move(defect));
  }

  // By the last field of each lock: what can be the same.
  static std::pair<uint32_t, uint32_t> KeyOf(const LockPlace& held, const LockPlace& taken) {
    const auto last = [](const LockPlace& lock) { return lock.steps.empty() ? lock.index : lock.steps.back(); };
    return {last(held), last(taken)};
  }

  void FindOrders() {
    std::map<std::pair<uint32_t, uint32_t>, std::vector<const LockEdge*>> edges;
    for (const LockEdge& edge : facts_.edges) {
      const Taking& taking = edge.taking;
      if (taking.kind != Taking::kLock || !places_.HasName(edge.held.lock) || !places_.HasName(taking.lock) || places_.SameName(edge.held.lock, taking.lock)) continue;
      if (IsPrivate(edge, edge.held.lock) || IsPrivate(edge, taking.lock)) continue;
      auto& list = edges[KeyOf(edge.held.lock, taking.lock)];
      if (list.size() < kMostEdges) list.push_back(&edge);
    }
    for (auto& [key, list] : edges)
      std::stable_sort(list.begin(), list.end(), [](const LockEdge* a, const LockEdge* b) { return a->taking.length < b->taking.length; });
    for (const auto& [key, list] : edges) {
      if (key.first > key.second) continue;
      const auto others = edges.find({key.second, key.first});
      if (others == edges.end()) continue;
      std::set<std::pair<std::string, std::string>> told;
      for (const LockEdge* one : list)
        for (const LockEdge* other : others->second)
          if (CanBlock(*one, *other) && told.insert({places_.NameOf(one->held.lock), places_.NameOf(one->taking.lock)}).second) ReportOrder(*one, *other);
    }
  }

  // Of an object that no other thread knows yet, or any more.
  bool IsPrivate(const LockEdge& edge, const LockPlace& lock) const { return lock.root == LockPlace::kThis && context_.IsMaker(edge.function); }

  bool CanBlock(const LockEdge& one, const LockEdge& other) const {
    if (!places_.SameName(one.held.lock, other.taking.lock) || !places_.SameName(one.taking.lock, other.held.lock)) return false;
    if ((one.held.shared && other.taking.shared) || (one.taking.shared && other.held.shared)) return false;
    if (!context_.CanMeet(one.function, other.function)) return false;
    std::vector<LockPlace> gates = GatesOf(one);
    const std::vector<LockPlace> more = GatesOf(other);
    return std::none_of(gates.begin(), gates.end(), [&](const LockPlace& gate) {
      return std::any_of(more.begin(), more.end(), [&](const LockPlace& lock) { return places_.SameName(gate, lock); });
    });
  }

  // Held besides the two.
  std::vector<LockPlace> GatesOf(const LockEdge& edge) const {
    std::vector<LockPlace> gates = edge.all_held;
    const std::vector<LockPlace>& around = context_.HeldAround(edge.function);
    gates.insert(gates.end(), around.begin(), around.end());
    std::erase_if(gates, [&](const LockPlace& gate) { return places_.SameName(gate, edge.held.lock) || places_.SameName(gate, edge.taking.lock); });
    return gates;
  }

  void ReportOrder(const LockEdge& one, const LockEdge& other) {
    LockDefect defect = Begin(one, LockEnd::kOrder);
    defect.other = places_.NameOf(one.taking.lock);
    defect.called_out = !one.taking.certain || !other.taking.certain;
    Tell(one.function, one.taking, fmt::format("then `{}`", defect.other), &defect.way);
    defect.way.push_back({At(other.function, other.held.call), fmt::format("`{}` is taken first here, in `{}`", defect.other, program_.FunctionName(other.function))});
    Tell(other.function, other.taking, fmt::format("then `{}`", defect.lock), &defect.way);
    Report(std::move(defect));
  }

  const Program& program_;
  const paths::LockRows rows_;
  LockPlaces places_;
  const CallableGivers givers_;
  const LockFacts facts_;
  const LockContext context_;
  std::set<std::pair<Place, std::string>> seen_;
  std::vector<LockDefect> defects_;
};

}  // namespace

std::vector<LockDefect> FindLockDefects(const flow::Vocabulary& vocabulary) { return Finder(vocabulary).Run(); }

}  // namespace backlint
