"""Today: what is worth doing, who is due and what is open, as the first page of the dashboard has it."""

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from .context import Session, pass_session
from .ending import Failed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tui.domain.language.words import Loop
    from tui.domain.promises.loops import OpenLoop
    from tui.domain.today.board import Board
    from tui.domain.today.day import Day
    from tui.domain.today.so_far import DayAct

_NUMBER = click.IntRange(min=1)
_LOOPS: "Mapping[Loop, str]" = {"ask-later": "said later", "follow-up": "come back to it"}
"""What else is called by its state here, where no glyph says it."""
_ITEMS = {
    "waiting": "feedback to sort",
    "back": "parked feedback that is back",
    "step": "next steps whose day has come",
    "look-back": "decisions to look back at",
    "unfinished": "questionnaires left half-way",
    "draft": "forms left half-way",
    "gap": "goals that lack support",
}


@click.command(
    help="What is worth doing today and why, who is due, what is open. An act goes by its number:"
    " tick it off, or say that it is not for today."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--line", "in_a_line", is_flag=True, help="Counts only, for a prompt or a status bar.")
@click.option("--done", type=_NUMBER, metavar="N", help="Tick act N off, or take that back.")
@click.option("--not-today", type=_NUMBER, metavar="N", help="Put act N off, or take that back.")
@click.option("--more", is_flag=True, help="Ask for more acts, for today.")
@click.option("--forgive", is_flag=True, help="Let the clock of everybody who is due begin anew today.")
@pass_session
def today(
    session: Session,
    *,
    as_json: bool,
    in_a_line: bool,
    done: int | None,
    not_today: int | None,
    more: bool,
    forgive: bool,
) -> None:
    """Show the day, after what was said of it."""
    if as_json and in_a_line:
        raise click.UsageError("Either --json or --line, not both.")
    if forgive:
        if in_a_line or more or done is not None or not_today is not None:
            raise click.UsageError("--forgive goes alone, or with --json.")
        _forgive(session, as_json=as_json)
        return
    day = session.today()
    so_far = _kept(session, day)
    if more:
        so_far = so_far.with_more()
    if done is not None:
        so_far = so_far.with_mark(_numbered(_board(session, so_far), done).act, "done")
    if not_today is not None:
        so_far = so_far.with_mark(_numbered(_board(session, so_far), not_today).act, "put-off")
    if more or done is not None or not_today is not None:
        _keep(session, so_far, day)
    board = _board(session, so_far)
    if as_json:
        from tui.domain.today.board import as_document

        session.print_json(as_document(board, session.network))
    elif in_a_line:
        session.say(" · ".join(_counts(board)) or "nothing is open")
    else:
        session.say("\n".join(_lines(board)))


def _forgive(session: Session, *, as_json: bool) -> None:
    from tui.domain.talks.easing import forgiven

    from .records.writing import acknowledge

    with session.store.transaction("let the clocks begin anew") as transaction:
        eased = [transaction.put(one) for one in forgiven(transaction.network, session.today())]
    if as_json:
        acknowledge(session, "", eased, as_json=True, several=True)
        return
    many = f"{len(eased)} clocks begin" if len(eased) != 1 else "1 clock begins"
    session.say(f"{many} anew today" if eased else "nobody is due")


def _board(session: Session, so_far: "Day") -> "Board":
    from tui.content import act_templates, questionnaire, vocabulary
    from tui.domain.questionnaire.left_off import PREFIX, all_left_off
    from tui.domain.today.act_lanes import Wording
    from tui.domain.today.board import board_of

    wording = Wording(act_templates(), vocabulary())
    drafts = session.store.drafts
    names = drafts.names()
    begun = {name: drafts.load(name) for name in names if name.startswith(PREFIX)}
    return board_of(
        session.network,
        questionnaire().scoring,
        wording,
        session.today(),
        so_far=so_far,
        drafts=names,
        left=all_left_off(questionnaire(), begun),
    )


def _kept(session: Session, day: "date") -> "Day":
    from tui.domain.today.day import draft_name, read_day

    return read_day(session.store.drafts.load(draft_name(day)))


def _keep(session: Session, so_far: "Day", day: "date") -> None:
    """Keep the day, and let go of those before it."""
    from tui.domain.today.day import draft_name, is_past

    if (problem := session.store.problem) is not None:
        raise problem
    drafts = session.store.drafts
    drafts.save(draft_name(day), so_far.document())
    for name in drafts.names():
        if is_past(name, day):
            with suppress(OSError):
                drafts.drop(name)


def _numbered(board: "Board", number: int) -> "DayAct":
    if number > len(board.acts):
        raise Failed(f"There is no act {number} today.")
    return board.acts[number - 1]


def _counts(board: "Board") -> Iterator[str]:
    for count, what in (
        (board.acts_open, "to do"),
        (len(board.due), "due"),
        (len(board.loops), "open"),
        (board.to_sort, "to sort"),
    ):
        if count:
            yield f"{count} {what}"


def _lines(board: "Board") -> Iterator[str]:
    from tui.domain.calendar.days import day_in_full

    yield f"{board.day:%A} {day_in_full(board.day)}"
    parts = [list(part) for part in (_acts(board), _due(board), _loops(board), _coming(board), _items(board))]
    if not any(parts):
        yield ""
        yield "Nothing is waiting."
    for part in parts:
        if part:
            yield ""
            yield from part


def _acts(board: "Board") -> Iterator[str]:
    from tui.domain.today.so_far import IN_WORDS

    if board.acts:
        yield "Worth doing"
    for number, one in enumerate(board.acts, 1):
        state, goal = IN_WORDS[one.state], board.goals.get(one.act.goal or "", "")
        yield f"  {number}  {one.act.title}" + (f"  ({state})" if state else f" · {goal}" if goal else "")
        if not state:
            yield f"     because {one.act.because}"


def _due(board: "Board") -> Iterator[str]:
    from tui.domain.talks.due import SHOWN, silence_in_words

    if board.due:
        yield "Due"
    for due in board.due[:SHOWN]:
        yield f"  {due.supporter.name}  {silence_in_words(due)}"
    if (more := len(board.due) - SHOWN) > 0:
        yield f"  {more} more; `--json` has all of them, `--forgive` lets their clocks begin anew"


def _loops(board: "Board") -> Iterator[str]:
    from tui.content import vocabulary
    from tui.domain.promises.loops import SAID, what_of

    called = {**SAID, **_LOOPS}
    if board.loops:
        yield "Open"
    for loop in board.loops:
        yield "  " + "  ".join(
            filter(
                None, (loop.who, what_of(loop, vocabulary()), called.get(loop.loop), _when(loop, board.day))
            )
        )


def _when(loop: "OpenLoop", today: "date") -> str:
    from tui.domain.calendar.ago import ago
    from tui.domain.calendar.days import day_in_words

    if loop.due is not None:
        return f"by {day_in_words(loop.due, today)}"
    return ago(loop.since, today) if loop.since is not None else ""


def _coming(board: "Board") -> Iterator[str]:
    from tui.domain.calendar.days import day_in_words

    if board.occasions:
        yield "Coming up"
    for one in board.occasions:
        yield f"  {day_in_words(one.day, board.day)}  {one.supporter.name}  {one.what}".rstrip()


def _items(board: "Board") -> Iterator[str]:
    """What else is open, counted; the commands for each show the whole."""
    if board.items:
        yield "And"
    for what, words in _ITEMS.items():
        if count := sum(item.what == what for item in board.items):
            yield f"  {count}  {words}"
