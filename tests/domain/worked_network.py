"""The worked network as records: five people, one goal, and the numbers they must give."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from tui.domain.records.goal import Goal
from tui.domain.records.log import Exchange
from tui.domain.records.network import Network
from tui.domain.records.record import Record
from tui.domain.records.response import Response
from tui.domain.records.supporter import Supporter

# Any: JSON from a file; the tests compare what is in it.
_ALL: Mapping[str, Any] = json.loads(Path(__file__).with_name("worked_examples.json").read_text("utf-8"))
WORKED: Mapping[str, Any] = _ALL["network"]
ANSWERS: Mapping[str, Any] = _ALL["needs"][0]["answers"]
TODAY = date.fromisoformat(WORKED["today"])
RUN = Goal(id="9000", title="10 km in June")
IDS = {one["id"]: str(1000 + place) for place, one in enumerate(WORKED["supporters"])}
NAMES = {id_: name for name, id_ in IDS.items()}


def worked_network(*more: Record) -> Network:
    """The network of the worked example, with more records, or other versions of those in it."""
    return network_of(RUN, response(RUN, ANSWERS), *_people(), *more)


def network_of(*records: Record) -> Network:
    """A network of these records; of two with the same id the later one."""
    shelves: dict[str, dict[str, Record | None]] = {}
    for record in records:
        shelves.setdefault(record.table, {})[record.id] = record
    return Network().with_changes(1, shelves)


def response(goal: Goal, answers: Mapping[str, Any], day: date = TODAY) -> Response:
    """Finished answers on a goal."""
    return Response(
        id=f"8{goal.id}",
        goal=goal.id,
        questionnaire="goal-needs",
        version="1",
        form="full",
        date=day,
        answers={key: value for key, value in answers.items() if key != "goal_title"},
    )


def person(network: Network, name: str) -> Supporter:
    """One of the people by name."""
    return network.supporters[IDS[name]]


def _people() -> list[Record]:
    found: list[Record] = []
    for one in WORKED["supporters"]:
        id_ = IDS[one["id"]]
        fields = {"id": id_, "name": one["id"], "gives": one["kinds"], "circle": one["circle"]}
        fields |= {"cadence": one["cadence"], "responsive": one["resp"], "state": one["state"]}
        fields |= {"created": datetime(2025, 1, 1, tzinfo=UTC)}
        found += [
            Supporter.model_validate(fields),
            Exchange(id=f"7{id_}", supporters=(id_,), date=date.fromisoformat(one["last"])),
        ]
    return found
