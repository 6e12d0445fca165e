/* Stand-in: GNU libmicrohttpd. */
#ifndef MHD_MICROHTTPD_H
#define MHD_MICROHTTPD_H
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif
struct MHD_Daemon;
struct MHD_Connection;
struct MHD_Response;
enum MHD_Result { MHD_NO = 0, MHD_YES = 1 };
enum MHD_ValueKind { MHD_HEADER_KIND = 1, MHD_COOKIE_KIND = 2, MHD_POSTDATA_KIND = 4, MHD_GET_ARGUMENT_KIND = 8 };
typedef enum MHD_Result (*MHD_AccessHandlerCallback)(void* data, struct MHD_Connection* connection, const char* url, const char* method,
                                                     const char* version, const char* upload, size_t* size, void** state);
const char* MHD_lookup_connection_value(struct MHD_Connection* connection, enum MHD_ValueKind kind, const char* key);
char* MHD_basic_auth_get_username_password(struct MHD_Connection* connection, char** password);
struct MHD_Response* MHD_create_response_from_buffer(size_t size, void* buffer, int mode);
enum MHD_Result MHD_queue_response(struct MHD_Connection* connection, unsigned int status, struct MHD_Response* response);
void MHD_destroy_response(struct MHD_Response* response);
void MHD_free(void* pointer);
#ifdef __cplusplus
}
#endif
#endif
