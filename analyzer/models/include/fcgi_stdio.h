/* Stand-in: FastCGI's standard streams. */
#ifndef _FCGI_STDIO
#define _FCGI_STDIO
#include <stdio.h>
#include "fcgiapp.h"
#ifdef __cplusplus
extern "C" {
#endif
typedef struct { FILE* stdio_stream; FCGX_Stream* fcgx_stream; } FCGI_FILE;
extern FCGI_FILE _fcgi_sF[];
#define FCGI_stdin (&_fcgi_sF[0])
#define FCGI_stdout (&_fcgi_sF[1])
#define FCGI_stderr (&_fcgi_sF[2])
int FCGI_Accept(void);
void FCGI_Finish(void);
char* FCGI_fgets(char* to, int size, FCGI_FILE* file);
size_t FCGI_fread(void* to, size_t size, size_t count, FCGI_FILE* file);
int FCGI_printf(const char* format, ...);
int FCGI_puts(const char* text);
#ifdef __cplusplus
}
#endif
#endif
