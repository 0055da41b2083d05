"""Doing what Today suggests: an act, or what an open loop wants."""

from typing import TYPE_CHECKING

from .forms import AnyApp, house_of, network_of

if TYPE_CHECKING:
    from tui.domain.promises.loops import OpenLoop
    from tui.domain.today.acts import Act


def do_act(app: AnyApp, act: "Act") -> None:
    """Take an act to where it is done."""
    house = house_of(app)
    match act.lane:
        case "ask":
            _ask(app, act)
        case "give" if act.of is not None:
            _show(app, act.person or "", act.of)
        case "keep" | "give":
            house.brief(act.person or "")
        case _:
            from .finding import find_somebody

            find_somebody(app, act.goal or "", act.kind)


def do_loop(app: AnyApp, loop: "OpenLoop") -> None:
    """Say what became of an open loop."""
    if loop.loop == "follow-up":
        from .follow_ups import settle

        settle(app, loop.key)
    else:
        _show(app, next(iter(loop.people), ""), loop.key)


def _ask(app: AnyApp, act: "Act") -> None:
    """Compose the words; where they are written down already, show them."""
    network = network_of(app)
    for ask in network.asks.values():
        if ask.state == "drafted" and (ask.supporter, ask.kind) == (act.person, act.kind):
            _show(app, act.person or "", ask.id)
            return
    from .asking import Wish, compose

    compose(app, Wish(act.person or "", act.kind, act.goal))


def _show(app: AnyApp, person: str, at: str) -> None:
    """The asks and offers with one person, the cursor on one; all of them, where the person is gone."""
    from .loops import show_loops

    show_loops(app, supporter=person if person in network_of(app).supporters else "", at=at)
