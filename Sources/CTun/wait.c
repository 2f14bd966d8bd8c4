#define _GNU_SOURCE
#include "ctun.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

static sigset_t signals_of_interest(void) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGHUP);
    sigaddset(&signals, SIGUSR1);
    return signals;
}

int signals_open(void) {
    sigset_t signals = signals_of_interest();
    if (sigprocmask(SIG_BLOCK, &signals, NULL) < 0) return -1;
    return signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
}

void signals_close(int descriptor) {
    sigset_t signals = signals_of_interest();
    sigprocmask(SIG_UNBLOCK, &signals, NULL);
    if (descriptor >= 0) close(descriptor);
}

int signals_take(int descriptor) {
    struct signalfd_siginfo info;
    return read(descriptor, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}

int64_t clock_nanoseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int wait_readable(int one, int other, int64_t timeout) {
    struct pollfd sources[] = {{.fd = one, .events = POLLIN}, {.fd = other, .events = POLLIN}};
    struct timespec limit = {.tv_sec = timeout / 1000000000, .tv_nsec = timeout % 1000000000};
    int ready = ppoll(sources, 2, timeout < 0 ? NULL : &limit, NULL);
    return ready < 0 && errno != EINTR && errno != EAGAIN ? -1 : 0;
}
