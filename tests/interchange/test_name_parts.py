"""A whole name taken apart for address books that keep names in parts."""

import pytest

from tui.domain.records.supporter import Supporter
from tui.interchange.csv_out import csv_of
from tui.interchange.name_parts import name_parts
from tui.interchange.vcard_out import vcards


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Mum", ("Mum", "", "")),
        ("Ana Maria Ribeiro", ("Ana Maria", "Ribeiro", "")),
        ("Сергей Иванов", ("Сергей", "Иванов", "")),
        ("Ludwig van Beethoven", ("Ludwig", "van Beethoven", "")),
        ("Bert von und zu Hohenstein der Jüngere", ("Bert", "von und zu Hohenstein der Jüngere", "")),
        ("山田 太郎", ("太郎", "山田", "")),
        ("김 민지", ("민지", "김", "")),
        ("Martin Luther King Jr.", ("Martin Luther", "King", "Jr.")),
        ("ana maria ribeiro", ("ana maria", "ribeiro", "")),
    ],
)
def test_a_name_is_taken_apart_as_its_bearer_would(name: str, parts: tuple[str, str, str]) -> None:
    assert name_parts(name) == parts


def test_groups_and_companies_are_written_whole() -> None:
    runners = Supporter(name="Tuesday runners", relationship="group")
    pizzeria = Supporter(name="Pizzeria Napoli", organisation="Pizzeria Napoli")
    cards = vcards([runners, pizzeria], {}).decode()
    assert "N:Tuesday runners;;;;" in cards
    assert "N:Pizzeria Napoli;;;;" in cards
    assert cards.count("X-ABShowAs:COMPANY") == 2
    table = csv_of([pizzeria]).decode()
    assert "Pizzeria Napoli,,," in table
