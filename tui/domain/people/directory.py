"""The directory: every supporter with what the log says about them, ready to be found and put in order."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from tui.domain.language.matching import Match, narrower, read_match
from tui.domain.language.text import fold
from tui.domain.promises.asks import is_open
from tui.domain.records.log import Ask
from tui.domain.records.network import Network
from tui.domain.records.supporter import Supporter
from tui.domain.talks.exchanges import exchanges_by_person

from .directory_card import Card, card_of
from .directory_order import Grouping, Heading, Order, in_groups, key_of
from .directory_terms import DUE_NOW, TERMS, Searched, by_fit, own_terms, searched


class Directory:
    """The cards of a network on one day. What did not change since the one before is taken from there."""

    def __init__(self, network: Network, today: date, before: "Directory | None" = None) -> None:
        self.network = network
        self.today = today
        self._by_person = exchanges_by_person(network)
        self.cards = self._cards(before if before is not None and before.today == today else None)
        self._names: dict[str, str] = {} if before is None else before._names
        titles_stay = before is not None and before.network.shelves.get("goal") is network.shelves.get("goal")
        self._searched: dict[str, tuple[Supporter, Searched]] = (
            before._searched if before is not None and titles_stay else {}
        )
        self._ordered: dict[Order, Sequence[Card]] = {}
        self._beside: dict[Order, Sequence[tuple[Card, Searched]]] = {}
        self._grouped: dict[tuple[Order, Grouping], list[Card | Heading]] = {}
        self._last: tuple[Order, tuple[str, ...], Sequence[tuple[Card, Searched]]] = ("name", (), ())

    def __len__(self) -> int:
        return len(self.cards)

    def _cards(self, before: "Directory | None") -> Mapping[str, Card]:
        supporters, log = self.network.supporters, self._by_person
        if before is None or (changed := supporters.changed_since(before.network.supporters)) is None:
            return {one.id: card_of(one, log.get(one.id, ()), self.today) for one in supporters.values()}
        cards = dict(before.cards)
        if log is not before._by_person:
            talked = {id_ for id_ in log.keys() | before._by_person.keys()
                      if log.get(id_) is not before._by_person.get(id_)}  # fmt: skip
            changed |= talked
        for id_ in changed:
            if (supporter := supporters.get(id_)) is not None:
                cards[id_] = card_of(supporter, log.get(id_, ()), self.today)
            else:
                cards.pop(id_, None)
        return cards

    def searched(self, card: Card) -> Searched:
        """The words a filter looks for a supporter in; folded once for each version of a supporter."""
        known = self._searched.get(card.id)
        if known is None or known[0] is not card.supporter:
            known = self._searched[card.id] = (card.supporter, searched(card.supporter, self.network))
        return known[1]

    def ordered(self, order: Order) -> Sequence[Card]:
        """All cards in an order."""
        if order not in self._ordered:
            key, folded = key_of(order), self._folded
            cards = self.cards.values()
            self._ordered[order] = sorted(
                cards, key=lambda card: (*key(card), folded(card.supporter.name), card.id)
            )
        return self._ordered[order]

    def get_ready(self, order: Order) -> None:
        """Fold all the words there are, so that the first key of a filter need not."""
        if order not in self._beside:
            self._beside[order] = [(card, self.searched(card)) for card in self.ordered(order)]

    def found(self, match: Match, order: Order = "name") -> list[Card]:
        """The cards that fit a filter; with words in it those whose names begin so first, then the rest."""
        cards = self._with_words(match.words, order) if match.words else list(self.ordered(order))
        if match.terms:
            cards = [card for card in cards if match.takes_terms(own_terms(card, self, match))]
        return cards

    def _with_words(self, words: tuple[str, ...], order: Order) -> list[Card]:
        self.get_ready(order)
        last_order, last_words, found = self._last
        if order != last_order or not last_words or not narrower(words, last_words):
            found = self._beside[order]
        for word in words:
            found = [pair for pair in found if word in pair[1].text]
        self._last = (order, words, found)
        return by_fit(words, found)

    @cached_property
    def due(self) -> int:
        """How many are due, or more than due."""
        cards = self.cards.values()
        return sum(card.touch in DUE_NOW and card.supporter.state == "active" for card in cards)

    def _folded(self, name: str) -> str:
        folded = self._names.get(name)
        if folded is None:
            folded = self._names[name] = fold(name)
        return folded

    def arranged(self, match: Match, order: Order, grouping: Grouping) -> list[Card | Heading]:
        """The cards that fit, under headings; those found by their words stand in the order of their fit."""
        if match:
            cards = self.found(match, order)
            return list(cards) if match.words else in_groups(cards, grouping)
        if (order, grouping) not in self._grouped:
            self._grouped[order, grouping] = in_groups(self.ordered(order), grouping)
        return self._grouped[order, grouping]

    def asks_open(self, id_: str) -> list[Ask]:
        """What was asked of a supporter, or is to be asked, and has no answer for good; the oldest first."""
        asks = (ask for ask in self.network.asks.values() if ask.supporter == id_ and is_open(ask))
        return sorted(asks, key=lambda ask: (ask.sent_on or date.max, ask.id))

    def known_by(self, card: Card) -> Iterator[Supporter]:
        """Those they know, and those who know them, by name."""
        from .acquaintance import acquaintances

        ids = acquaintances(self.network).get(card.id, frozenset())
        people = (self.network.supporters.get(id_) for id_ in ids)
        yield from sorted((one for one in people if one is not None), key=lambda one: one.name.casefold())


class _Last:
    """The directory last made, so that all who ask about the same network and day share it."""

    directory: Directory | None = None


def directory_of(network: Network, today: date) -> Directory:
    """The directory of a network on a day, made once."""
    last = _Last.directory
    if last is None or last.network is not network or last.today != today:
        last = _Last.directory = Directory(network, today, last)
    return last


def matching(network: Network, wanted: str, today: date) -> list[Supporter]:
    """The supporters that fit a filter as a person types it, in the order of the list."""
    return [card.supporter for card in directory_of(network, today).found(read_match(wanted, TERMS))]
