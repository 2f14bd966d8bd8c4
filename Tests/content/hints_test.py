"""Who is stuck gets a nudge, and not the answer."""

import json
import pathlib
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
#: Pairs give each other away, who recalls grades himself, and a challenge has the hint of its lesson.
WITHOUT = {"match", "recall", "challenge"}


def questions():
    for path in sorted((ROOT / "quizzes").glob("*.json")):
        for question in json.loads(path.read_text())["questions"]:
            if question["kind"] not in WITHOUT:
                yield f"{path.stem}#{question['id']}", question


def words(text, language):
    return (text if isinstance(text, str) else text[language]).lower()


def answers(question, language):
    """What would answer the question, where that is words: short ones stand in any sentence."""
    choices = [choice["text"] for choice in question.get("choices", []) if choice.get("right")]
    texts = choices + question.get("accept", [])
    return [words(text, language) for text in texts if len(words(text, language)) > 3]


class Hints(unittest.TestCase):
    def test_every_question_has_one_that_is_more_than_its_pairs_or_points(self):
        self.assertEqual([place for place, question in questions() if not question.get("hints")], [])

    def test_none_holds_the_answer(self):
        told = [
            (place, answer) for place, question in questions() for language in ("en", "zh")
            for hint in question.get("hints", []) for answer in answers(question, language) if answer in words(hint, language)]
        self.assertEqual(told, [])

    def test_none_is_said_twice_in_a_question(self):
        for place, question in questions():
            hints = [words(hint, "en") for hint in question.get("hints", [])]
            self.assertEqual(len(hints), len(set(hints)), place)

    def test_every_challenge_has_one(self):
        for path in sorted((ROOT / "lessons").glob("*.json")):
            for challenge in json.loads(path.read_text()).get("challenges", []):
                self.assertIn("hint", challenge, f"{path.stem}#{challenge['id']}")


if __name__ == "__main__":
    unittest.main()
