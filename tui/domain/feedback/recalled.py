"""A decision as it is called to mind, so that one can look back at it: what, for which goal, and why."""

from collections.abc import Iterator
from datetime import date

from tui.domain.calendar.ago import ago
from tui.domain.calendar.days import day_in_words, written_day
from tui.domain.language.text import clean_line
from tui.domain.language.vocabulary import Vocabulary
from tui.domain.records.log import Adjustment, Decision
from tui.domain.records.network import Network
from tui.domain.records.references import name_of, shown_name


def recalled(
    decision: Decision, network: Network, words: Vocabulary, today: date
) -> Iterator[tuple[str, str]]:
    """What there is to say of a decision, each with a word for what it is; what is not known is left out."""
    for change in decision.changes:
        yield "decided", changed(change, words, today)
    if decision.goal is not None:
        yield "goal", shown_name(network, "goal", decision.goal)
    yield "on", f"{day_in_words(decision.date, today)}, {ago(decision.date, today)}"
    for id_ in decision.because_feedback:
        yield "because", _said(network, id_)
    for id_ in decision.because_progress:
        yield "because", shown_name(network, "because_progress", id_)
    if decision.because_sign:
        yield "because", "the sign you had set for rethinking it came true"
    if decision.expects:
        yield "expected", decision.expects
    if decision.looked_back:
        yield "seen so far", decision.looked_back


def changed(change: Adjustment, words: Vocabulary, today: date) -> str:
    """One change in words, a day with its weekday."""
    match change.what:
        case "pause":
            return "Paused"
        case "let-go":
            return "Let go on purpose"
        case what:
            what_in_words = words["change"][what].label
            from_to = " → ".join(_said_day(one, today) for one in (change.before, change.after) if one)
            return f"Changed {what_in_words}: {from_to}" if from_to else f"Changed {what_in_words}"


def _said_day(text: str, today: date) -> str:
    try:
        return day_in_words(written_day(text), today)
    except ValueError:
        return text


def _said(network: Network, id_: str) -> str:
    note = network.feedback.get(id_)
    if note is None:
        return shown_name(network, "because_feedback", id_)
    words = clean_line(note.text)
    who = name_of(network, "supporter", note.supporter) if note.supporter else None
    return f"{who} said: {words}" if who else f"you heard: {words}"
