"""What the columns of a table hold is found out, whatever language and charset they are in."""

from datetime import date
from pathlib import Path

import pytest

from tui.domain.records.contact import Found
from tui.interchange.address_book import ColumnsUnknown, read_books

TODAY = date(2026, 3, 18)


def read(tmp_path: Path, text: str | bytes, encoding: str = "utf-8", **columns: str) -> Found:
    """What is found in a table with this in it."""
    file = tmp_path / "people.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return read_books([file], TODAY, columns)


@pytest.mark.parametrize(
    ("encoding", "headers", "name"),
    [
        ("cp1252", "Vorname;Nachname;E-Mail-Adresse", "Jürgen;Großmann"),
        ("cp1252", "Nombre;Apellidos;Correo electrónico", "Íñigo;Peña"),
        ("cp1250", "Imię;Nazwisko;Adres e-mail", "Żaneta;Wójcik-Łęcka"),
        ("cp1251", "Имя;Фамилия;Адрес эл. почты", "Мария;Соколова"),
        ("utf-16", "Имя;Фамилия;Адрес эл. почты", "Мария;Соколова"),
    ],
)
def test_the_charset_is_the_one_in_which_words_are_words(
    encoding: str, headers: str, name: str, tmp_path: Path
) -> None:
    [one] = read(tmp_path, f"{headers}\r\n{name};a@b.example\r\n", encoding).contacts
    assert (one.name, one.emails) == (name.replace(";", " "), ("a@b.example",))


@pytest.mark.parametrize(
    ("cell", "emails"),
    [
        ("ana@x.example, ana@y.example", ("ana@x.example", "ana@y.example")),
        ("ana@x.example;ana@y.example", ("ana@x.example", "ana@y.example")),
        ("Ana Ribeiro <ana@x.example> / ana@y.example", ("ana@x.example", "ana@y.example")),
        ("ana at x.example", ()),
        ("@home", ()),
    ],
)
def test_every_address_in_a_cell_is_kept(cell: str, emails: tuple[str, ...], tmp_path: Path) -> None:
    [ana] = read(tmp_path, f'Name,E-mail\nAna,"{cell}"\n').contacts
    assert ana.emails == emails
    assert ana.left == (() if emails else ('"E-mail"',))


def test_one_line_that_is_no_utf_8_spoils_no_other(tmp_path: Path) -> None:
    rows = "Name,Notes\nZoë,läuft\n".encode() + "André,été\n".encode("cp1252")
    assert [(one.name, one.notes) for one in read(tmp_path, rows).contacts] == [
        ("Zoë", "läuft"),
        ("André", "été"),
    ]


def test_a_mark_written_twice_is_no_part_of_the_first_header(tmp_path: Path) -> None:
    [ana] = read(tmp_path, "\ufeff\ufeffName,Phone\nAna,1234567\n").contacts
    assert (ana.name, ana.book) == ("Ana", "CSV Name, Phone")


@pytest.mark.parametrize(
    ("days", "kept"),
    [
        (["5/6/1985", "5/14/1985"], ["1985-05-06", "1985-05-14"]),
        (["5/6/1985", "14/5/1985"], ["1985-06-05", "1985-05-14"]),
        (["5.6.1985", "5/6/1985"], ["1985-06-05", "1985-05-06"]),
    ],
)
def test_all_birthdays_of_a_column_are_read_the_same_way(
    days: list[str], kept: list[str], tmp_path: Path
) -> None:
    rows = "".join(f"P{number},{day}\n" for number, day in enumerate(days))
    assert [one.birthday for one in read(tmp_path, f"Name,Birthday\n{rows}").contacts] == kept


def test_a_birthday_in_three_columns_is_put_together(tmp_path: Path) -> None:
    rows = "Name,Birth Year,Birth Month,Birth Day\nAna,1985,5,4\nBen,,12,24\nCleo,1985,,\nDev,,,\n"
    found = read(tmp_path, rows).contacts
    assert [one.birthday for one in found] == ["1985-05-04", "--12-24", "", ""]
    assert [one.left for one in found] == [(), (), ("a birthday that is no day of the past",), ()]


def test_the_wedding_day_is_no_birthday_where_the_birthday_has_a_column(tmp_path: Path) -> None:
    both = "Nombre,Aniversario,Cumpleaños\nAna,01/02/2010,14/05/1985\n"
    [ana] = read(tmp_path, both).contacts
    assert (ana.birthday, ana.left) == ("1985-05-14", ('"Aniversario"',))
    [ines] = read(tmp_path, "Nome,Aniversário\nInês,14/05/1985\n").contacts
    assert ines.birthday == "1985-05-14"


def test_what_is_no_address_and_no_number_is_taken_for_neither(tmp_path: Path) -> None:
    headers = "Name,E-mail,Nome visualizzato e-mail,Phone,Home,Work\n"
    row = "Ana,Ana Lopez <ana@example.org>,Ana Lopez,Mobile,Calle 1,(600) 000-0001\n"
    [ana] = read(tmp_path, headers + row).contacts
    assert (ana.emails, ana.phones) == (("ana@example.org",), ("(600) 000-0001",))
    assert ana.left == ('"Home"', '"Nome visualizzato e-mail"', '"Phone"')


def test_a_name_as_in_a_register_is_turned_round_where_its_parts_are_known(tmp_path: Path) -> None:
    [jutta] = read(tmp_path, 'Name,First Name,Last Name\n"Meier, Jutta",Jutta,Meier\n').contacts
    assert (jutta.name, jutta.aliases) == ("Jutta Meier", ())


def test_without_headers_nobody_is_taken_for_one_and_columns_go_by_number(tmp_path: Path) -> None:
    rows = "Ana Lopez,ana@example.org\nBea Ruiz,bea@example.org\n"
    with pytest.raises(ColumnsUnknown, match='"Column 1", "Column 2"'):
        read(tmp_path, rows)
    found = read_books([tmp_path / "people.csv"], TODAY, {"1": "name", "Column 2": "emails"})
    assert [one.name for one in found.contacts] == ["Ana Lopez", "Bea Ruiz"]
    assert found.contacts[0].emails == ("ana@example.org",)


def test_a_table_that_is_called_a_card_is_read_as_a_table(tmp_path: Path) -> None:
    (tmp_path / "people.vcf").write_text("Name,Phone\nAna,1234567\n")
    assert [one.name for one in read_books([tmp_path / "people.vcf"], TODAY).contacts] == ["Ana"]
