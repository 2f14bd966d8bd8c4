"""netarium check over thousands of generated lessons, beside Python's json reading and parsing the same bytes."""

import json
import pathlib
import statistics
import subprocess
import tempfile
import time

PROGRAM = pathlib.Path(__file__).resolve().parents[2] / ".build/release/netarium"


def lesson(number: int) -> dict:
    """A lesson as an author writes one: four participants, 24 messages with what belongs to them, a variant."""
    people = ["client", "proxy", "server", "store"]
    timeline = []
    for step in range(24):
        sender, receiver = people[step % 4], people[(step + 1) % 4]
        entry = {
            "send": f"request {step}", "from": sender, "to": receiver, "takes": f"{step % 7 + 1}ms",
            "fields": {"id": number * 100 + step, "size": f"{step * 100} B"},
        }
        if step % 3 == 0:
            entry |= {
                "id": f"step-{step}", "spotlight": ["id"], "cite": f"RFC 9110 §{step % 9 + 1}.1",
                "say": {
                    "en": f"The {sender} passes request `{step}` on, because *nobody* before it knew the answer.",
                    "zh": f"{sender}把请求`{step}`转出去，因为前面*没有人*知道答案。",
                },
            }
        timeline.append(entry)
        if step % 4 == 1:
            timeline.append({"state": f"BUSY-{step}", "at": receiver})
        if step % 6 == 2:
            timeline.append({"table": {"en": "cache", "zh": "缓存"}, "at": receiver, "set": {f"key {step}": f"value {number}"}})
    return {
        "format": 1, "id": f"generated-{number}", "track": "generated", "order": number, "minutes": 3,
        "title": {"en": f"Lesson number {number}", "zh": f"第{number}课"},
        "summary": {"en": "One of many lessons that a program wrote.", "zh": "由程序写出的许多课之一。"},
        "participants": [
            {"id": person, "name": {"en": person.capitalize(), "zh": person}, "address": f"192.0.2.{place + 1}:80"}
            for place, person in enumerate(people)
        ],
        "timeline": timeline,
        "variants": [
            {"id": "short", "title": {"en": "Short", "zh": "简短"}, "about": {"en": "Half of it.", "zh": "只有一半。"},
             "timeline": timeline[:len(timeline) // 2]}
        ],
        "answer": {"en": "It is passed on until somebody knows.", "zh": "一直转下去，直到有人知道。"},
    }


def seconds(work) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def parse(directory: str) -> None:
    for path in sorted(pathlib.Path(directory, "lessons").iterdir()):
        json.loads(path.read_bytes())


def main() -> None:
    print("netarium check over generated lessons, median of 5, beside Python's json on the same bytes:")
    for count in [50, 500, 5000]:
        with tempfile.TemporaryDirectory() as directory:
            lessons = pathlib.Path(directory, "lessons")
            lessons.mkdir()
            size = 0
            for number in range(count):
                text = json.dumps(lesson(number), ensure_ascii=False, indent=2)
                size += len(text.encode())
                lessons.joinpath(f"generated-{number}.json").write_text(text)
            ours, python = [], []
            for _ in range(5):
                ours.append(seconds(lambda: subprocess.run([PROGRAM, "check", directory], check=True)))
                python.append(seconds(lambda: parse(directory)))
            mine, theirs = statistics.median(ours), statistics.median(python)
            print(f"  {count:5} lessons, {size / 1e6:5.1f} MB  check {mine * 1e3:8.1f} ms  json {theirs * 1e3:8.1f} ms"
                  f"  {mine / theirs:5.2f} x json  {mine / count * 1e6:6.0f} us a lesson")


if __name__ == "__main__":
    main()
