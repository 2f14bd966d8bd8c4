// Lets the program crash when it is sent SIGUSR1, in the way that $CRASH says: preloaded by program_test.py.
//
//   CRASH=fault     writes where nothing is (SIGSEGV)
//   CRASH=trap      comes to an instruction that there is not, as Swift does where it cannot go on (SIGILL; SIGTRAP on ARM)
//   CRASH=abort     calls abort() (SIGABRT)

#include <signal.h>
#include <stdlib.h>
#include <string.h>

static void crash(int number) {
    (void)number;
    const char *way = getenv("CRASH");
    if (!way) return;
    if (strcmp(way, "fault") == 0) *(volatile int *)16 = 1;
    if (strcmp(way, "trap") == 0) __builtin_trap();
    if (strcmp(way, "abort") == 0) abort();
}

__attribute__((constructor)) static void wait_for_signal(void) {
    struct sigaction action = {.sa_handler = crash};
    sigaction(SIGUSR1, &action, NULL);
}
