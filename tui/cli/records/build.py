"""The group of commands of a class of record, made from a declaration."""

import click

from tui.cli.lazy import Entry, LazyGroup

from .declaration import Declared


def group(declared: Declared) -> click.Group:
    """The commands `add`, `list`, `show`, `edit` and `delete`, and those only this class has."""
    return LazyGroup(
        declared.table.replace("_", "-"),
        {
            "add": Entry(lambda: _made("add", declared), "Add one."),
            "list": Entry(lambda: _made("list_", declared), "List them all."),
            "show": Entry(lambda: _made("show", declared), "Show one."),
            "edit": Entry(lambda: _made("edit", declared), "Change one."),
            "delete": Entry(lambda: _made("delete", declared), "Delete one; can be undone."),
            **declared.more,
        },
        summary=declared.summary,
        epilog="Goals and supporters go by any part of their name that fits no other,"
        " everything else by the last digits of its id, four or more.",
    )


def _made(verb: str, declared: Declared) -> click.Command:
    from . import verbs

    command: click.Command = getattr(verbs, verb)(declared)
    return command
