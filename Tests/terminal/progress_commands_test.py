"""Progress to take along, to bring together, to bring back, and to begin anew."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

import jsonschema

from answering import Answering
from screen import BINARY, ROOT, answers


class ProgressCommands(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory(prefix="netarium-progress-")
        self.addCleanup(directory.cleanup)
        self.root = pathlib.Path(directory.name)
        self.path = self.root / "netarium" / "progress.json"

    def run_it(self, *arguments, status=0, given=""):
        environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "XDG_DATA_HOME": str(self.root)}
        ended = subprocess.run(
            [str(BINARY), *arguments], input=given, capture_output=True, text=True, env=environment, timeout=60)
        self.assertEqual(ended.returncode, status, f"{arguments}\n{ended.stdout}\n{ended.stderr}")
        return ended

    def progress(self, *arguments, **options):
        return self.run_it("progress", *arguments, **options)

    def learn(self, questions, seed):
        running = Answering(self.root, seed=seed)
        for _ in range(questions):
            running.answer()
        running.end()

    def test_it_goes_to_another_machine_and_comes_back(self):
        self.learn(2, seed=1)
        elsewhere = self.root / "usb.json"
        self.assertEqual(self.progress("export", str(elsewhere)).stdout, f"wrote {elsewhere}\n")
        self.assertEqual(elsewhere.read_text(), self.path.read_text())
        self.assertEqual(self.progress("export", "-").stdout, self.path.read_text())
        self.learn(3, seed=2)
        self.assertIn("exists already and is left as it is", self.progress("export", str(elsewhere), status=1).stderr)
        other = self.root / "other.json"
        other.write_text(elsewhere.read_text().replace("three-way-handshake/", "another-quiz/"))
        self.assertEqual(self.progress("import", str(other)).stdout, f"2 new answers from {other}\n")
        self.assertEqual(self.progress("import", str(other)).stdout, f"0 new answers from {other}\n")
        self.assertEqual(answers(self.path.read_text()), 7)
        both = self.root / "both.json"
        self.progress("merge", str(other), str(elsewhere), "-o", str(both))
        self.assertEqual(answers(both.read_text()), 4)
        self.assertEqual(
            self.progress("merge", str(elsewhere), str(other), str(both), "-o", "-").stdout, both.read_text())
        self.assertIn("name two progress files", self.progress("merge", str(both), "-o", "x", status=64).stderr)
        self.assertIn("no such file or directory", self.progress("import", "/none.json", status=1).stderr)

    def test_beginning_anew_asks_and_keeps_a_copy(self):
        self.assertEqual(self.progress("reset", "--yes").stdout, "there is nothing to forget\n")
        self.learn(2, seed=1)
        text = self.path.read_text()
        self.assertIn("nothing was changed", self.progress("reset", given="no\n", status=1).stdout)
        self.assertEqual(self.path.read_text(), text)
        said = self.progress("reset", given="yes\n").stdout
        kept = next(self.path.parent.glob("progress.json.before-reset-*"))
        self.assertIn(f"begun anew; what was is kept as {kept}\n", said)
        self.assertEqual(kept.read_text(), text)
        self.assertEqual(answers(self.path.read_text()), 0)
        self.assertIn("there is no backup that can be read", self.progress("restore", status=1).stderr)

    def test_a_damaged_file_is_set_aside_and_its_backup_comes_back(self):
        self.learn(2, seed=1)
        self.learn(1, seed=2)
        whole = self.path.read_text()
        self.path.write_text(whole[:len(whole) // 2])
        told = self.progress().stderr
        self.assertIn("it is kept as", told)
        self.assertIn("with 2 answers is there: netarium progress restore\n", told)
        self.learn(1, seed=3)
        self.assertRegex(self.progress("restore").stdout, r"^brought back: \d{4}-\d\d-\d\d, 2 answers; now 3\n$")
        self.assertEqual(answers(self.path.read_text()), 3)
        aside = list(self.path.parent.glob("progress.json.damaged-*"))
        self.assertEqual([entry.read_text() for entry in aside], [whole[:len(whole) // 2]])

    def test_an_old_file_is_read_and_kept(self):
        self.path.parent.mkdir()
        old = '{ "format": 1, "answers": [ { "at": "2026-11-21T03:52:58.123Z", "quiz": "dns", "question": "ttl",' \
            ' "seed": "2a", "right": true } ] }\n'
        self.path.write_text(old)
        self.learn(1, seed=1)
        self.assertEqual([entry.read_text() for entry in self.path.parent.glob("progress.json.v1-*")], [old])
        saved = json.loads(self.path.read_text())
        self.assertEqual((saved["format"], answers(self.path.read_text())), (2, 2))
        self.assertEqual(saved["cards"]["dns/ttl"]["history"], "2026-11-21T03:52:58Z good quiz #2a")

    def test_a_newer_file_is_left_untouched(self):
        self.path.parent.mkdir()
        newer = '{ "format": 3, "cards": "of another kind" }'
        self.path.write_text(newer)
        running = Answering(self.root)
        said = running.answer()
        self.assertIn("written by a newer netarium (format 3, this one knows 2): update netarium", said)
        self.assertIn("not saved", said)
        running.end()
        self.assertEqual(self.path.read_text(), newer)

    def test_the_deck_for_anki_tells_anki_how_to_read_it(self):
        lines = self.progress("export", "--anki", "-").stdout.splitlines()
        self.assertEqual(lines[:4], ["#separator:tab", "#html:false", "#columns:Front\tBack\tTags", "#tags column:3"])

    def test_the_schema_and_the_reader_agree(self):
        schema = json.loads((ROOT / "schemas" / "progress.schema.json").read_text())
        self.assertEqual(self.run_it("schema", "progress").stdout, (ROOT / "schemas" / "progress.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        self.learn(11, seed=1)
        guide = (ROOT / "docs" / "progress-file.md").read_text().split("```json\n")[1].split("```")[0]
        good = json.loads(guide)
        card, quiz = "dns-lookup-path/ttl", "dns-lookup-path"
        cases = [(json.loads(self.path.read_text()), True), (good, True), ({"format": 2}, True), ({"format": 2, "mine": 1}, True)]

        def case(is_good, change):
            document = json.loads(guide)
            change(document)
            cases.append((document, is_good))

        case(False, lambda it: it.pop("format"))
        case(False, lambda it: it["lessons"][quiz]["main"].pop("at"))
        case(False, lambda it: it["language"].update(at="yesterday"))
        case(False, lambda it: it["reducedMotion"].update(value="no"))
        case(False, lambda it: it["resume"].update(step=-1))
        case(False, lambda it: it["cards"].update({"ttl": {"history": ""}}))
        case(True, lambda it: it["cards"].update({"a/b": {"history": ""}}))
        case(False, lambda it: it["cards"].update({"a/b": {}}))
        case(False, lambda it: it["attempts"].update({quiz: ["7/8"]}))
        case(False, lambda it: it["days"].update({"November": "20"}))
        case(False, lambda it: it["days"].update({"2026-11": "20, 21"}))
        case(False, lambda it: it["cards"][card].update(memory="good"))
        case(True, lambda it: it["cards"][card].pop("memory"))
        case(False, lambda it: it["cards"][card].update(folded="2019"))
        at = "2026-11-21T03:52:58Z"
        for text in (f"{at} good", f"{at} again right 8s 1 hint lesson #2a withdrawn +1d2h3m4s easy", f"{at} hard +0s easy"):
            case(True, lambda it: it["cards"][card].update(history=text))
        for text in (at, f"{at} well", f"{at} good + again", f"{at} good +1h1d again", f"{at} good quiz 8s", "good",
                     f"{at} good #123", f" {at} good", f"{at} good "):
            case(False, lambda it: it["cards"][card].update(history=text))
        for number, (document, is_good) in enumerate(cases):
            path = self.root / f"{number}.json"
            path.write_text(json.dumps(document))
            self.assertEqual(validator.is_valid(document), is_good, document)
            self.run_it("schema", "progress", str(path), status=0 if is_good else 1)


if __name__ == "__main__":
    unittest.main()
