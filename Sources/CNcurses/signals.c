/// Signals, turned into events.
///
/// A handler only writes the signal's number into a pipe, and the wait reads it from there: what is done about a signal
/// is done in ordinary code. The exceptions are the signals that mean the process is broken.
#include "shim.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const int asking[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT, SIGQUIT};
static const int broken[] = {SIGSEGV, SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGTRAP, SIGSYS};
enum { ASKING = sizeof asking / sizeof *asking, BROKEN = sizeof broken / sizeof *broken };

static struct sigaction former_asking[ASKING], former_broken[BROKEN];
static stack_t former_stack;
static void *stack_memory;
static int pipe_read = -1, pipe_write = -1;
static atomic_int stop_requests;

/// A program that does not answer must still be stoppable: the third request ends it at once.
enum { PATIENCE = 3 };

static void die_of(int number, const struct sigaction *former) {
    restore_now();
    sigaction(number, former, NULL);
    raise(number); // Blocked until the handler returns; then it takes its former course.
}

static bool asks_to_stop(int number) {
    return number == SIGTERM || number == SIGHUP || number == SIGINT || number == SIGQUIT;
}

static void on_asking(int number) {
    int saved = errno;
    if (asks_to_stop(number) && atomic_fetch_add(&stop_requests, 1) + 1 >= PATIENCE) {
        struct sigaction ordinary = {.sa_handler = SIG_DFL};
        die_of(number, &ordinary);
    }
    unsigned char byte = (unsigned char)number;
    ssize_t ignored = write(pipe_write, &byte, 1);
    (void)ignored; // A full pipe already holds more wake-ups than are needed.
    errno = saved;
}

/// Whoever looks into a crash (Swift's runtime) has a look, and the fault comes again when he returns. A signal that
/// another process sent does not: the program would go on, without its screen.
static void on_broken(int number, siginfo_t *info, void *context) {
    (void)context;
    struct sigaction ordinary = {.sa_handler = SIG_DFL};
    // abort() sends its signal itself, and goes on to end the process.
    bool was_sent = info->si_code == SI_USER || (info->si_code <= 0 && number != SIGABRT);
    for (int i = 0; i < BROKEN; i++) {
        if (broken[i] == number) die_of(number, was_sent ? &ordinary : &former_broken[i]);
    }
}

/// A stack of its own for the handlers of broken processes: an overflowed stack can hold no frame more.
static void use_alternate_stack(void) {
    size_t size = 64 * 1024;
    stack_memory = malloc(size);
    if (!stack_memory) return;
    stack_t stack = {.ss_sp = stack_memory, .ss_size = size};
    sigaltstack(&stack, &former_stack);
}

bool signals_catch(void) {
    int ends[2];
    if (pipe(ends) != 0) return false;
    pipe_read = ends[0];
    pipe_write = ends[1];
    for (int i = 0; i < 2; i++) {
        fcntl(ends[i], F_SETFD, FD_CLOEXEC);
        fcntl(ends[i], F_SETFL, O_NONBLOCK);
    }
    atomic_store(&stop_requests, 0);
    use_alternate_stack();
    struct sigaction action = {.sa_handler = on_asking, .sa_flags = SA_RESTART};
    for (int i = 0; i < ASKING; i++) {
        sigaction(asking[i], NULL, &former_asking[i]);
        // What the parent chose to ignore (nohup, a shell without job control) stays ignored.
        if (former_asking[i].sa_handler != SIG_IGN) sigaction(asking[i], &action, NULL);
    }
    action.sa_sigaction = on_broken;
    action.sa_flags = SA_ONSTACK | SA_SIGINFO;
    for (int i = 0; i < BROKEN; i++) sigaction(broken[i], &action, &former_broken[i]);
    return true;
}

void signals_release(void) {
    if (pipe_read < 0) return;
    for (int i = 0; i < ASKING; i++) sigaction(asking[i], &former_asking[i], NULL);
    for (int i = 0; i < BROKEN; i++) sigaction(broken[i], &former_broken[i], NULL);
    if (stack_memory) {
        sigaltstack(&former_stack, NULL);
        free(stack_memory);
        stack_memory = NULL;
    }
    close(pipe_read);
    close(pipe_write);
    pipe_read = pipe_write = -1;
}

/// Signals of the keyboard, and what becomes of them while another program has the terminal. It stops with `^Z`, and the
/// shell must see this one stop with it.
static const struct { int number; void (*meanwhile)(int); } lent[] = {
    {SIGINT, SIG_IGN}, {SIGQUIT, SIG_IGN}, {SIGTSTP, SIG_DFL}};
enum { LENT = sizeof lent / sizeof *lent };
static struct sigaction kept[LENT];

void signals_lend(void) {
    for (int i = 0; i < LENT; i++) {
        struct sigaction action = {.sa_handler = lent[i].meanwhile};
        sigaction(lent[i].number, &action, &kept[i]);
    }
}

void signals_reclaim(void) {
    for (int i = 0; i < LENT; i++) sigaction(lent[i].number, &kept[i], NULL);
}

/// Stops the process as `^Z` would have, had it not been caught; returns when it is continued.
static void stop_process(void) {
    screen_suspend();
    struct sigaction ordinary = {.sa_handler = SIG_DFL}, caught;
    sigaction(SIGTSTP, &ordinary, &caught);
    raise(SIGTSTP);
    sigaction(SIGTSTP, &caught, NULL);
    screen_resume();
}

/// What the signals in the pipe come to: the most urgent one, each of the others being covered by it.
static tty_event take_signals(void) {
    unsigned char numbers[64];
    bool stopped = false, continued = false, resized = false;
    int stop = 0;
    ssize_t count;
    while ((count = read(pipe_read, numbers, sizeof numbers)) > 0) {
        for (ssize_t i = 0; i < count; i++) {
            int number = numbers[i];
            if (asks_to_stop(number)) stop = number;
            stopped |= number == SIGTSTP;
            continued |= number == SIGCONT;
            resized |= number == SIGWINCH;
        }
    }
    if (stop) return (tty_event){.kind = TTY_SIGNAL, .signal = stop};
    if (stopped) {
        stop_process();
        // The continuing signal of this very stop is in the pipe now, and perhaps a request to end.
        tty_event next = take_signals();
        return next.kind == TTY_SIGNAL ? next : (tty_event){.kind = TTY_RESUMED};
    }
    if (continued) {
        // Stopped by SIGSTOP, which nobody can catch: whoever had the terminal meanwhile may have left it changed.
        screen_suspend();
        screen_resume();
        return (tty_event){.kind = TTY_RESUMED};
    }
    if (resized) {
        screen_resize();
        return (tty_event){.kind = TTY_RESIZED};
    }
    return (tty_event){.kind = TTY_TIMEOUT};
}

static int64_t milliseconds_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static tty_event read_bytes(void) {
    tty_event event = {.kind = TTY_BYTES};
    ssize_t count = read(screen_input(), event.bytes, sizeof event.bytes);
    if (count > 0) {
        event.count = (int32_t)count;
        return event;
    }
    bool is_passing = count < 0 && (errno == EINTR || errno == EAGAIN);
    event.kind = is_passing ? TTY_TIMEOUT : TTY_END;
    return event;
}

tty_event tty_wait(int64_t timeout_ms, int32_t descriptor) {
    int64_t deadline = timeout_ms < 0 ? 0 : milliseconds_now() + timeout_ms;
    for (;;) {
        int wait = -1;
        if (timeout_ms >= 0) {
            int64_t left = deadline - milliseconds_now();
            wait = left < 0 ? 0 : left > INT_MAX ? INT_MAX : (int)left;
        }
        struct pollfd sources[] = {
            {.fd = pipe_read, .events = POLLIN},
            {.fd = screen_input(), .events = POLLIN},
            {.fd = descriptor, .events = POLLIN}, // A negative one is passed over.
        };
        int ready = poll(sources, 3, wait);
        if (ready < 0 && errno != EINTR && errno != EAGAIN) return (tty_event){.kind = TTY_END};
        tty_event event = {.kind = TTY_TIMEOUT};
        if (ready > 0 && sources[0].revents) {
            event = take_signals();
        } else if (ready > 0 && sources[1].revents) {
            event = read_bytes();
        } else if (ready > 0 && sources[2].revents) {
            return (tty_event){.kind = TTY_READY};
        } else if (ready == 0 && wait == 0) {
            return event;
        } else if (ready == 0 && milliseconds_now() >= deadline) {
            return event;
        }
        if (event.kind != TTY_TIMEOUT) return event;
    }
}
