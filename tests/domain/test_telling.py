"""The draft that tells somebody what was done with what they said."""

import re
from datetime import date
from string import Template

import pytest

from tui.content import telling
from tui.domain.feedback.telling import BLANKS, draft, may_be_told
from tui.domain.feedback.verdicts import accept, adapt, decline, park
from tui.domain.records.feedback import Feedback
from tui.domain.records.network import Network
from tui.domain.records.profile import Profile
from tui.domain.records.supporter import Supporter

TODAY = date(2026, 3, 18)
LENA = Supporter(id="2000", name="Coach Lena")
NETWORK = Network().with_changes(
    1, {"supporter": {LENA.id: LENA}, "profile": {"4000": Profile(id="4000", me="Jo")}}
)
NOTE = Feedback(id="1000", text="A shorter\nstride uphill.", supporter=LENA.id, date=TODAY)


def test_what_was_accepted_is_told_with_the_next_step_and_its_day() -> None:
    note = accept(NOTE, "short steps on every hill.", date(2026, 3, 20), TODAY)
    assert draft(note, NETWORK, telling(), TODAY).splitlines() == [
        "Hello Coach Lena,",
        "",
        'you told me: "A shorter stride uphill". Thank you - I am doing it.',
        "Next I will: short steps on every hill.",
        "I want to have done it by Friday 20 March.",
        "",
        "I will let you know how it goes.",
        "Jo",
    ]


def test_a_line_with_nothing_to_say_is_left_out() -> None:
    text = draft(adapt(NOTE, "on steep hills", TODAY), NETWORK, telling(), TODAY)
    assert "taking part of it: on steep hills." in text
    assert "Next I will" not in text
    assert "$" not in text


def test_somebody_whose_idea_was_declined_is_thanked_without_the_reason() -> None:
    text = draft(decline(NOTE, "she does not know my knee", TODAY), NETWORK, telling(), TODAY)
    assert "Thank you" in text
    assert "knee" not in text


def test_nobody_in_particular_is_greeted_kindly_and_an_unsigned_draft_ends_well() -> None:
    note = decline(NOTE.changed_to(supporter=None), "no", TODAY)
    text = draft(note, Network(), telling(), TODAY)
    assert text.startswith("Hello there,")
    assert text.endswith("Please go on telling me what you see.")


def test_what_looks_like_a_blank_in_what_was_said_stays_as_it_is() -> None:
    note = decline(NOTE.changed_to(text="pay $me $5 \\1"), "no", TODAY)
    assert '"pay $me $5 \\1"' in draft(note, NETWORK, telling(), TODAY)


def test_of_something_long_the_beginning_is_quoted() -> None:
    note = decline(NOTE.changed_to(text="word " * 1_000), "no", TODAY)
    assert "word word ..." in draft(note, NETWORK, telling(), TODAY)
    assert len(draft(note, NETWORK, telling(), TODAY)) < 500


@pytest.mark.parametrize("note", [NOTE, park(NOTE, TODAY)])
def test_before_there_is_something_to_tell_there_is_no_draft(note: Feedback) -> None:
    assert not may_be_told(note)
    with pytest.raises(ValueError, match="nothing to tell"):
        draft(note, NETWORK, telling(), TODAY)


def test_every_blank_of_every_template_is_known_and_used() -> None:
    assert set(telling()) == {"nobody", "accept", "adapt", "decline"}
    found = {name: set(Template(text).get_identifiers()) for name, text in telling().items()}
    assert set().union(*found.values()) == set(BLANKS)
    for name, text in telling().items():
        assert Template(text).is_valid()
        assert len(re.findall(r"\$", text)) == len(re.findall(r"\$[a-z]+", text))
        assert ("said" in found[name]) == (name != "nobody")


def test_a_day_that_has_passed_is_not_named_as_one_to_come() -> None:
    note = accept(NOTE, "short steps", date(2026, 3, 20), TODAY)
    text = draft(note, NETWORK, telling(), date(2026, 3, 21))
    assert "Next I will: short steps." in text
    assert "20 March" not in text
