/// Putting the terminal back from inside a signal handler.
///
/// A trap, an abort or a bad access must leave a sane screen with the message on it. Nothing of curses may be called
/// then, so the bytes are prepared while all is well, and only write(2), read(2), dup2(2) and tcsetattr(3) are used:
/// all async-signal-safe (POSIX.1-2017 §2.4.3).
#include "shim.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static struct termios saved_settings;
static int output = -1;
static char bytes[512];
static size_t byte_count;
static atomic_bool armed;

/// Standard error as it was, and the pipe that stands in for it; −1 when nothing is held.
static int real_errors = -1, held_read = -1, held_write = -1;

bool restore_prepare(int descriptor) {
    output = descriptor;
    byte_count = 0;
    return tcgetattr(descriptor, &saved_settings) == 0;
}

/// Delays such as `$<5/>` are left out: no terminal that is still in use needs them.
void restore_add(const char *capability) {
    if (!capability || capability == (const char *)-1) return;
    for (const char *c = capability; *c && byte_count < sizeof bytes; c++) {
        if (c[0] == '$' && c[1] == '<') {
            const char *end = strchr(c, '>');
            if (!end) return;
            c = end;
            continue;
        }
        bytes[byte_count++] = *c;
    }
}

void restore_arm(bool value) { atomic_store(&armed, value); }

static void write_all(int descriptor, const char *from, size_t count) {
    while (count > 0) {
        ssize_t written = write(descriptor, from, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        from += written;
        count -= (size_t)written;
    }
}

void restore_now(void) {
    if (atomic_exchange(&armed, false)) {
        write_all(output, bytes, byte_count);
        tcsetattr(output, TCSANOW, &saved_settings);
    }
    restore_release_errors();
}

/// When standard error is a file or a pipe it is left alone: what is written there disturbs no screen.
void restore_hold_errors(void) {
    int ends[2];
    if (real_errors >= 0 || !isatty(STDERR_FILENO) || pipe(ends) != 0) return;
    held_read = ends[0];
    held_write = ends[1];
    for (int i = 0; i < 2; i++) {
        fcntl(ends[i], F_SETFD, FD_CLOEXEC);
        fcntl(ends[i], F_SETFL, O_NONBLOCK); // When the pipe is full, more messages are lost, but nobody waits.
    }
    real_errors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (real_errors < 0 || dup2(held_write, STDERR_FILENO) < 0) restore_release_errors();
}

void restore_release_errors(void) {
    if (real_errors >= 0) {
        dup2(real_errors, STDERR_FILENO);
        close(real_errors);
        real_errors = -1;
    }
    if (held_write >= 0) close(held_write);
    held_write = -1;
    if (held_read < 0) return;
    char message[512];
    ssize_t count;
    while ((count = read(held_read, message, sizeof message)) > 0) write_all(STDERR_FILENO, message, (size_t)count);
    close(held_read);
    held_read = -1;
}
