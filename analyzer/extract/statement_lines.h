// The lines that statements take, read from the text alone, so that it works in files that do not parse.
#ifndef BACKLINT_EXTRACT_STATEMENT_LINES_H_
#define BACKLINT_EXTRACT_STATEMENT_LINES_H_

#include <cstdint>
#include <utility>
#include <vector>

namespace backlint {

// A statement ends at its semicolon, or at the brace of the block that it opens: the head of a function, a loop or a lambda is one,
// what stands in its block is others. Braces around values end nothing.
class StatementLines {
 public:
  // What is code, in the order of the text: without comments, blanks and preprocessor directives.
  void Code(char c, uint32_t line);
  void Literal(uint32_t first, uint32_t last);
  void Finish() { End(); }

  // First and last line of all statements that touch `line`; the line alone when there is none.
  std::pair<uint32_t, uint32_t> Around(uint32_t line) const;

 private:
  struct Scope {
    uint32_t begin = 0, last = 0;      // of the statement that is open; begin 0: none is
    int parentheses = 0;
    bool block = false;                // a statement has ended in it, so that it is no list of values
  };
  void Touch(uint32_t line);
  void End();
  void Open(uint32_t line);
  void Close(uint32_t line);

  Scope now_;
  std::vector<Scope> outer_;
  bool closed_ = false;                // a brace was closed that may have ended the statement
  std::vector<std::pair<uint32_t, uint32_t>> long_ones_;      // of more than one line
};

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_STATEMENT_LINES_H_
