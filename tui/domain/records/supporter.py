"""Supporters: the people, groups and communities who help, or could."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tui.domain.language.words import Circle, Kind, Relationship, Strength, SupporterState

from .record import Day, Ids, Line, Lines, Note, Record

Birthday = Annotated[str, Field(pattern=r"^(|[0-9]{4}-[0-9]{2}-[0-9]{2}|--[0-9]{2}-[0-9]{2})$")]
"""YYYY-MM-DD, or --MM-DD where the year is not known; empty where the day is not."""

Rating = Annotated[int, Field(ge=0, le=3)]
MentorStage = Literal["identified", "researched", "asked", "agreed", "active", "paused", "ended", "declined"]


class Supporter(Record):
    """Somebody who supports, or could. Strength belongs to the person, not to the person and a goal.

    `goals` empty means all of them; `cadence` is in days, 0 for "no clock", empty for the circle's own.
    `clock_from` is the day on which their clock was restarted without a talk. A line of `dates` is a day and
    what it is, such as "12 May exam". `not_same` are others they resemble and are not; it is read both ways.
    """

    table: ClassVar[str] = "supporter"

    name: Annotated[Line, Field(min_length=1)]
    aliases: Lines = ()
    relationship: Relationship | None = None
    circle: Circle = "middle"
    state: SupporterState = "active"
    gives: Mapping[Kind, Strength] = {}
    goals: Ids = ()
    responsive: Rating | None = None
    values: Lines = ()
    tags: Lines = ()
    channel: Line = ""
    emails: Lines = ()
    phones: Lines = ()
    birthday: Birthday = ""
    dates: Lines = ()
    organisation: Line = ""
    how_met: Note = ""
    notes: Note = ""
    their_goals: Note = ""
    cadence: Annotated[int, Field(ge=0, le=3650)] | None = None
    snoozed_until: Day | None = None
    clock_from: Day | None = None
    knows: Ids = ()
    not_same: Ids = ()
    told: bool = False
    sensitive: bool = False
    never_suggest: bool = False
    mentor: MentorStage | None = None
    sources: Lines = ()
