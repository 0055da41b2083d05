"""The classes of record that have commands, one declaration each."""

from tui.cli.lazy import at

from .build import Declared, group

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
    )
)

feedback = group(
    Declared(
        "feedback",
        "Feedback: what somebody said, and what became of it.",
        first="text",
        columns=("date", "supporter", "state", "goal", "text"),
        aliases={"supporter": ("--from",)},
        more={"batch": at("tui.cli.batch:batch", "Write many, one a line, each acknowledged in order.")},
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
    )
)

decision = group(
    Declared(
        "decision",
        "Decisions: what changed about a goal, and why.",
        first="goal",
        columns=("date", "goal", "look_again_on", "changes"),
    )
)
