"""Feedback: what somebody said about a goal, and what became of it."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tui.domain.language.words import About, Channel, FeedbackForm, Verdict

from .record import Day, Line, Note, Record, Reference

FeedbackState = Literal["to sort", "accepted", "adapted", "parked", "declined"]


class Feedback(Record):
    """One piece of feedback, from the moment it was heard to the verdict on it.

    Situation, what was seen and its effect are kept apart from the suggestion, so that the part about
    the work can be used even where the rest cannot (Kluger and DeNisi 1996).
    """

    table: ClassVar[str] = "feedback"

    text: Note
    supporter: Reference = None
    goal: Reference = None
    date: Day
    channel: Channel | None = None
    situation: Note = ""
    observed: Note = ""
    effect: Note = ""
    suggestion: Note = ""
    about: About | None = None
    form: FeedbackForm | None = None
    stings: bool = False
    verdict: Verdict | None = None
    verdict_on: Day | None = None
    part: Note = ""
    next_step: Line = ""
    next_by: Day | None = None
    parked_until: Day | None = None
    parked_times: Annotated[int, Field(ge=0, le=10_000)] = 0
    reason: Note = ""
    told_on: Day | None = None

    @property
    def state(self) -> FeedbackState:
        """Where it stands: to sort, or what the verdict made of it."""
        match self.verdict:
            case "accept":
                return "accepted"
            case "adapt":
                return "adapted"
            case "park":
                return "parked"
            case "decline":
                return "declined"
            case None:
                return "to sort"
