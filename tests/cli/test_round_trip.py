"""What `show --json` prints is taken back by `add` and `edit` without loss."""

import json
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.cli.records.fields import Field, fields_of
from tui.domain.language.text import clean_line, clean_note, unseen
from tui.domain.records.network import RECORD_TYPES
from tui.domain.records.record import BOOKKEEPING

from .running import GROUPS, Allies

IDS = st.integers(1, 2**62).map(str)
DAYS = st.dates(date(2000, 1, 1), date(2026, 3, 18)).map(str)
NOTES = st.text(max_size=40).map(clean_note)
LINES = st.text(max_size=40).map(clean_line)


def _value(field: Field) -> st.SearchStrategy[Any]:
    if field.name == "birthday":
        return st.sampled_from(["", "1990-02-28", "--02-29"])
    if field.name == "rrule":
        return st.sampled_from(["", "FREQ=WEEKLY;BYDAY=SU", "FREQ=MONTHLY;BYMONTHDAY=1"])
    match field.sort:
        case "line":
            one: st.SearchStrategy[Any] = LINES
        case "note":
            one = NOTES
        case "day":
            one = DAYS
        case "word":
            one = st.sampled_from(field.choices)
        case "number":
            one = st.sampled_from([int(choice) for choice in field.choices] or [0, 1, 2, 3])
        case "flag":
            one = st.booleans()
        case "reference":
            one = IDS
        case "strengths":
            return st.dictionaries(st.sampled_from(field.choices), st.integers(0, 3))
        case "changes":
            one = st.fixed_dictionaries(
                {"what": st.sampled_from(field.choices), "before": NOTES, "after": NOTES}
            )
    if field.many:
        return st.lists(one, max_size=3, min_size=int(field.required))
    if field.required and field.sort in ("line", "note"):
        return one.filter(lambda text: not unseen(text))
    return one if field.cleared is not None or field.required else st.none() | one


def _documents(group: str) -> st.SearchStrategy[dict[str, Any]]:
    fields = fields_of(RECORD_TYPES[group.replace("-", "_")]).values()
    documents = st.fixed_dictionaries({field.name: _value(field) for field in fields})
    return documents.map(_with_a_whole_verdict) if group == "feedback" else documents


def _with_a_whole_verdict(document: dict[str, Any]) -> dict[str, Any]:
    """The same with what its verdict requires, which is judged when it is entered."""
    required: dict[str | None, dict[str, Any]] = {
        "accept": {"next_step": "rest", "next_by": "2026-04-01"},
        "adapt": {"part": "half of it", "next_by": None},
        "park": {"parked_until": "2026-04-01"},
        "decline": {"reason": "not now"},
        None: {},
    }
    return {**document, **required[document["verdict"]]}


def _content(document: dict[str, Any], group: str) -> dict[str, Any]:
    return {
        name: document[name]
        for name in fields_of(RECORD_TYPES[group.replace("-", "_")])
        if name not in BOOKKEEPING
    }


@pytest.mark.parametrize("group", GROUPS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_record_survives_printing_and_taking_back(group: str, data: st.DataObject) -> None:
    document = data.draw(_documents(group))
    with tempfile.TemporaryDirectory() as folder:
        allies = Allies(Path(folder) / "network.json")
        id_ = allies.ok(group, "add", "--from-json", "-", given=json.dumps(document)).id
        printed = allies.ok(group, "show", id_, "--json")
        assert _content(printed.json, group) == document

        allies.ok(group, "delete", id_)
        again = allies.ok(group, "add", "--from-json", "-", given=printed.out).id
        assert _content(allies.ok(group, "show", again, "--json").json, group) == document

        shown = allies.ok(group, "show", again, "--json")
        allies.ok(group, "edit", "--from-json", "-", given=shown.out)
        assert allies.ok(group, "show", again, "--json").json == shown.json
