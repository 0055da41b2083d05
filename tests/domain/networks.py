"""Networks for tests: any records as one network, and the worked one of five supporters."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tui.domain.goal import Goal
from tui.domain.log import Exchange
from tui.domain.network import Network
from tui.domain.record import Record
from tui.domain.response import Response
from tui.domain.supporter import Supporter

EXAMPLES: Any = json.loads((Path(__file__).parent / "worked_examples.json").read_text())
"""Any JSON."""

WORKED: Any = EXAMPLES["network"]
"""Any JSON: five supporters, what is needed of them, and what follows from it."""

WORKED_TODAY = date.fromisoformat(WORKED["today"])
RUN = Goal(id="100", title="10 km in June")


def network_of(*records: Record) -> Network:
    """A network of these records; those without an id are given one."""
    shelves: dict[str, dict[str, Record | None]] = {}
    for place, record in enumerate(records, 1):
        kept = record if record.id else record.model_copy(update={"id": f"{9_000 + place}"})
        shelves.setdefault(record.table, {})[kept.id] = kept
    return Network().with_changes(1, shelves)


def worked_network(*more: Record) -> Network:
    """The worked network, with one exchange for each last talk, and more records."""
    return network_of(RUN, worked_response(), *worked_people(), *worked_talks(), *more)


def worked_response() -> Response:
    """The answers of the first example; the needs are those of the worked network."""
    return Response(
        id="200",
        goal=RUN.id,
        questionnaire="goal-needs",
        version="1",
        form="full",
        date=WORKED_TODAY - timedelta(days=30),
        answers=EXAMPLES["needs"][0]["answers"],
    )


def worked_people() -> list[Supporter]:
    """Ana, Ben, Cleo, Dev and Eli, by ids from 301 on."""
    return [
        Supporter(
            id=f"{300 + place}",
            name=one["id"],
            circle=one["circle"],
            cadence=one["cadence"],
            gives=one["kinds"],
            responsive=one["resp"],
            state=one["state"],
        )
        for place, one in enumerate(WORKED["supporters"], 1)
    ]


def worked_talks() -> list[Exchange]:
    """The last talk with each of them."""
    return [
        Exchange(id=f"{400 + place}", supporters=(f"{300 + place}",), date=date.fromisoformat(one["last"]))
        for place, one in enumerate(WORKED["supporters"], 1)
    ]
