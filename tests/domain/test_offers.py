"""Offers and promises from draft to kept, and which of them are open."""

from datetime import date, timedelta

import pytest

from tests.domain.worked_network import IDS, TODAY
from tui.domain.promises.offers import declined, dropped, is_open, is_overdue, kept, offered, promised
from tui.domain.records.log import Offer

BEN = IDS["Ben"]


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


OFFER = Offer(id="6000", supporter=BEN, text="look after the cat", state="drafted", date=days_ago(20))


def test_an_offer_goes_from_draft_to_offered_to_promised_to_kept() -> None:
    told = offered(OFFER, days_ago(10))
    taken = promised(told, days_ago(8))
    done = kept(taken, TODAY)
    assert [one.state for one in (told, taken, done)] == ["offered", "promised", "kept"]
    assert (taken.date, done.done_on) == (days_ago(10), TODAY)


def test_what_was_never_offered_is_promised_on_the_day_itself() -> None:
    assert promised(OFFER, TODAY).date == TODAY


@pytest.mark.parametrize(("step", "state"), [(kept, "kept"), (declined, "declined"), (dropped, "dropped")])
def test_what_is_done_is_no_longer_open(step: object, state: str) -> None:
    assert callable(step)
    done = step(promised(OFFER, days_ago(9)), TODAY)
    assert (done.state, done.done_on) == (state, TODAY)
    assert not is_open(done)


@pytest.mark.parametrize(
    ("fields", "overdue"),
    [
        ({"state": "drafted"}, False),
        ({"state": "promised", "date": days_ago(7)}, False),
        ({"state": "promised", "date": days_ago(8)}, True),
        ({"state": "offered", "date": days_ago(8)}, True),
        ({"state": "promised", "date": days_ago(30), "due": TODAY}, False),
        ({"state": "promised", "date": days_ago(1), "due": days_ago(1)}, True),
    ],
    ids=str,
)
def test_a_promise_is_overdue_after_its_day_or_after_a_week_without_one(
    fields: dict[str, object], overdue: bool
) -> None:
    assert is_overdue(OFFER.changed_to(**fields), TODAY) is overdue
