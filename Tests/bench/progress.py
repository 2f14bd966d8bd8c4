"""Loading and saving ten years of answers, beside Python's json on the same bytes.

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


def measure(folder):
    with tempfile.TemporaryDirectory(dir=folder) as directory:
        path = pathlib.Path(directory, "progress.json")
        words = subprocess.run(
            [PROGRAM, str(path), str(ROUNDS)], check=True, capture_output=True, text=True).stdout.split()
        return path.read_bytes(), int(words[1]), [float(word) for word in words[2:]]


def report():
    data, answers, (load, load_work, save, save_work) = measure("/dev/shm")
    _, _, (_, _, on_disk, _) = measure(PROGRAM.parent)
    loads, dumps = python(data)
    print(f"progress of ten years: {answers} answers, {len(data) / 1e6:.1f} MB")
    print(f"  load       {load:6.1f} ms, {load_work:.1f} of the processor ({load_work / loads:.2f} of Python's json.loads); a frame is {FRAME:.1f}")
    print(f"  save       {save:6.1f} ms, {save_work:.1f} of the processor ({save_work / dumps:.2f} of Python's json.dumps), without a disk")
    print(f"  save+sync  {on_disk:6.1f} ms on this disk")
    return load_work, save_work


if __name__ == "__main__":
    report()
