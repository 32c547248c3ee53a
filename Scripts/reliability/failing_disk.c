// Put before a program by LD_PRELOAD: the n-th write, flush or opening below one folder fails with EIO, and that once.
//
//   HEED_FAIL_FOLDER  the folder
//   HEED_FAIL_AT      n, counted over all of them; 0 or nothing: none fails
//   HEED_FAIL_COUNT   a file that is told how many there were, when the process ends by itself

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long calls;

static int fails(void) {
  const char *at = getenv("HEED_FAIL_AT");
  long wanted = at ? atol(at) : 0;
  return atomic_fetch_add(&calls, 1) + 1 == wanted;
}

static int counts_path(const char *path) {
  const char *folder = getenv("HEED_FAIL_FOLDER");
  return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static int counts_file(int file) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return counts_path(path);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define REFUSE(condition)        \
  if ((condition) && fails()) {  \
    errno = EIO;                 \
    return -1;                   \
  }

ssize_t write(int file, const void *bytes, size_t count) {
  REFUSE(counts_file(file))
  return REAL(write)(file, bytes, count);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) {
  REFUSE(counts_file(file))
  return REAL(pwrite)(file, bytes, count, at);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) {
  REFUSE(counts_file(file))
  return REAL(pwrite64)(file, bytes, count, at);
}

int fsync(int file) {
  REFUSE(counts_file(file))
  return REAL(fsync)(file);
}

int fdatasync(int file) {
  REFUSE(counts_file(file))
  return REAL(fdatasync)(file);
}

int ftruncate64(int file, off64_t length) {
  REFUSE(counts_file(file))
  return REAL(ftruncate64)(file, length);
}

static mode_t mode_of(int flags, va_list rest) { return flags & O_CREAT ? va_arg(rest, mode_t) : 0; }

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = mode_of(flags, rest);
  va_end(rest);
  REFUSE(counts_path(path))
  return REAL(open)(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = mode_of(flags, rest);
  va_end(rest);
  REFUSE(counts_path(path))
  return REAL(open64)(path, flags, mode);
}

__attribute__((destructor)) static void tell(void) {
  const char *path = getenv("HEED_FAIL_COUNT");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file) return;
  fprintf(file, "%ld\n", atomic_load(&calls));
  fclose(file);
}
