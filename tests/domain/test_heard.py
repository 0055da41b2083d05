"""What somebody said, where a log line tells it."""

import pytest

from tui.content import log_words
from tui.domain.log_line.heard import Heard, heard_in
from tui.domain.log_line.understand import understand
from tui.domain.records.goal import Goal
from tui.domain.records.supporter import Supporter

from .log_lines import TODAY
from .networks import numbered

NETWORK = numbered(
    Goal(id="90", title="10 km in June"), Supporter(id="1", name="Ana"), Supporter(id="2", name="Ben")
)


def said(line: str) -> Heard | None:
    return heard_in(understand(line, NETWORK, log_words(), TODAY))


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("coffee with Ana, she said you skip rest days", "you skip rest days"),
        ("called Ana yesterday, she thinks that my stride is too long", "my stride is too long"),
        ('Ana told me: "slow down on the hills."', "slow down on the hills"),
        ("Ana suggested shorter steps uphill +feedback", "shorter steps uphill"),
        ("Ana said I talk too much", "I talk too much"),
        ("Ana rang and told me that my talks are long", "my talks are long"),
    ],
)
def test_the_words_of_the_one_who_said_them_are_found(line: str, text: str) -> None:
    found = said(line)
    assert found is not None
    assert (found.text, found.person) == (text, "1")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "coffee with Ana",
        "Ana said yes",
        "Ana said hi",
        "I said to Ana that she is the best of all",
        "said to Ana that she should rest more",
        "suggested a walk in the park to Ana",
        "Ana and Ben said they like the new plan",
        "nobody here said anything of the kind",
    ],
)
def test_nothing_is_offered_where_nobody_or_several_said_it_or_it_is_little(line: str) -> None:
    assert said(line) is None


def test_somebody_new_is_known_by_name_and_the_goal_comes_along() -> None:
    found = said("met Zelda re 10 km, she said my shoes are worn out")
    assert found == Heard("my shoes are worn out", "", "Zelda", "90")
