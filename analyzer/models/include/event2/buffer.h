/* Stand-in: libevent, buffers. */
#ifndef EVENT2_BUFFER_H_INCLUDED_
#define EVENT2_BUFFER_H_INCLUDED_
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif
struct evbuffer;
enum evbuffer_eol_style { EVBUFFER_EOL_ANY, EVBUFFER_EOL_CRLF, EVBUFFER_EOL_CRLF_STRICT, EVBUFFER_EOL_LF };
struct evbuffer* evbuffer_new(void);
void evbuffer_free(struct evbuffer* buffer);
size_t evbuffer_get_length(const struct evbuffer* buffer);
long evbuffer_copyout(struct evbuffer* buffer, void* to, size_t length);
int evbuffer_remove(struct evbuffer* buffer, void* to, size_t length);
char* evbuffer_readln(struct evbuffer* buffer, size_t* length, enum evbuffer_eol_style style);
int evbuffer_add(struct evbuffer* buffer, const void* from, size_t length);
int evbuffer_add_printf(struct evbuffer* buffer, const char* format, ...);
#ifdef __cplusplus
}
#endif
#endif
