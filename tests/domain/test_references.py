"""Which fields point to other records, and what those are called."""

from datetime import date

import pytest

from tui.domain.records.feedback import Feedback
from tui.domain.records.log import Exchange, Progress
from tui.domain.records.network import RECORD_TYPES, Network
from tui.domain.records.record import Record
from tui.domain.records.references import REFERENCES, called, name_of, shown_name
from tui.domain.records.supporter import Supporter

DAY = date(2026, 3, 18)
BEN = Supporter(id="1000", name="Ben")
NETWORK = Network().with_changes(1, {"supporter": {BEN.id: BEN}})


def test_every_field_that_holds_ids_says_where_they_point() -> None:
    pointing = {
        name
        for type_ in RECORD_TYPES.values()
        for name, described in type_.model_json_schema()["properties"].items()
        if name != "id" and "^[1-9][0-9]{0,18}$" in str(described)
    }
    assert pointing == set(REFERENCES)


def test_a_reference_shows_the_name_of_who_is_there() -> None:
    assert name_of(NETWORK, "knows", "1000") == shown_name(NETWORK, "supporter", "1000") == "Ben"


@pytest.mark.parametrize(
    ("field", "words"),
    [("supporter", "someone"), ("goals", "a goal let go of"), ("because_feedback", "a note let go of")],
)
def test_who_is_gone_is_shown_in_kind_words(field: str, words: str) -> None:
    assert name_of(NETWORK, field, "4000") is None
    assert shown_name(NETWORK, field, "4000") == words


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (BEN, "Ben"),
        (Feedback(text="slower\nplease", date=DAY), "slower"),
        (Progress(goal=None, date=DAY, did="chapter 2"), "chapter 2"),
        (Exchange(supporters=("1000",), date=DAY), "exchange of 2026-03-18"),
    ],
)
def test_a_record_is_called_by_its_name_or_its_first_words(record: Record, words: str) -> None:
    assert called(record) == words
