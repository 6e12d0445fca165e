/* Stand-in: the most used declarations of the C interface of MySQL and MariaDB. */
#ifndef _mysql_h
#define _mysql_h
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

#define MYSQL_VERSION_ID 80030
#define MYSQL_SERVER_VERSION "8.0.30"
#define MYSQL_PORT 3306
#define MYSQL_NO_DATA 100
#define MYSQL_DATA_TRUNCATED 101
#define MYSQL_COUNT_ERROR (~(uint64_t)0)
#define MYSQL_ERRMSG_SIZE 512
#define SQLSTATE_LENGTH 5
#define CLIENT_FOUND_ROWS 2UL
#define CLIENT_COMPRESS 32UL
#define CLIENT_LOCAL_FILES 128UL
#define CLIENT_IGNORE_SPACE 256UL
#define CLIENT_INTERACTIVE 1024UL
#define CLIENT_SSL 2048UL
#define CLIENT_MULTI_STATEMENTS (1UL << 16)
#define CLIENT_MULTI_RESULTS (1UL << 17)
#define CLIENT_REMEMBER_OPTIONS (1UL << 31)
#define NOT_NULL_FLAG 1
#define PRI_KEY_FLAG 2
#define UNIQUE_KEY_FLAG 4
#define MULTIPLE_KEY_FLAG 8
#define BLOB_FLAG 16
#define UNSIGNED_FLAG 32
#define BINARY_FLAG 128
#define AUTO_INCREMENT_FLAG 512
#define IS_NUM(t) ((t) <= MYSQL_TYPE_INT24 && (t) != MYSQL_TYPE_TIMESTAMP)
#define CR_SERVER_GONE_ERROR 2006
#define CR_SERVER_LOST 2013

typedef char my_bool;
typedef uint64_t my_ulonglong;
typedef int my_socket;
typedef unsigned int MYSQL_FIELD_OFFSET;
typedef char** MYSQL_ROW;

enum enum_field_types {
  MYSQL_TYPE_DECIMAL, MYSQL_TYPE_TINY, MYSQL_TYPE_SHORT, MYSQL_TYPE_LONG, MYSQL_TYPE_FLOAT, MYSQL_TYPE_DOUBLE, MYSQL_TYPE_NULL,
  MYSQL_TYPE_TIMESTAMP, MYSQL_TYPE_LONGLONG, MYSQL_TYPE_INT24, MYSQL_TYPE_DATE, MYSQL_TYPE_TIME, MYSQL_TYPE_DATETIME,
  MYSQL_TYPE_YEAR, MYSQL_TYPE_NEWDATE, MYSQL_TYPE_VARCHAR, MYSQL_TYPE_BIT, MYSQL_TYPE_TIMESTAMP2, MYSQL_TYPE_DATETIME2,
  MYSQL_TYPE_TIME2, MYSQL_TYPE_JSON = 245, MYSQL_TYPE_NEWDECIMAL = 246, MYSQL_TYPE_ENUM = 247, MYSQL_TYPE_SET = 248,
  MYSQL_TYPE_TINY_BLOB = 249, MYSQL_TYPE_MEDIUM_BLOB = 250, MYSQL_TYPE_LONG_BLOB = 251, MYSQL_TYPE_BLOB = 252,
  MYSQL_TYPE_VAR_STRING = 253, MYSQL_TYPE_STRING = 254, MYSQL_TYPE_GEOMETRY = 255
};
enum mysql_option {
  MYSQL_OPT_CONNECT_TIMEOUT, MYSQL_OPT_COMPRESS, MYSQL_OPT_NAMED_PIPE, MYSQL_INIT_COMMAND, MYSQL_READ_DEFAULT_FILE,
  MYSQL_READ_DEFAULT_GROUP, MYSQL_SET_CHARSET_DIR, MYSQL_SET_CHARSET_NAME, MYSQL_OPT_LOCAL_INFILE, MYSQL_OPT_PROTOCOL,
  MYSQL_SHARED_MEMORY_BASE_NAME, MYSQL_OPT_READ_TIMEOUT, MYSQL_OPT_WRITE_TIMEOUT, MYSQL_OPT_USE_RESULT, MYSQL_REPORT_DATA_TRUNCATION,
  MYSQL_OPT_RECONNECT, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, MYSQL_PLUGIN_DIR, MYSQL_DEFAULT_AUTH, MYSQL_OPT_BIND, MYSQL_OPT_SSL_KEY,
  MYSQL_OPT_SSL_CERT, MYSQL_OPT_SSL_CA, MYSQL_OPT_SSL_CAPATH, MYSQL_OPT_SSL_CIPHER, MYSQL_OPT_SSL_CRL, MYSQL_OPT_SSL_MODE,
  MYSQL_OPT_GET_SERVER_PUBLIC_KEY, MYSQL_OPT_TLS_VERSION, MYSQL_OPT_MAX_ALLOWED_PACKET, MYSQL_OPT_NONBLOCK,
  MYSQL_OPT_SSL_ENFORCE
};
enum mysql_ssl_mode { SSL_MODE_DISABLED = 1, SSL_MODE_PREFERRED, SSL_MODE_REQUIRED, SSL_MODE_VERIFY_CA, SSL_MODE_VERIFY_IDENTITY };
enum mysql_protocol_type { MYSQL_PROTOCOL_DEFAULT, MYSQL_PROTOCOL_TCP, MYSQL_PROTOCOL_SOCKET, MYSQL_PROTOCOL_PIPE, MYSQL_PROTOCOL_MEMORY };
enum enum_mysql_set_option { MYSQL_OPTION_MULTI_STATEMENTS_ON, MYSQL_OPTION_MULTI_STATEMENTS_OFF };
enum enum_stmt_attr_type { STMT_ATTR_UPDATE_MAX_LENGTH, STMT_ATTR_CURSOR_TYPE, STMT_ATTR_PREFETCH_ROWS };
enum enum_mysql_timestamp_type { MYSQL_TIMESTAMP_NONE = -2, MYSQL_TIMESTAMP_ERROR, MYSQL_TIMESTAMP_DATE, MYSQL_TIMESTAMP_DATETIME,
                                 MYSQL_TIMESTAMP_TIME };
enum net_async_status { NET_ASYNC_COMPLETE, NET_ASYNC_NOT_READY, NET_ASYNC_ERROR };

typedef struct st_mysql MYSQL;
typedef struct st_mysql_res MYSQL_RES;
typedef struct st_mysql_stmt MYSQL_STMT;
struct st_mysql {
  int net;
  char *host, *user, *passwd, *unix_socket, *server_version, *db;
  my_ulonglong affected_rows, insert_id;
  unsigned int port, field_count, warning_count;
  unsigned long thread_id;
};
struct st_mysql_res {
  my_ulonglong row_count;
  unsigned int field_count;
};
struct st_mysql_stmt {
  MYSQL* mysql;
};
typedef struct st_mysql_field {
  char *name, *org_name, *table, *org_table, *db, *catalog, *def;
  unsigned long length, max_length;
  unsigned int name_length, flags, decimals, charsetnr;
  enum enum_field_types type;
} MYSQL_FIELD;
typedef struct st_mysql_bind {
  unsigned long* length;
  my_bool* is_null;
  void* buffer;
  my_bool* error;
  enum enum_field_types buffer_type;
  unsigned long buffer_length;
  unsigned long offset;
  my_bool is_unsigned;
  my_bool error_value;
  my_bool is_null_value;
  unsigned long length_value;
} MYSQL_BIND;
typedef struct st_mysql_time {
  unsigned int year, month, day, hour, minute, second;
  unsigned long second_part;
  my_bool neg;
  enum enum_mysql_timestamp_type time_type;
} MYSQL_TIME;
typedef struct st_mysql_rows {
  struct st_mysql_rows* next;
  MYSQL_ROW data;
} MYSQL_ROWS;
typedef MYSQL_ROWS* MYSQL_ROW_OFFSET;

int mysql_server_init(int count, char** arguments, char** groups);
void mysql_server_end(void);
#define mysql_library_init mysql_server_init
#define mysql_library_end mysql_server_end
my_bool mysql_thread_init(void);
void mysql_thread_end(void);
unsigned int mysql_thread_safe(void);
MYSQL* mysql_init(MYSQL* mysql);
MYSQL* mysql_real_connect(MYSQL* mysql, const char* host, const char* user, const char* password, const char* database, unsigned int port,
                          const char* socket, unsigned long flags);
void mysql_close(MYSQL* mysql);
int mysql_options(MYSQL* mysql, enum mysql_option option, const void* value);
int mysql_options4(MYSQL* mysql, enum mysql_option option, const void* first, const void* second);
int mysql_set_server_option(MYSQL* mysql, enum enum_mysql_set_option option);
my_bool mysql_ssl_set(MYSQL* mysql, const char* key, const char* certificate, const char* ca, const char* path, const char* cipher);
int mysql_set_character_set(MYSQL* mysql, const char* name);
const char* mysql_character_set_name(MYSQL* mysql);
my_bool mysql_change_user(MYSQL* mysql, const char* user, const char* password, const char* database);
int mysql_select_db(MYSQL* mysql, const char* database);
int mysql_ping(MYSQL* mysql);
int mysql_query(MYSQL* mysql, const char* query);
int mysql_real_query(MYSQL* mysql, const char* query, unsigned long length);
int mysql_send_query(MYSQL* mysql, const char* query, unsigned long length);
my_bool mysql_read_query_result(MYSQL* mysql);
enum net_async_status mysql_real_query_nonblocking(MYSQL* mysql, const char* query, unsigned long length);
int mysql_query_start(int* result, MYSQL* mysql, const char* query);
int mysql_query_cont(int* result, MYSQL* mysql, int status);
int mysql_real_query_start(int* result, MYSQL* mysql, const char* query, unsigned long length);
int mysql_real_query_cont(int* result, MYSQL* mysql, int status);
MYSQL_RES* mysql_store_result(MYSQL* mysql);
MYSQL_RES* mysql_list_fields(MYSQL* mysql, const char* table, const char* wild);
MYSQL_RES* mysql_list_processes(MYSQL* mysql);
MYSQL_RES* mysql_use_result(MYSQL* mysql);
int mysql_next_result(MYSQL* mysql);
my_bool mysql_more_results(MYSQL* mysql);
void mysql_free_result(MYSQL_RES* result);
MYSQL_ROW mysql_fetch_row(MYSQL_RES* result);
unsigned long* mysql_fetch_lengths(MYSQL_RES* result);
MYSQL_FIELD* mysql_fetch_field(MYSQL_RES* result);
MYSQL_FIELD* mysql_fetch_fields(MYSQL_RES* result);
MYSQL_FIELD* mysql_fetch_field_direct(MYSQL_RES* result, unsigned int index);
unsigned int mysql_num_fields(MYSQL_RES* result);
my_ulonglong mysql_num_rows(MYSQL_RES* result);
unsigned int mysql_field_count(MYSQL* mysql);
void mysql_data_seek(MYSQL_RES* result, my_ulonglong row);
my_ulonglong mysql_affected_rows(MYSQL* mysql);
my_ulonglong mysql_insert_id(MYSQL* mysql);
unsigned int mysql_warning_count(MYSQL* mysql);
unsigned int mysql_errno(MYSQL* mysql);
const char* mysql_error(MYSQL* mysql);
const char* mysql_sqlstate(MYSQL* mysql);
const char* mysql_info(MYSQL* mysql);
const char* mysql_stat(MYSQL* mysql);
unsigned long mysql_thread_id(MYSQL* mysql);
int mysql_kill(MYSQL* mysql, unsigned long id);
const char* mysql_get_client_info(void);
unsigned long mysql_get_client_version(void);
const char* mysql_get_server_info(MYSQL* mysql);
unsigned long mysql_get_server_version(MYSQL* mysql);
const char* mysql_get_host_info(MYSQL* mysql);
my_bool mysql_autocommit(MYSQL* mysql, my_bool on);
my_bool mysql_commit(MYSQL* mysql);
my_bool mysql_rollback(MYSQL* mysql);
unsigned long mysql_real_escape_string(MYSQL* mysql, char* to, const char* from, unsigned long length);
unsigned long mysql_real_escape_string_quote(MYSQL* mysql, char* to, const char* from, unsigned long length, char quote);
unsigned long mysql_escape_string(char* to, const char* from, unsigned long length);
unsigned long mysql_hex_string(char* to, const char* from, unsigned long length);
MYSQL_STMT* mysql_stmt_init(MYSQL* mysql);
int mysql_stmt_prepare(MYSQL_STMT* statement, const char* query, unsigned long length);
int mysql_stmt_execute(MYSQL_STMT* statement);
int mariadb_stmt_execute_direct(MYSQL_STMT* statement, const char* query, size_t length);
int mysql_stmt_fetch(MYSQL_STMT* statement);
int mysql_stmt_fetch_column(MYSQL_STMT* statement, MYSQL_BIND* bind, unsigned int column, unsigned long offset);
int mysql_stmt_store_result(MYSQL_STMT* statement);
int mysql_stmt_next_result(MYSQL_STMT* statement);
unsigned long mysql_stmt_param_count(MYSQL_STMT* statement);
my_bool mysql_stmt_attr_set(MYSQL_STMT* statement, enum enum_stmt_attr_type type, const void* value);
my_bool mysql_stmt_bind_param(MYSQL_STMT* statement, MYSQL_BIND* binds);
bool mysql_stmt_bind_named_param(MYSQL_STMT* statement, MYSQL_BIND* binds, unsigned count, const char** names);
my_bool mysql_stmt_bind_result(MYSQL_STMT* statement, MYSQL_BIND* binds);
my_bool mysql_stmt_send_long_data(MYSQL_STMT* statement, unsigned int parameter, const char* data, unsigned long length);
my_bool mysql_stmt_close(MYSQL_STMT* statement);
my_bool mysql_stmt_reset(MYSQL_STMT* statement);
my_bool mysql_stmt_free_result(MYSQL_STMT* statement);
MYSQL_RES* mysql_stmt_result_metadata(MYSQL_STMT* statement);
my_ulonglong mysql_stmt_num_rows(MYSQL_STMT* statement);
my_ulonglong mysql_stmt_affected_rows(MYSQL_STMT* statement);
my_ulonglong mysql_stmt_insert_id(MYSQL_STMT* statement);
unsigned int mysql_stmt_field_count(MYSQL_STMT* statement);
unsigned int mysql_stmt_errno(MYSQL_STMT* statement);
const char* mysql_stmt_error(MYSQL_STMT* statement);
const char* mysql_stmt_sqlstate(MYSQL_STMT* statement);

#ifdef __cplusplus
}
#endif
#endif
