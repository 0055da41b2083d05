"""The commands by name. Each is imported only when it is called."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from tui import __version__
from tui.clock import civil_today, fixed
from tui.domain.calendar.days import FIRST_TODAY, LAST_TODAY, written_day
from tui.paths import default_store

from .context import Session
from .lazy import Entry, LazyGroup, at
from .plain import COMPLETE_VARIABLE, STORE_VARIABLE, TODAY_VARIABLE, has_terminal, open_dashboard

_RECORDS = "tui.cli.records.declared"

COMMANDS: dict[str, Entry] = {
    "demo": at("tui.cli.demo:demo", "Look around in a made-up network."),
    "today": at("tui.cli.today:today", "What is worth doing today, who is due, what is open."),
    "briefing": at("tui.cli.briefing:briefing", "What is good to know before talking with somebody."),
    "assess": at("tui.cli.assess:assess", "Answer the questionnaire: what you want, and who could help."),
    "coverage": at("tui.cli.coverage:coverage_command", "Who covers what of a goal, and whom to ask."),
    "goal": at(f"{_RECORDS}:goal", "Goals: what you want to achieve."),
    "supporter": at(f"{_RECORDS}:supporter", "Supporters: the people and groups who help, or could."),
    "feedback": at(f"{_RECORDS}:feedback", "Feedback: what somebody said, and what became of it."),
    "exchange": at(f"{_RECORDS}:exchange", "Exchanges: talks, mails, meetings, favours."),
    "progress": at(f"{_RECORDS}:progress", "Progress: what was done, what is next, what is stuck."),
    "ask": at(f"{_RECORDS}:ask", "Asks: requests for support, from draft to answer."),
    "offer": at(f"{_RECORDS}:offer", "Offers: what you offered or promised, from draft to kept."),
    "follow-up": at(f"{_RECORDS}:follow_up", "Follow-ups: what to come back to, once or again and again."),
    "decision": at(f"{_RECORDS}:decision", "Decisions: what changed about a goal, and why."),
    "profile": at("tui.cli.profile:profile", "Your own profile."),
    "log": at("tui.cli.log:log", "Log a talk, an ask, an answer or a promise in one line."),
    "import": at("tui.cli.importing:import_command", "Take people in from an address book."),
    "export": at("tui.cli.exporting:export", "Write supporters for an address book or a spreadsheet."),
    "undo": at("tui.cli.history:undo", "Take back the newest change, or any one."),
    "redo": at("tui.cli.history:redo", "Bring back what was undone last."),
    "history": at("tui.cli.history:history", "What was changed, when and from where."),
    "fold": at("tui.cli.keeping:fold", "Write everything into the one plain file at once."),
    "backup": at("tui.cli.keeping:backup", "Keep a copy of everything."),
    "restore": at("tui.cli.keeping:restore", "Bring back a backup, or list them."),
    "doctor": at("tui.cli.doctor:doctor", "How the store is."),
    "completion": at("tui.cli.completion:completion", "What a shell needs to complete commands."),
}


class CivilDate(click.ParamType[date]):
    """A date written YYYY-MM-DD."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date; a usage error where there is no such day."""
        if isinstance(value, date):
            return value
        try:
            day = written_day(str(value))
        except ValueError:
            self.fail(f'"{value}" is not a date written YYYY-MM-DD.', param, ctx)
        if day > LAST_TODAY:
            self.fail(f"{day} is too far ahead: Allies counts on from today, up to {LAST_TODAY}.", param, ctx)
        if day < FIRST_TODAY:
            self.fail(
                f"{day} is too far back: Allies counts back from today, from {FIRST_TODAY} on.", param, ctx
            )
        return day


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
    if context.invoked_subcommand is None and has_terminal():
        context.exit(open_dashboard(path, calendar))
    session = Session(path, calendar)
    context.obj = session
    context.call_on_close(session.close)
    if context.invoked_subcommand is None:
        context.invoke(COMMANDS["today"].make())


def root() -> click.Group:
    """The `allies` command."""
    return LazyGroup(
        "allies",
        COMMANDS,
        summary="Build and keep the network of support behind your goals."
        " Without a command the dashboard opens; without a terminal, what `today` says is printed.",
        callback=_root,
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
            return context.obj.parting() if isinstance(context.obj, Session) else 0
    except click.exceptions.Exit as left:
        return left.exit_code
