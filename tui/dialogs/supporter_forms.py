"""The forms about supporters: all of one, what several have in common, and an exchange."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from .fields import Field, Form, Value
from .names import supporter_names

if TYPE_CHECKING:
    from tui.domain.language.vocabulary import Vocabulary
    from tui.domain.records.log import Exchange
    from tui.domain.records.network import Network
    from tui.domain.records.supporter import Supporter

Options = tuple[tuple[str, str], ...]

_TAKES_IN = (("0", "hardly"), ("1", "a little"), ("2", "mostly"), ("3", "very well"))
_MENTOR = ("identified", "researched", "asked", "agreed", "active", "paused", "ended", "declined")


def supporter_form(network: "Network", words: "Vocabulary", supporter: "Supporter | None" = None) -> Form:
    """Every field of a supporter, those that matter most first."""
    own = "" if supporter is None else supporter.id
    fields = (
        Field("name", "Name", required=True, help="a nickname will do"),
        Field("relationship", "What they are", "choice", options=_labels(words, "relationship")),
        Field("circle", "Circle", "choice", required=True, options=_labels(words, "circle")),
        Field("gives", "Gives", "strengths", options=_labels(words, "kind"), marks=_marks(words)),
        Field("goals", "Goals", "names", options=_goals(network), what="goal", help="empty for all of them"),
        Field("cadence", "Talk every", "number", high=3650, help="days; empty: as the circle, 0: no clock"),
        Field("told", "Told of it", "flag"),
        Field("tags", "Tags", "lines"),
        Field("state", "State", "choice", required=True, options=_labels(words, "supporter_state")),
        Field("snoozed_until", "Rests until", "date", help="their clock rests until that day"),
        Field(
            "clock_from",
            "Counts from",
            "date",
            past=True,
            help="days count from here, though you did not talk",
        ),
        Field("never_suggest", "Don't suggest", "flag"),
        Field("responsive", "Takes me in", "choice", options=_TAKES_IN),
        Field("values", "Values", "lines"),
        Field("their_goals", "Their goals", "note"),
        Field("birthday", "Birthday", "birthday", help="20 Mar, or 20 Mar 1980"),
        Field("dates", "Key days", "lines", help="12 May exam; without a year, every year"),
        Field(
            "knows", "Knows", "names", options=_people(network, own), what="supporter", help="names, commas"
        ),
        Field("mentor", "As a mentor", "choice", options=tuple((stage, stage) for stage in _MENTOR)),
        Field("aliases", "Also called", "lines"),
        Field("channel", "Reach by", help="how you talk best"),
        Field("emails", "Mail", "lines"),
        Field("phones", "Phone", "lines"),
        Field("organisation", "Belongs to", help="where they work or belong"),
        Field("how_met", "How you met", "note"),
        Field("sensitive", "Hide notes", "flag"),
        Field("notes", "Notes", "note"),
        Field("sources", "Imported as", "lines"),
    )
    if supporter is None:
        return Form("supporter-new", "New supporter", fields)
    return Form(f"supporter-{supporter.id}", "Supporter", fields, base=supporter.document())


def several_form(words: "Vocabulary", count: int) -> Form:
    """What several supporters may be given at once; what is left empty stays as it is."""
    fields = (
        Field("circle", "Circle", "choice", options=_labels(words, "circle")),
        Field("state", "State", "choice", options=_labels(words, "supporter_state")),
        Field("tag", "Tag them", help="a word to find them by"),
        Field("untag", "Untag them", help="a tag to take off"),
    )
    return Form("supporters-several", f"{count} supporters", fields)


def export_form(count: int) -> Form:
    """Where people are written to, and whether with the notes that are hidden."""
    fields = (
        Field("path", "File", required=True, help=".vcf for address books, .csv for spreadsheets"),
        Field("notes", "Hidden notes", "flag", help="also the notes you hide"),
    )
    return Form("export", f"Export {count} {'person' if count == 1 else 'people'}, as .vcf or .csv", fields)


def exchange_form(network: "Network", words: "Vocabulary", exchange: "Exchange | None" = None) -> Form:
    """A talk, mail, meeting or favour. Whoever of it is gone stays in it as "someone"."""
    people = supporter_names(network, *(exchange.supporters if exchange else ()))
    fields = (
        Field(
            "supporters", "Who", "names", required=True, options=people, what="supporter",
            help="one or more names, with commas",
        ),
        Field("date", "When", "date", required=True, past=True, help="today, yesterday, Friday, 20 Mar"),
        Field("note", "What passed", "note"),
        Field("channel", "How", "choice", options=_labels(words, "channel")),
        Field("direction", "Support was", "choice", required=True, options=_labels(words, "direction")),
        Field("kinds", "Of what kind", "many", options=_labels(words, "kind")),
        Field("size", "How much", "choice", required=True, options=_labels(words, "size")),
        Field("goal", "Goal", "name", options=_goals(network), what="goal", help="part of its title"),
        Field("their_good_news", "Good news", "flag"),
    )  # fmt: skip
    if exchange is None:
        return Form("exchange-new", "Log an exchange", fields)
    return Form(f"exchange-{exchange.id}", "Exchange", fields, base=exchange.document())


def supporter_values(supporter: "Supporter", knows: Iterable[str]) -> Mapping[str, Value]:
    """A supporter's values as its form takes them; `knows` are those known on either side."""
    responsive = None if supporter.responsive is None else str(supporter.responsive)
    return {**dict(supporter), "responsive": responsive, "knows": tuple(knows)}


def exchange_values(exchange: "Exchange") -> Mapping[str, Value]:
    """An exchange's values as its form takes them."""
    return {**dict(exchange), "size": str(exchange.size)}


def first_values(chosen: Iterable["Supporter"], today: date) -> Mapping[str, Value]:
    """What stands in the form of a new exchange before anything is typed."""
    return {"supporters": tuple(one.id for one in chosen), "date": today, "direction": "both", "size": "1"}


def _labels(words: "Vocabulary", name: str) -> Options:
    return tuple((word.id, word.label) for word in words[name].values())


def _marks(words: "Vocabulary") -> tuple[str, ...]:
    return tuple(word.label for word in words["strength"].values())


def _goals(network: "Network") -> Options:
    return tuple((goal.id, goal.title) for goal in network.goals.values())


def _people(network: "Network", without: str = "") -> Options:
    return tuple((one.id, one.name) for one in network.supporters.values() if one.id != without)
