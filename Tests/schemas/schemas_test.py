"""The schemas and the decoder, each judging the other: JSON Schema as an outside judge sees it, and the program."""

import copy
import json
import os
import pathlib
import random
import re
import subprocess
import tempfile
import time
import unittest

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("NETARIUM", str(ROOT / ".build" / "release" / "netarium"))
KINDS = ["lesson", "quiz", "course"]
COURSES = [ROOT, ROOT / "Tests" / "schemas" / "course"]

# How many mutants there are of each file, and where their choice comes from.
MUTANTS = 70
SEED = 20_269


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
            yield f"{words} = {json.dumps(new)[:80]}", lambda path=path, new=new: changed(document, path, lambda _: new)


# Keys that mean something somewhere, to be put where they mean nothing.
KNOWN_KEYS = sorted({key for kind in KINDS for node in [json.loads((ROOT / "schemas" / f"{kind}.schema.json").read_text())]
                     for path in places(node) if path and path[-1] == "properties" for key in at(node, path)
                     if isinstance(at(node, path), dict)})


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

    def test_the_course_is_well_formed_to_both(self):
        found, refused = self.disagreements((kind, str(path), document) for kind, path, document in files())
        self.assertEqual((found, refused), ([], 0))

    def test_every_shipped_document_tells_an_editor_its_schema(self):
        for kind, path, document in files():
            if path.is_relative_to(ROOT / "Tests"):
                continue
            target = (path.parent / document["$schema"]).resolve()
            self.assertEqual(target, ROOT / "schemas" / f"{kind}.schema.json", path)

    def test_mutants_are_judged_alike(self):
        begun = time.monotonic()
        chance = random.Random(SEED)
        cases = []
        for kind, path, document in files():
            everything = list(mutants(chance, document))
            for words, make in chance.sample(everything, min(MUTANTS * (1 if path.is_relative_to(ROOT / "lessons") else 3), len(everything))):
                cases.append((kind, f"{path.relative_to(ROOT)}: {words}", make()))
        found, refused = self.disagreements(cases)
        self.assertEqual(found, [], f"\n{len(found)} of {len(cases)} are judged differently:\n" + "\n".join(found[:40]))
        self.assertGreater(refused, len(cases) // 4)
        self.assertLess(time.monotonic() - begun, 90)


if __name__ == "__main__":
    unittest.main()
