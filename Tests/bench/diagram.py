"""A sequence diagram of 2,000 messages as SVG, beside mscgen and PlantUML: the same participants, messages and labels in each one's language."""

import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree

PROGRAM = pathlib.Path(__file__).resolve().parents[2] / ".build/release/netarium"
MESSAGES = 2000
PEOPLE = ["client", "proxy", "server", "store"]
ROUNDS = 5


def messages(count: int) -> list[tuple[str, str, str]]:
    """Who sends what to whom: up the row and down again, so that arrows are long and short and go both ways."""
    way = [0, 1, 2, 3, 2, 1, 0, 2, 1, 3]
    return [(PEOPLE[way[n % 10]], PEOPLE[way[(n + 1) % 10]], f"request {n}") for n in range(count)]


def lesson(count: int) -> str:
    return json.dumps({
        "format": 1, "id": "long", "track": "bench", "title": "Long", "summary": "Many messages.",
        "participants": [{"id": person, "name": person} for person in PEOPLE],
        "timeline": [{"send": label, "from": sender, "to": receiver} for sender, receiver, label in messages(count)],
    })


def msc(count: int) -> str:
    arrows = "".join(f'  {sender} => {receiver} [label="{label}"];\n' for sender, receiver, label in messages(count))
    return "msc {\n  " + ", ".join(PEOPLE) + ";\n" + arrows + "}\n"


def plantuml(count: int) -> str:
    people = "".join(f"participant {person}\n" for person in PEOPLE)
    return "@startuml\n" + people + "".join(f"{s} -> {r} : {label}\n" for s, r, label in messages(count)) + "@enduml\n"


def check(picture: str, count: int) -> None:
    """Every message must be in the picture, or the comparison means nothing."""
    text = " ".join(xml.etree.ElementTree.fromstring(picture).itertext()).replace("\xa0", " ")
    words = set(" ".join(text.split()).replace("request ", "request-").split())
    missing = [label for _, _, label in messages(count) if label.replace(" ", "-") not in words]
    if missing:
        sys.exit(f"bench: {len(missing)} of {count} messages are not in the picture, the first '{missing[0]}'")


def bench(count: int = MESSAGES, rounds: int = ROUNDS) -> None:
    """Prints how long each takes, start of the program included, and the ratios to ours."""
    absent = [name for name in ("mscgen", "plantuml") if shutil.which(name) is None]
    if absent:
        sys.exit(f"bench: {' and '.join(absent)} are needed (apt-get install {' '.join(absent)})")
    with tempfile.TemporaryDirectory(prefix="netarium-bench-") as directory:
        folder = pathlib.Path(directory)
        folder.joinpath("lessons").mkdir()
        folder.joinpath("lessons", "long.json").write_text(lesson(count))
        folder.joinpath("long.msc").write_text(msc(count))
        folder.joinpath("long.puml").write_text(plantuml(count))
        # PlantUML clips a picture at 4096 pixels unless it is told otherwise.
        environment = os.environ | {"PLANTUML_LIMIT_SIZE": "200000", "XDG_DATA_HOME": directory}
        commands = {
            "netarium": [PROGRAM, "render", "long", "--lessons", folder, "--screen", "ladder", "--format", "svg",
                         "-o", folder / "netarium.svg"],
            "mscgen": ["mscgen", "-T", "svg", "-i", folder / "long.msc", "-o", folder / "mscgen.svg"],
            "PlantUML": ["plantuml", "-tsvg", "-pipe"],
        }
        times = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                given = folder.joinpath("long.puml").read_text() if name == "PlantUML" else ""
                begin = time.perf_counter()
                ended = subprocess.run(command, input=given, capture_output=True, text=True, env=environment)
                times[name].append(time.perf_counter() - begin)
                if ended.returncode != 0:
                    sys.exit(f"bench: {name} failed: {ended.stderr[:500]}")
                if name == "PlantUML":
                    folder.joinpath("PlantUML.svg").write_text(ended.stdout)
        medians = {name: statistics.median(values) for name, values in times.items()}
        print(f"\na diagram of {count} messages as SVG, median of {rounds}, start of the program included:")
        for name, value in medians.items():
            picture = folder.joinpath(f"{name}.svg").read_text()
            check(picture, count)
            print(f"  {name:<9} {value * 1e3:8.1f} ms   {value / medians['netarium']:5.2f} x netarium   "
                  f"{len(picture.encode()) / 1e6:5.2f} MB")


if __name__ == "__main__":
    bench(int(sys.argv[1]) if len(sys.argv) > 1 else MESSAGES)
