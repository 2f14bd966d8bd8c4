"""Captures from the command line, as Wireshark reads them."""

import concurrent.futures
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from screen import BINARY, ROOT

SCENARIOS = ROOT / "Tests" / "network" / "scenarios"
BAD = "_ws.malformed or _ws.expert.severity == error or ip.checksum.status == 0 or tcp.checksum.status == 0"


def simulated_scenes():
    """Every simulated lesson's main scene: its lesson, its id, and whose packets there are.

    All other scenes go the same way and are judged without a process each, in Tests/CapturesTests.
    """
    for file in sorted([*(ROOT / "lessons").glob("*.json"), *(SCENARIOS / "lessons").glob("*.json")]):
        lesson = json.loads(file.read_text())
        if "scenario" in lesson:
            yield lesson["id"], "main", lesson["scenario"]


def capture(path, lesson, scene, *arguments):
    subprocess.run(
        [str(BINARY), "render", lesson, "--scene", scene, "--lessons", str(SCENARIOS), "--format", "pcap", "--output",
         str(path), *arguments], check=True, timeout=60)


def tshark(path, *arguments):
    return subprocess.run(
        ["tshark", "-r", str(path), "-n", "--disable-protocol", "tls", "-o", "tcp.check_checksum:TRUE", "-o",
         "ip.check_checksum:TRUE", *arguments], capture_output=True, text=True, check=True, timeout=60).stdout


class Captures(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory(prefix="netarium-test-")
        self.addCleanup(directory.cleanup)
        self.path = pathlib.Path(directory.name)

    def test_every_simulated_lesson_is_read_without_complaint_at_every_host(self):
        scenes = list(simulated_scenes())
        self.assertGreaterEqual(len(scenes), 11)

        def complaints(lesson, scene, host):
            path = self.path / f"{lesson}-{scene}-{host}.pcap"
            capture(path, lesson, scene, "--at", host)
            return tshark(path, "-Y", BAD)

        places = [(lesson, scene, host["id"]) for lesson, scene, scenario in scenes for host in scenario["hosts"]]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for place, found in zip(places, pool.map(complaints, *zip(*places))):
                self.assertEqual(found, "", place)

    def test_faults_change_what_is_captured(self):
        path = self.path / "changed.pcap"
        capture(path, "kernel", "main", "--at", "client", "--fault", "drop:SYN,ACK")
        flags = tshark(path, "-T", "fields", "-e", "tcp.flags.str").split()
        self.assertEqual([flag.strip("·") for flag in flags[:2]], ["S", "S"])
        self.assertIn("S", tshark(path, "-Y", "tcp.analysis.retransmission", "-T", "fields", "-e", "tcp.flags.str"))

    def test_a_capture_goes_into_a_pipe(self):
        ended = subprocess.run(
            f"'{BINARY}' render kernel --lessons '{SCENARIOS}' --format pcap | tshark -r - -T fields -e tcp.flags.str",
            shell=True, capture_output=True, text=True, timeout=60)
        self.assertEqual(len(ended.stdout.splitlines()), 3)


if __name__ == "__main__":
    unittest.main()
