"""A small working day of the store, interrupted at any one of its file calls.

Each trial runs in a forked child on a copy of a prepared store; what the child acknowledged comes back
through a pipe, and the parent then looks at what is on disk.
"""

import errno
import json
import os
import shutil
import signal
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Literal

from tui.domain.records.goal import Goal
from tui.store import DiskRefused, Store, disk

Fault = Literal["kill", "ENOSPC", "EIO", "half"]
FAULTS: tuple[Fault, ...] = ("kill", "ENOSPC", "EIO", "half")
Day = list[str]
DAY: Day = ["save", "save", "fold", "save", "undo", "save", "backup", "draft", "save", "redo", "close"]


@dataclass
class Outcome:
    """What came of one trial: the steps acknowledged, and what was found wrong afterwards."""

    acknowledged: list[str] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def prepare(folder: Path, size: int) -> Path:
    """A store of about `size` bytes, folded."""
    path = folder / "network.json"
    store = Store(path)
    goals = [Goal(title=f"prepared {number}", why="because " * 60) for number in range(max(1, size // 900))]
    store.save(*goals, label="prepared")
    store.close()
    return path


def trial(prepared: Path, work: Path, fault: Fault | None, at: int, day: Day = DAY) -> Outcome:
    """Run the day on a copy of a store with a fault at the file call number `at`, then look."""
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(prepared.parent, work)
    path = work / prepared.name
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _live(path, writer, fault, at, day)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        lines = pipe.read().decode().splitlines()
    os.waitpid(child, 0)
    outcome = Outcome()
    for line in lines:
        if line.startswith("calls "):
            outcome.calls = line.removeprefix("calls ").split()
        else:
            outcome.acknowledged.append(line)
    outcome.wrong = look(path, outcome.acknowledged)
    return outcome


def _live(path: Path, writer: int, fault: Fault | None, at: int, day: Day) -> None:
    """The child's whole life."""
    counted = _Injector(fault, at)
    disk.before = counted
    try:
        live(path, day, partial(_tell, writer))
    finally:
        os.write(writer, f"calls {' '.join(counted.calls)}\n".encode())
        os._exit(0)


def _next_to_undo(store: Store) -> str:
    newest = next(entry for entry in reversed(store.history()) if entry.plain and not entry.undone)
    return newest.label.removeprefix("saved ")


def _tell(writer: int, line: str) -> None:
    os.write(writer, f"{line}\n".encode())


def live(path: Path, day: Day, acknowledge: Callable[[str], None]) -> None:
    """Do each step of a day and acknowledge what the store did; an error of the disk ends the step only.

    An undo is announced before: from then on either outcome is right.
    """
    store = Store(path)
    for number, step in enumerate(day):
        try:
            if step == "save":
                store.save(Goal(title=f"{number} a"), Goal(title=f"{number} b"), label=f"saved {number}")
            elif step == "undo":
                acknowledge(f"undone {_next_to_undo(store)}")
                store.undo()
            elif step == "redo":
                acknowledge(f"undone {_next_to_undo(store)}")
                store.undo()
                store.redo()
            elif step == "fold":
                store.fold()
            elif step == "backup":
                store.backup()
            elif step == "draft":
                store.drafts.save("form", {"half": "typed"})
            elif step == "close":
                store.close()
        except (DiskRefused, OSError):
            continue
        acknowledge(f"{step} {number}")


def look(path: Path, acknowledged: list[str]) -> list[str]:
    """What is wrong on disk, given what was acknowledged: an empty list is what every trial is for."""
    wrong: list[str] = []
    store = Store(path)
    if store.problem is not None:
        wrong.append(f"not writable: {store.problem}")
    titles = {goal.title for goal in store.network.goals.values()}
    if not any(title.startswith("prepared") for title in titles):
        wrong.append("what was there before is lost")
    undone = {line.removeprefix("undone ") for line in acknowledged if line.startswith("undone ")}
    for line in acknowledged:
        done, _, number = line.partition(" ")
        pair = {f"{number} a", f"{number} b"}
        if done == "save" and number not in undone and not pair <= titles:
            wrong.append(f"acknowledged and lost: {number}")
    for step in range(20):
        if len({f"{step} a", f"{step} b"} & titles) == 1:
            wrong.append(f"half a transaction: {step}")
    try:
        [saved] = store.save(Goal(title="afterwards"), label="afterwards")
        store.close()
        if saved.id not in Store(path).network.goals:
            wrong.append("the next write is lost")
        json.loads(path.read_bytes())
    except Exception as error:  # noqa: BLE001 - whatever it is, the trial has failed
        wrong.append(f"the next write failed: {error!r}")
    return wrong


class _Injector:
    """Counts the calls and does harm at one of them."""

    def __init__(self, fault: Fault | None, at: int) -> None:
        self.calls: list[str] = []
        self._fault = fault
        self._at = at

    def __call__(self, name: str, arguments: tuple[object, ...]) -> None:
        self.calls.append(name)
        if len(self.calls) != self._at or self._fault is None:
            return
        if self._fault == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if self._fault == "half" and name == "write":
            descriptor, data = arguments
            assert isinstance(descriptor, int)
            assert isinstance(data, bytes)
            os.write(descriptor, data[: len(data) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        if self._fault == "half":
            return
        code = getattr(errno, self._fault)
        raise OSError(code, os.strerror(code))
