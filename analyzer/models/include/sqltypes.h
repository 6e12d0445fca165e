/* Stand-in: types of ODBC. */
#ifndef __SQLTYPES_H
#define __SQLTYPES_H
typedef unsigned char SQLCHAR;
typedef signed char SQLSCHAR;
typedef unsigned char SQLDATE;
typedef unsigned char SQLDECIMAL;
typedef double SQLDOUBLE;
typedef double SQLFLOAT;
typedef float SQLREAL;
typedef int SQLINTEGER;
typedef unsigned int SQLUINTEGER;
typedef short SQLSMALLINT;
typedef unsigned short SQLUSMALLINT;
typedef long SQLLEN;
typedef unsigned long SQLULEN;
typedef unsigned long SQLSETPOSIROW;
typedef long long SQLBIGINT;
typedef unsigned long long SQLUBIGINT;
typedef unsigned short SQLWCHAR;
typedef unsigned char SQLVARCHAR;
typedef void* SQLPOINTER;
typedef void* SQLHANDLE;
typedef SQLHANDLE SQLHENV;
typedef SQLHANDLE SQLHDBC;
typedef SQLHANDLE SQLHSTMT;
typedef SQLHANDLE SQLHDESC;
typedef SQLHANDLE HENV;
typedef SQLHANDLE HDBC;
typedef SQLHANDLE HSTMT;
typedef void* SQLHWND;
typedef SQLSMALLINT SQLRETURN;
typedef SQLRETURN RETCODE;
typedef SQLCHAR SQLTCHAR;
typedef struct tagDATE_STRUCT { SQLSMALLINT year; SQLUSMALLINT month, day; } DATE_STRUCT, SQL_DATE_STRUCT;
typedef struct tagTIME_STRUCT { SQLUSMALLINT hour, minute, second; } TIME_STRUCT, SQL_TIME_STRUCT;
typedef struct tagTIMESTAMP_STRUCT {
  SQLSMALLINT year;
  SQLUSMALLINT month, day, hour, minute, second;
  SQLUINTEGER fraction;
} TIMESTAMP_STRUCT, SQL_TIMESTAMP_STRUCT;
typedef struct tagSQLGUID { unsigned int Data1; unsigned short Data2, Data3; unsigned char Data4[8]; } SQLGUID;
#endif
