/* Stand-in: the most used declarations of hiredis. */
#ifndef HIREDIS_H
#define HIREDIS_H
#include <stdarg.h>
#include <stddef.h>
#include <sys/time.h>
#ifdef __cplusplus
extern "C" {
#endif

#define REDIS_OK 0
#define REDIS_ERR (-1)
#define REDIS_REPLY_STRING 1
#define REDIS_REPLY_ARRAY 2
#define REDIS_REPLY_INTEGER 3
#define REDIS_REPLY_NIL 4
#define REDIS_REPLY_STATUS 5
#define REDIS_REPLY_ERROR 6

typedef struct redisReply {
  int type;
  long long integer;
  size_t len;
  char* str;
  size_t elements;
  struct redisReply** element;
} redisReply;
typedef struct redisContext {
  int err;
  char errstr[128];
  int fd;
} redisContext;

redisContext* redisConnect(const char* host, int port);
redisContext* redisConnectWithTimeout(const char* host, int port, const struct timeval timeout);
redisContext* redisConnectUnix(const char* path);
int redisReconnect(redisContext* context);
int redisSetTimeout(redisContext* context, const struct timeval timeout);
void redisFree(redisContext* context);
void* redisCommand(redisContext* context, const char* format, ...);
void* redisvCommand(redisContext* context, const char* format, va_list list);
void* redisCommandArgv(redisContext* context, int count, const char** arguments, const size_t* lengths);
int redisAppendCommand(redisContext* context, const char* format, ...);
int redisGetReply(redisContext* context, void** reply);
void freeReplyObject(void* reply);

#ifdef __cplusplus
}
#endif
#endif
