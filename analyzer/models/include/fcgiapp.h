/* Stand-in: FastCGI. */
#ifndef _FCGIAPP_H
#define _FCGIAPP_H
#include <stdarg.h>
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif
#define FCGI_FAIL_ACCEPT_ON_INTR 1
typedef struct FCGX_Stream FCGX_Stream;
typedef char** FCGX_ParamArray;
typedef struct FCGX_Request {
  int requestId, role;
  FCGX_Stream *in, *out, *err;
  char** envp;
} FCGX_Request;
int FCGX_IsCGI(void);
int FCGX_Init(void);
int FCGX_OpenSocket(const char* path, int backlog);
int FCGX_InitRequest(FCGX_Request* request, int socket, int flags);
int FCGX_Accept(FCGX_Stream** in, FCGX_Stream** out, FCGX_Stream** err, FCGX_ParamArray* environment);
int FCGX_Accept_r(FCGX_Request* request);
void FCGX_Finish(void);
void FCGX_Finish_r(FCGX_Request* request);
void FCGX_ShutdownPending(void);
char* FCGX_GetParam(const char* name, FCGX_ParamArray environment);
int FCGX_GetChar(FCGX_Stream* stream);
int FCGX_GetStr(char* to, int size, FCGX_Stream* stream);
char* FCGX_GetLine(char* to, int size, FCGX_Stream* stream);
int FCGX_HasSeenEOF(FCGX_Stream* stream);
int FCGX_PutChar(int c, FCGX_Stream* stream);
int FCGX_PutStr(const char* text, int size, FCGX_Stream* stream);
int FCGX_PutS(const char* text, FCGX_Stream* stream);
int FCGX_FPrintF(FCGX_Stream* stream, const char* format, ...);
int FCGX_VFPrintF(FCGX_Stream* stream, const char* format, va_list list);
int FCGX_FFlush(FCGX_Stream* stream);
#ifdef __cplusplus
}
#endif
#endif
