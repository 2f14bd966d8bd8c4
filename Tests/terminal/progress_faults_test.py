"""What a learner is told when progress cannot be saved, and that nothing is lost by it."""

import concurrent.futures
import errno
import os
import pathlib
import subprocess
import tempfile
import unittest

from answering import Answering, acknowledged, promised
from screen import BINARY, TerminalTest, answers, build_shim

ERRNOS = [errno.EIO, errno.ENOSPC, errno.EROFS, errno.EACCES]
ADVICE = "netarium: not saved; it is tried again after each answer; type 'save FILE' to save elsewhere\n"
#: What may lie beside the file; all else is litter.
EXPECTED = {"progress.json", "progress.json.lock", "progress.json.backup-start", "progress.json.backup-day"}


def as_root(*command):
    return [*([] if os.geteuid() == 0 else ["sudo", "-n"]), *command]


class Directory(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory(prefix="netarium-faults-")
        self.addCleanup(directory.cleanup)
        self.root = pathlib.Path(directory.name)
        self.root.chmod(0o755)

    def mount(self, *arguments):
        place = self.root / "disk"
        place.mkdir()
        subprocess.run(as_root("mount", *arguments, str(place)), check=True, capture_output=True)
        self.addCleanup(subprocess.run, as_root("umount", "-l", str(place)), check=True)
        return place

    def saved(self, data):
        path = pathlib.Path(data, "netarium", "progress.json")
        return answers(path.read_text()) if path.exists() else 0

    def names(self, data):
        return {entry.name for entry in pathlib.Path(data, "netarium").iterdir()}


class Obstacles(Directory):
    def trouble(self, running, reason):
        """Answers a question that cannot be saved, and is told so before the verdict."""
        said = running.answer()
        self.assertIn(reason, said)
        self.assertTrue(said.index(ADVICE) < said.index("The answer: "), said)

    def fine(self, running):
        self.assertNotIn("netarium:", running.answer())

    def test_a_full_disk(self):
        disk = self.mount("-t", "tmpfs", "-o", "size=64k,mode=777", "tmpfs")
        running = Answering(disk)
        running.read_until(r"^1\. ")
        self.fine(running)
        with open(disk / "filler", "wb", buffering=0) as filler, self.assertRaises(OSError) as full:
            while True:
                filler.write(b"x" * 4096)
        self.assertEqual(full.exception.errno, errno.ENOSPC)
        self.trouble(running, "progress.json: cannot write it: no space left on device\n")
        self.assertEqual(self.saved(disk), 1)
        self.assertNotIn("progress.json.new", self.names(disk))
        self.trouble(running, "no space left on device")
        (disk / "filler").unlink()
        self.fine(running)
        self.assertEqual(self.saved(disk), 4)
        running.end()

    def test_a_file_system_that_becomes_read_only(self):
        disk = self.mount("-t", "tmpfs", "-o", "mode=777", "tmpfs")
        running = Answering(disk)
        running.read_until(r"^1\. ")
        self.fine(running)
        subprocess.run(as_root("mount", "-o", "remount,ro", str(disk)), check=True)
        self.trouble(running, "progress.json: cannot write it: read-only file system\n")
        subprocess.run(as_root("mount", "-o", "remount,rw", str(disk)), check=True)
        self.fine(running)
        self.assertEqual(self.saved(disk), 3)
        running.end()

    def test_a_directory_and_a_file_that_one_may_not_write_to(self):
        nobody = as_root("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env")
        data = self.root / "data"
        (data / "netarium").mkdir(parents=True)
        for entry in (data, data / "netarium"):
            entry.chmod(0o777)
        running = Answering(data, prefix=nobody)
        running.read_until(r"^1\. ")
        self.fine(running)
        directory, path = data / "netarium", data / "netarium" / "progress.json"
        subprocess.run(as_root("chmod", "555", str(directory)), check=True)
        self.trouble(running, "progress.json: cannot write it: permission denied\n")
        subprocess.run(as_root("chmod", "777", str(directory)), check=True)
        subprocess.run(as_root("chmod", "444", str(path)), check=True)
        self.trouble(running, "progress.json: cannot write it: permission denied\n")
        subprocess.run(as_root("chmod", "644", str(path)), check=True)
        self.fine(running)
        self.assertEqual(self.saved(data), 4)
        running.end()
        subprocess.run(as_root("chmod", "000", str(path)), check=True)
        running = Answering(data, seed=2, prefix=nobody)
        self.assertIn("progress.json: cannot open it: permission denied; nothing will be saved", running.read_until(r"^1\. "))
        self.trouble(running, "permission denied")
        subprocess.run(as_root("chmod", "644", str(path)), check=True)
        self.fine(running)
        self.assertEqual(self.saved(data), 6)
        running.end()

    def test_a_directory_that_vanishes_is_made_again(self):
        running = Answering(self.root)
        running.read_until(r"^1\. ")
        self.fine(running)
        (self.root / "netarium").rename(self.root / "elsewhere")
        self.fine(running)
        self.assertEqual(self.saved(self.root), 2)
        (self.root / "netarium").rename(self.root / "again")
        (self.root / "netarium").write_text("in the way")
        self.trouble(running, "not a directory\n")
        (self.root / "netarium").unlink()
        self.fine(running)
        self.assertEqual(self.saved(self.root), 4)
        running.end()

    def test_links(self):
        (self.root / "netarium").mkdir()
        path, real = self.root / "netarium" / "progress.json", self.root / "real.json"
        path.symlink_to("../real.json")
        running = Answering(self.root)
        running.read_until(r"^1\. ")
        self.fine(running)
        self.assertTrue(path.is_symlink())
        self.assertEqual(answers(real.read_text()), 1)
        running.end()
        path.unlink()
        path.symlink_to("progress.json")
        running = Answering(self.root)
        running.read_until(r"^1\. ")
        self.trouble(running, "too many levels of symbolic links\n")
        running.end()

    def test_the_answers_of_a_session_can_be_saved_elsewhere(self):
        (self.root / "netarium").write_text("in the way")
        elsewhere = self.root / "elsewhere.json"
        running = Answering(self.root)
        running.read_until(r"^1\. ")
        self.trouble(running, "not a directory")
        running.send(f"save {elsewhere}\n")
        running.read_until(f"^saved to {elsewhere}$")
        self.fine(running)
        self.assertEqual(answers(elsewhere.read_text()), 2)
        running.end()


class FullScreen(TerminalTest):
    def test_what_is_not_saved_is_said_marked_and_saved_elsewhere(self):
        screen = self.screen()
        netarium = screen.progress().parent
        netarium.parent.mkdir()
        netarium.write_text("in the way")
        screen.start("quiz", "three-way-handshake", wait_for=r"1 / \d+")
        screen.keys("Tab")
        said = " ".join(screen.wait_for("saves elsewhere").split())
        self.assertRegex(
            said, r"Your last answer is not saved yet; it is tried again after each answer\. \S+/progress\.json: cannot write it: not a directory\. \^S saves elsewhere\.")
        screen.keys("Enter")
        screen.wait_for("saves elsewhere", absent=True)
        self.assertIn(" not saved: ^S ", screen.text().splitlines()[1])
        screen.keys("C-s")
        elsewhere = pathlib.Path(screen.directory.name, "mine.json")
        screen.tmux("send-keys", "-t", "t", "-l", str(elsewhere))
        screen.keys("Enter")
        screen.wait_for("Saved in")
        screen.keys("Down")
        self.assertNotIn("not saved", screen.wait_for("Saved in", absent=True))
        self.assertEqual(answers(elsewhere.read_text()), 1)

    def test_a_damaged_file_is_told_whole_until_it_is_read(self):
        screen = self.screen()
        path = screen.progress()
        path.parent.mkdir(parents=True)
        path.write_text('{ "format": 2, ')
        screen.run(str(BINARY))
        said = screen.wait_for("go on  l")
        self.assertRegex(" ".join(said.replace("\u2502", " ").split()), r"progress\.json:1:\d+: .*a new file is begun\.")
        screen.keys("l")
        self.assertIn("l English", screen.wait_for("另起了一个新文件").splitlines()[-1])
        screen.keys("Escape")
        screen.wait_for("查找")

    def test_a_backup_can_wait(self):
        screen = self.screen()
        for seed in (1, 2):
            running = Answering(screen.data, seed=seed)
            running.answer()
            running.end()
        screen.progress().write_text("rubbish")
        screen.run(str(BINARY))
        screen.wait_for("There is a backup: .*, 1 answers")
        screen.keys("Escape")
        screen.wait_for("netarium progress restore")


class Injected(Directory):
    """Every system call of loading and saving fails once: with one errno, or with NETARIUM_FAULTS=all with each of four."""

    QUESTIONS = 2

    @classmethod
    def setUpClass(cls):
        cls.built = tempfile.TemporaryDirectory(prefix="netarium-shim-")
        cls.addClassCleanup(cls.built.cleanup)
        cls.shim = build_shim("faults", cls.built.name)

    def session(self, data, call=0, number=0, log="", seed=1):
        running = Answering(
            data, seed=seed, LD_PRELOAD=self.shim, FAULT_PATH=str(data / "netarium"), FAULT_AT=str(call),
            FAULT_ERRNO=str(number), FAULT_LOG=log)
        running.send("\n" * self.QUESTIONS)
        return running.end()

    def test_each_call_of_a_save_may_fail(self):
        log = self.root / "log"
        self.session(self.root / "dry", log=str(log))
        first = log.read_text().split()
        self.session(self.root / "dry", log=str(log), seed=2)
        second = log.read_text().split()[len(first):]
        self.assertLessEqual(
            {"open", "read", "write", "fsync", "rename", "flock", "mkdir", "unlink", "fchmod", "fstat", "stat"},
            set(first + second))
        cases = [
            (number, start, call) for number in ERRNOS
            for start, calls in ((0, first), (self.QUESTIONS, second)) for call in range(1, len(calls) + 1)]
        if os.environ.get("NETARIUM_FAULTS") != "all":
            # Each call still fails, with one errno or another.
            cases = [case for case in cases if case[2] % len(ERRNOS) == ERRNOS.index(case[0])]
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            said = list(pool.map(lambda case: self.inject(*case), cases))
        self.assertGreater(sum("not saved" in text for text in said), len(cases) // 3)
        print(f"\n{len(first)} and {len(second)} calls, {len(cases)} faults injected, none lost an answer")

    def inject(self, number, start, call):
        """A session in which a call fails; in a directory where somebody answered `start` questions before."""
        data = self.root / f"{number}-{start}-{call}"
        if start:
            self.session(data, seed=1)
        said = self.session(data, call, number, seed=2)
        self.check(data, start, said, f"{errno.errorcode[number]} at call {call} after {start}")
        return said

    def check(self, data, start, said, where):
        self.assertEqual(acknowledged(said), self.QUESTIONS, f"{where}\n{said}")
        self.assertGreaterEqual(self.saved(data), start + promised(said), f"{where}\n{said}")
        self.assertLessEqual(self.names(data), EXPECTED, f"{where}\n{said}")
        for line in said.splitlines():
            # The directory also may hold courses, which are looked for there.
            if line.startswith("netarium:") and "progress.json" in line:
                self.assertRegex(line, r"progress.json.*: cannot .*: (input/output error|no space left|read-only|permission)", where)


if __name__ == "__main__":
    unittest.main()
