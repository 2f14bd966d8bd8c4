"""The simulator's speed beside ns-3, an established network simulator: the same transfer on the same link.

ns-3 (Debian's package, optimised) moves packets without payload bytes and without checksums; ours carries and checks every
byte. Both count every packet on the link, acknowledgments included, and write no trace. Times are processor time.
"""

import pathlib
import statistics
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
OURS = ROOT / ".build" / "release" / "BulkBench"
MSS = 1448
ROUNDS = 5
LIBRARIES = ["applications", "point-to-point", "internet", "bridge", "traffic-control", "network", "stats", "core"]


def build(directory):
    """Compiles the ns-3 program; the Makefile has seen to ns-3 and to our own."""
    program = pathlib.Path(directory, "ns3_bulk")
    subprocess.run(
        ["g++", "-std=c++17", "-O3", "-DNDEBUG", "-o", str(program), str(ROOT / "Tests/bench/ns3_bulk.cc")]
        + [f"-lns3-{name}" for name in LIBRARIES], check=True)
    return program


def measure(*command):
    """Packets, seconds and bytes of one run."""
    packets, used, size = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=True, cwd=ROOT).stdout.split()
    return int(packets), int(used) / 1e9, int(size)


def side_by_side(ns3, segments=100_000):
    """Packets per second of both, interleaved because machines are shared."""
    size, rates = segments * MSS, {"ns-3": [], "netarium": [], "netarium, recording": []}
    commands = {"ns-3": (ns3, size), "netarium": (OURS, "bulk", size), "netarium, recording": (OURS, "recorded", size)}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            packets, wall, arrived = measure(*command)
            if arrived != size:
                raise SystemExit(f"bench: {name} delivered {arrived} of {size} bytes")
            rates[name].append(packets / wall)
    medians = {name: statistics.median(values) for name, values in rates.items()}
    print(f"\na transfer of {segments} segments of {MSS} bytes, 1 Gbit/s, 1 ms, median of {ROUNDS}:")
    for name, rate in medians.items():
        print(f"  {name:<20} {rate:10.0f} packets a second   {rate / medians['ns-3']:5.2f} x ns-3")


def per_segment():
    """Whether a segment costs the same in a long transfer as in a short one."""
    walls = {segments: [] for segments in (10**3, 10**4, 10**5, 10**6)}
    for _ in range(3):
        for segments, costs in walls.items():
            packets, wall, _ = measure(OURS, "bulk", segments * MSS)
            costs.append(wall / packets)
    print("\ncost per packet, median of 3:")
    for segments, costs in walls.items():
        print(f"  {segments:>8} segments   {statistics.median(costs) * 1e9:7.0f} ns")


def rerun():
    """How long a learner waits for the new timeline after dropping a packet."""
    events, wall, _ = measure(OURS, "rerun", 21)
    print(f"\nthe slowest scene of the course again with one fault more, {events} events, median of 21: "
          f"{wall * 1000:.2f} ms (a frame at 60 Hz is 16.7 ms)")


def bench(directory):
    """All of it."""
    side_by_side(build(directory))
    per_segment()
    rerun()
