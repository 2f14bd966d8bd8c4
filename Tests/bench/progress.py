"""Loading and saving ten years of answers, beside Python's json on the same bytes, and grading beside py-fsrs.

Where nothing is brought to a disk (/dev/shm) everything but fsync is measured; on the disk of the build, everything.
"""

import json
import pathlib
import statistics
import subprocess
import tempfile
import time

PROGRAM = pathlib.Path(__file__).resolve().parents[2] / ".build/release/ProgressBench"
ROUNDS = 41
#: Milliseconds of a frame at 60 Hz.
FRAME = 1000 / 60


def python(data):
    """Milliseconds of processor time of json.loads and json.dumps, the middle of the rounds."""
    loading, saving = [], []
    for _ in range(ROUNDS):
        start = time.process_time()
        document = json.loads(data)
        middle = time.process_time()
        json.dumps(document, indent=2, ensure_ascii=False).encode()
        loading.append((middle - start) * 1000)
        saving.append((time.process_time() - middle) * 1000)
    return statistics.median(loading), statistics.median(saving)


#: Where ./test puts py-fsrs.
FSRS = pathlib.Path(__file__).resolve().parents[2] / ".build/oracles/bin/python"

REVIEWING = """
import datetime, fsrs, time
scheduler, card = fsrs.Scheduler(enable_fuzzing=True), fsrs.Card()
begin = time.process_time()
for day in range(1000):
    when = datetime.datetime(2026, 11, 21, tzinfo=datetime.timezone.utc) + datetime.timedelta(days=day)
    card, _ = scheduler.review_card(card, fsrs.Rating.Again if day % 8 == 0 else fsrs.Rating.Good, when)
print((time.process_time() - begin) * 1000)
"""


def py_fsrs():
    """Milliseconds of processor time in which py-fsrs reviews a card a thousand times."""
    if not FSRS.exists():
        raise SystemExit("bench: py-fsrs is not there yet; ./test sets it up")
    return statistics.median(
        float(subprocess.run([FSRS, "-c", REVIEWING], check=True, capture_output=True, text=True).stdout) for _ in range(5))


def measure(folder):
    with tempfile.TemporaryDirectory(dir=folder) as directory:
        path = pathlib.Path(directory, "progress.json")
        words = subprocess.run(
            [PROGRAM, str(path), str(ROUNDS)], check=True, capture_output=True, text=True).stdout.split()
        return path.read_bytes(), int(words[1]), [float(word) for word in words[2:]]


def report():
    data, answers, (load, load_work, save, save_work, _, grading) = measure("/dev/shm")
    _, _, (_, _, on_disk, *_) = measure(PROGRAM.parent)
    (loads, dumps), fsrs = python(data), py_fsrs()
    print(f"progress of ten years: {answers} answers, {len(data) / 1e6:.1f} MB")
    print(f"  load       {load:6.1f} ms, {load_work:.1f} of the processor ({load_work / loads:.2f} of Python's json.loads); a frame is {FRAME:.1f}")
    print(f"  save       {save:6.1f} ms, {save_work:.1f} of the processor ({save_work / dumps:.2f} of Python's json.dumps), without a disk")
    print(f"  save+sync  {on_disk:6.1f} ms on this disk")
    print(f"  an answer graded and scheduled {grading:6.1f} us with all that is remembered of it, {grading / fsrs:.2f} of py-fsrs's bare review_card")
    return load_work, save_work


if __name__ == "__main__":
    report()
