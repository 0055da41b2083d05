"""An import knows who is here, takes what is new, keeps what was edited, and adds nothing the second time."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tui.domain.bringing.importing import ANOTHER, Row, planned
from tui.domain.bringing.joining import joined_contact
from tui.domain.bringing.preview import Preview
from tui.domain.bringing.taking import Import, Placed, take_in
from tui.domain.records.contact import Contact
from tui.domain.records.network import Network
from tui.domain.records.record import Record
from tui.domain.records.supporter import Supporter


class Written:
    """A transaction that keeps its records in a network."""

    def __init__(self, network: Network | None = None) -> None:
        self.network = network or Network()
        self._ids: Iterator[int] = count(1 + sum(len(shelf) for shelf in self.network.shelves.values()))

    def new_id(self) -> str:
        return str(next(self._ids))

    def put(self, record: Record) -> Record:
        saved = record if record.id else record.changed_to(id=self.new_id())
        self.network = self.network.with_changes(1, {saved.table: {saved.id: saved}})
        return saved

    def take(self, *contacts: Contact, answers: Mapping[int, str] | None = None, **placed: Placed) -> int:
        """Import all contacts; `placed` names some by `r` and their number."""
        rows = planned(contacts, self.network, answers)
        all_of_them = {row.number: placed.get(f"r{row.number}", Placed()) for row in rows}
        return take_in(self, Import(contacts, self.network, rows, answers or {}, all_of_them))

    def edit(self, name: str, /, **fields: Any) -> None:
        """The person changes a supporter here; the record checks the fields."""
        self.put(self.one(name).changed_to(**fields))

    def one(self, name: str) -> Supporter:
        return next(one for one in self.network.supporters.values() if one.name == name)

    @property
    def names(self) -> list[str]:
        return sorted(one.name for one in self.network.supporters.values())


def contact(name: str, uid: str = "", **fields: Any) -> Contact:
    """A contact; the fields are those of `Contact`."""
    return Contact(where="book.vcf, card 1", name=name, uid=uid, book="vCard", **fields)


ANA = contact(
    "Ana Ribeiro", "u1", emails=("ana@example.pt",), phones=("+351 912 345 678",), birthday="--04-12"
)


def states(written: Written, *contacts: Contact) -> list[str]:
    return [row.state for row in planned(contacts, written.network)]


def only(rows: tuple[Row, ...]) -> Row:
    [row] = rows
    return row


def test_somebody_new_comes_with_all_the_address_book_says_and_where_they_belong() -> None:
    written = Written()
    written.take(ANA, r0=Placed("inner", "friend"))
    ana = written.one("Ana Ribeiro")
    assert (ana.circle, ana.relationship, ana.birthday) == ("inner", "friend", "--04-12")
    assert (ana.emails, ana.phones) == (ANA.emails, ANA.phones)


def test_the_same_file_again_adds_nothing() -> None:
    written = Written()
    twin = contact("Ana R.", emails=("ana@example.pt",), phones=("21 987 65 43",))
    written.take(ANA, twin, contact("Taxi"))
    assert states(written, ANA, twin, contact("Taxi")) == ["known", "known"]
    assert written.take(ANA, twin, contact("Taxi")) == 0
    assert written.names == ["Ana Ribeiro", "Taxi"]


def test_a_newer_export_changes_what_it_changed_and_never_what_was_edited_here() -> None:
    written = Written()
    written.take(ANA)
    written.edit("Ana Ribeiro", birthday="1991-04-12", phones=("+351 912 345 678", "21 000 00 00"))
    newer = replace(
        ANA, phones=("+351 999 999 999",), birthday="--04-13", organisation="Club", notes="runs on Sundays"
    )
    row = only(planned([newer], written.network))
    assert row.state == "changed"
    assert [(one.field, one.take) for one in row.differences] == [
        ("phones", True),
        ("birthday", False),
        ("organisation", True),
        ("notes", True),
    ]
    assert list(row.differences[0].gone) == ["+351 912 345 678"]
    written.take(newer)
    ana = written.one("Ana Ribeiro")
    assert ana.phones == ("21 000 00 00", "+351 999 999 999")
    assert (ana.birthday, ana.organisation) == ("1991-04-12", "Club")
    assert states(written, newer) == ["known"]


def test_what_says_more_of_the_same_is_taken_unless_it_was_edited_here() -> None:
    written = Written()
    written.put(Supporter(name="Ana Ribeiro", birthday="--04-12", notes="runs"))
    written.take(replace(ANA, birthday="1991-04-12", notes="runs on Sundays"))
    ana = written.one("Ana Ribeiro")
    assert (ana.birthday, ana.notes) == ("1991-04-12", "runs on Sundays")
    written.edit("Ana Ribeiro", notes="runs")
    written.take(replace(ANA, birthday="1991-04-12", notes="runs on Sundays at eight"))
    assert written.one("Ana Ribeiro").notes == "runs"


def test_what_was_taken_away_here_is_not_brought_back_by_the_same_export() -> None:
    written = Written()
    written.take(ANA)
    written.edit("Ana Ribeiro", emails=(), name="Nana", aliases=())
    assert states(written, ANA) == ["known"]
    assert states(written, replace(ANA, organisation="Club")) == ["changed"]


def test_a_name_changed_there_is_taken_and_the_old_one_stays_as_another_name() -> None:
    written = Written()
    written.take(ANA)
    written.take(replace(ANA, name="Ana Silva"))
    assert written.one("Ana Silva").aliases == ("Ana Ribeiro",)


def test_somebody_here_before_is_known_by_e_mail_phone_or_name_and_gains_what_was_missing() -> None:
    written = Written()
    written.put(Supporter(name="Ana R", emails=("ANA@example.pt",), circle="inner", birthday="1991-04-12"))
    row = only(planned([ANA], written.network))
    assert (row.state, row.why) == ("changed", "the same e-mail ana@example.pt")
    written.take(ANA)
    ana = written.one("Ana R")
    assert (ana.circle, ana.birthday, ana.phones) == ("inner", "1991-04-12", ANA.phones)


def test_somebody_deleted_here_is_not_brought_back_unasked() -> None:
    written = Written()
    written.take(ANA)
    ana = written.one("Ana Ribeiro")
    written.network = written.network.with_changes(2, {"supporter": {ana.id: None}})
    row = only(planned([ANA], written.network))
    assert (row.state, row.why) == ("deleted", "you deleted them here")
    written.take(ANA)
    assert written.names == ["Ana Ribeiro"]
    assert states(written, ANA) == ["known"]


def test_who_may_be_somebody_is_asked_about_and_the_answer_counts() -> None:
    written = Written()
    written.put(Supporter(name="Mara Lindqvist"))
    mara = contact("Mara Lindquist", "u2", phones=("905 555 1234",))
    row = only(planned([mara], written.network))
    assert row.state == "new"
    assert row.maybe is not None
    assert (row.maybe.name, row.maybe.why) == ("Mara Lindqvist", "nearly the same name")
    assert only(planned([mara], written.network, {0: ANOTHER})).maybe is None
    joined = only(planned([mara], written.network, {0: row.maybe.who}))
    assert joined.state == "changed"
    assert joined.supporter == written.one("Mara Lindqvist")


def test_a_first_name_typed_here_is_asked_about_and_the_whole_name_found_from_then_on() -> None:
    written = Written()
    written.put(Supporter(name="Ana", circle="inner"))
    ana = contact("Ana Lopez", phones=("+34 600 000 001",))
    others = [contact("Bea Ruiz", phones=("+34 600 000 002",)), contact("Anastasia Roth")]
    rows = planned([ana, *others], written.network)
    maybe = [row.maybe.name if row.maybe else "" for row in rows]
    assert maybe == ["Ana", "", ""]
    [here] = written.network.supporters
    written.take(ana, *others, answers={0: here})
    one = written.one("Ana")
    assert (one.aliases, one.phones, one.circle) == (("Ana Lopez",), ana.phones, "inner")
    assert states(written, ana, *others) == ["known", "known", "known"]


def test_what_is_said_of_one_contact_counts_for_those_who_are_the_same_in_the_file() -> None:
    written = Written()
    written.put(Supporter(name="Zoe"))
    first = contact("Zoë Müller", phones=("+49 170 1234567",))
    other = contact("Zoë Müller", "u3", emails=("zoe@verein.example",))
    [here] = written.network.supporters
    row = only(planned([first, other], written.network, {0: here}))
    assert [said for said, _ in row.said] == [first, other]
    written.take(first, other, answers={0: here})
    assert states(written, first, other) == ["known"]
    assert written.names == ["Zoe"]


def test_a_first_name_that_fits_many_in_the_file_is_not_asked_about() -> None:
    written = Written()
    written.put(Supporter(name="Ana"))
    many = [contact(f"Ana {family}") for family in ("Lopez", "Weber", "Roth", "Pohl")]
    assert [row.maybe for row in planned(many, written.network)] == [None] * 4


def test_what_a_file_repeats_beyond_measure_is_cut_and_said_to_be() -> None:
    many = [contact("Ana Ribeiro", "u1", phones=(f"0170 {n:07}",), notes=f"{n}" * 9_000) for n in range(60)]
    row = only(planned(many, Network()))
    assert (len(row.contact.phones), len(row.contact.notes)) == (50, 200_000)
    assert set(row.contact.left) == {"phones beyond 50", "the end of very long notes"}
    assert row.places == tuple(one.where for one in many)
    written = Written()
    written.take(*many)
    assert states(written, *many) == ["known"]


def test_a_crowd_of_one_name_is_told_apart_and_known_again() -> None:
    written = Written()
    crowd = [contact("Germany", phones=(f"0170 {n:07}",)) for n in range(60)]
    crowd += [contact("Germany", birthday=f"19{n}-01-02") for n in range(50, 60)]
    written.take(*crowd)
    assert len(written.names) == 70
    assert states(written, *crowd) == ["known"] * 70
    assert written.take(*crowd) == 0


def test_two_of_the_same_name_who_are_different_get_names_that_tell_them_apart() -> None:
    written = Written()
    young = contact("Ana Weber", "a", birthday="1990-01-01", organisation="Choir")
    old = contact("Ana Weber", "b", birthday="1950-06-01", organisation="Museum")
    written.take(young, old)
    assert written.names == ["Ana Weber", "Ana Weber (Museum)"]
    assert states(written, young, old) == ["known", "known"]


def test_contacts_of_the_same_person_in_one_file_become_one() -> None:
    written = Written()
    other = contact("Ribeiro, Ana", "u9", emails=("work@example.pt",), phones=("00351 912345678",))
    row = only(planned([ANA, other], Network()))
    assert row.contact.emails == ("ana@example.pt", "work@example.pt")
    assert [said for said, _ in row.said] == [ANA, other]
    written.take(ANA, other)
    assert states(written, ANA, other) == ["known"]
    assert states(written, other) == ["known"]


def test_a_number_in_two_spellings_is_kept_once() -> None:
    one = Contact("card", "Anna Huber", emails=("anna@example.org",), phones=("+49 170 5500001",))
    other = Contact(
        "card", "Anna Huber", emails=("anna@example.org",), phones=("0170 5500001", "+43 1 234567")
    )
    assert joined_contact(one, other).phones == ("+49 170 5500001", "+43 1 234567")
    desk = contact("Anna Huber", phones=("reception",))
    also = replace(desk, phones=("reception", "0170 5500001", "+49 170 5500001"))
    assert joined_contact(desk, also).phones == ("reception", "0170 5500001")


def test_another_address_book_takes_nothing_away_of_what_the_first_said() -> None:
    written = Written()
    table = replace(ANA, uid="", book="CSV Name", phones=("21 987 65 43",), emails=ANA.emails)
    written.take(ANA, table)
    phones = written.one("Ana Ribeiro").phones
    assert phones == (*ANA.phones, "21 987 65 43")
    assert states(written, table) == ["known"]
    written.take(replace(table, phones=("21 000 00 00",)))
    assert written.one("Ana Ribeiro").phones == (*ANA.phones, "21 000 00 00")


def test_what_a_person_chooses_field_by_field_is_what_is_kept() -> None:
    written = Written()
    written.put(Supporter(name="Ana Ribeiro", birthday="1991-04-12"))
    richer = replace(ANA, birthday="1990-04-12", organisation="Club")
    written.take(richer, answers={}, r0=Placed(fields={"birthday": True, "organisation": False}))
    # The birthdays tell them apart until the person says that it is the same.
    assert len(written.names) == 2
    again = Written()
    again.put(Supporter(name="Ana Ribeiro", birthday="1991-04-12"))
    [here] = again.network.supporters
    again.take(richer, answers={0: here}, r0=Placed(fields={"birthday": True, "organisation": False}))
    ana = again.one("Ana Ribeiro")
    assert (ana.birthday, ana.organisation, ana.emails) == ("1990-04-12", "", ANA.emails)


WORDS = st.sampled_from(["Ana", "Ben", "Cleo", "Dev", "Weber", "Okafor", "Lindqvist", "A."])
CONTACTS = st.builds(
    contact,
    name=st.lists(WORDS, min_size=1, max_size=3).map(" ".join),
    uid=st.sampled_from(["", "", "u1", "u2", "u3"]),
    emails=st.lists(
        st.sampled_from(["a@b.example", "c@d.example", "w@b.example"]), unique=True, max_size=2
    ).map(tuple),
    phones=st.lists(
        st.sampled_from(["+49 170 1234567", "0170 1234567", "030 7654321"]), unique=True, max_size=1
    ).map(tuple),
    birthday=st.sampled_from(["", "", "1980-01-02", "--01-02", "1950-06-07"]),
)


@given(st.lists(CONTACTS, max_size=6))
def test_whatever_is_imported_importing_it_again_changes_nobody(contacts: list[Contact]) -> None:
    written = Written()
    written.take(*contacts)
    before = dict(written.network.supporters)
    names = [name for one in before.values() for name in (one.name, *one.aliases)]
    assert len(names) == len({name.casefold() for name in names})
    answers = {row.number: ANOTHER for row in planned(contacts, written.network) if row.maybe}
    rows = planned(contacts, written.network, answers)
    assert {row.state for row in rows} <= {"known"}
    assert dict(written.network.supporters) == before


@given(st.lists(CONTACTS, max_size=6), st.lists(WORDS, max_size=3, unique=True))
def test_whoever_is_said_to_be_somebody_here_is_known_the_next_time(
    contacts: list[Contact], typed: list[str]
) -> None:
    """Of those whom no birthday tells apart; two of different birthdays are asked about again."""
    contacts = [replace(one, birthday="") for one in contacts]
    written = Written()
    for name in typed:
        written.put(Supporter(name=name))
    answers = {row.number: row.maybe.who for row in planned(contacts, written.network) if row.maybe}
    rows = planned(contacts, written.network, answers)
    placed = {row.number: Placed() for row in rows if row.maybe is None}
    take_in(written, Import(contacts, written.network, rows, answers, placed))
    again = planned(contacts, written.network)
    assert {row.state for row in again if row.maybe is None} <= {"known"}


ONE_LIKE_THE_OTHER = (
    ANA,
    contact("Ana Ribero", "u2", emails=("ribero@example.com",)),
    contact("Ana Riber", "u3", emails=("riber@example.com",)),
)
"""Known here; perhaps her; perhaps the one before."""


def here_with_ana() -> Written:
    written = Written()
    written.take(ANA)
    return written


def test_who_is_like_somebody_that_turns_out_to_be_another_is_that_one_too() -> None:
    written = here_with_ana()
    ana = written.one("Ana Ribeiro")
    rows = planned(ONE_LIKE_THE_OTHER, written.network)
    assert [row.maybe and row.maybe.who for row in rows] == [None, ana.id, "#1"]
    row = only(planned(ONE_LIKE_THE_OTHER, written.network, {1: ana.id, 2: "#1"}))
    assert row.supporter == ana
    assert len(row.places) == len(ONE_LIKE_THE_OTHER)


def test_in_the_preview_too_they_are_asked_about_until_it_is_said_who_they_are() -> None:
    written = here_with_ana()
    preview = Preview(ONE_LIKE_THE_OTHER, written.network, planned(ONE_LIKE_THE_OTHER, written.network))
    assert preview.answer(preview.rows[1], same=True) == 0
    assert preview.answer(preview.rows[2], same=True) == 0
    assert list(preview.rows) == [0]
    assert preview.rows[0].contact.emails == ("ana@example.pt", "ribero@example.com", "riber@example.com")


def test_whoever_was_deleted_meanwhile_is_not_brought_back() -> None:
    written = here_with_ana()
    moved = replace(ANA, phones=(*ANA.phones, "+49 30 1234567"))
    seen = written.network
    rows = planned((moved,), seen)
    assert only(rows).state == "changed"
    written.network = seen.with_changes(seen.seq + 1, {"supporter": {written.one("Ana Ribeiro").id: None}})
    assert take_in(written, Import((moved,), seen, rows, {}, {0: Placed()})) == 0
    assert written.names == []
