"""Writes the tables of keys in docs/authoring.md after the schemas; called by `make schemas`.

A table stands between two comments, the first of which names an object of a schema by its title:

    <!-- keys: lesson: host -->
    <!-- keys: lesson: 'send' entry; only after when -->
    <!-- keys: lesson: timeline entry; not after when -->
    <!-- /keys -->

An object that is told apart by its verb or its kind gets one table for all of them. With --check nothing is written, and the exit
status says whether something would have been.
"""

import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "authoring.md"
REGION = re.compile(r"<!-- keys: (\w+): ([^;]*?)(?:; (only|not) ([^>]*?))? -->\n(?:\|.*\n)*<!-- /keys -->")

# What the page calls a definition that no table describes.
WORDS = {
    "id": "id", "text": "text", "duration": "duration", "citations": "citation", "fields": "object of field → value",
    "pair": "list of two ids", "payload": 'size or `{ "text": string }`', "formula": "whole number or expression",
    "fault": "[fault](#faults)", "faults": "list of [faults](#faults)", "timeline": "list of [entries](#the-timeline)",
    "steps": "list of [steps](#steps)", "oneRightChoice": "list of [choices](#choices)",
    "rightChoices": "list of [choices](#choices)", "participants": "list of [participants](#participants)",
}

# What a pattern's message begins with, and what the page calls such a string.
PATTERNS = {
    "Write a size with its unit: ": "size", "Write a size with its unit, such as 64kB, or all": 'size or `"all"`',
    "Write a duration with its unit, such as 60s, or forever": 'duration or `"forever"`',
    "Write a bandwidth": "bandwidth", "Write an IPv4 address": "address", "Write the id of a host": "host and port",
    "The text is empty": "string",
}


def plural(word):
    """Several of what a type is called; of a link, its words."""
    if word.startswith("list of"):
        return word.replace("list", "lists", 1)
    noun, rest = re.fullmatch(r"(\[[^]]*|.*)(.*)", word).groups()
    ending = "" if noun[0].isdigit() else "es" if noun.endswith(("s", "ch")) else "s"
    return noun + ending + rest


class Schema:
    """A schema, and its closed objects by title."""

    def __init__(self, kind):
        self.root = json.loads((ROOT / "schemas" / f"{kind}.schema.json").read_text())
        self.objects = {}
        self.visit(self.root)

    def visit(self, node):
        if isinstance(node, dict):
            isClosed = node.get("additionalProperties") is False and node.get("title", "Text") not in ("Text", "payload")
            if isClosed or self.kinds(node):
                self.objects.setdefault(node["title"], []).append(node)
        for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            self.visit(child)

    def kinds(self, node):
        """The definitions among which a verb or a kind chooses."""
        branches = [branch["then"]["$ref"] for branch in node.get("allOf", []) if "$ref" in branch.get("then", {})]
        return [self.root["$defs"][reference.split("/")[-1]] for reference in branches]

    def type(self, node, links):
        """What the page calls the type of a value."""
        reference = node.get("$ref", "").split("/")[-1]
        if reference in WORDS:
            return WORDS[reference]
        if reference:
            node = self.root["$defs"][reference]
        if node.get("title") in links:
            title = node["title"].strip("'")
            return f"[{title}](#{links[node['title']]})"
        if "const" in node:
            return f"`{json.dumps(node['const'])}`"
        if "enum" in node:
            words = node["enum"]
            if "ESTABLISHED" in words:
                return "state of TCP" + (' or `"any"`' if "any" in words else "")
            return ", ".join(f'`"{word}"`' for word in words)
        if node["type"] == "array":
            # What stands in a list of variants depends on the rest of the lesson.
            item = node.get("items", {"title": node["title"].lower().removesuffix("s")})
            word = self.type(item, links)
            return "list of " + (word if word.startswith("`") else plural(word))
        if node["type"] == "integer":
            low, high = node["minimum"], node["maximum"]
            if (low, high) == (1, 65_535):
                return "port"
            return f"{low} to {high}" if high < 2**62 else "whole number"
        if node["type"] == "string":
            message = node.get("patternErrorMessage", "")
            return next((word for start, word in PATTERNS.items() if message.startswith(start)), "string")
        if node["type"] == "object":
            rows = node["additionalProperties"]
            return "object of name → " + self.type(rows, links)
        if node["type"] == "boolean":
            return "`true` or `false`"
        if "none" in node.get("pattern", ""):
            return f'{node["minimum"]} to {node["maximum"]}, or `"none"`'
        raise SystemExit(f"key_tables.py has no word for {json.dumps(node)}")


def inline(value):
    """JSON as the page writes it."""
    if isinstance(value, dict) and value:
        return "{ " + ", ".join(f"{json.dumps(k, ensure_ascii=False)}: {inline(v)}" for k, v in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def code(value):
    """JSON between as many backticks as it needs."""
    text = inline(value)
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def example(node, type):
    """A value that can stand there; what is an object of its own has an example where it is described."""
    usual = node.get("default")
    if "examples" in node:
        return code(node['examples'][0])
    if "const" in node:
        return code(node['const'])
    if "enum" in node:
        return code(next(word for word in node['enum'] if word != usual))
    if node.get("type") == "boolean":
        return code(usual is not True)
    if "](#" in type:
        return "see there"
    return None


def table(schema, title, links, choice, missing):
    """The rows of a table about all objects of a title."""
    nodes = schema.objects[title]
    only, names = choice
    wanted = lambda key: (key in names) == (only == "only") if only else True

    def rows(nodes):
        for key, value in nodes[0]["properties"].items():
            if not wanted(key):
                continue
            types = dict.fromkeys(schema.type(node["properties"][key], links) for node in nodes)
            word = " or ".join(types)
            shown = example(value, word)
            if shown is None:
                missing.append(f"{title}: {key} ({word})")
            usual = "required" if key in nodes[0].get("required", []) else (
                code(value['default']) if "default" in value else "–")
            yield key, [word, usual, shown or "", value["description"]]

    kinds = schema.kinds(nodes[0])
    if not kinds:
        head = ["key", "type", "default", "example", "meaning"]
        body = [[f"`{key}`"] + cells for key, cells in rows(nodes)]
    else:
        head = ["", "key", "type", "default", "example", "meaning"]
        body = []
        for kind in kinds:
            name = kind["title"].split("'")[1]
            for index, (key, cells) in enumerate(rows([kind])):
                if index == 0:
                    # What the whole is, then what is special about its verb.
                    told = dict.fromkeys([kind["description"], cells[-1]])
                    cells[-1] = " ".join(sentence for sentence in told if sentence != "Write true.")
                body.append([f"**{name}**" if index == 0 else "", f"`{key}`"] + cells)
    lines = [head, ["---"] * len(head)] + body
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def page(text):
    """The page with its tables as the schemas have them."""
    schemas = {kind: Schema(kind) for kind in ("lesson", "quiz", "course")}
    links, heading = {}, ""
    for line in text.splitlines():
        if line.startswith("#"):
            heading = re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-")
        elif found := re.match(r"<!-- keys: \w+: ([^;]*?)(;| -->)", line):
            links.setdefault(found[1], heading)
    missing = []

    def fill(region):
        kind, title, only, names = region.groups()
        schema = schemas[kind]
        if title not in schema.objects:
            raise SystemExit(f"the schema of a {kind} knows no {title}")
        head = region[0].split("\n")[0]
        return f"{head}\n{table(schema, title, links, (only, (names or '').split()), missing)}<!-- /keys -->"

    filled = REGION.sub(fill, text)
    verbs = {kind["title"] for schema in schemas.values() for nodes in schema.objects.values() for node in nodes
             for kind in schema.kinds(node) if node["title"] in links}
    lost = {title for schema in schemas.values() for title in schema.objects} - links.keys() - verbs
    faults = [f"no table describes: {title}" for title in sorted(lost)]
    faults += [f"without an example: {place}" for place in dict.fromkeys(missing)]
    return filled, faults


def main():
    text = PAGE.read_text()
    filled, faults = page(text)
    for fault in faults:
        print(fault, file=sys.stderr)
    if "--check" in sys.argv[1:]:
        if filled != text:
            print("docs/authoring.md is not as the schemas are; run 'make schemas'", file=sys.stderr)
        return 1 if faults or filled != text else 0
    PAGE.write_text(filled)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
