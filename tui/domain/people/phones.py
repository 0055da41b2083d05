"""Phone numbers in any spelling: which are the same."""

import re
from functools import lru_cache

_EXTENSION = re.compile(r"(?:ext\.?|x|#|;ext=)\s*\d+$", re.IGNORECASE)
_TRUNK = re.compile(r"\(0\)")
_PLAIN = re.compile(r"[0-9+ /.-]*")
_OTHER = re.compile(r"[^0-9]+")
_LEAST = 7
"""Digits below which a number is an extension or a service, and says nothing of who it is."""

_LONGEST_COUNTRY = 3


@lru_cache(maxsize=50_000)
def digits(written: str) -> tuple[str, bool]:
    """The digits of a number without its trunk zero, and whether it says its country.

    >>> digits("+49 (0)170 1234567"), digits("0170/1234567")
    (('491701234567', True), ('1701234567', False))
    """
    text = written.strip()
    if not _PLAIN.fullmatch(text):
        text = _TRUNK.sub("", _EXTENSION.sub("", text))
    only = _OTHER.sub("", text)
    if text.lstrip("( ").startswith("+"):
        return only, True
    if only.startswith("00"):
        return only[2:], True
    return only.removeprefix("0"), False


def phone_key(written: str) -> str:
    """What the same number has in common in every spelling; empty where it is too short to tell."""
    found, _ = digits(written)
    return found[-_LEAST:] if len(found) >= _LEAST else ""


def same_phone(one: str, other: str) -> bool:
    """Whether two spellings mean the same number; one without its country fits any country.

    >>> same_phone("+49 170 1234567", "0170-123 45 67"), same_phone("+49 170 1234567", "+43 170 1234567")
    (True, False)
    """
    (first, first_whole), (second, second_whole) = digits(one), digits(other)
    if first == second:
        return bool(first)
    if first_whole == second_whole:
        if first_whole:
            return False
        return {len(first), len(second)} == {10, 11} and first.removeprefix("1") == second.removeprefix("1")
    whole, short = (first, second) if first_whole else (second, first)
    if len(short) < _LEAST:
        return False
    country = len(whole) - len(short)
    return 0 <= country <= _LONGEST_COUNTRY and whole.endswith(short)
