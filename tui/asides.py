"""What can be asked over any page: a line to log, feedback just heard, and whether a decision helped."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from textual.app import App

from tui.tasks.forms import fill, judge, opened_on

if TYPE_CHECKING:
    from tui.dialogs.form import Submit
    from tui.domain.log_line.heard import Heard
    from tui.domain.log_line.understood import Understood
    from tui.domain.records.network import Network
    from tui.page import House
    from tui.store import Transaction


def log_line(app: App[None], about: Sequence[str]) -> None:
    """Ask for a line at once, and keep what is understood of it in one transaction."""
    from tui.dialogs.log_line import LogLineDialog
    from tui.domain.log_line.records import outcome, refused, too_long
    from tui.store import Refused

    house = cast("House", app)
    if (opened_on := house.network) is None:
        return

    saved: list[Network] = []
    """The network as it is with the line; the one that is shown follows a moment later."""

    def network() -> "Network":
        return house.network or opened_on

    async def keep(understood: "Understood") -> bool:
        if why_not := too_long(understood):
            house.notify(why_not, severity="warning")
            return False

        def put(transaction: "Transaction") -> None:
            made = outcome(understood, transaction.network, transaction.new_id, understood.unknown)
            if why_not := refused(made, transaction.network, house.day):
                raise Refused(why_not)
            for record in (*made.new, *made.changed):
                transaction.put(record)
            saved.append(transaction.network)

        return await house.transact("logged a line", put)

    def closed(kept: bool | None) -> None:
        if kept:
            house.notify("Logged. u takes it back.")
        if kept and dialog.heard is not None:
            _captured_of(app, dialog.heard, saved[-1])

    dialog = LogLineDialog(network, house.day, keep, house, about=about)
    app.push_screen(dialog, closed)


def captured(app: App[None]) -> None:
    """Ask what was said, and keep it. What hurts rests until tomorrow."""
    from tui.dialogs.feedback_forms import quick_form
    from tui.dialogs.names import only_goal

    if (network := cast("House", app).network) is not None:
        save, told = _keeping(app)
        fill(app, quick_form(network), {"goal": only_goal(network)}, save, told)


def _captured_of(app: App[None], said: "Heard", network: "Network") -> None:
    """Ask only for what a logged line does not tell. Left half-way that is forgotten: the line is kept."""
    from tui.dialogs.feedback_forms import quick_form
    from tui.dialogs.log_line_forms import NoDrafts, PartForm
    from tui.dialogs.names import only_goal

    new = next((one.id for one in network.supporters.values() if one.name == said.name), None)
    values = {
        "text": said.text,
        "supporter": said.person or new,
        "goal": said.goal or only_goal(network),
    }
    save, told = _keeping(app)
    day = cast("House", app).day
    form = PartForm(quick_form(network), values, today=day, submit=save, drafts=NoDrafts())
    app.push_screen(form, lambda saved: told() if saved else None)


def _keeping(app: App[None]) -> "tuple[Submit, Callable[[], None]]":
    """What saves feedback from the fields of its form, and what says so then."""
    from tui.domain.feedback.verdicts import heard
    from tui.domain.records.feedback import Feedback

    house = cast("House", app)
    kept: list[Feedback] = []

    async def save(values: dict[str, Any], _: Mapping[str, object] | None) -> bool:
        note = heard(Feedback(date=house.day, **values), house.day)
        judge(app, note)
        kept.append(note)
        return await house.save(note, label="wrote down feedback")

    def told() -> None:
        resting = kept[-1].verdict == "park"
        house.notify("Kept. It rests until tomorrow." if resting else "Kept. It waits on the page Feedback.")

    return save, told


def looked_back_at(app: App[None], id_: str) -> None:
    """Ask whether a decision helped, and keep the answer."""
    from tui.content import vocabulary
    from tui.dialogs.decision_forms import look_back_form
    from tui.domain.feedback.decisions import helped, looked_back
    from tui.domain.feedback.recalled import recalled
    from tui.domain.today.open_now import decided

    house = cast("House", app)
    network = house.network
    decision = network.decisions.get(id_) if network is not None else None
    if network is None or decision is None:
        house.notify("This decision is gone.", severity="warning")
        return

    async def save(values: dict[str, Any], base: Mapping[str, object] | None) -> bool:
        before = opened_on(decision, base)
        seen = looked_back(before, values["helped"], values["seen"], house.day)
        return await house.save(seen, base=before, label="looked back at a decision")

    fill(
        app,
        look_back_form(decision, decided(decision), recalled(decision, network, vocabulary(), house.day)),
        {"helped": helped(decision)},
        save,
        lambda: house.notify("Kept. u takes it back."),
    )
