/// Mails read by GMime, HTML by libxml2, charsets by the C library's iconv. The two libraries are looked for when a mail
/// is read (dlopen), so that no other command is linked to them, waits for them, or needs them installed.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// MARK: the libraries

/// Loads GMime; false when it is not installed, or lacks what is needed.
bool parley_mail_load(void);
/// Loads libxml2; false when it is not installed, or lacks what is needed.
bool parley_html_load(void);

// MARK: a mail

/// What is borrowed from a mail lives as long as the mail; what is owned is given back with `parley_mail_free`.
typedef struct parley_mail parley_mail;
/// A part of a mail: an opaque object of GMime's, borrowed.
typedef void parley_mail_part;

/// Reads a mail (RFC 5322); NULL when it is none. The bytes are copied. `parley_mail_load` comes first.
parley_mail *parley_mail_read(const uint8_t *bytes, size_t count);
void parley_mail_close(parley_mail *mail);
void parley_mail_free(void *owned);

/// The value of the first header with a name, unfolded and decoded (RFC 2047); NULL without one. Borrowed.
const char *parley_mail_header(const parley_mail *mail, const char *name);
/// One mailbox of an address header, those in groups included; false past the last. Borrowed; each may be NULL.
bool parley_mail_address(const parley_mail *mail, bool reply_to, int index, const char **name, const char **address);

/// The outermost part; NULL without one. Borrowed, as all parts are.
parley_mail_part *parley_mail_root(const parley_mail *mail);
/// What a part is.
enum parley_mail_kind { PARLEY_MAIL_LEAF, PARLEY_MAIL_MULTIPART, PARLEY_MAIL_MESSAGE };
enum parley_mail_kind parley_mail_part_kind(parley_mail_part *part);
/// `text/plain`. Owned.
char *parley_mail_part_type(parley_mail_part *part);
/// A parameter of the type (RFC 2231), such as `charset`. Borrowed; NULL without one.
const char *parley_mail_part_parameter(parley_mail_part *part, const char *name);
/// `attachment` or `inline`. Borrowed; NULL when the mail does not say.
const char *parley_mail_part_disposition(parley_mail_part *part);
int parley_mail_part_count(parley_mail_part *multipart);
parley_mail_part *parley_mail_part_at(parley_mail_part *multipart, int index);
/// The content of a leaf, without its transfer encoding; NULL when it has none. Owned.
uint8_t *parley_mail_part_content(parley_mail_part *leaf, size_t *count);

// MARK: text

/// Bytes in a charset as UTF-8; what has no meaning there becomes U+FFFD. NULL for a charset that nobody knows. Owned.
char *parley_mail_utf8(const char *charset, const uint8_t *bytes, size_t count, size_t *length);

/// What stands in a page of HTML, in its order.
enum parley_html_kind { PARLEY_HTML_OPEN, PARLEY_HTML_CLOSE, PARLEY_HTML_TEXT };
/// `word` is a tag's name, or text. Of attributes, `style`, `class`, `id` and `type` are told, parted by U+001F.
typedef void (*parley_html_visitor)(
  void *context, enum parley_html_kind kind, const char *word, const char *attributes);
/// Walks a page in UTF-8; false when it cannot be read. `parley_html_load` comes first.
bool parley_html_walk(const char *text, size_t length, void *context, parley_html_visitor visit);
