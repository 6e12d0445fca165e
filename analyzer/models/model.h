// What libraries mean, as data. The set of roles is closed: a new role is a design decision, a new row is not.
//
// Places in a call are numbers: 0 is the receiver (the object before the dot), 1.. are the arguments, kResult the result.
// A free operator (`operator<<(stream, x)`) counts its operands from 1; a member operator has its object as 0.
#ifndef BACKLINT_MODELS_MODEL_H_
#define BACKLINT_MODELS_MODEL_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/finding.h"
#include "core/result.h"
#include "models/async_row.h"
#include "models/effect.h"
#include "models/lock_row.h"

namespace backlint {

enum class Role : uint8_t {
  kQuery,     // runs the text in `sql`. `binds`: values that travel apart from the text. With `language`, the text is a format
              // that is filled with `values` first (so with kPrepare)
  kPrepare,   // takes the text in `sql` to be run later; with `name`, registers it under that name (statement registries)
  kExecute,   // runs what was prepared: under the `name`, or in `value` (default: receiver)
  kEscape,    // makes `value` fit for SQL; the answer goes to `to` (default: the result)
  kFormat,    // fills the format text `format` with `values`; the answer goes to `to` (default: the result)
  kConcat,    // joins the text of `values` in order, with `separator` between them; to `to` (default: the result)
  kAppend,    // adds the text of `values` to the end of `to` (default: receiver)
  kAssign,    // `to` (default: receiver) becomes the text of `values`
  kCopy,      // hands the text of `value` on, whole or in part, to `to` (default: the result): c_str, move, trim, substr;
              // `values`: or the text of one of these instead (value_or)
  kReplace,   // the text of `value` (default: receiver) with what matches `values` replaced (first: what, second: by what):
              // result or `to`
  kNumber,    // answers a number, or its digits as text
  kHarmless,  // answers text of an alphabet that no SQL can be made of: hex, base64, digests, UUIDs, times. What is made of a
              // local time (`value`, with the directives in `format`) stays known as local
  kClear,     // `to` (default: receiver) becomes empty
  kSource,    // `to` (default: the result) is data from outside; `source` says from where
  kCompare,   // compares or tests `values` (strcmp, operator==): for conditions such as allow lists
  kJoin,      // joins the elements of the container `value` with the separator `separator`
  kAddElement,// adds `values` as element to the container `to` (default: receiver)
  kApply      // calls what `callable` means with `value` (what earlier calls have answered, at first this) and with elements of
              // `values`; the answer goes to `to` (default: the result): for_each, transform, accumulate, invoke
};

inline constexpr int kResult = -1;
inline constexpr int kAbsent = -2;

enum class FormatLanguage : uint8_t { kNone, kPrintf, kSqlite, kFmt, kQt, kBoost, kSubstitute };  // kSubstitute: `$0 $1`
enum class EscapeFor : uint8_t { kString, kIdentifier };
enum class SourceKind : uint8_t { kNone, kRequest, kArguments, kEnvironment, kFile, kNetwork, kDatabase, kInput,
                                  kClock };   // wall-clock time of the machine's zone: harmless, but local
// What a comparison says about the text when it holds: all of it is known; a part of it is; it has only characters that the other text
// has; the other text (or one of its characters) is nowhere in it; which of the two comes first, 0 when they are equal.
enum class Tells : uint8_t { kWhole, kPart, kAlphabet, kAbsent, kOrder };
enum class ModelDialect : uint8_t { kAny, kPostgres, kMysql, kSqlite, kMssql, kOracle };

struct Arguments {            // `binds = "2.."`, `values = "1"`, `values = "1..3"`; empty when first is kAbsent
  int first = kAbsent;
  int last = kAbsent;         // inclusive; kOpen for `2..`
  static constexpr int kOpen = 1000;
};

struct CallRow {
  std::string function;       // qualified name without template arguments: `pqxx::transaction_base::exec`
  Role role;
  int sql = kAbsent;
  int name = kAbsent;
  int value = kAbsent;
  int to = kAbsent;           // kAbsent: the role's default
  int format = kAbsent;
  int separator = kAbsent;
  int callable = kAbsent;
  int at = kAbsent;           // kAppend, kReplace: argument that says where in the text (a constant 0 is the front)
  Arguments values;
  Arguments binds;
  FormatLanguage language = FormatLanguage::kNone;
  EscapeFor escapes = EscapeFor::kString;
  bool quotes = false;        // kEscape: the answer has its quotes already
  bool list = false;          // kFormat: `values` is a va_list
  bool append = false;        // kFormat, kEscape, kSource: the answer is added to the end of `to`; kQuery, kPrepare: the text goes
                              // on where that of the receiver ended (`session << "..." << x`)
  bool front = false;         // kAppend: at the beginning instead of the end
  SourceKind source = SourceKind::kNone;
  Tells tells = Tells::kWhole;        // kCompare
  ModelDialect dialect = ModelDialect::kAny;
  int arguments = kAbsent;    // the row holds only for calls with so many written arguments
  const struct Library* library = nullptr;
  Place place;                // where the row stands
};

enum class TypeRole : uint8_t {
  kText,        // a string class: values of it are text
  kStream,      // a stream that text is written to
  kSource,      // an object from outside (a request): all text that its methods and fields give is untrusted
  kConnection, kStatement, kTransaction, kResultSet,  // for later stages; read and kept
  kNumber,      // a class whose text is only digits (big numbers, dates of a fixed form, UUIDs)
  kContainer    // elements in, elements out
};

struct TypeRow {
  std::string type;           // qualified name without template arguments
  TypeRole role;
  SourceKind source = SourceKind::kNone;
  std::string begin, commit, rollback, destructor;    // kTransaction
  const struct Library* library = nullptr;
  Place place;
};

struct Library {
  std::string name;                       // `libpqxx`
  std::vector<std::string> headers;       // prefixes of include paths, `pqxx/`
  ModelDialect dialect = ModelDialect::kAny;
  std::string parameterised;              // one line of code: how this library passes a value apart from the text
  std::string parameterised_note;         // optional sentence behind it, shown in fixes as well
  std::vector<std::string> borrows;       // functions that look at handles and keep none; a `*` at the end stands for any rest
  std::vector<std::string> throws;        // functions that answer failure by an exception of a class that nobody has said
  std::vector<ThrowRow> thrown;           // functions by what they throw
  std::vector<ExceptionRow> exceptions;   // classes of exceptions with their bases
  std::vector<CallRow> calls;
  std::vector<TypeRow> types;
  std::vector<EffectRow> effects;
  std::vector<AsyncRow> async;
  std::vector<LockRow> locks;
};

// One problem of a model file, with its line.
struct ModelError {
  Place place;
  std::string message;
};

// All rows. Immutable once built; rows live as long as the object.
class Models {
 public:
  // The rows of the binary. They are ours: an error in them is a bug (assert).
  static Models Embedded();

  // Adds the rows of one file. A row for a name that exists replaces the older one. On errors nothing of the file is added.
  std::vector<ModelError> Add(std::string_view path, std::string_view toml);

  // Rows for a qualified name, in file order (several when overloads differ); empty when there is none.
  std::span<const CallRow* const> FindCalls(std::string_view qualified) const;
  const TypeRow* FindType(std::string_view qualified) const;
  std::span<const EffectRow* const> FindEffects(std::string_view qualified) const;
  std::span<const AsyncRow* const> FindAsync(std::string_view qualified) const;
  std::span<const LockRow* const> FindLocks(std::string_view qualified) const;
  // Of the lists `borrows` of all libraries.
  bool Borrows(std::string_view qualified) const;
  // Classes that the function throws; `std::exception` when only that it throws is known.
  std::vector<std::string_view> ThrownBy(std::string_view qualified) const;
  // What a class of exceptions derives from; empty when it is not known.
  std::span<const std::string> BasesOf(std::string_view exception) const;
  std::span<const std::unique_ptr<Library>> libraries() const { return libraries_; }

  Models();
  Models(Models&&) noexcept;
  Models& operator=(Models&&) noexcept;
  ~Models();

 private:
  struct Index;
  std::vector<std::unique_ptr<Library>> libraries_;
  std::unique_ptr<Index> index_;
};

std::string_view Name(Role role);
std::string_view Name(TypeRole role);
std::string_view Name(FormatLanguage language);
std::string_view Name(SourceKind kind);
std::string_view Name(ModelDialect dialect);

}  // namespace backlint

#endif  // BACKLINT_MODELS_MODEL_H_
