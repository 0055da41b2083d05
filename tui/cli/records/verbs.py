"""The commands over one class of record."""

from collections.abc import Mapping, Sequence
from typing import Any

import click

from tui.cli.context import Session, pass_session
from tui.cli.ending import Failed
from tui.cli.reading import given_json
from tui.cli.table import table
from tui.domain.language.text import clean_line
from tui.domain.records.network import Network
from tui.domain.records.record import Record

from . import writing
from .beneath import beneath
from .declaration import Declared
from .fields import fields_of
from .meant import Said, from_document, from_options
from .options import Given, option, said
from .shown import as_document, as_lines, endings, words
from .writing import Change, acknowledge, as_usage


def add(declared: Declared) -> click.Command:
    """Add one, or those in a JSON file."""
    type_ = declared.type
    fields = fields_of(type_)

    @pass_session
    def run(
        session: Session, /, first: tuple[str, ...], from_json: str | None, as_json: bool, **given: Given
    ) -> None:
        if first:
            given[declared.first] = _first(declared, first, given)
        values = said(fields, given, session.today())
        if from_json is not None:
            _alone(values)
            document = given_json(from_json)
            documents: list[object] = document if isinstance(document, list) else [document]
            heard = [lambda network, each=each: from_document(type_, each, network) for each in documents]
            saved = writing.add(session, type_, heard)
            acknowledge(session, "added", saved, as_json=as_json, several=isinstance(document, list))
            _remark(session, declared, saved)
            return
        if values.get(declared.first) in (None, []):
            raise click.UsageError(f"Missing {declared.metavar}.")
        with as_usage():
            saved = writing.add(session, type_, [lambda network: from_options(type_, values, None, network)])
        acknowledge(session, "added", saved, as_json=as_json, several=False)
        _remark(session, declared, saved)

    many = fields[declared.first].many
    return click.Command(
        "add",
        callback=run,
        help=declared.summary + " Add one.",
        params=[
            click.Argument(["first"], metavar=declared.metavar + "..." * many, nargs=-1, required=False),
            *_options(declared),
            _from_json(),
            _as_json(),
        ],
    )


def list_(declared: Declared) -> click.Command:
    """List all, newest last."""

    @pass_session
    def run(session: Session, /, as_json: bool, match: str | None = None) -> None:
        network = session.network
        if match is None or declared.matching is None:
            records: Sequence[Record] = list(network.of(declared.type).values())
        else:
            records = declared.matching(network, clean_line(match), session.today())
        if as_json:
            session.print_json([record.document() for record in records])
        elif not records:
            session.say(f"There is no {declared.noun} {'yet' if match is None else 'that fits'}.")
        else:
            last = endings(record.id for record in records)
            rows = [
                [record.id[-last:], *(words(record, name, network) for name in declared.columns)]
                for record in records
            ]
            session.say(table(["id", *(name.replace("_", " ") for name in declared.columns)], rows))

    params: list[click.Parameter] = [_as_json()] if declared.matching is None else [_match(), _as_json()]
    return click.Command("list", callback=run, help="List them all.", params=params)


def show(declared: Declared) -> click.Command:
    """Show one."""

    @pass_session
    def run(session: Session, /, wanted: str, as_json: bool) -> None:
        network = session.network
        record = declared.found(network, wanted)
        if as_json:
            session.print_json(as_document(record, network))
        else:
            session.say("\n".join((as_lines(record, network), *beneath(record, network))))

    return click.Command("show", callback=run, help="Show one.", params=[_wanted(declared), _as_json()])


def edit(declared: Declared) -> click.Command:
    """Change one, or those in a JSON file."""
    type_ = declared.type
    fields = fields_of(type_)

    @pass_session
    def run(
        session: Session,
        /,
        wanted: str | None,
        revision: int | None,
        from_json: str | None,
        as_json: bool,
        **given: Given,
    ) -> None:
        values = said(fields, given, session.today())
        if from_json is not None:
            _alone(values)
            document = given_json(from_json)
            documents: list[object] = document if isinstance(document, list) else [document]
            if isinstance(document, list) and wanted is not None:
                raise click.UsageError("A list names its records itself; leave the id away.")
            changes = [_from_document(declared, each, wanted, revision) for each in documents]
            saved = writing.edit(session, type_, changes)
            acknowledge(session, "edited", saved, as_json=as_json, several=isinstance(document, list))
            return
        if wanted is None:
            raise click.UsageError("Missing the record to edit.")
        if not values:
            raise click.UsageError("Say what to change; --help lists the fields.")

        def hear(before: Record, network: Network) -> Said:
            return from_options(type_, values, before, network)

        with as_usage():
            change = Change(lambda network: declared.found(network, wanted), hear, revision)
            saved = writing.edit(session, type_, [change])
        acknowledge(session, "edited", saved, as_json=as_json, several=False)

    return click.Command(
        "edit",
        callback=run,
        help="Change one: the fields given, and no others. A list given anew takes the place of the old one.",
        params=[
            _wanted(declared, required=False),
            *_options(declared),
            click.Option(
                ["--revision"],
                type=click.IntRange(min=0),
                metavar="NUMBER",
                help="Only if nobody changed it since this revision.",
            ),
            _from_json(),
            _as_json(),
        ],
    )


def delete(declared: Declared) -> click.Command:
    """Delete one."""

    @pass_session
    def run(session: Session, /, wanted: str, as_json: bool) -> None:
        record = writing.delete(session, declared.type, lambda network: declared.found(network, wanted))
        acknowledge(session, "deleted", [record], as_json=as_json, several=False)

    return click.Command(
        "delete",
        callback=run,
        help="Delete one; can be undone. What refers to it stays.",
        params=[_wanted(declared), _as_json()],
    )


def _remark(session: Session, declared: Declared, added: Sequence[Record]) -> None:
    """Say what is worth saying of what was added."""
    for record in added if declared.remark is not None else ():
        if declared.remark and (sentence := declared.remark(session.network, record, session.today())):
            session.remark(sentence)


def _from_document(declared: Declared, document: object, wanted: str | None, revision: int | None) -> Change:
    """The change a document means: of the record it names, since the revision it was printed at."""
    inside: Mapping[str, Any] = document if isinstance(document, dict) else {}
    id_ = inside.get("id") or wanted
    if not isinstance(id_, str):
        raise Failed('Each JSON object needs the "id" of the record it changes.')
    since = inside.get("revision", revision) if revision is None else revision
    if since is not None and (not isinstance(since, int) or isinstance(since, bool)):
        raise Failed('"revision" is a whole number.')

    def find(network: Network) -> Record:
        record = declared.found(network, id_)
        if wanted is not None and declared.found(network, wanted).id != record.id:
            raise Failed(f'The JSON object is of another {declared.noun} than "{wanted}".')
        return record

    return Change(find, lambda _before, network: from_document(declared.type, document, network), since)


_WORDS = ("text", "did", "note")
"""The fields that hold the words of a record which is found by something else."""


def _first(declared: Declared, first: tuple[str, ...], given: Mapping[str, Given]) -> Given:
    """What was given without an option."""
    field = fields_of(declared.type)[declared.first]
    if given.get(field.name) not in (None, ()):
        raise click.UsageError(f"Give {declared.metavar} or {field.option}, not both.")
    if not all(text.strip() for text in first):
        raise click.UsageError(f"{declared.metavar} may not be empty.")
    if len(first) > 1 and not field.many:
        told = f'{declared.metavar} is one text: put it in quotes, "{first[1]}" is too much'
        words = next((one for name, one in fields_of(declared.type).items() if name in _WORDS), None)
        more = f"; other words go with {words.option}" if words and words is not field else ""
        raise click.UsageError(f"{told}{more}.")
    return first if field.many else first[0]


def _alone(values: Said) -> None:
    if values:
        raise click.UsageError("--from-json goes without other fields.")


def _options(declared: Declared) -> list[click.Option]:
    return [option(field, declared.aliases.get(name, ())) for name, field in fields_of(declared.type).items()]


def _wanted(declared: Declared, *, required: bool = True) -> click.Argument:
    return click.Argument(["wanted"], metavar="NAME" if declared.named else "ID", required=required)


def _from_json() -> click.Option:
    return click.Option(
        ["--from-json"],
        metavar="FILE",
        help="Take what `show --json` prints from a file, or - for stdin; a list is saved all or nothing.",
    )


def _match() -> click.Option:
    return click.Option(
        ["--match"], metavar="FILTER", help="Only those that fit: words, and terms such as circle:inner."
    )


def _as_json() -> click.Option:
    return click.Option(["--json", "as_json"], is_flag=True, help="Print JSON.")
