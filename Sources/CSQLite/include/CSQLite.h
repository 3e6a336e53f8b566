/// The call of SQLite that Swift cannot make, because it takes a varying number of arguments.
#pragma once

typedef struct sqlite3 sqlite3;

/// From now on, closing this connection leaves the write-ahead log beside the file as it is
/// (SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE). Returns a code of SQLite's, 0 when it is done.
int parley_sqlite_keep_log(sqlite3 *connection);
