// The declarations made up for missing names. What they mean is never run: they only have to take part in every expression.
#include <algorithm>

#include <fmt/format.h>

#include "extract/missing_names.h"

namespace backlint {
namespace {

// {0}: the class, {1}: the class of unknown things. Either goes wherever a pointer, a stream, a number, a range or an awaited
// thing can go.
constexpr char kEveryClass[] = R"(  ~{0}(); {0}(const {0}&); {0}& operator=(const {0}&); template <class A> {0}& operator=(A&&);
  {0}* operator->() const; {0}& operator*() const;
  template <class A> {0}& operator<<(A&&) const; template <class A> {0}& operator>>(A&&) const; template <class A> {0}& operator+=(A&&);
  template <class A> {1}& operator[](A&&) const; template <class... A> {1} operator()(A&&...) const;
  {1}* begin() const; {1}* end() const; {0}& operator++(); {0} operator++(int);
  bool await_ready() const noexcept; template <class A> void await_suspend(A&&) const noexcept; {1} await_resume() const noexcept;
)";

constexpr char kOperator[] = R"(  template <class A> friend {1} operator{2}(const {0}&, const A&); template <class A> friend {1} operator{2}(const A&, const {0}&);
  friend {1} operator{2}(const {0}&, const {0}&);
)";

// Only what has a name can be made from anything and be a coroutine's result; only the unknown becomes anything.
constexpr char kNamedClass[] = R"(  {0}(); template <class... A> {0}(A&&...); {0}({0}&); explicit operator bool() const;
  struct promise_type {{ {0} get_return_object(); {1} initial_suspend() noexcept; {1} final_suspend() noexcept; void unhandled_exception();
    template <class A> void return_value(A&&); template <class A> {1} yield_value(A&&); }};
)";
constexpr char kUnknownClass[] = R"(  {0}(); template <class A> operator A() const;
)";

std::string MembersOf(const std::string& name) {
  std::string out = fmt::format(kEveryClass, name, MissingNames::kUnknown);
  for (const char* op : {"+", "-", "*", "/", "%"}) out += fmt::format(kOperator, name, MissingNames::kUnknown, op);
  for (const char* op : {"==", "!=", "<", ">", "<=", ">="}) out += fmt::format(kOperator, name, "bool", op);
  return out + (name == MissingNames::kUnknown ? fmt::format(kUnknownClass, name) : fmt::format(kNamedClass, name, MissingNames::kUnknown));
}

// A number that no other constant is likely to have, nor a made-up one of another name.
uint32_t NumberOf(std::string_view name) {
  uint32_t number = 2166136261U;
  for (char c : name) number = (number ^ static_cast<unsigned char>(c)) * 16777619U;
  return 0x10000000U | (number & 0x0fffffffU);
}

std::string Constant(const std::string& name) { return fmt::format("static const int {} = {};\n", name, NumberOf(name)); }

bool IsAny(std::string_view name, std::initializer_list<std::string_view> names) { return std::find(names.begin(), names.end(), name) != names.end(); }

}  // namespace

// In C, whatever has no declaration is a number to begin with; truth and null pointers are what they are everywhere.
std::string MissingNames::HeaderOfC() const {
  std::string out;
  for (const auto& [name, node] : root_.inside) {
    if (IsAny(name, {"bool", "true", "false"})) out += "#include <stdbool.h>\n";
    else if (name == "NULL") out += "#include <stddef.h>\n";
    else if (IsAny(name, {"TRUE", "FALSE"})) out += fmt::format("#ifndef {0}\n#define {0} {1}\n#endif\n", name, name == "TRUE" ? 1 : 0);
    else if (node.role >= Role::Class) out += fmt::format("typedef struct {0} {{ int backlint_; }} {0};\n", name);
    else if (node.role == Role::Value && node.constant) out += Constant(name);
    else if (node.role == Role::Value) out += fmt::format("extern int {}{};\n", name, node.indexed ? "[]" : "");
  }
  return out;
}

std::string MissingNames::Header() const {
  std::string out;
  for (const auto& [name, with_arguments] : macros_)
    out += fmt::format("#ifndef {0}\n#define {0}{1}\n#endif\n", name, with_arguments ? "(...)" : "");
  if (!cpp_) return out + HeaderOfC();
  for (const std::string& header : standard_headers_) out += fmt::format("#include <{}>\n", header);
  out += fmt::format("struct {} {{\n", kUnknown) + MembersOf(kUnknown);
  if (auto unknown = root_.inside.find(kUnknown); unknown != root_.inside.end())
    for (const auto& [name, node] : unknown->second.inside) Render(name, node, true, out);
  out += "};\n";
  // Classes first, by name only: members and functions mention no other made-up class, so their order is free.
  for (const auto& [name, node] : root_.inside)
    if (name != kUnknown) Render(name, node, false, out);
  return out;
}

void MissingNames::Render(const std::string& name, const Name& node, bool in_class, std::string& out) const {
  switch (node.role) {
    case Role::Scope:
      if (node.inside.empty()) return;
      out += in_class ? fmt::format("struct {} {{\n", name) : fmt::format("namespace {} {{\n", name);
      for (const auto& [inner, child] : node.inside) Render(inner, child, in_class, out);
      out += in_class ? "};\n" : "}\n";
      return;
    case Role::Value:
      if (!node.inside.empty()) {        // `Color::kRed`: a scope after all
        Name scope = node;
        scope.role = Role::Scope;
        return Render(name, scope, in_class, out);
      }
      out += node.constant ? Constant(name) : fmt::format("{} {} {};\n", in_class ? "static" : "extern", kUnknown, name);
      return;
    case Role::Function:
      if (!node.inside.empty()) {
        Name type = node;
        type.role = Role::Class;
        return Render(name, type, in_class, out);
      }
      // Static members can be called both ways, and on constants.
      out += fmt::format("template <class... T, class... A> {}{} {}(A&&...);\n", in_class ? "static " : "", kUnknown, name);
      return;
    case Role::Class:
    case Role::Template:
      if (node.role == Role::Template) out += "template <class... T> ";
      out += fmt::format("struct {} {{\n", name);
      out += MembersOf(name);
      for (const auto& [inner, child] : node.inside) Render(inner, child, true, out);
      out += "};\n";
      return;
  }
}

}  // namespace backlint
