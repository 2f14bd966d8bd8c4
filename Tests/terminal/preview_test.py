"""A lesson is written in one window and previewed in another."""

import contextlib
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

from screen import BINARY, TerminalTest

GOOD = "no faults"
STAYS = "last good version"


class Writing(TerminalTest):
    """A course with a new lesson in it, and a preview of the lesson on a screen."""

    def setUp(self):
        directory = tempfile.TemporaryDirectory(prefix="netarium-course-")
        self.addCleanup(directory.cleanup)
        self.course = pathlib.Path(directory.name)
        self.new("lesson", "mine")
        self.lesson = self.course / "lessons" / "mine.json"
        self.text = self.lesson.read_text()

    def new(self, *arguments):
        subprocess.run([str(BINARY), "new", *arguments, "--into", str(self.course)], check=True, capture_output=True)

    def preview(self, columns=80, rows=24, *arguments, path="lessons/mine.json", wait_for=GOOD, **environment):
        screen = self.screen(columns, rows, **environment)
        screen.run(f"cd {self.course}; clear")
        screen.run(f"{BINARY} preview {path} {' '.join(arguments)}")
        screen.wait_for(wait_for)
        return screen

    def changed(self, old, new):
        self.assertIn(old, self.text)
        return self.text.replace(old, new)

    def renamed(self, text):
        """Saves as many editors do: a new file beside the old one, renamed over it."""
        fresh = self.lesson.with_name(".mine.json.tmp")
        fresh.write_text(text)
        fresh.rename(self.lesson)

    def backed_up(self, text):
        """Saves as vim does by default: the old file is put aside, a new one is written, the backup removed."""
        backup = self.lesson.with_name("mine.json~")
        self.lesson.rename(backup)
        self.lesson.write_text(text)
        backup.unlink()

    def truncated(self, text):
        """Saves into the file that is there."""
        with open(self.lesson, "r+") as file:
            file.truncate(0)
            file.flush()
            file.write(text)


class Saves(Writing):
    def test_every_way_of_saving_shows_at_the_same_step(self):
        screen = self.preview()
        screen.keys("Right", "Right", "Right", "Right")
        screen.wait_for("2 / 4")
        for number, save in enumerate([self.renamed, self.backed_up, self.truncated] * 2):
            words = f"Entry {'abcdef'[number]} of this list"
            save(self.changed("Entries happen one after the other", words))
            screen.wait_for(words)
            self.assertIn("2 / 4", screen.text())
            self.assertIn(GOOD, screen.text())

    def test_vim_itself(self):
        screen = self.preview(EDITOR="vim -u NONE -N")
        screen.keys("Right", "Right")
        screen.keys("e")
        screen.wait_for(r"mine.json\" \d+L")
        self.assertIn("An entry with", screen.text())
        # The editor begins at what was on the screen.
        screen.tmux("send-keys", "-t", "t", "-l", ":s/An entry with/This entry with/|wq\r")
        screen.wait_for("This entry with say is a step")
        self.assertIn("1 / 4", screen.text())
        self.assertIn("This entry", self.lesson.read_text())

    def test_a_broken_file_leaves_the_last_good_version_and_shows_the_fault(self):
        screen = self.preview()
        screen.keys("Right", "Right")
        screen.wait_for("1 / 4")
        self.renamed(self.changed('"to": "server", "fields": { "seq": 1001', '"to": "servr", "fields": { "seq": 1001'))
        text = screen.wait_for(STAYS)
        self.assertIn("error: no participant is named 'servr'; did you mean 'server'?", text)
        lines = text.splitlines()
        source = next(index for index, line in enumerate(lines) if '"to": "servr"' in line)
        self.assertEqual(lines[source + 1].index("^"), lines[source].index('"servr"'))
        self.assertIn("1 / 4", text)
        self.truncated(self.text[:700])
        screen.wait_for(r"error: (?!no participant)")
        self.assertIn("1 / 4", screen.text())
        self.renamed(self.text)
        text = screen.wait_for(GOOD)
        self.assertNotIn("error", text)
        self.assertIn("1 / 4", text)

    def test_a_save_in_pieces_is_not_shown_half(self):
        screen = self.preview()
        with open(self.lesson, "w") as file:
            for piece in (self.text[:900], self.changed("Entries happen", "Things happen")[900:]):
                file.write(piece)
                file.flush()
                time.sleep(0.05)
                self.assertNotIn("error", screen.text())
        screen.keys("Right", "Right", "Right", "Right")
        screen.wait_for("Things happen")
        # Two writings with a long pause between: in between it is broken, and then no more.
        self.lesson.write_text(self.text[:900])
        screen.wait_for(STAYS)
        with open(self.lesson, "a") as file:
            file.write(self.text[900:])
        screen.wait_for(GOOD)

    def test_a_file_may_go_and_come_back(self):
        screen = self.preview()
        self.lesson.unlink()
        self.assertIn("mine.json: it is gone", screen.wait_for(STAYS))
        self.lesson.write_text(self.changed("A phase has a title", "It is back"))
        screen.wait_for("It is back")
        shutil.rmtree(self.lesson.parent)
        screen.wait_for("it is gone")
        self.new("lesson", "mine")
        screen.wait_for("A phase has a title")
        screen.wait_for(GOOD)

    def test_a_file_may_not_be_there_yet_nor_its_folder(self):
        screen = self.preview(path="more/lessons/later.json", wait_for="does not exist yet")
        self.assertIn("waiting for it", screen.text())
        self.new("lesson", "later")
        shutil.copytree(self.course / "lessons", self.course / "more" / "lessons")
        screen.wait_for("Later .* 0 / 4")
        screen.wait_for(GOOD)

    def test_the_quiz_beside_it_is_watched_too(self):
        screen = self.preview()
        self.new("quiz", "mine")
        # Until the lesson is read again, there is none.
        for _ in range(50):
            screen.keys("q")
            if "no quiz" not in screen.text():
                break
            time.sleep(0.1)
        screen.wait_for("Which is it here")
        quiz = self.course / "quizzes" / "mine.json"
        quiz.write_text(quiz.read_text().replace("Which is it here?", "Which one?"))
        screen.wait_for("is right. Which one")
        quiz.unlink()
        screen.wait_for("there is no quiz 'mine'")


class Quiet(Writing):
    def test_a_save_is_on_the_screen_within_a_blink(self):
        screen = self.preview()
        times = []
        for number in range(10):
            text = self.changed("A phase has a title", f"Title {number}")
            begun = time.monotonic()
            self.renamed(text)
            while f"Title {number}" not in screen.text():
                self.assertLess(time.monotonic() - begun, 5)
            times.append(time.monotonic() - begun)
            time.sleep(0.05)
        # Looking at the screen through tmux takes a while, too; what is measured is an upper bound, the best of ten.
        self.assertLess(min(times), 0.1, times)

    def test_nothing_wakes_it_while_nothing_happens(self):
        screen = self.preview()
        self.renamed(self.changed("A phase has a title", "Another title"))
        screen.wait_for("Another title")
        time.sleep(0.7)

        def switches():
            with open(f"/proc/{screen.process()}/status") as status:
                return [int(line.split()[1]) for line in status if "ctxt_switches" in line]

        before = switches()
        time.sleep(2)
        self.assertEqual(switches(), before, "the preview woke up")

    def test_no_progress_is_written(self):
        screen = self.preview()
        screen.keys("Right", "Right", "l", "m", "Q")
        screen.wait_for(r"shell> *\n*$")
        self.assertFalse(screen.progress().exists())


class Terminals(Writing):
    def test_the_terminal_is_restored_after_q_and_after_an_interrupt(self):
        for leave in ("Q", "C-c"):
            screen = self.screen()
            before = screen.tty()
            screen.run(f"{BINARY} preview {self.lesson}")
            screen.wait_for(GOOD)
            screen.keys(leave)
            screen.wait_for(r"shell> *\n*$")
            self.assertEqual(screen.tty(), before)

    def test_a_preview_that_is_stopped_goes_on_with_what_was_saved_meanwhile(self):
        screen = self.preview()
        screen.keys("C-z")
        screen.wait_for("Stopped")
        self.renamed(self.changed("A phase has a title", "Meanwhile"))
        screen.run("fg")
        screen.wait_for("Meanwhile")
        screen.wait_for("help")

    def test_an_editor_that_is_not_there_is_told(self):
        screen = self.preview(EDITOR="no-such-editor")
        screen.keys("e")
        screen.wait_for("the editor 'no-such-editor' could not be started; set EDITOR")
        self.assertIn(GOOD, screen.text())

    def test_an_editor_gets_the_line_and_the_keys(self):
        script = self.course / "editor"
        script.write_text('#!/bin/sh\necho "opened $*"\nread answer\necho "$answer" > answer\n')
        script.chmod(0o755)
        self.renamed(self.changed('"at": "client", "cancelled"', '"at": "clint", "cancelled"'))
        line = next(number for number, line in enumerate(self.lesson.read_text().splitlines(), 1) if '"clint"' in line)
        screen = self.preview(wait_for="1 error", EDITOR="./editor")
        screen.keys("e")
        screen.wait_for(rf"opened \+{line} lessons/mine.json")
        screen.keys("C-c")
        screen.wait_for("1 error|opened")
        if "1 error" not in screen.text():
            screen.keys("Enter")
        screen.wait_for("1 error")
        screen.keys("e")
        screen.wait_for("opened")
        screen.tmux("send-keys", "-t", "t", "-l", "Quit")
        screen.keys("Enter")
        screen.wait_for("1 error")
        self.assertEqual((self.course / "answer").read_text(), "Quit\n")

    def test_other_terminals_languages_and_sizes(self):
        screen = self.preview(100, 30, "--lang", "zh", wait_for="没有错误")
        self.renamed(self.changed('"at": "client", "cancelled"', '"at": "clint", "cancelled"'))
        screen.wait_for("1处错误；仍显示上一个正确的版本")
        self.renamed(self.text)
        screen.resize(50, 10)
        screen.wait_for("60x23")
        screen.resize(160, 50)
        screen.wait_for("没有错误")
        self.assertEqual(re.findall(r"[^\x00-\x7f]", self.preview(80, 24, "--ascii").text()), [])
        screen = self.screen()
        screen.run(f"TERM=vt100 {BINARY} preview {self.lesson}")
        screen.wait_for(GOOD)
        self.renamed(self.changed("A phase has a title", "On a vt100"))
        screen.wait_for("On a vt100")

    def test_lines_of_text_for_who_has_no_screen(self):
        with subprocess.Popen(
            [str(BINARY), "preview", str(self.lesson), "--plain"], stdout=subprocess.PIPE, text=True,
            env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "XDG_DATA_HOME": str(self.course)},
            # Who runs the tests in the background of a shell has told it to ignore this signal, and all that it starts.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        ) as process, contextlib.ExitStack() as kept:
            kept.callback(process.kill)  # Before the block waits for its end.

            def read_until(wanted):
                lines = []
                while not lines or wanted not in lines[-1]:
                    line = process.stdout.readline()
                    self.assertNotEqual(line, "", lines)
                    lines.append(line)
                return "".join(lines)

            self.assertIn("mine.json: no faults\n", read_until("The SYN is lost"))
            self.renamed(self.changed('"at": "client", "cancelled"', '"at": "clint", "cancelled"'))
            self.assertIn("error: no participant is named 'clint'; did you mean 'client'?", read_until("^^^^^^^"))
            self.renamed(self.text)
            self.assertIn("Client to Server: SYN", read_until("The SYN is lost"))
            process.send_signal(signal.SIGINT)
            process.wait(timeout=10)


class New(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory(prefix="netarium-course-")
        self.addCleanup(directory.cleanup)
        self.course = pathlib.Path(directory.name)

    def run_it(self, *arguments, status=0):
        environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "XDG_DATA_HOME": str(self.course / "data")}
        ended = subprocess.run(
            [str(BINARY), *arguments], capture_output=True, text=True, env=environment, timeout=60, cwd=self.course)
        self.assertEqual(ended.returncode, status, f"{arguments}\n{ended.stdout}\n{ended.stderr}")
        return ended

    def test_new_files_pass_the_check_and_play_at_once(self):
        written = self.run_it("new", "lesson", "one").stdout
        self.assertEqual(written, "wrote lessons/one.json\nnext: netarium preview lessons/one.json\n")
        self.run_it("new", "lesson", "two", "--simulated", "--title", "Two", "--track", "tcp")
        named = self.run_it("new", "quiz", "one").stdout
        self.assertIn("lessons/one.json now names it as its quiz", named)
        self.run_it("new", "quiz", "two-quiz", "--lesson", "two")
        self.run_it("new", "quiz", "alone")
        self.run_it("new", "quiz", "built-in", "--lesson", "three-way-handshake")
        self.assertEqual(self.run_it("check", "--strict", "lessons", "quizzes").stdout, "")
        for lesson, title in (("one", "One"), ("two", "Two")):
            told = self.run_it("play", lesson, "--lessons", ".", "--plain").stdout
            self.assertTrue(told.startswith(title))
            self.assertIn("SYN,ACK", told)
        self.assertIn("0 of 10 right", self.run_it("quiz", "two", "--lessons", ".", "--plain").stdout)

    def test_they_go_where_they_are_wanted(self):
        self.run_it("new", "lesson", "one", "--into", "a/b/")
        self.assertTrue((self.course / "a/b/lessons/one.json").is_file())
        self.run_it("new", "lesson", "two", "--into", "a/b/lessons")
        self.assertTrue((self.course / "a/b/lessons/two.json").is_file())

    def test_nothing_is_overwritten(self):
        self.run_it("new", "lesson", "one")
        path = self.course / "lessons/one.json"
        path.write_text("mine")
        self.assertIn(
            "'lessons/one.json' exists already and is left as it is; choose another id",
            self.run_it("new", "lesson", "one", status=1).stderr)
        self.assertEqual(path.read_text(), "mine")
        broken = self.run_it("new", "quiz", "q", "--lesson", "one", status=1).stderr
        self.assertIn("'lessons/one.json' has faults, so no quiz can be written for it yet", broken)
        self.assertFalse((self.course / "quizzes").exists())

    def test_what_cannot_be_is_refused_with_the_rule(self):
        refusals = [
            (["lesson", "My Lesson"], "'My Lesson' is no id; ids are lower-case letters, digits and hyphens; how about 'my-lesson'?"),
            (["lesson", "../up"], "'../up' is no id"),
            (["lesson", "三次握手"], "ids are lower-case letters, digits and hyphens, such as 'my-lesson'"),
            (["lesson", "a", "--title", "x" * 37], "takes 37 cells of at most 36"),
            (["quiz", "q", "--lesson", "three-way-handshak"], "did you mean 'three-way-handshake'?"),
        ]
        for arguments, sentence in refusals:
            self.assertIn(sentence, self.run_it("new", *arguments, status=1).stderr)
        self.assertEqual(list(self.course.iterdir()), [])

    def test_a_preview_of_what_can_be_none_is_refused(self):
        self.assertIn("did you mean 'lessons/one.json'?", self.run_it("preview", "one", status=1).stderr)
        self.assertIn("is a directory; name one lesson", self.run_it("preview", ".", status=1).stderr)


if __name__ == "__main__":
    unittest.main()
