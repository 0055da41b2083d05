"""A briefing laid out: how it stands, one thing to give, what passed, what is open, and their side."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from tui.domain.calendar.ago import ago
from tui.domain.calendar.days import day_in_words
from tui.domain.language.text import clean_line, clean_note
from tui.domain.people.directory_order import UNVISITED
from tui.domain.promises.loops import what_of
from tui.domain.talks.briefing import said_yes_to
from tui.domain.talks.rhythm import is_group, rests

from .drawn import hanging
from .lines import counted
from .supporter_row import GLYPHS, STANDINGS
from .supporter_view import talk_line

if TYPE_CHECKING:
    from tui.domain.language.vocabulary import Vocabulary
    from tui.domain.promises.loops import OpenLoop
    from tui.domain.records.network import Network
    from tui.domain.talks.briefing import Briefing

_INDENT = 14


@dataclass(frozen=True)
class BriefingView:
    """What is told in a briefing. `open_notes` says that the notes of somebody sensitive may be seen now."""

    briefing: "Briefing"
    network: "Network"
    words: "Vocabulary"
    open_notes: bool = False

    def lines(self, width: int) -> list[Content]:
        """Everything, for a width in cells."""
        return _parted(
            self._head(width),
            _headed("ONE THING TO GIVE", self._give(width)),
            _headed("LAST TIME", self._last(width, len(self.briefing.last))),
            _headed("OPEN BETWEEN YOU", self._open(width)),
            _headed("TO CELEBRATE", self._celebrate(width)),
            _headed("THEIR SIDE", self._their_side(width)),
            _headed("NOTES", self._notes(width)),
        )

    def short(self, width: int) -> list[Content]:
        """What is enough to decide what to do next."""
        return _parted(
            self._head(width),
            _headed("ONE THING TO GIVE", self._give(width)),
            _headed("LAST TIME", self._last(width, 1)),
            _headed("OPEN BETWEEN YOU", self._open(width)),
        )

    def _head(self, width: int) -> Iterator[Content]:
        told = self.briefing
        supporter, rhythm = told.supporter, told.rhythm
        for line in Content(clean_line(supporter.name)).wrap(width):
            yield line.stylize("$accent bold")
        relationship = (
            self.words["relationship"][supporter.relationship].label if supporter.relationship else ""
        )
        every = f"every {counted(rhythm.cadence, 'day')}" if rhythm.cadence else "no clock"
        who = " · ".join(filter(None, (relationship, f"{supporter.circle} circle", every, supporter.channel)))
        yield from (line.stylize("$quiet") for line in Content(clean_line(who)).wrap(width))
        yield from self._standing().wrap(width)
        if told.balance is not None and told.balance not in ("too-early", "even"):
            balance = self.words["balance"][told.balance]
            yield from (line.stylize("$quiet") for line in Content(f"Lately {balance.label}.").wrap(width))

    def _standing(self) -> Content:
        told = self.briefing
        supporter, rhythm = told.supporter, told.rhythm
        stands = rhythm.touch if supporter.state == "active" else supporter.state
        if told.last:
            parts = [STANDINGS[stands], f"last spoke {ago(rhythm.heard, told.today)}"]
        elif is_group(supporter):
            parts = [STANDINGS[UNVISITED]]
        else:
            parts = ["no talk written down yet"]
        if rhythm.since > rhythm.heard:
            parts.append(f"begun anew {ago(rhythm.since, told.today)}")
        if rests(supporter, told.today) and supporter.snoozed_until is not None:
            parts.append(f"rests until {day_in_words(supporter.snoozed_until, told.today)}")
        if told.slower:
            parts.append("your talks come further apart")
        return Content.assemble((f"{GLYPHS[stands]} ", "$accent"), " · ".join(parts))

    def _give(self, width: int) -> Iterator[Content]:
        yield from hanging(Content.styled("▸ ", "$accent"), Content(clean_line(self.briefing.give)), width, 2)

    def _last(self, width: int, many: int) -> Iterator[Content]:
        shown = self.briefing.last[:many]
        days = [day_in_words(one.date, self.briefing.today) for one in shown]
        indent = max([_INDENT, *(len(day) + 2 for day in days)])
        for one, day in zip(shown, days, strict=True):
            others = [
                clean_line(self.network.supporters[id_].name) if id_ in self.network.supporters else "someone"
                for id_ in one.supporters
                if id_ != self.briefing.supporter.id
            ]
            yield from hanging(
                Content.styled(day, "$quiet"), talk_line(one, self.words, others), width, indent
            )

    def _open(self, width: int) -> Iterator[Content]:
        for loop in self.briefing.loops:
            text = Content.assemble(clean_line(what_of(loop, self.words)), (self._when(loop), "$quiet"))
            yield from hanging(
                Content.styled(self.words["loop"][loop.loop].label, "$quiet"), text, width, _INDENT
            )
        for ask in self.briefing.answered:
            text = Content(clean_line(said_yes_to(ask, self.words)) or "what you asked")
            yield from hanging(Content.styled("said yes", "$quiet"), text, width, _INDENT)

    def _when(self, loop: "OpenLoop") -> str:
        if loop.due is not None:
            return f"  by {day_in_words(loop.due, self.briefing.today)}"
        return f"  {ago(loop.since, self.briefing.today)}" if loop.since is not None else ""

    def _celebrate(self, width: int) -> Iterator[Content]:
        for one in self.briefing.good_news:
            yield from hanging(
                Content.styled("theirs", "$quiet"), Content(clean_line(one.note)), width, _INDENT
            )
        for reached in self.briefing.milestones:
            text = Content.assemble(clean_line(reached.milestone), ("  they have not heard yet", "$quiet"))
            yield from hanging(Content.styled("yours", "$quiet"), text, width, _INDENT)

    def _their_side(self, width: int) -> Iterator[Content]:
        if goals := clean_note(self.briefing.supporter.their_goals):
            yield from Content(goals).wrap(width)
        for occasion in self.briefing.occasions:
            day = Content.styled(day_in_words(occasion.day, self.briefing.today), "$quiet")
            yield from hanging(day, Content(clean_line(occasion.what)), width, _INDENT + 3)

    def _notes(self, width: int) -> Iterator[Content]:
        supporter = self.briefing.supporter
        if supporter.sensitive and not self.open_notes:
            if supporter.notes:
                yield Content.assemble(("hidden; ", "$quiet"), ("v", "$accent"), (" shows them", "$quiet"))
        elif supporter.notes:
            yield from Content(clean_note(supporter.notes)).wrap(width)


def _headed(title: str, lines: Iterable[Content]) -> Iterator[Content]:
    made = list(lines)
    if made:
        yield Content.styled(title, "$accent bold")
        yield from made


def _parted(*parts: Iterable[Content]) -> list[Content]:
    """The parts that hold something, an empty line between."""
    shown = [lines for part in parts if (lines := list(part))]
    return [line for place, lines in enumerate(shown) for line in ((Content(), *lines) if place else lines)]
