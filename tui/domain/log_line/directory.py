"""The directory by the names people go by in a line: made once for all lines about the same people."""

from collections.abc import Iterable, Mapping

from tui.domain.records.network import Network
from tui.domain.records.shared import shared
from tui.domain.records.supporter import Supporter
from tui.domain.talks.rhythm import is_group

from .tokens import name_words

LONGEST_NAME = 6
"""No more words of a line than this are read as one name."""

Ids = tuple[str, ...]

_SHORT: Mapping[str, tuple[str, ...]] = {
    "monday": ("mon",),
    "tuesday": ("tue", "tues"),
    "wednesday": ("wed", "weds"),
    "thursday": ("thu", "thur", "thurs"),
    "friday": ("fri",),
    "saturday": ("sat",),
    "sunday": ("sun",),
}
"""The weekdays in short."""


class Directory:
    """The ids of supporters by whole name or nickname, by the beginning of a name, and by any other part."""

    def __init__(self, supporters: Iterable[Supporter]) -> None:
        self.whole: dict[str, Ids] = {}
        self.beginning: dict[str, Ids] = {}
        self.part: dict[str, Ids] = {}
        self.groups: dict[str, Ids] = {}
        self.group_ids: set[str] = set()
        self.role: dict[str, Ids] = {}
        for one in supporters:
            self._add(one)

    def _add(self, one: Supporter) -> None:
        words = name_words(one.name)[:LONGEST_NAME]
        for name in (words, *(name_words(alias)[:LONGEST_NAME] for alias in one.aliases)):
            _put(self.whole, " ".join(name), one.id)
        for tag in one.tags:
            _put(self.role, " ".join(name_words(tag)), one.id)
        if one.relationship:
            _put(self.role, one.relationship, one.id)
        for word in words:
            _put(self.role, word, one.id)
        if is_group(one):
            self._add_group(words, one.id)
            return
        if len(words) < 2:
            return
        for count in range(1, len(words)):
            _put(self.beginning, " ".join(words[:count]), one.id)
        _put(self.beginning, f"{words[0]} {words[-1][0]}", one.id)
        for word in words[1:]:
            if len(word) > 2:
                _put(self.part, word, one.id)

    def _add_group(self, words: tuple[str, ...], id_: str) -> None:
        """A group goes by its last words, and by the short form of the weekday it begins with."""
        self.group_ids.add(id_)
        if len(words) < 2:
            return
        for start in range(1, len(words)):
            _put(self.groups, " ".join(words[start:]), id_)
        for short in _SHORT.get(words[0].removesuffix("s"), ()):
            _put(self.whole, " ".join((short, *words[1:])), id_)

    def of_role(self, words: Iterable[str]) -> Ids:
        """Those who are called by one of these words, have it as a tag, or stand in that relationship."""
        found: dict[str, None] = {}
        for word in words:
            found.update(dict.fromkeys((*self.whole.get(word, ()), *self.role.get(word, ()))))
        return tuple(found)


def _put(names: dict[str, Ids], name: str, id_: str) -> None:
    there = names.get(name, ())
    if name and id_ not in there:
        names[name] = (*there, id_)


def directory_of(network: Network) -> Directory:
    """The directory of a network's supporters."""
    return _directory(network.supporters)


@shared
def _directory(people: Mapping[str, Supporter]) -> Directory:
    return Directory(people.values())
