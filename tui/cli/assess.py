"""The questionnaire without the dashboard: asked with plain prompts, or answered by a file."""

from typing import TYPE_CHECKING

import click

from .answered import save, tell
from .context import Session, pass_session

if TYPE_CHECKING:
    from tui.domain.language.plain import Answers
    from tui.domain.language.words import Form
    from tui.domain.records.goal import Goal

FORMS = ("full", "short", "again", "profile")


@click.command("assess")
@click.option("--form", type=click.Choice(FORMS), help="Which questions; all of them if not said.")
@click.option("--goal", "goal_name", metavar="GOAL", help="A goal to look at again, by name or id.")
@click.option("--answers", metavar="FILE", help="Take the answers from a JSON file, or from stdin for -.")
@click.option("--json", "as_json", is_flag=True, help="With --answers: print what was found as JSON.")
@pass_session
def assess(
    session: Session, form: "Form | None", goal_name: str | None, answers: str | None, as_json: bool
) -> None:
    """Answer the questionnaire: what you want, and who could help.

    Enter goes on, < goes back. Ctrl+c leaves; the answers so far are kept and asked on from there next time.
    """
    if as_json and answers is None:
        raise click.UsageError("--json goes with --answers.")
    if form == "profile" and goal_name is not None:
        raise click.UsageError("The profile form is about you, not about a goal.")
    if form == "again" and goal_name is None:
        raise click.UsageError("Say which goal to look at again with --goal.")
    if answers is not None:
        _from_file(session, form, goal_name, answers, as_json=as_json)
    else:
        from .interview import interview

        goal = _goal(session, goal_name)
        saved = interview(session, form or ("again" if goal else "full"), goal)
        if saved is not None:
            tell(session, saved)


def _goal(session: Session, name: str | None) -> "Goal | None":
    if name is None:
        return None
    from tui.domain.records.lookup import find

    return find(session.store.network.goals, name, "goal")


def _from_file(
    session: Session, form: "Form | None", goal_name: str | None, path: str, *, as_json: bool
) -> None:
    from tui.content import questionnaire
    from tui.domain.needs.beginning import sheet_for
    from tui.domain.questionnaire.sheet import WrongAnswers, filled_sheet

    from .reading import given_json

    given = given_json(path)
    if not isinstance(given, dict):
        session.fail("The answers should be one JSON object, by question.")
    goal = _goal(session, goal_name)
    form = form or _form_of(given, again=goal is not None)
    network = session.store.network
    try:
        sheet = filled_sheet(sheet_for(network, questionnaire(), form, goal), given, session.today())
        saved = save(session, sheet)
    except WrongAnswers as wrong:
        session.fail(f"The answers cannot be used, and nothing was saved. {wrong}")
    dropped = [place for place in sheet.dropped if place.partition(".")[0] in given]
    if dropped:
        sentence = f"Left out, because these are not asked here: {', '.join(dropped)}."
        click.echo(sentence, err=True) if as_json else session.say(sentence)
    tell(session, saved, as_json=as_json)


def _form_of(given: "Answers", *, again: bool) -> "Form":
    """The form that a file of answers belongs to, by the questions it answers."""
    from tui.content import questionnaire

    if "top3" in given:
        return "short"
    candidates: tuple[Form, ...] = ("again",) if again else ("profile",)
    for form in candidates:
        if given and given.keys() <= {item.id for item in questionnaire().of_form(form)}:
            return form
    return "full"
