"""The classes of record that have commands, one declaration each."""

from typing import TYPE_CHECKING

from tui.cli.lazy import at

from .build import Declared, group

_TRIAGE = "tui.cli.triage"
_DECIDING = "tui.cli.deciding"
_ASKS = "tui.cli.asks"
_OFFERS = "tui.cli.offers"

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tui.domain.records.network import Network
    from tui.domain.records.record import Record
    from tui.domain.records.supporter import Supporter


def _supporters_matching(network: "Network", wanted: str, today: "date") -> "Sequence[Supporter]":
    from tui.domain.people.directory import matching

    return matching(network, wanted, today)


def _asked_before(network: "Network", record: "Record", today: "date") -> str | None:
    from tui.cli.asks import remark

    return remark(network, record, today)


goal = group(
    Declared(
        "goal",
        "Goals: what you want to achieve.",
        first="title",
        columns=("title", "state", "stage", "by", "next_step"),
    )
)

supporter = group(
    Declared(
        "supporter",
        "Supporters: the people and groups who help, or could.",
        first="name",
        columns=("name", "circle", "state", "relationship", "gives"),
        aliases={"aliases": ("--nickname",)},
        matching=_supporters_matching,
        more={"merge": at("tui.cli.merging:merge_command", "Make one of two, or list who may be the same.")},
    )
)

feedback = group(
    Declared(
        "feedback",
        "Feedback: what somebody said, and what became of it.",
        first="text",
        columns=("date", "supporter", "state", "goal", "text"),
        aliases={"supporter": ("--from",)},
        more={
            "accept": at(f"{_TRIAGE}:accept_command", "Verdict: you will do it."),
            "adapt": at(f"{_TRIAGE}:adapt_command", "Verdict: you take part of it."),
            "park": at(f"{_TRIAGE}:park_command", "Verdict: you look at it again later."),
            "decline": at(f"{_TRIAGE}:decline_command", "Verdict: you will not do it."),
            "reopen": at(f"{_TRIAGE}:reopen_command", "Take the verdict back."),
            "tell": at(f"{_TRIAGE}:tell_command", "Draft a message on what you did with it."),
            "batch": at("tui.cli.batch:batch", "Write many, one a line, each acknowledged in order."),
        },
    )
)

exchange = group(
    Declared(
        "exchange",
        "Exchanges: talks, mails, meetings, favours.",
        first="supporters",
        columns=("date", "supporters", "direction", "kinds", "goal", "note"),
        aliases={"supporters": ("--supporter",), "kinds": ("--kind",)},
    )
)

progress = group(
    Declared(
        "progress",
        "Progress: what was done, what is next, what is stuck.",
        first="goal",
        columns=("date", "goal", "level", "did"),
    )
)

ask = group(
    Declared(
        "ask",
        "Asks: requests for support, from draft to answer.",
        first="supporter",
        columns=("supporter", "kind", "state", "due", "goal", "text"),
        remark=_asked_before,
        more={
            "draft": at(f"{_ASKS}:draft_command", "Draft the words to ask somebody with."),
            "open": at(f"{_ASKS}:open_command", "What is open, and what it wants."),
            "sent": at(f"{_ASKS}:sent_command", "You asked today."),
            "yes": at(f"{_ASKS}:yes_command", "They said yes."),
            "no": at(f"{_ASKS}:no_command", "They said no."),
            "later": at(f"{_ASKS}:later_command", "Not now; it comes back."),
            "silent": at(f"{_ASKS}:silent_command", "Nothing was heard."),
            "remind": at(f"{_ASKS}:remind_command", "Print the one reminder, and note it."),
        },
    )
)

offer = group(
    Declared(
        "offer",
        "Offers: what you offered or promised, from draft to kept.",
        first="supporter",
        columns=("supporter", "kind", "state", "due", "text"),
        more={
            "offered": at(f"{_OFFERS}:offered_command", "They know of it."),
            "promised": at(f"{_OFFERS}:promised_command", "It is to be kept."),
            "kept": at(f"{_OFFERS}:kept_command", "It is done."),
            "decline": at(f"{_OFFERS}:decline_command", "They said no."),
            "drop": at(f"{_OFFERS}:drop_command", "You could not."),
        },
    )
)

follow_up = group(
    Declared(
        "follow_up",
        "Follow-ups: what to come back to, once or again and again.",
        first="text",
        columns=("due", "supporters", "goal", "text"),
        aliases={"supporters": ("--supporter",)},
        more={"done": at("tui.cli.following_up:done_command", "You came back to it.")},
    )
)

decision = group(
    Declared(
        "decision",
        "Decisions: what changed about a goal, and why.",
        first="goal",
        columns=("date", "goal", "look_again_on", "changes"),
        more={
            "take": at(f"{_DECIDING}:take_command", "Take one: the goal changes with it."),
            "look-back": at(f"{_DECIDING}:look_back_command", "Say whether one helped."),
        },
    )
)
