"""Nothing that was acknowledged is ever lost: to a kill at any moment, or to other running copies.

NETARIUM_KILLS sets the number of rounds; `make soak` takes 2000.
"""

import os
import pathlib
import random
import tempfile
import time
import unittest

from answering import Answering, acknowledged
from screen import answers

ROUNDS = int(os.environ.get("NETARIUM_KILLS", "200"))
SEED = int(os.environ.get("NETARIUM_SEED", "20261121"))
#: A question keeps its newest thousand answers, so the count begins anew long before.
ROUNDS_OF_A_FILE = 400
EXPECTED = {"progress.json", "progress.json.lock", "progress.json.backup-start", "progress.json.backup-day"}


class Kill(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory(prefix="netarium-kill-")
        self.addCleanup(directory.cleanup)
        self.root = pathlib.Path(directory.name)

    def length_of_a_session(self):
        """Seconds from the first question to the last verdict, when nobody is killed."""
        running = Answering(self.root / "length")
        running.read_until(r"^1\. ")
        start = time.monotonic()
        running.send("\n" * 11)
        running.end()
        return time.monotonic() - start

    def test_a_kill_at_any_moment_loses_no_acknowledged_answer(self):
        chance, long = random.Random(SEED), self.length_of_a_session()
        killed, sent, told = 0, 0, 0
        for first in range(0, ROUNDS, ROUNDS_OF_A_FILE):
            data = self.root / str(first)
            path = data / "netarium" / "progress.json"
            before = 0
            for number in range(first, min(first + ROUNDS_OF_A_FILE, ROUNDS)):
                running = Answering(data, seed=number)
                running.read_until(r"^1\. ")
                running.send("\n" * 11)
                time.sleep(chance.uniform(0, long))
                killed += running.process.poll() is None
                said = running.kill()
                now = answers(path.read_text()) if path.exists() else 0
                where = f"round {number}, seed {SEED}: {before} before, {now} now\n{said}"
                self.assertGreaterEqual(now, before + acknowledged(said), where)
                self.assertLessEqual(now, before + 11, where)
                told, sent, before = told + acknowledged(said), sent + now - before, now
            Answering(data, seed=0xFFFF).end()
            last = Answering(data, seed=0xFFFE)
            last.answer()
            self.assertNotIn("netarium:", last.end())
            self.assertEqual(answers(path.read_text()), before + 1)
            self.assertLessEqual({entry.name for entry in path.parent.iterdir()}, EXPECTED)
        print(f"\n{ROUNDS} rounds, {killed} killed while running: {told} answers acknowledged, {sent} on the disk, none lost")
        self.assertGreater(killed, ROUNDS / 3)

    def test_copies_that_answer_at_once_lose_nothing(self):
        for copies in (2, 4):
            data = self.root / f"copies-{copies}"
            running = [Answering(data, seed=seed) for seed in range(1, copies + 1)]
            for copy in running:
                copy.read_until(r"^1\. ")
            for copy in running:
                copy.send("\n" * 11)
            said = [copy.end() for copy in running]
            self.assertEqual([acknowledged(text) for text in said], [11] * copies)
            self.assertNotIn("netarium:", "".join(said))
            path = data / "netarium" / "progress.json"
            self.assertEqual(answers(path.read_text()), 11 * copies)
            self.assertLessEqual({entry.name for entry in path.parent.iterdir()}, EXPECTED)


if __name__ == "__main__":
    unittest.main()
