// GMime's functions as its headers declare them (API version 3.0, stable since 2017), with void * for its objects.
#include "CMail.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

#include "libraries.h"

// GLib's GByteArray, whose layout is public.
struct byte_array {
  uint8_t *data;
  unsigned int length;
};

static struct {
  void (*init)(void);
  void *(*stream_of)(const char *, size_t);
  void *(*stream)(void);
  struct byte_array *(*bytes_of)(void *);
  void *(*parser)(void *);
  void *(*options)(void);
  void (*set_fallbacks)(void *, const char **);
  void (*free_options)(void *);
  void *(*construct)(void *, void *);
  const char *(*header)(void *, const char *);
  void *(*from)(void *);
  void *(*reply_to)(void *);
  int (*list_length)(void *);
  void *(*list_at)(void *, int);
  unsigned long (*group_type)(void);
  void *(*members)(void *);
  const char *(*name)(void *);
  unsigned long (*mailbox_type)(void);
  const char *(*address)(void *);
  void *(*root)(void *);
  unsigned long (*multipart_type)(void);
  unsigned long (*message_part_type)(void);
  unsigned long (*part_type)(void);
  int (*count)(void *);
  void *(*at)(void *, int);
  void *(*content_type)(void *);
  char *(*mime_type)(void *);
  const char *(*parameter)(void *, const char *);
  const char *(*disposition)(void *);
  void *(*content)(void *);
  ssize_t (*write_content)(void *, void *);
  int (*is_a)(void *, unsigned long);
  void (*unref)(void *);
  void (*free)(void *);
} gmime;

static const struct parley_function functions[] = {
  {"g_mime_init", &gmime.init},
  {"g_mime_stream_mem_new_with_buffer", &gmime.stream_of},
  {"g_mime_stream_mem_new", &gmime.stream},
  {"g_mime_stream_mem_get_byte_array", &gmime.bytes_of},
  {"g_mime_parser_new_with_stream", &gmime.parser},
  {"g_mime_parser_options_new", &gmime.options},
  {"g_mime_parser_options_set_fallback_charsets", &gmime.set_fallbacks},
  {"g_mime_parser_options_free", &gmime.free_options},
  {"g_mime_parser_construct_message", &gmime.construct},
  {"g_mime_object_get_header", &gmime.header},
  {"g_mime_message_get_from", &gmime.from},
  {"g_mime_message_get_reply_to", &gmime.reply_to},
  {"internet_address_list_length", &gmime.list_length},
  {"internet_address_list_get_address", &gmime.list_at},
  {"internet_address_group_get_type", &gmime.group_type},
  {"internet_address_group_get_members", &gmime.members},
  {"internet_address_get_name", &gmime.name},
  {"internet_address_mailbox_get_type", &gmime.mailbox_type},
  {"internet_address_mailbox_get_addr", &gmime.address},
  {"g_mime_message_get_mime_part", &gmime.root},
  {"g_mime_multipart_get_type", &gmime.multipart_type},
  {"g_mime_message_part_get_type", &gmime.message_part_type},
  {"g_mime_part_get_type", &gmime.part_type},
  {"g_mime_multipart_get_count", &gmime.count},
  {"g_mime_multipart_get_part", &gmime.at},
  {"g_mime_object_get_content_type", &gmime.content_type},
  {"g_mime_content_type_get_mime_type", &gmime.mime_type},
  {"g_mime_content_type_get_parameter", &gmime.parameter},
  {"g_mime_object_get_disposition", &gmime.disposition},
  {"g_mime_part_get_content", &gmime.content},
  {"g_mime_data_wrapper_write_to_stream", &gmime.write_content},
  {"g_type_check_instance_is_a", &gmime.is_a},
  {"g_object_unref", &gmime.unref},
  {"g_free", &gmime.free},
};

static bool loaded = false;

static void load(void) {
  const char *const libraries[] = {"libgmime-3.0.so.0", NULL};
  loaded = parley_find(libraries, functions, sizeof functions / sizeof *functions);
  if (loaded) gmime.init();
}

// Mails may be read on several threads; none may find a library that another one has begun to set up.
bool parley_mail_load(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return loaded;
}

struct parley_mail {
  void *message;
};

parley_mail *parley_mail_read(const uint8_t *bytes, size_t count) {
  void *options = gmime.options();
  // Headers that declare nothing, though they have other bytes than ASCII.
  const char *fallbacks[] = {"utf-8", "windows-1252", NULL};
  gmime.set_fallbacks(options, fallbacks);
  void *stream = gmime.stream_of((const char *)bytes, count);
  void *parser = gmime.parser(stream);
  void *message = gmime.construct(parser, options);
  gmime.unref(parser);
  gmime.unref(stream);
  gmime.free_options(options);
  if (!message) return NULL;
  parley_mail *mail = malloc(sizeof *mail);
  if (mail) mail->message = message;
  return mail;
}

void parley_mail_close(parley_mail *mail) {
  if (mail) gmime.unref(mail->message);
  free(mail);
}

void parley_mail_free(void *owned) { free(owned); }

const char *parley_mail_header(const parley_mail *mail, const char *name) { return gmime.header(mail->message, name); }

/// The mailbox at an index, counted down over lists in lists.
static void *mailbox(void *list, int *index, int depth) {
  int length = list && depth < 4 ? gmime.list_length(list) : 0;
  for (int i = 0; i < length; i++) {
    void *entry = gmime.list_at(list, i);
    if (gmime.is_a(entry, gmime.group_type())) {
      void *found = mailbox(gmime.members(entry), index, depth + 1);
      if (found) return found;
    } else if (gmime.is_a(entry, gmime.mailbox_type()) && (*index)-- == 0) {
      return entry;
    }
  }
  return NULL;
}

bool parley_mail_address(const parley_mail *mail, bool reply_to, int index, const char **name, const char **address) {
  void *list = reply_to ? gmime.reply_to(mail->message) : gmime.from(mail->message);
  void *found = mailbox(list, &index, 0);
  if (!found) return false;
  *name = gmime.name(found);
  *address = gmime.address(found);
  return true;
}

parley_mail_part *parley_mail_root(const parley_mail *mail) { return gmime.root(mail->message); }

enum parley_mail_kind parley_mail_part_kind(parley_mail_part *part) {
  if (gmime.is_a(part, gmime.multipart_type())) return PARLEY_MAIL_MULTIPART;
  return gmime.is_a(part, gmime.message_part_type()) ? PARLEY_MAIL_MESSAGE : PARLEY_MAIL_LEAF;
}

char *parley_mail_part_type(parley_mail_part *part) {
  void *type = gmime.content_type(part);
  char *text = type ? gmime.mime_type(type) : NULL;
  char *own = strdup(text ? text : "text/plain");
  if (text) gmime.free(text);
  return own;
}

const char *parley_mail_part_parameter(parley_mail_part *part, const char *name) {
  void *type = gmime.content_type(part);
  return type ? gmime.parameter(type, name) : NULL;
}

const char *parley_mail_part_disposition(parley_mail_part *part) { return gmime.disposition(part); }

int parley_mail_part_count(parley_mail_part *multipart) { return gmime.count(multipart); }

parley_mail_part *parley_mail_part_at(parley_mail_part *multipart, int index) { return gmime.at(multipart, index); }

uint8_t *parley_mail_part_content(parley_mail_part *leaf, size_t *count) {
  void *content = gmime.is_a(leaf, gmime.part_type()) ? gmime.content(leaf) : NULL;
  if (!content) return NULL;
  void *stream = gmime.stream();
  uint8_t *own = NULL;
  if (gmime.write_content(content, stream) >= 0) {
    struct byte_array *bytes = gmime.bytes_of(stream);
    own = malloc(bytes->length + 1);
    if (own && bytes->length) memcpy(own, bytes->data, bytes->length);
    *count = bytes->length;
  }
  gmime.unref(stream);
  return own;
}
