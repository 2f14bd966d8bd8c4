"""The commands, as a shell sees them."""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest
import xml.dom.minidom

from screen import BINARY, ROOT

COMMANDS = [
    "open", "play", "quiz", "review", "interview", "diagnose", "list", "progress", "render", "import", "check", "new", "preview", "schema", "bridge", "doctor",
]


class Commands(unittest.TestCase):
    def setUp(self):
        self.directory = tempfile.TemporaryDirectory(prefix="netarium-test-")
        self.addCleanup(self.directory.cleanup)

    def run_it(self, *arguments, status=0, given="", **variables):
        environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "XDG_DATA_HOME": self.directory.name, **variables}
        ended = subprocess.run(
            [str(BINARY), *arguments], input=given, capture_output=True, text=True, env=environment, timeout=60)
        self.assertEqual(ended.returncode, status, f"{arguments}\n{ended.stdout}\n{ended.stderr}")
        return ended

    def lesson(self, text, name="mine"):
        path = pathlib.Path(self.directory.name, "course", "lessons", f"{name}.json")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def test_every_command_has_help_with_an_example(self):
        for command in COMMANDS:
            text = self.run_it(command, "--help").stdout
            self.assertIn("Example", text, command)
            self.assertIn("netarium", text)

    def commands(self, *above):
        """Every command that the help names, with those below it: its words and its help."""
        text = self.run_it(*above, "--help").stdout
        if above:
            yield list(above), text
        for name in re.findall(r"^  ([a-z]+) ", text.partition("SUBCOMMANDS:")[2], re.MULTILINE):
            yield from self.commands(*above, name)

    def test_the_manual_page_has_every_command_where_it_belongs_with_its_options(self):
        page = (ROOT / "docs" / "netarium.1").read_text().replace("\\-", "-").replace("\\&", "")
        # Requests for fonts, their quotes and escapes say nothing.
        page = re.sub(r"^\.(?:BR|BI|RB|RI|IR|B|I) ", "", page, flags=re.MULTILINE)
        page = re.sub(r"\\f.|\"", "", page)
        parts = {head.split("\n")[0]: head for head in re.split(r"^\.S[SH] ", page, flags=re.MULTILINE)}
        synopsis = " ".join(parts["SYNOPSIS"].split())
        commands = list(self.commands())
        self.assertEqual({command[0] for command, _ in commands}, set(COMMANDS))
        self.assertIn(["progress", "merge"], [command for command, _ in commands])
        for command, text in commands:
            name = " ".join(command)
            if command[-1] not in ("open", "show", "new"):
                self.assertIn(f"netarium {name}", synopsis)
            own = parts.get(name) or parts[command[0] if command[0] != "open" else "DESCRIPTION"]
            for option in set(re.findall(r"^  (?:-\w, )?(--[a-z0-9-]+)", text, re.MULTILINE)):
                self.assertRegex(own + parts["OPTIONS"], f"{option}(?![a-z0-9-])", name)
            for values in re.findall(r"\(values: ([^;)]*)", text):
                for value in re.split(r",\s+", values):
                    self.assertRegex(own + synopsis + parts["OPTIONS"], rf"(?<![\w-]){value}(?![\w-])", name)

    def test_progress_is_told_in_lines_under_heads(self):
        lines = self.run_it("progress", "--plain").stdout.splitlines()
        self.assertRegex(lines[0], r"^LESSON +SEEN +QUIZ +CHALLENGES +TITLE$")
        row = next(line for line in lines if line.startswith("dns-lookup-path "))
        self.assertRegex(row, r"^dns-lookup-path +new +- +- +The DNS lookup path$")
        self.assertEqual(lines[0].index("TITLE"), row.index("The DNS"))
        self.assertEqual("\n".join(lines) + "\n", self.run_it("progress").stdout)
        self.assertRegex(self.run_it("progress", "--lang", "zh").stdout, r"^课程 +学到 +测验 +挑战 +标题\n")
        self.run_it("progress", "--plain", "--json", status=64)

    def test_chinese_that_cannot_be_shown_is_told_with_the_reason(self):
        ended = self.run_it("list", "--lang", "zh", LC_ALL="C")
        self.assertIn('netarium: Chinese cannot be shown: LC_ALL is "C". Start with LC_ALL=C.UTF-8 to see it.', ended.stderr)
        self.assertEqual(self.run_it("list", "--lang", "zh").stderr, "")

    def test_the_version(self):
        self.assertRegex(self.run_it("--version").stdout, r"^netarium \d+\.\d+\.\d+\n$")

    def test_without_a_terminal_a_lesson_is_told_as_lines(self):
        for arguments in (["play", "three-way-handshake"], ["play", "three-way-handshake", "--plain"]):
            lines = self.run_it(*arguments).stdout.splitlines()
            self.assertTrue(any(line.startswith("0.000 s  Client to Server: SYN") for line in lines))
            self.assertFalse(any("\x1b" in line for line in lines))

    def test_faults_change_what_a_simulated_lesson_tells(self):
        play = ["play", "three-way-handshake", "--plain"]
        clean = self.run_it(*play).stdout
        changed = self.run_it(*play, "--fault", "drop:SYN", "--why").stdout
        self.assertNotIn("LOST: SYN", clean)
        self.assertIn("Changed: drop:SYN", changed)
        self.assertIn("LOST: SYN from Client", changed)
        self.assertIn("Client to Server: SYN (resent)", changed)
        self.assertIn("[RFC 6298 §5.4", changed)
        self.assertEqual(changed, self.run_it(*play, "--fault", "drop:SYN", "--why").stdout)
        self.assertIn("(no packet fits)", self.run_it(*play, "--fault", "drop:999").stdout)

    def test_a_fault_that_cannot_be_is_told_in_a_sentence(self):
        play = ["play", "three-way-handshake", "--plain", "--fault"]
        self.assertIn("did you mean 'drop:…'?", self.run_it(*play, "dorp:2", status=2).stderr)
        self.assertIn("write 'delay:2:500ms'", self.run_it(*play, "delay:2", status=2).stderr)
        scripted = self.run_it("play", "tls-handshake", "--plain", "--fault", "drop:2", status=2)
        self.assertIn("written by hand", scripted.stderr)
        self.assertEqual(scripted.stdout, "")

    def test_a_slider_is_moved_by_its_value(self):
        help_text = self.run_it("play", "--help").stdout
        example = re.search(r"netarium (play .* --slide \S+)", help_text).group(1).split()
        moved = self.run_it(*example).stdout
        self.assertIn("Slider close - The program closes after: 30 ms", moved)
        self.assertNotEqual(moved, self.run_it(*example[:-1], "close=300ms").stdout)
        play = ["play", "why-four-segments", "--plain", "--slide"]
        self.assertIn("this scene has no sliders", self.run_it(*play, "close=30ms", status=2).stderr)
        play[2:2] = ["--scene", "your-delay"]
        self.assertIn("not of the form SLIDER=VALUE", self.run_it(*play, "close", status=2).stderr)
        self.assertIn("there is no slider 'clsoe'; there are close", self.run_it(*play, "clsoe=30ms", status=2).stderr)
        self.assertIn("'31ms' is none of its values: 0ms", self.run_it(*play, "close=31ms", status=2).stderr)
        self.assertIn("do not go together", self.run_it(*play, "close=30ms", "--challenge", "x", status=2).stderr)

    def test_a_challenge_is_graded_by_its_status(self):
        play = ["play", "three-way-handshake", "--challenge"]
        solved = self.run_it(*play, "three-syns", "--fault", "drop:SYN", "--fault", "drop:SYN#2")
        self.assertIn("Solved with 2 changes, par 2.", solved.stdout)
        self.assertIn("Not solved.", self.run_it(*play, "three-syns", status=1).stdout)
        self.assertIn("did you mean 'three-syns'?", self.run_it(*play, "three-sins", status=1).stderr)

    def test_a_dumb_terminal_gets_lines_too(self):
        ended = subprocess.run(
            ["script", "-qec", f"{BINARY} play three-way-handshake", "/dev/null"], capture_output=True, text=True, timeout=60,
            env={"PATH": os.environ["PATH"], "TERM": "dumb", "LANG": "C.UTF-8", "XDG_DATA_HOME": self.directory.name})
        self.assertIn("Client to Server: SYN", ended.stdout)

    def test_lists_are_json_on_request(self):
        lessons = json.loads(self.run_it("list", "--json").stdout)
        self.assertGreaterEqual(len(lessons), 5)
        for lesson in lessons:
            self.assertEqual(set(lesson["title"]), {"en", "zh"})
        self.assertEqual(len(json.loads(self.run_it("progress", "--json").stdout)["lessons"]), len(lessons))

    def test_the_schemas_are_printed_and_judge_files_by_form(self):
        for kind in ("lesson", "quiz", "course"):
            text = self.run_it("schema", kind).stdout
            self.assertEqual(text, (ROOT / "schemas" / f"{kind}.schema.json").read_text())
        self.assertEqual(self.run_it("schema", "course", str(ROOT / "course.json")).stdout, "")
        path = self.lesson('{ "format": 1, "id": "other", "track": "tcp", "title": "T", "sumary": "S", "timeline": [],\n'
                           '"participants": [ { "id": "a", "name": "A" } ] }')
        ended = self.run_it("schema", "lesson", str(path), status=1)
        self.assertTrue(ended.stdout.startswith(
            f"{path}:1:61: error: a lesson has no key 'sumary'; did you mean 'summary'?\n"), ended.stdout)
        self.assertEqual(len(ended.stdout.splitlines()), 3)
        self.assertIn("no such file", self.run_it("schema", "lesson", "/none.json", status=1).stderr)
        self.assertIn("lesson, quiz", self.run_it("schema", "lessons", status=64).stderr)

    def course(self, name, title, lesson, outline=None):
        """A course with one lesson in the data directory."""
        root = pathlib.Path(self.directory.name, "netarium", name)
        (root / "lessons").mkdir(parents=True)
        (root / "course.json").write_text(outline or json.dumps({
            "format": 1, "id": name, "title": title, "about": "About it.", "tracks": [{"id": "mine", "title": "My track"}]}))
        (root / "lessons" / f"{lesson}.json").write_text(json.dumps({
            "format": 1, "id": lesson, "track": "mine", "title": "Mine", "summary": "S",
            "participants": [{"id": "a", "name": "A"}], "timeline": [{"note": "n"}]}))
        return root

    def test_a_course_that_is_dropped_in_is_listed_beside_the_built_in_one(self):
        self.assertNotIn("How networks work", self.run_it("list").stdout)
        self.course("home", {"en": "Home networks", "zh": "\u5bb6\u5ead\u7f51\u7edc"}, "sharing")
        lines = self.run_it("list").stdout.splitlines()
        self.assertEqual(lines[0], "Home networks: About it.")
        self.assertTrue(lines[1].startswith("sharing "))
        self.assertEqual(lines[2], "")
        self.assertTrue(lines[3].startswith("How networks work: "))
        self.assertIn("\u5bb6\u5ead\u7f51\u7edc\uff1aAbout it.", self.run_it("list", "--lang", "zh").stdout)
        courses = {lesson["id"]: lesson["course"] for lesson in json.loads(self.run_it("list", "--json").stdout)}
        self.assertEqual((courses["sharing"], courses["tls-handshake"]), ("home", "netarium"))
        self.assertIn("Mine", self.run_it("play", "sharing", "--plain").stdout)

    def test_a_broken_course_file_is_told_and_its_lessons_open(self):
        root = self.course("home", "", "sharing", '{ "format": 1, "id": "home", "title": 5 }')
        ended = self.run_it("list")
        self.assertEqual(ended.stdout.splitlines()[0], "home")
        self.assertIn(f"{root}/course.json:1:39: error: expected a text", ended.stderr)
        self.assertIn("sharing", ended.stdout)

    def test_the_first_of_two_lessons_with_one_id_wins_and_both_files_are_named(self):
        root = self.course("home", "Home", "tls-handshake")
        ended = self.run_it("list")
        self.assertIn(f"warning: the id 'tls-handshake' is taken by {root}/lessons/tls-handshake.json", ended.stderr)
        self.assertEqual(ended.stdout.count("tls-handshake"), 1)

    def test_no_link_leads_out_of_a_course(self):
        root = self.course("home", "Home", "sharing")
        (root / "lessons" / "out.json").symlink_to("/etc/hostname")
        ended = self.run_it("list")
        self.assertIn(f"{root}/lessons/out.json: leads out of the course, to /etc/hostname", ended.stderr)

    def test_what_a_file_says_steers_no_terminal(self):
        path = self.lesson('{ "format": 1, "id": "\\u001b[31m", "track": "t", "title": "T", "summary": "S", "\\u202ekey": 1,'
                           ' "participants": [ { "id": "a", "name": "A" } ], "timeline": [ { "note": "n" } ] }')
        for arguments in (["check", str(path)], ["schema", "lesson", str(path)]):
            said = self.run_it(*arguments, status=1).stdout
            self.assertNotRegex(said, "[\x1b\u202e]")
            self.assertIn("'?[31m' is no id", said)

    def test_a_quiz_on_standard_input_is_graded_and_saved(self):
        quiz = json.loads((ROOT / "quizzes" / "three-way-handshake.json").read_text())
        count = len(quiz["questions"])
        ended = self.run_it("quiz", "three-way-handshake", "--seed", "3", given="\n" * (count + 1))
        self.assertIn(f"0 of {count} right.", ended.stdout)
        saved = json.loads(pathlib.Path(self.directory.name, "netarium", "progress.json").read_text())
        self.assertEqual(len(saved["cards"]), count)
        self.assertIn(f"0/{count}", self.run_it("progress").stdout)

    def test_frames_are_text_ansi_and_well_formed_svg(self):
        text = self.run_it("render", "three-way-handshake", "--at", "30ms", "--size", "90x26").stdout
        self.assertEqual(len(text.splitlines()), 26)
        self.assertIn("SYN,ACK", text)
        self.assertIn("\x1b[", self.run_it("render", "three-way-handshake", "--format", "ansi").stdout)
        path = pathlib.Path(self.directory.name, "frame.svg")
        for language in ("en", "zh"):
            self.run_it("render", "dns-lookup-path", "--lang", language, "--step", "8", "--format", "svg", "-o", str(path))
            xml.dom.minidom.parse(str(path))
            subprocess.run(["rsvg-convert", str(path), "-o", str(path) + ".png"], check=True, timeout=60)

    def test_a_capture_needs_packets_and_does_not_go_to_a_terminal(self):
        capture = ["render", "three-way-handshake", "--format", "pcap"]
        self.assertIn("--step is about frames", self.run_it(*capture, "--step", "1", status=64).stderr)
        self.assertIn("--fault goes with", self.run_it("render", "tls-handshake", "--fault", "drop:1", status=64).stderr)
        self.assertIn("--fault 'dorp:1'", self.run_it(*capture, "--fault", "dorp:1", "-o", "x", status=2).stderr)
        self.assertIn("there are client, server", self.run_it(*capture, "--at", "sever", status=1).stderr)
        self.assertIn("written by hand", self.run_it("render", "tls-handshake", "--format", "pcap", status=1).stderr)
        ended = subprocess.run(
            ["script", "-qec", f"{BINARY} {' '.join(capture)}", "/dev/null"], capture_output=True, text=True, timeout=60)
        self.assertIn("a capture is not text for a terminal", ended.stdout)

    def test_an_instant_and_a_step_give_the_same_frame_wherever_one_comes_from(self):
        frames = {self.run_it("render", "four-way-teardown", "--step", "3").stdout for _ in range(3)}
        self.assertEqual(len(frames), 1)

    def test_check_finds_faults_with_their_place(self):
        path = self.lesson('{ "format": 1,\n  "id": "mine", "trak": "tcp" }\n')
        ended = self.run_it("check", str(path), status=1)
        self.assertIn(f"{path}:2:17: error: a lesson has no key 'trak'; did you mean 'track'?", ended.stdout)
        self.run_it("check", str(ROOT / "lessons"), str(ROOT / "quizzes"))

    def test_check_has_a_bound_of_files_and_says_so(self):
        folder = pathlib.Path(self.directory.name, "many")
        folder.mkdir()
        for number in range(20_001):
            folder.joinpath(f"lesson-{number}.json").touch()
        said = self.run_it("check", str(folder), status=1)
        self.assertEqual(said.stdout, "")
        self.assertEqual(said.stderr, f"netarium: {folder}: holds more than 20000 files; name a smaller directory\n")
        folder.joinpath("lesson-0.json").unlink()
        said = self.run_it("check", str(folder), status=1)
        self.assertIn("20000 errors in 20000 of 20000 files", said.stderr)

    def test_a_broken_lesson_leaves_the_good_ones(self):
        self.lesson("{ broken")
        ended = self.run_it("list", "--lessons", os.path.join(self.directory.name, "course"))
        self.assertIn("three-way-handshake", ended.stdout)
        self.assertIn("mine.json:1:3: error:", ended.stderr)

    def test_a_lesson_with_an_error_is_not_said_to_be_missing(self):
        path = self.lesson("{ broken")
        for command in ("play", "render"):
            ended = self.run_it(command, "mine", "--lessons", str(path.parent.parent), status=1)
            self.assertIn(f"the lesson 'mine' is left out, because {path} has an error; it stands above", ended.stderr)

    def test_a_lesson_with_an_error_is_not_told_in_the_words_of_another_place(self):
        path = self.lesson("{ broken", "three-way-handshake")
        ended = self.run_it("play", "three-way-handshake", "--plain", "--lessons", str(path.parent.parent), status=1)
        self.assertIn(f"because {path} has an error", ended.stderr)
        self.assertEqual(ended.stdout, "")

    def test_a_place_that_is_not_there_is_told_whatever_is_played(self):
        for command in ("play", "quiz"):
            ended = self.run_it(command, "three-way-handshake", "--plain", "--lessons", "/nowhere")
            self.assertIn("netarium: /nowhere: cannot open it: no such file or directory", ended.stderr)

    def test_what_is_missing_gets_a_sentence_and_a_status(self):
        self.assertIn("did you mean 'three-way-handshake'?", self.run_it("play", "three-way-handshak", status=1).stderr)
        self.assertIn("no such file or directory", self.run_it("check", "/nowhere", status=1).stderr)
        self.assertIn("--size 'huge'", self.run_it("render", "tls-handshake", "--size", "huge", status=64).stderr)
        self.assertIn("is not a time", self.run_it("render", "tls-handshake", "--at", "soon", status=1).stderr)
        self.run_it("play", status=64)
        self.run_it("list", "--lang", "xx", status=64)

    def test_errors_are_in_the_language_that_was_asked_for(self):
        chinese = {
            ("play", "three-way-handshak"): "没有课程“three-way-handshak”；是不是“three-way-handshake”？",
            ("play", "three-way-handshake", "--scene", "syn-lots"): "没有情形“syn-lots”；是不是“syn-lost”？",
            ("quiz", "nothing"): "没有测验“nothing”",
            ("render", "tls-handshake", "--step", "99"): "这一课没有第“99”步",
            ("render", "tls-handshake", "-o", "/nowhere/x.svg"): "netarium: /nowhere/x.svg：无法打开",
            ("review", "--track", "no"): "没有主题“no”",
        }
        for arguments, sentence in chinese.items():
            self.assertIn(sentence, self.run_it(*arguments, "--lang", "zh", status=1).stderr)
            english = self.run_it(*arguments, status=1).stderr
            self.assertRegex(english, r"^netarium: [ -~’]*\n$")
        fault = self.run_it("play", "three-way-handshake", "--fault", "dorp:2", "--lang", "zh", status=2)
        self.assertEqual(fault.stderr, "netarium: --fault “dorp:2”：没有叫“dorp”的故障；是不是“drop:…”？\n")
        self.assertIn("没有课程", self.run_it("play", "nothing", status=1, LANG="zh_CN.UTF-8").stderr)
        # Where Chinese cannot be shown.
        self.assertIn("there is no lesson", self.run_it("play", "nothing", status=1, LANG="zh_CN", LC_ALL="C").stderr)

    def test_options_may_stand_before_the_command(self):
        tell = ["play", "dns-lookup-path", "--plain"]
        for options in (["--lang", "zh"], ["--lang=zh", "--color", "never"], ["--ascii", "--ambiguous", "wide"]):
            self.assertEqual(self.run_it(*options, *tell).stdout, self.run_it(*tell, *options).stdout)
        self.assertIn("服务器", self.run_it("--lang", "zh", *tell).stdout)
        # Of two, the later counts, as after the command.
        self.assertEqual(self.run_it("--lang", "zh", *tell, "--lang", "en").stdout, self.run_it(*tell).stdout)
        self.assertIn("lessons", json.loads(self.run_it("--lang", "zh", "progress", "show", "--json").stdout))
        self.assertIn("USAGE: netarium play", self.run_it("--lang", "zh", "help", "play").stdout)

    def test_options_of_the_parser_are_left_to_it(self):
        self.assertIn("complete", self.run_it("--generate-completion-script", "bash").stdout)
        self.assertRegex(self.run_it("--version").stdout, r"^netarium \d+\.\d+\.\d+\n$")
        self.assertIn("SUBCOMMANDS:", self.run_it("-h").stdout)
        self.assertIn("Unknown option '--nope'", self.run_it("--nope", "play", "x", status=64).stderr)
        self.assertIn("Missing value", self.run_it("--lang", status=64).stderr)

    def test_a_command_that_there_is_not_is_told_with_the_way_out(self):
        for arguments, sentence in {
            ("plya", "x"): "there is no command 'plya'; did you mean 'play'? ('netarium help' names them all)",
            ("x", "--seed", "1"): "there is no command 'x' ('netarium help' names them all)",
            ("tls-handshake",): "'tls-handshake' is a lesson; open it with 'netarium play tls-handshake'",
            ("--ascii", "lessons/mine.json"):
                "'lessons/mine.json' is no command; look at a file with 'netarium preview lessons/mine.json'",
            ("reveiw", "--plain", "--lang=zh"): "没有命令“reveiw”；是不是“review”？（`netarium help`列出全部）",
            ("--lang", "zh", "reveiw"): "没有命令“reveiw”；是不是“review”？（`netarium help`列出全部）",
        }.items():
            self.assertEqual(self.run_it(*arguments, status=64).stderr, f"netarium: {sentence}\n")

    def test_a_reader_that_goes_away_is_no_error(self):
        ended = subprocess.run(
            f"'{BINARY}' play url-to-page --plain | head -n 1", shell=True, capture_output=True, text=True, timeout=60)
        self.assertEqual(ended.stderr, "")

    def test_doctor_says_what_was_chosen_and_why(self):
        text = self.run_it("doctor", "--ascii").stdout
        self.assertIn("--ascii was given", text)
        self.assertIn("progress.json", text)

    def test_hostile_lessons_send_nothing_hostile(self):
        text = (
            '{ "format": 1, "id": "mine", "track": "tcp", "title": "x\\u001b[31mred\\u202e", "summary": "s",'
            ' "participants": [ { "id": "a", "name": "A\\u0007" }, { "id": "b", "name": "B" } ],'
            ' "timeline": [ { "send": "m\\u001b]0;t\\u0007", "from": "a", "to": "b", "say": "\\u009b2J", "cite": "RFC 793" } ] }')
        self.lesson(text)
        course = os.path.join(self.directory.name, "course")
        for arguments in (["play", "mine", "--plain"], ["render", "mine"], ["list"], ["render", "mine", "--format", "svg"]):
            output = subprocess.run(
                [str(BINARY), *arguments, "--lessons", course], capture_output=True, timeout=60,
                env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "XDG_DATA_HOME": self.directory.name})
            for stream in (output.stdout.decode(), output.stderr.decode()):
                for bad in ("\x1b", "\x07", "\u202e", "\u009b"):
                    self.assertNotIn(bad, stream, arguments)


if __name__ == "__main__":
    unittest.main()
