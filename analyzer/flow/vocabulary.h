// Types and calls in the terms of the models: is this text, which rows speak of this call.
#ifndef BACKLINT_FLOW_VOCABULARY_H_
#define BACKLINT_FLOW_VOCABULARY_H_

#include <unordered_map>
#include <vector>

#include "link/program.h"
#include "models/model.h"

namespace backlint::flow {

enum class TypeClass : uint8_t {
  kNumber,      // arithmetic, enumeration, or a class that models call a number
  kCharacter,   // one character
  kText,        // a string class, a stream, pointer to or array of characters
  kOther        // anything else, also what is not known
};

class Vocabulary {
 public:
  // Both must outlive the object.
  Vocabulary(const Program& program, const Models& models) : program_(program), models_(models) {}

  TypeClass Classify(uint32_t unit, uint32_t type) const;
  // References and pointers looked through.
  bool IsNumber(uint32_t unit, uint32_t type) const;
  // The parameter can be written through: reference or pointer to something that is not const.
  bool IsOutput(uint32_t unit, uint32_t type) const;
  const TypeRow* TypeRowOf(uint32_t unit, uint32_t type) const;

  // Rows of the call's callee, of what it overrides, and of the bases of its class; of a name without a declaration by the
  // receiver's type. Rows whose `arguments` differ from the number of written arguments are left out.
  std::vector<const CallRow*> RowsOf(FunctionId caller, uint32_t value) const;

  // Of a function by itself.
  const std::vector<const CallRow*>& RowsOfSymbol(SymbolId symbol) const;

  const Program& program() const { return program_; }
  const Models& models() const { return models_; }

 private:
  void AddRows(std::string_view qualified, std::vector<const CallRow*>* rows) const;

  const Program& program_;
  const Models& models_;
  mutable std::unordered_map<SymbolId, std::vector<const CallRow*>> rows_;
};

}  // namespace backlint::flow

#endif  // BACKLINT_FLOW_VOCABULARY_H_
