"""A goal in full: what it is, what would help, what changed, what to do next, and its history."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from tui.domain.calendar.days import day_in_words
from tui.domain.language.listing import listed
from tui.domain.language.text import clean_line, clean_note

from .coverage_view import coverage_lines
from .drawn import hanging
from .left_off_row import goes_on
from .loop_row import loop_lines
from .profile_view import profile_lines, shift_lines

if TYPE_CHECKING:
    from tui.domain.language.vocabulary import Vocabulary
    from tui.domain.needs.goal_story import GoalStory
    from tui.domain.promises.asks import OpenAsk
    from tui.domain.questionnaire.left_off import LeftOff
    from tui.domain.records.goal import Goal
    from tui.domain.records.log import Decision
    from tui.domain.support.coverage import Coverage

STATES = {"active": "▸", "paused": "‖", "done": "✓", "let-go": "–"}
"""The glyph of each state; its word stands beside it everywhere."""

_FACTS = 14
_DAYS = 18


def goal_lines(
    story: "GoalStory",
    words: "Vocabulary",
    today: date,
    width: int,
    *,
    coverage: "Coverage | None" = None,
    asks: "Sequence[OpenAsk]" = (),
    begun: "LeftOff | None" = None,
) -> Iterator[Content]:
    """The whole goal as lines for a width in cells, what helps to decide first.

    What is felt to be covered and what the people in the directory could cover are told one after the other.
    """
    yield from _head(story.goal, words, today, width)
    if begun is not None:
        yield from goes_on(begun, "r").wrap(width)
    if facts := list(_facts(_what(story.goal, words), width)):
        yield from (Content(), *facts)
    yield from _needs(story, words, today, width)
    if coverage is not None and coverage.needed:
        yield from _headed(
            "WHO COULD GIVE IT", [coverage_lines(coverage, words, width)], "of those you know; a asks"
        )
    yield from _changed(story, words, today, width)
    if asks:
        lines = (loop_lines(one.ask, words, today, width, one.person) for one in asks)
        yield from _headed("OPEN", lines, "A says what became of it")
    if story.steps:
        yield from _headed("WHAT TO DO NEXT", (_bullet(step, width) for step in story.steps))
    if facts := list(_facts(_how(story.goal, words), width)):
        yield from _headed("HOW YOU GO ABOUT IT", [facts])
    if story.looks or story.decisions:
        yield from _headed("HISTORY", [_history(story, words, today, width)])


def _head(goal: "Goal", words: "Vocabulary", today: date, width: int) -> Iterator[Content]:
    for line in Content(clean_line(goal.title)).wrap(width):
        yield line.stylize("$accent bold")
    parts = [f"{STATES[goal.state]} {words['goal_state'][goal.state].label}"]
    if goal.by is not None:
        passed = ", which has passed" if goal.by < today and goal.state == "active" else ""
        parts.append(f"by {day_in_words(goal.by, today)}{passed}")
    if goal.stage is not None and goal.state == "active":
        stage = words["stage"][goal.stage].label
        parts.append(stage[:1].lower() + stage[1:])
    yield from (line.stylize("$quiet") for line in Content(" · ".join(parts)).wrap(width))


def _what(goal: "Goal", words: "Vocabulary") -> Iterator[tuple[str, str]]:
    yield "why", goal.why
    yield "sign", goal.sign
    yield "if-then", _plan(goal)
    yield "next step", goal.next_step
    yield "who may know", words["audience"][goal.audience].label if goal.audience else ""


def _how(goal: "Goal", words: "Vocabulary") -> Iterator[tuple[str, str]]:
    yield "whose wish", words["ownership"][goal.ownership].label if goal.ownership else ""
    yield "reports", words["report_rhythm"][goal.report].label if goal.report else ""
    yield "praise", words["praise"][goal.praise].plain if goal.praise else ""
    yield "rethink if", goal.change_sign
    yield "notes", goal.notes


def _facts(facts: Iterable[tuple[str, str]], width: int) -> Iterator[Content]:
    for label, text in facts:
        if text:
            yield from hanging(Content.styled(label, "$quiet"), Content(clean_note(text)), width, _FACTS)


def _plan(goal: "Goal") -> str:
    when, then = clean_line(goal.obstacle), clean_line(goal.plan)
    if when and then:
        return f"When {when}, then I will {then}"
    return f"I will {then}" if then else when


def _needs(story: "GoalStory", words: "Vocabulary", today: date, width: int) -> Iterator[Content]:
    if not story.looks:
        if story.goal.state not in ("active", "paused"):
            return
        text = Content.assemble("Not asked yet. ", ("r", "$accent bold"), " asks what would help, and who.")
        yield from _headed("WHAT WOULD HELP", [text.wrap(width)])
        return
    now = story.looks[-1]
    yield from _headed(
        "WHAT WOULD HELP",
        [_summary(story, width), profile_lines(now.profile, words, width), _yes_since(story, words, width)],
        day_in_words(now.date, today),
    )


def _yes_since(story: "GoalStory", words: "Vocabulary", width: int) -> Iterable[Content]:
    """What a yes changes and what it does not: how covered it feels is only the person's to say."""
    from tui.domain.support.coverage_words import spoken

    if not story.yes_since:
        return ()
    said = listed([f"{name} to {spoken(kind, words)}" for name, kind in story.yes_since])
    return _bullet(
        f"Since then a yes from {said}. How covered it feels stays as you said, until r looks again.", width
    )


def _changed(story: "GoalStory", words: "Vocabulary", today: date, width: int) -> Iterator[Content]:
    if len(story.looks) > 1:
        before, now = story.looks[-2:]
        yield from _headed(
            "WHAT CHANGED",
            [shift_lines(before.profile, now.profile, words, width)],
            f"{day_in_words(before.date, today)} → {day_in_words(now.date, today)}",
        )


def _summary(story: "GoalStory", width: int) -> Iterable[Content]:
    from tui.domain.support.covered import count_in_words, share_in_words

    profile = story.looks[-1].profile
    said = count_in_words(profile)
    if len(story.looks) > 1 and (then := count_in_words(story.looks[-2].profile)) != said:
        said += f" (was {then.removesuffix(' covered')})"
    if profile.perceived is not None and 0 < profile.perceived < 1 and not said.startswith("all "):
        said += f"; it feels like {share_in_words(profile.perceived)}"
    return Content(said).wrap(width)


def _history(story: "GoalStory", words: "Vocabulary", today: date, width: int) -> Iterator[Content]:
    told = [(look.date, words["form"][look.form].label) for look in story.looks]
    told += [(decision.date, _decided(decision, words, today)) for decision in story.decisions]
    for day, text in sorted(told, key=lambda pair: pair[0], reverse=True):
        yield from hanging(
            Content.styled(day_in_words(day, today), "$quiet"), Content(clean_note(text)), width, _DAYS
        )


def _decided(decision: "Decision", words: "Vocabulary", today: date) -> str:
    from tui.domain.feedback.recalled import changed

    parts = [changed(change, words, today) for change in decision.changes] or ["Decided"]
    if decision.expects:
        instead = any(change.what == "let-go" for change in decision.changes)
        parts.append(f"{'makes room for' if instead else 'expected'}: {decision.expects}")
    if decision.look_again_on:
        parts.append(f"look again on {day_in_words(decision.look_again_on, today)}")
    if decision.looked_back:
        parts.append(f"looking back: {decision.looked_back}")
    return "; ".join(parts)


def _bullet(text: str, width: int) -> Iterable[Content]:
    return hanging(Content.styled("›", "$accent"), Content(clean_note(text)), width, 2)


def _headed(title: str, parts: Iterable[Iterable[Content]], beside: str = "") -> Iterator[Content]:
    yield Content()
    yield Content.assemble((title, "$accent bold"), (f"  {beside}" if beside else "", "$quiet"))
    for part in parts:
        yield from part
