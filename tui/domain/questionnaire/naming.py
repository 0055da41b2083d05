"""Names as they are typed where people are asked for: several on a line, and the beginnings of known ones."""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from tui.domain.language.text import clean_line, fold

from .answer_parts import visible

_BETWEEN = re.compile("[,;]")
_MOST = 3


class KnownNames:
    """The names in the directory, and which of them what is typed may mean."""

    def __init__(self, names: Iterable[str], aliases: Iterable[str] = ()) -> None:
        """By their aliases people are known, too, but offered by their names."""
        self._given = names, aliases

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """The names as they are compared, with how they are written; found where they are asked for."""
        return {fold(name): name for name in sorted({clean_line(name) for name in self._given[0]}, key=fold)}

    @cached_property
    def _known(self) -> Collection[str]:
        return self._names.keys() | {fold(alias) for alias in self._given[1]}

    def knows(self, typed: str) -> bool:
        """Whether somebody has exactly this name or alias."""
        return fold(typed) in self._known

    def each(self, typed: str) -> tuple[str, ...]:
        """The names on a line, with commas or semicolons between them; a known name stays whole."""
        if self.knows(typed):
            return (clean_line(typed),)
        parts = (visible(clean_line(part)) for part in _BETWEEN.split(typed))
        return tuple(part for part in parts if part)

    def begun(self, typed: str) -> tuple[str, ...]:
        """The few known names that the last name on a line may be the beginning of.

        Those that begin with it come first, then those of which another word does.
        """
        wanted = fold(_BETWEEN.split(typed)[-1])
        if not wanted or self.knows(typed) or wanted in self._known:
            return ()
        whole = [name for folded, name in self._names.items() if folded.startswith(wanted)]
        word = f" {wanted}"
        part = [name for folded, name in self._names.items() if word in folded]
        return tuple(dict.fromkeys((*whole, *part)))[:_MOST]

    def completed(self, typed: str) -> str:
        """The line with its last name as it is known; empty where nobody is meant."""
        offered = self.begun(typed)
        if not offered:
            return ""
        last = _BETWEEN.split(typed)[-1]
        before = typed[: len(typed) - len(last)]
        return f"{before} {offered[0]}" if before else offered[0]
