// Facts by hand, for tests of the stages behind the extractor.
#ifndef BACKLINT_TESTS_FACTS_BUILDER_H_
#define BACKLINT_TESTS_FACTS_BUILDER_H_

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/facts.h"

namespace backlint::testing {

// One function of straight-line code: values are added as they are needed, operations in order.
class FunctionBuilder {
 public:
  FunctionBuilder(facts::UnitFactsT* unit, uint32_t symbol, uint32_t line) : unit_(unit), function_(std::make_unique<facts::FunctionT>()) {
    function_->symbol = symbol;
    function_->location = std::make_unique<facts::Location>(0, line, 1);
    function_->end = std::make_unique<facts::Location>(0, line + 9, 1);
    function_->scopes.emplace_back(kNone, facts::Location(0, line, 1), facts::Location(0, line + 9, 1));
  }

  uint32_t Parameter(uint32_t name, uint32_t type) {
    function_->locals.emplace_back(name, type, facts::kParameter, 0, facts::Location(0, 1, 1));
    return Add(facts::ValueKind::Parameter, type, function_->parameter_count++);
  }
  uint32_t Add(facts::ValueKind kind, uint32_t type, uint32_t ref, const std::vector<uint32_t>& operands = {}, uint16_t flags = 0,
               uint32_t line = 2) {
    const uint32_t first = static_cast<uint32_t>(function_->operands.size());
    function_->operands.insert(function_->operands.end(), operands.begin(), operands.end());
    function_->values.emplace_back(kind, facts::Operator::None, flags, type, ref, first, static_cast<uint32_t>(operands.size()), 0,
                                   facts::Location(0, line, 5));
    return static_cast<uint32_t>(function_->values.size() - 1);
  }
  uint32_t Call(uint32_t symbol, uint32_t type, const std::vector<uint32_t>& operands, uint16_t flags = 0, uint32_t line = 2) {
    const uint32_t value = Add(facts::ValueKind::Call, type, symbol, operands, flags, line);
    Op(facts::OpKind::Call, value);
    return value;
  }
  void Op(facts::OpKind kind, uint32_t value) {
    function_->ops.emplace_back(kind, facts::Operator::None, 0, value, kNone, kNone, 0, 0, facts::Location(0, 2, 1));
  }
  void Return(uint32_t value) { Op(facts::OpKind::Return, value); }

  // Adds the function to the unit.
  void Finish() {
    function_->blocks.emplace_back(0, static_cast<uint32_t>(function_->ops.size()), 0, 0, kNone, kNone, 0);
    unit_->functions.push_back(std::move(function_));
  }

 private:
  facts::UnitFactsT* unit_;
  std::unique_ptr<facts::FunctionT> function_;
};

class UnitBuilder {
 public:
  explicit UnitBuilder(const std::string& source) {
    unit.version = kFactsVersion;
    unit.source = source;
    String("");
    auto file = std::make_unique<facts::FileT>();
    file->path = source;
    file->digest = "0";
    unit.files.push_back(std::move(file));
    unit.types.emplace_back(facts::TypeKind::Char, true, String("const char"), 0, kNone, kNone, 0, 0, -1);
    unit.types.emplace_back(facts::TypeKind::Pointer, false, String("const char *"), 0, 0, kNone, 0, 0, -1);
    unit.types.emplace_back(facts::TypeKind::Integer, false, String("int"), 0, kNone, kNone, 0, 0, -1);
  }

  static constexpr uint32_t kText = 1, kInt = 2;     // types: const char *, int

  uint32_t String(const std::string& text) {
    unit.strings.push_back(text);
    return static_cast<uint32_t>(unit.strings.size() - 1);
  }
  uint32_t Symbol(facts::SymbolKind kind, const std::string& qualified, uint32_t type = kText, uint32_t flags = facts::kInProject,
                  uint32_t parent = kNone) {
    const size_t colon = qualified.rfind("::");
    const uint32_t name = String(colon == std::string::npos ? qualified : qualified.substr(colon + 2));
    unit.symbols.emplace_back(kind, flags, String("c:@" + qualified), name, String(qualified), type, parent, 0, 0, 0, facts::Location(0, 1, 1));
    return static_cast<uint32_t>(unit.symbols.size() - 1);
  }
  std::string Bytes() const { return facts::Serialize(unit); }

  facts::UnitFactsT unit;
};

}  // namespace backlint::testing

#endif  // BACKLINT_TESTS_FACTS_BUILDER_H_
