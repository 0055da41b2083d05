"""The person's own profile: asked once, not per goal."""

from typing import ClassVar

from tui.domain.language.words import HelpStyle, Kind

from .record import Line, Note, Record


class Profile(Record):
    """How the person signs, likes to be helped and likes to help. There is at most one."""

    table: ClassVar[str] = "profile"

    me: Line = ""
    help_style: HelpStyle | None = None
    offers: tuple[Kind, ...] = ()
    own_line: Note = ""
