"""Whatever is typed into whichever field: a sentence or an acknowledgement, and nothing a terminal obeys."""

import re
from pathlib import Path

import pytest

from tui.cli.records.fields import Field, fields_of
from tui.domain.records.network import RECORD_TYPES

from .running import GROUPS, Allies

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")

TEXTS = {
    "escape": "a\x1b[31mb",
    "clipboard": "\x1b]52;c;aGk=\x07x",
    "c1": "\x9b2Jx",
    "nul": "a\x00b",
    "delete": "a\x7fb",
    "action": "[@click=app.quit]x[/]",
    "closed": "[/b] Mary",
    "override": "\u202eexe.txt",
    "isolate": "\u2066a\u2069b",
    "tag": "x\U000e0041\U000e007f",
    "emoji": "👩‍🚀🏳️‍🌈",
    "rtl": "שלום עולם",
    "arabic": "مرحبا بالعالم",
    "combining": "a" + "\u0301" * 50,
    "separators": "a\u2028b\u2029c\x85d",
    "template": "$name {0} %s ${x}",
}
FIRST = {
    "goal": "Thesis",
    "supporter": "Mara",
    "feedback": "slower",
    "exchange": "Anchor",
    "progress": "Harbour",
    "ask": "Anchor",
    "offer": "Anchor",
    "follow-up": "check in",
    "decision": "Harbour",
}


SHAPED = ("birthday", "rrule")
"""Texts of a shape of their own; others are taken as they come."""


def _option(field: Field, text: str) -> list[str]:
    return [] if field.sort == "flag" else [field.option, text]


@pytest.fixture
def peopled(allies: Allies) -> Allies:
    """A store with one supporter and one goal to refer to."""
    allies.ok("supporter", "add", "Anchor")
    allies.ok("goal", "add", "Harbour")
    return allies


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_no_field_lets_through_what_a_terminal_would_obey(peopled: Allies, group: str, text: str) -> None:
    id_ = peopled.ok(group, "add", FIRST[group]).id
    for field in fields_of(RECORD_TYPES[group.replace("-", "_")]).values():
        if option := _option(field, text):
            ran = peopled(group, "edit", id_, *option)
            assert ran.code in (0, 1, 2), ran
            assert ran.out.count("\n") + ran.err.count("\n") == 1, ran
            assert ran.code == 0 or field.sort not in ("line", "note") or field.name in SHAPED, ran
            assert not OBEYED.search(ran.out + ran.err), ran
    for printed in (
        peopled.ok(group, "list").out,
        peopled.ok(group, "list", "--json").out,
        peopled.ok(group, "show", id_).out,
        peopled.ok(group, "show", id_, "--json").out,
    ):
        assert not OBEYED.search(printed)


@pytest.mark.parametrize("group", GROUPS)
def test_over_long_text_is_refused_with_the_name_of_the_option(peopled: Allies, group: str) -> None:
    id_ = peopled.ok(group, "add", FIRST[group]).id
    for field in fields_of(RECORD_TYPES[group.replace("-", "_")]).values():
        longest = {"line": 500, "note": 200_000}.get(field.sort)
        if longest and field.name not in SHAPED:
            sentence = peopled.refused(group, "edit", id_, field.option, "x" * (longest + 1), code=2)
            assert sentence.startswith(f"{field.option} takes at most {longest:,} characters"), sentence


@pytest.mark.parametrize("group", GROUPS)
def test_bytes_that_are_not_text_are_refused(peopled: Allies, group: str) -> None:
    id_ = peopled.ok(group, "add", FIRST[group]).id
    for field in fields_of(RECORD_TYPES[group.replace("-", "_")]).values():
        if option := _option(field, "a\udcff"):
            peopled.refused(group, "edit", id_, *option, code=2)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_errors_repeat_nothing_a_terminal_would_obey(allies: Allies, text: str) -> None:
    for arguments in (
        [text],
        ["goal", text],
        ["goal", "show", text],
        ["goal", "edit", text, "--stage", text],
        ["goal", "add", "a", "--from-json", f"/none/{text}"],
        [f"--{text}"],
        ["--today", text],
        ["goal", "list", f"--{text}"],
    ):
        ran = allies(*arguments)
        assert ran.code in (1, 2), ran
        assert ran.err.count("\n") == 1, ran
        assert not OBEYED.search(ran.err), ran


@pytest.mark.parametrize("name", ["\u200e", "\u200d\u200b", "\u0301", "\x1b", " \u00a0 ", "\u2060"])
def test_a_name_nobody_can_see_is_refused(allies: Allies, name: str) -> None:
    for group in ("supporter", "goal", "feedback"):
        ran = allies(group, "add", name)
        assert ran.code in (1, 2), ran


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_json_escapes_what_it_does_not_show_and_loses_nothing(allies: Allies, text: str) -> None:
    allies.ok("goal", "add", "Thesis", "--notes", text)
    shown = allies.ok("goal", "show", "thesis", "--json")
    again = allies.ok("goal", "show", "thesis", "--json").json
    assert shown.json["notes"] == again["notes"]
    assert not OBEYED.search(shown.out)


def test_an_error_does_not_repeat_pages_of_what_was_typed(allies: Allies) -> None:
    assert len(allies.refused("goal", "add", "a", "--stage", "x" * 100_000, code=2)) < 1_100
    assert len(allies.refused("goal", "show", "x" * 100_000)) < 1_100


def test_a_byte_that_is_no_text_is_refused_in_what_was_seen_too(allies: Allies) -> None:
    allies.ok("goal", "add", "Thesis")
    taken = allies.ok("decision", "take", "thesis", "--change", "scope=Book").id
    sentence = allies.refused("decision", "look-back", taken, "--helped", "yes", "--seen", "a\udcff", code=2)
    assert "--seen is not UTF-8 text." in sentence


def test_a_today_too_far_ahead_to_count_on_from_is_refused(tmp_path: Path) -> None:
    late = Allies(tmp_path / "network.json", today="9999-12-31")
    sentence = late.refused("feedback", "list", code=2)
    assert "9999-12-31 is too far ahead: Allies counts on from today, up to 9000-12-31." in sentence


def test_a_today_too_far_back_to_count_back_from_is_refused_and_the_first_one_is_not(tmp_path: Path) -> None:
    store = tmp_path / "network.json"
    sentence = Allies(store, today="0001-01-31").refused("today", code=2)
    assert "0001-01-31 is too far back: Allies counts back from today, from 1000-01-01 on." in sentence
    Allies(store).ok("supporter", "add", "Ana", "--gives", "guidance=2")
    Allies(store).ok("exchange", "add", "Ana", "--direction", "received")
    Allies(store).ok("ask", "add", "Ana", "--state", "sent", "--sent-on", "today")
    for command in ("today", "coverage", "briefing ana"):
        Allies(store, today="1000-01-01").ok(*command.split())
