"""A running bridge in a network namespace of its own, and what the kernel there says of its connections."""

import os
import pathlib
import re
import signal
import subprocess
import threading
import time
import unittest

from namespaces import Namespace, require_root

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("NETARIUM", ROOT / ".build" / "release" / "netarium"))
SCENARIOS = pathlib.Path(__file__).resolve().parent / "scenarios" / "bridge"


class BridgeTest(unittest.TestCase):
    """Each test runs in a fresh namespace, in which there is nothing but the loopback interface."""

    @classmethod
    def setUpClass(cls):
        require_root()

    def setUp(self):
        namespace = Namespace("bridge")
        self.addCleanup(namespace.remove)
        self.enterContext(namespace.inside())

    def bridge(self, *arguments):
        bridge = Bridge(*arguments)
        self.addCleanup(bridge.stop)
        return bridge


class Bridge:
    """A running `netarium bridge`."""

    def __init__(self, *arguments):
        self.lines = []
        self.changed = threading.Condition()
        self.process = subprocess.Popen(
            [str(BINARY), "bridge", "--lang", "en", *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, env={**os.environ, "LANG": "C.UTF-8"})
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        self.wait_for("^ready")

    def _read(self):
        for line in self.process.stdout:
            with self.changed:
                self.lines.append(line.rstrip("\n"))
                self.changed.notify_all()
        with self.changed:
            self.lines.append("(ended)")
            self.changed.notify_all()

    def wait_for(self, wanted, since=0, seconds=10):
        """The index of the first line after `since` that fits the expression, once there is one."""
        deadline = time.monotonic() + seconds
        looked_at = since
        with self.changed:
            while True:
                for index in range(looked_at, len(self.lines)):
                    if re.search(wanted, self.lines[index]):
                        return index
                looked_at = len(self.lines)
                left = deadline - time.monotonic()
                if left <= 0 or self.lines[-1:] == ["(ended)"]:
                    raise AssertionError(f"the bridge never said {wanted}:\n" + "\n".join(self.lines[-40:]))
                self.changed.wait(left)

    def connections(self):
        """The simulated connections: {(local, peer): state}."""
        since = len(self.lines)
        self.process.send_signal(signal.SIGUSR1)
        head = self.wait_for(r"simulated connections?$", since)
        count = int(self.lines[head].split()[2])
        if count:
            self.wait_for("", head + count)
        found = {}
        for line in self.lines[head + 1:head + 1 + count]:
            state, local, peer = line.split(": ")[-1].split()
            found[local, peer] = state
        return found

    def stop(self):
        """Ends it as Ctrl-C does; gives its exit status back."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        try:
            status = self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise AssertionError("the bridge does not end\n" + "\n".join(self.lines[-40:]))
        self.reader.join(timeout=5)
        self.process.stdout.close()
        return status


# The kernel's names for the states, where they are not those of RFC 9293.
_STATES = {"ESTAB": "ESTABLISHED", "SYN-RECV": "SYN-RECEIVED"}


def kernel_connections():
    """The kernel's connections as `ss` tells them: {(local, peer): state}."""
    table = subprocess.run(["ss", "-Htan"], check=True, capture_output=True, text=True).stdout
    found = {}
    for line in table.splitlines():
        state, _, _, local, peer = line.split()[:5]
        if state != "LISTEN":
            found[local, peer] = _STATES.get(state, state)
    return found
