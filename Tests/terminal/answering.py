"""A real process that answers questions: what it acknowledged, and what it complained of."""

import os
import re
import subprocess

from screen import BINARY

VERDICT = re.compile("^The answer: ", re.MULTILINE)
COMPLAINT = re.compile("^netarium: not saved", re.MULTILINE)


class Answering:
    """`netarium quiz --plain` on pipes, whose answers are the empty line: show me."""

    def __init__(self, data, *arguments, seed=1, quiz="three-way-handshake", prefix=(), **variables):
        environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "XDG_DATA_HOME": str(data), **variables}
        self.process = subprocess.Popen(
            [*prefix, str(BINARY), "quiz", quiz, "--plain", "--seed", str(seed), *arguments], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment)
        self.said = ""

    def read_until(self, pattern):
        """Reads lines until one matches; gives all since the last call."""
        lines = []
        while True:
            line = self.process.stdout.readline()
            lines.append(line)
            self.said += line
            if re.search(pattern, line):
                return "".join(lines)
            if not line:
                raise AssertionError(f"ended without {pattern!r}:\n{self.said}")

    def send(self, text):
        try:
            self.process.stdin.write(text)
            self.process.stdin.flush()
        except BrokenPipeError:
            pass

    def answer(self):
        """Answers one question; gives what was said up to the verdict."""
        self.send("\n")
        return self.read_until(VERDICT)

    def end(self):
        """Waits for the end; gives all that was said."""
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        self.said += self.process.stdout.read()
        self.process.stdout.close()
        self.process.wait(timeout=60)
        return self.said

    def kill(self):
        self.process.kill()
        return self.end()


def acknowledged(said):
    """How many answers the learner was told of."""
    return len(VERDICT.findall(said))


def promised(said):
    """How many answers must be on the disk: all up to the last whose verdict came without a complaint."""
    count, saved, complained = 0, 0, False
    for line in said.splitlines():
        if COMPLAINT.match(line):
            complained = True
        elif VERDICT.match(line):
            count += 1
            saved, complained = (saved, False) if complained else (count, False)
    return saved
