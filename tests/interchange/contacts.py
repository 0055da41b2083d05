"""Supporters of any kind, for properties; the long run takes 2,000 of each."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from tui.domain.language.text import clean_line, clean_note, fold
from tui.domain.records.supporter import Supporter

TODAY = date(2026, 3, 18)
LONG_RUN = 2_000

_TEXT = st.text(
    st.one_of(
        st.sampled_from("=+-@'\",;:\\\t\n|*&<[]^ .%éßñøŁ漢字\u0301\u200d\u202e🏳️‍🌈"),
        st.characters(codec="utf-8"),
    ),
    min_size=1,
    max_size=60,
)


def _fits(line: str) -> bool:
    from tui.domain.language.text import unseen

    return bool(line) and not unseen(line)


lines = _TEXT.map(clean_line).filter(_fits)
notes = _TEXT.map(clean_note).map(str.strip).filter(lambda note: not note or _fits(note))
emails = st.from_regex(r"[a-z0-9.'+-]{1,20}@[a-z0-9-]{1,20}\.example", fullmatch=True)
phones = st.from_regex(r"\+?[0-9][0-9 ()/-]{3,18}[0-9]", fullmatch=True).map(clean_line)
birthdays = st.one_of(
    st.just(""),
    st.dates(date(1900, 1, 1), TODAY).map(str),
    st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda day: f"--{day:%m-%d}"),
)


def several(values: st.SearchStrategy[str], but: str = "") -> st.SearchStrategy[tuple[str, ...]]:
    """A few different values."""
    return st.lists(values, max_size=3, unique_by=fold).map(tuple)


@st.composite
def supporters(draw: Any) -> Supporter:  # hypothesis gives draw no type
    """A supporter with all that an address book keeps."""
    name = draw(lines)
    aliases = tuple(alias for alias in draw(several(lines)) if fold(alias) != fold(name))
    return Supporter(
        name=name,
        aliases=aliases,
        relationship=draw(st.sampled_from([None, "friend", "family", "group", "professional"])),
        circle=draw(st.sampled_from(["inner", "middle", "outer"])),
        emails=draw(several(emails)),
        phones=draw(several(phones)),
        birthday=draw(birthdays),
        organisation=draw(st.one_of(st.just(""), lines)),
        notes=draw(notes),
        tags=draw(several(lines)),
    )
