// A text with all its statements read: what the rest of the program asks for.
#ifndef BACKLINT_SQL_SCRIPT_H_
#define BACKLINT_SQL_SCRIPT_H_

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "sql/dialect.h"
#include "sql/segmented_text.h"
#include "sql/statement.h"

namespace backlint::sql {

// Owns a copy of the text and everything that the statements point into; moving a script moves none of it. Reading never fails:
// what is not understood lowers the grade of its statement. Text beyond kLongestScript bytes is left unread.
class Script {
 public:
  static constexpr size_t kLongestScript = size_t{256} << 20;

  // With an unknown dialect the text itself is asked for one.
  Script(std::span<const Segment> segments, Dialect dialect);
  Script(std::string_view text, Dialect dialect);
  ~Script();
  Script(Script&&) noexcept;
  Script& operator=(Script&&) noexcept;

  std::span<const Statement> statements() const { return statements_; }
  std::span<Statement> statements() { return statements_; }
  Dialect dialect() const { return dialect_; }

  // The text that offsets count in: the known text of all segments joined. A hole takes no bytes of it.
  std::string_view text() const;

  // Where a byte of that text stands in the segments.
  TextPosition Locate(uint32_t offset) const;

 private:
  struct Storage;
  void Read();

  std::unique_ptr<Storage> storage_;
  std::vector<Statement> statements_;
  Dialect dialect_;
};

}  // namespace backlint::sql

#endif  // BACKLINT_SQL_SCRIPT_H_
