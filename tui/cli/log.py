"""Logging in one line: what is understood of it is shown, asked about where it is not clear, and kept."""

import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from tui.content import label, log_words
from tui.domain.language.listing import told_apart
from tui.domain.language.plain import Plain
from tui.domain.language.text import clean_line, unseen
from tui.domain.log_line.records import outcome, refused, too_long
from tui.domain.log_line.spoken import kept_in_words, spoken, which
from tui.domain.log_line.understand import understand
from tui.domain.log_line.understood import Understood, name_of

from .context import Session, pass_session
from .ending import Failed, as_sentence
from .plain import has_terminal
from .records.writing import acknowledge, receipt

if TYPE_CHECKING:
    from tui.domain.records.network import Network
    from tui.domain.records.record import Record

_LINES = "-"


@click.command(
    help="Log a talk, an ask, an answer or a promise in one line, as you would tell it:"
    " `yesterday called Ben and Cleo re 10k: Ben checks in every sunday +accountability`."
    " What is understood is shown and kept when you say so. `-` reads lines from stdin."
)
@click.argument("text", nargs=-1, required=True)
@click.option("--yes", is_flag=True, help="Keep it without being asked.")
@click.option("--add-new", is_flag=True, help="Add people who are not in your network yet.")
@click.option("--dry-run", is_flag=True, help="Only show what is understood; keep nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_session
def log(
    session: Session, *, text: tuple[str, ...], yes: bool, add_new: bool, dry_run: bool, as_json: bool
) -> None:
    """Understand one line, or those on stdin, and keep it."""
    if text == (_LINES,):
        if not (yes or dry_run):
            raise click.UsageError("Lines from stdin are kept with --yes, or shown with --dry-run.")
        _each_line(session, add_new=add_new, dry_run=dry_run, as_json=as_json)
        return
    understood = _read(session, " ".join(text))
    if dry_run:
        _show(session, understood, add_new=add_new, as_json=as_json)
        return
    if yes:
        _acknowledge(
            session, _keep(session, understood, understood.unknown if add_new else ()), as_json=as_json
        )
        if understood.unknown and not add_new:
            session.remark(_left_out(understood.unknown))
        return
    if not has_terminal():
        raise click.UsageError("Say --yes to keep it, or --dry-run to see what is understood.")
    _ask(session, understood, add_new=add_new)


def _read(session: Session, text: str, meant: Mapping[str, str] = MappingProxyType({})) -> Understood:
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise Failed("The line is not UTF-8 text.")
    line = clean_line(text)
    if unseen(line):
        raise Failed("A line needs its words.")
    return understand(line, session.network, log_words(), session.today(), meant=meant)


def _show(session: Session, understood: Understood, *, add_new: bool, as_json: bool) -> None:
    network = session.network
    if as_json:
        session.print_json(understood.document(network))
        return
    adding = understood.unknown if add_new else ()
    for part in spoken(understood, network, session.today(), label, adding):
        if part.text:
            session.say(f"{part.title:<13} {part.text}")
    if kept := kept_in_words(understood, network, adding):
        session.say(kept)


def _each_line(session: Session, *, add_new: bool, dry_run: bool, as_json: bool) -> None:
    """Each line in order; one that cannot be kept is answered with a sentence, and the others go on."""
    failed, answers = 0, list[Mapping[str, Plain]]()
    try:
        for line in _lines():
            try:
                answers.append(_answer(session, line, add_new=add_new, dry_run=dry_run, as_json=as_json))
            except Failed as error:
                failed += 1
                answers.append({"error": as_sentence(str(error))})
                if not as_json:
                    session.say(as_sentence(f"error {error}"))
    finally:
        if as_json:
            session.print_json(answers)
    if failed:
        raise Failed(f"{failed} of the lines {'was' if failed == 1 else 'were'} not kept.")


def _answer(
    session: Session, line: str, *, add_new: bool, dry_run: bool, as_json: bool
) -> Mapping[str, Plain]:
    """What is said of one line: what was understood, or what was saved."""
    understood = _read(session, line)
    if dry_run:
        if not as_json:
            _show(session, understood, add_new=add_new, as_json=False)
            session.say()
        return understood.document(session.network)
    saved = _keep(session, understood, understood.unknown if add_new else ())
    if not as_json:
        session.say(f"logged {' '.join(record.id for record in saved)}")
    return {"saved": [receipt(record) for record in saved]}


def _lines() -> Iterator[str]:
    if sys.stdin is not None:
        for line in sys.stdin.buffer:
            if text := line.decode("utf-8", "surrogateescape").strip():
                yield text


def _ask(session: Session, understood: Understood, *, add_new: bool) -> None:
    """Show it, ask what is not clear, and keep it when the person says so."""
    meant: dict[str, str] = {}
    for unclear in understood.unclear:
        session.say(which(clean_line(unclear.name)))
        for number, name in enumerate(_each(session.network, unclear.ids), 1):
            session.say(f"  {number}  {name}")
        chosen = click.prompt("Number", type=click.IntRange(1, len(unclear.ids)))
        meant[unclear.name] = unclear.ids[chosen - 1]
    understood = _read(session, understood.note, meant)
    adding = list(understood.unknown) if add_new else []
    if not add_new:
        adding = [
            name
            for name in understood.unknown
            if click.confirm(f"{clean_line(name)} is not in your network yet. Add them?", default=False)
        ]
    for part in spoken(understood, session.network, session.today(), label, adding):
        if part.text:
            session.say(f"{part.title:<13} {part.text}")
    if click.confirm(kept_in_words(understood, session.network, adding) + " Keep it?", default=True):
        _acknowledge(session, _keep(session, understood, adding), as_json=False)
    else:
        session.say("Nothing was kept.")


def _keep(session: Session, understood: Understood, adding: Collection[str]) -> "list[Record]":
    """Save the line in one transaction. Raises `Failed` where somebody is not clear."""
    for unclear in understood.unclear:
        raise Failed(
            f'"{unclear.name}" could be {_names(session.network, unclear.ids)}. Say more of the name.'
        )
    if (sentence := too_long(understood)) is not None:
        raise Failed(sentence)
    saved: list[Record] = []
    with session.store.transaction("log a line") as transaction:
        made = outcome(understood, transaction.network, transaction.new_id, adding)
        if (sentence := refused(made, transaction.network, session.today())) is not None:
            raise Failed(sentence)
        saved.extend(transaction.put(record) for record in (*made.new, *made.changed))
    return saved


def _acknowledge(session: Session, saved: "Sequence[Record]", *, as_json: bool) -> None:
    if as_json:
        acknowledge(session, "", saved, as_json=True, several=True)
        return
    for record in saved:
        session.say(f"{'added' if record.revision == 1 else 'edited'} {record.id}")


def _each(network: "Network", ids: Sequence[str]) -> list[str]:
    return list(told_apart({id_: name_of(network, id_) for id_ in ids}).values())


def _names(network: "Network", ids: Sequence[str]) -> str:
    names = _each(network, ids[:5])
    if len(ids) > 5:
        names[4:] = [f"{len(ids) - 4} more"]
    return f"{', '.join(names[:-1])} or {names[-1]}"


def _left_out(names: Sequence[str]) -> str:
    listed = ", ".join(names)
    is_ = "is" if len(names) == 1 else "are"
    return f"{listed} {is_} not in your network and stayed in the note only; --add-new adds them."
