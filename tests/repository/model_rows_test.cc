// Every shipped row of every model is used by the fixtures of its library: a row that no call or type of them meets has a
// misspelt name, or is not needed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "fixtures/project_run.h"
#include "flow/vocabulary.h"
#include "link/program.h"
#include "models/embedded.h"
#include "models/model.h"
#include "paths/callee_names.h"
#include "paths/knowledge.h"
#include "paths/launch.h"
#include "paths/lock_rows.h"

namespace backlint::testing {
namespace {

namespace fs = std::filesystem;

// The facts of all sources of a folder, read by the program itself with its stand-in headers.
std::vector<std::string> Facts(const fs::path& sources) {
  if (!fs::is_directory(sources)) {
    ADD_FAILURE() << "there is no " << sources;
    return {};
  }
  TemporaryFolder folder;
  fs::copy(sources, folder.path(), fs::copy_options::recursive);
  std::vector<std::string> facts;
  for (const fs::directory_entry& file : fs::directory_iterator(sources)) {
    const std::string name = file.path().filename().string(), out = (folder.path() / "facts").string();
    if (!name.ends_with(".cc") && !name.ends_with(".c")) continue;
    const Output output = RunBacklint(folder.path(), {"extract", "-o", out, "--", name.ends_with(".c") ? "cc" : "c++", name.ends_with(".c") ? "-std=c17" : "-std=c++20", "-c", name});
    EXPECT_EQ(output.status, 0) << name << "\n" << output.err;
    std::ostringstream bytes;
    bytes << std::ifstream(out, std::ios::binary).rdbuf();
    const std::string buffer = bytes.str();
    const auto verified = facts::Verify({reinterpret_cast<const uint8_t*>(buffer.data()), buffer.size()});
    if (!verified) {
      ADD_FAILURE() << name << ": " << verified.error().message;
      continue;
    }
    EXPECT_NE(verified.value()->state(), facts::UnitState::Failed) << name;
    facts.push_back(buffer);
  }
  return facts;
}

// Names of the rows that something in the program meets.
std::set<std::string> Met(const Program& program, const Models& models) {
  const flow::Vocabulary vocabulary(program, models);
  std::set<std::string> met;
  for (FunctionId id = 0; id < program.functions().size(); ++id) {
    const auto& values = *program.functions()[id].facts->values();
    for (uint32_t value = 0; value < values.size(); ++value)
      if (values[value]->kind() == facts::ValueKind::Call || values[value]->kind() == facts::ValueKind::Construct)
        for (const CallRow* row : vocabulary.RowsOf(id, value)) met.insert(row->function);
    for (const facts::Value* value : values)
      if (const SymbolId symbol = value->kind() == facts::ValueKind::Global ? program.SymbolOf(id, *value) : kNone; symbol != kNone)
        if (const TypeRow* row = models.FindType(program.symbols()[symbol].qualified)) met.insert(row->type);
  }
  for (uint32_t unit = 0; unit < program.unit_count(); ++unit)
    for (uint32_t type = 0; type < program.unit(unit).types()->size(); ++type)
      if (const TypeRow* row = vocabulary.TypeRowOf(unit, type)) met.insert(row->type);
  return met;
}

// Rows of effects, by their place: two of one function differ in the arguments for which they hold.
std::set<Place> MetEffects(const Program& program, const Models& models) {
  const flow::Vocabulary vocabulary(program, models);
  const flow::TextFacts texts;
  const paths::Knowledge knowledge(vocabulary, texts, nullptr);
  std::set<Place> met;
  for (FunctionId id = 0; id < program.functions().size(); ++id) {
    const auto& values = *program.functions()[id].facts->values();
    for (uint32_t value = 0; value < values.size(); ++value)
      if (values[value]->kind() == facts::ValueKind::Call || values[value]->kind() == facts::ValueKind::Construct)
        for (const EffectRow* row : knowledge.EffectsOf(id, value)) met.insert(row->place);
  }
  return met;
}

// Rows of asynchronous work: those of calls by their place, those of classes and of methods to be overridden by their name.
std::set<std::string> MetAsync(const Program& program, const Models& models) {
  const flow::Vocabulary vocabulary(program, models);
  std::set<std::string> met;
  for (FunctionId id = 0; id < program.functions().size(); ++id) {
    const auto& values = *program.functions()[id].facts->values();
    for (uint32_t value = 0; value < values.size(); ++value)
      if (values[value]->kind() == facts::ValueKind::Call || values[value]->kind() == facts::ValueKind::Construct)
        for (const AsyncRow* row : paths::AsyncRowsOf(vocabulary, id, value)) met.insert(row->name + " " + row->with);
  }
  for (const ProgramSymbol& symbol : program.symbols()) {
    if (symbol.kind == facts::SymbolKind::Class) met.insert(std::string(symbol.qualified) + " ");
    if (symbol.kind != facts::SymbolKind::Method) continue;
    for (SymbolId overridden : symbol.overridden) met.insert(std::string(program.symbols()[overridden].qualified) + " ");
  }
  return met;
}

// Rows of locks: those of calls by their place, those of classes by the types of values.
std::set<Place> MetLocks(const Program& program, const Models& models) {
  const flow::Vocabulary vocabulary(program, models);
  const paths::LockRows rows(vocabulary);
  std::set<Place> met;
  for (FunctionId id = 0; id < program.functions().size(); ++id) {
    const auto& values = *program.functions()[id].facts->values();
    for (uint32_t value = 0; value < values.size(); ++value)
      if (values[value]->kind() == facts::ValueKind::Call || values[value]->kind() == facts::ValueKind::Construct)
        for (const LockRow* row : rows.OfCall(id, value)) met.insert(row->place);
  }
  for (uint32_t unit = 0; unit < program.unit_count(); ++unit)
    for (uint32_t type = 0; type < program.unit(unit).types()->size(); ++type)
      if (const LockRow* row = rows.OfType(unit, type)) met.insert(row->place);
  return met;
}

// Names of all calls, as the rows of what throws write them.
std::set<std::string> Called(const Program& program) {
  std::set<std::string> called;
  for (FunctionId id = 0; id < program.functions().size(); ++id) {
    const facts::Function& f = *program.functions()[id].facts;
    for (const facts::Op* op : *f.ops()) {
      if (op->kind() != facts::OpKind::Call) continue;
      size_t written = 0;
      for (uint32_t argument : facts::Arguments(f, *f.values()->Get(op->value())))
        written += argument == kNone || (f.values()->Get(argument)->flags() & facts::kImplicit) == 0;
      for (const std::string& name : paths::CalleeNames(program, id, op->value())) {
        called.insert({name, name + "/" + std::to_string(written)});
        if ((op->flags() & facts::kAwaited) != 0) called.insert(name + "/await");
      }
    }
  }
  return called;
}

bool IsCalled(const std::set<std::string>& called, std::string_view function) {
  if (!function.ends_with('*')) return called.count(std::string(function)) != 0;
  function.remove_suffix(1);
  return std::any_of(called.begin(), called.end(), [&](const std::string& name) { return name.starts_with(function); });
}

class ModelRows : public ::testing::TestWithParam<std::string> {};

TEST_P(ModelRows, AreAllMetByTheFixturesOfTheirLibrary) {
  const Models models = Models::Embedded();
  const Program program = Program::Link(Facts(fs::path(BACKLINT_SOURCE_DIR) / "fixtures/models" / GetParam()));
  const std::set<std::string> met = Met(program, models);
  const std::set<Place> met_effects = MetEffects(program, models);
  const std::set<std::string> met_async = MetAsync(program, models), called = Called(program);
  const std::set<Place> met_locks = MetLocks(program, models);
  std::vector<std::string> unmet;
  for (const auto& library : models.libraries()) {
    for (const CallRow& row : library->calls)
      if (fs::path(row.place.path).stem() == GetParam() && !met.count(row.function)) unmet.push_back(row.place.path + ":" + std::to_string(row.place.line) + " " + row.function);
    for (const TypeRow& row : library->types)
      if (fs::path(row.place.path).stem() == GetParam() && !met.count(row.type)) unmet.push_back(row.place.path + ":" + std::to_string(row.place.line) + " " + row.type);
    for (const EffectRow& row : library->effects)
      if (fs::path(row.place.path).stem() == GetParam() && !met_effects.count(row.place)) unmet.push_back(row.place.path + ":" + std::to_string(row.place.line) + " " + row.function);
    for (const AsyncRow& row : library->async)
      if (fs::path(row.place.path).stem() == GetParam() && !met_async.count(row.name + " " + row.with)) unmet.push_back(row.place.path + ":" + std::to_string(row.place.line) + " " + row.name);
    for (const LockRow& row : library->locks)
      if (fs::path(row.place.path).stem() == GetParam() && !met_locks.count(row.place)) unmet.push_back(row.place.path + ":" + std::to_string(row.place.line) + " " + row.name);
    for (const ThrowRow& row : library->thrown)
      for (const std::string& function : row.functions)
        if (fs::path(row.place.path).stem() == GetParam() && !IsCalled(called, function)) unmet.push_back(row.place.path + " throws " + function);
  }
  EXPECT_THAT(unmet, ::testing::IsEmpty());
}

std::vector<std::string> Libraries() {
  std::vector<std::string> stems;
  for (const EmbeddedFile& file : EmbeddedModels()) stems.push_back(fs::path(file.path).stem().string());
  return stems;
}

INSTANTIATE_TEST_SUITE_P(All, ModelRows, ::testing::ValuesIn(Libraries()), [](const auto& info) {
  std::string name = info.param;
  for (char& c : name)
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  return name;
});

}  // namespace
}  // namespace backlint::testing
