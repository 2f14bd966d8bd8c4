"""Two Linux kernels and our simulation of them tell the same story, segment by segment."""

import os
import pathlib
import subprocess
import tempfile
import unittest

import capture
import kernel
from ladder import ladder, text
from namespaces import require_root

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("NETARIUM", ROOT / ".build" / "release" / "netarium"))
SCENARIOS = pathlib.Path(__file__).resolve().parent / "scenarios"

# Where a kernel's own timers are due at the same instant, its jitter decides: then one of several ladders is right.
ATTEMPTS = 6
# A kernel's timer is never early and is late by a tick (4 ms at 250 Hz) and its slack, an eighth of a second here.
EARLY, LATE = 0.030, 0.125


def simulated(scene, place):
    """The normal form of what the simulation of a scene sends, seen at a host."""
    with tempfile.TemporaryDirectory(prefix="netarium-kernel-") as directory:
        path = pathlib.Path(directory, "scene.pcap")
        scene = [] if scene == "handshake" else ["--scene", scene]
        subprocess.run(
            [str(BINARY), "render", "kernel", *scene, "--lessons", str(SCENARIOS), "--format", "pcap", "--at", place,
             "--output", str(path)], check=True, timeout=60)
        return ladder(capture.segments(path.read_bytes()))


def difference(real, ours):
    """In what the two differ; None when they tell the same."""
    if [row.key for row in real] != [row.key for row in ours]:
        return "the segments differ"
    for one, other in zip(real, ours):
        if (one.waited is None) != (other.waited is None):
            return f"one of them sends again, the other does not:\n{one}\n{other}"
        if one.waited is not None and not -EARLY < one.waited - other.waited < LATE:
            return f"the timer differs:\n{one}\n{other}"
    return None


class SideBySide(unittest.TestCase):
    """Each conversation of kernel.py, compared at both hosts."""

    @classmethod
    def setUpClass(cls):
        require_root()

    def compare(self, name):
        ours = {place: simulated(name, place) for place in ("client", "server")}
        seen = []
        for _ in range(ATTEMPTS):
            real = kernel.SCENARIOS[name]()
            found = {place: difference(real[place], ours[place]) for place in ours}
            if not any(found.values()):
                return
            seen.append("".join(
                f"{name}, at the {place}: {found[place]}\nLinux:\n{text(real[place])}ours:\n{text(ours[place])}"
                for place in ours if found[place]))
        self.fail(seen[-1])

    def test_zero_window(self):
        """How much fits into a kernel's buffer is its own affair; what happens at a closed window is not."""
        real, ours = kernel.zero_window()["client"], simulated("zero-window", "client")
        for one, other in zip(closed_window(real), closed_window(ours), strict=True):
            self.assertEqual(one[:2], other[:2], f"Linux:\n{text(real)}ours:\n{text(ours)}")
            if one[2] is not None:
                self.assertAlmostEqual(one[2], other[2], delta=0.2 * max(one[2], 0.2))
        self.assertEqual(sum(row.length for row in real), sum(row.length for row in ours))


def closed_window(rows):
    """From the closing of the window to the next data: who, what, and for the probes the wait in units of the first one."""
    first = next(place for place, row in enumerate(rows) if row.window_is_zero)
    edge = rows[first].acknowledgment
    kinds, last, unit = [], rows[first].time, None
    for row in rows[first:]:
        if row.direction == ">" and row.length > 1:
            return kinds + [(">", "data", None)]
        wait = None
        if row.direction == ">":
            unit = unit or row.time - last
            wait, last = (row.time - last) / unit, row.time
            kinds.append((">", f"probe at {row.sequence - edge:+} with {row.length} bytes", wait))
        else:
            kinds.append(("<", "no room" if row.window_is_zero else "room", None))
    return kinds


def _comparison(name):
    return lambda self: self.compare(name)


for _name in kernel.SCENARIOS:
    if _name != "zero-window":
        setattr(SideBySide, f"test_{_name.replace('-', '_')}", _comparison(_name))


if __name__ == "__main__":
    unittest.main()
