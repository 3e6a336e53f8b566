/// A library to load before a program (LD_PRELOAD), which does to its disk and its clock what a test wants. The program
/// needs no change and no rights. Environment variables say what is wanted:
///
/// PARLEY_FAULTS_UNDER   the folder whose files are meant.
/// PARLEY_FAULTS_RECORD  a file that takes down, in order, all that changes those files and folders, what is synced, and
///                       what the program says on its standard output.
/// PARLEY_FAULTS_FAIL    `CALL:N:ERROR`: the Nth call of write, fsync, fdatasync, ftruncate, open, rename or unlink fails
///                       with this errno. `CALL:N:kill` kills the process instead; `CALL:N+:ERROR` is all from the Nth.
/// PARLEY_FAULTS_ENDING  only calls on files whose path ends so are counted.
/// PARLEY_FAULTS_CLOCK   a file of eight bytes: so many milliseconds the wall clock is ahead. It may change at any time.
/// PARLEY_FAULTS_DEAF    the kernel watches no files (inotify), as when a user watches too many.
/// PARLEY_FAULTS_SHARED  all files are on a shared disk (NFS): the kernel watches them, and is told of no change.
#pragma once

#include <stdint.h>

/// What a record begins with; the name and the bytes follow.
struct parley_disk_change {
  /// `c`reate, `w`rite, `t`runcate, `s`ync of a file, `d`irectory synced, `r`ename (two names, a zero between), `u`nlink,
  /// `a`nswer on standard output, `f`ailure on purpose.
  uint32_t kind;
  uint32_t name_length;
  uint64_t file;
  int64_t offset;
  uint64_t length;
};
