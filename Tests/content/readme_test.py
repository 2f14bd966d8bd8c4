"""The README's table of lessons follows the course."""

import json
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| (?:\*\*(.+)\*\*)? ?\| `([a-z0-9-]+)` \| .+ \|$", re.MULTILINE)


def in_english(text):
    return text if isinstance(text, str) else text["en"]


class TheTable(unittest.TestCase):
    def test_it_has_every_lesson_under_its_track_in_the_order_of_the_path(self):
        tracks = [(one["id"], in_english(one["title"])) for one in json.loads((ROOT / "course.json").read_text())["tracks"]]
        lessons = [json.loads(path.read_text()) for path in (ROOT / "lessons").glob("*.json")]
        expected = []
        for track, title in tracks:
            path = sorted((one for one in lessons if one["track"] == track), key=lambda one: (one.get("order", 100), one["id"]))
            expected += [(title if one is path[0] else "", one["id"]) for one in path]
        section = (ROOT / "README.md").read_text().partition("## The lessons\n")[2].partition("\n## ")[0]
        self.assertEqual(ROW.findall(section), expected)


if __name__ == "__main__":
    unittest.main()
