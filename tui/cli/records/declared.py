"""The classes of record that have commands, one declaration each."""

from typing import TYPE_CHECKING

from tui.cli.lazy import Entry, at

from .build import group
from .declaration import Declared

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


def _commands(module: str, **summaries: str) -> dict[str, Entry]:
    """The commands of a module, each by the verb it is named for: `look-back` is its `look_back_command`."""
    return {
        verb.replace("_", "-"): at(f"tui.cli.{module}:{verb}_command", summary)
        for verb, summary in summaries.items()
    }


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
        more={
            "merge": at("tui.cli.merging:merge_command", "Make one of two who are the same person."),
            "duplicates": at("tui.cli.merging:duplicates_command", "List who may be there twice, and why."),
            "not-same": at("tui.cli.merging:not_same_command", "Remember that two are not the same person."),
        },
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
            **_commands(
                "triage",
                accept="Verdict: you will do it.",
                adapt="Verdict: you take part of it.",
                park="Verdict: you look at it again later.",
                decline="Verdict: you will not do it.",
                reopen="Take the verdict back.",
                tell="Draft a message on what you did with it.",
            ),
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
        more=_commands(
            "asks",
            draft="Draft the words to ask somebody with.",
            open="What is open, and what it wants.",
            sent="You asked today.",
            yes="They said yes.",
            no="They said no.",
            later="Not now; it comes back.",
            silent="Nothing was heard.",
            remind="Print the one reminder, and note it.",
        ),
    )
)

offer = group(
    Declared(
        "offer",
        "Offers: what you offered or promised, from draft to kept.",
        first="supporter",
        columns=("supporter", "kind", "state", "due", "text"),
        more=_commands(
            "offers",
            offered="They know of it.",
            promised="It is to be kept.",
            kept="It is done.",
            decline="They said no.",
            drop="You could not.",
        ),
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
        more=_commands(
            "deciding",
            take="Take one: the goal changes with it.",
            look_back="Say whether one helped.",
        ),
    )
)
