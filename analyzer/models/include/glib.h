/* Stand-in: GLib. */
#pragma once
#include <stdarg.h>
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif
typedef char gchar; typedef unsigned char guchar; typedef int gint; typedef unsigned int guint; typedef int gboolean; typedef void* gpointer; typedef const void* gconstpointer; typedef long glong; typedef unsigned long gulong; typedef long gssize; typedef unsigned long gsize; typedef long long gint64; typedef unsigned long long guint64; typedef int gint32; typedef unsigned guint32; typedef double gdouble; typedef unsigned GQuark;
#define TRUE 1
#define FALSE 0
typedef struct _GString { gchar* str; gsize len; gsize allocated_len; } GString;
typedef struct _GError { GQuark domain; gint code; gchar* message; } GError;
typedef struct _GList { gpointer data; struct _GList* next; struct _GList* prev; } GList; typedef struct _GSList { gpointer data; struct _GSList* next; } GSList; typedef struct _GHashTable GHashTable; typedef struct _GPtrArray { gpointer* pdata; guint len; } GPtrArray;
gchar* g_strdup_printf(const gchar*, ...); gchar* g_strdup_vprintf(const gchar*, va_list); gint g_snprintf(gchar*, gulong, const gchar*, ...); gchar* g_strconcat(const gchar*, ...); gchar* g_strjoin(const gchar*, ...); gchar* g_strdup(const gchar*); gchar* g_strndup(const gchar*, gsize); gchar* g_strstrip(gchar*); gchar* g_strchug(gchar*); gchar* g_strchomp(gchar*); gchar* g_utf8_strdown(const gchar*, gssize); gchar* g_utf8_strup(const gchar*, gssize);
GString* g_string_new(const gchar*); GString* g_string_append(GString*, const gchar*); GString* g_string_append_c(GString*, gchar); void g_string_append_printf(GString*, const gchar*, ...); void g_string_printf(GString*, const gchar*, ...); GString* g_string_prepend(GString*, const gchar*); GString* g_string_assign(GString*, const gchar*); gchar* g_string_free(GString*, gboolean);
const gchar* g_getenv(const gchar*); int g_strcmp0(const char*, const char*); gboolean g_str_equal(gconstpointer, gconstpointer); gchar* g_compute_checksum_for_string(int, const gchar*, gssize); gchar* g_uuid_string_random(void); gchar* g_base64_encode(const guchar*, gsize); void g_free(gpointer); gpointer g_malloc(gsize); gchar** g_strsplit(const gchar*, const gchar*, gint); void g_strfreev(gchar**); void g_error_free(GError*); void g_warning(const gchar*, ...); void g_message(const gchar*, ...); void g_debug(const gchar*, ...);
#ifdef __cplusplus
}
#endif
