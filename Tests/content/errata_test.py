"""Each error that study notes make about TCP, and where in the course its correction stands: errata.json, judged."""

import copy
import json
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLE = json.loads((pathlib.Path(__file__).resolve().parent / "errata.json").read_text())

# E06 to E12 are errors about DNS and have no lesson of TCP to correct them.
ERRATA = [f"E{number:02}" for number in range(1, 40) if not 6 <= number <= 12]

# The keys that say where a correction stands; what stands there must have all the others.
PLACES = [{"lesson", "step"}, {"lesson", "step", "choice"}, {"lesson", "variant", "step"}, {"lesson", "variant", "step", "choice"},
          {"lesson", "myth"}, {"quiz", "question"}, {"quiz", "question", "choice"}, {"quiz", "question", "point"},
          {"quiz", "question", "model"}]


class Missing(Exception):
    """What the table names and the course has not."""


def in_language(text, language):
    return text if isinstance(text, str) else text.get(language, "")


def only(items, wanted, kind):
    """The one of the items that is wanted; what they are called comes first in each pair."""
    found = [item for name, item in items if name == wanted]
    if len(found) != 1:
        raise Missing(f"{len(found)} times the {kind} '{wanted}'")
    return found[0]


def choice(question, place):
    """The wrong answer that a place names, by its English text, by its number or by the step that it points at."""
    named = [(in_language(one["text"], "en") if "text" in one else str(one.get("answer", one.get("at"))), one)
             for one in question.get("choices", []) + question.get("wrong", [])]
    return only(named, place["choice"], "choice")


def text_and_sources(documents, place):
    """The text that stands at a place, and what is cited there."""
    kind = "lesson" if "lesson" in place else "quiz"
    document = documents.get((kind, place[kind]))
    if document is None:
        raise Missing(f"no {kind} '{place[kind]}'")
    if kind == "quiz":
        question = only([(one["id"], one) for one in document["questions"]], place["question"], "question")
        if "choice" in place:
            text = choice(question, place)["because"]
        elif "point" in place:
            text = only([(in_language(one["text"], "en"), one) for one in question["points"]], place["point"], "point")["because"]
        else:
            text = question["model" if "model" in place else "because"]
        return text, sources(question)
    if "myth" in place:
        myth = only([(in_language(one["claim"], "en"), one) for one in document["myths"]], place["myth"], "myth")
        return myth["truth"], sources(myth)
    scene = document
    if "variant" in place:
        scene = only([(one["id"], one) for one in document["variants"]], place["variant"], "variant")
    steps = scene.get("steps", []) + scene.get("timeline", [])
    step = only([(one.get("id"), one) for one in steps], place["step"], "step")
    return choice(step["ask"], place)["because"] if "choice" in place else step["say"], sources(step)


def sources(item):
    cited = item.get("cite", [])
    return [cited] if isinstance(cited, str) else cited


def faults(documents, place):
    """What keeps a correction from standing where the table says."""
    try:
        text, cited = text_and_sources(documents, place)
    except (Missing, KeyError) as missing:
        return [f"{place}: {missing}"]
    said = [f"{language}: {in_language(text, language)!r} does not say {place[language]!r}"
            for language in ("en", "zh") if place[language] not in in_language(text, language)]
    return said + ([] if place["cite"] in cited else [f"{cited} has no {place['cite']!r}"])


def course():
    return {(kind, path.stem): json.loads(path.read_text())
            for kind, folder in (("lesson", "lessons"), ("quiz", "quizzes")) for path in sorted((ROOT / folder).glob("*.json"))}


class TheTable(unittest.TestCase):
    def test_it_has_every_error_once(self):
        self.assertEqual([row["id"] for row in TABLE], ERRATA)

    def test_every_error_is_corrected_in_the_lesson_or_quiz_of_its_topic(self):
        for row in TABLE:
            with self.subTest(row["id"]):
                corrected = {place.get("lesson") or place["quiz"] for place in row["stands"]}
                self.assertTrue(row["topics"])
                self.assertLessEqual(set(row["topics"]), corrected)

    def test_a_place_is_named_in_full(self):
        for row in TABLE:
            for place in row["stands"]:
                with self.subTest(row["id"], place=place):
                    self.assertIn(set(place) - {"en", "zh", "cite"}, PLACES)
                    self.assertLessEqual({"en", "zh", "cite"}, set(place))

    def test_what_must_be_said_is_a_statement_and_no_stray_word(self):
        for row in TABLE:
            for place in row["stands"]:
                with self.subTest(row["id"], place=place):
                    self.assertGreaterEqual(len(place["en"].split()), 4)
                    self.assertGreaterEqual(len(re.findall(r"[\u4e00-\u9fff]|[A-Za-z0-9-]+", place["zh"])), 5)


class TheCourse(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.course = course()

    def test_every_correction_stands_where_the_table_says_and_is_cited_there(self):
        for row in TABLE:
            for place in row["stands"]:
                with self.subTest(row["id"], error=row["error"]):
                    self.assertEqual(faults(self.course, place), [])

    def test_every_topic_has_a_lesson_and_a_quiz(self):
        for topic in sorted({topic for row in TABLE for topic in row["topics"]}):
            self.assertIn(("lesson", topic), self.course)
            self.assertIn(("quiz", topic), self.course)

    def test_a_correction_that_is_gone_is_missed(self):
        """Takes away each of the three in turn: either language, and the source."""
        for row in TABLE:
            for place in row["stands"]:
                for key in ("en", "zh", "cite"):
                    with self.subTest(row["id"], place=place, without=key):
                        self.assertNotEqual(faults(self.without(place, key), place), [])

    def without(self, place, key):
        kind = "lesson" if "lesson" in place else "quiz"
        name = (kind, place[kind])
        if name not in self.course:
            return {}
        changed = copy.deepcopy(self.course[name])
        documents = {name: changed}
        text, _ = text_and_sources(documents, place)
        if key != "cite" and isinstance(text, dict):
            text[key] = text[key].replace(place[key], "")
            return documents
        gone = json.dumps(place[key], ensure_ascii=False)[1:-1]
        return {name: json.loads(json.dumps(changed, ensure_ascii=False).replace(gone, "-"))}


if __name__ == "__main__":
    unittest.main()
