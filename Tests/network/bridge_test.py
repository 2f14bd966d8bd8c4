"""Unmodified programs and the kernel's own TCP against simulated hosts."""

import functools
import hashlib
import os
import re
import signal
import socket
import struct
import subprocess
import tempfile
import time
import unittest

from bridge import BINARY, SCENARIOS, BridgeTest, kernel_connections

SERVER = "198.51.100.20"
ROUTER = "192.0.2.1"
TEN_MEGABYTES = 10_000_000


def run(*command, seconds=20):
    return subprocess.run(command, capture_output=True, text=True, timeout=seconds, env={**os.environ, "LC_ALL": "C"})


class Reachability(BridgeTest):
    def test_ping_is_answered_and_the_router_has_taken_one_from_the_ttl(self):
        self.bridge()
        ended = run("ping", "-n", "-c", "3", "-i", "0.2", "-W", "2", SERVER)
        self.assertEqual(ended.returncode, 0, ended.stdout)
        self.assertEqual(len(re.findall(rf"from {SERVER}: icmp_seq=\d ttl=63 ", ended.stdout)), 3, ended.stdout)

    def test_ping_of_the_largest_packets_arrives_whole(self):
        self.bridge()
        for size, fragment in (("1472", "do"), ("20000", "dont")):
            ended = run("ping", "-n", "-c", "1", "-W", "2", "-s", size, "-M", fragment, SERVER)
            self.assertEqual(ended.returncode, 0, ended.stdout)

    def test_traceroute_finds_the_router_and_then_the_server(self):
        self.bridge()
        for how in ("--icmp", "--udp"):
            ended = run("traceroute", "-n", how, "-q", "1", "-w", "2", "-m", "5", SERVER)
            hops = re.findall(r"^ *\d+ +(\S+) ", ended.stdout, re.MULTILINE)
            self.assertEqual(hops, [ROUTER, SERVER], ended.stdout)

    def test_a_ttl_of_one_ends_at_the_router(self):
        self.bridge()
        ended = run("ping", "-n", "-c", "1", "-W", "2", "-t", "1", SERVER)
        self.assertIn(f"From {ROUTER} icmp_seq=1 Time to live exceeded", ended.stdout)

    def test_a_network_that_does_not_exist_is_unreachable(self):
        self.bridge()
        run("ip", "route", "add", "203.0.113.0/24", "via", ROUTER)
        ended = run("ping", "-n", "-c", "1", "-W", "2", "203.0.113.1")
        self.assertIn(f"From {ROUTER} icmp_seq=1 Destination Net Unreachable", ended.stdout)

    def test_a_closed_port_is_refused_at_once(self):
        self.bridge()
        began = time.monotonic()
        with self.assertRaises(ConnectionRefusedError):
            socket.create_connection((SERVER, 81), timeout=5)
        self.assertLess(time.monotonic() - began, 0.5)
        ended = run("nc", "-v", "-z", "-w", "3", SERVER, "81")
        self.assertEqual(ended.returncode, 1)
        self.assertIn("Connection refused", ended.stderr)


class Web(BridgeTest):
    def test_curl_fetches_the_page(self):
        self.bridge()
        ended = run("curl", "-sS", "-i", "--max-time", "5", f"http://{SERVER}/")
        self.assertEqual(ended.returncode, 0, ended.stderr)
        self.assertTrue(ended.stdout.startswith("HTTP/1.1 200 OK\n"), ended.stdout)
        self.assertIn("<h1>This host does not exist</h1>", ended.stdout)

    def test_curl_uses_a_connection_twice(self):
        self.bridge()
        url = f"http://{SERVER}/"
        ended = run("curl", "-sS", "-v", "--max-time", "5", "-o", "/dev/null", "-o", "/dev/null", url, url)
        self.assertIn("Re-using existing connection", ended.stderr)
        self.assertEqual(ended.stderr.count("< HTTP/1.1 200 OK"), 2, ended.stderr)

    def test_the_server_survives_clients_that_give_up(self):
        self.bridge()
        for _ in range(10):
            with socket.create_connection((SERVER, 80), timeout=5) as client:
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                client.sendall(b"GET / HT")
        self.assertEqual(run("curl", "-sS", "--max-time", "5", f"http://{SERVER}/").returncode, 0)


class Transfers(BridgeTest):
    """Ten megabytes from the server, and ten megabytes of chance to it and back: at the same time, by nc."""

    LETTERS = (b"abcdefghijklmnopqrstuvwxyz" * (TEN_MEGABYTES // 26 + 1))[:TEN_MEGABYTES]

    def transfer(self, seconds):
        chance = os.urandom(TEN_MEGABYTES)
        with tempfile.TemporaryFile() as sent, tempfile.TemporaryFile() as down, tempfile.TemporaryFile() as back:
            sent.write(chance)
            sent.seek(0)
            programs = [
                subprocess.Popen(["nc", "-d", SERVER, "19"], stdout=down),
                subprocess.Popen(["nc", "-N", SERVER, "7"], stdin=sent, stdout=back),
            ]
            deadline = time.monotonic() + seconds
            try:
                for program in programs:
                    self.assertEqual(program.wait(timeout=max(deadline - time.monotonic(), 0)), 0)
            finally:
                for program in programs:
                    program.kill()
                    program.wait()
            for arrived, expected in ((down, self.LETTERS), (back, chance)):
                arrived.seek(0)
                self.assertEqual(hashlib.file_digest(arrived, "sha256").digest(), hashlib.sha256(expected).digest())

    def test_ten_megabytes_each_way_arrive_whole_over_a_clean_link(self):
        self.bridge()
        self.transfer(seconds=15)

    def test_ten_megabytes_each_way_arrive_whole_over_a_bad_link(self):
        self.bridge(
            str(SCENARIOS / "bad-link.json"), "--loss", "10%", "--duplicate", "2%", "--reorder", "5%", "--seed", "7")
        self.transfer(seconds=90)


class Stalled(Exception):
    """The machine stood still for longer than a step of the closing lasts: who looks that seldom cannot see every step."""


def again_when_stalled(test):
    """Lets a test begin anew, in a fresh namespace, when the machine stood still while it looked; five times at most."""

    @functools.wraps(test)
    def repeated(self):
        for _ in range(4):
            try:
                return test(self)
            except Stalled:
                self.doCleanups()
                self.setUp()
        test(self)

    return repeated


class Closing(BridgeTest):
    """Who closes first, and what both ends say about it at each step.

    The link takes 300 ms each way, so that each step lasts long enough to be seen from both ends.
    """

    DELAY = 0.3

    def setUp(self):
        super().setUp()
        self.running = self.bridge(str(SCENARIOS / "closing.json"))

    def connect(self, port):
        client = socket.create_connection((SERVER, port), timeout=5)
        self.addCleanup(client.close)
        self.mine = "{}:{}".format(*client.getsockname()), "{}:{}".format(*client.getpeername())
        return client

    def states(self):
        """The kernel's state of the connection and ours; CLOSED for whoever knows it no more."""
        theirs = kernel_connections().get(self.mine, "CLOSED")
        return theirs, self.running.connections().get(self.mine[::-1], "CLOSED")

    def watch(self, until, seconds=6, then=lambda states: None):
        """The states that follow each other until `until`; calls `then` with each new one."""
        seen = []
        deadline = time.monotonic() + seconds
        while not seen or seen[-1] != until:
            began = time.monotonic()
            states = self.states()
            if not seen or seen[-1] != states:
                seen.append(states)
                then(states)
            ended = time.monotonic()
            if ended - began > self.DELAY / 2:
                raise Stalled(f"one look took {ended - began:.3f} s, after {seen}")
            self.assertLess(ended, deadline, f"{seen} never came to {until}")
        return seen

    @again_when_stalled
    def test_the_kernel_closes_first(self):
        client = self.connect(1001)
        self.watch(until=("ESTABLISHED", "ESTABLISHED"))
        client.shutdown(socket.SHUT_WR)
        self.assertEqual(
            self.watch(until=("TIME-WAIT", "CLOSED")),
            [
                ("FIN-WAIT-1", "ESTABLISHED"), ("FIN-WAIT-1", "CLOSE-WAIT"), ("FIN-WAIT-2", "CLOSE-WAIT"),
                ("FIN-WAIT-2", "LAST-ACK"), ("TIME-WAIT", "LAST-ACK"), ("TIME-WAIT", "CLOSED"),
            ])
        self.assertEqual(client.recv(1), b"")

    @again_when_stalled
    def test_the_simulated_server_closes_first(self):
        client = self.connect(1002)
        self.watch(until=("ESTABLISHED", "ESTABLISHED"))

        def answer(states):
            if states == ("CLOSE-WAIT", "FIN-WAIT-2"):
                client.close()

        self.assertEqual(
            self.watch(until=("CLOSED", "TIME-WAIT"), then=answer),
            [
                ("ESTABLISHED", "ESTABLISHED"), ("ESTABLISHED", "FIN-WAIT-1"), ("CLOSE-WAIT", "FIN-WAIT-1"),
                ("CLOSE-WAIT", "FIN-WAIT-2"), ("LAST-ACK", "FIN-WAIT-2"), ("LAST-ACK", "TIME-WAIT"),
                ("CLOSED", "TIME-WAIT"),
            ])

    @again_when_stalled
    def test_both_close_at_once(self):
        client = self.connect(1002)
        # The server closes one second after the last segment of the handshake has reached it.
        time.sleep(1 + self.DELAY)
        client.shutdown(socket.SHUT_WR)
        seen = self.watch(until=("TIME-WAIT", "TIME-WAIT"))
        for side in (0, 1):
            states = [pair[side] for pair in seen]
            steps = [state for index, state in enumerate(states) if index == 0 or states[index - 1] != state]
            while steps[0] == "ESTABLISHED":
                steps.pop(0)
            self.assertEqual(steps, ["FIN-WAIT-1", "CLOSING", "TIME-WAIT"], seen)

    @again_when_stalled
    def test_an_abort_of_the_kernel_is_noticed(self):
        client = self.connect(1001)
        self.watch(until=("ESTABLISHED", "ESTABLISHED"))
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        client.close()
        self.assertEqual(self.watch(until=("CLOSED", "CLOSED")), [("CLOSED", "ESTABLISHED"), ("CLOSED", "CLOSED")])

    def test_an_abort_of_the_server_is_noticed(self):
        client = self.connect(1003)
        with self.assertRaises(ConnectionResetError):
            client.recv(1)
        self.assertEqual(self.states(), ("CLOSED", "CLOSED"))


class Beginning(BridgeTest):
    def test_it_ends_cleanly_and_leaves_no_interface_behind(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            bridge = self.bridge("--tun", "glass0")
            self.assertIn("glass0", run("ip", "-br", "link").stdout)
            bridge.process.send_signal(number)
            self.assertEqual(bridge.process.wait(timeout=5), 0)
            self.assertNotIn("glass0", run("ip", "-br", "link").stdout)

    def test_packets_and_states_are_told_on_request(self):
        bridge = self.bridge("--verbose")
        with socket.create_connection((SERVER, 7), timeout=5) as client:
            client.sendall(b"hello")
            self.assertEqual(client.recv(5), b"hello")
        for line in (r"Kernel to Server: SYN  ", r"Server to Kernel: SYN,ACK  ", r"Server: ESTABLISHED  198\.51\.100\.20:7 "):
            bridge.wait_for(line)

    def test_what_crosses_it_is_captured(self):
        with tempfile.NamedTemporaryFile(suffix=".pcap") as file:
            bridge = self.bridge("--capture", file.name)
            run("ping", "-n", "-c", "2", "-i", "0.2", "-W", "2", SERVER)
            self.assertEqual(bridge.stop(), 0)
            listing = run("tshark", "-r", file.name, "-o", "ip.check_checksum:TRUE").stdout
        self.assertEqual((listing.count("Echo (ping) request"), listing.count("Echo (ping) reply")), (2, 2), listing)

    def refused(self, *arguments):
        ended = run(str(BINARY), "bridge", "--lang", "en", *arguments)
        self.assertNotEqual(ended.returncode, 0)
        return ended.stderr

    def test_a_taken_name_is_explained(self):
        self.bridge("--tun", "glass0")
        self.assertIn("another program holds this interface; name another with --tun NAME", self.refused("--tun", "glass0"))
        self.assertIn("no TUN device; name another with --tun NAME", self.refused("--tun", "lo"))

    def test_a_name_that_is_none_is_explained(self):
        self.assertIn("a name has 1 to 15 bytes", self.refused("--tun", "a-name-that-is-too-long"))

    def test_a_network_that_is_taken_is_explained(self):
        run("ip", "tuntap", "add", "other", "mode", "tun")
        run("ip", "link", "set", "other", "up")
        run("ip", "route", "add", "198.51.100.0/24", "dev", "other")
        self.assertIn("cannot route 198.51.100.0/24 through it: file exists", self.refused())

    def test_who_is_not_root_is_told_the_way_out(self):
        ended = run("setpriv", "--reuid", "65534", "--clear-groups", str(BINARY), "bridge", "--lang", "en")
        self.assertNotEqual(ended.returncode, 0)
        self.assertIn("run it as root, or in a namespace of your own", ended.stderr)


if __name__ == "__main__":
    unittest.main()
