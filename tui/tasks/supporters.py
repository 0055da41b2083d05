"""Adding and changing supporters, one or several at once."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui.domain.language.text import clean_line

from .forms import AnyApp, allowed, fill, house_of, judge, network_of, opened_on

if TYPE_CHECKING:
    from tui.dialogs.fields import Value
    from tui.domain.language.vocabulary import Vocabulary
    from tui.domain.records.supporter import Supporter
    from tui.store import Transaction


def add(app: AnyApp, words: "Vocabulary", then: Callable[[str], object], **known: "Value") -> None:
    """Ask for a new supporter, of whom some is known already; `then` gets the id."""
    from tui.dialogs.supporter_forms import supporter_form
    from tui.domain.people.supporter_entry import new_supporter

    added: list[str] = []

    def put(transaction: "Transaction", values: "Mapping[str, Value]") -> None:
        added.append(transaction.put(allowed(app, new_supporter(values), transaction.network)).id)

    async def save(values: "dict[str, Value]", _: Mapping[str, object] | None) -> bool:
        judge(app, new_supporter(values))
        return await house_of(app).transact(f"added {values['name']}", partial(put, values=values))

    form = supporter_form(network_of(app), words)
    fill(app, form, {"circle": "middle", "state": "active", **known}, save, lambda: then(added[-1]))


def change(app: AnyApp, supporter: "Supporter", words: "Vocabulary") -> None:
    """Ask for every field of a supporter."""
    from tui.dialogs.supporter_forms import supporter_form, supporter_values
    from tui.domain.people.acquaintance import acquaintances
    from tui.domain.people.supporter_entry import changed_supporter

    house, network = house_of(app), network_of(app)

    async def save(values: "dict[str, Value]", base: Mapping[str, object] | None) -> bool:
        newest = network_of(app)
        before = opened_on(supporter, base)
        changed, *others = changed_supporter(before, values, newest)
        judge(app, changed, before)
        records = [*([changed] if changed != before else []), *others]
        label = f"changed {clean_line(changed.name)}"
        return not records or await house.save(*records, base=before, label=label)

    known = acquaintances(network).get(supporter.id, ())
    fill(app, supporter_form(network, words, supporter), supporter_values(supporter, known), save)


def change_several(
    app: AnyApp, chosen: "Sequence[Supporter]", words: "Vocabulary", then: Callable[[], object]
) -> None:
    """Ask what several supporters are to have in common."""
    from tui.dialogs.supporter_forms import several_form
    from tui.domain.people.supporter_entry import changed_together

    async def save(values: "dict[str, Value]", _: Mapping[str, object] | None) -> bool:
        return await put(app, chosen, "changed", lambda one: changed_together(one, values))

    fill(app, several_form(words, len(chosen)), {}, save, then)


async def put(
    app: AnyApp, chosen: "Sequence[Supporter]", done: str, changed: "Callable[[Supporter], Supporter]"
) -> bool:
    """Change the newest versions of those chosen, in one transaction; whether that is done."""

    def run(transaction: "Transaction") -> None:
        for one in chosen:
            newest = transaction.network.supporters.get(one.id, one)
            transaction.put(changed(newest), newest)

    return bool(chosen) and await house_of(app).transact(f"{done} {_called(chosen)}", run)


async def pause(app: AnyApp, chosen: "Sequence[Supporter]") -> None:
    """Pause those chosen; if all are paused, go on with them."""
    state = "active" if all(one.state == "paused" for one in chosen) else "paused"
    done = "paused" if state == "paused" else "went on with"
    if await put(app, chosen, done, lambda one: one.changed_to(state=state)):
        said = "Paused." if state == "paused" else "Going on."
        house_of(app).notify(f"{said} u takes it back.")


async def suggest(app: AnyApp, chosen: "Sequence[Supporter]") -> None:
    """Never suggest those chosen; if none is suggested, do so again."""
    never = not all(one.never_suggest for one in chosen)
    done = "never suggest" if never else "suggest again"
    if await put(app, chosen, done, lambda one: one.changed_to(never_suggest=never)):
        house_of(app).notify("Never suggested from now on." if never else "May be suggested again.")


async def delete(app: AnyApp, chosen: "Sequence[Supporter]") -> bool:
    """Delete those chosen; whether that is done."""

    def run(transaction: "Transaction") -> None:
        for one in chosen:
            transaction.delete(one)

    if not chosen or not await house_of(app).transact(f"deleted {_called(chosen)}", run):
        return False
    house_of(app).notify(f"Deleted {_called(chosen)}. u takes it back.")
    return True


def _called(chosen: "Sequence[Supporter]") -> str:
    return clean_line(chosen[0].name) if len(chosen) == 1 else f"{len(chosen)} supporters"
