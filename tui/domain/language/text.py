"""Text from people, files and the store: what may be kept of it, and how it is compared."""

import re
import unicodedata

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_BREAKS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f\ufff9-\ufffb]")
_SPACES = re.compile(r"\s+")
_UNSEEN = frozenset({"Cc", "Cf", "Mn", "Me", "Zs", "Zl", "Zp"})
_STROKES = str.maketrans(
    {
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ħ": "h",
        "Ħ": "H",
        "ı": "i",
        "æ": "ae",
        "Æ": "AE",
    }
)
"""Letters whose stroke or joint is part of them, so that no mark can be taken off."""


def clean_note(text: str) -> str:
    """Several lines without control characters; hidden direction changes and tag characters made visible.

    Line breaks become newlines, tabs stay, text is composed (NFC). LRM, RLM, ALM and the joiners that
    scripts and emoji need stay as they are. Cleaning clean text changes nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _BREAKS.sub("\n", text)
    text = _FORBIDDEN.sub("", text)
    text = _HIDDEN.sub(lambda found: f"‹{ord(found[0]):04X}›", text)
    return unicodedata.normalize("NFC", text)


def clean_line(text: str) -> str:
    """One line: as `clean_note`, with every run of white space one space and none at the ends."""
    return _SPACES.sub(" ", clean_note(text)).strip()


def fold(text: str) -> str:
    """The form in which text is compared: without marks and case, with single spaces.

    >>> fold("  Renée  LÓPEZ "), fold("Łukasz Sørensen")
    ('renee lopez', 'lukasz sorensen')
    """
    if text.isascii():
        return _SPACES.sub(" ", text).strip().casefold()
    decomposed = unicodedata.normalize("NFKD", text).translate(_STROKES)
    unmarked = "".join(character for character in decomposed if not unicodedata.combining(character))
    return _SPACES.sub(" ", unmarked).strip().casefold()


def unseen(text: str) -> bool:
    """Whether there is nothing in the text that a person could see."""
    return all(unicodedata.category(character) in _UNSEEN for character in text)
