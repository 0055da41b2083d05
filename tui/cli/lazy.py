"""Groups of commands that are made when they are called."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import NamedTuple

import click


class Entry(NamedTuple):
    """How a command is made, and what it does in one line."""

    make: Callable[[], click.Command]
    summary: str


def at(place: str, summary: str) -> Entry:
    """An entry for the command object at `module:attribute`."""
    return Entry(lambda: _imported(place), summary)


def _imported(place: str) -> click.Command:
    module, _, attribute = place.partition(":")
    command = getattr(import_module(module), attribute)
    if not isinstance(command, click.Command):
        raise TypeError(f"{place} is not a command")
    return command


class LazyGroup(click.Group):
    """A group that knows its commands by name and makes the one that is called."""

    def __init__(
        self,
        name: str,
        entries: Mapping[str, Entry],
        *,
        summary: str,
        epilog: str = "",
        callback: Callable[..., object] | None = None,
        params: list[click.Parameter] | None = None,
    ) -> None:
        self.entries = entries
        super().__init__(
            name=name,
            # Without a body: for suggestions when a name is mistyped.
            commands={entry: click.Command(entry) for entry in entries},
            help=summary,
            epilog=epilog,
            callback=callback,
            params=params,
            no_args_is_help=False,
            invoke_without_command=callback is not None,
        )

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of that name."""
        entry = self.entries.get(cmd_name)
        return None if entry is None else entry.make()

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names in the order they were declared."""
        return list(self.entries)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """The names with their summaries; nothing is made for it."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in self.entries.items()])
