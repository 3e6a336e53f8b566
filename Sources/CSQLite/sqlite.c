#include "CSQLite.h"

#if !__has_include(<sqlite3.h>)
#error "install SQLite's header: apt-get install libsqlite3-dev"
#endif
#include <sqlite3.h>

int parley_sqlite_keep_log(sqlite3 *connection) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}
