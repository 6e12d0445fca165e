/* Stand-in: the narrow and wide names of ODBC. */
#ifndef __SQLUCODE_H
#define __SQLUCODE_H
#include "sqlext.h"
#ifdef __cplusplus
extern "C" {
#endif
SQLRETURN SQLExecDirectA(SQLHSTMT statement, SQLCHAR* text, SQLINTEGER size);
SQLRETURN SQLExecDirectW(SQLHSTMT statement, SQLWCHAR* text, SQLINTEGER size);
SQLRETURN SQLPrepareA(SQLHSTMT statement, SQLCHAR* text, SQLINTEGER size);
SQLRETURN SQLPrepareW(SQLHSTMT statement, SQLWCHAR* text, SQLINTEGER size);
SQLRETURN SQLNativeSqlA(SQLHDBC connection, SQLCHAR* in, SQLINTEGER in_size, SQLCHAR* out, SQLINTEGER out_size, SQLINTEGER* length);
SQLRETURN SQLNativeSqlW(SQLHDBC connection, SQLWCHAR* in, SQLINTEGER in_size, SQLWCHAR* out, SQLINTEGER out_size, SQLINTEGER* length);
SQLRETURN SQLConnectW(SQLHDBC connection, SQLWCHAR* name, SQLSMALLINT name_size, SQLWCHAR* user, SQLSMALLINT user_size, SQLWCHAR* password,
                      SQLSMALLINT password_size);
SQLRETURN SQLDriverConnectA(SQLHDBC connection, SQLHWND window, SQLCHAR* in, SQLSMALLINT in_size, SQLCHAR* out, SQLSMALLINT out_size,
                            SQLSMALLINT* length, SQLUSMALLINT completion);
SQLRETURN SQLDriverConnectW(SQLHDBC connection, SQLHWND window, SQLWCHAR* in, SQLSMALLINT in_size, SQLWCHAR* out, SQLSMALLINT out_size,
                            SQLSMALLINT* length, SQLUSMALLINT completion);
SQLRETURN SQLGetDiagRecA(SQLSMALLINT type, SQLHANDLE handle, SQLSMALLINT record, SQLCHAR* state, SQLINTEGER* code, SQLCHAR* text,
                         SQLSMALLINT size, SQLSMALLINT* length);
SQLRETURN SQLGetDiagRecW(SQLSMALLINT type, SQLHANDLE handle, SQLSMALLINT record, SQLWCHAR* state, SQLINTEGER* code, SQLWCHAR* text,
                         SQLSMALLINT size, SQLSMALLINT* length);
SQLRETURN SQLDescribeColW(SQLHSTMT statement, SQLUSMALLINT column, SQLWCHAR* name, SQLSMALLINT size, SQLSMALLINT* length, SQLSMALLINT* type,
                          SQLULEN* width, SQLSMALLINT* digits, SQLSMALLINT* nullable);
#ifdef __cplusplus
}
#endif
#endif
