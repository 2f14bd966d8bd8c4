"""Start-up, bytes per frame and CPU of the tutor, as ratios to a bare C ncurses program compiled beside it.

Everything is measured in one run and interleaved, because machines are shared and noisy: the ratios count.
"""

import fcntl
import os
import pathlib
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

import catalogue
import check
import diagram
import ns3
import progress

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = ROOT / ".build" / "release" / "netarium"
SIZE = (100, 30)


class Terminal:
    """A program on a pseudo-terminal of a fixed size."""

    def __init__(self, command, directory):
        self.start = time.perf_counter()
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
            os.environ.update(TERM="xterm-256color", LANG="C.UTF-8", XDG_DATA_HOME=directory)
            for name in ("LC_ALL", "COLORTERM", "NO_COLOR"):
                os.environ.pop(name, None)
            os.execvp(command[0], command)

    def read(self, quiet, limit=10.0):
        """Reads until nothing came for `quiet` seconds; gives the bytes and when the last of them came."""
        data, last, deadline = b"", time.perf_counter(), time.perf_counter() + limit
        while time.perf_counter() < deadline:
            if not select.select([self.file], [], [], quiet)[0]:
                if data:
                    break
                continue
            try:
                part = os.read(self.file, 1 << 16)
            except OSError:
                break
            if not part:
                break
            data += part
            last = time.perf_counter()
        return data, last

    def send(self, keys):
        os.write(self.file, keys)

    def close(self):
        os.close(self.file)
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)


def first_frame(command, directory):
    """Milliseconds from exec to the last byte of the first frame."""
    terminal = Terminal(command, directory)
    _, last = terminal.read(0.25)
    terminal.close()
    return (last - terminal.start) * 1000


def start_up(bare, directory, rounds=15):
    commands = {"bare": [bare, "fill"], "catalogue": [str(BINARY)], "lesson": [str(BINARY), "play", "three-way-handshake"]}
    times = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(first_frame(command, directory))
    medians = {name: statistics.median(values) for name, values in times.items()}
    print(f"start to first full frame, median of {rounds}, {SIZE[0]}x{SIZE[1]}:")
    for name, value in medians.items():
        print(f"  {name:<10} {value:6.1f} ms   {value / medians['bare']:4.1f} x bare")


def frames_of_a_flight(count, form):
    """The first frames of a message on its way, as text or with their colours."""
    frames = []
    for index in range(count):
        # Virtual time of one flight, in steps as small as a frame at speed 1.
        instant = f"{20_000 + index * 550}us"
        text = subprocess.run(
            [str(BINARY), "render", "three-way-handshake", "--at", instant, "--size", f"{SIZE[0]}x{SIZE[1]}",
             "--format", form, "--color", "256"],
            capture_output=True, text=True, check=True).stdout
        frames.append(text.split("\n")[: SIZE[1]])
    return frames


def cells_changed(frames):
    """Cells that differ from frame to frame, and the UTF-8 bytes of what stands in them then."""
    cells = size = 0
    for before, after in zip(frames, frames[1:]):
        for old, new in zip(before, after):
            width = max(len(old), len(new))
            for one, other in zip(old.ljust(width), new.ljust(width)):
                if one != other:
                    cells += 1
                    size += len(other.encode())
    return cells, size


def bytes_per_frame(bare, directory):
    cells, size = cells_changed(frames_of_a_flight(30, "text"))
    frames = frames_of_a_flight(30, "ansi")
    count = len(frames) - 1
    with tempfile.NamedTemporaryFile("w", suffix=".frames") as file:
        for frame in frames:
            file.write(f"frame {len(frame)}\n" + "".join(line + "\n" for line in frame))
        file.flush()
        terminal = Terminal([bare, "replay", file.name], directory)
        terminal.read(0.2)
        written = 0
        for _ in range(count):
            terminal.send(b" ")
            written += len(terminal.read(0.05, 0.5)[0])
        terminal.close()
    # The tutor itself, playing the same flight.
    terminal = Terminal([str(BINARY), "play", "three-way-handshake"], directory)
    terminal.read(0.3)
    for _ in range(8):  # Four steps, each finished at once; then the fifth, which is the flight.
        terminal.send(b"n")
        terminal.read(0.05, 0.2)
    terminal.send(b"n")
    terminal.read(0.02, 0.2)
    drawn = reads = 0
    deadline = time.perf_counter() + 1.0
    while time.perf_counter() < deadline:
        data, _ = terminal.read(0.012, 0.2)
        if data:
            drawn += len(data)
            reads += 1
    terminal.close()
    print("\nan animation frame (a message on its way), on average:")
    print(f"  cells changed               {cells / count:6.1f}   {size / count:6.1f} bytes of UTF-8 in them")
    print(f"  bare C program, same cells  {written / count:6.1f} bytes")
    print(f"  the tutor                   {drawn / max(reads, 1):6.1f} bytes   {drawn / max(reads, 1) / max(written / count, 1):4.2f} x bare, "
          f"{drawn / max(reads, 1) / max(size / count, 1):4.2f} x the changed cells' own bytes")


def cpu(directory):
    def used(pid):
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        status = pathlib.Path(f"/proc/{pid}/status").read_text()
        switches = sum(int(line.split()[1]) for line in status.splitlines() if "ctxt_switches" in line)
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), switches

    terminal = Terminal([str(BINARY), "play", "url-to-page"], directory)
    terminal.read(0.5)
    before = used(terminal.pid)
    time.sleep(5)
    after = used(terminal.pid)
    print("\nCPU over five seconds:")
    print(f"  paused    {(after[0] - before[0]) / 5 * 100:5.1f} %   {after[1] - before[1]} wake-ups")
    terminal.send(b" ")
    before, deadline = used(terminal.pid), time.perf_counter() + 5
    while time.perf_counter() < deadline:
        terminal.read(0.02, 0.2)
    after = used(terminal.pid)
    print(f"  playing   {(after[0] - before[0]) / 5 * 100:5.1f} %   {(after[1] - before[1]) / 5:.0f} wake-ups a second")
    terminal.close()


def main():
    with tempfile.TemporaryDirectory(prefix="netarium-bench-") as directory:
        bare = os.path.join(directory, "bare")
        compiler = next((name for name in ("cc", "clang", "gcc") if subprocess.run(
            ["which", name], capture_output=True).returncode == 0), None)
        if compiler is None:
            sys.exit("bench: a C compiler is needed (apt-get install gcc)")
        subprocess.run([compiler, "-O2", "-o", bare, str(ROOT / "Tests/bench/bare.c"), "-lncursesw", "-ltinfo"], check=True)
        start_up(bare, directory)
        bytes_per_frame(bare, directory)
        cpu(directory)
        catalogue.bench(Terminal, BINARY)
        check.bench()
        diagram.bench()
        ns3.bench(directory)
        progress.report()


if __name__ == "__main__":
    main()
