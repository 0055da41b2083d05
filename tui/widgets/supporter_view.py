"""A supporter in full: how close and how often, what they give, what is open, what passed, their side."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from tui.domain.calendar.days import day_in_words
from tui.domain.language.text import clean_line, clean_note
from tui.domain.language.words import HOLDS
from tui.domain.people.directory_order import UNVISITED, standing

from .drawn import hanging
from .lines import counted
from .loop_row import loop_lines
from .supporter_row import GLYPHS, GROUP, MENTOR, STANDINGS

if TYPE_CHECKING:
    from tui.domain.language.vocabulary import Vocabulary
    from tui.domain.people.directory import Directory
    from tui.domain.people.directory_card import Card
    from tui.domain.records.log import Exchange
    from tui.domain.records.supporter import Supporter

DOTS = ("···", "●··", "●●·", "●●●")
"""How surely somebody gives a kind of support; its word stands beside it."""

LATELY = 6
_FACTS = 11


@dataclass(frozen=True)
class SupporterView:
    """What is told of one supporter. `open_notes` says that the notes of a sensitive one may be seen now."""

    card: "Card"
    directory: "Directory"
    words: "Vocabulary"
    open_notes: bool = False

    def lines(self, width: int) -> list[Content]:
        """Everything, for a width in cells."""
        parts = (
            self._head(width),
            self._headed("GIVES", self._gives(width)),
            self._facts(self._help(), width),
            self._headed("CARRIES", self._carries(width)),
            self._headed("OPEN", self._open(width)),
            self._headed("LATELY", self._lately(width)),
            self._headed("THEIR SIDE", self._their_side(width)),
            self._headed("ABOUT", self._facts(self._about(), width)),
            self._headed("NOTES", self._notes(width)),
        )
        shown = [lines for part in parts if (lines := list(part))]
        return [
            line for place, lines in enumerate(shown) for line in ((Content(), *lines) if place else lines)
        ]

    def talks(self) -> "list[tuple[Exchange, Content, Content]]":
        """All exchanges, each with its day and what passed."""
        today = self.directory.today
        return [
            (one, Content.styled(day_in_words(one.date, today), "$quiet"), self._talk(one))
            for one in self.card.exchanges
        ]

    def _head(self, width: int) -> Iterator[Content]:
        from tui.domain.talks.rhythm import cadence_of, is_group, is_mentor

        supporter = self.card.supporter
        sign = GROUP if is_group(supporter) else MENTOR if is_mentor(supporter) else ""
        name = Content.assemble(clean_line(supporter.name), f" {sign}" if sign else "")
        yield from (line.stylize("$accent bold") for line in name.wrap(width))
        who = [self._word("relationship", supporter.relationship), f"{supporter.circle} circle"]
        days = cadence_of(supporter)
        who.append(f"every {counted(days, 'day')}" if days else "no clock")
        yield from self._quiet(" · ".join(filter(None, who)), width)
        yield from (line for line in self._standing().wrap(width))
        if supporter.told:
            yield from self._quiet("knows that you count on them", width)
        elif not is_group(supporter) and supporter.state == "active" and _counted_on(supporter):
            yield from self._quiet("has not heard yet that you count on them", width)
        if supporter.never_suggest:
            yield from self._quiet("never suggested", width)

    def _standing(self) -> Content:
        supporter, today = self.card.supporter, self.directory.today
        stands = standing(self.card)
        days = counted(self.card.days, "day")
        parts = [STANDINGS[stands]]
        if self.card.exchanges:
            parts.append(f"{days} ago" if self.card.days else "today")
        elif stands != UNVISITED:
            parts.append(f"nothing logged in {days}" if self.card.days else "nothing logged yet")
        if supporter.snoozed_until is not None and supporter.snoozed_until > today:
            parts.append(f"rests until {day_in_words(supporter.snoozed_until, today)}")
        return Content.assemble((f"{GLYPHS[stands]} ", "$accent"), " · ".join(parts))

    def _gives(self, width: int) -> Iterator[Content]:
        gives = self.card.supporter.gives
        for kind in sorted(gives, key=lambda kind: -gives[kind]):
            word = self.words["kind"][kind]
            surely = self.words["strength"][str(gives[kind])].label
            text = Content.assemble((f"{word.short} ", "$quiet"), word.label, (f", {surely}", "$quiet"))
            yield from hanging(Content.styled(DOTS[gives[kind]], "$accent"), text, width, 4)

    def _help(self) -> Iterator[tuple[str, str]]:
        from tui.domain.records.references import shown_name

        supporter, network = self.card.supporter, self.directory.network
        goals = ", ".join(clean_line(shown_name(network, "goals", id_)) for id_ in supporter.goals)
        yield "goals", goals or "all of them"
        if supporter.responsive is not None:
            yield "takes in", f"what you say: {TAKES_IN[supporter.responsive]}"
        yield "mentor", supporter.mentor or ""

    def _carries(self, width: int) -> Iterator[Content]:
        """What rests on them for each goal: the kinds they hold, and those nobody else does."""
        from tui.content import questionnaire
        from tui.domain.language.listing import listed
        from tui.domain.support.carrying import carried_by
        from tui.domain.support.coverage_words import spoken

        today, network = self.directory.today, self.directory.network
        for one in carried_by(network, questionnaire().scoring, today, self.card.id):
            said = listed([spoken(kind, self.words) for kind in one.kinds])
            alone = listed([spoken(kind, self.words) for kind in one.alone]) if one.alone else ""
            notes = [f"{alone} rest{'' if len(one.alone) > 1 else 's'} on them alone"] if alone else []
            notes += ["a lot for one person"] if one.much else []
            goal = Content(clean_line(one.goal.title))
            yield from goal.wrap(width)
            yield from hanging("", Content(said), width, 2)
            if notes:
                yield from hanging("", Content("; ".join(notes)).stylize("$quiet"), width, 2)

    def _open(self, width: int) -> Iterator[Content]:
        from tui.domain.promises import offers

        today, network = self.directory.today, self.directory.network
        for ask in self.directory.asks_open(self.card.id):
            yield from loop_lines(ask, self.words, today, width)
        for offer in network.offers.values():
            if offer.supporter == self.card.id and offers.is_open(offer):
                yield from loop_lines(offer, self.words, today, width)

    def _lately(self, width: int) -> Iterator[Content]:
        exchanges = self.card.exchanges
        talks = self.talks()[:LATELY]
        indent = max((day.cell_length for _, day, _ in talks), default=0) + 2
        for _, day, passed in talks:
            yield from hanging(day, passed, width, indent)
        if len(exchanges) > LATELY:
            rest = len(exchanges) - LATELY
            yield Content.assemble(
                (f"and {rest} before; ", "$quiet"), ("t", "$accent"), (" shows all", "$quiet")
            )

    def _talk(self, exchange: "Exchange") -> Content:
        return talk_line(exchange, self.words, self._others(exchange))

    def _others(self, exchange: "Exchange") -> Sequence[str]:
        people = self.directory.network.supporters
        others = [id_ for id_ in exchange.supporters if id_ != self.card.id]
        return [clean_line(people[id_].name) if id_ in people else "someone" for id_ in others]

    def _their_side(self, width: int) -> Iterator[Content]:
        from tui.domain.calendar.birthday import birthday_in_words

        supporter = self.card.supporter
        if supporter.their_goals:
            yield from Content(clean_note(supporter.their_goals)).wrap(width)
        days = [
            ("birthday", birthday_in_words(supporter.birthday)),
            *(("day", line) for line in supporter.dates),
        ]
        yield from self._facts(days, width)

    def _about(self) -> Iterator[tuple[str, str]]:
        supporter = self.card.supporter
        yield "also", ", ".join(supporter.aliases)
        yield "tags", " ".join(f"#{tag}" for tag in supporter.tags)
        yield "values", ", ".join(supporter.values)
        yield "knows", ", ".join(one.name for one in self.directory.known_by(self.card))
        yield "reach by", supporter.channel
        yield "mail", ", ".join(supporter.emails)
        yield "phone", ", ".join(supporter.phones)
        yield "belongs to", supporter.organisation
        yield "met", supporter.how_met

    def _notes(self, width: int) -> Iterator[Content]:
        supporter = self.card.supporter
        if supporter.sensitive and not self.open_notes:
            if supporter.notes:
                yield Content.assemble(("hidden; ", "$quiet"), ("v", "$accent"), (" shows them", "$quiet"))
        elif supporter.notes:
            yield from Content(clean_note(supporter.notes)).wrap(width)

    def _facts(self, facts: Iterable[tuple[str, str]], width: int) -> Iterator[Content]:
        for label, text in facts:
            if text:
                yield from hanging(
                    Content.styled(label, "$quiet"), Content(clean_note(text)), width, _FACTS + 1
                )

    def _quiet(self, text: str, width: int) -> Iterator[Content]:
        yield from (line.stylize("$quiet") for line in Content(text).wrap(width))

    def _word(self, name: str, id_: str | None) -> str:
        return self.words[name][id_].label if id_ else ""

    @staticmethod
    def _headed(title: str, lines: Iterable[Content]) -> Iterator[Content]:
        made = list(lines)
        if made:
            yield Content.styled(title, "$accent bold")
            yield from made


def _counted_on(supporter: "Supporter") -> bool:
    """Whether they give anything at least sometimes."""
    return any(strength >= HOLDS for strength in supporter.gives.values())


TAKES_IN = ("hardly", "a little", "mostly", "very well")
"""How well somebody takes in what one says, 0 to 3."""


def talk_line(exchange: "Exchange", words: "Vocabulary", others: Sequence[str] = ()) -> Content:
    """What passed, in one line: how, what was said, and what it was for."""
    from tui.domain.support.coverage_words import spoken

    said = clean_line(exchange.note)
    quiet = [words["direction"][exchange.direction].label] if exchange.direction != "both" else []
    quiet += [spoken(kind, words) for kind in exchange.kinds]
    if exchange.their_good_news:
        quiet.append("good news")
    if others:
        quiet.append(f"with {', '.join(others)}")
    head = words["channel"][exchange.channel].label if exchange.channel else ""
    text = Content((f"{head}, {said}" if head and said else head or said) or "talked")
    return Content.assemble(text, (f"  {' · '.join(quiet)}" if quiet else "", "$quiet"))
