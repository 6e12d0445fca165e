/* Stand-in: the most used declarations of ODBC. */
#ifndef __SQL_H
#define __SQL_H
#include "sqltypes.h"
#ifdef __cplusplus
extern "C" {
#endif
#ifndef ODBCVER
#define ODBCVER 0x0380
#endif
#define SQL_API
#define SQL_NULL_DATA (-1)
#define SQL_DATA_AT_EXEC (-2)
#define SQL_SUCCESS 0
#define SQL_SUCCESS_WITH_INFO 1
#define SQL_STILL_EXECUTING 2
#define SQL_NEED_DATA 99
#define SQL_NO_DATA 100
#define SQL_NO_DATA_FOUND 100
#define SQL_ERROR (-1)
#define SQL_INVALID_HANDLE (-2)
#define SQL_SUCCEEDED(rc) (((rc) & (~1)) == 0)
#define SQL_NTS (-3)
#define SQL_NTSL (-3L)
#define SQL_NO_TOTAL (-4)
#define SQL_MAX_MESSAGE_LENGTH 512
#define SQL_SQLSTATE_SIZE 5
#define SQL_HANDLE_ENV 1
#define SQL_HANDLE_DBC 2
#define SQL_HANDLE_STMT 3
#define SQL_HANDLE_DESC 4
#define SQL_NULL_HANDLE 0
#define SQL_NULL_HENV 0
#define SQL_NULL_HDBC 0
#define SQL_NULL_HSTMT 0
#define SQL_CLOSE 0
#define SQL_DROP 1
#define SQL_UNBIND 2
#define SQL_RESET_PARAMS 3
#define SQL_COMMIT 0
#define SQL_ROLLBACK 1
#define SQL_FETCH_NEXT 1
#define SQL_FETCH_FIRST 2
#define SQL_FETCH_LAST 3
#define SQL_FETCH_ABSOLUTE 5
#define SQL_UNKNOWN_TYPE 0
#define SQL_CHAR 1
#define SQL_NUMERIC 2
#define SQL_DECIMAL 3
#define SQL_INTEGER 4
#define SQL_SMALLINT 5
#define SQL_FLOAT 6
#define SQL_REAL 7
#define SQL_DOUBLE 8
#define SQL_DATETIME 9
#define SQL_VARCHAR 12
#define SQL_TYPE_DATE 91
#define SQL_TYPE_TIME 92
#define SQL_TYPE_TIMESTAMP 93
#define SQL_NO_NULLS 0
#define SQL_NULLABLE 1
#define SQL_IS_POINTER (-4)
#define SQL_IS_UINTEGER (-5)
#define SQL_IS_INTEGER (-6)
#define SQL_TRUE 1
#define SQL_FALSE 0

SQLRETURN SQLAllocHandle(SQLSMALLINT type, SQLHANDLE in, SQLHANDLE* out);
SQLRETURN SQLAllocEnv(SQLHENV* environment);
SQLRETURN SQLAllocConnect(SQLHENV environment, SQLHDBC* connection);
SQLRETURN SQLAllocStmt(SQLHDBC connection, SQLHSTMT* statement);
SQLRETURN SQLFreeHandle(SQLSMALLINT type, SQLHANDLE handle);
SQLRETURN SQLFreeEnv(SQLHENV environment);
SQLRETURN SQLFreeConnect(SQLHDBC connection);
SQLRETURN SQLFreeStmt(SQLHSTMT statement, SQLUSMALLINT option);
SQLRETURN SQLConnect(SQLHDBC connection, SQLCHAR* name, SQLSMALLINT name_size, SQLCHAR* user, SQLSMALLINT user_size, SQLCHAR* password,
                     SQLSMALLINT password_size);
SQLRETURN SQLDisconnect(SQLHDBC connection);
SQLRETURN SQLExecDirect(SQLHSTMT statement, SQLCHAR* text, SQLINTEGER size);
SQLRETURN SQLPrepare(SQLHSTMT statement, SQLCHAR* text, SQLINTEGER size);
SQLRETURN SQLExecute(SQLHSTMT statement);
SQLRETURN SQLCancel(SQLHSTMT statement);
SQLRETURN SQLCloseCursor(SQLHSTMT statement);
SQLRETURN SQLFetch(SQLHSTMT statement);
SQLRETURN SQLFetchScroll(SQLHSTMT statement, SQLSMALLINT orientation, SQLLEN offset);
SQLRETURN SQLBindCol(SQLHSTMT statement, SQLUSMALLINT column, SQLSMALLINT type, SQLPOINTER value, SQLLEN size, SQLLEN* length);
SQLRETURN SQLGetData(SQLHSTMT statement, SQLUSMALLINT column, SQLSMALLINT type, SQLPOINTER value, SQLLEN size, SQLLEN* length);
SQLRETURN SQLPutData(SQLHSTMT statement, SQLPOINTER data, SQLLEN size);
SQLRETURN SQLParamData(SQLHSTMT statement, SQLPOINTER* value);
SQLRETURN SQLRowCount(SQLHSTMT statement, SQLLEN* rows);
SQLRETURN SQLNumResultCols(SQLHSTMT statement, SQLSMALLINT* columns);
SQLRETURN SQLDescribeCol(SQLHSTMT statement, SQLUSMALLINT column, SQLCHAR* name, SQLSMALLINT size, SQLSMALLINT* length, SQLSMALLINT* type,
                         SQLULEN* width, SQLSMALLINT* digits, SQLSMALLINT* nullable);
SQLRETURN SQLColAttribute(SQLHSTMT statement, SQLUSMALLINT column, SQLUSMALLINT field, SQLPOINTER text, SQLSMALLINT size,
                          SQLSMALLINT* length, SQLLEN* number);
SQLRETURN SQLEndTran(SQLSMALLINT type, SQLHANDLE handle, SQLSMALLINT completion);
SQLRETURN SQLTransact(SQLHENV environment, SQLHDBC connection, SQLUSMALLINT completion);
SQLRETURN SQLError(SQLHENV environment, SQLHDBC connection, SQLHSTMT statement, SQLCHAR* state, SQLINTEGER* code, SQLCHAR* text,
                   SQLSMALLINT size, SQLSMALLINT* length);
SQLRETURN SQLGetDiagRec(SQLSMALLINT type, SQLHANDLE handle, SQLSMALLINT record, SQLCHAR* state, SQLINTEGER* code, SQLCHAR* text,
                        SQLSMALLINT size, SQLSMALLINT* length);
SQLRETURN SQLGetDiagField(SQLSMALLINT type, SQLHANDLE handle, SQLSMALLINT record, SQLSMALLINT field, SQLPOINTER value, SQLSMALLINT size,
                          SQLSMALLINT* length);
SQLRETURN SQLGetInfo(SQLHDBC connection, SQLUSMALLINT type, SQLPOINTER value, SQLSMALLINT size, SQLSMALLINT* length);
SQLRETURN SQLGetEnvAttr(SQLHENV environment, SQLINTEGER attribute, SQLPOINTER value, SQLINTEGER size, SQLINTEGER* length);
SQLRETURN SQLSetEnvAttr(SQLHENV environment, SQLINTEGER attribute, SQLPOINTER value, SQLINTEGER size);
SQLRETURN SQLGetConnectAttr(SQLHDBC connection, SQLINTEGER attribute, SQLPOINTER value, SQLINTEGER size, SQLINTEGER* length);
SQLRETURN SQLSetConnectAttr(SQLHDBC connection, SQLINTEGER attribute, SQLPOINTER value, SQLINTEGER size);
SQLRETURN SQLSetConnectOption(SQLHDBC connection, SQLUSMALLINT option, SQLULEN value);
SQLRETURN SQLGetStmtAttr(SQLHSTMT statement, SQLINTEGER attribute, SQLPOINTER value, SQLINTEGER size, SQLINTEGER* length);
SQLRETURN SQLSetStmtAttr(SQLHSTMT statement, SQLINTEGER attribute, SQLPOINTER value, SQLINTEGER size);
SQLRETURN SQLTables(SQLHSTMT statement, SQLCHAR* catalog, SQLSMALLINT catalog_size, SQLCHAR* schema, SQLSMALLINT schema_size, SQLCHAR* table,
                    SQLSMALLINT table_size, SQLCHAR* type, SQLSMALLINT type_size);
SQLRETURN SQLColumns(SQLHSTMT statement, SQLCHAR* catalog, SQLSMALLINT catalog_size, SQLCHAR* schema, SQLSMALLINT schema_size, SQLCHAR* table,
                     SQLSMALLINT table_size, SQLCHAR* column, SQLSMALLINT column_size);

#ifdef __cplusplus
}
#endif
#endif
