"""The draft that asks somebody for support, and the one that reminds them."""

import re

import pytest

from tests.domain.worked_network import RUN, TODAY, network_of
from tui.content import asking, vocabulary
from tui.domain.language.words import KINDS, HelpStyle, Kind
from tui.domain.records.log import Ask
from tui.domain.records.profile import Profile
from tui.domain.records.supporter import Supporter
from tui.domain.support.asking import BLANKS, ask_draft, first_name, parse_ask_texts, reminder_draft

TEXTS = asking()
BEN = Supporter(id="1001", name="Ben Carter")
GOAL = RUN.changed_to(why="To feel my lungs again.", next_step="find a plan")
ME = Profile(id="1", me="Jo", help_style="options")
NETWORK = network_of(BEN, GOAL, ME)


def test_an_ask_holds_the_goal_the_reason_the_style_of_help_and_a_way_to_say_no() -> None:
    assert ask_draft(NETWORK, BEN, "guidance", GOAL, TEXTS).splitlines() == [
        "Hello Ben,",
        "",
        "I am working on this: 10 km in June.",
        "Why I want it: To feel my lungs again.",
        "The step before me: find a plan.",
        "",
        "You know more about it than I do. Would you have twenty minutes for me in the next two weeks,"
        " by phone or in writing?",
        "What helps me most is to hear two or three ways to go about it.",
        "",
        "If it does not suit you now, just say so. A no is fine, and nothing changes between us.",
        "",
        "Jo",
    ]


@pytest.mark.parametrize("kind", [*KINDS, None])
def test_every_kind_fills_all_its_blanks_and_leaves_a_way_to_say_no(kind: Kind | None) -> None:
    text = ask_draft(NETWORK, BEN, kind, GOAL, TEXTS)
    assert "$" not in text
    for part in ("Hello Ben,", "10 km in June.", "feel my lungs again.", "A no is fine", "Jo"):
        assert part in text
    assert len(text) < 600


@pytest.mark.parametrize("kind", [*KINDS, None])
def test_what_is_not_known_is_left_out(kind: Kind | None) -> None:
    text = ask_draft(network_of(BEN), BEN, kind, None, TEXTS)
    assert text.startswith("Hello Ben,\n\n")
    assert "$" not in text
    assert "\n\n\n" not in text
    assert ":." not in text


def test_somebody_in_the_outer_circle_need_not_even_answer() -> None:
    outer = BEN.changed_to(circle="outer")
    assert "no answer is needed" in ask_draft(NETWORK, outer, "guidance", GOAL, TEXTS)


@pytest.mark.parametrize("style", ["ask_me", "options", "tell_me"])
def test_every_style_of_help_has_its_sentence(style: HelpStyle) -> None:
    network = network_of(BEN, GOAL, ME.changed_to(help_style=style))
    assert TEXTS.style[style] in ask_draft(network, BEN, "feedback", GOAL, TEXTS)
    assert TEXTS.style[style] not in ask_draft(network, BEN, "emotional", GOAL, TEXTS)


def test_a_long_reason_is_shortened_to_its_beginning() -> None:
    long = GOAL.changed_to(why="word " * 200 + "\n\nand more")
    text = ask_draft(NETWORK, BEN, "belonging", long, TEXTS)
    assert "word ...." in text
    assert "and more" not in text


def test_markup_and_dollars_in_the_persons_own_words_stay_what_they_are() -> None:
    odd = GOAL.changed_to(title="[b]save $5,000[/b]", why="${why} $$")
    text = ask_draft(NETWORK, BEN.changed_to(name="$name [x]"), "practical", odd, TEXTS)
    assert "[b]save $5,000[/b]" in text
    assert "${why} $$" in text


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"name": "Mara Lindqvist"}, "Mara"),
        ({"name": "Mara Lindqvist", "aliases": ("Mo",)}, "Mo"),
        ({"name": "Mum", "aliases": ("Maria",)}, "Mum"),
        ({"name": "Aunt Iris"}, "Aunt Iris"),
        ({"name": "Coach Lena"}, "Coach Lena"),
        ({"name": "Tuesday runners", "relationship": "group"}, "Tuesday runners"),
        ({"name": "Ana Maria Ribeiro"}, "Ana Maria Ribeiro"),
        ({"name": "Ana Maria Ribeiro", "aliases": ("Ani",)}, "Ani"),
    ],
    ids=str,
)
def test_people_are_greeted_as_one_would(fields: dict[str, object], name: str) -> None:
    assert first_name(Supporter.model_validate(fields), TEXTS) == name


def test_a_reminder_says_when_and_what_and_asks_no_more() -> None:
    ask = Ask(supporter=BEN.id, goal=GOAL.id, kind="accountability", state="sent", sent_on=TODAY)
    later = TODAY.replace(day=28)
    text = reminder_draft(NETWORK, ask, vocabulary(), TEXTS, later)
    assert "12 days ago I asked you about something: accountability with 10 km in June." in text
    assert "A short yes or no is all I need" in text
    short = ask.changed_to(text="May I send you\ntwo lines?")
    quoted = reminder_draft(NETWORK, short, vocabulary(), TEXTS, later)
    assert 'I asked you about something: "May I send you two lines?"\n' in quoted
    plain = reminder_draft(NETWORK, Ask(supporter="9", sent_on=TODAY), vocabulary(), TEXTS, TODAY)
    assert plain.startswith("Hello there,")
    assert "Today I asked you about something: some help." in plain


def test_a_reminder_of_what_was_asked_on_no_known_day_still_says_what_it_is_about() -> None:
    text = reminder_draft(NETWORK, Ask(supporter=BEN.id, state="sent"), vocabulary(), TEXTS, TODAY)
    assert "Lately I asked you about something: some help." in text


def test_the_templates_use_known_blanks_only() -> None:
    for text in TEXTS.templates.values():
        assert set(re.findall(r"\$([a-z]+)", text)) <= set(BLANKS)


def test_texts_that_lack_something_are_refused() -> None:
    with pytest.raises(ValueError, match="a template for each kind"):
        parse_ask_texts({"guidance": "..."})
