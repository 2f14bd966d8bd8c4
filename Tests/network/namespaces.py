"""Network namespaces: rooms of the kernel with their own interfaces, routes and TCP.

A thread enters one, opens a socket, and leaves; the socket stays. Every namespace has a name that no other run has, and is
gone when the test ends, however it ends.
"""

import atexit
import contextlib
import ctypes
import os
import secrets
import subprocess

_libc = ctypes.CDLL(None, use_errno=True)
_CLONE_NEWNET = 0x40000000


def require_root():
    """Ends with a sentence when the tests cannot work."""
    if os.geteuid() != 0:
        raise SystemExit("the network tests make network namespaces and therefore need root: sudo ./test")


def run(*command):
    """Runs a command; what it wrote is shown when it fails."""
    ended = subprocess.run(command, capture_output=True, text=True)
    if ended.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}: {ended.stderr.strip() or ended.stdout.strip()}")
    return ended.stdout


class Namespace:
    """A network namespace with only a loopback interface, until it is removed."""

    def __init__(self, purpose):
        self.name = f"netarium-{purpose}-{os.getpid()}-{secrets.token_hex(3)}"
        run("ip", "netns", "add", self.name)
        atexit.register(self.remove)
        with self.inside():
            # Neighbour discovery would be noise in the captures; the second write is for interfaces to come.
            for which in ("all", "default"):
                self.set(f"net/ipv6/conf/{which}/disable_ipv6", 1)
            run("ip", "link", "set", "lo", "up")

    @contextlib.contextmanager
    def inside(self):
        """For as long as the block lasts, this thread is in the namespace."""
        with open("/proc/thread-self/ns/net") as outside, open(f"/run/netns/{self.name}") as inside:
            _setns(inside)
            try:
                yield self
            finally:
                _setns(outside)

    def set(self, name, value):
        """Writes a kernel setting; only inside."""
        path = f"/proc/sys/{name}"
        if os.path.exists(path):
            with open(path, "w") as file:
                file.write(str(value))

    def command(self, *command):
        """The command line that runs a command in here."""
        return ["ip", "netns", "exec", self.name, *command]

    def remove(self):
        """Removes the namespace; does nothing the second time."""
        if os.path.exists(f"/run/netns/{self.name}"):
            subprocess.run(["ip", "netns", "delete", self.name], capture_output=True)
        atexit.unregister(self.remove)


def _setns(file):
    if _libc.setns(file.fileno(), _CLONE_NEWNET) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), "setns")
