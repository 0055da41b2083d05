"""The long runs behind the promises of the store: `make faults` prints their table.

every file call of a working day on a 1 MB store: killed, half written, ENOSPC, EIO
a power cut after every file call
killed at random moments while writing without a pause
several processes writing at once
"""

import multiprocessing
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tui.domain.records.goal import Goal
from tui.store import Store

from .faults import FAULTS, look, prepare, trial
from .power import PowerCut

SIZE = 1_000_000
KILLS = 200
WRITERS = 4
EACH = 300

Row = tuple[str, int, int, list[str]]
"""What was done, how often, how many writes were acknowledged, and what was wrong."""


def main() -> int:
    """Print one row a run as it ends; 1 where anything was wrong."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else random.SystemRandom().randrange(10**6)
    print(f"seed {seed}, a store of {SIZE:,} bytes, {os.cpu_count()} cores")
    print(f"{'run':44} {'trials':>7} {'acknowledged':>13} {'wrong':>6}")
    failed = False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepared = prepare(_made(folder / "prepared"), SIZE)
        for what, trials, acknowledged, wrong in _rows(prepared, folder, random.Random(seed)):
            print(f"{what:44} {trials:7} {acknowledged:13} {len(wrong):6}", flush=True)
            for sentence in wrong[:5]:
                print(f"    {sentence}")
            failed = failed or bool(wrong)
    return int(failed)


def _rows(prepared: Path, folder: Path, chance: random.Random) -> Iterator[Row]:
    calls = trial(prepared, folder / "work", None, 0).calls
    for fault in FAULTS:
        places = [at for at, call in enumerate(calls, 1) if fault != "half" or call == "write"]
        outcomes = [trial(prepared, folder / "work", fault, at) for at in places]
        acknowledged = sum(len(outcome.acknowledged) for outcome in outcomes)
        yield f"{fault} at each file call", len(places), acknowledged, [w for o in outcomes for w in o.wrong]
    cut = PowerCut(prepared, _made(folder / "power")).all_cuts()
    yield "power cut after each file call", len(calls), 0, [w for wrong in cut.values() for w in wrong]
    yield _random_kills(prepared, folder / "kills", chance)
    yield _writers(_made(folder / "writers") / "network.json")


def _random_kills(prepared: Path, work: Path, chance: random.Random) -> Row:
    shutil.copytree(prepared.parent, work)
    path = work / prepared.name
    total, wrong = 0, []
    known: set[str] = set()
    for kill in range(KILLS):
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reader)
            _write_on(path, writer, kill)
        os.close(writer)
        with os.fdopen(reader, "rb") as pipe:
            pipe.read(1)
            time.sleep(chance.uniform(0, 0.15))
            os.kill(child, signal.SIGKILL)
            acknowledged = [line for line in pipe.read().decode().split("\n")[:-1] if line]
        os.waitpid(child, 0)
        known.update(acknowledged)
        total += len(acknowledged)
        wrong += look(path, [])
        lost = known - {goal.title for goal in Store(path).network.goals.values()}
        wrong += [f"acknowledged and lost: {title}" for title in sorted(lost)]
    return "killed at a random moment", KILLS, total, wrong


def _write_on(path: Path, writer: int, kill: int) -> None:
    store = Store(path)
    os.write(writer, b".")
    number = 0
    while True:
        number += 1
        title = f"kill {kill} write {number}"
        store.save(Goal(title=title), label="wrote")
        os.write(writer, f"{title}\n".encode())
        if number % 7 == 0:
            store.fold()


def _writers(path: Path) -> Row:
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=_write_many, args=(path, who)) for who in range(WRITERS)]
    for process in writers:
        process.start()
    for process in writers:
        process.join()
    titles = {goal.title for goal in Store(path).network.goals.values()}
    wanted = {f"{who} {number}" for who in range(WRITERS) for number in range(EACH)}
    return f"{WRITERS} processes x {EACH} writes", WRITERS * EACH, len(titles), sorted(wanted - titles)


def _write_many(path: Path, who: int) -> None:
    store = Store(path)
    for number in range(EACH):
        store.save(Goal(title=f"{who} {number}"), label="wrote")
    store.close()


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


if __name__ == "__main__":
    sys.exit(main())
