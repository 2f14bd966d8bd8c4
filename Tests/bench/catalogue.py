"""The catalogue of a thousand lessons beside one of ten: the first frame, and the first key that is answered."""

import json
import os
import pathlib
import statistics
import tempfile
import time

import check

COUNTS = (10, 1000)
#: Milliseconds of a frame at 60 Hz.
FRAME = 1000 / 60


def write(directory, count):
    """A course of `count` lessons, each with a quiz of one question."""
    folders = [pathlib.Path(directory, name) for name in ("lessons", "quizzes")]
    for folder in folders:
        folder.mkdir(parents=True)
    for number in range(count):
        lesson = check.lesson(number)
        # The order of a quiz's lesson must stand at the beginning of its file, as everywhere.
        lesson = {key: lesson[key] for key in ("format", "id", "track", "order", "minutes")} | {"quiz": lesson["id"]} | lesson
        quiz = {
            "format": 1, "id": lesson["id"], "lesson": lesson["id"], "title": lesson["title"],
            "questions": [
                {"id": "sum", "kind": "number", "ask": {"en": "One and one?", "zh": "一加一等于几？"}, "answer": 2,
                 "because": {"en": "One follows one.", "zh": "一后面是二。"}, "cite": "RFC 9110 §1"},
            ],
        }
        for folder, document in zip(folders, (lesson, quiz)):
            (folder / f"{lesson['id']}.json").write_text(json.dumps(document, ensure_ascii=False, indent=1))


def until(terminal, wanted):
    """Milliseconds from the start of the program until `wanted` has come."""
    data, deadline = b"", time.perf_counter() + 20
    while wanted not in data and time.perf_counter() < deadline:
        data += terminal.read(0.002, 0.05)[0]
    if wanted not in data:
        raise SystemExit(f"bench: never on the screen: {wanted}")
    return (time.perf_counter() - terminal.start) * 1000


def bench(Terminal, binary, rounds=15):
    """Prints how long each takes; `Terminal` runs a program, `binary` is the tutor."""
    with tempfile.TemporaryDirectory(prefix="netarium-bench-") as directory:
        times = {}
        for count in COUNTS:
            write(os.path.join(directory, str(count)), count)
            times[count] = ([], [])
        for _ in range(rounds):
            for count in COUNTS:
                command = [str(binary), "--lessons", os.path.join(directory, str(count))]
                terminal = Terminal(command, os.path.join(directory, "data"))
                times[count][0].append(until(terminal, b"lessons done"))
                # The help, which needs nothing of the course.
                terminal.send(b"?")
                times[count][1].append(until(terminal, b"any"))
                terminal.close()
    few, many = ([statistics.median(values) for values in times[count]] for count in COUNTS)
    print(f"\nthe catalogue, {COUNTS[0]} and {COUNTS[1]} lessons, median of {rounds}; a frame is {FRAME:.1f} ms:")
    for name, one, other in zip(("first frame", "a key answered"), few, many):
        print(f"  {name:<15} {one:6.1f} ms {other:6.1f} ms   {(other - one) / FRAME:+.1f} frames")
