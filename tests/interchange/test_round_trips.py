"""What Allies writes, Allies reads again without loss, whatever stands in it."""

import csv
import io
import os
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.domain.records.contact import FIELDS, Contact
from tui.domain.records.supporter import Supporter
from tui.interchange.csv_columns import guessed
from tui.interchange.csv_in import read_rows
from tui.interchange.csv_out import csv_of
from tui.interchange.csv_table import read_table
from tui.interchange.vcard import read_vcards
from tui.interchange.vcard_out import vcards

from .contacts import LONG_RUN, TODAY, lines, notes, supporters

EXAMPLES = LONG_RUN if os.environ.get("ALLIES_LONG_RUN") else 60


def kept(one: Supporter | Contact) -> dict[str, object]:
    """What an address book keeps of somebody."""
    return {field: getattr(one, field) for field in (*FIELDS, "circle")} | {
        "relationship": one.relationship or ""
    }


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(supporters(), min_size=1, max_size=3))
def test_vcard_comes_back_as_it_went(people: list[Supporter]) -> None:
    found = read_vcards(vcards(people, {}), "book.vcf", TODAY)
    assert found.left == ()
    assert [kept(contact) for contact in found.contacts] == [kept(one) for one in people]


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(supporters(), min_size=1, max_size=3))
def test_csv_comes_back_as_it_went(people: list[Supporter]) -> None:
    table = read_table(csv_of(people))
    found = read_rows(table, guessed(table.headers), "book.csv", TODAY)
    assert found.left == ()
    assert [kept(contact) for contact in found.contacts] == [kept(one) for one in people]


@settings(max_examples=EXAMPLES, deadline=None)
@given(supporters())
def test_no_line_of_a_card_is_longer_than_75_octets_and_each_is_whole_text(one: Supporter) -> None:
    for line in vcards([one], {}).split(b"\r\n"):
        assert len(line) <= 75
        assert line.decode() is not None


@settings(max_examples=EXAMPLES, deadline=None)
@given(lines, notes)
def test_no_cell_of_our_csv_is_a_formula(name: str, note: str) -> None:
    written = csv_of([Supporter(name=name, notes=note, phones=("+1 555 010 2000",))]).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(written, newline="")):
        assert not any(cell.startswith(("=", "-", "@", "\t", "\r")) for cell in row)
        assert all(re.fullmatch(r"\+[0-9][0-9 ()/.]*", cell) for cell in row if cell.startswith("+"))
