"""Suggests a name while several are typed with commas between them."""

from collections.abc import Iterable

from textual.suggester import Suggester


class SuggestNext(Suggester):
    """Completes the name begun after the last comma."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._names = [(name, name.casefold()) for name in names]

    async def get_suggestion(self, value: str) -> str | None:
        """All that was typed, with the last name complete."""
        before, comma, begun = value.rpartition(",")
        space = begun[: len(begun) - len(begun.lstrip())]
        wanted = begun.strip().casefold()
        if not wanted:
            return None
        for name, folded in self._names:
            if folded.startswith(wanted):
                return f"{before}{comma}{space}{begun.lstrip()}{name[len(begun.lstrip()) :]}"
        return None
