"""The schemas and the decoder, each judging the other: JSON Schema as an outside judge sees it, and the program."""

import copy
import json
import os
import pathlib
import random
import re
import subprocess
import tempfile
import unittest

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("NETARIUM", str(ROOT / ".build" / "release" / "netarium"))
KINDS = ["lesson", "quiz", "course"]
COURSES = [ROOT, ROOT / "Tests" / "schemas" / "course"]

# How many mutants there are of each file, and where their choice comes from; `make fuzz` tries many more.
MUTANTS = int(os.environ.get("MUTANTS", 10))
SEED = int(os.environ.get("MUTANTS_SEED", 20_269))


def ecma_pattern(validator, pattern, instance, schema):
    """`pattern` as ECMA-262 has it, where $ is the end of the text and nothing before it."""
    if validator.is_type(instance, "string") and not re.search(re.sub(r"\$(?=\)|$)", r"\\Z", pattern), instance):
        yield jsonschema.ValidationError(f"{instance!r} does not match {pattern!r}")


Validator = jsonschema.validators.extend(jsonschema.Draft202012Validator, {"pattern": ecma_pattern})


def schema(kind):
    return json.loads((ROOT / "schemas" / f"{kind}.schema.json").read_text())


def files():
    """Every shipped document, and those that use every key: kind, path, contents."""
    for course in COURSES:
        for kind, pattern in (("lesson", "lessons/*.json"), ("quiz", "quizzes/*.json"), ("course", "course.json")):
            for path in sorted(course.glob(pattern)):
                yield kind, path, json.loads(path.read_text())


def places(node, path=()):
    """The paths of all values in a document."""
    yield path
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield from places(value, path + (key,))


def at(document, path):
    for key in path:
        document = document[key]
    return document


def changed(document, path, change):
    """A copy of the document with what stands at the path changed."""
    if not path:
        return change(copy.deepcopy(document))
    document = copy.deepcopy(document)
    owner = at(document, path[:-1])
    owner[path[-1]] = change(owner[path[-1]])
    return document


def dropped(document, path):
    document = copy.deepcopy(document)
    del at(document, path[:-1])[path[-1]]
    return document


def renamed(document, path, name):
    """The document with a key renamed, in its place."""
    def rename(owner):
        return {name if key == path[-1] else key: value for key, value in owner.items()}
    return changed(document, path[:-1], rename)


def misspelled(random, word):
    place = random.randrange(len(word))
    return random.choice([word[:place] + word[place + 1:], word + "s", word[:place] + "q" + word[place:], word.upper()])


def replacements(random, value):
    """Values of every other type, and near misses of the same."""
    yield from [None, True, False, 0, -1, 7, 1.5, 10**30, "", " ", "x", "Any word", [], {}, [value], {"en": value}]
    if isinstance(value, str) and value:
        place = random.randrange(len(value))
        yield from [
            value[:place] + value[place + 1:], value + value, value + " ", value + "\n", "0" + value,
            value[:place] + random.choice("0aA.:/-( )\u00a7\u00e9") + value[place:], value.replace(" ", "")]
    if isinstance(value, list):
        yield from [value + value, value[1:], value[:1], value + [None]]
    if isinstance(value, int):
        yield from [-value, value * 100, value * 10**9, str(value)]


def goes_elsewhere(path, value):
    """Whether a value is a slider's: what it must be depends on where in the scenario it goes, which no schema can say."""
    is_slid = any(key == "sliders" and path[place + 2:place + 3] in (("values",), ("start",)) for place, key in enumerate(path))
    return is_slid and isinstance(value, (str, int)) and not isinstance(value, bool)


def mutants(random, document):
    """All that can be done to a document, each with words for it."""
    for path in places(document):
        value = at(document, path)
        words = "/".join(map(str, path))
        if path and isinstance(at(document, path[:-1]), dict):
            yield f"without {words}", lambda path=path: dropped(document, path)
            name = misspelled(random, path[-1])
            if name not in at(document, path[:-1]) and name:
                yield f"{name} for {words}", lambda path=path, name=name: renamed(document, path, name)
        if isinstance(value, dict):
            yield f"a new key in {words}", lambda path=path: changed(document, path, lambda node: {**node, "zzz": 1})
            other = random.choice(KNOWN_KEYS)
            yield f"{other} in {words}", lambda path=path, key=other: changed(
                document, path, lambda node: {**node, key: random.choice([True, "1s", "client", 1, []])})
        for new in replacements(random, value):
            if goes_elsewhere(path, new):
                continue
            yield f"{words} = {json.dumps(new)[:80]}", lambda path=path, new=new: changed(document, path, lambda _: new)


# Keys that mean something somewhere, to be put where they mean nothing.
KNOWN_KEYS = sorted({key for kind in KINDS for node in [json.loads((ROOT / "schemas" / f"{kind}.schema.json").read_text())]
                     for path in places(node) if path and path[-1] == "properties" for key in at(node, path)
                     if isinstance(at(node, path), dict)})


SCRIPTED, SIMULATED, QUIZ, COURSE = ("lesson", "lessons/scripted.json"), ("lesson", "lessons/simulated.json"), (
    "quiz", "quizzes/every-kind.json"), ("course", "course.json")
GONE = object()


def leaves(errors):
    """The messages of errors, and of those that are their reasons."""
    for error in errors:
        yield error.message
        yield from leaves(error.context)


# What an author does wrong: where, what stands there then, and what an editor and the program say of it.
BROKEN = [
    (SCRIPTED, "summary", GONE, "'summary' is a required property", "a lesson needs 'summary'"),
    (SCRIPTED, "sumary", "S", "('sumary' was unexpected)", "a lesson has no key 'sumary'"),
    (SCRIPTED, "id", "Not An Id", "does not match '^[a-z0-9-]+$'", "'Not An Id' is no id"),
    (SCRIPTED, "format", 2, "1 was expected", "format 2 is not known"),
    (SCRIPTED, "minutes", "3", "'3' is not of type 'integer'", "expected a whole number"),
    (SCRIPTED, "minutes", 601, "601 is greater than the maximum of 600", "601 is out of range"),
    (SCRIPTED, "delay", 20, "20 is not of type 'string'", "expected a duration"),
    (SCRIPTED, "delay", "20 msec", "'20 msec' does not match", "'20 msec' is no duration"),
    (SCRIPTED, "title", {"en": "T", "de": "T"}, "('de' was unexpected)", "no language 'de'"),
    (SCRIPTED, "title", "", "'' does not match", "the text is empty"),
    (SCRIPTED, "scenario", {}, "False schema does not allow", "'scenario' and 'participants' exclude each other"),
    (SCRIPTED, "steps", [], "False schema does not allow", "'steps' belongs to a simulation"),
    (SCRIPTED, "myths/0/cite", "RFC9293 3.5", "'RFC9293 3.5' does not match", "'RFC9293 3.5' is no citation"),
    (SCRIPTED, "timeline/3/at", GONE, "'at' is a required property", "a 'state' entry needs 'at'"),
    (SCRIPTED, "timeline/27/times", 21, "21 is greater than the maximum of 20", "21 is out of range"),
    (SCRIPTED, "timeline/29/alternatives/1/id", GONE, "'id' is a required property", "an alternative needs 'id'"),
    (SCRIPTED, "timeline/2/form", "client", "('form' was unexpected)", "a 'send' entry has no key 'form'"),
    (SCRIPTED, "timeline/2/state", "CLOSED", "('state' was unexpected)", "'state' needs an entry of its own"),
    (SCRIPTED, "timeline/2/when", "9s", None, None),
    (SCRIPTED, "timeline/2/ask/choices/0/right", False, "'because' is a required property", "needs a 'because' of its own"),
    (SCRIPTED, "timeline/1/say", GONE, "'say' is a dependency of 'cite'", "'cite' belongs to a step"),
    (SCRIPTED, "timeline/3", {"after": "1s"}, "'send' is a required property", "a timeline entry needs one of 'send'"),
    (SCRIPTED, "timeline/6/fires", True, "is valid under each of", "a timer needs exactly one of"),
    (SCRIPTED, "timeline/12/say", "Words.", "'title' is a dependency of 'say'", "'say' needs one thing that happens"),
    (SCRIPTED, "timeline/11/after", "1s", "False schema does not allow '10s'", "'after' and 'when' exclude each other"),
    (SIMULATED, "scenario/hosts", [], "[] ", "needs at least 1, has 0"),
    (SIMULATED, "scenario/hosts/0/address", "192.0.2.256", "does not match", "is no IPv4 address"),
    (SIMULATED, "scenario/do/17/connect", "server:65536", "does not match", "is no host and port"),
    (SIMULATED, "scenario/do/1/accept", False, "True was expected", "expected true"),
    (SIMULATED, "scenario/links/0/between/1", "client", "has non-unique elements", "joins two different participants"),
    (SIMULATED, "steps/0/on/state", "CLOSED", "('state' was unexpected)", "'sent' and 'state' exclude each other"),
    (SIMULATED, "steps/3/on/state", "OPEN", "'OPEN' is not one of", "'OPEN' is not known here"),
    (SIMULATED, "challenges/0/solution", [], "[] ", "needs at least 1, has 0"),
    (QUIZ, "questions/0/kind", "choise", "'choise' is not one of", "'choise' is not known here"),
    (QUIZ, "questions/0/items", ["1", "2", "3"], "('items' was unexpected)", "has no key 'items'"),
    (QUIZ, "questions/0/choices/1/right", True, "Too many items match", "2 choices are right"),
    (QUIZ, "questions/3/given/2x", {"random": [1, 2]}, "'2x' does not match", "'2x' is no name"),
    (COURSE, "tracks/0/lessons/0", "../simulated", "does not match '^[a-z0-9-]+$'", "'../simulated' is no id"),
]


class Schemas(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.validators = {kind: Validator(schema(kind)) for kind in KINDS}

    def judged_by_program(self, kind, paths):
        """The files whose form the program finds wrong, each with what it says."""
        faults = {}
        for start in range(0, len(paths), 400):
            ended = subprocess.run(
                [BINARY, "schema", kind, *map(str, paths[start:start + 400])], capture_output=True, text=True, timeout=300)
            self.assertIn(ended.returncode, (0, 1), ended.stderr)
            self.assertEqual(ended.stderr, "")
            for line in ended.stdout.splitlines():
                if found := re.match(r"(/\S+\.json):(\d+:\d+: \w+: .*)", line):
                    faults.setdefault(found[1], []).append(found[2])
        return faults

    def disagreements(self, cases):
        """Judges cases (kind, words, document) by both; answers where they differ, and how many were refused."""
        found, refused = [], 0
        with tempfile.TemporaryDirectory(prefix="netarium-test-") as directory:
            written = {}
            for number, (kind, words, document) in enumerate(cases):
                path = pathlib.Path(directory, str(number), "x.json")
                path.parent.mkdir()
                path.write_text(json.dumps(document, ensure_ascii=False))
                written.setdefault(kind, []).append((path, words, document))
            for kind, batch in written.items():
                faults = self.judged_by_program(kind, [path for path, _, _ in batch])
                for path, words, document in batch:
                    said = faults.get(str(path), [])
                    if self.validators[kind].is_valid(document) == (not said):
                        refused += bool(said)
                        continue
                    error = jsonschema.exceptions.best_match(self.validators[kind].iter_errors(document))
                    theirs = f"{list(error.absolute_path)} {error.message[:200]}" if error else "nothing"
                    found.append(f"{words}\n    schema: {theirs}\n    program: {said[:3] or 'nothing'}")
        return found, refused

    def test_the_files_are_what_the_program_prints(self):
        for kind in KINDS:
            printed = subprocess.run([BINARY, "schema", kind], capture_output=True, text=True, check=True).stdout
            self.assertEqual(printed, (ROOT / "schemas" / f"{kind}.schema.json").read_text(), "run 'make schemas'")

    def test_they_are_schemas_and_name_no_web_host_of_ours(self):
        for kind in KINDS:
            jsonschema.Draft202012Validator.check_schema(schema(kind))
            self.assertEqual(schema(kind)["$id"], f"{kind}.schema.json")

    def test_every_key_says_what_it_is(self):
        for kind in KINDS:
            document = schema(kind)
            for path in places(document):
                if not path or path[-1] != "properties" or {"if", "then", "else", "dependentSchemas", "oneOf"} & set(path):
                    continue
                if "contains" in path:
                    continue
                for key, value in at(document, path).items():
                    self.assertTrue(value.get("title") and value.get("description"), f"{kind}: {path} {key}")

    def test_what_is_referred_to_is_there_and_nothing_else(self):
        for kind in KINDS:
            document = schema(kind)
            named = {at(document, path) for path in places(document) if path and path[-1] == "$ref"}
            self.assertEqual(named, {f"#/$defs/{name}" for name in document["$defs"]})

    def test_every_default_and_example_fits(self):
        for kind in KINDS:
            document = schema(kind)
            for path in places(document):
                node = at(document, path)
                if not isinstance(node, dict) or "properties" in path[-1:]:
                    continue
                if "caption" in node or not ({"$ref", "type", "enum", "const"} & set(node)):
                    continue
                validator = Validator({**node, "$defs": document["$defs"], "$id": "part.json"})
                examples = node.get("examples", [])
                for value in (examples if isinstance(examples, list) else []) + ([node["default"]] if "default" in node else []):
                    validator.validate(value)

    def test_the_page_for_authors_has_every_key_with_an_example(self):
        made = subprocess.run(
            ["python3", str(ROOT / "docs" / "key_tables.py"), "--check"], capture_output=True, text=True, check=False)
        self.assertEqual((made.returncode, made.stdout, made.stderr), (0, "", ""))

    def test_the_course_is_well_formed_to_both(self):
        found, refused = self.disagreements((kind, str(path), document) for kind, path, document in files())
        self.assertEqual((found, refused), ([], 0))

    def test_every_shipped_document_tells_an_editor_its_schema(self):
        for kind, path, document in files():
            target = (path.parent / document["$schema"]).resolve()
            self.assertEqual(target, ROOT / "schemas" / f"{kind}.schema.json", path)

    def test_what_authors_do_wrong_is_said_in_words_by_both(self):
        cases = []
        for (kind, name), where, value, theirs, ours in BROKEN:
            document = json.loads((COURSES[1] / name).read_text())
            path = tuple(int(part) if part.isdigit() else part for part in where.split("/"))
            if value is GONE:
                document = dropped(document, path)
            else:
                at(document, path[:-1])[path[-1]] = value
            cases.append((kind, where, document, theirs, ours))
        with tempfile.TemporaryDirectory(prefix="netarium-test-") as directory:
            for number, (kind, where, document, theirs, ours) in enumerate(cases):
                path = pathlib.Path(directory, f"{number}.json")
                path.write_text(json.dumps(document))
                said = " / ".join(self.judged_by_program(kind, [path]).get(str(path), []))
                errors = " / ".join(leaves(self.validators[kind].iter_errors(document)))
                self.assertEqual((bool(said), bool(errors)), (bool(ours), bool(theirs)), f"{where}: {said} {errors}")
                self.assertIn(ours or "", said, where)
                self.assertIn(theirs or "", errors, where)

    def test_mutants_are_judged_alike(self):
        chance = random.Random(SEED)
        cases = []
        for kind, path, document in files():
            everything = list(mutants(chance, document))
            # Lessons are large and much alike; what is small is changed in more places.
            count = MUTANTS if path.is_relative_to(ROOT / "lessons") else 3 * MUTANTS
            for words, make in chance.sample(everything, min(count, len(everything))):
                cases.append((kind, f"{path.relative_to(ROOT)}: {words}", make()))
        found, refused = self.disagreements(cases)
        self.assertEqual(found, [], f"\n{len(found)} of {len(cases)} are judged differently:\n" + "\n".join(found[:40]))
        self.assertGreater(refused, len(cases) // 4)


if __name__ == "__main__":
    unittest.main()
