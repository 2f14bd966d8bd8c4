// Lets one system call on the progress file and what lies beside it fail: preloaded by progress_faults_test.py.
//
//   FAULT_AT=N      the N-th such call, 1-based; 0 for none
//   FAULT_ERRNO=E   with this errno
//   FAULT_LOG=FILE  where each call is noted, a line with its name
//
// Such calls are those with a path that has FAULT_PATH in it, and those on descriptors that came from one.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { LIMIT = 1024 };
static unsigned char ours[LIMIT];
static int calls;

#define REAL(result, name, ...) \
    static result (*real)(__VA_ARGS__); \
    if (!real) real = (result (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

static int is_path(const char *path) {
    const char *wanted = getenv("FAULT_PATH");
    return path && wanted && strstr(path, wanted);
}

static int is_ours(int file) { return file >= 0 && file < LIMIT && ours[file]; }

// Notes a call; says whether it is the one that fails.
static int fails(const char *name) {
    const char *at = getenv("FAULT_AT"), *number = getenv("FAULT_ERRNO"), *log = getenv("FAULT_LOG");
    calls++;
    if (log) {
        char line[64];
        int length = snprintf(line, sizeof line, "%s\n", name);
        static int (*real_open)(const char *, int, ...);
        static ssize_t (*real_write)(int, const void *, size_t);
        static int (*real_close)(int);
        if (!real_open) {
            real_open = dlsym(RTLD_NEXT, "open");
            real_write = dlsym(RTLD_NEXT, "write");
            real_close = dlsym(RTLD_NEXT, "close");
        }
        int file = real_open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        if (file >= 0) {
            if (real_write(file, line, (size_t)length) < 0) abort();
            real_close(file);
        }
    }
    if (!at || !number || calls != atoi(at)) return 0;
    errno = atoi(number);
    return 1;
}

static int opening(int (*real)(const char *, int, ...), const char *path, int flags, mode_t mode) {
    int known = is_path(path);
    if (known && fails("open")) return -1;
    int file = real(path, flags, mode);
    if (file >= 0 && file < LIMIT) ours[file] = (unsigned char)known;
    return file;
}

int open(const char *path, int flags, ...) {
    REAL(int, open, const char *, int, ...);
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return opening(real, path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    REAL(int, open64, const char *, int, ...);
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return opening(real, path, flags, mode);
}

int close(int file) {
    REAL(int, close, int);
    if (file >= 0 && file < LIMIT) ours[file] = 0;
    return real(file);
}

ssize_t read(int file, void *bytes, size_t size) {
    REAL(ssize_t, read, int, void *, size_t);
    return is_ours(file) && fails("read") ? -1 : real(file, bytes, size);
}

// What fails has written half of it, as a disk that is full does.
ssize_t write(int file, const void *bytes, size_t size) {
    REAL(ssize_t, write, int, const void *, size_t);
    if (is_ours(file) && fails("write")) {
        int number = errno;
        if (real(file, bytes, size / 2) < 0) abort();
        errno = number;
        return -1;
    }
    return real(file, bytes, size);
}

#define ON_FILE(result, name, PARAMETERS, ARGUMENTS, ...) \
    result name PARAMETERS { \
        REAL(result, name, __VA_ARGS__); \
        return is_ours(file) && fails(#name) ? -1 : real ARGUMENTS; \
    }
#define ON_PATH(result, name, PARAMETERS, ARGUMENTS, ...) \
    result name PARAMETERS { \
        REAL(result, name, __VA_ARGS__); \
        return is_path(path) && fails(#name) ? -1 : real ARGUMENTS; \
    }

ON_FILE(int, fsync, (int file), (file), int)
ON_FILE(int, fdatasync, (int file), (file), int)
ON_FILE(int, flock, (int file, int operation), (file, operation), int, int)
ON_FILE(int, fchmod, (int file, mode_t mode), (file, mode), int, mode_t)
ON_FILE(int, fstat, (int file, struct stat *status), (file, status), int, struct stat *)
ON_PATH(int, stat, (const char *path, struct stat *status), (path, status), const char *, struct stat *)
ON_PATH(int, mkdir, (const char *path, mode_t mode), (path, mode), const char *, mode_t)
ON_PATH(int, unlink, (const char *path), (path), const char *)
ON_PATH(int, rename, (const char *path, const char *other), (path, other), const char *, const char *)
ON_PATH(int, link, (const char *path, const char *other), (path, other), const char *, const char *)
