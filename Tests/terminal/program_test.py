"""The real program in a real terminal."""

import json
import os
import platform
import re
import signal
import tempfile
import time
import unittest

from screen import BINARY, TerminalTest, answers, build_shim


class Session(TerminalTest):
    def test_open_play_quiz_and_quit(self):
        screen = self.screen()
        screen.start()
        screen.keys("Down", "Enter")
        screen.wait_for("0 / 11")
        screen.keys("Right", "Right", "Right")
        screen.wait_for("2 / 11")
        screen.keys("Escape")
        screen.wait_for("lessons done")
        saved = json.loads(screen.progress().read_text())
        self.assertEqual(saved["resume"]["lesson"], "three-way-handshake")
        self.assertEqual(saved["resume"]["step"], 1)
        screen.keys("q")
        screen.wait_for(r"1 / \d+")
        screen.keys("Tab")
        screen.wait_for("next")
        self.assertEqual(answers(screen.progress().read_text()), 1)
        screen.keys("Q")
        screen.wait_for(r"shell> *\n*$")
        screen.start()
        screen.keys("c")
        screen.wait_for("2 / 11")

    def test_the_packet_moves_and_then_nothing_wakes_the_program(self):
        screen = self.screen(100, 30)
        screen.start("play", "three-way-handshake", wait_for="0 / 11")
        screen.keys("Right", "Right", "Right", "Right", "Right")
        frames = set()
        deadline = time.monotonic() + 1.2
        while time.monotonic() < deadline:
            frames.add(screen.text())
        self.assertGreater(len(frames), 4, "nothing moved")
        screen.wait_for("paused")
        time.sleep(0.5)

        def switches():
            with open(f"/proc/{screen.process()}/status") as status:
                return [int(line.split()[1]) for line in status if "ctxt_switches" in line]

        before = switches()
        time.sleep(3)
        self.assertEqual(switches(), before, "a paused program woke up")

    def test_every_screen_has_a_help_that_any_key_closes(self):
        screen = self.screen()
        screen.start()
        screen.keys("?")
        screen.wait_for("any key closes|any other key closes")
        screen.keys("x")
        screen.wait_for("any key closes|any other key closes", absent=True)

    def test_the_language_changes_in_the_middle(self):
        screen = self.screen()
        screen.start("play", "four-way-teardown", wait_for="0 / ")
        screen.keys("l")
        text = screen.wait_for("客户端")
        self.assertIn("帮助", text)
        screen.keys("l")
        screen.wait_for("Client")


class Terminals(TerminalTest):
    def test_a_terminal_too_small_is_told_so_and_recovers(self):
        screen = self.screen()
        before = screen.start()
        screen.resize(40, 10)
        screen.wait_for("needs at least 60x18")
        screen.resize(80, 24)
        screen.wait_for("quit")
        self.assertEqual(screen.text(), before)
        screen.resize(160, 50)
        screen.wait_for("quit")

    def test_an_explicit_C_locale_and_an_old_terminal_get_ascii(self):
        for variables in ({"LC_ALL": "C"}, {"LC_ALL": "C", "TERM": "vt100"}):
            screen = self.screen(**variables)
            text = screen.start("play", "tls-handshake", wait_for="0 / ")
            self.assertTrue(text.isascii(), text)
            self.assertNotIn("qqqq", text)
            self.assertNotIn("????", text)
            screen.close()

    def test_the_linux_console_is_told_to_be_why_there_is_no_chinese(self):
        screen = self.screen(TERM="linux", LC_ALL="C.UTF-8")
        reason = 'Chinese cannot be shown: TERM is "linux", a console whose font has no Chinese characters.'
        screen.run(f"{BINARY} --lang zh")
        self.assertIn(reason, " ".join(screen.wait_for("in a terminal window").split()))
        screen.keys("Down")
        screen.wait_for("cannot be shown", absent=True)
        screen.keys("l")
        self.assertIn(reason, " ".join(screen.wait_for("in a terminal window").split()))
        self.assertNotIn("LC_ALL", screen.text())

    def test_without_any_locale_a_modern_terminal_gets_its_lines(self):
        screen = self.screen(LANG=None)
        self.assertIn("────", screen.start())

    def test_colours_follow_flags_and_environment(self):
        def colours(*arguments, **variables):
            screen = self.screen(**variables)
            screen.start("play", "three-way-handshake", *arguments, wait_for="0 / ")
            screen.keys("End")
            screen.wait_for("11 / 11")
            text = screen.text(escapes=True)
            screen.close()
            return text

        self.assertRegex(colours("--color", "truecolor"), r"\x1b\[[\d;]*38;2;")
        self.assertRegex(colours("--color", "256"), r"\x1b\[[\d;]*38;5;")
        self.assertRegex(colours("--color", "8"), r"\x1b\[[\d;]*3[15]m")
        for plain in (colours("--color", "never"), colours(NO_COLOR="1")):
            self.assertNotRegex(plain, r"\x1b\[([\d;]*;)?[34][0-8][;m]")

    def test_chinese_is_aligned_to_the_cell(self):
        screen = self.screen(100, 30)
        screen.start("play", "three-way-handshake", "--lang", "zh", wait_for="0 / ")
        screen.keys("End")
        screen.wait_for("11 / 11")
        import unicodedata

        for line in screen.text().splitlines()[2:-3]:
            column = 0
            for character in line:
                if column == 65:
                    self.assertEqual(character, "│", line)
                column += 2 if unicodedata.east_asian_width(character) in "WF" else 1


class Endings(TerminalTest):
    """However the program ends, the terminal is as it was and the progress is saved."""

    def begun(self, **environment):
        screen = self.screen(**environment)
        settings = screen.tty()
        screen.start("play", "three-way-handshake", wait_for="0 / 11")
        screen.keys("Right", "Right", "Right", "Right")
        screen.wait_for("2 / 11")
        return screen, settings

    def assert_sane(self, screen, settings, status=None):
        screen.wait_for("shell>")
        if status is not None:
            screen.run("echo status-$?")
            screen.wait_for(f"status-{status}")
        self.assertEqual(screen.tty(), settings)
        cursor = screen.tmux("display-message", "-p", "-t", "t", "#{cursor_flag} #{alternate_on} #{mouse_any_flag}").split()
        self.assertEqual(cursor, ["1", "0", "0"], "cursor shown, normal screen, mouse off")

    def test_quit(self):
        screen, settings = self.begun()
        screen.keys("Q")
        self.assert_sane(screen, settings, 0)

    def test_signals(self):
        for number, status in ((signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)):
            with self.subTest(signal=number.name):
                screen, settings = self.begun()
                os.kill(screen.process(), number)
                self.assert_sane(screen, settings, status)
                self.assertEqual(json.loads(screen.progress().read_text())["resume"]["step"], 1)
                screen.close()

    def test_control_c(self):
        screen, settings = self.begun()
        screen.keys("C-c")
        self.assert_sane(screen, settings)

    def test_signals_of_crashes_that_somebody_sent(self):
        for number in (signal.SIGSEGV, signal.SIGILL, signal.SIGABRT):
            with self.subTest(signal=number.name):
                screen, settings = self.begun()
                os.kill(screen.process(), number)
                self.assert_sane(screen, settings, 128 + number)
                self.assertTrue(screen.progress().exists())
                screen.close()

    def test_crashes(self):
        trap = signal.SIGTRAP if platform.machine() == "aarch64" else signal.SIGILL
        with tempfile.TemporaryDirectory(prefix="netarium-shim-") as directory:
            shim = build_shim("crash", directory)
            for number, crash in ((signal.SIGSEGV, "fault"), (trap, "trap"), (signal.SIGABRT, "abort")):
                # Swift's runtime shows where it was when it finds its tool for that.
                for look in ("enable=no", "enable=yes,interactive=no"):
                    with self.subTest(signal=number.name, look=look):
                        screen, settings = self.begun(LD_PRELOAD=shim, CRASH=crash, SWIFT_BACKTRACE=look)
                        os.kill(screen.process(), signal.SIGUSR1)
                        screen.wait_for(r"shell> *\n*$", seconds=60)
                        self.assert_sane(screen, settings, 128 + number)
                        self.assertTrue(screen.progress().exists())
                        screen.close()

    def test_stop_and_go_on(self):
        screen, settings = self.begun()
        before = screen.text()
        screen.keys("C-z")
        screen.wait_for("Stopped")
        self.assertEqual(screen.tty(), settings)
        screen.run("fg")
        screen.wait_for("2 / 11")
        self.assertEqual(screen.text(), before)
        screen.keys("Q")
        self.assert_sane(screen, settings)

    def test_a_resize_while_stopped(self):
        screen, _ = self.begun()
        screen.keys("C-z")
        screen.wait_for("Stopped")
        screen.resize(120, 40)
        written = screen.record()
        screen.run("fg")
        screen.wait_for("(?m)^.*\n.{119}\\S$")
        screen.wait_for("2 / 11")
        self.assertEqual(written().count(b"2 / 11"), 1, "a frame of the former size was shown, too")


class Copies(TerminalTest):
    def test_two_copies_keep_each_others_answers(self):
        one = self.screen()
        two = self.screen(XDG_DATA_HOME=one.data)
        for screen in (one, two):
            screen.start("quiz", "three-way-handshake", wait_for=r"1 / \d+")
        for screen in (one, two, one, two):
            screen.keys("Tab")
            screen.wait_for("next")
            screen.keys("Enter")
            screen.wait_for("show answer|mark|answer")
        time.sleep(0.3)
        self.assertEqual(answers(one.progress().read_text()), 4)

    def test_what_one_copy_saves_another_shows_once_it_saves(self):
        one = self.screen()
        two = self.screen(XDG_DATA_HOME=one.data)
        one.start("quiz", "three-way-handshake", wait_for=r"1 / \d+")
        two.start("quiz", "three-way-handshake", wait_for=r"1 / \d+")
        two.keys("Tab")
        two.wait_for("next")
        two.keys("Enter", "Tab")
        two.wait_for("0 right of 2")
        one.keys("Tab")
        one.wait_for("0 right of 1")
        one.keys("Escape", "p")
        one.wait_for("2 of [0-9]+ asked")

    def test_a_damaged_file_is_set_aside_with_a_word(self):
        screen = self.screen()
        path = screen.progress()
        path.parent.mkdir(parents=True)
        path.write_text('{ "format": 1, "answers": [ {')
        screen.run(str(BINARY))
        screen.wait_for("kept as")
        aside = [name for name in os.listdir(path.parent) if "damaged" in name]
        self.assertEqual(len(aside), 1)
        self.assertEqual((path.parent / aside[0]).read_text(), '{ "format": 1, "answers": [ {')


if __name__ == "__main__":
    unittest.main()
