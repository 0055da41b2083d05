"""The forms about asks and offers: whom to ask for what by hand, and what is offered."""

from typing import TYPE_CHECKING

from .fields import Field, Form
from .names import goal_titles, supporter_names

if TYPE_CHECKING:
    from tui.domain.language.vocabulary import Vocabulary
    from tui.domain.records.log import Offer
    from tui.domain.records.network import Network

_OFFER_STATES = ("drafted", "offered", "promised")


def ask_form(network: "Network", words: "Vocabulary", supporter: str = "") -> Form:
    """Whom to ask for what; whom only where that is not settled."""
    fields = (
        *([] if supporter else [_whom(network)]),
        Field("kind", "For what", "choice", options=_kinds(words)),
        Field("goal", "Goal", "name", options=goal_titles(network), what="goal", help="part of its title"),
    )
    return Form("ask-new", "Ask somebody", fields)


def offer_form(network: "Network", words: "Vocabulary", supporter: str, offer: "Offer | None" = None) -> Form:
    """What is offered or promised; to whom only where that is not settled."""
    states = [word for id_, word in words["offer_state"].items() if offer or id_ in _OFFER_STATES]
    fields = (
        *([] if supporter else [_whom(network, offer.supporter if offer else None)]),
        Field("text", "What", "note", required=True),
        Field("kind", "Of what kind", "choice", options=_kinds(words)),
        Field(
            "state", "It is", "choice", required=True, options=tuple((one.id, one.label) for one in states)
        ),
        Field("due", "By", "date", help="Friday, in 2 weeks, 20 Mar; or empty"),
    )
    if offer is None:
        name = network.supporters[supporter].name if supporter else "somebody"
        draft = f"supporter-{supporter}-offer" if supporter else "offer-new"
        return Form(draft, f"Offer or promise {name} something", fields)
    return Form(f"offer-{offer.id}", "Offer", fields, base=offer.document())


def _whom(network: "Network", chosen: str | None = None) -> Field:
    options = supporter_names(network, chosen)
    return Field("supporter", "Whom", "name", required=True, options=options, what="supporter", help="a name")


def _kinds(words: "Vocabulary") -> tuple[tuple[str, str], ...]:
    return tuple((word.id, word.label) for word in words["kind"].values())
