"""The program's scheduler beside py-fsrs 6.3.2: the same histories of reviews must lead to the same memory.

`./test` puts fsrs into .build/oracles and builds the probe. Every history comes from its number, so what fails can
be looked at alone: `.build/oracles/bin/python Tests/oracles/scheduler_test.py 4711`.
"""

import itertools
import math
import random
import subprocess
import sys
import unittest
from datetime import datetime, timedelta, timezone
from pathlib import Path
from unittest import mock

from fsrs import Card, Rating, Scheduler, State
from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

ROOT = Path(__file__).resolve().parents[2]
PROBE = ROOT / ".build/debug/SchedulerProbe"
HISTORIES = 10_000
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
# Python's calendar ends with the year 9999.
LAST = datetime(6000, 1, 1, tzinfo=timezone.utc)
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000


def settings(chance):
    """A scheduler of py-fsrs: half of them with other weights than the usual ones."""

    def steps(*choices):
        return [timedelta(milliseconds=step) for step in chance.choice(choices)]

    weights = DEFAULT_PARAMETERS
    if chance.random() < 0.5:
        weights = [
            min(max(usual * chance.uniform(0.7, 1.4), lowest), highest)
            for usual, lowest, highest in zip(DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS)
        ]
    return Scheduler(
        parameters=weights,
        desired_retention=chance.choice([0.7, 0.8, 0.85, 0.9, 0.9, 0.95, 0.97]),
        learning_steps=steps(
            [], [MINUTE], [MINUTE, 10 * MINUTE], [MINUTE, 10 * MINUTE], [MINUTE, 10 * MINUTE, HOUR], [HOUR, DAY]),
        relearning_steps=steps([], [10 * MINUTE], [10 * MINUTE], [10 * MINUTE, HOUR], [MINUTE, HOUR, 2 * DAY]),
        maximum_interval=chance.choice([36_500, 36_500, 365, 100, 30, 7, 1]),
        enable_fuzzing=False,
    )


def next_review(chance, card, now):
    """When the card is answered next, and how that came about."""
    wait = max(card.due - now, timedelta())
    habit = chance.choice(["on time", "on time", "early", "late", "same day", "clock set back"])
    if habit == "on time":
        return card.due + timedelta(milliseconds=chance.randrange(0, 12 * HOUR))
    if habit == "early":
        return now + wait * chance.uniform(0, 1)
    if habit == "late":
        return card.due + wait * chance.uniform(0, 4) + timedelta(days=chance.randrange(0, 60))
    if habit == "same day":
        return now + timedelta(milliseconds=chance.randrange(0, DAY))
    return now - timedelta(milliseconds=chance.randrange(0, 3 * DAY)) if chance.random() < 0.1 else card.due


def whole_milliseconds(instant):
    return instant - timedelta(microseconds=instant.microsecond % 1000)


def milliseconds(instant):
    return (instant - EPOCH) // timedelta(milliseconds=1)


def numbers(values):
    return ",".join(repr(value) for value in values) or "-"


def told(scheduler):
    """The settings as the probe is told them."""
    steps = [
        numbers([step // timedelta(milliseconds=1) for step in each])
        for each in (scheduler.learning_steps, scheduler.relearning_steps)
    ]
    usual = scheduler.parameters == DEFAULT_PARAMETERS
    weights = "usual" if usual else numbers(map(float, scheduler.parameters))
    return f"scheduler {scheduler.desired_retention!r} {scheduler.maximum_interval} {steps[0]} {steps[1]} {weights}"


def history(seed):
    """What the probe is told, and for each review what py-fsrs says of it."""
    chance = random.Random(seed)
    scheduler = settings(chance)
    card = Card(card_id=seed, due=EPOCH)
    now = EPOCH + timedelta(milliseconds=chance.randrange(1_500_000_000_000, 1_900_000_000_000))
    weights = chance.choice([(1, 1, 1, 1), (1, 1, 8, 1), (4, 2, 2, 0), (0, 1, 4, 2)])
    lines, expected = [told(scheduler), "card"], []
    for number in range(chance.randrange(1, 31)):
        if number == 10 and chance.random() < 0.3:
            # The learner changes the settings: a card may stand at a step that there no longer is.
            scheduler = settings(chance)
            lines.append(told(scheduler))
        now = whole_milliseconds(now if number == 0 else next_review(chance, card, now))
        if now > LAST:
            break
        rating = chance.choices(list(Rating), weights)[0]
        before = scheduler.get_card_retrievability(card, now)
        card, _ = scheduler.review_card(card, rating, now)
        lines.append(f"review {milliseconds(now)} {int(rating)}")
        expected.append((before, card))
    return lines, expected


def probe(lines):
    """What the program's scheduler answers to `lines`."""
    run = subprocess.run([PROBE], input="\n".join(lines), capture_output=True, text=True, timeout=300, check=True)
    return run.stdout.splitlines()


def difference(answer, before, card):
    """What the answer of the probe and py-fsrs do not agree on; None when they agree."""
    retrievability, stage, step, stability, difficulty, due = answer.split(" ")
    found = []
    for name, mine, other in [
        ("retrievability", retrievability, before),
        ("stability", stability, card.stability),
        ("difficulty", difficulty, card.difficulty),
    ]:
        if not math.isclose(float(mine), other, rel_tol=1e-6):
            found.append(f"{name} {mine}, py-fsrs {other!r}")
    if (stage, step) != (card.state.name.lower(), "-" if card.state == State.Review else str(card.step)):
        found.append(f"stage {stage} {step}, py-fsrs {card.state.name} {card.step}")
    if abs(int(due) - milliseconds(card.due)) >= 1000:
        found.append(f"due {due}, py-fsrs {milliseconds(card.due)}")
    return "; ".join(found) or None


def compare(seeds):
    """The number of reviews compared, and a sentence for each history that differs."""
    seeds = list(seeds)
    histories = [history(seed) for seed in seeds]
    answers = iter(probe(itertools.chain.from_iterable(lines for lines, _ in histories)))
    faults, count = [], 0
    for seed, (_, expected) in zip(seeds, histories):
        # Every answer is taken, so that a difference in one history does not shift the next.
        of_this = list(itertools.islice(answers, len(expected)))
        if len(of_this) < len(expected):
            faults.append(f"history {seed}: the probe stopped: {of_this[-1:]}")
            break
        for number, (answer, (before, card)) in enumerate(zip(of_this, expected), start=1):
            count += 1
            found = difference(answer, before, card)
            if found:
                faults.append(f"history {seed}, review {number}: {found}")
                break
    return count, faults


class SchedulerBesidePyFSRS(unittest.TestCase):
    def test_every_history_leads_to_the_same_memory(self):
        count, faults = compare(range(HISTORIES))
        self.assertEqual(faults[:10], [], f"{len(faults)} of {HISTORIES} histories differ")
        self.assertGreater(count, 10 * HISTORIES, "the histories are too short to say much")

    def test_the_histories_reach_every_stage_grade_and_habit(self):
        stages, same_day, later, backwards, changed = set(), 0, 0, 0, 0
        for seed in range(500):
            lines, expected = history(seed)
            stages |= {(card.state, card.step) for _, card in expected}
            times = [int(line.split(" ")[1]) for line in lines if line.startswith("review")]
            gaps = [after - before for before, after in zip(times, times[1:])]
            same_day += sum(0 <= gap < DAY for gap in gaps)
            later += sum(gap >= DAY for gap in gaps)
            backwards += sum(gap < 0 for gap in gaps)
            changed += sum(line.startswith("scheduler") for line in lines) - 1
        self.assertLessEqual(
            {(State.Learning, step) for step in range(3)} | {(State.Relearning, step) for step in range(3)}, stages)
        self.assertIn((State.Review, None), stages)
        self.assertGreater(min(same_day, later), 1000)
        self.assertGreater(min(backwards, changed), 20)

    def test_the_fuzz_stays_in_the_same_ranges(self):
        for maximum in (36_500, 100, 9, 3, 2):
            theirs = Scheduler(maximum_interval=maximum)
            lines = [told(theirs)] + [f"fuzz {days}" for days in range(1, maximum + 1) if days < 2000]
            for days, answer in enumerate(probe(lines), start=1):
                ends = []
                for draw in (0.0, 0.5):
                    with mock.patch("fsrs.scheduler.random", lambda draw=draw: draw):
                        ends.append(theirs._get_fuzzed_interval(interval=timedelta(days=days)).days)
                first, last = map(int, answer.split(" ")) if answer != "-" else (days, days)
                self.assertEqual(first, ends[0], f"{days} days of at most {maximum}")
                # py-fsrs rounds what it draws between the first day and one past the last: half-way lies in the middle.
                self.assertEqual(ends[1], round((first + last + (answer != "-")) / 2), f"{days} days of {maximum}")


if __name__ == "__main__":
    numbers_given = [int(word) for word in sys.argv[1:] if word.isdigit()]
    if numbers_given:
        print("\n".join(compare(numbers_given)[1]) or "agrees")
    else:
        unittest.main()
