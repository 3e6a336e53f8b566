#include "CSQLite.h"

int parley_sqlite_keep_log(sqlite3 *connection) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}

int parley_sqlite_bind_text(sqlite3_stmt *statement, int parameter, const void *bytes, int count) {
  return sqlite3_bind_text(statement, parameter, bytes ? bytes : "", count, SQLITE_TRANSIENT);
}

// A pointer to nothing would be NULL and not an empty blob.
int parley_sqlite_bind_blob(sqlite3_stmt *statement, int parameter, const void *bytes, int count) {
  return sqlite3_bind_blob(statement, parameter, bytes ? bytes : "", count, SQLITE_TRANSIENT);
}
