"""What differs between two sides of a conflict, in words."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.domain.network import Network
    from tui.domain.record import Record
    from tui.store import Conflict


def differences(conflict: "Conflict[Record]", network: "Network | None") -> list[tuple[str, str, str]]:
    """The fields changed on both sides: a label, what it is here and what it is there."""
    mine, theirs = conflict.mine.content(), conflict.theirs.content()
    return [
        (name.replace("_", " "), _said(mine[name], network), _said(theirs[name], network))
        for name in conflict.fields
    ]


def _said(value: object, network: "Network | None") -> str:
    """A field's value in words: the names of what it refers to, lists with commas."""
    match value:
        case None | "" | [] | {}:
            return ""
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(_said(one, network) for one in value)
        case dict():
            return ", ".join(f"{name} {_said(one, network)}" for name, one in value.items())
        case str() if network is not None and value in network.supporters:
            return network.supporters[value].name
        case str() if network is not None and value in network.goals:
            return network.goals[value].title
        case _:
            return str(value)
