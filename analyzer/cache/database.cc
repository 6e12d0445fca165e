#include "cache/database.h"

#include "cache/file_layer.h"

namespace backlint::cache {
namespace {

constexpr int kBusyMilliseconds = 2000;
// No facts are larger; a row that claims to be is damaged.
constexpr int kLargestValue = 256 << 20;

}  // namespace

Statement::Statement(sqlite3* database, const char* sql) {
  error_ = sqlite3_prepare_v2(database, sql, -1, &statement_, nullptr);
}
Statement::~Statement() { sqlite3_finalize(statement_); }

Statement& Statement::Bind(std::string_view text) {
  const char* bytes = text.empty() ? "" : text.data();
  if (error_ == SQLITE_OK) error_ = sqlite3_bind_text64(statement_, next_++, bytes, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}

Statement& Statement::Bind(int64_t number) {
  if (error_ == SQLITE_OK) error_ = sqlite3_bind_int64(statement_, next_++, number);
  return *this;
}

Statement& Statement::BindBlob(std::string_view bytes) {
  // A null pointer would be NULL, not an empty blob.
  const char* data = bytes.empty() ? "" : bytes.data();
  if (error_ == SQLITE_OK) error_ = sqlite3_bind_blob64(statement_, next_++, data, bytes.size(), SQLITE_STATIC);
  return *this;
}

int Statement::Step() { return error_ != SQLITE_OK ? error_ : sqlite3_step(statement_); }

void Statement::Reset() {
  sqlite3_reset(statement_);
  next_ = 1;
  if (statement_ != nullptr) error_ = SQLITE_OK;
}

std::string Statement::Text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  return text ? std::string(text, static_cast<size_t>(sqlite3_column_bytes(statement_, column))) : std::string();
}

std::string Statement::Blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return bytes ? std::string(bytes, static_cast<size_t>(sqlite3_column_bytes(statement_, column))) : std::string();
}

std::unique_ptr<Database> Database::Open(const std::string& path, int* code) {
  sqlite3* handle = nullptr;
  *code = sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW, FileLayer());
  std::unique_ptr<Database> database(new Database(handle));
  if (*code != SQLITE_OK) return database;
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kLargestValue);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  return database;
}

int Database::Run(const char* sql) {
  const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK && handle_ != nullptr && !sqlite3_get_autocommit(handle_))
    sqlite3_exec(handle_, "ROLLBACK", nullptr, nullptr, nullptr);
  return code;
}

int Database::Empty() {
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_RESET_DATABASE, 1, nullptr);
  const int code = Run("VACUUM");
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_RESET_DATABASE, 0, nullptr);
  return code;
}

}  // namespace backlint::cache
