"""Duplicates: who may be the same person, each with the reason, in a directory or an address book."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.domain.language.text import fold

from .first_names import FirstNames
from .phones import phone_key, same_phone
from .spellings import handles, plain_name, resemblance

_CROWD = {"+": 8, "*": 8, "!": 8}
_LARGEST_CROWD = 40
"""People under one handle beyond which it tells nobody apart: a Maria Garcia more or less."""

_USUAL = 2
"""Other people with a word in their name that make it a name of its own and no slip of the pen."""

_NAME_REASONS: Mapping[str, str] = {
    "same": "the same name",
    "order": "the same name in another order",
    "joined": "the same name, written together or apart",
    "more": "the same name, one says more of it",
    "short": "a short form of the same name",
    "slip": "nearly the same name",
    "initial": "the same initial and family name",
}


@dataclass(frozen=True, slots=True)
class Known:
    """What there is to know somebody by. `key` is whatever the one who asks calls them."""

    key: str
    names: tuple[str, ...]
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    birthday: str = ""
    organisation: str = ""


class Same(NamedTuple):
    """Two who may be the same: their keys, why, and whether that is as good as certain."""

    one: str
    other: str
    why: str
    sure: bool


class Finder:
    """Finds who resembles somebody among those put into it, without looking at everybody.

    `others` are those who are looked for, where they are not those put in: a first name alone has to fit few
    of them. Without `first_names` nobody is found by one.
    """

    def __init__(
        self, people: Iterable[Known] = (), others: Sequence[Known] | None = None, *, first_names: bool = True
    ) -> None:
        self._firsts = FirstNames() if first_names else None
        self._others = others
        self._alone: Mapping[str, list[tuple[str, str]]] | None = None
        self._people: dict[str, Known] = {}
        self._under: defaultdict[str, list[str]] = defaultdict(list)
        self._words: Counter[str] = Counter()
        for one in people:
            self.add(one)

    def add(self, one: Known) -> None:
        """Put somebody in, or say more of somebody who is in already."""
        new, words = set(_handles(one)), _words_of(one)
        if (before := self._people.get(one.key)) is not None:
            new -= set(_handles(before))
            words -= _words_of(before)
        self._people[one.key] = one
        if self._firsts is not None:
            self._firsts.add(one.key, one.names)
            self._alone = None
        for handle in new:
            self._under[handle].append(one.key)
        self._words.update(words)

    def like(self, one: Known) -> list[Same]:
        """Those who may be the same person as this one, the surest first."""
        found: list[Same] = []
        seen: set[str] = {one.key}
        for handle in _handles(one, sought=True):
            keys = self._under.get(handle, ())
            if len(keys) > _CROWD.get(handle[0], _LARGEST_CROWD):
                continue
            for key in keys:
                if key not in seen:
                    seen.add(key)
                    if (why := self._judged(one, self._people[key])) is not None:
                        found.append(Same(one.key, key, *why))
        for key, reason in self._by_first_name(one):
            if key not in seen and not _reached_otherwise(one, self._people[key]):
                found.append(Same(one.key, key, reason, sure=False))
        return sorted(found, key=lambda same: not same.sure)

    def _by_first_name(self, one: Known) -> Iterable[tuple[str, str]]:
        """Those who go by a whole name that this first name fits, or by a first name that fits this one."""
        if self._firsts is None:
            return ()
        if self._alone is None:
            self._alone = self._fitting_alone(self._firsts)
        return [*self._firsts.fitting(one.names).items(), *self._alone.get(one.key, ())]

    def _fitting_alone(self, firsts: FirstNames) -> Mapping[str, list[tuple[str, str]]]:
        """Those who are known by a first name alone, by those whom it fits, each with the reason."""
        found: dict[str, list[tuple[str, str]]] = {}
        if not firsts.known_so:
            return found
        others = firsts if self._others is None else _first_names_of(self._others)
        for key, names in firsts.known_so.items():
            for fit, why in others.fitting(names).items():
                found.setdefault(fit, []).append((key, why))
        return found

    def _judged(self, one: Known, other: Known) -> tuple[str, bool] | None:
        """Why two may be the same, and whether that is certain; None where they are not."""
        if apart(one.birthday, other.birthday):
            return None
        name = _closest(one, other)
        email, phone = _shared(one.emails, other.emails, fold), _phone_in_common(one, other)
        if email or phone:
            said = f"the same e-mail {email}" if email else f"the same phone {phone}"
            if name or _nameless(one) or _nameless(other):
                return said, bool(email) or name != "initial"
            if email and not _household(one, other):
                return f"{said}, under another name", False
            if _one_word_in_common(one, other):
                return f"{said}, and a name in common", False
            return None
        if name in ("", "initial"):
            return self._initial(one, other) if name else None
        if name == "slip" and self._both_usual(one, other):
            return None
        if _merely_called_so(one, other):
            return None
        if one.birthday and one.birthday == other.birthday:
            return f"{_NAME_REASONS[name]}, and the same birthday", True
        return _NAME_REASONS[name], name in ("same", "order", "joined")

    def _initial(self, one: Known, other: Known) -> tuple[str, bool] | None:
        """An initial is enough only together with the organisation or the birthday."""
        if one.birthday and one.birthday == other.birthday:
            return f"{_NAME_REASONS['initial']}, and the same birthday", False
        if one.organisation and fold(one.organisation) == fold(other.organisation):
            return f"{_NAME_REASONS['initial']}, and the same organisation", False
        return None

    def _both_usual(self, one: Known, other: Known) -> bool:
        """Whether the words that differ are both names that others have, too: Jan and Jana, not Jna."""
        for first in map(plain_name, one.names):
            for second in map(plain_name, other.names):
                if resemblance(first, second) == "slip":
                    [a] = set(first) - set(second) or {""}
                    [b] = set(second) - set(first) or {""}
                    usual = min(self._words[a] - (one.key in self._people), self._words[b] - 1)
                    if usual < _USUAL:
                        return False
        return True


def duplicates(people: Sequence[Known]) -> list[Same]:
    """Every pair among the people that may be the same, the surest first."""
    finder = Finder(people)
    pairs: dict[frozenset[str], Same] = {}
    for one in people:
        for same in finder.like(one):
            pairs.setdefault(frozenset(same[:2]), same)
    return sorted(pairs.values(), key=lambda same: not same.sure)


def _first_names_of(people: Iterable[Known]) -> FirstNames:
    found = FirstNames()
    for one in people:
        found.add(one.key, one.names)
    return found


def _reached_otherwise(one: Known, other: Known) -> bool:
    """Whether two who share a first name can each be reached, and not in the same way."""
    both = (one.emails and other.emails) or (one.phones and other.phones)
    return bool(both) or apart(one.birthday, other.birthday)


def _words_of(one: Known) -> set[str]:
    return {word for name in one.names for word in plain_name(name)}


def _handles(one: Known, *, sought: bool = False) -> Iterator[str]:
    for email in one.emails:
        yield f"@{fold(email)}"
    for phone in one.phones:
        if key := phone_key(phone):
            yield f"#{key}"
    for name in one.names:
        yield from handles(plain_name(name), sought=sought)


def _closest(one: Known, other: Known) -> str:
    """How the names resemble each other most."""
    found: set[str] = set()
    for first in map(plain_name, one.names):
        for second in map(plain_name, other.names):
            if first and first == second:
                return "same"
            found.add(resemblance(first, second))
    return next((word for word in _NAME_REASONS if word in found), "")


def _shared(ours: Sequence[str], theirs: Sequence[str], form: Callable[[str], str]) -> str:
    wanted = {form(value) for value in theirs}
    return next((value for value in ours if form(value) in wanted), "")


def _phone_in_common(one: Known, other: Known) -> str:
    return next(
        (
            ours
            for ours in one.phones
            if phone_key(ours) and any(same_phone(ours, theirs) for theirs in other.phones)
        ),
        "",
    )


def apart(one: str, other: str) -> bool:
    """Whether two birthdays cannot be of the same person."""
    if not one or not other:
        return False
    return one[-5:] != other[-5:] or (not one.startswith("-") and not other.startswith("-") and one != other)


def _nameless(one: Known) -> bool:
    """Whether the name is only an e-mail or a phone."""
    return all("@" in name or not any(c.isalpha() for c in name) for name in one.names)


def _household(one: Known, other: Known) -> bool:
    """Whether they may share a letter box: the same family name, each with a first name of their own."""
    return any(
        len(a) > 1 and len(b) > 1 and set(a[1:]) & set(b[1:]) and a[0] != b[0]
        for a in map(plain_name, one.names)
        for b in map(plain_name, other.names)
    )


def _merely_called_so(one: Known, other: Known) -> bool:
    """Whether the name is a single word, such as Mum, and all else there is differs."""
    words = max(len(plain_name(name)) for each in (one, other) for name in each.names)
    return words < 2 and bool(one.emails or one.phones) and bool(other.emails or other.phones)


def _one_word_in_common(one: Known, other: Known) -> bool:
    """Whether the first names are the same, so that only the family name differs."""
    firsts: list[set[str]] = [
        {name[0] for name in map(plain_name, each.names) if name} for each in (one, other)
    ]
    return bool(firsts[0] & firsts[1])
