"""netarium check over thousands of generated lessons, beside Python's json reading and parsing the same bytes."""

import json
import os
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


def parse(directory: str) -> None:
    for path in sorted(pathlib.Path(directory, "lessons").iterdir()):
        json.loads(path.read_bytes())


def cpu_seconds(work) -> tuple[float, float]:
    """Wall-clock and processor time of what `work` does, in this process and those it waits for."""
    def used() -> float:
        times = os.times()
        return times.user + times.system + times.children_user + times.children_system

    begin, before = time.perf_counter(), used()
    work()
    return time.perf_counter() - begin, used() - before


def bench(counts: tuple[int, ...] = (500, 5000), rounds: int = 5) -> None:
    """Prints what a check costs beside parsing alone, and whether ten times as many lessons cost ten times as much."""
    print(f"\nnetarium check over generated lessons on {os.cpu_count()} processors, beside Python's json on the same bytes, "
          f"median of {rounds}:")
    costs = {}
    for count in counts:
        with tempfile.TemporaryDirectory(prefix="netarium-bench-") as directory:
            lessons = pathlib.Path(directory, "lessons")
            lessons.mkdir()
            size = 0
            for number in range(count):
                text = json.dumps(lesson(number), ensure_ascii=False, indent=2)
                size += len(text.encode())
                lessons.joinpath(f"generated-{number}.json").write_text(text)
            ours, python = [], []
            for _ in range(rounds):
                ours.append(cpu_seconds(lambda: subprocess.run([PROGRAM, "check", directory], check=True)))
                python.append(cpu_seconds(lambda: parse(directory)))
        (wall, cpu), (their_wall, their_cpu) = ([statistics.median(column) for column in zip(*times)] for times in (ours, python))
        costs[count] = cpu / count
        print(f"  {count:5} lessons, {size / 1e6:5.1f} MB  check {wall * 1e3:7.0f} ms  json {their_wall * 1e3:7.0f} ms"
              f"  {wall / their_wall:5.2f} x json   processor time {cpu / their_cpu:5.2f} x json, {cpu / count * 1e6:5.0f} us a lesson")
    first, last = costs[counts[0]], costs[counts[-1]]
    print(f"  a lesson among {counts[-1]} costs {last / first:4.2f} times what one among {counts[0]} does")


if __name__ == "__main__":
    bench()
