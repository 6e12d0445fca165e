#include "extract/missing_names.h"

#include <algorithm>
#include <cctype>

#include "extract/cursor.h"
#include "extract/source_scan.h"
#include "extract/standard_header.h"

namespace backlint {
namespace {

constexpr size_t kMaxNames = 2000;

bool IsWord(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

std::string_view WordAt(std::string_view text, size_t at) {
  size_t end = at;
  while (end < text.size() && IsWord(text[end])) ++end;
  if (end == at || std::isdigit(static_cast<unsigned char>(text[at]))) return {};
  return text.substr(at, end - at);
}

bool AllCapitals(std::string_view name) {
  return name.size() >= 3 && std::none_of(name.begin(), name.end(), [](char c) { return std::islower(static_cast<unsigned char>(c)); });
}

bool LooksLikeType(std::string_view name) {
  return !AllCapitals(name) && (std::isupper(static_cast<unsigned char>(name[0])) || name.ends_with("_t"));
}

// Between the quotes that follow `mark`, or "".
std::string QuotedAfter(const std::string& message, std::string_view mark) {
  const size_t at = message.find(mark);
  if (at == std::string::npos) return "";
  const size_t begin = at + mark.size(), end = message.find('\'', begin);
  return end == std::string::npos ? "" : message.substr(begin, end - begin);
}

// `const a::b<int> *` -> {a, b}
std::vector<std::string> PathOf(std::string_view type) {
  for (std::string_view word : {"const ", "volatile ", "struct ", "class ", "union "})
    if (type.starts_with(word)) type.remove_prefix(word.size());
  std::vector<std::string> path;
  for (size_t at = 0; at < type.size();) {
    const std::string_view word = WordAt(type, at);
    if (word.empty()) return {};
    path.emplace_back(word);
    at += word.size();
    if (at < type.size() && type[at] == '<') {
      int depth = 0;
      for (; at < type.size(); ++at) {
        if (type[at] == '<') ++depth;
        if (type[at] == '>' && --depth == 0) break;
      }
      ++at;
    }
    if (type.substr(std::min(at, type.size()), 2) != "::") break;
    at += 2;
  }
  return path;
}

// The end of a template argument list that opens at `at`, or npos when it is none.
size_t SkipArguments(std::string_view text, size_t at) {
  constexpr size_t kMaxList = 2000;
  int depth = 0;
  for (size_t i = at; i < std::min(text.size(), at + kMaxList); ++i) {
    const char c = text[i];
    if (c == '<') ++depth;
    if (c == ';' || c == '{') return std::string_view::npos;
    if (c == '>' && text[i - 1] != '-' && --depth == 0) return i + 1;
  }
  return std::string_view::npos;
}

std::string_view WordBefore(std::string_view text, size_t at) {
  while (at > 0 && std::isspace(static_cast<unsigned char>(text[at - 1]))) --at;
  size_t begin = at;
  while (begin > 0 && IsWord(text[begin - 1])) --begin;
  return text.substr(begin, at - begin);
}

// The names in front of a name: `a::b::` -> {a, b}.
std::vector<std::string> ScopeBefore(std::string_view text, size_t at) {
  std::vector<std::string> scope;
  while (at >= 2 && text.substr(at - 2, 2) == "::") {
    size_t begin = at - 2;
    while (begin > 0 && IsWord(text[begin - 1])) --begin;
    if (begin == at - 2) break;
    scope.insert(scope.begin(), std::string(text.substr(begin, at - 2 - begin)));
    at = begin;
  }
  return scope;
}

// Where the qualified name begins whose last part stands at `at`.
size_t ChainBegin(std::string_view text, size_t at) {
  while (at >= 2 && text.substr(at - 2, 2) == "::") {
    at -= 2;
    while (at > 0 && IsWord(text[at - 1])) --at;
  }
  return at;
}

// Whether what follows a name makes it a type.
bool FollowsType(std::string_view text, size_t begin, size_t end, std::string_view name) {
  const std::string_view before = WordBefore(text, begin);
  if (before == "new" || before == "throw" || before == "typename" || before == "const" || before == "class" || before == "struct") return true;
  const size_t next = SkipBlank(text, end);
  const char c = next < text.size() ? text[next] : 0;
  if (IsWord(c) || c == '{' || c == '>') return true;
  if (c == '*' || c == '&') {
    const char last = LastNonBlank(text.substr(0, begin));
    return last == ';' || last == '{' || last == '}' || last == '(' || last == ',' || last == '<' || last == 0 || LooksLikeType(name);
  }
  if (c == ')' || c == ',' || c == '.') return LooksLikeType(name);
  return false;
}

}  // namespace

bool MissingNames::Learn(CXTranslationUnit unit, int round) {
  bool learned = false;
  learned_much_ = false;
  for (unsigned i = 0, n = clang_getNumDiagnostics(unit); i < n; ++i) {
    CXDiagnostic diagnostic = clang_getDiagnostic(unit, i);
    if (clang_getDiagnosticSeverity(diagnostic) >= CXDiagnostic_Error && count_ < kMaxNames) {
      CXFile file = nullptr;
      unsigned offset = 0;
      clang_getFileLocation(clang_getDiagnosticLocation(diagnostic), &file, nullptr, nullptr, &offset);
      size_t size = 0;
      const char* bytes = file ? clang_getFileContents(unit, file, &size) : nullptr;
      if (bytes && offset < size) learned |= LearnOne(ToString(clang_getDiagnosticSpelling(diagnostic)), {{bytes, size}, offset}, round);
    }
    clang_disposeDiagnostic(diagnostic);
  }
  return learned;
}

bool MissingNames::LearnOne(const std::string& message, Place place, int round) {
  for (std::string_view conflict : {"redefinition of '", "reference to '"})
    if (message.starts_with(conflict)) return Withdraw(QuotedAfter(message, conflict));
  if (std::string incomplete = QuotedAfter(message, "incomplete type '"); !incomplete.empty() && cpp_) return Add(PathOf(incomplete), Role::Class);
  if (message.starts_with("expected class name")) return cpp_ && LearnChain(ScopeBefore(place.text, place.offset), place, true, round);
  if (std::string name = QuotedAfter(message, "unknown type name '"); !name.empty()) return LearnChain({}, place, true, round);
  if (message.starts_with("use of undeclared identifier '")) return LearnChain({}, place, false, round);
  if (!cpp_) return false;
  const bool is_template = message.starts_with("no template named '"), is_type = message.starts_with("no type named '");
  if (!is_template && !is_type && !message.starts_with("no member named '")) return false;
  const std::string space = QuotedAfter(message, "in namespace '");
  if (!space.empty()) return LearnChain(PathOf(space), place, is_type, round);
  if (std::string owner = QuotedAfter(message, "' in '"); !owner.empty()) {
    if (is_type || is_template) return Find(PathOf(owner)) && LearnChain(PathOf(owner), place, true, round);
    return LearnMember(owner, QuotedAfter(message, "no member named '"), place);
  }
  return is_template && LearnChain({}, place, true, round);
}

bool MissingNames::LearnChain(std::vector<std::string> path, Place place, bool type, int round) {
  const std::string_view text = place.text;
  size_t at = place.offset;
  const size_t scope_size = path.size();
  bool is_template = false;
  for (;;) {
    const std::string_view word = WordAt(text, at);
    if (word.empty()) return false;
    path.emplace_back(word);
    at += word.size();
    is_template = false;
    if (const size_t open = SkipBlank(text, at); open < text.size() && text[open] == '<') {
      const size_t close = SkipArguments(text, open);
      is_template = close != std::string_view::npos && (type || LooksLikeType(word) || text.substr(close, 2) == "::" ||
                                                        (close < text.size() && (text[close] == '(' || std::isspace(static_cast<unsigned char>(text[close])))));
      if (is_template) at = close;
    }
    if (text.substr(at, 2) != "::" || WordAt(text, at + 2).empty()) break;
    if (is_template && !Add(path, Role::Template) && !Find(path)) return false;
    at += 2;
  }
  const std::string& name = path.back();
  const size_t begin = ChainBegin(text, place.offset);
  const bool made = WordBefore(text, begin) == "new" || WordBefore(text, begin) == "throw";
  const size_t next = SkipBlank(text, at);
  const char c = next < text.size() ? text[next] : 0;
  const bool single = path.size() == scope_size + 1;
  if (type && single && scope_size == 0 && AllCapitals(name) && !is_template) {
    // Alone on its line, or called where a declaration should stand: a macro of a missing header.
    const bool alone = text.substr(at, next - at).find('\n') != std::string_view::npos;
    if (alone || c == '(') return AddMacro(name, c == '(');
  }
  if (is_template) return Add(path, c == '(' && !LooksLikeType(name) && !made ? Role::Function : Role::Template);
  if (type && single) return Add(path, Role::Class);
  if (c == '(' && !made) {
    if (path.size() == 1) return false;  // the front end keeps an unknown call by its name
    return Add(path, Role::Function);
  }
  if (FollowsType(text, begin, at, name)) return Add(path, Role::Class);
  if (path.size() == 1 && round < 2) return false;
  const bool label = c == ':' && text.substr(next, 2) != "::" && WordBefore(text, begin) == "case";
  return AddValue(path, label || (!cpp_ && AllCapitals(name)), c == '[');
}

// Members are learned for made-up classes only.
bool MissingNames::LearnMember(const std::string& owner, const std::string& member, Place place) {
  std::vector<std::string> path = PathOf(owner);
  if (path.empty() || member.empty() || WordAt(member, 0).size() != member.size()) return false;
  if (path.size() != 1 || path[0] != kUnknown) {
    const Name* known = Find(path);
    if (!known || (known->role != Role::Class && known->role != Role::Template)) return false;
  }
  size_t at = place.offset;
  if (const std::string_view word = WordAt(place.text, at); word != member) return false;
  at = SkipBlank(place.text, at + member.size());
  if (at < place.text.size() && place.text[at] == '<')
    if (const size_t close = SkipArguments(place.text, at); close != std::string_view::npos) at = SkipBlank(place.text, close);
  path.push_back(member);
  return Add(path, at < place.text.size() && place.text[at] == '(' ? Role::Function : Role::Value);
}

MissingNames::Name* MissingNames::Find(const std::vector<std::string>& path) {
  Name* node = &root_;
  for (const std::string& name : path) {
    auto found = node->inside.find(name);
    if (found == node->inside.end()) return nullptr;
    node = &found->second;
  }
  return path.empty() ? nullptr : node;
}

bool MissingNames::Add(const std::vector<std::string>& path, Role role) {
  constexpr size_t kMaxDepth = 12;
  if (path.empty() || path.size() > kMaxDepth || count_ >= kMaxNames) return false;
  if (withdrawn_.count(path.back())) return false;
  if (path[0] == "std" && path.size() > 1) {
    const std::string header = StandardHeader(path[1]);
    if (!header.empty()) {
      const bool fresh = standard_headers_.insert(header).second;
      learned_much_ |= fresh;
      return fresh;
    }
  }
  Name* node = &root_;
  bool learned = false;
  for (const std::string& name : path) {
    const auto [place, fresh] = node->inside.try_emplace(name);
    count_ += fresh;
    learned |= fresh;
    node = &place->second;
  }
  if (role > node->role) {
    node->role = role;
    learned = true;
  }
  learned_much_ |= learned && path[0] != kUnknown;
  return learned;
}

bool MissingNames::AddValue(const std::vector<std::string>& path, bool constant, bool indexed) {
  bool learned = Add(path, Role::Value);
  Name* name = Find(path);
  if (!name) return learned;
  learned |= constant && !name->constant;
  name->constant |= constant;
  name->indexed |= indexed;
  return learned;
}

bool MissingNames::Erase(Name& node, const std::string& name) {
  bool erased = node.inside.erase(name) > 0;
  for (auto& [inner, child] : node.inside) erased |= Erase(child, name);
  return erased;
}

bool MissingNames::Withdraw(const std::string& name) {
  const size_t at = name.rfind("::");
  const std::string last = at == std::string::npos ? name : name.substr(at + 2);
  const bool withdrawn = !last.empty() && Erase(root_, last) && withdrawn_.insert(last).second;
  learned_much_ |= withdrawn;
  return withdrawn;
}

bool MissingNames::AddMacro(const std::string& name, bool with_arguments) {
  count_ += 1;
  learned_much_ = true;
  return macros_.emplace(name, with_arguments).second;
}

}  // namespace backlint
