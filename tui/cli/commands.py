"""The commands by name. Each is imported only when it is called."""

import os
from collections.abc import Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import click

from tui import __version__
from tui.clock import civil_today, fixed
from tui.domain.days import written_day
from tui.paths import default_store

from .context import Session
from .plain import COMPLETE_VARIABLE, STORE_VARIABLE, TODAY_VARIABLE, open_dashboard


class Entry(NamedTuple):
    """Where a command is, and what it does in one line."""

    place: str
    summary: str


COMMANDS: dict[str, Entry] = {}


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports the one that is called."""

    def __init__(self, entries: dict[str, Entry], **settings: object) -> None:
        self.entries = entries
        placeholders = {name: click.Command(name, help=entry.summary) for name, entry in entries.items()}
        super().__init__(commands=placeholders, **settings)  # type: ignore[arg-type] # click's own settings

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of that name."""
        entry = self.entries.get(cmd_name)
        if entry is None:
            return None
        module, _, attribute = entry.place.partition(":")
        command = getattr(import_module(module), attribute)
        if not isinstance(command, click.Command):
            raise TypeError(f"{entry.place} is not a command")
        return command

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names in the order they were declared."""
        return list(self.entries)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """The names with their summaries, without importing anything."""
        if self.entries:
            with formatter.section("Commands"):
                formatter.write_dl([(name, entry.summary) for name, entry in self.entries.items()])


class CivilDate(click.ParamType[date]):
    """A date written YYYY-MM-DD."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date; a usage error where there is no such day."""
        if isinstance(value, date):
            return value
        try:
            return written_day(str(value))
        except ValueError:
            self.fail(f'"{value}" is not a date written YYYY-MM-DD.', param, ctx)


def _print_version(context: click.Context, _option: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(f"allies {__version__}")
        context.exit()


def _root(store: Path | None, today: date | None) -> None:
    context = click.get_current_context()
    if store is not None and not store.name:
        raise click.BadParameter("is not a file.", param_hint="'--store'")
    path = store or default_store()
    calendar = fixed(today) if today else civil_today
    if context.invoked_subcommand is None:
        context.exit(open_dashboard(path, calendar))
    session = Session(path, calendar)
    context.obj = session
    context.call_on_close(session.close)


def root() -> click.Group:
    """The `allies` command."""
    return LazyGroup(
        COMMANDS,
        name="allies",
        callback=_root,
        invoke_without_command=True,
        help="Build and keep the network of support behind your goals."
        " Without a command the dashboard opens.",
        epilog="Each command has its own --help."
        " Everything is kept in one file on this machine and sent nowhere.",
        params=[
            click.Option(
                ["--store"],
                type=click.Path(path_type=Path),
                metavar="FILE",
                envvar=STORE_VARIABLE,
                help=f"The store to use (also {STORE_VARIABLE}).",
            ),
            click.Option(
                ["--today"],
                type=CivilDate(),
                metavar="DATE",
                envvar=TODAY_VARIABLE,
                help=f"Take this day, YYYY-MM-DD, for today (also {TODAY_VARIABLE}).",
            ),
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_print_version,
                help="Print the version.",
            ),
        ],
    )


def obey(arguments: Sequence[str]) -> int:
    """Run the command the arguments name; gives the exit code."""
    group = root()
    if (instruction := os.environ.get(COMPLETE_VARIABLE)) is not None:
        from click.shell_completion import shell_complete

        return shell_complete(group, {}, "allies", COMPLETE_VARIABLE, instruction)
    try:
        with group.make_context("allies", list(arguments)) as context:
            group.invoke(context)
    except click.exceptions.Exit as left:
        return left.exit_code
    return 0
