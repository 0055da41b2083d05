"""A contact in the making: what a reader finds is put in, cleaned and cut; out comes what is kept."""

from collections import Counter
from collections.abc import Iterable
from typing import get_args

from tui.domain.language.text import clean_line, clean_note, fold, unseen
from tui.domain.language.words import Circle, Relationship
from tui.domain.records.contact import LONGEST_LINE, LONGEST_NOTE, MOST, Contact

_LISTS_OF_GOOGLE = frozenset({"mycontacts", "my contacts", "starred", "other contacts"})

_SALUTATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "herr",
        "frau",
        "hr",
        "fr",
        "m",
        "mme",
        "mlle",
        "monsieur",
        "madame",
        "sr",
        "sra",
        "srta",
        "sig",
        "dhr",
        "mevr",
        "mw",
    ]
)
"""Words before a name that nobody is called by."""


def without_lists(tag: str) -> str:
    """A tag without Google's star; nothing where it is one of the lists that Google keeps everybody on."""
    tag = tag.strip().removeprefix("* ")
    return "" if tag.lower() in _LISTS_OF_GOOGLE else tag


class Draft:
    """Gathers one contact."""

    def __init__(self) -> None:
        self.full_name = ""
        self.given = ""
        self.middle = ""
        self.family = ""
        self.prefix = ""
        self.suffix = ""
        self.organisation = ""
        self.birthday = ""
        self.book = ""
        self.uid = ""
        self.circle = ""
        self.relationship = ""
        self._notes: list[str] = []
        self._lists: dict[str, list[tuple[int, str]]] = {}
        self._left: Counter[str] = Counter()
        self._cut: list[str] = []

    def add(self, field: str, text: str, rank: int = 50) -> None:
        """One more value of a list; the lower its rank, the earlier it stands."""
        if line := self.line(text, field):
            values = self._lists.setdefault(field, [])
            if len(values) >= MOST:
                self.leave(f"{field} beyond {MOST}")
            else:
                values.append((rank, line))

    def note(self, text: str) -> None:
        """One more note."""
        if (note := clean_note(text).strip()) and note not in self._notes:
            self._notes.append(note)

    def leave(self, what: str) -> None:
        """Something of the contact is not kept; `what` in a word or two."""
        self._left[what] += 1

    def line(self, text: str, what: str) -> str:
        """The text as one clean line; what is too long is cut, and said to be."""
        line = clean_line(text[: LONGEST_LINE * 8])
        if unseen(line):
            return ""
        if len(line) > LONGEST_LINE:
            self._cut.append(what)
            return line[:LONGEST_LINE].rstrip()
        return line

    def contact(self, where: str) -> Contact | None:
        """The contact; None where there is nothing in it that somebody could be known by."""
        parts = [self.line(part, "name") for part in (self.given, self.middle, self.family)]
        title = self.line(self.prefix, "name")
        called = self.line(self.full_name, "name")
        if fold(title).rstrip(".") in _SALUTATIONS:
            called = called.removeprefix(f"{title} ")
            title = ""
        from_parts = " ".join(filter(None, (title, *parts)))
        if from_parts and (suffix := self.line(self.suffix, "name")):
            from_parts = f"{from_parts} {suffix}"
        organisation = self.line(self.organisation, "organisation")
        emails, phones = self._values("emails"), self._values("phones")
        aliases = self._values("aliases")
        if from_parts and _family_first(called, *parts):
            called = ""
        name = called or from_parts[:LONGEST_LINE].rstrip()
        if name and from_parts and not _says(name, parts):
            aliases.append(" ".join(filter(None, parts))[:LONGEST_LINE].rstrip())
        if not name:
            name = next(filter(None, (*aliases, organisation, *emails, *phones)), "")
            aliases = [alias for alias in aliases if alias != name]
        if not name:
            return None
        return Contact(
            where=where,
            name=name,
            aliases=_other_than(name, aliases),
            emails=tuple(emails),
            phones=tuple(phones),
            birthday=self.birthday,
            organisation=organisation,
            notes=self._noted(),
            tags=tuple(self._values("tags")),
            book=clean_line(self.book)[:LONGEST_LINE],
            uid=clean_line(self.uid)[:LONGEST_LINE],
            circle=self.circle if self.circle in get_args(Circle) else "",
            relationship=self.relationship if self.relationship in get_args(Relationship) else "",
            left=self._told(),
        )

    def _values(self, field: str) -> list[str]:
        ranked = sorted(self._lists.get(field, ()), key=lambda value: value[0])
        seen: dict[str, str] = {}
        for _, value in ranked:
            seen.setdefault(fold(value) if field != "phones" else value, value)
        return list(seen.values())

    def _noted(self) -> str:
        notes = "\n\n".join(self._notes)
        if len(notes) > LONGEST_NOTE:
            self._cut.append("notes")
        return notes[:LONGEST_NOTE].rstrip()

    def _told(self) -> tuple[str, ...]:
        left = [what if times == 1 else f"{what} ({times})" for what, times in sorted(self._left.items())]
        return (*left, *(f"the end of a very long {what}" for what in dict.fromkeys(self._cut)))


def _says(name: str, parts: Iterable[str]) -> bool:
    """Whether the name as shown holds all of given and family name already."""
    there = set(_words(name))
    given, _, family = parts
    return set(_words(f"{given} {family}")) <= there


def _family_first(name: str, given: str, _: str, family: str) -> bool:
    """Whether a name is written as in a register: Meier, Jutta."""
    return bool(given and family) and fold(name).startswith(f"{fold(family)},")


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in fold(text)).split()


def _other_than(name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    return tuple(alias for alias in aliases if fold(alias) != fold(name))
