"""Text that is laid out for the width it gets."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

Layout = Callable[[int], Sequence[Content]]
"""Gives the lines for a width in cells."""


class Drawn(Widget):
    """Lines from a layout, made anew for every width; it is as high as they are many."""

    DEFAULT_CSS = """
    Drawn { height: auto; width: 100%; }
    """

    def __init__(self, layout: Layout | None = None, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._layout_lines: Layout = layout or (lambda _: ())
        self._lines: tuple[int, Sequence[Content]] | None = None

    def lay_out(self, layout: Layout) -> None:
        """Show something else."""
        self._layout_lines = layout
        self._lines = None
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the layout makes of the width."""
        return len(self._made(width))

    def render_line(self, y: int) -> Strip:
        """One of the lines. Only those that can be seen are asked for, but where some text is selected."""
        width = self.size.width
        lines = self._made(width)
        if self.text_selection is not None or y >= len(lines):
            return super().render_line(y)
        return Visual.to_strips(self, lines[y], width, 1, self.visual_style, pad=True)[0].apply_offsets(0, y)

    def render(self) -> Content:
        """The lines."""
        return Content("\n").join(self._made(self.size.width))

    def _made(self, width: int) -> Sequence[Content]:
        if self._lines is None or self._lines[0] != width:
            self._lines = (width, self._layout_lines(width) if width > 0 else ())
        return self._lines[1]


def hanging(head: Content | str, text: Content, width: int, indent: int) -> Iterator[Content]:
    """A head and the text beside it, whose further lines stand under its beginning."""
    head = head if isinstance(head, Content) else Content(head)
    room = max(width - indent, 1)
    for place, line in enumerate(text.wrap(room) or [Content()]):
        yield Content.assemble(head.truncate(indent, pad=True) if place == 0 else " " * indent, line)


def flowing(parts: Iterable[Content], width: int) -> list[Content]:
    """Parts one beside the other, on as many lines as they need; at least one line."""
    lines = [Content()]
    for part in parts:
        joined = Content.assemble(lines[-1], "   ", part) if lines[-1] else part
        if lines[-1] and joined.cell_length > width:
            lines.append(part)
        else:
            lines[-1] = joined
    return lines
