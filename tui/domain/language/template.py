"""Texts with blanks to fill in."""

import re
from collections.abc import Mapping
from string import Template

_BLANK = re.compile(r"\$([a-z]+)")
_BREAKS = re.compile(r"\n{3,}")


def filled(template: str, blanks: Mapping[str, str]) -> str:
    """The template with its blanks filled in. A line whose blank has nothing to say is left out."""
    lines = [
        line
        for line in template.strip().splitlines()
        if all(blanks.get(blank, "") for blank in _BLANK.findall(line))
    ]
    return Template(_BREAKS.sub("\n\n", "\n".join(lines)).strip()).substitute(blanks)
