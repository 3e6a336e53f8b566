/// The Linux calls that Swift's Glibc module hides, each behind one function of our own. Unless stated otherwise, a
/// returned descriptor is close-on-exec and non-blocking, and -1 means failure with `errno` set.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// MARK: sockets

/// The process and account at the other end of a Unix socket, as the kernel noted them when the connection was made.
struct parley_peer {
  pid_t pid;
  uid_t uid;
  gid_t gid;
};

/// Accepts one connection from a listening socket (accept4).
int parley_accept(int listener);
/// Fills in the process and account at the other end of a connected Unix socket (SO_PEERCRED); 0 or -1.
int parley_peer_of(int socket, struct parley_peer *peer);

// MARK: time

/// Milliseconds since the machine started, time asleep included (CLOCK_BOOTTIME); never fails.
int64_t parley_boottime_ms(void);
/// A disarmed timer descriptor on CLOCK_BOOTTIME. A moment that passes while the machine sleeps is due on waking.
int parley_timer_create(void);
/// Arms a timer for one moment in milliseconds of `parley_boottime_ms` (one past is due at once); 0 or -1.
int parley_timer_arm(int timer, int64_t boottime_ms);
/// Disarms a timer, so that it causes no wake-up; 0 or -1.
int parley_timer_disarm(int timer);

// MARK: signals and events

/// Blocks these signals in this thread and returns a descriptor to read them from. Call it before other threads start.
int parley_signals_create(const int *signals, size_t count);
/// The next signal that waits in such a descriptor, or 0 when there is none; -1 on failure.
int parley_signals_next(int descriptor);
/// Makes writing to a closed pipe, or past the size limit of files, an error instead of the end of the process.
void parley_ignore_write_signals(void);
/// An event counter (eventfd), which is readable once something has been written to it.
int parley_event_create(void);

// MARK: processes

/// Keeps up to a megabyte of freed memory in this process (mallopt). One picture frees what the next one takes; the
/// system would have to clear memory that was given back in between.
void parley_keep_freed_memory(void);
/// Gives memory that was freed back to the system (malloc_trim): after work that took much more than what follows.
void parley_give_back_freed_memory(void);

/// Asks the kernel for the shortest turns on the processor that it gives (sched_setattr). The process then waits less
/// for each turn while others are at work, and gets no more time in all. Works from Linux 6.12 on; on older kernels
/// nothing changes.
void parley_take_short_turns(void);

enum {
  /// Looks up a program whose name has no slash in this process's PATH.
  PARLEY_SPAWN_SEARCH_PATH = 1,
};

/// Starts a program as the leader of a new session without a controlling terminal. It blocks and ignores no signal, and
/// has only the descriptors 0, 1 and 2: the given ones, or /dev/null for -1. Returns its process id.
pid_t parley_spawn_session(const char *path, char *const argv[], char *const envp[], int stdin_fd, int stdout_fd,
                           int stderr_fd, int flags);
/// The same, started in `directory` unless that is NULL.
pid_t parley_spawn_session_in(const char *directory, const char *path, char *const argv[], char *const envp[],
                              int stdin_fd, int stdout_fd, int stderr_fd, int flags);
/// A descriptor that can be read once a child of this process has ended (pidfd); -1 on kernels before 5.3.
int parley_process_ending(pid_t child);

// MARK: terminals

/// Columns and rows of the terminal behind a descriptor (TIOCGWINSZ); 0 or -1. Zero sizes are passed on as they are.
int parley_terminal_size(int terminal, int *columns, int *rows);
/// Sets the size of a terminal; its foreground processes get SIGWINCH; 0 or -1.
int parley_terminal_resize(int terminal, int columns, int rows);
/// The columns that the locale's wcwidth gives a scalar: 0, 1 or 2, and -1 if it does not print.
int parley_wcwidth(uint32_t scalar);

// MARK: a terminal that its process leaves behind

/// What a process has changed at its terminal, and would have to put back.
enum parley_terminal_state {
  /// Nothing.
  PARLEY_TERMINAL_FREE,
  /// Modes that have no effect on what is shown.
  PARLEY_TERMINAL_PREPARED,
  /// All of it: the screen, the cursor, the line settings.
  PARLEY_TERMINAL_SHOWN,
  PARLEY_TERMINAL_STATES,
};

/// Goes on in a child of this process, in the same process group. The process itself never returns from here: as a
/// caretaker it waits, puts the terminal behind descriptors 0 and 1 back should a signal end the child, and ends, stops
/// and goes on as the child does. Signals meant for it reach the child. When the caretaker ends first, the child gets
/// SIGHUP. Call it before other threads start.
/// Returns whether there is a caretaker; without one this process goes on as it was.
bool parley_leave_caretaker(void);
/// Tells the caretaker what to write to the terminal in a state; without a caretaker this and the next two do nothing.
void parley_caretaker_learn(enum parley_terminal_state state, const char *undo);
/// Tells the caretaker what to print, with its line break, after it has put the terminal back.
void parley_caretaker_say(const char *message);
/// Tells the caretaker the state of the terminal. It costs no call: call it before a change, and after its undoing.
void parley_caretaker_note(enum parley_terminal_state state);

// MARK: files that others move

/// A descriptor that can be read once something has happened to a file it watches (inotify). It watches none at first.
int parley_watch_create(void);
/// Watches the file or folder at a path: that it is moved, removed or given other links, and, if `content` is true, that
/// it is written to; 0 or -1. Watching it again changes nothing.
int parley_watch_add(int watch, const char *path, bool content);
/// Forgets what has happened so far; false when nothing had.
bool parley_watch_drain(int watch);
/// Whether other machines may change the files at a path, so that this one is not told: NFS, SMB, FUSE, 9p, the
/// file systems of clusters, and folders that a virtual machine shares with its host.
bool parley_is_shared(const char *path);

// MARK: chance

/// Fills a buffer from the kernel's random source (getrandom), waiting for it to be seeded; 0 or -1.
int parley_random(void *buffer, size_t count);

// MARK: memory

/// Whether the file system of a path is kept in memory and on no disk (tmpfs, ramfs), as long as the kernel does not
/// swap it out.
bool parley_is_in_memory(const char *path);
/// From now on this process leaves no core dump, and no other process of the same user may look into its memory.
void parley_close_memory(void);
/// Whether `parley_close_memory` has been called.
bool parley_memory_is_closed(void);
/// Overwrites a buffer with zeros, which no optimiser leaves out.
void parley_wipe(void *buffer, size_t count);
