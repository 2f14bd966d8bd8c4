"""Writes the tables of keys in docs/authoring.md after the schemas; called by `make schemas`.

A table stands between two comments, the first of which names an object of a schema by its title:

    <!-- keys: lesson: host -->
    <!-- keys: lesson: 'send' entry; only after when -->
    <!-- keys: lesson: timeline entry; not after when -->
    <!-- /keys -->

The table between '<!-- rules -->' and '<!-- /rules -->' has the ids of the simulator's rules, out of its sources.

What is told apart by its verb or its kind gets one table for all of them. Every object of the schemas must have a table, and every
key an example. With --check nothing is written; the exit status says whether something is missing or would have been written.
"""

import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "authoring.md"
KINDS = ("lesson", "quiz", "course")
REGION = re.compile(
    r"<!-- keys: (\w+): ([^;\n]*?)(?:; (only|not) ([^>\n]*?))? -->\n(?:(?!<!-- keys)[\s\S])*?<!-- /keys -->")

RULES = re.compile(r"<!-- rules -->\n[\s\S]*?<!-- /rules -->")

# What the rules of a file Rule+….swift of the simulator are about.
SUBJECTS = {
    "Network": "links, hosts, faults",
    "Programs": "what programs see",
    "Listening": "listening",
    "Opening": "opening",
    "FastOpen": "data on a SYN",
    "Transfer": "data and acknowledgments",
    "Retransmission": "the retransmission timer",
    "LossProbe": "tail loss probes",
    "Congestion": "loss without the timer",
    "Window": "a closed window",
    "Closing": "closing",
    "Reset": "RST and challenge ACKs",
    "Living": "keep-alive, ICMP to TCP",
    "UDP": "UDP",
    "IP": "IP",
    "IPValidation": "what is not accepted",
    "Filtering": "routers that filter",
    "Fragmentation": "fragments",
    "ICMP": "ICMP",
    "ARP": "ARP",
    "Switch": "switches",
}

# What the page calls a definition that has no table of its own.
DEFINITIONS = {
    "id": "id",
    "text": "text",
    "duration": "duration",
    "citations": "citation",
    "formula": "whole number or expression",
    "amount": "whole number, duration, or list of pairs of numbers",
    "payload": 'size or `{ "text": string }`',
    "fields": "object of field → value",
    "pair": "list of two ids",
    "fault": "[fault](#faults)",
    "faults": "list of [faults](#faults)",
    "timeline": "list of [entries](#the-timeline)",
    "steps": "list of [steps](#steps)",
    "pictures": "list of [pictures](#pictures)",
    "sliders": "list of [sliders](#sliders)",
    "participants": "list of [participants](#participants)",
    "oneRightChoice": "list of [choices](#choices)",
    "rightChoices": "list of [choices](#choices)",
    "anchors": "id, or list of ids",
    "item": "[item](#items)",
}

# What the page calls a string of a pattern, by the beginning of what is said of one that does not match.
PATTERNS = {
    "Write a size with its unit: ": "size",
    "Write a size with its unit, such as 64kB, or all": 'size or `"all"`',
    "Write a duration with its unit, such as 60s, or forever": 'duration or `"forever"`',
    "Write a bandwidth": "bandwidth",
    "Write an IPv4 address": "address",
    "Write the id of a host": "host and port",
    "Write control bits": "control bits",
}


def closed(node):
    """Whether these are all the keys of an object, and a table can list them."""
    return node.get("additionalProperties") is False and node.get("title", "Text") not in ("Text", "payload")


class Schema:
    """A schema, and by title the objects in it that a table can describe."""

    def __init__(self, kind):
        self.root = json.loads((ROOT / "schemas" / f"{kind}.schema.json").read_text())
        self.objects = {}
        self.collect(self.root)
        # A verb's own object is described in the table of all verbs.
        self.titles = self.objects.keys() - {
            verb["title"] for nodes in self.objects.values() for node in nodes for verb in self.verbs(node)}

    def collect(self, node):
        if isinstance(node, list):
            for item in node:
                self.collect(item)
        elif isinstance(node, dict):
            if closed(node) or self.verbs(node):
                self.objects.setdefault(node["title"], []).append(node)
            for value in node.values():
                self.collect(value)

    def definition(self, reference):
        return self.root["$defs"][reference.removeprefix("#/$defs/")]

    def verbs(self, node):
        """The definitions among which a verb or a kind chooses; none for an object that has no verb."""
        return [
            self.definition(case["then"]["$ref"]) for case in node.get("allOf", []) if "$ref" in case.get("then", {})]


class Page:
    """The page, and where it describes what."""

    def __init__(self, text):
        self.text = text
        self.schemas = {kind: Schema(kind) for kind in KINDS}
        self.faults = []
        # The heading above each object's first table, as a link writes it.
        self.anchors = {}
        anchor = ""
        for line in text.splitlines():
            if line.startswith("#"):
                anchor = re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-")
            elif found := re.match(r"<!-- keys: \w+: (.*?)(;| -->)", line):
                self.anchors.setdefault(found[1], anchor)

    def filled(self):
        """The page with all tables as the schemas have them; what is missing is then in `faults`."""
        titles = set().union(*(schema.titles for schema in self.schemas.values()))
        self.faults = [f"no table describes this object: {title}" for title in sorted(titles - self.anchors.keys())]
        if len(REGION.findall(self.text)) != self.text.count("<!-- keys: "):
            self.faults.append("a '<!-- keys: … -->' is not as it should be, or has no '<!-- /keys -->'")
        return self.text if self.faults else RULES.sub(lambda found: self.rules(), REGION.sub(self.region, self.text))

    def rules(self):
        """The ids of the simulator's rules, by what they are about."""
        files = {path.stem.removeprefix("Rule+"): path for path in ROOT.glob("Sources/Simulator/**/Rule+*.swift")}
        self.faults += [f"what are these rules about? say so in key_tables.py: {name}" for name in files.keys() - SUBJECTS.keys()]
        lines = ["| about | rules |", "| --- | --- |"]
        for name, subject in SUBJECTS.items():
            ids = re.findall(r'= Rule\(\s*"([^"]+)"', files[name].read_text())
            lines.append(f"| {subject} | {' '.join(map(code_word, ids))} |")
        return "\n".join(["<!-- rules -->"] + lines + ["<!-- /rules -->"])

    def region(self, found):
        kind, title, choice, names = found.groups()
        if title not in self.schemas[kind].objects:
            raise SystemExit(f"the schema of a {kind} has no object '{title}'")
        keys = set((names or "").split())
        wanted = {None: lambda key: True, "only": lambda key: key in keys, "not": lambda key: key not in keys}[choice]
        comment = found[0].split("\n")[0]
        return f"{comment}\n{self.table(self.schemas[kind], title, wanted)}<!-- /keys -->"

    def table(self, schema, title, wanted):
        nodes = schema.objects[title]
        verbs = schema.verbs(nodes[0])
        head = ["key", "type", "default", "example", "meaning"]
        if verbs:
            head = [""] + head
            lines = [line for verb in verbs for line in self.lines_of_verb(schema, verb, wanted)]
        else:
            lines = self.lines(schema, nodes, wanted)
        rows = [head, ["---"] * len(head)] + lines
        return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |\n" for row in rows)

    def lines_of_verb(self, schema, verb, wanted):
        """The lines of a verb; the first says what the whole is, then what is special about its value."""
        lines = self.lines(schema, [verb], wanted)
        sentences = dict.fromkeys([verb["description"], lines[0][-1]])
        lines[0][-1] = " ".join(sentence for sentence in sentences if sentence != "Write true.")
        name = verb["title"].split("'")[1]
        return [[f"**{name}**" if index == 0 else ""] + line for index, line in enumerate(lines)]

    def lines(self, schema, nodes, wanted):
        """A line for each key of an object; objects of the same title may differ in types."""
        lines = []
        for key, value in nodes[0]["properties"].items():
            if not wanted(key):
                continue
            kind = " or ".join(dict.fromkeys(self.type(schema, node["properties"][key]) for node in nodes))
            example = self.example(value, kind)
            if example is None:
                self.faults.append(f"a key without an example: {key} of {nodes[0]['title']}")
            is_required = key in nodes[0].get("required", [])
            usual = "required" if is_required else code(value["default"]) if "default" in value else "–"
            lines.append([f"`{key}`", kind, usual, example or "", value["description"]])
        return lines

    def type(self, schema, node):
        """What the page calls the type of a value; that nearly any can be a slider's is said once, in the text."""
        if "anyOf" in node and node["anyOf"][-1] == {"$ref": "#/$defs/sliderPlace"}:
            node = {key: value for key, value in node.items() if key != "anyOf"} | node["anyOf"][0]
        reference = node.get("$ref", "").removeprefix("#/$defs/")
        if reference in DEFINITIONS:
            return DEFINITIONS[reference]
        if reference:
            node = schema.definition(reference)
        if node.get("title") in self.anchors:
            name = node["title"].strip("'")
            return f"[{name}](#{self.anchors[node['title']]})"
        if "const" in node:
            return code(node["const"])
        if "enum" in node:
            words = node["enum"]
            if "ESTABLISHED" in words:
                return 'state of TCP or `"any"`' if "any" in words else "state of TCP"
            return ", ".join(map(code, words))
        match node["type"]:
            case "array":
                # What stands in a list of variants depends on the rest of the lesson.
                item = node.get("items", {"title": node["title"].lower().removesuffix("s")})
                return "list of " + plural(self.type(schema, item))
            case "integer":
                low, high = node["minimum"], node["maximum"]
                return "port" if (low, high) == (1, 65_535) else f"{low} to {high}" if high < 2**62 else "whole number"
            case "string":
                message = node.get("patternErrorMessage", "")
                return next((word for start, word in PATTERNS.items() if message.startswith(start)), "string")
            case "object":
                return "object of name → " + self.type(schema, node["additionalProperties"])
            case "boolean":
                return "`true` or `false`"
            case [one, "array"]:
                return self.type(schema, {**node, "type": one} if one == "integer" else {"type": one}) + ", or a " + self.type(schema, {**node, "type": "array"})
            case ["string", "integer"]:
                return "string or whole number"
            case ["integer", "string"] if node.get("pattern") == "^none$":
                return f'{node["minimum"]} to {node["maximum"]}, or `"none"`'
        raise SystemExit(f"key_tables.py has no word for {json.dumps(node)}")

    def example(self, node, kind):
        """A value that can stand there; what is an object of its own has an example where it is described."""
        usual = node.get("default")
        if "examples" in node:
            return code(node["examples"][0])
        if "const" in node:
            return code(node["const"])
        if "enum" in node:
            return code(next(word for word in node["enum"] if word != usual))
        if node.get("type") == "boolean":
            return code(usual is not True)
        return "see there" if "](#" in kind else None


def plural(word):
    """Several of what a type is called; of a link, of what is between its brackets."""
    if word.startswith("list of"):
        return word.replace("list", "lists", 1)
    noun, rest = re.fullmatch(r"(\[[^]]*|.*)(.*)", word).groups()
    if noun.startswith("`") or noun[0].isdigit():
        return word
    if noun == "string or whole number":
        return "strings or whole numbers"
    return noun + ("es" if noun.endswith(("s", "ch")) else "s") + rest


def code(value):
    """JSON between as many backticks as it needs."""
    text = inline(value)
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def code_word(word):
    """A word as the page writes what is typed."""
    return f"`{word}`"


def inline(value):
    """JSON as the page writes it."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{inline(key)}: {inline(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def main():
    is_check = "--check" in sys.argv[1:]
    page = Page(PAGE.read_text())
    filled = page.filled()
    if is_check and filled != page.text:
        page.faults.append("docs/authoring.md is not as the schemas are; run 'make schemas'")
    for fault in page.faults:
        print(fault, file=sys.stderr)
    if not is_check:
        PAGE.write_text(filled)
    return 1 if page.faults else 0


if __name__ == "__main__":
    sys.exit(main())
