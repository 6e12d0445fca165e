/* Stand-in: GLib. */
#ifndef __G_LIB_H__
#define __G_LIB_H__
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

typedef char gchar;
typedef unsigned char guchar;
typedef short gshort;
typedef unsigned short gushort;
typedef int gint;
typedef unsigned int guint;
typedef long glong;
typedef unsigned long gulong;
typedef gint gboolean;
typedef float gfloat;
typedef double gdouble;
typedef int8_t gint8;
typedef uint8_t guint8;
typedef int16_t gint16;
typedef uint16_t guint16;
typedef int32_t gint32;
typedef uint32_t guint32;
typedef int64_t gint64;
typedef uint64_t guint64;
typedef long gssize;
typedef unsigned long gsize;
typedef void* gpointer;
typedef const void* gconstpointer;
typedef gint64 goffset;
typedef guint32 gunichar;
typedef guint32 GQuark;
typedef int (*GCompareFunc)(gconstpointer a, gconstpointer b);
typedef gboolean (*GEqualFunc)(gconstpointer a, gconstpointer b);
typedef guint (*GHashFunc)(gconstpointer key);
typedef void (*GFunc)(gpointer data, gpointer user_data);
typedef void (*GHFunc)(gpointer key, gpointer value, gpointer user_data);
typedef void (*GDestroyNotify)(gpointer data);
typedef gboolean (*GSourceFunc)(gpointer user_data);

#ifndef TRUE
#define TRUE 1
#define FALSE 0
#endif
#define G_BEGIN_DECLS
#define G_END_DECLS
#define G_STMT_START do
#define G_STMT_END while (0)
#define G_GNUC_UNUSED
#define G_GNUC_PRINTF(format, arguments)
#define G_N_ELEMENTS(array) (sizeof(array) / sizeof((array)[0]))
#define G_GINT64_FORMAT "li"
#define G_GUINT64_FORMAT "lu"
#define G_GSIZE_FORMAT "lu"
#define G_LIKELY(expression) (expression)
#define G_UNLIKELY(expression) (expression)
#define GINT_TO_POINTER(i) ((gpointer)(glong)(i))
#define GPOINTER_TO_INT(p) ((gint)(glong)(p))
#define GUINT_TO_POINTER(u) ((gpointer)(gulong)(u))
#define GPOINTER_TO_UINT(p) ((guint)(gulong)(p))
#define g_new(type, count) ((type*)g_malloc(sizeof(type) * (count)))
#define g_new0(type, count) ((type*)g_malloc0(sizeof(type) * (count)))
#define g_assert(expression) ((void)(expression))
#define g_assert_not_reached() ((void)0)
#define g_return_if_fail(expression) do { if (!(expression)) return; } while (0)
#define g_return_val_if_fail(expression, value) do { if (!(expression)) return (value); } while (0)
#define g_clear_pointer(pointer, destroy) do { if (*(pointer)) { (destroy)(*(pointer)); *(pointer) = NULL; } } while (0)
#define g_autofree
#define g_autoptr(type) type*
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define MIN(a, b) ((a) < (b) ? (a) : (b))
#ifndef NULL
#define NULL 0
#endif

typedef struct _GString { gchar* str; gsize len; gsize allocated_len; } GString;
typedef struct _GError { GQuark domain; gint code; gchar* message; } GError;
typedef struct _GList { gpointer data; struct _GList* next; struct _GList* prev; } GList;
typedef struct _GSList { gpointer data; struct _GSList* next; } GSList;
typedef struct _GPtrArray { gpointer* pdata; guint len; } GPtrArray;
typedef struct _GArray { gchar* data; guint len; } GArray;
typedef struct _GHashTable GHashTable;
typedef struct _GHashTableIter { gpointer dummy[6]; } GHashTableIter;
typedef struct _GKeyFile GKeyFile;
typedef struct _GDateTime GDateTime;
typedef struct _GIOChannel GIOChannel;
typedef struct _GMainLoop GMainLoop;
typedef struct _GMainContext GMainContext;
typedef struct _GMutex { gpointer p; } GMutex;
typedef struct _GThread GThread;
typedef struct _GDate GDate;
typedef enum { G_CHECKSUM_MD5, G_CHECKSUM_SHA1, G_CHECKSUM_SHA256, G_CHECKSUM_SHA512, G_CHECKSUM_SHA384 } GChecksumType;
typedef enum { G_NORMALIZE_DEFAULT, G_NORMALIZE_NFC = 1, G_NORMALIZE_NFKC = 3 } GNormalizeMode;
typedef enum { G_LOG_LEVEL_ERROR = 4, G_LOG_LEVEL_CRITICAL = 8, G_LOG_LEVEL_WARNING = 16, G_LOG_LEVEL_MESSAGE = 32, G_LOG_LEVEL_INFO = 64,
               G_LOG_LEVEL_DEBUG = 128 } GLogLevelFlags;

gpointer g_malloc(gsize size);
gpointer g_malloc0(gsize size);
gpointer g_realloc(gpointer memory, gsize size);
void g_free(gpointer memory);
gpointer g_memdup(gconstpointer memory, guint size);
void g_strfreev(gchar** list);
gchar* g_strdup(const gchar* text);
gchar* g_strndup(const gchar* text, gsize size);
gchar* g_strdup_inline(const gchar* text);
gchar* g_strdup_printf(const gchar* format, ...);
gchar* g_strdup_vprintf(const gchar* format, va_list list);
gint g_snprintf(gchar* to, gulong size, const gchar* format, ...);
gint g_vsnprintf(gchar* to, gulong size, const gchar* format, va_list list);
gint g_sprintf(gchar* to, const gchar* format, ...);
gint g_vasprintf(gchar** to, const gchar* format, va_list list);
gint g_printf(const gchar* format, ...);
void g_print(const gchar* format, ...);
void g_printerr(const gchar* format, ...);
void g_message(const gchar* format, ...);
void g_warning(const gchar* format, ...);
void g_critical(const gchar* format, ...);
void g_error(const gchar* format, ...);
void g_debug(const gchar* format, ...);
void g_info(const gchar* format, ...);
void g_log(const gchar* domain, GLogLevelFlags level, const gchar* format, ...);
gchar* g_strconcat(const gchar* text, ...);
gchar* g_strjoin(const gchar* separator, ...);
gchar* g_strjoinv(const gchar* separator, gchar** list);
gchar** g_strsplit(const gchar* text, const gchar* separator, gint most);
guint g_strv_length(gchar** list);
gchar* g_build_filename(const gchar* first, ...);
gchar* g_strchug(gchar* text);
gchar* g_strchomp(gchar* text);
#define g_strstrip(text) g_strchomp(g_strchug(text))
gchar* g_strreverse(gchar* text);
gchar* g_strescape(const gchar* text, const gchar* exceptions);
gchar* g_strcompress(const gchar* text);
gchar* g_strdelimit(gchar* text, const gchar* delimiters, gchar by);
gsize g_strlcpy(gchar* to, const gchar* from, gsize size);
gsize g_strlcat(gchar* to, const gchar* from, gsize size);
gchar* g_stpcpy(gchar* to, const char* from);
gchar* g_strrstr(const gchar* text, const gchar* what);
gchar* g_ascii_strdown(const gchar* text, gssize size);
gchar* g_ascii_strup(const gchar* text, gssize size);
gint g_ascii_strcasecmp(const gchar* a, const gchar* b);
gint g_ascii_strncasecmp(const gchar* a, const gchar* b, gsize size);
gint64 g_ascii_strtoll(const gchar* text, gchar** end, guint base);
gdouble g_ascii_strtod(const gchar* text, gchar** end);
gchar* g_ascii_dtostr(gchar* to, gint size, gdouble value);
gchar* g_ascii_formatd(gchar* to, gint size, const gchar* format, gdouble value);
gint g_strcmp0(const char* a, const char* b);
gboolean g_str_equal(gconstpointer a, gconstpointer b);
guint g_str_hash(gconstpointer text);
gboolean g_str_has_prefix(const gchar* text, const gchar* prefix);
gboolean g_str_has_suffix(const gchar* text, const gchar* suffix);
gboolean g_direct_equal(gconstpointer a, gconstpointer b);
guint g_direct_hash(gconstpointer key);
gchar* g_utf8_strdown(const gchar* text, gssize size);
gchar* g_utf8_strup(const gchar* text, gssize size);
glong g_utf8_strlen(const gchar* text, gssize size);
gchar* g_utf8_substring(const gchar* text, glong begin, glong end);
gchar* g_utf8_normalize(const gchar* text, gssize size, GNormalizeMode mode);
gint g_utf8_collate(const gchar* a, const gchar* b);
gboolean g_utf8_validate(const gchar* text, gssize size, const gchar** end);
gchar* g_locale_to_utf8(const gchar* text, gssize size, gsize* read, gsize* written, GError** error);
const gchar* g_intern_string(const gchar* text);
gchar* g_markup_escape_text(const gchar* text, gssize size);
gchar* g_path_get_basename(const gchar* path);
gchar* g_path_get_dirname(const gchar* path);
GString* g_string_new(const gchar* text);
GString* g_string_new_len(const gchar* text, gssize size);
GString* g_string_sized_new(gsize size);
gchar* g_string_free(GString* string, gboolean segment);
gchar* g_string_free_and_steal(GString* string);
GString* g_string_assign(GString* string, const gchar* text);
GString* g_string_append(GString* string, const gchar* text);
GString* g_string_append_len(GString* string, const gchar* text, gssize size);
GString* g_string_append_c(GString* string, gchar c);
GString* g_string_append_unichar(GString* string, gunichar c);
GString* g_string_prepend(GString* string, const gchar* text);
GString* g_string_insert(GString* string, gssize at, const gchar* text);
GString* g_string_truncate(GString* string, gsize size);
GString* g_string_erase(GString* string, gssize at, gssize size);
void g_string_printf(GString* string, const gchar* format, ...);
void g_string_append_printf(GString* string, const gchar* format, ...);
void g_string_append_vprintf(GString* string, const gchar* format, va_list list);
gchar* g_compute_checksum_for_string(GChecksumType type, const gchar* text, gssize size);
gchar* g_compute_checksum_for_data(GChecksumType type, const guchar* data, gsize size);
gchar* g_uuid_string_random(void);
gchar* g_base64_encode(const guchar* data, gsize size);
guchar* g_base64_decode(const gchar* text, gsize* size);
const gchar* g_getenv(const gchar* name);
gboolean g_setenv(const gchar* name, const gchar* value, gboolean overwrite);
const gchar* g_get_user_name(void);
const gchar* g_get_home_dir(void);
gboolean g_file_get_contents(const gchar* file, gchar** contents, gsize* length, GError** error);
gboolean g_file_set_contents(const gchar* file, const gchar* contents, gssize length, GError** error);
gboolean g_file_test(const gchar* file, gint test);
GKeyFile* g_key_file_new(void);
void g_key_file_free(GKeyFile* file);
gboolean g_key_file_load_from_file(GKeyFile* file, const gchar* path, gint flags, GError** error);
gchar* g_key_file_get_string(GKeyFile* file, const gchar* group, const gchar* key, GError** error);
gchar* g_key_file_get_value(GKeyFile* file, const gchar* group, const gchar* key, GError** error);
gint g_key_file_get_integer(GKeyFile* file, const gchar* group, const gchar* key, GError** error);
gint g_io_channel_read_line(GIOChannel* channel, gchar** line, gsize* length, gsize* end, GError** error);
GDateTime* g_date_time_new_now_local(void);
GDateTime* g_date_time_new_now_utc(void);
gchar* g_date_time_format(GDateTime* time, const gchar* format);
void g_date_time_unref(GDateTime* time);
gint64 g_get_monotonic_time(void);
gint64 g_get_real_time(void);
void g_error_free(GError* error);
void g_clear_error(GError** error);
void g_set_error(GError** error, GQuark domain, gint code, const gchar* format, ...);
GList* g_list_append(GList* list, gpointer data);
GList* g_list_prepend(GList* list, gpointer data);
GList* g_list_reverse(GList* list);
GList* g_list_remove(GList* list, gconstpointer data);
GList* g_list_find(GList* list, gconstpointer data);
guint g_list_length(GList* list);
gpointer g_list_nth_data(GList* list, guint at);
void g_list_foreach(GList* list, GFunc call, gpointer data);
void g_list_free(GList* list);
void g_list_free_full(GList* list, GDestroyNotify destroy);
GSList* g_slist_append(GSList* list, gpointer data);
GSList* g_slist_prepend(GSList* list, gpointer data);
GSList* g_slist_reverse(GSList* list);
guint g_slist_length(GSList* list);
void g_slist_free(GSList* list);
void g_slist_free_full(GSList* list, GDestroyNotify destroy);
GHashTable* g_hash_table_new(GHashFunc hash, GEqualFunc equal);
GHashTable* g_hash_table_new_full(GHashFunc hash, GEqualFunc equal, GDestroyNotify key, GDestroyNotify value);
gboolean g_hash_table_insert(GHashTable* table, gpointer key, gpointer value);
gpointer g_hash_table_lookup(GHashTable* table, gconstpointer key);
gboolean g_hash_table_remove(GHashTable* table, gconstpointer key);
gboolean g_hash_table_contains(GHashTable* table, gconstpointer key);
guint g_hash_table_size(GHashTable* table);
void g_hash_table_foreach(GHashTable* table, GHFunc call, gpointer data);
void g_hash_table_destroy(GHashTable* table);
void g_hash_table_unref(GHashTable* table);
void g_hash_table_iter_init(GHashTableIter* iter, GHashTable* table);
gboolean g_hash_table_iter_next(GHashTableIter* iter, gpointer* key, gpointer* value);
GPtrArray* g_ptr_array_new(void);
GPtrArray* g_ptr_array_new_with_free_func(GDestroyNotify destroy);
void g_ptr_array_add(GPtrArray* array, gpointer data);
#define g_ptr_array_index(array, at) ((array)->pdata)[at]
gpointer* g_ptr_array_free(GPtrArray* array, gboolean segment);
void g_mutex_init(GMutex* mutex);
void g_mutex_lock(GMutex* mutex);
void g_mutex_unlock(GMutex* mutex);
void g_mutex_clear(GMutex* mutex);
GThread* g_thread_new(const gchar* name, gpointer (*call)(gpointer), gpointer data);
gpointer g_thread_join(GThread* thread);
guint g_timeout_add(guint interval, GSourceFunc call, gpointer data);
guint g_idle_add(GSourceFunc call, gpointer data);
gboolean g_source_remove(guint id);
GMainLoop* g_main_loop_new(GMainContext* context, gboolean running);
void g_main_loop_run(GMainLoop* loop);
void g_main_loop_quit(GMainLoop* loop);
void g_main_loop_unref(GMainLoop* loop);
void g_usleep(gulong microseconds);

#ifdef __cplusplus
}
#endif
#endif
