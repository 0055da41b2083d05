"""What a filter finds supporters by: the words about them, and the values of its terms."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from tui.domain.language.matching import Match
from tui.domain.language.text import fold
from tui.domain.language.words import KINDS
from tui.domain.records.network import Network
from tui.domain.records.references import name_of
from tui.domain.records.supporter import Supporter
from tui.domain.talks.rhythm import is_mentor

if TYPE_CHECKING:
    from .directory import Directory
    from .directory_card import Card

Values = Collection[str]

_NO_YES = ("no", "yes")
DUE_NOW = ("due", "overdue", "drifting")
_ALSO = {"feedback": ("fbk",)}
"""The mark of a kind where it is not how its name begins."""


class Searched(NamedTuple):
    """The folded words about one supporter: the name, all names each after a space, and everything."""

    name: str
    names: str
    text: str


def searched(supporter: Supporter, network: Network) -> Searched:
    """All that a filter's words are looked for in. The notes of a sensitive one are left out."""
    name = fold(supporter.name)
    names = "".join(f" {one}" for one in (name, *map(fold, supporter.aliases)))
    written = [
        *supporter.tags,
        *supporter.values,
        *supporter.emails,
        *supporter.phones,
        *_goals(supporter, network),
        supporter.relationship or "",
        supporter.organisation,
        supporter.channel,
        supporter.their_goals,
    ]
    if not supporter.sensitive:
        written += [supporter.notes, supporter.how_met]
    rest = fold(" ".join(filter(None, written)))
    return Searched(name, names, f"{names}\n{rest}" if rest else names)


def by_fit(words: tuple[str, ...], found: "Iterable[tuple[Card, Searched]]") -> "list[Card]":
    """Those that hold all the words: first whose name begins so, then those with words of names that do,
    then those whose names hold them, then the rest.
    """
    beginning, beginnings = " ".join(words), [f" {word}" for word in words]
    begins: list[Card] = []
    word_begins: list[Card] = []
    inside: list[Card] = []
    rest: list[Card] = []
    for card, (name, names, _) in found:
        if name.startswith(beginning):
            begins.append(card)
        elif all(map(names.__contains__, beginnings)):
            word_begins.append(card)
        elif all(map(names.__contains__, words)):
            inside.append(card)
        else:
            rest.append(card)
    return [*begins, *word_begins, *inside, *rest]


def own_terms(card: "Card", directory: "Directory", match: Match) -> Mapping[str, Values]:
    """The values a supporter has for the terms a filter asks about."""
    return {name: _VALUES[name](card, directory) for name, _ in match.terms}


def _gives(card: "Card", _: "Directory") -> Values:
    gives = card.supporter.gives
    given = [kind for kind in KINDS if gives.get(kind, 0) > 0]
    return [word for kind in given for word in (kind, *_ALSO.get(kind, ()))] or ("nothing",)


def _due(card: "Card", _: "Directory") -> Values:
    if card.supporter.state != "active":
        return ()
    return (card.touch, "now") if card.touch in DUE_NOW else (card.touch,)


def _goals_helped(card: "Card", directory: "Directory") -> Values:
    """Who is kept for no goal in particular helps with all of them."""
    if card.supporter.goals:
        return _goals(card.supporter, directory.network)
    return ("all", *(goal.title for goal in directory.network.goals.values()))


def _goals(supporter: Supporter, network: Network) -> Values:
    return [title for id_ in supporter.goals if (title := name_of(network, "goal", id_))]


def _mentor(card: "Card", _: "Directory") -> Values:
    supporter = card.supporter
    return tuple(filter(None, ("yes" if is_mentor(supporter) else "no", supporter.mentor)))


_VALUES: "Mapping[str, Callable[[Card, Directory], Values]]" = {
    "name": lambda card, _: (card.supporter.name, *card.supporter.aliases),
    "circle": lambda card, _: (card.supporter.circle,),
    "state": lambda card, _: (card.supporter.state,),
    "due": _due,
    "gives": _gives,
    "goal": _goals_helped,
    "tag": lambda card, _: card.supporter.tags,
    "relationship": lambda card, _: (card.supporter.relationship or "none",),
    "told": lambda card, _: (_NO_YES[card.supporter.told],),
    "mentor": _mentor,
    "knows": lambda card, directory: [one.name for one in directory.known_by(card)],
    "channel": lambda card, _: (card.supporter.channel,),
    "value": lambda card, _: card.supporter.values,
    "sensitive": lambda card, _: (_NO_YES[card.supporter.sensitive],),
    "suggest": lambda card, _: (_NO_YES[not card.supporter.never_suggest],),
}

TERMS = tuple(_VALUES)
"""The terms that may be asked for, as in `circle:inner gives:guidance`."""
