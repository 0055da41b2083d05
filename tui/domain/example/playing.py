"""Plays a script back: each step becomes the records that a person living it would have saved."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Protocol, TypeVar, get_args

from pydantic import ValidationError

from tui.domain.entry import refusal
from tui.domain.feedback.decisions import HELPED, looked_back, take
from tui.domain.feedback.verdicts import accept, adapt, decline, heard, park
from tui.domain.language.plain import Plain, as_mapping
from tui.domain.language.tables import DataError
from tui.domain.language.words import Form
from tui.domain.needs.assessment import assess
from tui.domain.needs.beginning import sheet_for
from tui.domain.questionnaire.items import Questionnaire
from tui.domain.questionnaire.sheet import filled_sheet
from tui.domain.records.feedback import Feedback
from tui.domain.records.goal import Goal
from tui.domain.records.log import Decision
from tui.domain.records.lookup import find
from tui.domain.records.network import RECORD_TYPES, Network
from tui.domain.records.record import Record
from tui.domain.records.references import REFERENCES

from .script import Step, Told

R = TypeVar("R", bound=Record)

OF, KEY = "of", "key"
"""`of` names the record that is changed, `key` the name by which later steps mean this one."""


class Writing(Protocol):
    """A transaction that takes the records in."""

    network: Network

    def new_id(self) -> str:
        """An id that nothing has."""

    def put(self, record: R, base: R | None = None) -> R:
        """Take a record in."""


class Player:
    """Plays steps in order and remembers what their keys stand for."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._questionnaire = questionnaire
        self._ids: dict[str, str] = {}
        self._acts: Mapping[str, Callable[[Writing, Step, Told], None]] = {
            "assess": self._assess,
            "verdict": self._verdict,
            "decision": self._decide,
            "look_back": self._look_back,
        }

    def play(self, step: Step, writing: Writing) -> None:
        """Do all that the step tells, by the rules that hold for entry on its day. Raises `DataError`."""
        for word, entries in step.told.items():
            for told in entries:
                try:
                    if word in self._acts:
                        self._acts[word](writing, step, told)
                    elif word in RECORD_TYPES:
                        self._put(writing, step, word, told)
                    else:
                        raise DataError(f'nobody knows what "{word}" means here.')
                except (KeyError, TypeError, ValueError) as error:
                    raise DataError(f"{step.where}: {_sentence(error)}") from error

    def _put(self, writing: Writing, step: Step, table: str, told: Told) -> None:
        """A record as it is told: a new one, or a change of one that is there."""
        type_ = RECORD_TYPES[table]
        fields = {**self._meant(writing, told), **_days_of_theirs(told)}
        before: Record | None
        if OF in told:
            before = self._found(writing.network, type_, told[OF])
            record = before.changed_to(**fields)
        else:
            before = None
            happened = {"date": step.day} if "date" in type_.model_fields else {}
            record = type_.model_validate({**happened, **fields, "id": writing.new_id()})
            if isinstance(record, Feedback):
                record = heard(record, step.day)
        self._keep(told, self._judged(writing, step, record, before))

    def _assess(self, writing: Writing, step: Step, told: Told) -> None:
        """A finished questionnaire."""
        form = next((form for form in get_args(Form) if form == told["form"]), None)
        if form is None:
            raise ValueError(f'"form" is one of {", ".join(get_args(Form))}.')
        goal = self._found(writing.network, Goal, told["goal"]) if "goal" in told else None
        answers = as_mapping(_plain(told["answers"]))
        blank = sheet_for(writing.network, self._questionnaire, form, goal)
        assessment = assess(writing.network, filled_sheet(blank, answers, step.day), step.day, writing.new_id)
        for record in assessment.records:
            writing.put(record)
        if assessment.goal is not None:
            self._keep(told, assessment.goal)

    def _verdict(self, writing: Writing, step: Step, told: Told) -> None:
        """A verdict on feedback."""
        note = self._found(writing.network, Feedback, told[OF])
        match told:
            case {"give": "accept", "next_step": str(next_step), "next_by": date() as next_by}:
                ruled = accept(note, next_step, next_by, step.day)
            case {"give": "adapt", "part": str(part)}:
                ruled = adapt(note, part, step.day, str(told.get("next_step", "")))
            case {"give": "park"}:
                until = told.get("until")
                ruled = park(note, step.day, until if isinstance(until, date) else None)
            case {"give": "decline", "reason": str(reason)}:
                ruled = decline(note, reason, step.day)
            case _:
                raise ValueError("this is no verdict, or lacks what it requires.")
        self._judged(writing, step, ruled, note)

    def _decide(self, writing: Writing, step: Step, told: Told) -> None:
        """A decision, and the goal as it changes."""
        goal = self._found(writing.network, Goal, told["goal"])
        changes = _plain(told["changes"])  # a date is kept as it is written
        fields = {"date": step.day, **self._meant(writing, told), "changes": changes}
        wanted = Decision.model_validate(fields)
        decision, adjusted = take(wanted, goal, step.day)
        self._judged(writing, step, adjusted, goal)
        self._keep(told, self._judged(writing, step, decision, None))

    def _look_back(self, writing: Writing, step: Step, told: Told) -> None:
        """A look back at a decision."""
        decision = self._found(writing.network, Decision, told[OF])
        answer = next((answer for answer in HELPED if answer == told["helped"]), None)
        if answer is None:
            raise ValueError(f'"helped" is one of {", ".join(HELPED)}.')
        self._judged(writing, step, looked_back(decision, answer, str(told["seen"]), step.day), decision)

    def _judged(self, writing: Writing, step: Step, record: R, before: R | None) -> R:
        if why_not := refusal(record, before, writing.network, step.day):
            raise ValueError(why_not)
        return writing.put(record, base=before)

    def _keep(self, told: Told, record: Record) -> None:
        if isinstance(key := told.get(KEY), str):
            self._ids[key] = record.id

    def _meant(self, writing: Writing, told: Told) -> dict[str, object]:
        """The fields as they are kept: names and keys are ids."""

        def meant(table: str, value: object) -> object:
            if isinstance(value, list):
                return [meant(table, item) for item in value]
            return self._found(writing.network, RECORD_TYPES[table], value).id

        return {
            name: meant(REFERENCES[name], value) if name in REFERENCES else value
            for name, value in told.items()
            if name not in (OF, KEY)
        }

    def _found(self, network: Network, type_: type[R], wanted: object) -> R:
        shelf = network.of(type_)
        if not isinstance(wanted, str):
            raise TypeError(f"{wanted} is no name.")
        id_ = self._ids.get(wanted, "")
        return shelf[id_] if id_ in shelf else find(shelf, wanted, type_.table)


def _days_of_theirs(told: Told) -> dict[str, object]:
    """A birthday and key days that are told as dates, and so moved, in the words records hold."""
    said: dict[str, object] = {}
    if isinstance(birthday := told.get("birthday"), date):
        said["birthday"] = f"--{birthday:%m-%d}"
    if isinstance(dates := told.get("dates"), list):
        said["dates"] = [f"{one['day']} {one['what']}" if isinstance(one, dict) else one for one in dates]
    return said


def _sentence(error: Exception) -> str:
    match error:
        case KeyError():
            return f"{error} is missing."
        case ValidationError():
            first = error.errors(include_url=False, include_input=False)[0]
            return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}."
        case _:
            return str(error)


def _plain(value: object) -> Plain:
    """A value of the script as an answer: its days are written."""
    if isinstance(value, date):
        return f"{value}"
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(name): _plain(item) for name, item in value.items()}
    return value if isinstance(value, (str, int, float, bool)) else None
