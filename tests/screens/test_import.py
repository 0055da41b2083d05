"""Bringing people from an address book, by keys alone: seen first, placed, taken in, and taken back."""

import errno
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import pytest

from tui.domain.records.log import Exchange
from tui.domain.records.supporter import Supporter
from tui.screens.book import BookScreen
from tui.screens.bring import BringScreen
from tui.store import Store
from tui.store.drafts import Drafts

from .hostile import MARK, TEXTS
from .terminal import TODAY, Dashboard
from .terminal import dashboard as dashboard_at
from .test_hostile import assert_clean
from .test_typing_ahead import typed_at_once

dashboard = partial(dashboard_at, page="3")

FAMILY = ["Ana", "Bruno", "Carla", "Dario", "Elif", "Farid"]
CLUB = ["Gudrun", "Hiroshi", "Ines", "Jakob", "Kavita"]
FRIENDS = ["Lars", "Magda", "Nikhil", "Olga", "Pavel", "Quentin", "Rosa", "Selim", "Teresa"]
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def book(tmp_path: Path, people: Iterable[tuple[str, str]]) -> Path:
    """A vCard file of people, each a name and further lines."""
    file = tmp_path / "book.vcf"
    cards = [
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nUID:card-{number}\r\n{lines}\r\nEND:VCARD\r\n"
        for number, (name, lines) in enumerate(people)
    ]
    file.write_bytes("".join(cards).encode("utf-8", "surrogatepass"))
    return file


def three_hundred() -> list[tuple[str, str]]:
    """An address book as they are: twenty who matter among three hundred."""
    people = [(f"{name} Ribeiro", "CATEGORIES:family") for name in FAMILY]
    people += [(f"{name} Okafor", "CATEGORIES:running club\r\nTEL:0171 1234567") for name in CLUB[:1]]
    people += [(f"{name} Okafor", "CATEGORIES:running club") for name in CLUB[1:]]
    people += [(f"{name} Lindqvist", f"EMAIL:{name}@post.example") for name in FRIENDS]
    for number in range(300 - len(people)):
        first, last = LETTERS[number % 26], LETTERS[number // 26]
        people.append((f"{first * 5}{last}on {last * 4}{first}er", f"TEL:+49 30 {7_000_000 + number}"))
    return people


class Counted:
    """Presses keys and counts them in groups: a key, or one run of typed text."""

    def __init__(self, shown: Dashboard) -> None:
        self.shown = shown
        self.groups = 0

    async def press(self, *keys: str) -> None:
        self.groups += len(keys)
        await self.shown.press(*keys)

    async def type(self, text: str) -> None:
        self.groups += 1
        await self.shown.type(text)


async def opened(shown: Dashboard, file: Path) -> BringScreen:
    """The preview of a file, opened from the page of supporters."""
    await shown.press("i")
    await shown.until(lambda: isinstance(shown.app.screen, BookScreen))
    await shown.type(str(file))
    await shown.press("enter")
    await shown.until(lambda: isinstance(shown.app.screen, BringScreen) and shown.app.screen.rows.rows)
    screen = shown.app.screen
    assert isinstance(screen, BringScreen)
    return screen


async def test_three_hundred_contacts_become_twenty_placed_supporters_in_under_eighty_key_groups(
    path: Path, tmp_path: Path
) -> None:
    file = book(tmp_path, three_hundred())
    async with dashboard_at(path, greeted=True) as shown:
        keys = Counted(shown)
        await shown.sees("i  Import contacts")
        await keys.press("i")
        await shown.sees("BRING YOUR PEOPLE")
        await keys.type(str(file))
        await keys.press("enter")
        await shown.sees("300 people", "0 taken")
        await keys.press("slash")
        await keys.type("tag:family")
        await keys.press("enter", "M", "r")
        await shown.sees("What are these 6 to you?")
        await keys.press("2")
        await shown.sees("family", "6 marked")
        await keys.press("1", "slash")
        await keys.type("tag:running")
        await keys.press("enter", "M", "3")
        for name in FRIENDS:
            await keys.press("slash")
            await keys.type(f"{name} l")
            await keys.press("enter", "2")
        await shown.sees("20 taken")
        assert shown.network.empty
        await keys.press("a")
        await shown.until(lambda: len(shown.network.supporters) == 20)
        assert keys.groups < 80
        people = {one.name: one for one in shown.network.supporters.values()}
        assert {people[f"{name} Ribeiro"].circle for name in FAMILY} == {"inner"}
        assert {people[f"{name} Ribeiro"].relationship for name in FAMILY} == {"family"}
        assert {people[f"{name} Okafor"].circle for name in CLUB} == {"outer"}
        assert {people[f"{name} Lindqvist"].circle for name in FRIENDS} == {"middle"}
        await shown.sees("Imported 20 supporters")
        await shown.press("u")
        await shown.until(lambda: not shown.network.supporters)


async def test_whom_it_may_be_is_compared_field_by_field_and_edits_here_stay(
    path: Path, tmp_path: Path, other: Store
) -> None:
    other.save(
        Supporter(name="Mara Lindqvist", circle="inner", emails=("mara@old.example",)),
        Supporter(name="Ben Otieno", emails=("ben@post.example",), birthday="1991-04-12"),
        label="added supporters",
    )
    people = [
        ("Mara Lindquist", "EMAIL:mara@museum.example"),
        ("Ben Otieno", "EMAIL:ben@post.example\r\nBDAY:1991-04-12\r\nTEL:0722 555 014\r\nORG:Museum"),
        ("Cleo Okafor", "TEL:0171 1234567"),
        ("Cleo Okafer", "TEL:0171 7654321"),
    ]
    async with dashboard(path) as shown:
        screen = await opened(shown, book(tmp_path, people))
        await shown.sees("4 people", "1 taken", "1 new", "1 changed", "2 who is it?")
        await shown.press("slash")
        await shown.type("mara")
        await shown.press("enter", "1")
        await shown.sees("May be Mara Lindqvist")
        await shown.press("enter")
        await shown.sees("nearly the same name", "mara@old.example", "mara@museum.example")
        await shown.press("space", "ctrl+o")
        await shown.sees("2 taken")
        await shown.press("slash")
        await shown.type("okafe")
        await shown.press("enter", "enter")
        await shown.sees("Cleo Okafor")
        await shown.press("n")
        await shown.until(lambda: screen._preview.counts()["new"] == 2)
        await shown.press("3", "slash")
        await shown.type("otieno")
        await shown.press("enter", "enter")
        await shown.sees("phone", "organisation", "Museum")
        await shown.press("down", "space", "ctrl+o", "a")
        await shown.until(lambda: len(shown.network.supporters) == 3)
        people_here = {one.name: one for one in shown.network.supporters.values()}
        mara, ben = people_here["Mara Lindquist"], people_here["Ben Otieno"]
        assert (mara.circle, mara.aliases) == ("inner", ("Mara Lindqvist",))
        assert mara.emails == ("mara@old.example", "mara@museum.example")
        assert (ben.phones, ben.organisation) == (("0722 555 014",), "")
        assert people_here["Cleo Okafer"].circle == "outer"
        assert other.backups()


async def test_a_preview_left_half_way_goes_on_where_it_was(path: Path, tmp_path: Path) -> None:
    people = [
        ("Ana Ribeiro", "TEL:1234567"),
        ("Ben Otieno", "TEL:7654321"),
        ("Cleo Okafor", "NOTE:x"),
        ("Cleo Okafer", "NOTE:y"),
    ]
    file = book(tmp_path, people)
    async with dashboard(path) as shown:
        await opened(shown, file)
        await shown.press("1", "2", "enter")
        await shown.sees("The same person?")
        await shown.press("n")
        await shown.sees("2 taken", "4 new")
        shown.app.keep_drafts()  # as when the terminal is closed
    async with dashboard(path, greeted=True) as shown:
        await shown.sees("Go on: import contacts", "From book.vcf.")
        await shown.press("enter")
        await shown.sees("You left this one half-way", str(file)[:20])
        await shown.press("enter")
        await shown.sees("2 taken", "4 new", "Going on where you left")
        await shown.press("escape")
        await shown.sees("Nothing is changed. What you decided is kept", "BRING YOUR PEOPLE")
        await shown.press("escape")
        await shown.sees("Go on: import contacts")
        await shown.press("1")
        await shown.sees("an address book")
        await shown.press("enter")
        await shown.sees("BRING YOUR PEOPLE")
        await shown.press("enter")
        await shown.sees("2 taken")
        await shown.press("u")
        await shown.sees("Nothing is decided that could be taken back.")
        await shown.press("M", "x", "escape")
        await shown.sees("BRING YOUR PEOPLE")
        await shown.press("escape")
        await shown.sees("an address book")
        assert shown.network.empty


async def test_keys_typed_while_a_file_is_read_wait_for_the_preview_and_every_decision_can_be_taken_back(
    path: Path, tmp_path: Path
) -> None:
    file = book(tmp_path, [*three_hundred(), ("Ana Ribeirro", "NOTE:x")])
    async with dashboard(path) as shown:
        await shown.press("i")
        await shown.sees("BRING YOUR PEOPLE")
        await shown.type(str(file))
        typed_at_once(shown, "enter", "M", "3", "slash", *"magda", "enter", "x")
        await shown.sees("1 of 301", "299 taken", "1 who is it?")
        await shown.press("f")
        await shown.sees("299 of 301", "taken:yes")
        await shown.press("f", "u")
        await shown.sees("300 taken", "state:maybe", "Ana Ribeiro? nearly")
        await shown.press("u")
        await shown.sees("0 taken")
        await shown.press("u")
        await shown.sees("Nothing is decided that could be taken back.")
        await shown.press("ctrl+r", "ctrl+r")
        await shown.sees("299 taken")
        await shown.press("enter")
        await shown.sees("The same person?", "as one they keep what both say", "Same person", "Two people")
        await shown.press("enter", "enter")
        await shown.sees("ctrl+o: yes, n: they are two.")
        await shown.press("n", "3")
        await shown.sees("Nobody fits this filter.")
        await shown.press("escape")
        await shown.sees("299 taken")
        typed_at_once(shown, "a", "slash", *"ines", "enter")
        await shown.sees("Imported 299 supporters", "▌3 Supporters▐", "1 of 299", "Ines Okafor")
        assert len(shown.network.supporters) == 299


async def test_reading_is_given_up_as_soon_as_one_leaves(path: Path, tmp_path: Path) -> None:
    file = book(tmp_path, [(f"Person {number:04}", f"TEL:0171 55{number:05}") for number in range(4_000)])
    async with dashboard(path) as shown:
        await shown.press("i")
        await shown.sees("BRING YOUR PEOPLE")
        await shown.type(str(file))
        typed_at_once(shown, "enter", "n", "escape")
        await shown.sees("New supporter")
        await shown.press("escape")
        await shown.sees("Nobody is here yet")
        assert shown.network.empty


async def test_what_cannot_be_read_is_said_under_the_line_and_unknown_columns_are_asked_for(
    path: Path, tmp_path: Path
) -> None:
    (tmp_path / "book.zip").write_bytes(b"PK\x03\x04")
    (tmp_path / "odd.csv").write_text("Wer;Woher;Draht\nAna;Verein;ana@example.org\n;nobody;\n")
    async with dashboard(path) as shown:
        await shown.press("i")
        await shown.until(lambda: isinstance(shown.app.screen, BookScreen))
        await shown.type(str(tmp_path / "book.zip"))
        await shown.press("enter")
        await shown.sees("zip archive")
        await shown.paste("")
        screen = shown.app.screen
        assert isinstance(screen, BookScreen)
        screen.line.value = str(tmp_path / "odd.csv")
        await shown.press("enter")
        await shown.sees("What do the columns hold?", "Wer", "Ana")
        await shown.press("ctrl+o")
        await shown.sees("Say which column holds the name")
        await shown.press("l", "up", "f")
        await shown.until(lambda: shown.text.count("first name") == 2 and "l last name" in shown.text)
        await shown.press("up", "n", "t", "e", "ctrl+o")
        await shown.until(lambda: isinstance(shown.app.screen, BringScreen))
        await shown.sees("ana@example.org", "#Verein")
        await shown.press("w")
        await shown.sees("What is left, and why", "odd.csv, line 3", "no name, no e-mail and no phone")
        await shown.press("escape", "1", "a")
        await shown.until(lambda: len(shown.network.supporters) == 1)


async def test_hostile_names_are_shown_as_plain_text(path: Path, tmp_path: Path) -> None:
    people = [(text.replace("\r", "").replace("\n", " "), f"NOTE:{MARK}") for text in TEXTS]
    async with dashboard(path, (160, 50)) as shown:
        await opened(shown, book(tmp_path, people))
        for _ in TEXTS:
            await shown.press("1")
        await shown.press("a")
        await shown.until(lambda: shown.network.supporters)
        assert_clean(shown)


async def test_two_supporters_become_one_and_two_again(path: Path, other: Store) -> None:
    ana, double = other.save(
        Supporter(name="Ana Ribeiro", circle="inner", emails=("ana@example.pt",)),
        Supporter(name="Ana R", circle="outer", emails=("ANA@example.pt",), birthday="--04-12"),
        label="added supporters",
    )
    other.save(Exchange(supporters=(double.id,), date=TODAY), label="logged an exchange")
    async with dashboard(path) as shown:
        await shown.sees("Ana Ribeiro")
        await shown.press("equals_sign")
        await shown.sees("The same person?", "Ana Ribeiro", "Ana R", "the same e-mail", "birthday")
        await shown.press("ctrl+o")
        await shown.until(lambda: len(shown.network.supporters) == 1)
        [one] = shown.network.supporters.values()
        assert (one.id, one.aliases, one.birthday, one.circle) == (ana.id, ("Ana R",), "--04-12", "inner")
        [talk] = shown.network.exchanges.values()
        assert talk.supporters == (ana.id,)
        await shown.press("u")
        await shown.until(lambda: len(shown.network.supporters) == 2)
        await shown.press("m", "equals_sign")
        await shown.sees("The same person?")
        await shown.press("escape")


async def test_a_disk_that_refuses_drafts_stops_no_import_and_what_was_decided_stays_in_sight(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Drafts, "save", refuses)
    monkeypatch.setattr(Drafts, "drop", refuses)
    async with dashboard(path) as shown:
        await shown.press("i")
        await shown.sees("BRING YOUR PEOPLE")
        await shown.paste(str(book(tmp_path, [("Ana Ribeiro", "TEL:1")])))
        await shown.press("enter")
        await shown.sees("1 person")
        await shown.press("1", "escape")
        await shown.sees("What you decided cannot be kept: No space left on device.", "1 taken")
        await shown.press("a")
        await shown.sees("▌3 Supporters▐", "Ana Ribeiro", "u takes it back.")


async def test_what_cannot_be_a_path_is_said_under_the_line(path: Path) -> None:
    async with dashboard(path) as shown:
        await shown.press("i")
        await shown.sees("BRING YOUR PEOPLE")
        for typed, said in (
            (f"{'a' * 300}.vcf", "File name too long"),
            ("file:///%00nowhere.vcf", "/nowhere.vcf: "),
        ):
            await shown.press("ctrl+u")
            await shown.paste(typed)
            await shown.press("enter")
            await shown.sees(said)
        await shown.sees("BRING YOUR PEOPLE")
