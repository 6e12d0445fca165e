// A thin owner of one SQLite connection and of its statements.
#ifndef BACKLINT_CACHE_DATABASE_H_
#define BACKLINT_CACHE_DATABASE_H_

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace backlint::cache {

// A prepared statement; bound from left to right, columns are read from 0. A fault of preparing or binding is what Step says.
class Statement {
 public:
  Statement(sqlite3* database, const char* sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& Bind(std::string_view text);
  Statement& Bind(int64_t number);
  // Not copied: the bytes must live until the last Step.
  Statement& BindBlob(std::string_view bytes);
  // SQLITE_ROW, SQLITE_DONE or the error.
  int Step();
  // Ready to be bound and run once more.
  void Reset();
  // "" for NULL.
  std::string Text(int column) const;
  std::string Blob(int column) const;
  int64_t Number(int column) const { return sqlite3_column_int64(statement_, column); }

 private:
  sqlite3_stmt* statement_ = nullptr;
  int next_ = 1;
  int error_ = SQLITE_OK;
};

// Result codes without their extension bits.
inline bool IsDamage(int code) { return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB; }
inline bool IsBusy(int code) { return (code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED; }

// A connection to a file that may come from elsewhere: nothing in it can make SQLite do more than store rows.
class Database {
 public:
  // Never null; when `code` is not SQLITE_OK, everything that is run fails. `path` may be "" (a private temporary file, gone
  // afterwards) or ":memory:"; its last component may not be a symbolic link.
  static std::unique_ptr<Database> Open(const std::string& path, int* code);
  ~Database() { sqlite3_close_v2(handle_); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // Waits for other processes for a short while. Leaves no transaction open when it fails.
  int Run(const char* sql);
  // Makes a file of any content an empty database, under SQLite's own locks, so that another process that has it open comes to
  // no harm (which it would by unlinking the file). No statement may be alive.
  int Empty();
  sqlite3* handle() const { return handle_; }

 private:
  explicit Database(sqlite3* handle) : handle_(handle) {}
  sqlite3* handle_;
};

}  // namespace backlint::cache

#endif  // BACKLINT_CACHE_DATABASE_H_
