"""Those who are named: the ids of those who are known, the names of those who are not."""

from collections.abc import Iterable

from tui.domain.language.text import fold

from .mentions import Mention


def ids_of(people: Iterable[Mention]) -> tuple[str, ...]:
    """The ids of those about whom there is no doubt, each once."""
    return tuple(dict.fromkeys(mention.ids[0] for mention in people if len(mention.ids) == 1))


def unknown_names(people: Iterable[Mention]) -> tuple[str, ...]:
    """The names nobody goes by, as they are written: small ones with capitals."""
    names = [mention.name for mention in people if not mention.ids]
    written = (name if name != name.lower() else name.title() for name in reversed(names))
    return tuple(reversed({fold(name): name for name in written}.values()))
