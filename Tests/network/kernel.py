"""Real conversations between two Linux kernels, and what tcpdump saw at each of them.

Run as a program it prints every one of them in normal form.
"""

import pathlib
import socket
import sys
import tempfile
import time

from capture import Recording, parse
from ladder import ladder, text
from namespaces import require_root
from relay import CLIENT, SERVER, Relay

# Longer than a round trip (40 ms) and what the kernel does at its end.
SETTLE = 0.15


class Conversation:
    """A client and a server on two kernels, 20 ms apart, and tcpdump at both."""

    def __init__(self, loses=lambda direction, segment, count: False):
        self._counts = {}
        self._loses = loses
        self._directory = tempfile.TemporaryDirectory(prefix="netarium-kernel-")
        self.relay = Relay(loses=self._decide)
        self.recordings = {
            name: Recording(getattr(self.relay, name), pathlib.Path(self._directory.name, name + ".pcap"))
            for name in ("client", "server")}
        self.sockets = []

    def _decide(self, direction, packet, _):
        segment = parse(0, packet)
        if segment is None:
            return False
        key = (direction, segment.flags.replace(",PSH", "").replace("PSH,", ""))
        self._counts[key] = self._counts.get(key, 0) + 1
        return self._loses(direction, key[1], self._counts[key])

    def _socket(self, namespace):
        with namespace.inside():
            made = socket.socket()
        self.sockets.append(made)
        return made

    def listen(self, buffer=None, backlog=4):
        """A listening socket on the server."""
        listener = self._socket(self.relay.server)
        if buffer:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        listener.bind((SERVER, 443))
        listener.listen(backlog)
        listener.settimeout(10)
        return listener

    def connect(self, waits=True):
        """A socket on the client that connects; with `waits`, one that is connected."""
        client = self._socket(self.relay.client)
        client.bind((CLIENT, 50000))
        client.settimeout(10)
        if waits:
            client.connect((SERVER, 443))
        else:
            client.setblocking(False)
            client.connect_ex((SERVER, 443))
        return client

    def pair(self):
        """A connected client and server, all quiet."""
        listener = self.listen()
        client = self.connect()
        server, _ = listener.accept()
        server.settimeout(10)
        self.sockets.append(server)
        time.sleep(SETTLE)
        return client, server

    def exchange(self):
        """A connected client and server after the canonical request and response: 100 bytes there, 300 back."""
        client, server = self.pair()
        client.sendall(bytes(100))
        receive(server, 100)
        server.sendall(bytes(300))
        receive(client, 300)
        time.sleep(SETTLE)
        return client, server

    def ladders(self):
        """Ends everything; the normal form at the client and at the server."""
        rows = {name: ladder(recording.segments()) for name, recording in self.recordings.items()}
        self.close()
        return rows

    def close(self):
        """Takes it all down, without a packet that anybody records."""
        self.relay.close()
        for made in self.sockets:
            made.close()
        self._directory.cleanup()


def receive(connection, count=None):
    """So many bytes, or all until the peer closes."""
    got = 0
    while count is None or got < count:
        data = connection.recv(65536 if count is None else count - got)
        if not data:
            return got
        got += len(data)
    return got


def handshake():
    conversation = Conversation()
    conversation.pair()
    return conversation.ladders()


def refused():
    conversation = Conversation()
    try:
        conversation.connect()
    except ConnectionRefusedError:
        return conversation.ladders()
    raise AssertionError("the connection was not refused")


def lost(what, wait=1.6):
    """A handshake that loses the nth segment with these flags in this direction."""
    def record():
        conversation = Conversation(lambda *segment: segment == what)
        conversation.listen()
        conversation.connect()
        time.sleep(wait)
        return conversation.ladders()
    return record


def teardown_four():
    """The client has said all; the server has 50 bytes more."""
    conversation = Conversation()
    client, server = conversation.exchange()
    client.shutdown(socket.SHUT_WR)
    receive(server)
    time.sleep(0.1)
    server.sendall(bytes(50))
    time.sleep(0.1)
    server.close()
    receive(client)
    time.sleep(SETTLE)
    return conversation.ladders()


def teardown_three():
    """The server closes as soon as it reads the end of the stream."""
    conversation = Conversation()
    client, server = conversation.exchange()
    client.close()
    receive(server)
    server.close()
    time.sleep(SETTLE)
    return conversation.ladders()


def lost_last_ack():
    """The ACK of the server's FIN is lost; the server asks again, and TIME-WAIT answers again."""
    # ACKs of the client before it: of the SYN-ACK, of the 300 bytes.
    conversation = Conversation(lambda *segment: segment == (">", "ACK", conversation.last_ack))
    conversation.last_ack = None
    client, server = conversation.exchange()
    client.close()
    receive(server)
    conversation.last_ack = conversation._counts.get((">", "ACK"), 0) + 1
    server.close()
    time.sleep(1)
    return conversation.ladders()


def half_close():
    """The client sends a request and closes its direction; the server reads to the end, then answers at leisure."""
    conversation = Conversation()
    client, server = conversation.pair()
    client.sendall(bytes(100))
    client.shutdown(socket.SHUT_WR)
    receive(server)
    time.sleep(0.1)
    server.sendall(bytes(300))
    time.sleep(0.1)
    server.sendall(bytes(200))
    server.close()
    receive(client)
    time.sleep(SETTLE)
    return conversation.ladders()


def simultaneous_close():
    """Both close within one journey of a packet."""
    conversation = Conversation()
    client, server = conversation.exchange()
    client.close()
    server.close()
    time.sleep(SETTLE)
    return conversation.ladders()


def zero_window():
    """The server does not read; then, after three probes or so, it does."""
    conversation = Conversation()
    listener = conversation.listen(buffer=4096)
    client = conversation.connect()
    server, _ = listener.accept()
    conversation.sockets.append(server)
    client.setblocking(False)
    client.send(bytes(20000))
    time.sleep(2.5)
    server.settimeout(10)
    receive(server, 20000)
    time.sleep(0.5)
    return conversation.ladders()


SCENARIOS = {
    "handshake": handshake,
    "teardown-four": teardown_four,
    "teardown-three": teardown_three,
    "refused": refused,
    "lost-syn": lost((">", "SYN", 1)),
    "lost-syn-ack": lost(("<", "SYN,ACK", 1)),
    "lost-final-ack": lost((">", "ACK", 1)),
    "lost-last-ack": lost_last_ack,
    "half-close": half_close,
    "simultaneous-close": simultaneous_close,
    "zero-window": zero_window,
}


if __name__ == "__main__":
    require_root()
    for name in sys.argv[1:] or SCENARIOS:
        for place, rows in SCENARIOS[name]().items():
            print(f"{name}, at the {place}\n{text(rows)}", flush=True)
