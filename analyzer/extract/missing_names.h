// What a unit with missing headers uses without a declaration, learned from the front end's errors, and declarations made up for it.
//
// The front end drops a whole statement or variable when its type is not known, and with it calls, receivers and arguments. With
// a stand-in class for the type almost everything survives. So a unit with such errors is parsed again with a made-up header in
// front, until nothing new is learned. Rejected: a parser of our own for the lost text, which would have to know scopes and lambdas.
#ifndef BACKLINT_EXTRACT_MISSING_NAMES_H_
#define BACKLINT_EXTRACT_MISSING_NAMES_H_

#include <clang-c/Index.h>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace backlint {

class MissingNames {
 public:
  explicit MissingNames(bool cpp) : cpp_(cpp) {}

  // Reads the errors of a parsed unit. True when something new was learned. Values are taken for missing only from the second
  // round on: in the first one most of them are locals whose type is missing.
  bool Learn(CXTranslationUnit unit, int round);
  // Whether the last round learned more than members of unknown things, which keep their names without being declared.
  bool LearnedMuch() const { return learned_much_; }

  // The text of the header, and the path under which it is shown to the front end; no file of that name exists.
  std::string Header() const;
  static constexpr char kPath[] = "/backlint-missing/names.h";
  // The class of everything of which not even the class is known.
  static constexpr char kUnknown[] = "backlint_unknown";

 private:
  enum class Role { Scope, Value, Function, Class, Template };
  struct Name {
    Role role = Role::Scope;
    bool constant = false;               // labels of a switch have to be numbers, all different
    bool indexed = false;
    std::map<std::string, Name> inside;
  };

  struct Place {
    std::string_view text;               // of the whole file
    size_t offset;
  };
  bool LearnOne(const std::string& message, Place place, int round);
  bool LearnChain(std::vector<std::string> scope, Place place, bool type, int round);
  bool LearnMember(const std::string& owner, const std::string& member, Place place);
  bool Add(const std::vector<std::string>& path, Role role);
  bool AddValue(const std::vector<std::string>& path, bool constant, bool indexed);
  Name* Find(const std::vector<std::string>& path);
  bool AddMacro(const std::string& name, bool with_arguments);
  bool Withdraw(const std::string& name);
  static bool Erase(Name& node, const std::string& name);
  void Render(const std::string& name, const Name& node, bool in_class, std::string& out) const;
  std::string HeaderOfC() const;

  bool cpp_;
  Name root_;
  std::map<std::string, bool> macros_;
  std::set<std::string> standard_headers_;               // of names in std: the real thing is better than a made-up one
  std::set<std::string> withdrawn_;                      // declared after all, further down
  size_t count_ = 0;
  bool learned_much_ = false;
};

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_MISSING_NAMES_H_
