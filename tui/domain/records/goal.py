"""Goals: what somebody wants to achieve, and how they want to go about it with others."""

from typing import Annotated, ClassVar

from pydantic import Field

from tui.domain.language.words import Audience, GoalState, Ownership, Praise, ReportRhythm, Stage

from .record import Day, Line, Note, Record


class Goal(Record):
    """A goal as it stands now. How it came to be so is in its responses and decisions."""

    table: ClassVar[str] = "goal"

    title: Annotated[Line, Field(min_length=1)]
    why: Note = ""
    ownership: Ownership | None = None
    sign: Note = ""
    by: Day | None = None
    stage: Stage | None = None
    state: GoalState = "active"
    obstacle: Line = ""
    plan: Line = ""
    next_step: Line = ""
    audience: Audience | None = None
    praise: Praise | None = None
    report: ReportRhythm | None = None
    change_sign: Note = ""
    notes: Note = ""
