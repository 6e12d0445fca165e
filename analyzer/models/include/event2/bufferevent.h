/* Stand-in: libevent, buffered connections. */
#ifndef EVENT2_BUFFEREVENT_H_INCLUDED_
#define EVENT2_BUFFEREVENT_H_INCLUDED_
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif
struct bufferevent;
size_t bufferevent_read(struct bufferevent* event, void* to, size_t size);
int bufferevent_write(struct bufferevent* event, const void* from, size_t size);
#ifdef __cplusplus
}
#endif
#endif
