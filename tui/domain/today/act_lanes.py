"""What each lane has to suggest for a network on a day, in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from string import Template
from typing import TYPE_CHECKING

from tui.domain.calendar.ago import ago
from tui.domain.language.words import HOLDS, Kind
from tui.domain.promises.offers import is_overdue
from tui.domain.questionnaire.items import Scoring
from tui.domain.records.network import Network
from tui.domain.records.references import shown_name
from tui.domain.records.supporter import Supporter
from tui.domain.support.best_asks import best_asks
from tui.domain.support.coverage import STRONG_NEED, coverages
from tui.domain.support.lanes import single_points, unmet_after_asks
from tui.domain.talks.due import Due, due_people
from tui.domain.talks.exchanges import exchanges_by_person
from tui.domain.talks.reciprocity import balance_with, is_thanked, lately, reciprocity
from tui.domain.talks.rhythm import is_group
from tui.domain.talks.slowing import gaps_between, slows_down

from .acts import Act, Lane, Lanes

if TYPE_CHECKING:
    from tui.domain.language.vocabulary import Vocabulary
    from tui.domain.records.log import Offer


@dataclass(frozen=True)
class Wording:
    """The words acts are said in: `templates` by what is said and then by `title` and `because`."""

    templates: Mapping[str, Mapping[str, str]]
    words: "Vocabulary"

    def kind(self, kind: Kind) -> str:
        """A kind of support inside a sentence."""
        label = self.words["kind"][kind].label
        return label[:1].lower() + label[1:]

    def act(
        self,
        lane: Lane,
        says: str,
        score: float,
        blanks: Mapping[str, str],
        *,
        person: str | None = None,
        goal: str | None = None,
        kind: Kind | None = None,
        of: str | None = None,
        because: str = "",
    ) -> Act:
        """An act in these words."""
        template = self.templates[says]
        why = because or Template(template["because"]).substitute(blanks)
        title = Template(template["title"]).substitute(blanks)
        return Act(lane, says, title, why, score, person, goal, kind, of)


def lanes_of(network: Network, scoring: Scoring, wording: Wording, today: date, places: int) -> Lanes:
    """Every lane, the best first, as far as so many places can want it.

    Each place may take one person away from the lanes after it, so twice as many are more than enough.
    """
    return {
        "ask": list(_asks(network, scoring, wording, today, places)),
        "keep": list(islice(_keeping(network, scoring, wording, today), 2 * places)),
        "give": [*_promises(network, wording, today), *_returns(network, wording, today),
                 *_offers(network, wording, today)],
        "protect": list(_protecting(network, scoring, wording, today)),
        "grow": list(_growing(network, scoring, wording, today)),
    }  # fmt: skip


def _asks(network: Network, scoring: Scoring, wording: Wording, today: date, places: int) -> Iterator[Act]:
    for idea in best_asks(network, scoring, today, limit=places):
        yield wording.act(
            "ask",
            "ask",
            idea.score,
            {"name": _name(network, idea.supporter), "kind": wording.kind(idea.kind)},
            person=idea.supporter,
            goal=idea.goal,
            kind=idea.kind,
            because=idea.because,
        )


def _keeping(network: Network, scoring: Scoring, wording: Wording, today: date) -> Iterator[Act]:
    by_person = exchanges_by_person(network)
    needed = _strongly_needed(network, scoring, today)
    for due in due_people(network, scoring, today):
        one = due.supporter
        exchanges = by_person.get(one.id, ())
        held = _held(one, needed)
        if is_group(one):
            says = "keep_group" if exchanges else "keep_group_new"
        elif not exchanges:
            says = "keep_new"
        elif held is not None:
            says = "keep_holds"
        else:
            says = "keep_slower" if slows_down(gaps_between(exchanges)) else "keep"
        yield wording.act("keep", says, due.score, _keep_blanks(wording, due, held, today), person=one.id)


def _keep_blanks(wording: Wording, due: Due, held: Kind | None, today: date) -> Mapping[str, str]:
    days = due.rhythm.cadence
    strength = due.supporter.gives.get(held, 0) if held else 0
    return {
        "name": due.supporter.name,
        "since": ago(due.rhythm.heard, today),
        "every": "day" if days == 1 else f"{days} days",
        "kind": wording.kind(held) if held else "",
        "gives": wording.words["strength"][str(strength)].label,
    }


def _strongly_needed(network: Network, scoring: Scoring, today: date) -> Sequence[tuple[str, Kind]]:
    """The strongly needed kinds with the goals they are needed for, the strongest need of each first."""
    return [
        (goal, kind)
        for goal, coverage in coverages(network, scoring, today).items()
        for kind in coverage.needed
        if coverage.need(kind) >= STRONG_NEED
    ]


def _held(one: Supporter, needed: Sequence[tuple[str, Kind]]) -> Kind | None:
    """The first strongly needed kind that somebody gives sometimes or reliably."""
    fits = (
        kind for goal, kind in needed
        if one.gives.get(kind, 0) >= HOLDS and (not one.goals or goal in one.goals)
    )  # fmt: skip
    return next(fits, None)


def _promises(network: Network, wording: Wording, today: date) -> Iterator[Act]:
    """Promises whose day has come, the oldest first."""
    due = [
        (offer.due, offer)
        for offer in network.offers.values()
        if offer.state == "promised" and offer.due is not None and offer.due <= today
    ]
    for day, offer in sorted(due, key=lambda pair: (pair[0], pair[1].id)):
        says = "promise_today" if day == today else "promise"
        yield from _about(network, wording, offer, says=says, since=day, today=today)


def _offers(network: Network, wording: Wording, today: date) -> Iterator[Act]:
    """Offers, and promises without a day, whose time has come; the oldest first."""
    old = [
        offer
        for offer in network.offers.values()
        if is_overdue(offer, today) and (offer.state == "offered" or offer.due is None)
    ]
    for offer in sorted(old, key=lambda offer: (offer.date, offer.id)):
        says = "offer" if offer.state == "offered" else "promise_open"
        yield from _about(network, wording, offer, says=says, since=offer.date, today=today)


def _about(
    network: Network, wording: Wording, offer: "Offer", *, says: str, since: date, today: date
) -> Iterator[Act]:
    supporter = network.supporters.get(offer.supporter or "")
    left_in_peace = supporter is None or supporter.state in ("paused", "ended") or supporter.never_suggest
    if supporter is not None and not left_in_peace:
        text = offer.text.split("\n", 1)[0] or (wording.kind(offer.kind) if offer.kind else "what you said")
        blanks = {"name": supporter.name, "text": text, "since": ago(since, today)}
        yield wording.act(
            "give",
            says,
            float((today - since).days),
            blanks,
            person=supporter.id,
            kind=offer.kind,
            of=offer.id,
        )


def _returns(network: Network, wording: Wording, today: date) -> Iterator[Act]:
    """Those who gave much more than they got, where such things are counted; the most uneven first."""
    found: list[tuple[float, Supporter]] = []
    for id_, exchanges in exchanges_by_person(network).items():
        supporter = network.supporters.get(id_)
        if supporter is None or supporter.state != "active" or supporter.never_suggest:
            continue
        passed = lately(exchanges, today)
        if passed and balance_with(supporter, passed, today) == "received-more":
            found.append((-reciprocity(passed, today).index, supporter))
    for uneven, supporter in sorted(found, key=lambda pair: (-pair[0], pair[1].id)):
        says = "thank" if is_thanked(supporter) else "return"
        yield wording.act("give", says, uneven, {"name": supporter.name}, person=supporter.id)


def _protecting(network: Network, scoring: Scoring, wording: Wording, today: date) -> Iterator[Act]:
    for point in single_points(network, scoring, today):
        blanks = {"name": _name(network, point.supporter), "kind": wording.kind(point.kind)}
        yield wording.act(
            "protect",
            "protect",
            point.loss,
            blanks,
            person=point.supporter,
            goal=point.goal,
            kind=point.kind,
        )


def _growing(network: Network, scoring: Scoring, wording: Wording, today: date) -> Iterator[Act]:
    for unmet in unmet_after_asks(network, scoring, today):
        blanks = {"kind": wording.kind(unmet.kind)}
        yield wording.act("grow", "grow", unmet.residual, blanks, goal=unmet.goal, kind=unmet.kind)


def _name(network: Network, id_: str) -> str:
    return shown_name(network, "supporter", id_)
