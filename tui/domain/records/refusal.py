"""Why something may not be entered."""

from typing import Self


class Refusal(str):
    """One sentence for the person; `fields` names the fields it is about, if it is about any."""

    __slots__ = ("fields",)

    fields: tuple[str, ...]

    def __new__(cls, sentence: str, *fields: str) -> Self:
        made = super().__new__(cls, sentence)
        made.fields = fields
        return made

    @property
    def field(self) -> str:
        """The first of its fields; empty where it is about none."""
        return self.fields[0] if self.fields else ""
