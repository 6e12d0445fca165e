// Value-style access to libclang's cursors, types and strings. Nothing here keeps state.
#ifndef BACKLINT_EXTRACT_CURSOR_H_
#define BACKLINT_EXTRACT_CURSOR_H_

#include <clang-c/Index.h>

#include <string>
#include <vector>

namespace backlint {

// Takes ownership of the string.
std::string ToString(CXString text);

inline std::string Spelling(CXCursor cursor) { return ToString(clang_getCursorSpelling(cursor)); }
inline CXCursorKind Kind(CXCursor cursor) { return clang_getCursorKind(cursor); }
inline bool IsNull(CXCursor cursor) { return clang_Cursor_isNull(cursor) != 0; }
inline bool IsExpression(CXCursor cursor) { return clang_isExpression(Kind(cursor)) != 0; }
// An expression's cursor also says in which declaration it was reached, which differs between the ways to it.
inline bool Same(CXCursor a, CXCursor b) {
  if (IsExpression(a) && IsExpression(b)) return Kind(a) == Kind(b) && a.data[1] == b.data[1];
  return clang_equalCursors(a, b) != 0;
}
inline bool IsStatement(CXCursor cursor) { return clang_isStatement(Kind(cursor)) != 0; }
inline bool IsReference(CXCursor cursor) { return clang_isReference(Kind(cursor)) != 0; }

// The children in the order in which libclang shows them; references to types and namespaces among them.
std::vector<CXCursor> Children(CXCursor cursor);
// Only the children that are expressions.
std::vector<CXCursor> Expressions(CXCursor cursor);
// The first child of that kind, or the null cursor.
CXCursor FirstChild(CXCursor cursor, CXCursorKind kind);

// The kind of a function, seen through its template.
CXCursorKind FunctionKind(CXCursor cursor);
bool IsFunctionKind(CXCursorKind kind);
bool IsClassKind(CXCursorKind kind);

// What a declaration was instantiated from, or itself. An explicit specialisation stands for itself.
CXCursor Pattern(CXCursor declaration);

// Offset in the file that holds the cursor's written location (of the macro's use when it comes from a macro).
unsigned BeginOffset(CXCursor cursor);
unsigned EndOffset(CXCursor cursor);
bool SameExtent(CXCursor a, CXCursor b);
bool HasExtent(CXCursor cursor);

struct CursorHash {
  size_t operator()(CXCursor cursor) const { return clang_hashCursor(cursor); }
};
struct CursorEqual {
  bool operator()(CXCursor a, CXCursor b) const { return Same(a, b); }
};

}  // namespace backlint

#endif  // BACKLINT_EXTRACT_CURSOR_H_
