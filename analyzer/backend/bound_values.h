// Values that travel apart from the text of a statement: behind it in the call, or bound to its statement object later.
//
// Binding is told by its shape, so wrappers need no rows: a call on the statement's object that brings the number or name of a
// placeholder and a value, or one value after the other.
#ifndef BACKLINT_BACKEND_BOUND_VALUES_H_
#define BACKLINT_BACKEND_BOUND_VALUES_H_

#include <map>
#include <string>
#include <vector>

#include "backend/repetition.h"
#include "backend/value_path.h"

namespace backlint {

class BoundValues {
 public:
  // Of the call `site.value` in `function`, whose text has so many placeholders.
  BoundValues(const ValuePaths& paths, const flow::Vocabulary& vocabulary, FunctionId function, const QuerySite& site, size_t placeholders);

  // `ordinal` counts placeholders from 0; `name` is as written, `:id`. kNone when it is not known.
  ValuePath Of(size_t ordinal, std::string_view name) const { return Find(ordinal, name).path; }
  // The value itself, as it is written in the function; kNone when it is not known.
  uint32_t ValueOf(size_t ordinal, std::string_view name) const { return Find(ordinal, name).value; }

  // The statement is kept in a field or a global, and nothing here runs it.
  bool IsForLater() const { return for_later_; }

 private:
  struct Bound {
    ValuePath path;
    uint32_t value = kNone;
  };

  Bound Find(size_t ordinal, std::string_view name) const;
  Bound BoundOf(uint32_t value) const { return {paths_.Of(id_, value), value}; }
  void FromCall(const QuerySite& site, size_t placeholders);
  void FromObject(const QuerySite& site, bool wants_values);
  void AddElements(uint32_t value, int depth);
  std::vector<uint32_t> CallsBehind(const facts::Location& from) const;
  std::vector<ValuePath> ObjectsOf(const QuerySite& site) const;
  ValuePath RootOf(uint32_t value, int depth) const;
  const facts::Value& ValueAt(uint32_t index) const { return *f_.values()->Get(index); }

  const ValuePaths& paths_;
  const flow::Vocabulary& vocabulary_;
  const Program& program_;
  const FunctionId id_;
  const facts::Function& f_;
  std::vector<Bound> in_order_;
  std::map<int64_t, Bound> by_number_;
  std::map<std::string, Bound, std::less<>> by_name_;
  bool for_later_ = false;
};

}  // namespace backlint

#endif  // BACKLINT_BACKEND_BOUND_VALUES_H_
