/* Stand-in: the most used declarations of SQLite. */
#ifndef SQLITE3_H
#define SQLITE3_H
#include <stdarg.h>
#ifdef __cplusplus
extern "C" {
#endif

#define SQLITE_VERSION "3.45.0"
#define SQLITE_VERSION_NUMBER 3045000
#define SQLITE_OK 0
#define SQLITE_ERROR 1
#define SQLITE_INTERNAL 2
#define SQLITE_PERM 3
#define SQLITE_ABORT 4
#define SQLITE_BUSY 5
#define SQLITE_LOCKED 6
#define SQLITE_NOMEM 7
#define SQLITE_READONLY 8
#define SQLITE_INTERRUPT 9
#define SQLITE_IOERR 10
#define SQLITE_CORRUPT 11
#define SQLITE_NOTFOUND 12
#define SQLITE_FULL 13
#define SQLITE_CANTOPEN 14
#define SQLITE_PROTOCOL 15
#define SQLITE_EMPTY 16
#define SQLITE_SCHEMA 17
#define SQLITE_TOOBIG 18
#define SQLITE_CONSTRAINT 19
#define SQLITE_MISMATCH 20
#define SQLITE_MISUSE 21
#define SQLITE_NOLFS 22
#define SQLITE_AUTH 23
#define SQLITE_FORMAT 24
#define SQLITE_RANGE 25
#define SQLITE_NOTADB 26
#define SQLITE_NOTICE 27
#define SQLITE_WARNING 28
#define SQLITE_ROW 100
#define SQLITE_DONE 101
#define SQLITE_BUSY_RECOVERY (SQLITE_BUSY | (1 << 8))
#define SQLITE_BUSY_SNAPSHOT (SQLITE_BUSY | (2 << 8))
#define SQLITE_CONSTRAINT_CHECK (SQLITE_CONSTRAINT | (1 << 8))
#define SQLITE_CONSTRAINT_FOREIGNKEY (SQLITE_CONSTRAINT | (3 << 8))
#define SQLITE_CONSTRAINT_NOTNULL (SQLITE_CONSTRAINT | (5 << 8))
#define SQLITE_CONSTRAINT_PRIMARYKEY (SQLITE_CONSTRAINT | (6 << 8))
#define SQLITE_CONSTRAINT_UNIQUE (SQLITE_CONSTRAINT | (8 << 8))
#define SQLITE_OPEN_READONLY 0x00000001
#define SQLITE_OPEN_READWRITE 0x00000002
#define SQLITE_OPEN_CREATE 0x00000004
#define SQLITE_OPEN_URI 0x00000040
#define SQLITE_OPEN_MEMORY 0x00000080
#define SQLITE_OPEN_NOMUTEX 0x00008000
#define SQLITE_OPEN_FULLMUTEX 0x00010000
#define SQLITE_OPEN_SHAREDCACHE 0x00020000
#define SQLITE_OPEN_PRIVATECACHE 0x00040000
#define SQLITE_OPEN_WAL 0x00080000
#define SQLITE_INTEGER 1
#define SQLITE_FLOAT 2
#define SQLITE_TEXT 3
#define SQLITE3_TEXT 3
#define SQLITE_BLOB 4
#define SQLITE_NULL 5
#define SQLITE_UTF8 1
#define SQLITE_UTF16 4
#define SQLITE_ANY 5
#define SQLITE_DETERMINISTIC 0x800
#define SQLITE_PREPARE_PERSISTENT 0x01
#define SQLITE_CONFIG_SINGLETHREAD 1
#define SQLITE_CONFIG_MULTITHREAD 2
#define SQLITE_CONFIG_SERIALIZED 3
#define SQLITE_CONFIG_LOG 16
#define SQLITE_DBCONFIG_ENABLE_FKEY 1002
#define SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION 1005
#define SQLITE_LIMIT_VARIABLE_NUMBER 9
#define SQLITE_CHECKPOINT_PASSIVE 0
#define SQLITE_CHECKPOINT_FULL 1
#define SQLITE_CHECKPOINT_RESTART 2
#define SQLITE_CHECKPOINT_TRUNCATE 3
#define SQLITE_TRACE_STMT 1
#define SQLITE_TRACE_PROFILE 2
#define SQLITE_DELETE 9
#define SQLITE_INSERT 18
#define SQLITE_UPDATE 23
#define SQLITE_DENY 1
#define SQLITE_STATIC ((sqlite3_destructor_type)0)
#define SQLITE_TRANSIENT ((sqlite3_destructor_type)-1)

typedef struct sqlite3 sqlite3;
typedef struct sqlite3_stmt sqlite3_stmt;
typedef struct sqlite3_value sqlite3_value;
typedef struct sqlite3_context sqlite3_context;
typedef struct sqlite3_blob sqlite3_blob;
typedef struct sqlite3_backup sqlite3_backup;
typedef struct sqlite3_str sqlite3_str;
typedef struct sqlite3_mutex sqlite3_mutex;
typedef struct sqlite3_vfs sqlite3_vfs;
typedef struct sqlite3_module sqlite3_module;
typedef struct sqlite3_api_routines sqlite3_api_routines;
typedef long long int sqlite_int64;
typedef unsigned long long int sqlite_uint64;
typedef sqlite_int64 sqlite3_int64;
typedef sqlite_uint64 sqlite3_uint64;
typedef void (*sqlite3_destructor_type)(void*);
typedef int (*sqlite3_callback)(void*, int, char**, char**);

const char* sqlite3_libversion(void);
const char* sqlite3_sourceid(void);
int sqlite3_libversion_number(void);
int sqlite3_threadsafe(void);
int sqlite3_initialize(void);
int sqlite3_shutdown(void);
int sqlite3_config(int option, ...);
int sqlite3_db_config(sqlite3* db, int option, ...);
int sqlite3_open(const char* name, sqlite3** db);
int sqlite3_open16(const void* name, sqlite3** db);
int sqlite3_open_v2(const char* name, sqlite3** db, int flags, const char* vfs);
int sqlite3_close(sqlite3* db);
int sqlite3_close_v2(sqlite3* db);
int sqlite3_exec(sqlite3* db, const char* sql, int (*callback)(void*, int, char**, char**), void* context, char** message);
int sqlite3_get_table(sqlite3* db, const char* sql, char*** result, int* rows, int* columns, char** message);
void sqlite3_free_table(char** result);
int sqlite3_declare_vtab(sqlite3* db, const char* sql);
int sqlite3_prepare(sqlite3* db, const char* sql, int bytes, sqlite3_stmt** statement, const char** tail);
int sqlite3_prepare_v2(sqlite3* db, const char* sql, int bytes, sqlite3_stmt** statement, const char** tail);
int sqlite3_prepare_v3(sqlite3* db, const char* sql, int bytes, unsigned int flags, sqlite3_stmt** statement, const char** tail);
int sqlite3_prepare16(sqlite3* db, const void* sql, int bytes, sqlite3_stmt** statement, const void** tail);
int sqlite3_prepare16_v2(sqlite3* db, const void* sql, int bytes, sqlite3_stmt** statement, const void** tail);
int sqlite3_prepare16_v3(sqlite3* db, const void* sql, int bytes, unsigned int flags, sqlite3_stmt** statement, const void** tail);
int sqlite3_step(sqlite3_stmt* statement);
int sqlite3_reset(sqlite3_stmt* statement);
int sqlite3_finalize(sqlite3_stmt* statement);
int sqlite3_clear_bindings(sqlite3_stmt* statement);
sqlite3* sqlite3_db_handle(sqlite3_stmt* statement);
sqlite3_stmt* sqlite3_next_stmt(sqlite3* db, sqlite3_stmt* statement);
int sqlite3_stmt_readonly(sqlite3_stmt* statement);
int sqlite3_stmt_busy(sqlite3_stmt* statement);
const char* sqlite3_sql(sqlite3_stmt* statement);
char* sqlite3_expanded_sql(sqlite3_stmt* statement);
int sqlite3_bind_blob(sqlite3_stmt* statement, int index, const void* value, int bytes, void (*free)(void*));
int sqlite3_bind_blob64(sqlite3_stmt* statement, int index, const void* value, sqlite3_uint64 bytes, void (*free)(void*));
int sqlite3_bind_double(sqlite3_stmt* statement, int index, double value);
int sqlite3_bind_int(sqlite3_stmt* statement, int index, int value);
int sqlite3_bind_int64(sqlite3_stmt* statement, int index, sqlite3_int64 value);
int sqlite3_bind_null(sqlite3_stmt* statement, int index);
int sqlite3_bind_text(sqlite3_stmt* statement, int index, const char* value, int bytes, void (*free)(void*));
int sqlite3_bind_text16(sqlite3_stmt* statement, int index, const void* value, int bytes, void (*free)(void*));
int sqlite3_bind_text64(sqlite3_stmt* statement, int index, const char* value, sqlite3_uint64 bytes, void (*free)(void*),
                        unsigned char encoding);
int sqlite3_bind_value(sqlite3_stmt* statement, int index, const sqlite3_value* value);
int sqlite3_bind_zeroblob(sqlite3_stmt* statement, int index, int bytes);
int sqlite3_bind_parameter_count(sqlite3_stmt* statement);
const char* sqlite3_bind_parameter_name(sqlite3_stmt* statement, int index);
int sqlite3_bind_parameter_index(sqlite3_stmt* statement, const char* name);
int sqlite3_column_count(sqlite3_stmt* statement);
int sqlite3_data_count(sqlite3_stmt* statement);
const char* sqlite3_column_name(sqlite3_stmt* statement, int column);
const char* sqlite3_column_decltype(sqlite3_stmt* statement, int column);
const char* sqlite3_column_table_name(sqlite3_stmt* statement, int column);
const void* sqlite3_column_blob(sqlite3_stmt* statement, int column);
double sqlite3_column_double(sqlite3_stmt* statement, int column);
int sqlite3_column_int(sqlite3_stmt* statement, int column);
sqlite3_int64 sqlite3_column_int64(sqlite3_stmt* statement, int column);
const unsigned char* sqlite3_column_text(sqlite3_stmt* statement, int column);
const void* sqlite3_column_text16(sqlite3_stmt* statement, int column);
sqlite3_value* sqlite3_column_value(sqlite3_stmt* statement, int column);
int sqlite3_column_bytes(sqlite3_stmt* statement, int column);
int sqlite3_column_bytes16(sqlite3_stmt* statement, int column);
int sqlite3_column_type(sqlite3_stmt* statement, int column);
const void* sqlite3_value_blob(sqlite3_value* value);
double sqlite3_value_double(sqlite3_value* value);
int sqlite3_value_int(sqlite3_value* value);
sqlite3_int64 sqlite3_value_int64(sqlite3_value* value);
const unsigned char* sqlite3_value_text(sqlite3_value* value);
const void* sqlite3_value_text16(sqlite3_value* value);
int sqlite3_value_bytes(sqlite3_value* value);
int sqlite3_value_type(sqlite3_value* value);
void sqlite3_result_blob(sqlite3_context* context, const void* value, int bytes, void (*free)(void*));
void sqlite3_result_double(sqlite3_context* context, double value);
void sqlite3_result_error(sqlite3_context* context, const char* message, int bytes);
void sqlite3_result_int(sqlite3_context* context, int value);
void sqlite3_result_int64(sqlite3_context* context, sqlite3_int64 value);
void sqlite3_result_null(sqlite3_context* context);
void sqlite3_result_text(sqlite3_context* context, const char* value, int bytes, void (*free)(void*));
void sqlite3_result_value(sqlite3_context* context, sqlite3_value* value);
void* sqlite3_user_data(sqlite3_context* context);
sqlite3* sqlite3_context_db_handle(sqlite3_context* context);
void* sqlite3_aggregate_context(sqlite3_context* context, int bytes);
int sqlite3_create_function(sqlite3* db, const char* name, int arguments, int encoding, void* data,
                            void (*call)(sqlite3_context*, int, sqlite3_value**), void (*step)(sqlite3_context*, int, sqlite3_value**),
                            void (*final)(sqlite3_context*));
int sqlite3_create_function_v2(sqlite3* db, const char* name, int arguments, int encoding, void* data,
                               void (*call)(sqlite3_context*, int, sqlite3_value**),
                               void (*step)(sqlite3_context*, int, sqlite3_value**), void (*final)(sqlite3_context*),
                               void (*destroy)(void*));
int sqlite3_create_collation(sqlite3* db, const char* name, int encoding, void* data,
                             int (*compare)(void*, int, const void*, int, const void*));
int sqlite3_create_module(sqlite3* db, const char* name, const sqlite3_module* module, void* data);
const char* sqlite3_errmsg(sqlite3* db);
const void* sqlite3_errmsg16(sqlite3* db);
const char* sqlite3_errstr(int code);
int sqlite3_errcode(sqlite3* db);
int sqlite3_extended_errcode(sqlite3* db);
int sqlite3_extended_result_codes(sqlite3* db, int on);
sqlite3_int64 sqlite3_last_insert_rowid(sqlite3* db);
int sqlite3_changes(sqlite3* db);
sqlite3_int64 sqlite3_changes64(sqlite3* db);
int sqlite3_total_changes(sqlite3* db);
int sqlite3_get_autocommit(sqlite3* db);
int sqlite3_txn_state(sqlite3* db, const char* schema);
int sqlite3_limit(sqlite3* db, int id, int value);
void sqlite3_interrupt(sqlite3* db);
int sqlite3_complete(const char* sql);
int sqlite3_busy_handler(sqlite3* db, int (*handler)(void*, int), void* data);
int sqlite3_busy_timeout(sqlite3* db, int milliseconds);
void* sqlite3_commit_hook(sqlite3* db, int (*hook)(void*), void* data);
void* sqlite3_rollback_hook(sqlite3* db, void (*hook)(void*), void* data);
void* sqlite3_update_hook(sqlite3* db, void (*hook)(void*, int, const char*, const char*, sqlite3_int64), void* data);
void* sqlite3_trace(sqlite3* db, void (*trace)(void*, const char*), void* data);
int sqlite3_trace_v2(sqlite3* db, unsigned mask, int (*trace)(unsigned, void*, void*, void*), void* data);
int sqlite3_set_authorizer(sqlite3* db, int (*authorize)(void*, int, const char*, const char*, const char*, const char*), void* data);
int sqlite3_enable_load_extension(sqlite3* db, int on);
int sqlite3_load_extension(sqlite3* db, const char* file, const char* entry, char** message);
int sqlite3_wal_checkpoint(sqlite3* db, const char* name);
int sqlite3_wal_checkpoint_v2(sqlite3* db, const char* name, int mode, int* log, int* done);
int sqlite3_wal_autocheckpoint(sqlite3* db, int pages);
int sqlite3_blob_open(sqlite3* db, const char* name, const char* table, const char* column, sqlite3_int64 row, int flags,
                      sqlite3_blob** blob);
int sqlite3_blob_close(sqlite3_blob* blob);
int sqlite3_blob_bytes(sqlite3_blob* blob);
int sqlite3_blob_read(sqlite3_blob* blob, void* to, int bytes, int offset);
int sqlite3_blob_write(sqlite3_blob* blob, const void* from, int bytes, int offset);
sqlite3_backup* sqlite3_backup_init(sqlite3* to, const char* to_name, sqlite3* from, const char* from_name);
int sqlite3_backup_step(sqlite3_backup* backup, int pages);
int sqlite3_backup_finish(sqlite3_backup* backup);
int sqlite3_backup_remaining(sqlite3_backup* backup);
int sqlite3_backup_pagecount(sqlite3_backup* backup);
int sqlite3_table_column_metadata(sqlite3* db, const char* schema, const char* table, const char* column, const char** type,
                                  const char** collation, int* not_null, int* primary, int* increment);
const char* sqlite3_db_filename(sqlite3* db, const char* name);
int sqlite3_db_readonly(sqlite3* db, const char* name);
char* sqlite3_mprintf(const char* format, ...);
char* sqlite3_vmprintf(const char* format, va_list list);
char* sqlite3_snprintf(int size, char* buffer, const char* format, ...);
char* sqlite3_vsnprintf(int size, char* buffer, const char* format, va_list list);
sqlite3_str* sqlite3_str_new(sqlite3* db);
char* sqlite3_str_finish(sqlite3_str* text);
void sqlite3_str_appendf(sqlite3_str* text, const char* format, ...);
void sqlite3_str_vappendf(sqlite3_str* text, const char* format, va_list list);
void sqlite3_str_append(sqlite3_str* text, const char* more, int bytes);
void sqlite3_str_appendall(sqlite3_str* text, const char* more);
void sqlite3_str_appendchar(sqlite3_str* text, int count, char c);
void sqlite3_str_reset(sqlite3_str* text);
int sqlite3_str_errcode(sqlite3_str* text);
int sqlite3_str_length(sqlite3_str* text);
char* sqlite3_str_value(sqlite3_str* text);
int sqlite3_stricmp(const char* a, const char* b);
int sqlite3_strnicmp(const char* a, const char* b, int bytes);
int sqlite3_strglob(const char* pattern, const char* text);
int sqlite3_strlike(const char* pattern, const char* text, unsigned int escape);
void* sqlite3_malloc(int bytes);
void* sqlite3_malloc64(sqlite3_uint64 bytes);
void* sqlite3_realloc(void* memory, int bytes);
void sqlite3_free(void* memory);
sqlite3_int64 sqlite3_memory_used(void);
void sqlite3_randomness(int bytes, void* to);
void sqlite3_log(int code, const char* format, ...);
int sqlite3_sleep(int milliseconds);
sqlite3_mutex* sqlite3_db_mutex(sqlite3* db);
void sqlite3_mutex_enter(sqlite3_mutex* mutex);
void sqlite3_mutex_leave(sqlite3_mutex* mutex);
int sqlite3_auto_extension(void (*entry)(void));

#ifdef __cplusplus
}
#endif
#endif
