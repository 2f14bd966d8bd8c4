"""Reviews, interviews and the diagnostic in a real terminal; the clock is an argument."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from screen import BINARY, TerminalTest

LESSON = """{ "format": 1, "id": "echo", "track": "practice", "minutes": 1, "quiz": "echo",
  "title": { "en": "An echo", "zh": "回声" }, "summary": { "en": "One calls.", "zh": "一方呼叫。" },
  "participants": [ { "id": "a", "name": "A" }, { "id": "b", "name": "B" } ],
  "timeline": [ { "send": "Hello", "from": "a", "to": "b", "id": "hello",
    "say": { "en": "A calls B.", "zh": "A呼叫B。" }, "cite": "RFC 862 (Echo Protocol)" } ] }"""
QUESTION = """{ "id": "%s", "kind": "text", "ask": { "en": "Say %s.", "zh": "请说%s。" }, "accept": [ "%s" ],
  "because": { "en": "It was asked for.", "zh": "题目就是这样要求的。" }, "cite": "RFC 862 (Echo Protocol)",
  "show": { "lesson": "echo", "at": "hello" } }"""
WORDS = ("alpha", "bravo", "carol")
QUIZ = """{ "format": 1, "id": "echo", "lesson": "echo", "title": { "en": "An echo", "zh": "回声" }, "questions": [ %s ] }""" % (
    ", ".join(QUESTION % (word, word, word, word) for word in WORDS))


class Practice(TerminalTest):
    """A course of one lesson with three questions, all of which want their own name typed."""

    def setUp(self):
        directory = tempfile.TemporaryDirectory(prefix="netarium-practice-")
        self.addCleanup(directory.cleanup)
        self.course = pathlib.Path(directory.name)
        for folder, text in (("lessons", LESSON), ("quizzes", QUIZ)):
            (self.course / folder).mkdir()
            (self.course / folder / "echo.json").write_text(text)

    def options(self, day, hour=8):
        return ["--lessons", str(self.course), "--now", f"2026-11-{day}T{hour:02}:00:00Z"]

    def finish_lesson(self, screen, day):
        screen.start("play", "echo", *self.options(day), wait_for="0 / 1")
        screen.keys("End", "Right")
        screen.wait_for("1 / 1")
        screen.keys("Q")
        screen.wait_for(r"shell> *\n*$")
        screen.run("clear")

    def asked(self, screen):
        """The word that the question on the screen wants."""
        text = screen.wait_for("Say (alpha|bravo|carol)|请说(alpha|bravo|carol)")
        return next(word for word in WORDS if f"Say {word}" in text or f"请说{word}" in text)

    def answer(self, screen, word):
        screen.tmux("send-keys", "-t", "t", "-l", word)
        screen.keys("Enter")

    def histories(self, screen):
        cards = json.loads(screen.progress().read_text())["cards"]
        return {card: entry["history"] for card, entry in cards.items()}

    def leave(self, screen):
        screen.keys("Q")
        screen.wait_for(r"shell> *\n*$")
        screen.run("clear")


class Review(Practice):
    def review(self, screen, day):
        screen.start("review", "--track", "practice", *self.options(day), wait_for="(Review|复习)")

    def test_a_review_over_three_days_with_an_undo_and_another_language(self):
        screen = self.screen(TZ="UTC")
        self.finish_lesson(screen, 20)

        # The first day: three new questions, all known.
        self.review(screen, 20)
        for _ in WORDS:
            self.answer(screen, self.asked(screen))
            screen.wait_for("comes again tomorrow")
            screen.keys("Enter")
        screen.wait_for("3 for today, done. You remembered 3 at once.")
        self.leave(screen)
        screen.run(f"{BINARY} review --plain --track practice {' '.join(self.options(20, 12))}")
        screen.wait_for("Nothing to review now. The next question comes tomorrow.")
        screen.run("clear")

        # The second day: one is not known, and comes again in the same session; one answer is taken back.
        self.review(screen, 21)
        screen.wait_for("1 / 3")
        word = self.asked(screen)
        self.answer(screen, "slip")
        screen.wait_for("Not quite")
        self.assertIn("again", self.histories(screen)[f"echo/{word}"])
        screen.keys("u")
        screen.wait_for("taken back")
        self.assertEqual(self.asked(screen), word)
        self.assertIn("withdrawn", self.histories(screen)[f"echo/{word}"])
        self.answer(screen, word)
        screen.wait_for("Right: ")
        screen.keys("Enter")
        missed = self.asked(screen)
        screen.keys("Tab")
        screen.wait_for("The answer: ")
        screen.keys("l")
        screen.wait_for("复习")
        screen.keys("Enter")
        for _ in range(2):
            self.answer(screen, self.asked(screen))
            screen.wait_for("答对了")
            screen.keys("Enter")
        screen.wait_for("今天的3题已完成，其中2题一次答对")
        self.leave(screen)

        # The third day: what was not known yesterday is asked; Chinese has stayed.
        self.review(screen, 22)
        self.assertIn("复习", screen.text())
        asked = set()
        while "已完成" not in screen.text():
            word = self.asked(screen)
            asked.add(word)
            self.answer(screen, word)
            screen.wait_for("答对了")
            screen.keys("Enter")
            screen.wait_for("请说|已完成")
        self.assertIn(missed, asked)
        self.leave(screen)
        histories = self.histories(screen)
        self.assertEqual(set(histories), {f"echo/{word}" for word in WORDS})

    def test_the_catalogue_counts_what_is_due_and_offers_it(self):
        screen = self.screen(TZ="UTC")
        self.finish_lesson(screen, 20)
        screen.start("--lessons", str(self.course), "--now", "2026-11-20T09:00:00Z", wait_for="3 to review")
        screen.keys("r")
        screen.wait_for("1 / 3")
        screen.keys("Escape")
        screen.wait_for("3 to review")

    def test_a_day_begins_at_four_by_the_clock_on_the_wall(self):
        for zone, is_due in (("UTC", False), ("Asia/Shanghai", True)):
            screen = self.screen(TZ=zone)
            self.finish_lesson(screen, 20)
            self.review(screen, 20)
            for _ in WORDS:
                self.answer(screen, self.asked(screen))
                screen.wait_for("comes again")
                screen.keys("Enter")
            screen.wait_for("3 for today, done")
            self.leave(screen)
            # In Shanghai it is five in the morning of the next day.
            screen.run(f"{BINARY} review --plain --track practice {' '.join(self.options(20, 21))}")
            screen.wait_for("Say " if is_due else "Nothing to review now")
            screen.close()


class Interview(Practice):
    def test_an_interview_with_a_clock_that_is_seen_and_a_report(self):
        screen = self.screen(TZ="UTC")
        screen.start("interview", "--tracks", "practice", "--minutes", "2", "--seed", "1", *self.options(20), wait_for="Interview")
        first = screen.wait_for(r"time left \d:\d\d")
        screen.wait_for(r"time left 1:5[0-8]")
        self.assertIn("1 / 3", first)
        self.answer(screen, self.asked(screen))
        screen.wait_for("2 / 3")
        self.assertNotIn("Right", screen.text())
        missed = self.asked(screen)
        self.answer(screen, "slip")
        screen.wait_for("3 / 3")
        self.answer(screen, self.asked(screen))
        report = screen.wait_for("2 of 3 right")
        self.assertIn(f"Say {missed}.", report)
        self.assertIn("You said: slip", report)
        self.assertIn("Look again: An echo", report)
        screen.keys("Enter")
        screen.wait_for("A calls B")
        screen.keys("Escape")
        screen.wait_for("2 of 3 right")
        self.assertTrue(all("interview" in history for history in self.histories(screen).values()))

    def test_the_same_in_lines_of_text(self):
        with tempfile.TemporaryDirectory() as data:
            ended = subprocess.run(
                [BINARY, "interview", "--plain", "--tracks", "practice", "--seed", "1", *self.options(20)], input="slip\n\n\n",
                capture_output=True, text=True, timeout=60,
                env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "XDG_DATA_HOME": data, "TZ": "UTC"})
        self.assertEqual(ended.stderr, "")
        lines = ended.stdout.splitlines()
        self.assertEqual(lines[0], "Interview")
        self.assertIn("0 of 3 right", lines)
        self.assertIn("    You said: slip", lines)
        self.assertFalse(any(line.startswith("Wrong") for line in lines))


class Diagnostic(Practice):
    def test_it_is_offered_once_and_can_be_declined(self):
        screen = self.screen()
        screen.start(wait_for="New here")
        screen.keys("x")
        screen.wait_for("Fine")
        screen.keys("Down")
        screen.wait_for("New here", absent=True)
        screen.keys("Q")
        screen.wait_for(r"shell> *\n*$")
        screen.run("clear")
        screen.start()
        self.assertNotIn("New here", screen.text())

    def test_ten_questions_and_then_where_to_begin(self):
        screen = self.screen()
        screen.start(wait_for="New here")
        screen.keys("d")
        for number in range(1, 11):
            screen.wait_for(rf"\b{number} / 10")
            screen.keys("Tab")
            screen.wait_for("next")
            screen.keys("Enter")
        screen.wait_for("Begin with: ")
        self.assertEqual(json.loads(screen.progress().read_text())["placement"]["skip"], [])
        screen.keys("Escape")
        screen.wait_for("lessons done")
        self.assertNotIn("New here", screen.text())


class Progress(Practice):
    def test_the_progress_screen_and_its_json(self):
        screen = self.screen(100, 30, TZ="UTC")
        screen.start(*self.options(20))
        screen.keys("p")
        text = screen.wait_for("Days of practice")
        self.assertIn("What you remember", text)
        screen.keys("l")
        screen.wait_for("学习日历")
        with tempfile.TemporaryDirectory() as data:
            ended = subprocess.run(
                [BINARY, "progress", "--json", *self.options(20)], capture_output=True, text=True, timeout=60,
                env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "XDG_DATA_HOME": data, "TZ": "UTC"})
        overview = json.loads(ended.stdout)
        self.assertEqual(overview["today"], "2026-11-20")
        self.assertEqual(len(overview["due"]), 14)
        self.assertIn("practice", [row["track"] for row in overview["mastery"]["tracks"]])


if __name__ == "__main__":
    unittest.main()
