"""Terminals with few colours or none, or without our glyphs: the same words, and every state told apart."""

from datetime import timedelta
from pathlib import Path
from typing import Any, get_args

import pytest

from tui.demo import write_demo
from tui.domain.language.words import GoalState, SupporterState, Verdict
from tui.domain.records.feedback import Feedback
from tui.domain.records.goal import Goal
from tui.domain.records.log import Exchange
from tui.domain.records.record import Record
from tui.domain.records.supporter import Supporter
from tui.domain.talks.rhythm import TOUCHES, touch_after
from tui.settings import Settings
from tui.store import Store

from .golden import Goldens
from .terminal import TODAY, Dashboard, dashboard
from .walking import walk_the_pages, walk_the_questionnaire
from .walking_import import walk_the_import, walk_the_twins

CADENCE = 10
SILENCES = (2, 9, 12, 20, 40)
PLAIN = Settings(theme="ansi", glyphs="ascii", motion=False)


async def test_every_screen_is_drawn_in_ascii_but_for_what_people_wrote(tmp_path: Path) -> None:
    write_demo(tmp_path / "demo.json", TODAY)
    store = Store(tmp_path / "demo.json")
    written = {letter for record in everything(store) for letter in record.model_dump_json()}
    store.close()

    async def plain(shown: Dashboard, name: str) -> None:
        await shown.settled()
        odd = {letter for letter in shown.text if not letter.isascii()} - written
        assert not odd, f"{name} shows {sorted(odd)}:\n{shown.text}"

    async with dashboard(tmp_path / "demo.json", page="1", settings=PLAIN) as shown:
        await walk_the_pages(shown, plain)
    async with dashboard(tmp_path / "empty.json", greeted=True, settings=PLAIN) as shown:
        await plain(shown, "welcome")
        await walk_the_questionnaire(shown, plain)


def everything(store: Store) -> list[Record]:
    return [record for shelf in store.network.shelves.values() for record in shelf.values()]


async def test_without_colour_every_screen_says_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    look, goldens = Settings(theme="ansi", motion=False), Goldens((80, 24), renew=False)
    write_demo(tmp_path / "demo.json", TODAY)
    async with dashboard(tmp_path / "demo.json", page="1", settings=look) as shown:
        await walk_the_pages(shown, goldens.see)
        await walk_the_import(shown, goldens.see, tmp_path / "contacts.vcf")
        await walk_the_twins(shown, goldens.see)
    async with dashboard(tmp_path / "empty.json", greeted=True, settings=look) as shown:
        await goldens.see(shown, "welcome")
        await walk_the_questionnaire(shown, goldens.see)
    goldens.settle_up()


async def test_every_state_is_told_in_text_without_colour_and_glyphs(
    path: Path, other: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    names = write_every_state(other)
    async with dashboard(path, settings=PLAIN) as shown:
        for page, of_page in names.items():
            await shown.press(page)
            await shown.sees(*of_page)
            rows = [row_of(shown, name) for name in of_page]
            assert shown.text.isascii()
            assert len(set(rows)) == len(rows), "\n".join(sorted(rows))


def row_of(shown: Dashboard, name: str) -> str:
    """The row of a list in which a name stands, without the name and the cursor's bar."""
    [row, *_] = [line for line in shown.lines if name in line]
    return row.replace(name, "").lstrip("|").strip()


def write_every_state(store: Store) -> dict[str, list[str]]:
    """A record in every state of its page, its name of the same length as the others; names by page."""
    assert [touch_after(days, CADENCE) for days in SILENCES] == list(TOUCHES)
    heard = [person(f"touch {place}", "active") for place in range(len(SILENCES))]
    others = [person(f"state {state[:4]}", state) for state in get_args(SupporterState) if state != "active"]
    goals = [Goal(title=f"goal {state[:4]}", state=state) for state in get_args(GoalState)]
    verdicts: dict[str, dict[str, Any]] = {
        "waits": {},
        "sting": {"stings": True},
        "again": {"verdict": "park", "parked_until": TODAY},
        **{verdict[:5]: {"verdict": verdict, "reason": "so"} for verdict in get_args(Verdict)},
    }
    verdicts["park"]["parked_until"] = TODAY + timedelta(days=3)
    said = [Feedback(text=f"note {name}", date=TODAY, **rest) for name, rest in verdicts.items()]
    kept = store.save(*heard, *others, *goals, *said, label="added everything")
    store.save(
        *(
            Exchange(supporters=(one.id,), date=TODAY - timedelta(days=days))
            for one, days in zip(kept, SILENCES, strict=False)
        ),
        label="added exchanges",
    )
    return {
        "2": [goal.title for goal in goals],
        "3": [one.name for one in heard + others],
        "7": [note.text for note in said],
    }


def person(name: str, state: SupporterState) -> Supporter:
    return Supporter(name=name, state=state, cadence=CADENCE)
