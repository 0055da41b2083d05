"""The log: exchanges with supporters, progress on goals, asks and offers, and the decisions that followed."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from tui.domain.language.words import AskState, Change, Channel, Direction, Kind, Level, OfferState, Size

from .record import Day, Ids, Line, Note, Record, Reference


class Exchange(Record):
    """A talk, mail, meeting or favour with one or more supporters on one day."""

    table: ClassVar[str] = "exchange"

    supporters: Annotated[Ids, Field(min_length=1)]
    date: Day
    channel: Channel | None = None
    direction: Direction = "both"
    kinds: tuple[Kind, ...] = ()
    size: Size = 1
    goal: Reference = None
    note: Note = ""
    their_good_news: bool = False


class Progress(Record):
    """What was done for a goal, what comes next and what is stuck; level -2..+2 against what was expected."""

    table: ClassVar[str] = "progress"

    goal: Reference
    date: Day
    level: Level | None = None
    did: Note = ""
    next: Note = ""
    stuck: Note = ""
    milestone: Line = ""
    challenge: Note = ""
    shared_with: Ids = ()


class Ask(Record):
    """A request for one kind of support, from draft to answer."""

    table: ClassVar[str] = "ask"

    supporter: Reference
    goal: Reference = None
    kind: Kind | None = None
    text: Note = ""
    state: AskState = "drafted"
    sent_on: Day | None = None
    answered_on: Day | None = None
    reminded_on: Day | None = None
    due: Day | None = None
    outcome: Note = ""


class Offer(Record):
    """Something the person offered or promised a supporter, from draft to kept.

    `date` is the day it was offered or promised, `due` the day by which it is to be done.
    """

    table: ClassVar[str] = "offer"

    supporter: Reference
    kind: Kind | None = None
    text: Note = ""
    state: OfferState = "promised"
    date: Day
    due: Day | None = None
    done_on: Day | None = None
    outcome: Note = ""


class FollowUp(Record):
    """Something to come back to: once on a day, or again and again by an iCalendar recurrence rule.

    `due` is the day it is next wanted; with `rrule` doing it moves `due` on instead of ending it.
    """

    table: ClassVar[str] = "follow_up"

    supporters: Ids = ()
    goal: Reference = None
    text: Note
    due: Day | None = None
    rrule: Line = ""
    done_on: Day | None = None


class Adjustment(BaseModel):
    """One thing a decision changed: what, from what, to what."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    what: Change
    before: Note = ""
    after: Note = ""


class Decision(Record):
    """A change of a goal or approach with its cause, what it is expected to do, and a day to look back."""

    table: ClassVar[str] = "decision"

    goal: Reference
    date: Day
    changes: tuple[Adjustment, ...] = ()
    because_feedback: Ids = ()
    because_progress: Ids = ()
    because_sign: bool = False
    expects: Note = ""
    look_again_on: Day | None = None
    looked_back: Note = ""
    looked_back_on: Day | None = None
