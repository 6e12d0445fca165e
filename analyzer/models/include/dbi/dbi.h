/* Stand-in: libdbi. */
#ifndef __DBI_H__
#define __DBI_H__
#include <stdarg.h>
#include <stdlib.h>
#include <time.h>
#ifdef __cplusplus
extern "C" {
#endif
typedef void* dbi_driver;
typedef void* dbi_conn;
typedef void* dbi_result;
typedef void* dbi_inst;
typedef enum { DBI_ERROR_USER = -10, DBI_ERROR_DBD, DBI_ERROR_BADOBJECT, DBI_ERROR_BADTYPE, DBI_ERROR_BADIDX, DBI_ERROR_BADNAME,
               DBI_ERROR_UNSUPPORTED, DBI_ERROR_NOCONN, DBI_ERROR_NOMEM, DBI_ERROR_BADPTR, DBI_ERROR_NONE = 0, DBI_ERROR_CLIENT }
    dbi_error_flag;
typedef void (*dbi_conn_error_handler_func)(dbi_conn, void*);
#define DBI_TYPE_INTEGER 1
#define DBI_TYPE_DECIMAL 2
#define DBI_TYPE_STRING 3
#define DBI_TYPE_BINARY 4
#define DBI_TYPE_DATETIME 5

int dbi_initialize(const char* directory);
int dbi_initialize_r(const char* directory, dbi_inst* instance);
void dbi_shutdown(void);
void dbi_shutdown_r(dbi_inst instance);
dbi_driver dbi_driver_list(dbi_driver driver);
dbi_driver dbi_driver_open(const char* name);
const char* dbi_driver_get_name(dbi_driver driver);
size_t dbi_driver_quote_string(dbi_driver driver, char** text);
size_t dbi_driver_quote_string_copy(dbi_driver driver, const char* text, char** to);
dbi_conn dbi_conn_new(const char* name);
dbi_conn dbi_conn_new_r(const char* name, dbi_inst instance);
dbi_conn dbi_conn_open(dbi_driver driver);
void dbi_conn_close(dbi_conn conn);
dbi_driver dbi_conn_get_driver(dbi_conn conn);
int dbi_conn_set_option(dbi_conn conn, const char* key, const char* value);
int dbi_conn_set_option_numeric(dbi_conn conn, const char* key, int value);
const char* dbi_conn_get_option(dbi_conn conn, const char* key);
int dbi_conn_get_option_numeric(dbi_conn conn, const char* key);
void dbi_conn_clear_options(dbi_conn conn);
int dbi_conn_connect(dbi_conn conn);
int dbi_conn_ping(dbi_conn conn);
int dbi_conn_select_db(dbi_conn conn, const char* name);
int dbi_conn_error(dbi_conn conn, const char** message);
void dbi_conn_error_handler(dbi_conn conn, dbi_conn_error_handler_func handler, void* data);
dbi_error_flag dbi_conn_error_flag(dbi_conn conn);
dbi_result dbi_conn_get_db_list(dbi_conn conn, const char* pattern);
dbi_result dbi_conn_get_table_list(dbi_conn conn, const char* database, const char* pattern);
dbi_result dbi_conn_query(dbi_conn conn, const char* statement);
dbi_result dbi_conn_queryf(dbi_conn conn, const char* format, ...);
dbi_result dbi_conn_query_null(dbi_conn conn, const unsigned char* statement, size_t length);
int dbi_conn_transaction_begin(dbi_conn conn);
int dbi_conn_transaction_commit(dbi_conn conn);
int dbi_conn_transaction_rollback(dbi_conn conn);
int dbi_conn_savepoint(dbi_conn conn, const char* name);
unsigned long long dbi_conn_sequence_last(dbi_conn conn, const char* name);
unsigned long long dbi_conn_sequence_next(dbi_conn conn, const char* name);
size_t dbi_conn_quote_string(dbi_conn conn, char** text);
size_t dbi_conn_quote_string_copy(dbi_conn conn, const char* text, char** to);
size_t dbi_conn_quote_binary_copy(dbi_conn conn, const unsigned char* data, size_t length, unsigned char** to);
size_t dbi_conn_escape_string(dbi_conn conn, char** text);
size_t dbi_conn_escape_string_copy(dbi_conn conn, const char* text, char** to);
size_t dbi_conn_escape_binary_copy(dbi_conn conn, const unsigned char* data, size_t length, unsigned char** to);
dbi_conn dbi_result_get_conn(dbi_result result);
int dbi_result_free(dbi_result result);
int dbi_result_seek_row(dbi_result result, unsigned long long row);
int dbi_result_first_row(dbi_result result);
int dbi_result_last_row(dbi_result result);
int dbi_result_next_row(dbi_result result);
int dbi_result_prev_row(dbi_result result);
unsigned long long dbi_result_get_currow(dbi_result result);
unsigned long long dbi_result_get_numrows(dbi_result result);
unsigned long long dbi_result_get_numrows_affected(dbi_result result);
unsigned int dbi_result_get_numfields(dbi_result result);
unsigned int dbi_result_get_field_idx(dbi_result result, const char* name);
const char* dbi_result_get_field_name(dbi_result result, unsigned int index);
unsigned short dbi_result_get_field_type(dbi_result result, const char* name);
unsigned int dbi_result_get_field_attribs(dbi_result result, const char* name);
int dbi_result_field_is_null(dbi_result result, const char* name);
signed char dbi_result_get_char(dbi_result result, const char* name);
short dbi_result_get_short(dbi_result result, const char* name);
int dbi_result_get_int(dbi_result result, const char* name);
unsigned int dbi_result_get_uint(dbi_result result, const char* name);
long long dbi_result_get_longlong(dbi_result result, const char* name);
unsigned long long dbi_result_get_ulonglong(dbi_result result, const char* name);
float dbi_result_get_float(dbi_result result, const char* name);
double dbi_result_get_double(dbi_result result, const char* name);
const char* dbi_result_get_string(dbi_result result, const char* name);
char* dbi_result_get_string_copy(dbi_result result, const char* name);
const unsigned char* dbi_result_get_binary(dbi_result result, const char* name);
unsigned char* dbi_result_get_binary_copy(dbi_result result, const char* name);
time_t dbi_result_get_datetime(dbi_result result, const char* name);
const char* dbi_result_get_string_idx(dbi_result result, unsigned int index);
char* dbi_result_get_string_copy_idx(dbi_result result, unsigned int index);
int dbi_result_get_int_idx(dbi_result result, unsigned int index);
long long dbi_result_get_longlong_idx(dbi_result result, unsigned int index);
#ifdef __cplusplus
}
#endif
#endif
