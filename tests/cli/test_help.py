"""The help is made from the fields, and every field has its words."""

import pytest

from tui.cli.records.fields import fields_of
from tui.cli.records.helped import HELP
from tui.domain.records.network import RECORD_TYPES

from .running import GROUPS, Allies

SHOWN = [*GROUPS, "profile"]


def test_every_field_has_words_and_every_word_a_field() -> None:
    fields = {name for group in SHOWN for name in fields_of(RECORD_TYPES[group.replace("-", "_")])}
    assert fields == set(HELP)


@pytest.mark.parametrize("group", SHOWN)
def test_every_field_is_an_option_with_its_choices(allies: Allies, group: str) -> None:
    shown = " ".join(allies.ok(group, "edit", "--help").out.split())
    for field in fields_of(RECORD_TYPES[group.replace("-", "_")]).values():
        assert field.option in shown
        for choice in field.choices:
            assert choice in shown
