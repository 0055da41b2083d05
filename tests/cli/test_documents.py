"""README and docs/command-line.md name commands, options and fields that exist, and all of them."""

import re
from pathlib import Path

import click
import pytest

from tui.cli.commands import COMMANDS, root
from tui.cli.records.fields import Field, fields_of
from tui.domain.records.network import RECORD_TYPES

from .running import GROUPS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
REFERENCE = (ROOT / "docs" / "command-line.md").read_text()
SHOWN = [*GROUPS, "profile"]
GLOBAL = {"--store", "--today", "--version", "--help"}


def _calls(text: str) -> list[list[str]]:
    """What stands after `allies` in code, up to a pipe or the end."""
    code = "\n".join(re.findall(r"^    .*$", text, re.M) + re.findall(r"`([^`\n]+)`", text))
    return [
        found[1].split("#")[0].split("|")[0].split()
        for found in re.finditer(r"\ballies ([a-z-][^\n`]*)", code)
    ]


def _command(words: list[str]) -> tuple[click.Command, list[str]]:
    command: click.Command = root()
    context = click.Context(command)
    while words and isinstance(command, click.Group):
        if words[0].startswith("-"):
            words = words[2:] if words[0] in ("--store", "--today") else words[1:]
            continue
        found = command.get_command(context, words[0])
        assert found is not None, words
        command, words = found, words[1:]
    return command, words


@pytest.mark.parametrize("call", _calls(README) + _calls(REFERENCE), ids=" ".join)
def test_every_command_shown_exists_with_its_options(call: list[str]) -> None:
    command, rest = _command(call)
    known = GLOBAL | {name for param in command.params for name in (*param.opts, *param.secondary_opts)}
    assert {word.split("=")[0] for word in rest if word.startswith("--")} <= known


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_described(name: str) -> None:
    assert re.search(rf"(`|\ballies ){name}\b", REFERENCE)


@pytest.mark.parametrize("group", SHOWN)
def test_every_field_is_described_as_it_is(group: str) -> None:
    section = REFERENCE.split(f"\n### {group}\n")[1].split("\n#")[0]
    rows = [line for line in section.splitlines() if line.startswith("| `")]
    assert rows == [row(field) for field in fields_of(RECORD_TYPES[group.replace("-", "_")]).values()]


def row(field: Field) -> str:
    """The line of the table for a field."""
    return f"| `{field.name}` | {_takes(field)} |"


def _takes(field: Field) -> str:
    match field.sort:
        case "strengths":
            return "object: a kind and 0, 1, 2 or 3"
        case "changes":
            return f'list of `{{"what", "before", "after"}}`; what: {", ".join(field.choices)}'
        case "word" | "number" if field.choices:
            one = ", ".join(field.choices)
        case "number":
            one = "whole number"
        case "flag":
            one = "true or false"
        case "reference":
            one = f"id of a {field.target}" if field.target != "feedback" else "id of feedback"
        case "day":
            one = "date"
        case "line":
            one = "a line"
        case _:
            one = "text"
    if field.many:
        return f"list: {one}"
    return f"{one}; or null" if field.cleared is None and not field.required else one
