#define _GNU_SOURCE
#include "CFaults.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

// The kernel is called directly: whoever replaces a function of the C library cannot call it.

enum { OTHER = 0, FILE_HERE = 1, FOLDER_HERE = 2, MOST = 1024 };

static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;
static char kinds[MOST];
static const char *under, *failing_call, *ending;
static int record = -1;
static int failing_error;
static long failing_turn, turn;
static bool fails_on, kills;
static volatile int64_t *ahead;

__attribute__((constructor)) static void begin(void) {
  under = getenv("PARLEY_FAULTS_UNDER");
  ending = getenv("PARLEY_FAULTS_ENDING");
  const char *path = getenv("PARLEY_FAULTS_RECORD");
  if (path) record = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  const char *fail = getenv("PARLEY_FAULTS_FAIL");
  if (fail) {
    char *words = strdup(fail), *rest = NULL;
    failing_call = strtok_r(words, ":", &rest);
    const char *number = strtok_r(NULL, ":", &rest), *error = strtok_r(NULL, ":", &rest);
    failing_turn = number ? atol(number) : 1;
    fails_on = number && strchr(number, '+');
    kills = error && strcmp(error, "kill") == 0;
    failing_error = error && strcmp(error, "ENOSPC") == 0 ? ENOSPC : EIO;
  }
  const char *clock = getenv("PARLEY_FAULTS_CLOCK");
  int file = clock ? (int)syscall(SYS_openat, AT_FDCWD, clock, O_RDONLY | O_CLOEXEC, 0) : -1;
  if (file >= 0) {
    void *page = mmap(NULL, sizeof *ahead, PROT_READ, MAP_SHARED, file, 0);
    if (page != MAP_FAILED) ahead = page;
    syscall(SYS_close, file);
  }
}

static bool is_here(const char *path) {
  return under && path && strncmp(path, under, strlen(under)) == 0;
}

static char kind_of(int descriptor) { return descriptor >= 0 && descriptor < MOST ? kinds[descriptor] : OTHER; }

static uint64_t number_of(int descriptor) {
  struct stat found;
  return fstat(descriptor, &found) == 0 ? found.st_ino : 0;
}

static void note(char kind, uint64_t file, int64_t offset, const void *bytes, size_t length, const char *name,
                 size_t name_length) {
  if (record < 0) return;
  int before = errno;
  struct parley_disk_change head = {(uint32_t)kind, (uint32_t)name_length, file, offset, length};
  struct iovec parts[] = {{&head, sizeof head}, {(void *)name, name_length}, {(void *)bytes, length}};
  syscall(SYS_writev, record, parts, 3);
  errno = before;
}

static bool ends_so(const char *path) {
  size_t length = strlen(path), count = strlen(ending);
  return length >= count && strcmp(path + length - count, ending) == 0;
}

/// Whether this call is one that is to fail; it then has its errno. `path` is what it is about, where that is known.
static bool fails(const char *call, const char *path, int descriptor) {
  if (!failing_call || strcmp(call, failing_call) != 0) return false;
  if (ending) {
    char link[64], name[1024] = "";
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    if (!path) syscall(SYS_readlinkat, AT_FDCWD, link, name, sizeof name - 1);
    if (!ends_so(path ? path : name)) return false;
  }
  long now = __sync_add_and_fetch(&turn, 1);
  if (now != failing_turn && !(fails_on && now > failing_turn)) return false;
  note('f', 0, 0, NULL, 0, NULL, 0);
  if (kills) kill(getpid(), SIGKILL);
  errno = failing_error;
  return true;
}

static int opened(int folder, const char *path, int flags, mode_t mode) {
  bool here = is_here(path), is_new = false;
  if (here && (flags & O_ACCMODE) != O_RDONLY && fails("open", path, -1)) return -1;
  pthread_mutex_lock(&order);
  if (here && flags & O_CREAT) is_new = syscall(SYS_faccessat, AT_FDCWD, path, F_OK) != 0;
  int descriptor = (int)syscall(SYS_openat, folder, path, flags, mode);
  if (descriptor >= 0 && descriptor < MOST) {
    struct stat found;
    bool is_folder = here && fstat(descriptor, &found) == 0 && S_ISDIR(found.st_mode);
    // A file without a name (O_TMPFILE) is none that a crash can leave.
    bool is_nameless = (flags & O_TMPFILE) == O_TMPFILE;
    kinds[descriptor] = !here || is_nameless ? OTHER : is_folder ? FOLDER_HERE : FILE_HERE;
    if (is_new) note('c', number_of(descriptor), 0, NULL, 0, path, strlen(path));
    if (here && flags & O_TRUNC && !is_new) note('t', number_of(descriptor), 0, NULL, 0, NULL, 0);
  }
  pthread_mutex_unlock(&order);
  return descriptor;
}

#define MODE_OF(flags)                              \
  mode_t mode = 0;                                  \
  if ((flags) & (O_CREAT | O_TMPFILE)) {            \
    va_list rest;                                   \
    va_start(rest, flags);                          \
    mode = va_arg(rest, mode_t);                    \
    va_end(rest);                                   \
  }

int open(const char *path, int flags, ...) {
  MODE_OF(flags)
  return opened(AT_FDCWD, path, flags, mode);
}
int open64(const char *path, int flags, ...) {
  MODE_OF(flags)
  return opened(AT_FDCWD, path, flags, mode);
}
int openat(int folder, const char *path, int flags, ...) {
  MODE_OF(flags)
  return opened(folder, path, flags, mode);
}

int close(int descriptor) {
  if (descriptor >= 0 && descriptor < MOST) kinds[descriptor] = OTHER;
  return (int)syscall(SYS_close, descriptor);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  if (kind_of(descriptor) != FILE_HERE) {
    pthread_mutex_lock(&order);
    if (descriptor == STDOUT_FILENO) note('a', 0, 0, bytes, count, NULL, 0);
    pthread_mutex_unlock(&order);
    return syscall(SYS_write, descriptor, bytes, count);
  }
  if (fails("write", NULL, descriptor)) return -1;
  pthread_mutex_lock(&order);
  off_t place = lseek(descriptor, 0, SEEK_CUR);
  ssize_t done = syscall(SYS_write, descriptor, bytes, count);
  if (done > 0) note('w', number_of(descriptor), place, bytes, (size_t)done, NULL, 0);
  pthread_mutex_unlock(&order);
  return done;
}

static ssize_t put(int descriptor, const void *bytes, size_t count, off_t place) {
  bool here = kind_of(descriptor) == FILE_HERE;
  if (here && fails("write", NULL, descriptor)) return -1;
  pthread_mutex_lock(&order);
  ssize_t done = syscall(SYS_pwrite64, descriptor, bytes, count, place);
  if (here && done > 0) note('w', number_of(descriptor), place, bytes, (size_t)done, NULL, 0);
  pthread_mutex_unlock(&order);
  return done;
}
ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t place) {
  return put(descriptor, bytes, count, place);
}
ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t place) {
  return put(descriptor, bytes, count, place);
}

static int cut(int descriptor, off_t length) {
  bool here = kind_of(descriptor) == FILE_HERE;
  if (here && fails("ftruncate", NULL, descriptor)) return -1;
  pthread_mutex_lock(&order);
  int result = (int)syscall(SYS_ftruncate, descriptor, length);
  if (here && result == 0) note('t', number_of(descriptor), length, NULL, 0, NULL, 0);
  pthread_mutex_unlock(&order);
  return result;
}
int ftruncate(int descriptor, off_t length) { return cut(descriptor, length); }
int ftruncate64(int descriptor, off64_t length) { return cut(descriptor, length); }

static int synced(int descriptor, long call, const char *name) {
  char kind = kind_of(descriptor);
  if (kind != OTHER && fails(name, NULL, descriptor)) return -1;
  pthread_mutex_lock(&order);
  int result = (int)syscall(call, descriptor);
  if (kind != OTHER && result == 0) note(kind == FILE_HERE ? 's' : 'd', number_of(descriptor), 0, NULL, 0, NULL, 0);
  pthread_mutex_unlock(&order);
  return result;
}
int fsync(int descriptor) { return synced(descriptor, SYS_fsync, "fsync"); }
int fdatasync(int descriptor) { return synced(descriptor, SYS_fdatasync, "fdatasync"); }

int rename(const char *from, const char *to) {
  bool here = is_here(from) && is_here(to);
  if (here && fails("rename", from, -1)) return -1;
  pthread_mutex_lock(&order);
  int result = (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
  if (here && result == 0) {
    char names[2048];
    int length = snprintf(names, sizeof names, "%s%c%s", from, 0, to);
    note('r', 0, 0, NULL, 0, names, (size_t)length);
  }
  pthread_mutex_unlock(&order);
  return result;
}

int unlink(const char *path) {
  bool here = is_here(path);
  if (here && fails("unlink", path, -1)) return -1;
  pthread_mutex_lock(&order);
  int result = (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
  if (here && result == 0) note('u', 0, 0, NULL, 0, path, strlen(path));
  pthread_mutex_unlock(&order);
  return result;
}

int inotify_add_watch(int watch, const char *path, uint32_t events) {
  if (getenv("PARLEY_FAULTS_DEAF")) {
    errno = ENOSPC;
    return -1;
  }
  if (getenv("PARLEY_FAULTS_SHARED")) return 1;
  return (int)syscall(SYS_inotify_add_watch, watch, path, events);
}

int statfs(const char *path, struct statfs *found) {
  int result = (int)syscall(SYS_statfs, path, found);
  if (result == 0 && getenv("PARLEY_FAULTS_SHARED")) found->f_type = 0x6969;
  return result;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
  int result = (int)syscall(SYS_clock_gettime, clock, now);
  if (result == 0 && clock == CLOCK_REALTIME && ahead) {
    int64_t milliseconds = *ahead + now->tv_nsec / 1000000;
    int64_t seconds = milliseconds / 1000, rest = milliseconds % 1000;
    if (rest < 0) seconds--, rest += 1000;
    now->tv_sec += seconds;
    now->tv_nsec = rest * 1000000 + now->tv_nsec % 1000000;
  }
  return result;
}

time_t time(time_t *result) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (result) *result = now.tv_sec;
  return now.tv_sec;
}

int gettimeofday(struct timeval *restrict result, void *restrict zone) {
  (void)zone;
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  *result = (struct timeval){now.tv_sec, now.tv_nsec / 1000};
  return 0;
}
