"""Captures from the command line, as Wireshark reads them."""

import json
import pathlib
import subprocess
import tempfile
import unittest

from screen import BINARY, ROOT

SCENARIOS = ROOT / "Tests" / "network" / "scenarios"
BAD = "_ws.malformed or _ws.expert.severity == error or ip.checksum.status == 0 or tcp.checksum.status == 0"


def simulated_scenes():
    """Every simulated scene: its lesson, its id, and whose packets there are."""
    for file in sorted([*(ROOT / "lessons").glob("*.json"), *(SCENARIOS / "lessons").glob("*.json")]):
        lesson = json.loads(file.read_text())
        for scene in [lesson, *lesson.get("variants", [])]:
            scenario = {**lesson.get("scenario", {}), **scene.get("scenario", {})}
            if scenario and "timeline" not in scene:
                yield lesson["id"], "main" if scene is lesson else scene["id"], scenario


class Captures(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory(prefix="netarium-test-")
        self.addCleanup(directory.cleanup)
        self.path = pathlib.Path(directory.name, "scene.pcap")

    def capture(self, lesson, scene, *arguments):
        subprocess.run(
            [str(BINARY), "render", lesson, "--scene", scene, "--lessons", str(SCENARIOS), "--format", "pcap",
             "--output", str(self.path), *arguments], check=True, timeout=60)

    def tshark(self, *arguments):
        return subprocess.run(
            ["tshark", "-r", str(self.path), "-n", "--disable-protocol", "tls", "-o", "tcp.check_checksum:TRUE",
             "-o", "ip.check_checksum:TRUE", *arguments],
            capture_output=True, text=True, check=True, timeout=60).stdout

    def test_every_simulated_scene_is_read_without_complaint_at_every_host(self):
        scenes = list(simulated_scenes())
        self.assertGreaterEqual(len(scenes), 11)
        for lesson, scene, scenario in scenes:
            for host in scenario["hosts"]:
                with self.subTest(lesson=lesson, scene=scene, host=host["id"]):
                    self.capture(lesson, scene, "--at", host["id"])
                    self.assertEqual(self.tshark("-Y", BAD), "")

    def test_a_capture_goes_into_a_pipe(self):
        ended = subprocess.run(
            f"'{BINARY}' render kernel --lessons '{SCENARIOS}' --format pcap | tshark -r - -T fields -e tcp.flags.str",
            shell=True, capture_output=True, text=True, timeout=60)
        self.assertEqual(len(ended.stdout.splitlines()), 3)


if __name__ == "__main__":
    unittest.main()
