"""Captures: recorded with tcpdump, and read as TCP segments."""

import dataclasses
import pathlib
import signal
import socket
import struct
import subprocess

_FLAGS = [(2, "SYN"), (1, "FIN"), (4, "RST"), (8, "PSH"), (16, "ACK"), (32, "URG")]


@dataclasses.dataclass(frozen=True)
class Segment:
    """A TCP segment as it passed an interface."""

    time: float
    source: tuple
    destination: tuple
    flags: str
    sequence: int
    acknowledgment: int
    window: int
    length: int


class Recording:
    """tcpdump at the tun0 of a namespace, from the moment this exists until `segments()` is asked for."""

    def __init__(self, namespace, path):
        self.path = pathlib.Path(path)
        self._tcpdump = subprocess.Popen(
            namespace.command("tcpdump", "-i", "tun0", "-n", "-U", "--immediate-mode", "-w", str(path), "tcp or icmp"),
            stderr=subprocess.PIPE, text=True)
        said = []
        for line in self._tcpdump.stderr:
            said.append(line)
            if "listening on" in line:
                return
        raise RuntimeError("tcpdump: " + "".join(said))

    def segments(self):
        """Stops recording and gives what passed."""
        self._tcpdump.send_signal(signal.SIGINT)
        self._tcpdump.communicate(timeout=10)
        return segments(self.path.read_bytes())


def packets(data):
    """The packets of a classic capture file: time in seconds, and the IPv4 packet."""
    magics = {b"\xd4\xc3\xb2\xa1": ("<", 1e-6), b"\xa1\xb2\xc3\xd4": (">", 1e-6),
              b"\x4d\x3c\xb2\xa1": ("<", 1e-9), b"\xa1\xb2\x3c\x4d": (">", 1e-9)}
    order, unit = magics[data[:4]]
    link = struct.unpack_from(order + "I", data, 20)[0] & 0xFFFF
    skip = {1: 14, 101: 0}[link]
    place = 24
    while place < len(data):
        seconds, fraction, kept, _ = struct.unpack_from(order + "IIII", data, place)
        yield seconds + fraction * unit, data[place + 16 + skip : place + 16 + kept]
        place += 16 + kept


def parse(time, packet):
    """The TCP segment in an IPv4 packet; None for anything else."""
    if packet[0] >> 4 != 4 or packet[9] != 6:
        return None
    total, start = struct.unpack_from(">H", packet, 2)[0], (packet[0] & 15) * 4
    ports = struct.unpack_from(">HH", packet, start)
    sequence, acknowledgment, offset, bits, window = struct.unpack_from(">IIBBH", packet, start + 4)
    return Segment(
        time, (socket.inet_ntoa(packet[12:16]), ports[0]), (socket.inet_ntoa(packet[16:20]), ports[1]),
        ",".join(name for bit, name in _FLAGS if bits & bit), sequence, acknowledgment, window,
        total - start - (offset >> 4) * 4)


def segments(data):
    """The TCP segments of a classic capture file, in order."""
    found = (parse(time, packet) for time, packet in packets(data))
    return [segment for segment in found if segment]
