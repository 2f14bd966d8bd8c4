"""What `render` and `import` write, judged by the programs that it is for."""

import json
import os
import pathlib
import re
import shlex
import subprocess
import tempfile
import unittest
import xml.dom.minidom

from screen import BINARY, TerminalTest


class Exports(TerminalTest):
    def setUp(self):
        self.directory = tempfile.TemporaryDirectory(prefix="netarium-test-")
        self.addCleanup(self.directory.cleanup)

    def path(self, name):
        return pathlib.Path(self.directory.name, name)

    def run_it(self, *arguments, status=0):
        environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "XDG_DATA_HOME": self.directory.name}
        ended = subprocess.run(
            [str(BINARY), *map(str, arguments)], capture_output=True, text=True, env=environment, timeout=120)
        self.assertEqual(ended.returncode, status, f"{arguments}\n{ended.stdout}\n{ended.stderr}")
        return ended

    def render(self, *arguments, lesson="three-way-handshake"):
        return self.run_it("render", lesson, *arguments).stdout

    # Recordings

    def events(self, version, text):
        """The events of a recording with absolute times, after checking it against the published format."""
        header, *lines = text.splitlines()
        header = json.loads(header)
        self.assertEqual(header["version"], version)
        size = (header["width"], header["height"]) if version == 2 else (header["term"]["cols"], header["term"]["rows"])
        self.assertEqual(size, (100, 30))
        events, clock = [], 0
        for line in lines:
            time, code, data = json.loads(line)
            self.assertIn(code, "omx")
            self.assertIsInstance(data, str)
            self.assertGreaterEqual(time, 0)
            clock = time if version == 2 else clock + time
            events.append((round(clock, 3), code, data))
        self.assertEqual(events, sorted(events, key=lambda event: event[0]))
        return events

    def test_both_versions_of_a_recording_tell_the_same(self):
        two = self.events(2, self.render("--format", "asciicast"))
        three = self.events(3, self.render("--format", "asciicast-v3"))
        self.assertEqual(three.pop()[1:], ("x", "0"))
        self.assertEqual(two, three)
        self.assertEqual([data for _, code, data in two if code == "m"], [f"{step} / 11" for step in range(1, 12)])

    def test_asciinema_plays_a_recording_to_the_last_frame(self):
        for language in ("en", "zh"):
            cast = self.path(f"{language}.cast")
            self.render("--lang", language, "-o", cast)
            still = self.render("--lang", language, "--step", "12")
            screen = self.screen(100, 30)
            screen.run(f"clear; asciinema play -s 1000 -i 0.001 {shlex.quote(str(cast))}; sleep 60")
            screen.wait_for("In an interview|面试时可以这样回答", seconds=60)
            screen.wait_for("12 / 11|11 / 11", seconds=60)
            # All but the title, which says that the lesson is being played.
            wanted = [line.rstrip() for line in still.splitlines()][1:]
            screen.wait_for(re.escape(wanted[-1][:20]), seconds=60)
            shown = [line.rstrip() for line in screen.text().splitlines()][1:]
            self.assertEqual(shown, wanted)

    # Pictures

    def shown_at(self, svg, share):
        """The picture as a viewer that animates shows it after so many per cent of its time."""
        looks = {}
        for name, frames in re.findall(r"@keyframes (t\d+)\{((?:[\d.]+%\{[^}]*\})*)\}", svg):
            steps = [(float(at), state) for at, state in re.findall(r"([\d.]+)%\{visibility:(\w+)\}", frames)]
            looks[name] = [state for at, state in steps if at <= share][-1]
        return re.sub(r'<g class="[vh] (t\d+)">', lambda found: f'<g visibility="{looks[found[1]]}">', svg)

    def texts(self, document):
        """Every visible text of a picture with its place."""
        texts = set()
        for text in xml.dom.minidom.parseString(document).getElementsByTagName("text"):
            node, classes = text, []
            while node.nodeType == node.ELEMENT_NODE:
                classes.append(node.getAttribute("visibility") or node.getAttribute("class").split(" ")[0])
                node = node.parentNode
            if "hidden" in classes or "h" in classes:
                continue
            column, row = int(text.getAttribute("x")) // 16, int(text.getAttribute("y")) // 32
            width = int(text.getAttribute("textLength")) // 16
            characters = text.firstChild.data
            step = width // len(characters) if len(characters) else 1
            texts.update((row, column + place * step, character) for place, character in enumerate(characters))
        return {text for text in texts if text[2] != " "}

    def test_an_animated_picture_shows_the_end_to_who_wants_no_motion(self):
        for language in ("en", "zh"):
            svg = self.render("--screen", "ladder", "--format", "animated-svg", "--lang", language)
            still = self.render("--screen", "ladder", "--format", "svg", "--lang", language, "--step", "12")
            self.assertIn("@media (prefers-reduced-motion:reduce)", svg)
            self.assertNotIn("<script", svg)
            self.assertEqual(self.texts(svg), self.texts(still))

    def test_an_animated_picture_shows_every_step_in_its_time(self):
        svg = self.render("--screen", "ladder", "--format", "animated-svg")
        length = int(re.search(r"animation:t0 (\d+)ms", svg)[1])
        seen = [self.texts(self.shown_at(svg, share / 4)) for share in range(400)]
        place = 0
        for step in range(0, 13):
            still = self.texts(self.render("--screen", "ladder", "--format", "svg", "--step", str(step)))
            place = next((later for later in range(place, 400) if seen[later] == still), None)
            self.assertIsNotNone(place, f"step {step} is never seen in {length} ms")

    def test_pictures_and_sheets_are_well_formed_and_can_be_drawn(self):
        for name, arguments in {
            "film": ["--format", "animated-svg"], "sheet": ["--sheet"], "ladders": ["--sheet", "--screen", "ladder"],
            "ladder": ["--screen", "ladder", "--true-time"], "light": ["--screen", "ladder", "--format", "animated-svg", "--light"],
        }.items():
            path = self.path(name + ".svg")
            self.render(*arguments, "-o", path, "--lang", "zh")
            xml.dom.minidom.parse(str(path))
            subprocess.run(["rsvg-convert", str(path), "-o", str(path) + ".png"], check=True, timeout=120)
            self.assertGreater(pathlib.Path(str(path) + ".png").stat().st_size, 4000)

    def test_a_sheet_of_text_has_every_step(self):
        text = self.render("--sheet", "--size", "80x24")
        self.assertEqual(re.findall(r"^Step (\d+) of 11 \(", text, re.M), [str(step) for step in range(1, 12)])
        self.assertEqual(len(text.splitlines()), 11 * 25 + 10)
        self.assertIn("\x1b[", self.render("--sheet", "--format", "ansi"))

    # Documents

    def test_the_ending_of_the_file_decides_the_format(self):
        for name, beginning in {
            "a.txt": " Three-way handshake", "a.ans": "\x1b[", "a.svg": "<svg", "a.cast": '{"version": 2', "a.mmd": "---",
            "a.md": "# Three-way handshake", "a.other": " Three-way handshake",
        }.items():
            self.render("-o", self.path(name))
            self.assertTrue(self.path(name).read_text().startswith(beginning), name)

    def test_what_is_written_is_the_same_every_time(self):
        for format in ("asciicast", "asciicast-v3", "animated-svg", "mermaid", "markdown"):
            self.assertEqual(self.render("--format", format), self.render("--format", format), format)

    def test_a_diagram_goes_out_and_comes_in(self):
        for lesson in ("dns-lookup-path", "tls-handshake"):
            diagram = self.path("diagram.mmd")
            self.render("-o", diagram, lesson=lesson)
            made = self.path("lessons/diagram.json")
            made.parent.mkdir(exist_ok=True)
            made.unlink(missing_ok=True)
            ended = self.run_it("import", diagram, "--into", self.directory.name)
            self.assertEqual((ended.stdout, ended.stderr), (f"wrote {made}\nnext: netarium preview {made}\n", ""))
            # With all its fields in it a label may be too wide for 80 columns, which is a warning.
            self.assertNotIn(": error: ", self.run_it("check", made).stdout)
            again = self.run_it("render", "diagram", "--lessons", self.directory.name, "--format", "mermaid").stdout
            self.assertEqual(again.splitlines()[3:], diagram.read_text().splitlines()[3:])
            self.assertIn("exists already", self.run_it("import", diagram, "--into", made.parent, status=1).stderr)

    def test_an_imported_lesson_plays(self):
        diagram = self.path("log-in.mmd")
        diagram.write_text("sequenceDiagram\n  Alice->>Bob: hello\n  loop daily\n    Bob-->>Alice: hi\n  end\n")
        self.run_it("import", diagram, "-o", self.path("log-in.json"))
        told = self.run_it("play", "log-in", "--plain", "--lessons", self.directory.name).stdout
        self.assertIn("0.000 s  Alice to Bob: hello", told)
        self.assertIn("Bob to Alice: hi", told)
        self.assertEqual(json.loads(self.run_it("import", diagram, "--id", "x-1").stdout)["id"], "x-1")

    def test_faults_of_a_diagram_have_a_place_a_line_and_a_caret(self):
        diagram = self.path("bad.mmd")
        diagram.write_text("sequenceDiagram\n  A->>B hello\n  end\n")
        ended = self.run_it("import", diagram, "-o", self.path("bad.json"), status=1)
        self.assertIn(f"{diagram}:2:3: error: a message needs a colon", ended.stderr)
        self.assertIn("2 |   A->>B hello\n  |   ^^^^^^^^^^^\n", ended.stderr)
        self.assertIn(f"{diagram}:3:3: error: this 'end' closes nothing", ended.stderr)
        self.assertFalse(self.path("bad.json").exists())
        self.assertIn("no such file", self.run_it("import", "/nowhere.mmd", status=1).stderr)
        self.assertIn("--id 'No'", self.run_it("import", diagram, "--id", "No", status=1).stderr)

    # What cannot be

    def test_options_that_would_do_nothing_are_refused(self):
        def refused(*arguments):
            return self.run_it("render", "three-way-handshake", *arguments, status=64).stderr

        self.assertIn("--at means nothing for asciicast; it goes with text, ansi, svg, pcap", refused("--at", "1s", "-o", "x.cast"))
        self.assertIn("--step means nothing for mermaid", refused("--step", "1", "--format", "mermaid"))
        self.assertIn("--sheet means nothing for animated-svg", refused("--sheet", "--format", "animated-svg"))
        self.assertIn("--sheet shows every step", refused("--sheet", "--step", "1"))
        self.assertIn("--screen quiz has no steps", refused("--sheet", "--screen", "quiz"))
        self.assertIn("--screen ladder is the diagram alone", refused("--screen", "ladder", "--press", "x"))

    def test_a_moment_can_be_named(self):
        named = self.run_it("render", "tls-handshake", "--at", "client-hello").stdout
        self.assertIn("ClientHello", named)
        wrong = self.run_it("render", "tls-handshake", "--at", "client-helo", status=1).stderr
        self.assertIn("did you mean 'client-hello'?", wrong)
        self.assertIn("nor a moment that this lesson names", self.run_it("render", "tls-handshake", "--at", "zzz", status=1).stderr)


if __name__ == "__main__":
    unittest.main()
