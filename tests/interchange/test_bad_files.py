"""What is damaged, hostile or no address book at all is told, entry by entry, and never a traceback."""

import os
from datetime import date
from pathlib import Path

import pytest

from tui.domain.records.contact import Found
from tui.interchange.address_book import ColumnsUnknown, NotRead, read_books

TODAY = date(2026, 3, 18)


def read(tmp_path: Path, data: bytes | str, name: str = "book.vcf") -> Found:
    """What is found in a file with this in it."""
    file = tmp_path / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_books([file], TODAY)


def card(*lines: str, version: str = "3.0") -> str:
    """A card with these lines."""
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def test_a_photo_of_ten_megabytes_is_passed_over(tmp_path: Path) -> None:
    photo = "PHOTO;ENCODING=b;TYPE=JPEG:" + "\r\n ".join(["A" * 74] * 140_000)
    found = read(tmp_path, card("FN:Ana", photo, "TEL:1234567"))
    assert found.contacts[0].phones == ("1234567",)
    assert found.contacts[0].left == ("a photo",)


def test_quoted_printable_that_is_cut_off_ends_with_its_card(tmp_path: Path) -> None:
    note = "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Gr=C3=BC=C3=9Fe an=4"
    found = read(tmp_path, card("FN:Ana", note + "=", version="2.1") + card("FN:Ben", version="2.1"))
    assert [one.name for one in found.contacts] == ["Ana", "Ben"]
    assert found.contacts[0].notes.startswith("Grüße an")


def test_a_letter_that_is_cut_in_half_takes_no_other_with_it(tmp_path: Path) -> None:
    note = "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Gr=C3=BC=C3=9Fe von der K=C3"
    found = read(tmp_path, card("FN:Ana", note, version="2.1"))
    assert found.contacts[0].notes == "Grüße von der K"


@pytest.mark.parametrize(
    ("claimed", "raw"),
    [
        ("UTF-8", "Zoë".encode("latin-1")),
        ("ISO-8859-1", "Zoë".encode()),
        ("X-NO-SUCH-CHARSET", "Zoë".encode("cp1252")),
        ("rot13", "Zoë".encode()),
        ("Windows-1252", "Zoë".encode("cp1252")),
    ],
)
def test_a_charset_that_lies_is_found_out(claimed: str, raw: bytes, tmp_path: Path) -> None:
    data = b"BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=" + claimed.encode() + b":" + raw + b"\nEND:VCARD\n"
    assert read(tmp_path, data).contacts[0].name == "Zoë"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_wide_text_is_read_with_and_without_its_mark(encoding: str, tmp_path: Path) -> None:
    assert read(tmp_path, card("FN:Zoë Müller").encode(encoding)).contacts[0].name == "Zoë Müller"


def test_a_card_without_an_end_takes_no_other_card_with_it(tmp_path: Path) -> None:
    unfinished = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Half\r\n"
    found = read(tmp_path, unfinished + card("FN:Ben") + unfinished)
    assert [one.name for one in found.contacts] == ["Ben"]
    assert [left.why for left in found.left] == ["It is cut off: its end is missing."] * 2
    assert found.left[0].where == "book.vcf, card 1 (line 1)"


def test_a_hundred_thousand_lines_without_an_end_are_one_card_that_is_left(tmp_path: Path) -> None:
    found = read(tmp_path, "BEGIN:VCARD\nVERSION:3.0\n" + "NOTE:again\n" * 100_000)
    assert found.contacts == ()
    assert [left.why for left in found.left] == ["It has more than 5000 lines."]


def test_a_note_broken_bare_into_any_number_of_lines_stays_a_note(tmp_path: Path) -> None:
    rest = "\n".join(["and more"] * 50_000)
    [ana] = read(tmp_path, f"BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nNOTE:tea\n{rest}\nEND:VCARD\n").contacts
    assert ana.notes.startswith("tea\nand more\nand more")
    assert len(ana.notes) <= 200_000


def test_what_nobody_asked_for_is_said_to_be_left_and_bookkeeping_is_not(tmp_path: Path) -> None:
    lines = [
        "FN:Ana",
        "X-CUSTOM1:Likes tea",
        "HOBBY:chess",
        "X-ABUID:1",
        "X-PHONETIC-FIRST-NAME:Anna",
        "REV:1",
    ]
    assert read(tmp_path, card(*lines)).contacts[0].left == ('"HOBBY"', '"X-CUSTOM1"')


def test_cards_within_cards_are_left_and_the_outer_one_is_taken(tmp_path: Path) -> None:
    inner = "AGENT:\r\n" + card("FN:Agent", "AGENT:", *card("FN:Agent of the agent").splitlines())
    found = read(tmp_path, card("FN:Ana", *inner.splitlines(), "TEL:1234567"))
    [ana] = found.contacts
    assert (ana.name, ana.phones, ana.left) == ("Ana", ("1234567",), ("a card within the card",))


def test_nested_groups_and_odd_parameters_do_no_harm(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        card(
            "item1.sub.item2.FN:Ana",
            "EMAIL;" * 50 + "x:a@example.org",
            'TEL;TYPE="a:b;c":+1 555 010 2000',
            "NOTE;" + "A=B;" * 100_000 + ":long",
            ";;;:::",
            "::::",
        ),
    )
    [ana] = found.contacts
    assert (ana.name, ana.emails, ana.phones) == ("Ana", ("a@example.org",), ("+1 555 010 2000",))


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("BDAY:19850514", "1985-05-14"),
        ("BDAY:1985-05-14T00:00:00Z", "1985-05-14"),
        ("BDAY:--0514", "--05-14"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29", "--02-29"),
        ("BDAY:0000-05-14", "--05-14"),
        ("BDAY:2999-01-01", ""),
        ("BDAY:1985-02-30", ""),
        ("BDAY;VALUE=text:circa 1800", ""),
        ("BDAY:14.5.1985", "1985-05-14"),
        ("BDAY:0/0/00", ""),
    ],
)
def test_odd_birthdays_are_read_or_left(written: str, kept: str, tmp_path: Path) -> None:
    assert read(tmp_path, card("FN:Ana", written)).contacts[0].birthday == kept


def test_escape_sequences_and_formulas_in_names_become_plain_text(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        card("FN:\x1b]52;c;cm0gLXJm\x07Ana\x9b31m", "NICKNAME:=cmd|' /C calc'!A0", "NOTE:\u202eevil"),
    )
    [ana] = found.contacts
    assert ana.name == "]52;c;cm0gLXJmAna31m"
    assert ana.aliases == ("=cmd|' /C calc'!A0",)
    assert ana.notes == "‹202E›evil"


def test_a_circle_and_a_relationship_that_are_none_are_not_taken(tmp_path: Path) -> None:
    [ana] = read(
        tmp_path, card("FN:Ana", "X-ALLIES-CIRCLE:\x1b[2Jmoon", "X-ALLIES-RELATIONSHIP:friend")
    ).contacts
    assert (ana.circle, ana.relationship) == ("", "friend")


def test_a_card_without_a_name_goes_by_what_it_has_and_an_empty_one_is_left(tmp_path: Path) -> None:
    found = read(
        tmp_path, card("FN:", "N:;;;;", "ORG:Bakery") + card("EMAIL:a@b.example") + card("FN: \u200b")
    )
    assert [one.name for one in found.contacts] == ["Bakery", "a@b.example"]
    assert [left.why for left in found.left] == ["It has no name, no e-mail and no phone."]


def test_values_too_long_or_too_many_are_cut_and_said_to_be(tmp_path: Path) -> None:
    many = [f"TEL:{number:09}" for number in range(60)]
    [ana] = read(tmp_path, card("FN:" + "Ana " * 1_000, *many)).contacts
    assert len(ana.name) <= 500
    assert len(ana.phones) == 50
    assert ana.left == ("phones beyond 50 (10)", "the end of a very long name")


def test_ragged_rows_and_unknown_columns_are_taken_as_far_as_they_go(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Name,Phone,Shoe size\nAna,1234567\nBen,7654321,44,extra,more\n\n,,\n,,45\n",
        "people.csv",
    )
    assert [one.name for one in found.contacts] == ["Ana", "Ben"]
    assert found.contacts[1].left == ('"Shoe size"', "what stands beyond the last column (2)")
    assert [left.where for left in found.left] == ["people.csv, line 6"]


def test_a_quotation_mark_nobody_closed_is_named_by_its_line(tmp_path: Path) -> None:
    rows = 'Name,Phone\nAna,1234567\nBen,"76\n' + "Cleo,1\n" * 1_000
    found = read(tmp_path, rows, "people.csv")
    assert [one.name for one in found.contacts] == ["Ana"]
    assert [left.why for left in found.left] == ["A quotation mark in line 3 is never closed."]


def test_a_quotation_mark_that_swallows_the_rest_of_a_short_file_is_named_too(tmp_path: Path) -> None:
    found = read(tmp_path, 'Name,Notes\nAna,tea\nBen,"he said\nCleo,\n', "people.csv")
    assert [one.name for one in found.contacts] == ["Ana"]
    assert [left.why for left in found.left] == ["A quotation mark in line 3 is never closed."]


def test_quoted_line_breaks_stay_in_their_cell(tmp_path: Path) -> None:
    found = read(tmp_path, 'Name;Notes\r\n"Ana";"one\r\ntwo; three"\r\n', "people.csv")
    assert found.contacts[0].notes == "one\ntwo; three"


def test_columns_nobody_knows_are_asked_for_and_can_be_said(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("Wer;Woher;Draht\nAna;Verein;ana@example.org\n")
    with pytest.raises(ColumnsUnknown, match='"Wer", "Woher", "Draht"') as unknown:
        read_books([file], TODAY)
    assert unknown.value.table.headers == ("Wer", "Woher", "Draht")
    [ana] = read_books([file], TODAY, {"wer": "name", "3": "emails"}).contacts
    assert (ana.name, ana.emails, ana.left) == ("Ana", ("ana@example.org",), ('"Woher"',))
    with pytest.raises(NotRead, match='no column "Wann"'):
        read_books([file], TODAY, {"Wann": "name"})
    with pytest.raises(NotRead, match='cannot hold "shoe"'):
        read_books([file], TODAY, {"Wer": "shoe"})


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "It is empty"),
        (b"\xef\xbb\xbf \r\n", "It is empty"),
        (b"PK\x03\x04rest", "zip archive"),
        (b"%PDF-1.7\n", "It is a PDF"),
        (b"\x1f\x8b\x08", "compressed"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office"),
        (b"\x89PNG\r\n", "picture"),
        (b"<!DOCTYPE html>", "web page"),
        (b"version: 1\n\ndn: cn=Ana,mail=a@b.example\ncn: Ana\n", "LDIF"),
        (b"dn: cn=Ana,mail=a@b.example\ncn: Ana\n", "LDIF"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR", "calendar"),
        (b"{not json", "not valid JSON"),
        (b'[{"title": "a goal"}]', "not a list of supporters"),
        (b"\x00\x01\x02\x03" * 100, "not text"),
        (b"just some words\n", "which column holds the name"),
        (b"Name,Phone\n", "nobody in it"),
    ],
)
def test_what_is_no_address_book_is_refused_with_a_sentence(
    data: bytes, sentence: str, tmp_path: Path
) -> None:
    with pytest.raises(NotRead, match=sentence):
        read(tmp_path, data, "contacts")


def test_pipes_and_folders_without_cards_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.vcf")
    with pytest.raises(NotRead, match="no plain file"):
        read_books([tmp_path / "pipe.vcf"], TODAY)
    with pytest.raises(NotRead, match="No such file"):
        read_books([tmp_path / "missing.vcf"], TODAY)
    (tmp_path / "empty").mkdir()
    with pytest.raises(NotRead, match="no vCard file in this folder"):
        read_books([tmp_path / "empty"], TODAY)
    found = read_books([tmp_path], TODAY)
    assert [left.why for left in found.left] == ["It is no plain file."]


def test_in_a_folder_only_cards_are_opened_and_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "ana.vcf").write_text(card("FN:Ana"))
    (tmp_path / "people.csv").write_text("Name,Phone\nBen,1234567\n")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    found = read_books([tmp_path], TODAY)
    assert [one.name for one in found.contacts] == ["Ana"]
    assert found.left == (("people.csv", "It is no vCard file; name it, if people are to be taken from it."),)


def test_entries_are_named_by_where_they_stand_in_the_folder_and_no_name_is_an_order(tmp_path: Path) -> None:
    for folder in ("family", "work"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.vcf").write_text(card(f"FN:Ana {folder}"))
    (tmp_path / os.fsdecode(b"\x1b[2J\xff.vcf")).write_text("no card")
    found = read_books([tmp_path], TODAY)
    assert [one.where for one in found.contacts] == [
        "family/a.vcf, card 1 (line 1)",
        "work/a.vcf, card 1 (line 1)",
    ]
    assert found.left == (("[2J.vcf", "There is no card in it."),)
