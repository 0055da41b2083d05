"""Your own profile: there is one, and it is shown or changed."""

from typing import TYPE_CHECKING

import click

from .context import Session, pass_session
from .lazy import Entry, LazyGroup

if TYPE_CHECKING:
    from tui.domain.records.profile import Profile

    from .records.options import Given


def _show() -> click.Command:
    @pass_session
    def run(session: Session, /, as_json: bool) -> None:
        from .records.shown import as_document, as_lines

        mine = session.network.profile
        if as_json:
            session.print_json(as_document(mine, session.network))
        elif mine.id:
            session.say(as_lines(mine, session.network))
        else:
            session.say("There is nothing in your profile yet.")

    return click.Command("show", callback=run, help="Show it.", params=[_as_json()])


def _edit() -> click.Command:
    from tui.domain.records.profile import Profile

    from .records.fields import fields_of
    from .records.options import option, said
    from .records.writing import acknowledge, as_usage

    fields = fields_of(Profile)

    @pass_session
    def run(session: Session, /, as_json: bool, from_json: str | None, **given: "Given") -> None:
        from .reading import given_json

        values = said(fields, given, session.today())
        if (from_json is None) != bool(values):
            raise click.UsageError("Say what to change, or give --from-json; --help lists the fields.")
        if from_json is not None:
            saved = _save(session, values, given_json(from_json))
        else:
            with as_usage():
                saved = _save(session, values, None)
        acknowledge(session, "edited", [saved], as_json=as_json, several=False)

    return click.Command(
        "edit",
        callback=run,
        help="Change it: the fields given, and no others. A list given anew takes the place of the old one.",
        params=[
            *(option(field) for field in fields.values()),
            click.Option(["--from-json"], metavar="FILE", help="Take what `show --json` prints."),
            _as_json(),
        ],
    )


def _save(session: Session, values: dict[str, object], document: object) -> "Profile":
    from tui.domain.records.profile import Profile

    from .records.meant import changed, from_document

    with session.store.transaction("edit profile") as transaction:
        mine = transaction.network.profile
        told = from_document(Profile, document, transaction.network) if document is not None else values
        mine_now = changed(mine, told, transaction.network, session.today())
        return transaction.put(mine_now, base=mine if mine.id else None)


def _as_json() -> click.Option:
    return click.Option(["--json", "as_json"], is_flag=True, help="Print JSON.")


profile = LazyGroup(
    "profile",
    {"show": Entry(_show, "Show it."), "edit": Entry(_edit, "Change it.")},
    summary="Your own profile: how you sign, like to be helped, and like to help.",
)
