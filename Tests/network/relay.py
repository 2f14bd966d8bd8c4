"""A wire between two namespaces that delays every packet and loses chosen ones.

    client namespace            this process            server namespace
     192.0.2.10 ── tun0 ──► delay, drop? ──► tun0 ── 198.51.100.20

The kernel may lack netem and iptables; two TUN devices and a thread do the same everywhere.
"""

import fcntl
import heapq
import os
import select
import struct
import threading
import time

from namespaces import Namespace, run

CLIENT, SERVER = "192.0.2.10", "198.51.100.20"
_TUNSETIFF, _IFF_TUN, _IFF_NO_PI = 0x400454CA, 0x0001, 0x1000


def _open_tun(namespace, address):
    with namespace.inside():
        file = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
        fcntl.ioctl(file, _TUNSETIFF, struct.pack("16sH22x", b"tun0", _IFF_TUN | _IFF_NO_PI))
        run("ip", "address", "add", f"{address}/32", "dev", "tun0")
        run("ip", "link", "set", "tun0", "up", "mtu", "1500")
        run("ip", "route", "add", "default", "dev", "tun0")
    return file


class Relay:
    """Two namespaces, `client` and `server`, and the wire between them.

    `loses(direction, packet, number)` says whether a packet disappears; `direction` is ">" from client to server or "<",
    `number` counts the packets of that direction from 1.
    """

    def __init__(self, delay=0.020, loses=lambda direction, packet, number: False):
        self.delay, self.loses = delay, loses
        self.client, self.server = Namespace("client"), Namespace("server")
        self._files = {">": _open_tun(self.client, CLIENT), "<": _open_tun(self.server, SERVER)}
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._carry, daemon=True)
        self._thread.start()

    def _carry(self):
        counts, travelling, order = {">": 0, "<": 0}, [], 0
        other = {">": self._files["<"], "<": self._files[">"]}
        while not self._stopped.is_set():
            pause = min(0.05, travelling[0][0] - time.monotonic()) if travelling else 0.05
            ready = select.select(list(self._files.values()), [], [], max(pause, 0))[0]
            for direction, file in self._files.items():
                if file not in ready:
                    continue
                packet = os.read(file, 65536)
                counts[direction] += 1
                if not self.loses(direction, packet, counts[direction]):
                    order += 1
                    heapq.heappush(travelling, (time.monotonic() + self.delay, order, direction, packet))
            while travelling and travelling[0][0] <= time.monotonic():
                _, _, direction, packet = heapq.heappop(travelling)
                os.write(other[direction], packet)

    def close(self):
        """Cuts the wire and removes both namespaces."""
        self._stopped.set()
        self._thread.join()
        for file in self._files.values():
            os.close(file)
        self.client.remove()
        self.server.remove()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()
