"""Every kind of fault that `netarium check` knows, with its exact words, and what --fix, --strict and --format do.

`Tests/faults/CODE` is a small course with the fault of that code, or two in `one` and `two`: `course.json`, `lessons`,
`quizzes`, and in `expected.txt` all that `netarium check` prints for it. A first line `...` there leaves out what comes before the rest. Where --fix can mend the
fault, `fixed.txt` holds what it prints, and `fixed` the course that it leaves. RECORD_GOLDENS=1 writes these files anew
and fails.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from screen import BINARY, ROOT

FAULTS = ROOT / "Tests" / "faults"
COURSES = sorted(path for path in FAULTS.iterdir() if path.is_dir())
RECORDS = "RECORD_GOLDENS" in os.environ

# Codes that no lesson or quiz handed to `netarium check` can cause, and the tests that assert their words instead.
ELSEWHERE = {
    "file-too-large": "Tests/CoursewareTests/FaultCodeTests.swift",
    "no-scenario": "Tests/CoursewareTests/FaultCodeTests.swift",
}


def sources():
    """The files in which codes are given, one literal a case."""
    return sorted(path for module in ("LocatedJSON", "Courseware", "Tutor") for path in (ROOT / "Sources" / module).rglob("*+Code.swift"))


def course_paths(directory):
    folders = [directory / name for name in ("lessons", "quizzes", "one", "two")]
    return sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())


def course_files(directory):
    return {str(path.relative_to(directory)): path.read_bytes() for path in course_paths(directory)}


def course_times(directory):
    return {str(path.relative_to(directory)): path.stat().st_mtime_ns for path in course_paths(directory)}


class Faults(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.directory = tempfile.TemporaryDirectory(prefix="netarium-test-")
        self.addCleanup(self.directory.cleanup)

    def check(self, course, *options):
        """Runs the program in a course's directory, which nothing but this program's own course stands beside."""
        folders = [name for name in ("course.json", "lessons", "quizzes", "one", "two") if (course / name).exists()]
        environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "XDG_DATA_HOME": self.directory.name}
        return subprocess.run(
            [str(BINARY), "check", *options, *folders], cwd=course, capture_output=True, text=True, env=environment, timeout=60)

    def copy(self, course):
        copied = pathlib.Path(self.directory.name, course.name)
        shutil.copytree(course, copied)
        return copied

    def expect(self, path, text):
        """Compares a text with a file, or only its end with a file that begins with `...`."""
        is_end = path.exists() and path.read_text().startswith("...\n")
        if RECORDS:
            path.write_text("...\n" + "".join(text.splitlines(True)[-3:]) if is_end else text)
            self.fail(f"recorded {path.relative_to(ROOT)}; run again without RECORD_GOLDENS")
        expected = path.read_text().removeprefix("...\n")
        self.assertEqual(expected, text[-len(expected):] if is_end else text)

    def test_every_kind_of_fault_has_a_course_here(self):
        codes = {code for path in sources() for code in re.findall(r':\s+"([a-z0-9-]+)"', path.read_text())}
        self.assertGreater(len(codes), 100)
        self.assertEqual(codes, {course.name for course in COURSES} | set(ELSEWHERE))
        for code, path in ELSEWHERE.items():
            self.assertIn(f'"{code}"', (ROOT / path).read_text())

    def test_every_fault_is_told_in_these_words(self):
        for course in COURSES:
            with self.subTest(course.name):
                told = self.check(course)
                self.assertEqual(told.returncode, 1 if "error: " in told.stdout else 0)
                self.expect(course / "expected.txt", told.stdout)

    def test_every_fault_is_told_once_and_with_its_code(self):
        for course in COURSES:
            with self.subTest(course.name):
                # That a schema is missing is said only when it can be put in.
                is_mended = course.name == "missing-schema"
                told = self.check(self.copy(course), "--format", "json", "--fix") if is_mended else self.check(course, "--format", "json")
                report = json.loads(told.stdout)
                faults = report.get("fixed", []) + report["diagnostics"]
                codes = [fault["code"] for fault in faults]
                self.assertEqual(codes[500:] if course.name == "too-many-faults" else codes, [course.name])

    def test_a_warning_counts_only_when_one_is_strict(self):
        course = FAULTS / "pointless-step"
        self.assertEqual((self.check(course).returncode, self.check(course, "--strict").returncode), (0, 1))
        self.assertEqual(self.check(course, "--strict").stderr, "1 warning in 1 of 1 file\n")

    def test_json_tells_programs_where_and_what(self):
        told = self.check(FAULTS / "unknown-key", "--format", "json")
        self.assertEqual((told.returncode, told.stderr), (1, ""))
        self.assertEqual(
            json.loads(told.stdout),
            {"version": 1, "files": 1, "diagnostics": [{
                "file": "lessons/x.json", "line": 4, "column": 7, "endLine": 4, "endColumn": 13, "severity": "error",
                "code": "unknown-key", "message": "a 'send' entry has no key 'sned'; did you mean 'send'?", "suggestion": "send",
                "fix": {"offset": (FAULTS / "unknown-key/lessons/x.json").read_bytes().index(b"sned"), "length": 4, "replacement": "send"}}]})

    def test_json_names_files_that_cannot_be_read(self):
        told = subprocess.run([str(BINARY), "check", "--format", "json", "/nowhere.json"], capture_output=True, text=True, timeout=60)
        faults = json.loads(told.stdout)["diagnostics"]
        self.assertEqual((told.returncode, [(fault["code"], fault["file"]) for fault in faults]), (1, [("unreadable-file", "/nowhere.json")]))

    def test_nothing_in_a_file_can_steer_the_terminal(self):
        course = pathlib.Path(self.directory.name, "hostile")
        (course / "lessons").mkdir(parents=True)
        evil = "\\u001b]0;x\\u0007\\u202e\\u009b2J"
        (course / "lessons" / "x.json").write_text(f'{{ "{evil}": 1, "id": "{evil}", "timeline": [ {{ "send": "{evil}", "from": "{evil}" }} ] }}')
        for form in ("text", "json"):
            text = self.check(course, "--format", form).stdout
            self.assertIn("?", text)
            self.assertNotRegex(text, r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

    def test_what_is_mechanical_is_mended_where_it_stands(self):
        mendable = [course for course in COURSES if (course / "fixed.txt").exists() or (
            RECORDS and (course.name == "missing-schema" or '"fix"' in self.check(course, "--format", "json").stdout))]
        self.assertGreater(len(mendable), 10)
        for course in mendable:
            with self.subTest(course.name):
                copied = self.copy(course)
                told = self.check(copied, "--fix").stdout
                if RECORDS:
                    for name, content in course_files(copied).items():
                        (course / "fixed" / name).parent.mkdir(parents=True, exist_ok=True)
                        (course / "fixed" / name).write_bytes(content)
                self.expect(course / "fixed.txt", told)
                self.assertEqual(course_files(course / "fixed"), course_files(copied))

    def test_mending_twice_changes_nothing_and_no_broken_file_is_touched(self):
        for course in COURSES:
            if course.name == "too-much-work":
                continue  # Each look takes seconds, and the rest of its file is as in others.
            with self.subTest(course.name):
                once = self.copy(course)
                told = self.check(once, "--fix").stdout
                files, times = course_files(once), course_times(once)
                if files == course_files(course):
                    self.assertNotIn(": fixed: ", told)
                    self.assertEqual(times, course_times(course), "written, though nothing was mended")
                    continue
                told = self.check(once, "--fix").stdout
                self.assertNotIn(": fixed: ", told)
                self.assertEqual(files, course_files(once))
                self.assertEqual(times, course_times(once))
                for name, content in course_files(course).items():
                    try:
                        json.loads(content)
                    except ValueError:
                        self.assertEqual(content, files[name])

    def test_a_mended_file_keeps_its_mode_and_its_own_way_of_writing(self):
        copied = self.copy(FAULTS / "unknown-key")
        path = copied / "lessons" / "x.json"
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n").replace(b"  ", b"\t"))
        path.chmod(0o640)
        before = path.read_bytes()
        self.check(copied, "--fix")
        schema = b'"$schema": "../schemas/lesson.schema.json", '
        self.assertEqual(path.read_bytes(), before.replace(b"sned", b"send").replace(b"{ ", b"{ " + schema, 1))
        self.assertEqual(path.stat().st_mode & 0o777, 0o640)
        self.assertEqual(sorted(os.listdir(path.parent)), ["x.json"])


if __name__ == "__main__":
    unittest.main()
