// A thin owner of one SQLite connection and of its statements.
#ifndef BACKLINT_CACHE_DATABASE_H_
#define BACKLINT_CACHE_DATABASE_H_

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/result.h"

namespace backlint::cache {

// Of a prepared statement; bound from 1, read from 0. Resets itself when it goes.
class Statement {
 public:
  Statement(sqlite3* database, const char* sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& Bind(std::string_view text);
  Statement& Bind(int64_t number);
  Statement& BindBlob(std::string_view bytes);
  // SQLITE_ROW, SQLITE_DONE or the error.
  int Step();
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

class Database {
 public:
  // `path` may be "" (a private temporary file). `code` tells SQLite's result.
  static std::unique_ptr<Database> Open(const std::string& path, int* code);
  ~Database() { sqlite3_close_v2(handle_); }

  int Run(const char* sql) { return sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr); }
  sqlite3* handle() const { return handle_; }
  std::string Message() const { return sqlite3_errmsg(handle_); }

 private:
  explicit Database(sqlite3* handle) : handle_(handle) {}
  sqlite3* handle_;
};

}  // namespace backlint::cache

#endif  // BACKLINT_CACHE_DATABASE_H_
