"""Who covers what of a goal, what rests on one person, and whom to ask: in words, or as JSON."""

from typing import TYPE_CHECKING

import click

from .context import Session, pass_session

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tui.domain.language.plain import Plain
    from tui.domain.records.goal import Goal
    from tui.domain.support.best_asks import AskIdea
    from tui.domain.support.coverage import Coverage

_KIND = 24
_WORD = 6


@click.command(
    "coverage", help="Who covers what a goal needs, what rests on one person alone, and whom to ask for what."
)
@click.option("--goal", "wanted", metavar="GOAL", help="Only this goal, by name or id.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with figures.")
@pass_session
def coverage_command(session: Session, wanted: str | None, as_json: bool) -> None:
    """Print the coverage of one goal, or of all active ones."""
    from tui.content import questionnaire
    from tui.domain.support.coverage import coverages

    found = coverages(session.network, questionnaire().scoring, session.today())
    if wanted is not None:
        goal = _goal(session, wanted)
        coverage = found.get(goal.id) or session.fail(_why_none(goal))
        if as_json:
            session.print_json(_document(session, coverage))
        else:
            session.say("\n".join(_lines(session, coverage)))
    elif as_json:
        session.print_json({"goals": {id_: _document(session, one) for id_, one in found.items()}})
    elif not found:
        session.say("There is nothing to cover yet; `allies assess` asks what would help with a goal.")
    else:
        session.say("\n\n".join("\n".join(_lines(session, one)) for one in found.values()))


def _goal(session: Session, wanted: str) -> "Goal":
    from tui.domain.language.text import clean_line
    from tui.domain.records.lookup import find

    return find(session.network.goals, clean_line(wanted), "goal")


def _why_none(goal: "Goal") -> str:
    if goal.state != "active":
        return f'"{goal.title}" is not active, so nothing is asked of anybody for it.'
    return f'Nobody has said yet what would help with "{goal.title}"; `allies assess --goal` asks.'


def _asks(session: Session, coverage: "Coverage") -> "tuple[AskIdea, ...]":
    from tui.content import questionnaire
    from tui.domain.support.best_asks import best_asks

    return best_asks(session.network, questionnaire().scoring, session.today(), goal=coverage.goal)


def _document(session: Session, coverage: "Coverage") -> "Mapping[str, Plain]":
    """The coverage as JSON values, unrounded, with people by their names."""
    from tui.domain.language.words import KINDS

    names = _names(coverage)
    return {
        "goal": coverage.goal.title,
        "mapped": {kind: coverage.mapped[kind] for kind in KINDS},
        "holders": {kind: [names[one.id] for one in coverage.holders[kind]] for kind in KINDS},
        "single_points": list(coverage.single_points),
        "share": {names[id_]: share for id_, share in coverage.shares.items()},
        "drop": {names[id_]: drop for id_, drop in coverage.drops.items()},
        "F": coverage.total,
        "residual": {kind: coverage.residual.get(kind) for kind in KINDS},
        "asks": [
            {
                "person": names[idea.supporter],
                "kind": idea.kind,
                "score": idea.score,
                "because": idea.because,
            }
            for idea in _asks(session, coverage)
        ],
    }


def _names(coverage: "Coverage") -> "Mapping[str, str]":
    from tui.domain.language.listing import told_apart

    return told_apart({one.id: one.supporter.name for one in coverage.people})


def _lines(session: Session, coverage: "Coverage") -> "Iterator[str]":
    from tui.content import vocabulary
    from tui.domain.support.coverage_words import sentences, spoken, who_gives

    words, names = vocabulary(), _names(coverage)
    yield f"Who could help with {coverage.goal.title}:"
    if not coverage.needed:
        yield "  Nothing is marked as needed."
    for kind in sorted(coverage.needed, key=lambda kind: -round(coverage.residual[kind], 6)):
        label = words["kind"][kind].label
        covered = words["cover"][coverage.in_a_word(kind)].label
        yield f"  {label:{_KIND}}{covered:{_WORD}}{who_gives(coverage, kind, words)}"
    yield from sentences(coverage, words)
    for place, idea in enumerate(_asks(session, coverage)):
        if place == 0:
            yield "Worth asking:"
        yield f"  {names[idea.supporter]} for {spoken(idea.kind, words)}, because {idea.because}."
