"""What a contact says that a supporter does not: field by field, and whether it is to be taken.

What the address book last said tells the two apart: what it changed since is taken, what the person
changed here stays.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tui.domain.people.spellings import plain_name
from tui.domain.records.contact import FIELDS, LISTS, MOST, Contact
from tui.domain.records.source import Source
from tui.domain.records.supporter import Supporter

from .joining import Said
from .values import among, same_in

Held = str | tuple[str, ...]
"""What a field holds: a text, or several."""

EDITED = "you changed it here"
OTHER = "something else stands here"


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which a contact says something else: what stands here, what is there, and what would come of
    taking it. `take` says whether it is taken unless the person says otherwise; `why` it is not."""

    field: str
    here: Held
    there: Held
    result: Held
    take: bool = True
    why: str = ""

    @property
    def gone(self) -> Sequence[str]:
        """What would be taken away, of a field that holds several."""
        return [one for one in self.here if one not in self.result] if isinstance(self.here, tuple) else []


def differences(said: Sequence[Said], supporter: Supporter) -> tuple[Difference, ...]:
    """The fields in which the contacts say something new of the supporter."""
    found: list[Difference] = []
    for field in FIELDS:
        if field in LISTS:
            found += _several(field, said, supporter)
            continue
        look = _name if field == "name" else _single
        one = [each for contact, source in said for each in look(field, contact, supporter, source)]
        found += sorted(one, key=lambda each: not each.take)[:1]
    return tuple(found)


def _name(field: str, contact: Contact, supporter: Supporter, source: Source | None) -> Iterator[Difference]:
    here, there = supporter.name, contact.name
    if source is not None and there in (source.name, here):
        return
    if source is not None and here == source.name:
        yield Difference(field, here, there, there)
    elif not _called(there, supporter):
        yield Difference(field, here, there, there, take=False, why=OTHER if source is None else EDITED)


def _called(name: str, supporter: Supporter) -> bool:
    wanted = sorted(plain_name(name))
    return any(sorted(plain_name(one)) == wanted for one in (supporter.name, *supporter.aliases))


def _single(
    field: str, contact: Contact, supporter: Supporter, source: Source | None
) -> Iterator[Difference]:
    here: str = getattr(supporter, field)
    there: str = getattr(contact, field)
    was: str | None = None if source is None else getattr(source, field)
    if there in ("", here, was) or _says_less(field, there, here):
        return
    if not here or here == was or (was is None and _says_less(field, here, there)):
        yield Difference(field, here, there, there)
    else:
        yield Difference(field, here, there, there, take=False, why=OTHER if was is None else EDITED)


def _says_less(field: str, less: str, more: str) -> bool:
    """Whether one text is part of the other: a note of the note, a birthday without its year."""
    match field:
        case "notes":
            return less in more
        case "birthday":
            return less.startswith("--") and more.endswith(less[1:])
        case _:
            return False


def _several(field: str, said: Sequence[Said], supporter: Supporter) -> Iterator[Difference]:
    """What the address books added or took away since; what is only here stays.

    Where one says nothing at all any more, nothing is taken away: it may just not have been exported.
    """
    here: tuple[str, ...] = getattr(supporter, field)
    same = same_in(field)
    there = tuple(one for contact, source in said for one in _values(field, contact, source, supporter))
    still = set(there)
    added: list[str] = [supporter.name] if field == "aliases" else []
    named = len(added)
    gone: list[str] = []
    for contact, source in said:
        now = _values(field, contact, source, supporter)
        was: tuple[str, ...] = getattr(source, field) if source is not None else ()
        new = [one for one in now if one not in was and not among(one, (*here, *was, *added), same)]
        added += new[: max(0, MOST + named - len(added))]
        gone += [one for one in was if now and one not in still and not among(one, there, same)]
    result = (*(one for one in here if not among(one, gone, same)), *added[named:])
    if result != here:
        yield Difference(field, here, tuple(dict.fromkeys(there)), result)


def _values(field: str, contact: Contact, source: Source | None, supporter: Supporter) -> tuple[str, ...]:
    """What a contact says in a list; who is called otherwise there goes by that name, too, from then on."""
    values: tuple[str, ...] = getattr(contact, field)
    if field == "aliases" and source is None and not _called(contact.name, supporter):
        return (*values, contact.name)
    return values


def with_taken(supporter: Supporter, taken: Mapping[str, Held]) -> Supporter:
    """The supporter with what was taken of a contact."""
    return supporter.changed_to(**taken) if taken else supporter
