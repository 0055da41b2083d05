"""Names in a line that nobody in the directory goes by."""

from .places import Places
from .tokens import BREAKS, Token
from .words import LogWords

_AWAY = frozenset(
    {"back", "home", "down", "up", "over", "moved", "flew", "drove", "away", "far", "live", "flight", "train"}
)
_THAT = frozenset({"that", "this", "our"})
_BY_CHANCE = frozenset({"bumped", "bump", "bumping", "ran", "run", "running"})
_SEEN = frozenset({"saw", "see", "seeing", "watched"})
_SHORTEST_APPOSITION = 3
_LONGEST_WORD = 40
"""What is longer is no part of a name."""


def end_of_stranger(places: Places, at: int, words: LogWords) -> int | None:
    """Where the name of somebody ends that begins here; None where nobody is named.

    In small letters it has to stand where little else can: after "called" or "with", or before "rang".
    """
    token, before = places.tokens[at], places.before(at)
    if not _could_be_a_name(token, words):
        return None
    written = places.written(at)
    end = places.to_the_end_of_a_name(at) if written else at + 1
    if before is None and _in_apposition(places, at, end, words):
        return end
    if before is None:
        return end if _begins_a_part(places, at, end, words) else None
    if before.word in words.people and written:
        return end
    if (
        before.word in _THAT
        and written
        and (told := places.before(at - 1))
        and told.word in words.before_name
    ):
        return end
    if before.word == "into" and not _ran_into(places.before(at - 1)):
        return None
    if before.word in words.before_name:
        if _a_place_or_a_show(places, at, end, words):
            return None
        if before.word == "with" and not written and not _meets(places.before(at - 1), words):
            return None
        return end if written or before.word not in words.before_things else None
    if places.joined(at) and (written or places.ends_what_is_said(at)):
        return end
    return None


def _ran_into(token: Token | None) -> bool:
    """Whether somebody was met by chance: bumped into Zainab, and not got into Oxford."""
    return token is not None and token.word in _BY_CHANCE


def _meets(token: Token | None, words: LogWords) -> bool:
    """Whether it is something done with people: lunch with priya, and not a trick with salt."""
    if token is None or token.word in words.meetings or token.word.endswith("ing"):
        return True
    return any(pattern.search(token.word) for pattern in words.channels.values())


def _in_apposition(places: Places, at: int, end: int, words: LogWords) -> bool:
    """Whether it says who somebody is, between commas: an old pupil, Declan."""
    if (
        at < _SHORTEST_APPOSITION
        or not places.written(at)
        or places.tokens[at - 1].text not in (",", "(", "-")
    ):
        return False
    after = places.after(end)
    told = [token.word for token in places.tokens[max(at - 9, 0) : at]]
    return (after is None or not after.is_word or after.word == "i") and not words.people.isdisjoint(told)


def _a_place_or_a_show(places: Places, at: int, end: int, words: LogWords) -> bool:
    """Whether somebody called from there, or it was seen with somebody: back from Pune, saw Dune with Ben."""
    before, first = places.tokens[at - 1].word, places.before(at - 1)
    if before == "from":
        named = places.named_to > 0 and not any(
            token.text in BREAKS for token in places.tokens[places.named_to : at]
        )
        return named or (first is not None and (first.word in words.speaks or first.word in _AWAY))
    after = places.after(end)
    return before in _SEEN and after is not None and after.word == "with"


def _begins_a_part(places: Places, at: int, end: int, words: LogWords) -> bool:
    after = places.after(end)
    if at and end - at > 1 and (after is None or after.text in BREAKS):
        return True
    if after is None or not places.acts(after) or places.tokens[at].word in words.verbs:
        return False
    return places.written(at) or after.word in words.speaks


def _could_be_a_name(token: Token, words: LogWords) -> bool:
    word = token.word
    return (
        token.text[0].isalpha()
        and 1 < len(word) < _LONGEST_WORD
        and not any(letter.isdigit() for letter in word)
        and word not in words.never_names
        and word not in words.names_that_are_words
        and word not in words.verbs
        and word not in words.people
        and word not in words.passed_over
        and word not in words.weak_in_goals
    )
