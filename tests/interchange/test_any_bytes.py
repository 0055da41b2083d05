"""Whatever stands in a file, it is read or refused with a sentence, and what is read can be kept."""

import os
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.domain.bringing.importing import planned
from tui.domain.bringing.taking import Placed, taken
from tui.domain.language.text import clean_line, clean_note
from tui.domain.records.contact import Found, Left
from tui.domain.records.network import Network
from tui.domain.records.supporter import Supporter
from tui.interchange.address_book import NotRead, read_books

from .contacts import LONG_RUN, TODAY

EXAMPLES = LONG_RUN if os.environ.get("ALLIES_LONG_RUN") else 60
FILES = Path(__file__).parent / "files"
BOOKS = [file.read_bytes() for file in sorted(FILES.iterdir()) if file.suffix != ".json"]

_PIECES = st.one_of(
    st.binary(max_size=8),
    st.sampled_from(
        [b"=\r\n", b"\r\n ", b'"', b";", b",", b"\x00", b"\xff", b"BEGIN:VCARD\r\n", b"END:VCARD\r\n"]
    ),
    st.sampled_from(
        [b"N;CHARSET=UTF-7:", b"BDAY:--", b"TEL:", b"\x1b$B", b"=ED=A0", b"\\", b"PHOTO:", b":::"]
    ),
)


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """The file of a program, with pieces cut out and others put in."""
    data = draw(st.sampled_from(BOOKS))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        data = data[:start] + draw(_PIECES) + data[start + draw(st.integers(0, 40)) :]
    return data


def read(file: Path) -> Found:
    """What is found in a file; the refusal as something that is left."""
    try:
        return read_books([file], TODAY)
    except NotRead as refused:
        return Found(left=(Left(file.name, str(refused)),))


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.one_of(spoilt(), st.binary(max_size=200)))
def test_a_spoilt_file_is_read_as_far_as_it_goes_or_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "spoilt"
    file.write_bytes(data)
    found = read(file)
    assert all(left.why.endswith(".") for left in found.left)
    rows = planned(found.contacts, Network())
    ids = map(str, count(1))
    records = list(taken(rows, {row.number: Placed() for row in rows}, Network(), lambda: next(ids)))
    for one in records:
        if isinstance(one, Supporter):
            lines = (one.name, one.organisation, *one.aliases, *one.emails, *one.phones, *one.tags)
            assert all(line == clean_line(line) for line in lines)
            assert one.notes == clean_note(one.notes)
