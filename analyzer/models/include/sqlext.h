/* Stand-in: the most used declarations of ODBC's extensions. */
#ifndef __SQLEXT_H
#define __SQLEXT_H
#include "sql.h"
#ifdef __cplusplus
extern "C" {
#endif
#define SQL_OV_ODBC2 2UL
#define SQL_OV_ODBC3 3UL
#define SQL_OV_ODBC3_80 380UL
#define SQL_ATTR_ODBC_VERSION 200
#define SQL_ATTR_AUTOCOMMIT 102
#define SQL_AUTOCOMMIT 102
#define SQL_AUTOCOMMIT_OFF 0UL
#define SQL_AUTOCOMMIT_ON 1UL
#define SQL_ATTR_LOGIN_TIMEOUT 103
#define SQL_LOGIN_TIMEOUT 103
#define SQL_ATTR_TXN_ISOLATION 108
#define SQL_ATTR_CONNECTION_TIMEOUT 113
#define SQL_ATTR_CONNECTION_DEAD 1209
#define SQL_ATTR_QUERY_TIMEOUT 0
#define SQL_ATTR_MAX_ROWS 1
#define SQL_ATTR_CURSOR_TYPE 6
#define SQL_ATTR_ROW_ARRAY_SIZE 27
#define SQL_ATTR_ROWS_FETCHED_PTR 26
#define SQL_ATTR_PARAMSET_SIZE 22
#define SQL_DRIVER_NOPROMPT 0
#define SQL_DRIVER_COMPLETE 1
#define SQL_PARAM_INPUT 1
#define SQL_PARAM_INPUT_OUTPUT 2
#define SQL_PARAM_OUTPUT 4
#define SQL_LONGVARCHAR (-1)
#define SQL_BINARY (-2)
#define SQL_VARBINARY (-3)
#define SQL_LONGVARBINARY (-4)
#define SQL_BIGINT (-5)
#define SQL_TINYINT (-6)
#define SQL_BIT (-7)
#define SQL_WCHAR (-8)
#define SQL_WVARCHAR (-9)
#define SQL_WLONGVARCHAR (-10)
#define SQL_GUID (-11)
#define SQL_C_CHAR SQL_CHAR
#define SQL_C_WCHAR SQL_WCHAR
#define SQL_C_LONG SQL_INTEGER
#define SQL_C_SLONG (SQL_INTEGER - 20)
#define SQL_C_ULONG (SQL_INTEGER - 22)
#define SQL_C_SHORT SQL_SMALLINT
#define SQL_C_FLOAT SQL_REAL
#define SQL_C_DOUBLE SQL_DOUBLE
#define SQL_C_SBIGINT (SQL_BIGINT - 20)
#define SQL_C_UBIGINT (SQL_BIGINT - 22)
#define SQL_C_BIT SQL_BIT
#define SQL_C_TINYINT SQL_TINYINT
#define SQL_C_BINARY SQL_BINARY
#define SQL_C_TYPE_DATE SQL_TYPE_DATE
#define SQL_C_TYPE_TIME SQL_TYPE_TIME
#define SQL_C_TYPE_TIMESTAMP SQL_TYPE_TIMESTAMP
#define SQL_C_TIMESTAMP SQL_TYPE_TIMESTAMP
#define SQL_C_GUID SQL_GUID
#define SQL_C_DEFAULT 99
#define SQL_DESC_NAME 1011
#define SQL_COLUMN_NAME 1
#define SQL_CURSOR_STATIC 3UL
#define SQL_CURSOR_FORWARD_ONLY 0UL

SQLRETURN SQLDriverConnect(SQLHDBC connection, SQLHWND window, SQLCHAR* in, SQLSMALLINT in_size, SQLCHAR* out, SQLSMALLINT out_size,
                           SQLSMALLINT* length, SQLUSMALLINT completion);
SQLRETURN SQLBindParameter(SQLHSTMT statement, SQLUSMALLINT parameter, SQLSMALLINT kind, SQLSMALLINT c_type, SQLSMALLINT sql_type,
                           SQLULEN width, SQLSMALLINT digits, SQLPOINTER value, SQLLEN size, SQLLEN* length);
SQLRETURN SQLNumParams(SQLHSTMT statement, SQLSMALLINT* count);
SQLRETURN SQLDescribeParam(SQLHSTMT statement, SQLUSMALLINT parameter, SQLSMALLINT* type, SQLULEN* width, SQLSMALLINT* digits,
                           SQLSMALLINT* nullable);
SQLRETURN SQLMoreResults(SQLHSTMT statement);
SQLRETURN SQLExtendedFetch(SQLHSTMT statement, SQLUSMALLINT orientation, SQLLEN offset, SQLULEN* rows, SQLUSMALLINT* status);
SQLRETURN SQLNativeSql(SQLHDBC connection, SQLCHAR* in, SQLINTEGER in_size, SQLCHAR* out, SQLINTEGER out_size, SQLINTEGER* length);
SQLRETURN SQLPrimaryKeys(SQLHSTMT statement, SQLCHAR* catalog, SQLSMALLINT catalog_size, SQLCHAR* schema, SQLSMALLINT schema_size,
                         SQLCHAR* table, SQLSMALLINT table_size);
#ifdef __cplusplus
}
#endif
#include "sqlucode.h"
#endif
