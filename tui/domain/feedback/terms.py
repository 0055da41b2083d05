"""What a filter finds feedback by: the words in it, and the values of its terms."""

from collections.abc import Collection, Mapping
from datetime import date

from tui.domain.language.text import fold
from tui.domain.records.feedback import Feedback
from tui.domain.records.network import Network
from tui.domain.records.references import name_of

from .verdicts import to_sort, untold

TERMS = ("state", "from", "goal", "form", "about")
"""The terms that may be asked for, as in `state:parked from:ana`."""


def terms(note: Feedback, network: Network, today: date) -> Mapping[str, Collection[str]]:
    """The values of each term: words a person would type after its colon. None where there is nothing."""
    return {
        "state": _states(note, today),
        "from": _people(note, network) or ("someone" if note.supporter else "nobody",),
        "goal": _goals(note, network),
        "form": () if note.form is None else (note.form, note.form.replace("-", " ")),
        "about": () if note.about is None else (note.about,),
    }


def searched_text(note: Feedback, network: Network) -> str:
    """All that a filter's words are looked for in, folded."""
    return f"{written(note)} {named(note, network)}".strip()


def written(note: Feedback) -> str:
    """All that is written in a note, folded."""
    texts = (note.text, note.situation, note.observed, note.effect, note.suggestion, note.part, note.reason)
    return fold(" ".join((*texts, note.next_step)))


def named(note: Feedback, network: Network) -> str:
    """The names of whom and what a note is about, folded."""
    return fold(" ".join((*_people(note, network), *_goals(note, network))))


def _states(note: Feedback, today: date) -> tuple[str, ...]:
    states: list[str] = ["to sort", "to-sort", "waiting"] if to_sort(note, today) else [note.state]
    if note.stings:
        states.append("stings")
    if untold(note):
        states.append("untold")
    return tuple(states)


def _people(note: Feedback, network: Network) -> tuple[str, ...]:
    person = network.supporters.get(note.supporter or "")
    return () if person is None else (person.name, *person.aliases)


def _goals(note: Feedback, network: Network) -> tuple[str, ...]:
    if note.goal is None:
        return ()
    title = name_of(network, "goal", note.goal)
    return () if title is None else (title,)
