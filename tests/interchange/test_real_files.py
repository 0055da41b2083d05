"""Files written as the programs people come from write them are read right, field by field."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tui.domain.records.contact import Contact
from tui.interchange.address_book import read_books

TODAY = date(2026, 3, 18)
FILES = Path(__file__).parent / "files"
EXPECTED: dict[str, Any] = json.loads((FILES / "expected.json").read_text(encoding="utf-8"))  # plain JSON


def said(contact: Contact) -> dict[str, Any]:
    """What the contact says, as JSON has it."""
    values = {field: getattr(contact, field) for field in Contact.__slots__}
    return {
        field: list(value) if isinstance(value, tuple) else value for field, value in values.items() if value
    }


def test_every_file_has_what_is_expected_of_it() -> None:
    assert {file.name for file in FILES.iterdir()} == {*EXPECTED, "expected.json"}
    assert len(EXPECTED) >= 20


@pytest.mark.parametrize("name", EXPECTED)
def test_the_file_of_a_program_is_read_field_by_field(name: str) -> None:
    found = read_books([FILES / name], TODAY)
    assert [said(contact) for contact in found.contacts] == EXPECTED[name]["contacts"]
    assert [list(left) for left in found.left] == EXPECTED[name]["left"]


def test_a_folder_of_cards_counts_as_one_file_and_names_what_else_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "friends").mkdir()
    for name, into in (("iphone.vcf", ""), ("google.vcf", "friends")):
        (tmp_path / into / name).write_bytes((FILES / name).read_bytes())
    (tmp_path / "todo.txt").write_text("milk")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (tmp_path / ".hidden.vcf").write_text("BEGIN:VCARD\nFN:Nobody\nEND:VCARD\n")
    found = read_books([tmp_path], TODAY)
    assert [contact.name for contact in found.contacts] == [
        "Noor van den Berg",
        "only.mail@example.nl",
        "Ana Maria Ribeiro",
    ]
    assert {left.where for left in found.left} == {"photo.jpg", "todo.txt"}
