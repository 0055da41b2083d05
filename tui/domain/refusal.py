"""Why something may not be entered."""

from typing import Self


class Refusal(str):
    """One sentence for the person; `field` names the field it is about, empty where it is about none."""

    __slots__ = ("field",)

    field: str

    def __new__(cls, sentence: str, field: str = "") -> Self:
        made = super().__new__(cls, sentence)
        made.field = field
        return made
