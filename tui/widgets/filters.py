"""What happens to every line on its way to the terminal."""

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

# Control characters, line separators, hidden direction changes, tag characters, lone surrogates.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)

_DRAWN = "▌▐│┃▎▏▕█─━╭╮╰╯┌┐└┘├┤┬┴┼●◐○‖◇★◎·…✓–—‹›▸↑↓→←“”‘’▁▂▃▄▅▆▇▉▊▋▍"
_PLAIN = "||||||||--+++++++++++++*+o=?*@.~x--<>>^v><\"\"''           "
_ASCII = str.maketrans(_DRAWN, _PLAIN)


class SafeText(LineFilter):
    """Takes out what a terminal could obey.

    These characters have no width, so taking them out leaves every cell where it was.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The segments without such characters."""
        return [
            segment
            if (segment.text.isascii() and segment.text.isprintable()) or not _UNSAFE.search(segment.text)
            else Segment(_UNSAFE.sub("", segment.text), segment.style, segment.control)
            for segment in segments
        ]


class AsciiGlyphs(LineFilter):
    """Draws our glyphs with ASCII characters of the same width, for terminals that lack them."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The segments with our glyphs replaced."""
        return [
            segment
            if segment.text.isascii()
            else Segment(segment.text.translate(_ASCII), segment.style, segment.control)
            for segment in segments
        ]
