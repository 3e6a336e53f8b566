/// SQLite, and the calls of it that Swift cannot make: those that take a varying number of arguments, or a destructor that
/// is no function.
#pragma once

#if !__has_include(<sqlite3.h>)
#error "install SQLite's header: apt-get install libsqlite3-dev"
#endif
#include <sqlite3.h>

/// From now on, closing this connection leaves the write-ahead log beside the file as it is
/// (SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE). Returns a code of SQLite's, 0 when it is done.
int parley_sqlite_keep_log(sqlite3 *connection);

/// Gives a statement bytes as a text or a blob, of which SQLite makes a copy. Returns a code of SQLite's.
int parley_sqlite_bind_text(sqlite3_stmt *statement, int parameter, const void *bytes, int count);
int parley_sqlite_bind_blob(sqlite3_stmt *statement, int parameter, const void *bytes, int count);
