/// The door to Linux's TUN devices and to waiting with nanoseconds, which Swift cannot call itself: `ioctl` takes a
/// variable argument, and `struct ifreq` is a union of everything.
///
/// Every function that can fail returns -1 and leaves the reason in `errno`.
#ifndef CTUN_H
#define CTUN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The longest name of a network interface, with its NUL.
enum { TUN_NAME_SIZE = 16 };

/// Opens a TUN device that carries bare IP packets, and returns its non-blocking descriptor.
///
/// `name` is the name that is wanted, or empty for one that the kernel picks; it receives the name that was given.
int tun_open(char name[TUN_NAME_SIZE]);

/// Gives the interface an address (first octet highest), a prefix length and an MTU, and brings it up; fails with EEXIST
/// when something else is the way to that network.
int tun_configure(const char *name, uint32_t address, int prefix_length, int mtu);

/// Sends what is for this network through the interface; fails with EEXIST when something else is the way to it.
int tun_route(const char *name, uint32_t network, int prefix_length);

/// Catches SIGINT, SIGTERM, SIGHUP and SIGUSR1, and returns a descriptor that they can be read from.
int signals_open(void);

/// Lets the signals do what they always do, and closes the descriptor.
void signals_close(int descriptor);

/// The next signal that has come, 0 for none.
int signals_take(int descriptor);

/// Nanoseconds on a clock that never jumps.
int64_t clock_nanoseconds(void);

/// Waits until one of two descriptors can be read or `timeout` nanoseconds have passed; forever when it is negative.
///
/// Returns 0; an interruption counts as the end of the wait.
int wait_readable(int one, int other, int64_t timeout);

#endif
