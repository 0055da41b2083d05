"""Whatever is wrong with the store has its screen, its sentence, and keys that lead back to a good one."""

import errno
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import orjson
import pytest
from filelock import FileLock

from tui.clock import fixed
from tui.domain.records.feedback import Feedback
from tui.store import Store, disk
from tui.store.guard import Guard
from tui.store.journal import Head
from tui.store.migrations import SCHEMA
from tui.store.places import Places

from .terminal import TODAY, Dashboard, dashboard

OPENED = "Nothing can be saved for now"
CLOSED = "The network could not be opened"
MOST_KEYS = 10
ALL = {"one", "two", "three"}


@pytest.fixture
def kept(path: Path) -> Path:
    """A store with three notes, two of them folded, one in the journal, and a backup of the first."""
    store = Store(path, today=fixed(TODAY))
    for text in ("one", "two", "three"):
        store.save(Feedback(text=text, date=TODAY), label="added feedback")
        if text != "three":
            store.fold()
    store._engine._wrote = False  # leaves the journal unfolded, as a killed process does
    store.close()
    return path


def journal(path: Path) -> Path:
    return Places(path).journal


def older(path: Path) -> None:
    shutil.copyfile(Store.backups_at(path)[-1].path, path)


def newer(path: Path) -> None:
    Store(path).fold()
    document = json.loads(path.read_text())
    document["meta"]["1"]["schema"] = SCHEMA + 1
    path.write_text(json.dumps(document))


def of_another_machine(path: Path) -> None:
    head, _, rest = journal(path).read_bytes().partition(b"\n")
    said = orjson.loads(head.partition(b" ")[2])["journal"]
    journal(path).write_bytes(Head(**{**said, "machine": "another"}).line() + rest)


def without_backups(path: Path) -> None:
    shutil.rmtree(Places(path).backups)
    path.write_bytes(b"{ torn")


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@dataclass(frozen=True)
class Damage:
    """What is done to the store, what the screen says of it, the keys that lead back, and the notes then."""

    done: Callable[[Path], object]
    title: str
    sentence: str
    keys: tuple[str, ...]
    notes: tuple[str, ...]


BACKUP, REST = ("one",), ("one", "two")
DAMAGES = {
    "torn snapshot": Damage(
        lambda path: path.write_bytes(path.read_bytes()[:-40]), CLOSED, "is not JSON", ("r",), BACKUP
    ),
    "bad JSON": Damage(
        lambda path: path.write_bytes(b'{"goal": {}, "goal": {}}'), CLOSED, "same key twice", ("r",), BACKUP
    ),
    "not text": Damage(
        lambda path: path.write_bytes(b"\xff\xfe"), CLOSED, "is not UTF-8 text", ("r",), BACKUP
    ),
    "emptied": Damage(lambda path: path.write_bytes(b""), CLOSED, "is empty", ("r",), BACKUP),
    "gone": Damage(Path.unlink, CLOSED, "is missing", ("r",), BACKUP),
    "a folder in its place": Damage(a_folder, CLOSED, "is not a file", ("r",), BACKUP),
    "a pipe in its place": Damage(a_pipe, CLOSED, "is not a file", ("r",), BACKUP),
    "not valid": Damage(
        lambda path: path.write_bytes(path.read_bytes().replace(b'"2026-03-18"', b'"2026-13-18"')),
        CLOSED,
        "a feedback that is not valid",
        ("r",),
        BACKUP,
    ),
    "a damaged journal": Damage(
        lambda path: journal(path).write_bytes(b"nonsense\n" + journal(path).read_bytes()),
        CLOSED,
        "journal is damaged in the middle",
        ("c",),
        REST,
    ),
    "a journal without its beginning": Damage(
        lambda path: journal(path).write_bytes(b""), CLOSED, "has lost its beginning", ("c",), REST
    ),
    "no backup left": Damage(without_backups, CLOSED, "there is no backup", ("n",), ()),
    "an older copy": Damage(older, OPENED, "is an older copy", ("c",), BACKUP),
    "an older copy, and the newest backup": Damage(older, OPENED, "is an older copy", ("r",), BACKUP),
    "of another machine": Damage(
        of_another_machine, OPENED, "made on another machine", ("t",), (*REST, "three")
    ),
}


def test_no_way_back_takes_more_than_ten_keys() -> None:
    assert all(len(damage.keys) < MOST_KEYS for damage in DAMAGES.values())


def in_words(shown: Dashboard) -> str:
    """What the screen says, without its lines and boxes, in small letters."""
    return " ".join(shown.text.replace("│", " ").split()).lower()


def notes(shown: Dashboard) -> set[str] | None:
    """The notes there are; None before the store is open."""
    if shown.app.network is None:
        return None
    return {note.text for note in shown.network.feedback.values()}


async def saves(shown: Dashboard) -> None:
    """A note written with keys is saved, and another look at the files finds it."""
    before = len(shown.network.feedback)
    if shown.network.empty:
        await shown.sees("Look around first")
        await shown.press("escape")
    await shown.until(lambda: len(shown.app.screen_stack) == 1)
    await shown.press("F")
    await shown.sees("They said")
    await shown.type("kept")
    await shown.press("ctrl+o")
    await shown.until(lambda: len(shown.network.feedback) == before + 1)
    assert len(Store(shown.app.store_path).network.feedback) == before + 1


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
async def test_every_damage_has_its_sentence_and_keys_that_lead_back_to_a_good_store(
    kept: Path, damage: Damage
) -> None:
    damage.done(kept)
    async with dashboard(kept, (80, 40)) as shown:
        await shown.until(lambda: damage.title in shown.text)
        assert damage.sentence.lower() in in_words(shown)
        await shown.press(*damage.keys)
        await shown.sees_no(damage.title)
        await shown.until(lambda: notes(shown) == set(damage.notes))
        await shown.sees_no("read-only")
        await saves(shown)


async def test_a_store_a_newer_allies_wrote_is_looked_at_until_this_one_is_replaced(kept: Path) -> None:
    newer(kept)
    before = kept.read_bytes()
    async with dashboard(kept, page="7") as shown:
        await shown.sees(OPENED, f"shape {SCHEMA + 1}", "a  Try again")
        assert "Restore" not in shown.text
        await shown.press("a")
        await shown.sees(OPENED)
        await shown.press("enter")
        await shown.sees("read-only", "FEEDBACK TO SORT")
        await shown.press("ctrl+p")
        await shown.type("store")
        await shown.sees("Why nothing can be saved")
        await shown.press("enter")
        await shown.sees(OPENED)
    assert kept.read_bytes() == before


async def test_a_file_of_another_program_is_not_offered_to_be_replaced(path: Path) -> None:
    path.write_text('{"_default": {"1": {"name": "x"}}}')
    async with dashboard(path) as shown:
        await shown.sees(CLOSED, "does not know")
        await shown.press("r", "n", "c")
        await shown.press("q")
        await shown.until(lambda: shown.app.return_code == 3)
    assert "_default" in path.read_text()


async def test_damage_while_the_dashboard_is_open_is_put_right_and_followed_on(kept: Path) -> None:
    async with dashboard(kept) as shown:
        await shown.until(lambda: notes(shown) == ALL)
        kept.write_bytes(b"{ torn")
        journal(kept).write_bytes(b"nonsense\n")
        await shown.sees(CLOSED, "r  Put the backup of")
        await shown.press("r")
        await shown.until(lambda: notes(shown) == {"one"})
        await saves(shown)
        elsewhere = Store(kept)
        elsewhere.save(Feedback(text="from elsewhere", date=TODAY), label="added feedback")
        elsewhere.close()
        await shown.until(lambda: notes(shown) == {"one", "kept", "from elsewhere"})


async def test_an_older_copy_put_there_while_the_dashboard_is_open_is_told_and_can_be_gone_on_with(
    kept: Path,
) -> None:
    async with dashboard(kept) as shown:
        await shown.until(lambda: notes(shown) == ALL)
        older(kept)
        await shown.sees("c  Go on with network.json as it is")
        await shown.press("c")
        await shown.until(lambda: notes(shown) == {"one"})
        await saves(shown)


async def test_a_store_that_went_away_and_does_not_come_back_is_found_again_under_the_palette(
    kept: Path,
) -> None:
    async with dashboard(kept) as shown:
        await shown.until(lambda: notes(shown) == ALL)
        kept.unlink()
        await shown.sees("has gone since it was opened")
        await shown.press("ctrl+p")
        await shown.type("store")
        await shown.sees("Why nothing can be saved")
        await shown.press("enter")
        await shown.sees(OPENED, "a  Try again")
        await shown.press("a")
        await shown.sees(CLOSED, "r  Put the backup of")
        await shown.press("r")
        await shown.until(lambda: notes(shown) == {"one"})
        await saves(shown)


# Where only waiting or other rights help: the sentence says so, and a key tries again.


@pytest.fixture
def refusing(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, int], None]]:
    """Makes a file call of the store fail with an error; with 0 it works again."""

    def refuse(call: str, number: int) -> None:
        def before(name: str, _: tuple[object, ...]) -> None:
            if name == call and number:
                raise OSError(number, os.strerror(number))

        monkeypatch.setattr(disk, "before", before)

    yield refuse
    refuse("", 0)


async def test_a_store_that_may_not_be_read_says_so_and_is_tried_again(
    kept: Path, refusing: Callable[[str, int], None]
) -> None:
    refusing("read", errno.EACCES)
    async with dashboard(kept) as shown:
        await shown.sees(CLOSED, "may not be read", "give yourself the right", "a  Try again")
        await shown.press("a")
        await shown.sees(CLOSED)
        refusing("read", 0)
        await shown.press("a")
        await shown.sees_no(CLOSED)
        await shown.until(lambda: notes(shown) == ALL)
        await saves(shown)


@pytest.mark.parametrize(
    ("call", "number", "sentence"),
    [
        ("write", errno.ENOSPC, "full"),
        ("write", errno.EROFS, "may not"),
        ("write", errno.EDQUOT, "quota"),
        ("make_durable", errno.EIO, "input/output error"),
    ],
)
async def test_a_disk_that_refuses_a_write_says_why_and_the_same_key_saves_when_it_can(
    kept: Path, refusing: Callable[[str, int], None], call: str, number: int, sentence: str
) -> None:
    async with dashboard(kept) as shown:
        await shown.until(lambda: notes(shown) == ALL)
        await shown.press("n")
        await shown.type("precious")
        refusing(call, number)
        await shown.press("ctrl+o")
        await shown.until(lambda: sentence in in_words(shown))
        await shown.sees("precious")
        assert notes(shown) == ALL
        refusing(call, 0)
        await shown.press("ctrl+o")
        await shown.until(lambda: notes(shown) == {*ALL, "precious"})


@pytest.fixture
def held(kept: Path, monkeypatch: pytest.MonkeyPatch) -> FileLock:
    """The lock as another program has it; the dashboard waits for it for a moment only."""
    monkeypatch.setattr(Guard.held.__wrapped__, "__defaults__", (0.05,))  # type: ignore[attr-defined]
    return FileLock(Places(kept).lock, thread_local=False, is_singleton=False)


async def test_a_lock_held_elsewhere_is_named_and_the_same_key_saves_when_it_is_free(
    kept: Path, held: FileLock
) -> None:
    async with dashboard(kept) as shown:
        await shown.until(lambda: notes(shown) == ALL)
        held.acquire()
        await shown.press("n")
        await shown.type("precious")
        await shown.press("ctrl+o")
        await shown.sees("Another program is writing to the store", "precious")
        held.release()
        await shown.press("ctrl+o")
        await shown.until(lambda: notes(shown) == {*ALL, "precious"})


async def test_a_store_that_cannot_be_set_right_while_another_program_holds_it_is_tried_again(
    kept: Path, held: FileLock
) -> None:
    with suppress(FileNotFoundError):
        journal(kept).unlink()
    held.acquire()
    async with dashboard(kept) as shown:
        await shown.sees(OPENED, "Another program is writing", "a  Try again")
        held.release()
        await shown.press("a")
        await shown.sees_no(OPENED)
        await saves(shown)


@pytest.mark.parametrize("size", [(60, 20), (40, 12)])
async def test_where_there_is_little_room_the_sentence_scrolls_and_the_keys_stay(
    kept: Path, size: tuple[int, int]
) -> None:
    kept.write_bytes(b"{ torn")
    async with dashboard(kept, size) as shown:
        await shown.sees(CLOSED, "r Restore")
        await shown.press("end")
        await shown.sees("Try again", "r Restore")
        await shown.resize(39, 11)
        await shown.sees("too small")
        await shown.sees_no("▇", "Restore", "again")
