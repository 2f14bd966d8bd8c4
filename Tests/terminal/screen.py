"""A terminal for tests: tmux with its own server, its keys and its screen."""

import json
import os
import pathlib
import re
import shlex
import subprocess
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("NETARIUM", ROOT / ".build" / "release" / "netarium"))


def answers(text):
    """How many answers a progress file holds that were not taken back."""
    cards = json.loads(text).get("cards", {})
    steps = [step for card in cards.values() for step in card["history"].split(" +") if step]
    return sum(not step.endswith("withdrawn") for step in steps)


def build_shim(name, directory):
    """Builds `Tests/terminal/NAME.c` for $LD_PRELOAD; the path of what came out."""
    shim = os.path.join(directory, f"{name}.so")
    source = ROOT / "Tests" / "terminal" / f"{name}.c"
    subprocess.run(
        ["clang", "-Wall", "-Wextra", "-Werror", "-O1", "-shared", "-fPIC", "-o", shim, str(source), "-ldl"], check=True)
    return shim


class Screen:
    """A tmux session of one window that runs a shell."""

    def __init__(self, columns=80, rows=24, environment=None):
        self.directory = tempfile.TemporaryDirectory(prefix="netarium-test-", ignore_cleanup_errors=True)
        self.socket = os.path.join(self.directory.name, "tmux")
        self.data = os.path.join(self.directory.name, "data")
        variables = {"XDG_DATA_HOME": self.data, "LANG": "C.UTF-8", "PS1": "shell> ", "TERM": None, "NO_COLOR": None}
        variables.update(environment or {})
        command = ["env", "-u", "LC_ALL", "-u", "COLORTERM"]
        command += [word for name, value in variables.items() if value is None and name != "TERM" for word in ("-u", name)]
        command += [f"{name}={value}" for name, value in variables.items() if value is not None]
        command += ["bash", "--norc", "--noprofile"]
        self.tmux("-f", "/dev/null", "new-session", "-d", "-s", "t", "-x", str(columns), "-y", str(rows), shlex.join(command))
        self.wait_for("shell>")

    def tmux(self, *arguments):
        # -u: tmux itself must not take the tests' locale for the terminal's.
        return subprocess.run(
            ["tmux", "-u", "-S", self.socket, *arguments], check=True, capture_output=True, text=True, timeout=20).stdout

    def text(self, escapes=False):
        return self.tmux("capture-pane", "-p", "-t", "t", *(["-e"] if escapes else []))

    def wait_for(self, wanted, seconds=15, absent=False):
        """Waits until `wanted` (a regular expression) is on the screen, or no longer is; gives the screen back.

        A frame may be half written when it is looked at, so the screen is looked at again until it stays as it is,
        or for a moment, where something moves.
        """
        deadline = time.monotonic() + seconds
        while True:
            screen = self.text()
            if bool(re.search(wanted, screen)) != absent:
                for _ in range(5):
                    time.sleep(0.02)
                    former, now = screen, self.text()
                    screen = now if bool(re.search(wanted, now)) != absent else former
                    if now == former:
                        break
                return screen
            if time.monotonic() > deadline:
                raise AssertionError(f"{'still' if absent else 'never'} on the screen: {wanted}\n{screen}")
            time.sleep(0.05)

    def keys(self, *keys):
        for key in keys:
            self.tmux("send-keys", "-t", "t", key)
            time.sleep(0.08)

    def run(self, command):
        self.tmux("send-keys", "-t", "t", "-l", command)
        self.keys("Enter")

    def start(self, *arguments, wait_for="netarium"):
        self.run(shlex.join([str(BINARY), *arguments]))
        return self.wait_for(rf"(?s){wait_for}.*(help|帮助|begun)")

    def resize(self, columns, rows):
        self.tmux("resize-window", "-t", "t", "-x", str(columns), "-y", str(rows))
        time.sleep(0.2)

    def record(self):
        """Records what is written to the terminal from now on; gives a function that ends this, and the bytes."""
        path = pathlib.Path(self.directory.name, "written")
        done = pathlib.Path(self.directory.name, "written-all")
        self.tmux("pipe-pane", "-t", "t", "-O", f"cat > {shlex.quote(str(path))}; touch {shlex.quote(str(done))}")

        def end():
            self.tmux("pipe-pane", "-t", "t")
            deadline = time.monotonic() + 15
            while not done.exists():
                if time.monotonic() > deadline:
                    raise AssertionError("the recording does not end")
                time.sleep(0.02)
            return path.read_bytes()

        return end

    def process(self):
        """The id of the running program."""
        pane = self.tmux("display-message", "-p", "-t", "t", "#{pane_pid}").strip()
        found = subprocess.run(["pgrep", "-P", pane, "-x", "netarium"], capture_output=True, text=True).stdout.split()
        if not found:
            raise AssertionError("the program is not running\n" + self.text())
        return int(found[0])

    def tty(self):
        """The settings of the terminal as `stty -a` tells them, asked in the shell."""
        path = os.path.join(self.directory.name, "stty")
        self.run(f"stty -a > {path}; echo asked")
        self.wait_for("asked\n")
        self.run("clear")
        return pathlib.Path(path).read_text()

    def progress(self):
        return pathlib.Path(self.data, "netarium", "progress.json")

    def close(self):
        subprocess.run(["tmux", "-S", self.socket, "kill-server"], capture_output=True)
        self.directory.cleanup()


class TerminalTest(unittest.TestCase):
    """A test with a screen that is put away afterwards."""

    def screen(self, columns=80, rows=24, **environment):
        screen = Screen(columns, rows, environment)
        self.addCleanup(screen.close)
        return screen
