"""Two supporters become one, and what referred to either refers to the one."""

from datetime import date

from tui.domain.people.merging import MERGED, choices, merge_records, merged
from tui.domain.records.feedback import Feedback
from tui.domain.records.log import Ask, Exchange
from tui.domain.records.network import Network
from tui.domain.records.record import BOOKKEEPING
from tui.domain.records.source import Source
from tui.domain.records.supporter import Supporter

ANA = Supporter(
    id="1",
    name="Ana",
    circle="inner",
    gives={"guidance": 1},
    emails=("a@b.example",),
    knows=("2", "3"),
    goals=("9",),
)
RIBEIRO = Supporter(
    id="2",
    name="Ana Ribeiro",
    circle="outer",
    gives={"guidance": 3, "practical": 1},
    emails=("A@b.example", "work@b.example"),
    birthday="--04-12",
    sensitive=True,
    goals=("8",),
)


def test_the_first_counts_and_the_second_adds_what_it_lacks() -> None:
    one = merged(ANA, RIBEIRO, {})
    assert (one.name, one.aliases, one.circle) == ("Ana", ("Ana Ribeiro",), "inner")
    assert one.emails == ("a@b.example", "work@b.example")
    assert one.gives == {"guidance": 3, "practical": 1}
    assert (one.birthday, one.sensitive) == ("--04-12", True)
    assert (one.knows, one.goals) == (("3",), ("9", "8"))


def test_fields_that_are_taken_come_from_the_second() -> None:
    assert [(one.field, one.keep) for one in choices(ANA, RIBEIRO)] == [
        ("name", True),
        ("circle", True),
        ("birthday", False),
    ]
    one = merged(ANA, RIBEIRO, {"name": True, "circle": True, "birthday": False})
    assert (one.name, one.aliases, one.circle) == ("Ana Ribeiro", ("Ana",), "outer")
    assert one.birthday == ""


def test_whoever_helps_with_every_goal_goes_on_doing_so() -> None:
    assert merged(ANA, RIBEIRO.changed_to(goals=()), {}).goals == ()


def test_no_field_of_a_supporter_is_forgotten() -> None:
    assert set(MERGED) == set(Supporter.model_fields) - BOOKKEEPING


def test_the_clock_that_was_restarted_last_goes_on() -> None:
    sooner, later = date(2026, 3, 1), date(2026, 3, 9)
    restarted = merged(ANA.changed_to(clock_from=sooner), RIBEIRO.changed_to(clock_from=later), {})
    assert restarted.clock_from == later
    assert merged(ANA, RIBEIRO.changed_to(clock_from=later), {}).clock_from == later


def test_everything_that_referred_to_the_second_refers_to_the_first() -> None:
    day = date(2026, 3, 18)
    others = [
        Supporter(id="3", name="Ben", knows=("2", "1")),
        Exchange(id="4", supporters=("2", "3", "1"), date=day),
        Ask(id="5", supporter="2"),
        Feedback(id="6", supporter="2", text="well done", date=day),
        Source(id="7", supporter="2", uid="u1"),
        Ask(id="8", supporter="3"),
    ]
    network = Network().with_changes(1, {})
    for record in (ANA, RIBEIRO, *others):
        network = network.with_changes(1, {record.table: {record.id: record}})
    changed = merge_records(network, ANA, RIBEIRO, {})
    assert set(changed) == {"1", "3", "4", "5", "6", "7"}
    ben, exchange, ask, note, source = (changed[id_] for id_ in "34567")
    assert isinstance(ben, Supporter)
    assert ben.knows == ("1",)
    assert isinstance(exchange, Exchange)
    assert exchange.supporters == ("1", "3")
    assert {getattr(record, "supporter", None) for record in (ask, note, source)} == {"1"}
