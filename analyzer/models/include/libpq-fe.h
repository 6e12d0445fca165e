/* Stand-in: the most used declarations of libpq. */
#ifndef LIBPQ_FE_H
#define LIBPQ_FE_H
#include <stdio.h>
#include "postgres_ext.h"
#ifdef __cplusplus
extern "C" {
#endif

#define PG_COPYRES_ATTRS 0x01
#define PG_COPYRES_TUPLES 0x02

typedef enum {
  CONNECTION_OK, CONNECTION_BAD, CONNECTION_STARTED, CONNECTION_MADE, CONNECTION_AWAITING_RESPONSE, CONNECTION_AUTH_OK,
  CONNECTION_SETENV, CONNECTION_SSL_STARTUP, CONNECTION_NEEDED, CONNECTION_CHECK_WRITABLE, CONNECTION_CONSUME,
  CONNECTION_GSS_STARTUP, CONNECTION_CHECK_TARGET, CONNECTION_CHECK_STANDBY
} ConnStatusType;
typedef enum { PGRES_POLLING_FAILED, PGRES_POLLING_READING, PGRES_POLLING_WRITING, PGRES_POLLING_OK, PGRES_POLLING_ACTIVE }
    PostgresPollingStatusType;
typedef enum {
  PGRES_EMPTY_QUERY, PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_OUT, PGRES_COPY_IN, PGRES_BAD_RESPONSE, PGRES_NONFATAL_ERROR,
  PGRES_FATAL_ERROR, PGRES_COPY_BOTH, PGRES_SINGLE_TUPLE, PGRES_PIPELINE_SYNC, PGRES_PIPELINE_ABORTED
} ExecStatusType;
typedef enum { PQTRANS_IDLE, PQTRANS_ACTIVE, PQTRANS_INTRANS, PQTRANS_INERROR, PQTRANS_UNKNOWN } PGTransactionStatusType;
typedef enum { PQERRORS_TERSE, PQERRORS_DEFAULT, PQERRORS_VERBOSE, PQERRORS_SQLSTATE } PGVerbosity;
typedef enum { PQPING_OK, PQPING_REJECT, PQPING_NO_RESPONSE, PQPING_NO_ATTEMPT } PGPing;
typedef enum { PQ_PIPELINE_OFF, PQ_PIPELINE_ON, PQ_PIPELINE_ABORTED } PGpipelineStatus;

typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;
typedef struct pg_cancel PGcancel;
typedef struct pgNotify {
  char* relname;
  int be_pid;
  char* extra;
} PGnotify;
typedef struct _PQconninfoOption {
  char* keyword;
  char* envvar;
  char* compiled;
  char* val;
  char* label;
  char* dispchar;
  int dispsize;
} PQconninfoOption;
typedef char pqbool;
typedef void (*PQnoticeReceiver)(void* context, const PGresult* result);
typedef void (*PQnoticeProcessor)(void* context, const char* message);

PGconn* PQconnectdb(const char* info);
PGconn* PQconnectStart(const char* info);
PGconn* PQconnectdbParams(const char* const* keywords, const char* const* values, int expand);
PGconn* PQconnectStartParams(const char* const* keywords, const char* const* values, int expand);
PGconn* PQsetdbLogin(const char* host, const char* port, const char* options, const char* tty, const char* database,
                     const char* login, const char* password);
#define PQsetdb(host, port, options, tty, database) PQsetdbLogin(host, port, options, tty, database, NULL, NULL)
PostgresPollingStatusType PQconnectPoll(PGconn* conn);
PQconninfoOption* PQconndefaults(void);
PQconninfoOption* PQconninfoParse(const char* info, char** message);
void PQconninfoFree(PQconninfoOption* options);
void PQfinish(PGconn* conn);
void PQreset(PGconn* conn);
int PQresetStart(PGconn* conn);
PostgresPollingStatusType PQresetPoll(PGconn* conn);
PGPing PQping(const char* info);
PGcancel* PQgetCancel(PGconn* conn);
void PQfreeCancel(PGcancel* cancel);
int PQcancel(PGcancel* cancel, char* message, int size);
char* PQdb(const PGconn* conn);
char* PQuser(const PGconn* conn);
char* PQpass(const PGconn* conn);
char* PQhost(const PGconn* conn);
char* PQport(const PGconn* conn);
char* PQoptions(const PGconn* conn);
ConnStatusType PQstatus(const PGconn* conn);
PGTransactionStatusType PQtransactionStatus(const PGconn* conn);
const char* PQparameterStatus(const PGconn* conn, const char* name);
int PQprotocolVersion(const PGconn* conn);
int PQserverVersion(const PGconn* conn);
char* PQerrorMessage(const PGconn* conn);
int PQsocket(const PGconn* conn);
int PQbackendPID(const PGconn* conn);
int PQclientEncoding(const PGconn* conn);
int PQsetClientEncoding(PGconn* conn, const char* encoding);
PGVerbosity PQsetErrorVerbosity(PGconn* conn, PGVerbosity verbosity);
PQnoticeReceiver PQsetNoticeReceiver(PGconn* conn, PQnoticeReceiver receiver, void* context);
PQnoticeProcessor PQsetNoticeProcessor(PGconn* conn, PQnoticeProcessor processor, void* context);
void PQtrace(PGconn* conn, FILE* file);
void PQuntrace(PGconn* conn);
PGresult* PQexec(PGconn* conn, const char* query);
PGresult* PQexecParams(PGconn* conn, const char* command, int count, const Oid* types, const char* const* values, const int* lengths,
                       const int* formats, int result_format);
PGresult* PQprepare(PGconn* conn, const char* name, const char* query, int count, const Oid* types);
PGresult* PQexecPrepared(PGconn* conn, const char* name, int count, const char* const* values, const int* lengths, const int* formats,
                         int result_format);
PGresult* PQdescribePrepared(PGconn* conn, const char* name);
PGresult* PQdescribePortal(PGconn* conn, const char* name);
int PQsendQuery(PGconn* conn, const char* query);
int PQsendQueryParams(PGconn* conn, const char* command, int count, const Oid* types, const char* const* values, const int* lengths,
                      const int* formats, int result_format);
int PQsendPrepare(PGconn* conn, const char* name, const char* query, int count, const Oid* types);
int PQsendQueryPrepared(PGconn* conn, const char* name, int count, const char* const* values, const int* lengths, const int* formats,
                        int result_format);
int PQsetSingleRowMode(PGconn* conn);
PGresult* PQgetResult(PGconn* conn);
int PQisBusy(PGconn* conn);
int PQconsumeInput(PGconn* conn);
int PQenterPipelineMode(PGconn* conn);
int PQexitPipelineMode(PGconn* conn);
int PQpipelineSync(PGconn* conn);
int PQsendFlushRequest(PGconn* conn);
PGpipelineStatus PQpipelineStatus(const PGconn* conn);
PGnotify* PQnotifies(PGconn* conn);
typedef struct PQconninfoOption PQconninfoOption;
PQconninfoOption* PQconndefaults(void);
PQconninfoOption* PQconninfoParse(const char* text, char** message);
PQconninfoOption* PQconninfo(PGconn* conn);
void PQconninfoFree(PQconninfoOption* options);
char* PQencryptPasswordConn(PGconn* conn, const char* password, const char* user, const char* algorithm);
int PQputCopyData(PGconn* conn, const char* data, int bytes);
int PQputCopyEnd(PGconn* conn, const char* message);
int PQgetCopyData(PGconn* conn, char** data, int asynchronous);
int PQputline(PGconn* conn, const char* text);
int PQendcopy(PGconn* conn);
int PQsetnonblocking(PGconn* conn, int on);
int PQisnonblocking(const PGconn* conn);
int PQisthreadsafe(void);
int PQflush(PGconn* conn);
ExecStatusType PQresultStatus(const PGresult* result);
char* PQresStatus(ExecStatusType status);
char* PQresultErrorMessage(const PGresult* result);
char* PQresultErrorField(const PGresult* result, int field);
int PQntuples(const PGresult* result);
int PQnfields(const PGresult* result);
int PQnparams(const PGresult* result);
int PQbinaryTuples(const PGresult* result);
char* PQfname(const PGresult* result, int field);
int PQfnumber(const PGresult* result, const char* name);
Oid PQftable(const PGresult* result, int field);
int PQfformat(const PGresult* result, int field);
Oid PQftype(const PGresult* result, int field);
int PQfsize(const PGresult* result, int field);
int PQfmod(const PGresult* result, int field);
char* PQcmdStatus(PGresult* result);
char* PQoidStatus(const PGresult* result);
Oid PQoidValue(const PGresult* result);
char* PQcmdTuples(PGresult* result);
char* PQgetvalue(const PGresult* result, int row, int field);
int PQgetlength(const PGresult* result, int row, int field);
int PQgetisnull(const PGresult* result, int row, int field);
void PQclear(PGresult* result);
void PQfreemem(void* memory);
#define PQfreeNotify(pointer) PQfreemem(pointer)
PGresult* PQmakeEmptyPGresult(PGconn* conn, ExecStatusType status);
PGresult* PQcopyResult(const PGresult* result, int flags);
size_t PQescapeStringConn(PGconn* conn, char* to, const char* from, size_t length, int* error);
char* PQescapeLiteral(PGconn* conn, const char* text, size_t length);
char* PQescapeIdentifier(PGconn* conn, const char* text, size_t length);
unsigned char* PQescapeByteaConn(PGconn* conn, const unsigned char* from, size_t length, size_t* to_length);
unsigned char* PQunescapeBytea(const unsigned char* text, size_t* length);
size_t PQescapeString(char* to, const char* from, size_t length);
unsigned char* PQescapeBytea(const unsigned char* from, size_t length, size_t* to_length);
int PQlibVersion(void);
char* PQencryptPassword(const char* password, const char* user);
char* PQencryptPasswordConn(PGconn* conn, const char* password, const char* user, const char* algorithm);
int lo_open(PGconn* conn, Oid id, int mode);
int lo_close(PGconn* conn, int handle);
int lo_read(PGconn* conn, int handle, char* buffer, size_t bytes);
int lo_write(PGconn* conn, int handle, const char* buffer, size_t bytes);
Oid lo_creat(PGconn* conn, int mode);
Oid lo_create(PGconn* conn, Oid id);
int lo_unlink(PGconn* conn, Oid id);
Oid lo_import(PGconn* conn, const char* file);
int lo_export(PGconn* conn, Oid id, const char* file);
const char* pg_encoding_to_char(int encoding);

#ifdef __cplusplus
}
#endif
#endif
