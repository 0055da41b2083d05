"""What may be entered. These rules hold when somebody enters or changes a record, never when one is read."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from tui.domain.calendar.days import written_day
from tui.domain.calendar.recurrence import rule_refusal
from tui.domain.feedback.verdicts import lacking
from tui.domain.language.text import fold, unseen
from tui.domain.records.feedback import Feedback
from tui.domain.records.goal import Goal
from tui.domain.records.log import FollowUp
from tui.domain.records.network import Network
from tui.domain.records.record import Record
from tui.domain.records.refusal import Refusal
from tui.domain.records.supporter import Supporter

HAPPENED: Mapping[str, tuple[str, ...]] = {
    "exchange": ("date",),
    "progress": ("date",),
    "feedback": ("date", "verdict_on", "told_on"),
    "decision": ("date", "looked_back_on"),
    "ask": ("sent_on", "reminded_on", "answered_on"),
    "offer": ("date", "done_on"),
    "follow_up": ("done_on",),
    "supporter": ("clock_from",),
}
"""Days on which something has happened, and which so cannot lie ahead."""


def refusal(record: Record, before: Record | None, network: Network, today: date) -> Refusal | None:
    """Why this may not be entered, as one sentence; None if it may.

    `before` is the version it changes: what was there already is not judged again.
    """
    for rule in _RULES:
        if sentence := rule(record, before, network, today):
            return sentence
    return None


def name_taken(changed: Iterable[Record], before: Network, after: Network) -> str | None:
    """The sentence where one of the changed records took on a name that another has; else None.

    However many they are, everybody is looked at once.
    """
    taking: dict[type[Record], dict[str, Record]] = {}
    for record in changed:
        if _takes_names(record, before.of(type(record)).get(record.id)):
            taking.setdefault(type(record), {})[record.id] = record
    for type_, records in taking.items():
        taken = names_of(one for one in after.of(type_).values() if one.id not in records)
        for record in records.values():
            if (name := first_taken(_names(record), taken)) is not None:
                return there_is_already(record.table, name)
            taken |= names_of((record,))
    return None


def names_of(records: Iterable[Record]) -> set[str]:
    """The names that these records go by, folded."""
    return {fold(name) for record in records for name in _names(record)}


def first_taken(names: Iterable[str], taken: Collection[str]) -> str | None:
    """The first of the names that is taken."""
    return next((name for name in names if fold(name) in taken), None)


def there_is_already(table: str, name: str) -> str:
    """The sentence that says that a name is taken."""
    return f'There is already a {noun_of(table)} called "{name}".'


def real_birthday(text: str) -> bool:
    """Whether YYYY-MM-DD or --MM-DD is a day of the calendar; empty is fine."""
    try:
        written_day(f"2000{text[1:]}" if text.startswith("--") else text)
    except ValueError:
        return not text
    return True


def _words_that_can_be_seen(
    record: Record, _before: Record | None, _network: Network, _today: date
) -> Refusal | None:
    match record:
        case Supporter() if unseen(record.name):
            return Refusal("A supporter needs a name.", "name")
        case Goal() if unseen(record.title):
            return Refusal("A goal needs a title.", "title")
        case FollowUp() if unseen(record.text):
            return Refusal("A follow-up needs its words.", "text")
        case Feedback() if unseen(record.text):
            return Refusal("Feedback needs its words.", "text")
        case _:
            return None


def _unique_names(record: Record, before: Record | None, network: Network, _today: date) -> Refusal | None:
    if not _takes_names(record, before):
        return None
    others = (other for other in network.of(type(record)).values() if other.id != record.id)
    if (name := first_taken(_names(record), names_of(others))) is None:
        return None
    field = "title"
    if isinstance(record, Supporter):
        field = "name" if fold(name) == fold(record.name) else "aliases"
    return Refusal(there_is_already(record.table, name), field)


def _takes_names(record: Record, before: Record | None) -> bool:
    """Whether it goes by names, and by others than before."""
    names = _names(record)
    return bool(names) and (before is None or _names(before) != names)


def _names(record: Record) -> tuple[str, ...]:
    match record:
        case Supporter():
            return (record.name, *record.aliases)
        case Goal():
            return (record.title,)
        case _:
            return ()


def _nothing_happened_tomorrow(
    record: Record, before: Record | None, _network: Network, today: date
) -> Refusal | None:
    for field in HAPPENED.get(record.table, ()):
        day: date | None = getattr(record, field)
        if day is not None and day > today and day != getattr(before, field, None):
            what = f"{_spoken(field)} of {with_article(record.table)}"
            return Refusal(f"{day} is in the future; {what} cannot be.", field)
    return None


def _real_birthday(record: Record, _before: Record | None, _network: Network, today: date) -> Refusal | None:
    if isinstance(record, Supporter):
        if not real_birthday(record.birthday):
            return Refusal(f"There is no day {record.birthday}.", "birthday")
        if record.birthday > f"{today}":
            return Refusal(f"The birthday {record.birthday} is in the future.", "birthday")
    return None


def _whole_verdict(record: Record, before: Record | None, _network: Network, today: date) -> Refusal | None:
    """A verdict comes with what it requires, unless both were there before."""
    sentence = lacking(record, today)
    return None if sentence and before is not None and lacking(before, today) == sentence else sentence


def _rule_for_days(record: Record, before: Record | None, _network: Network, _today: date) -> Refusal | None:
    """What comes again has a rule that falls on days."""
    if not isinstance(record, FollowUp) or (isinstance(before, FollowUp) and before.rrule == record.rrule):
        return None
    sentence = rule_refusal(record.rrule)
    return None if sentence is None else Refusal(sentence, "rrule")


def _spoken(field: str) -> str:
    return "the date" if field == "date" else f"the day `{field.replace('_', ' ')}`"


def with_article(table: str) -> str:
    """A class of record with its article, where it takes one."""
    noun = noun_of(table)
    return noun if table in ("feedback", "progress") else f"{'an' if table[0] in 'aeiou' else 'a'} {noun}"


def noun_of(table: str) -> str:
    """What one record of a table is called."""
    return table.replace("_", "-")


_RULES = (
    _words_that_can_be_seen,
    _unique_names,
    _nothing_happened_tomorrow,
    _real_birthday,
    _whole_verdict,
    _rule_for_days,
)
