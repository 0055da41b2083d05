"""What is open now, in the order in which it is worth a look."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from tui.domain.calendar.ago import ago
from tui.domain.feedback.decisions import look_back_due
from tui.domain.feedback.queue import queue
from tui.domain.feedback.verdicts import to_sort, untold
from tui.domain.language.words import Form, Kind
from tui.domain.needs.needs_profile import NeedsProfile, needs_profile
from tui.domain.needs.then_and_now import latest
from tui.domain.questionnaire.items import Scoring
from tui.domain.questionnaire.left_off import LeftOff
from tui.domain.records.log import Decision
from tui.domain.records.network import RECORD_TYPES, Network
from tui.domain.records.record import Record
from tui.domain.records.references import called, shown_name

What = Literal["waiting", "back", "step", "look-back", "unfinished", "draft", "gap"]
"""Feedback without a verdict; parked feedback that is back; a next step whose day has come, of which whoever
gave the idea has not heard; a decision to look back at; a questionnaire that was left; a form that was left;
kinds of support a goal lacks. In this order."""

Wants = Literal["sort", "tell", "look-back", "resume", "support"]
"""What an item wants: a verdict, a word on what came of it, a look back, going on where it was left, or
somebody to be found."""

_WANTS: dict[What, Wants] = {
    "waiting": "sort",
    "back": "sort",
    "step": "tell",
    "look-back": "look-back",
    "unfinished": "resume",
    "draft": "resume",
    "gap": "support",
}
_STEPS_REST_AFTER = timedelta(days=60)
"""A step that was never told of is let be after so long: asking on and on would only weigh."""

_ASSESS = "assess"
_IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is open.

    `subject` is what it is, in the person's own words where there are any; `person` and `goal` are the names
    of whom and what it is about, empty where there is none. `key` is the id of its record, or the name of its
    draft; `since` the day from which it is open, None where nobody knows.
    """

    what: What
    key: str
    subject: str
    person: str = ""
    goal: str = ""
    since: date | None = None
    ago: str = ""
    form: Form | None = None
    kinds: tuple[Kind, ...] = ()

    @property
    def wants(self) -> Wants:
        """What it wants."""
        return _WANTS[self.what]


def open_now(
    network: Network,
    scoring: Scoring,
    drafts: Iterable[str],
    today: date,
    *,
    left: Iterable[LeftOff] = (),
) -> tuple[Item, ...]:
    """Everything that is open: feedback to sort, steps and look-backs due, what was left, gaps of goals.

    `drafts` are the names of what was left half done, `left` says how far the questionnaires among it are.
    """
    return (
        *_feedback(network, today),
        *_steps(network, today),
        *_look_backs(network, today),
        *_left(network, drafts, left),
        *_gaps(network, scoring, today),
    )


def _feedback(network: Network, today: date) -> Iterator[Item]:
    notes = [note for note in network.feedback.values() if to_sort(note, today)]
    names: dict[tuple[str, str | None], str] = {}  # many notes are about few people and goals

    def name(field: str, id_: str | None) -> str:
        if (known := names.get((field, id_))) is None:
            known = names[field, id_] = "" if id_ is None else shown_name(network, field, id_)
        return known

    for note in queue(notes, today):
        since = note.date if note.verdict is None else note.parked_until or note.date
        yield Item(
            "waiting" if note.verdict is None else "back",
            note.id,
            called(note),
            name("supporter", note.supporter),
            name("goal", note.goal),
            since,
            ago(since, today),
        )


def _steps(network: Network, today: date) -> Iterator[Item]:
    """Next steps whose day has come, the oldest first; telling the one who gave the idea closes them."""
    due = [
        note
        for note in network.feedback.values()
        if note.next_by is not None
        and untold(note)
        and note.next_by <= today <= note.next_by + _STEPS_REST_AFTER
    ]
    for note in sorted(due, key=lambda note: (note.next_by or today, note.id)):
        since = note.next_by or today
        yield Item(
            "step",
            note.id,
            note.next_step or called(note),
            "" if note.supporter is None else shown_name(network, "supporter", note.supporter),
            "" if note.goal is None else shown_name(network, "goal", note.goal),
            since,
            ago(since, today),
        )


def _look_backs(network: Network, today: date) -> Iterator[Item]:
    due = [decision for decision in network.decisions.values() if look_back_due(decision, today)]
    for decision in sorted(due, key=lambda decision: (decision.look_again_on or today, decision.id)):
        since = decision.look_again_on or today
        yield Item(
            "look-back",
            decision.id,
            decided(decision),
            goal="" if decision.goal is None else shown_name(network, "goal", decision.goal),
            since=since,
            ago=ago(since, today),
        )


def _left(network: Network, drafts: Iterable[str], left: Iterable[LeftOff]) -> Iterator[Item]:
    """Questionnaires first, then forms; nobody knows since when."""
    names = sorted(drafts)
    known = {one.name: one for one in left}
    for name in names:
        kind, _, rest = name.partition("-")
        form_name, _, goal = rest.partition("-")
        form = next((form for form in get_args(Form) if form == form_name), None)
        if kind == _ASSESS and form is not None:
            told = known.get(name)
            title = shown_name(network, "goal", goal) if goal else told.title if told else ""
            yield Item("unfinished", name, told.where if told else "", goal=title, form=form)
        elif kind == _IMPORT:
            yield Item("draft", name, "an address book")
    for name in names:
        table, _, rest = name.partition("-")
        id_ = rest.partition("-")[0]
        if table in RECORD_TYPES:
            record = network.of(RECORD_TYPES[table]).get(id_)
            new = "" if id_.isdigit() else "new "
            yield Item("draft", name, _called(record) if record else f"{new}{table}")


def _gaps(network: Network, scoring: Scoring, today: date) -> Iterator[Item]:
    """The goals that lack support, the one that lacks most first; of each, the strongest need first."""
    found: list[tuple[float, str, Item]] = []
    for goal in network.goals.values():
        response = latest(network, goal.id) if goal.state == "active" else None
        if response is None:
            continue
        profile = needs_profile(scoring, response.answers)
        if kinds := profile.in_band("open"):
            when = ago(response.date, today)
            item = Item("gap", goal.id, "", goal=goal.title, since=response.date, ago=when, kinds=kinds)
            found.append((-_missing(profile, kinds), goal.id, item))
    yield from (item for _, _, item in sorted(found, key=lambda entry: entry[:2]))


def _missing(profile: NeedsProfile, kinds: Iterable[Kind]) -> float:
    return sum(need.gap or 0 for kind in kinds if (need := profile.kinds[kind]))


def _called(record: Record) -> str:
    return decided(record) if isinstance(record, Decision) else called(record)


def decided(decision: Decision) -> str:
    """What was decided: the first of its changes, or what was expected of it."""
    for change in decision.changes:
        after = change.after.split("\n", 1)[0]
        return f"{change.what.replace('-', ' ')}: {after}" if after else change.what.replace("-", " ")
    return decision.expects.split("\n", 1)[0] or called(decision)
