"""A briefing before talking with somebody, on the command line."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from .context import Session, pass_session

if TYPE_CHECKING:
    from tui.domain.language.plain import Plain
    from tui.domain.talks.briefing import Briefing


@click.command(
    help="What is good to know before talking with somebody: the last exchanges, what is open both ways, what"
    " to celebrate, their side, and one thing to give."
)
@click.argument("wanted", metavar="NAME")
@click.option("--notes", is_flag=True, help="Print the notes of somebody sensitive, too.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_session
def briefing(session: Session, wanted: str, *, notes: bool, as_json: bool) -> None:
    """Print the briefing on a supporter."""
    from tui.content import giving, vocabulary
    from tui.domain.language.text import clean_line
    from tui.domain.records.lookup import find
    from tui.domain.talks.briefing import briefing_of

    supporter = find(session.network.supporters, clean_line(wanted), "supporter")
    told = briefing_of(session.network, supporter, session.today(), giving(), vocabulary())
    shown = supporter.notes if notes or not supporter.sensitive else ""
    if as_json:
        session.print_json(_document(told, shown))
    else:
        session.say("\n".join(_lines(told, shown)))


def _document(told: "Briefing", notes: str) -> "dict[str, Plain]":
    rhythm = told.rhythm
    return {
        "person": told.supporter.name,
        "id": told.supporter.id,
        "state": rhythm.touch,
        "days": rhythm.days,
        "cadence": rhythm.cadence,
        "ratio": rhythm.ratio,
        "last": f"{rhythm.heard}" if told.last else None,
        "slower": told.slower,
        "balance": told.balance,
        "exchanges": [one.id for one in told.last],
        "open": [{"what": loop.loop, "id": loop.key, "text": loop.text} for loop in told.loops],
        "answered": [ask.id for ask in told.answered],
        "good_news": [one.note for one in told.good_news],
        "milestones": [one.milestone for one in told.milestones],
        "their_goals": told.supporter.their_goals,
        "coming_up": [{"day": f"{one.day}", "what": one.what} for one in told.occasions],
        "give": told.give,
        "notes": notes or None,
    }


def _lines(told: "Briefing", notes: str) -> Iterator[str]:
    from tui.content import label, vocabulary
    from tui.domain.calendar.ago import ago
    from tui.domain.calendar.days import day_in_words
    from tui.domain.language.text import clean_line
    from tui.domain.promises.loops import what_of
    from tui.domain.talks.briefing import said_yes_to

    today = told.today
    heard = f"last spoke {ago(told.rhythm.heard, today)}" if told.last else "no talk written down yet"
    yield f"{told.supporter.name} · {heard}"
    if told.slower:
        yield "your talks come further apart"
    if told.balance is not None and told.balance not in ("too-early", "even"):
        yield f"lately {label('balance', told.balance)}"
    parts: tuple[tuple[str, list[str]], ...] = (
        ("One thing to give", [told.give]),
        ("Last time", [f"{day_in_words(one.date, today)}  {clean_line(one.note)}" for one in told.last]),
        (
            "Open between you",
            [
                *(f"{label('loop', loop.loop)}: {what_of(loop, vocabulary())}" for loop in told.loops),
                *(f"said yes: {said_yes_to(ask, vocabulary()) or 'what you asked'}" for ask in told.answered),
            ],
        ),
        (
            "To celebrate",
            [
                *(f"theirs: {clean_line(one.note)}" for one in told.good_news),
                *(f"yours, and they have not heard yet: {one.milestone}" for one in told.milestones),
            ],
        ),
        (
            "Their side",
            [
                *told.supporter.their_goals.splitlines(),
                *(f"{day_in_words(one.day, today)}  {one.what}" for one in told.occasions),
            ],
        ),
        ("Notes", notes.splitlines()),
    )
    for heading, lines in parts:
        if lines:
            yield ""
            yield heading
            yield from (f"  {line}".rstrip() for line in lines)
