"""Bytes as text, whatever they say of their charset: what they are counts more than what they claim."""

import codecs
from contextlib import suppress

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_TRUSTED = (
    "iso8859",
    "iso-8859",
    "latin",
    "windows-",
    "cp",
    "koi8",
    "mac",
    "gb",
    "big5",
    "shift",
    "sjis",
    "euc",
)
"""How the names begin of the charsets that address books claim; all others are taken for a mistake."""

_SAMPLE = 4_096


def as_utf8(data: bytes) -> bytes:
    """The same text with its byte order mark gone and, where it was UTF-16, in UTF-8; else as it came."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            return rest if name == "utf-8" else rest.decode(name, errors="replace").encode()
    if (wide := _wide(data[:_SAMPLE])) is not None:
        return data.decode(wide, errors="replace").encode()
    return data


def text_of(data: bytes, claimed: str = "") -> str:
    """The text that the bytes are.

    Bytes that are valid UTF-8 and more than ASCII are UTF-8, whatever is claimed; then the charset that is
    claimed; then Windows-1252, in which nearly every byte means something.
    """
    if data.isascii() and b"\x1b" not in data:
        return data.decode("ascii")
    name = claimed.strip().strip('"').lower().replace("_", "-")
    if name.startswith("iso-2022-") and b"\x1b" in data:
        with suppress(UnicodeDecodeError, LookupError):
            return data.decode(name)
    with suppress(UnicodeDecodeError):
        return data.decode("utf-8")
    if name.startswith(_TRUSTED):
        with suppress(UnicodeDecodeError, LookupError):
            return data.decode(name)
    with suppress(UnicodeDecodeError):
        return data.decode("cp1252")
    return data.decode("latin-1")


def _wide(sample: bytes) -> str | None:
    """The name of UTF-16 without a mark: half of its bytes are zero, and always the same half."""
    if len(sample) < 4:
        return None
    zeros = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if zeros[1] > half * 0.6 and not zeros[0]:
        return "utf-16-le"
    if zeros[0] > half * 0.6 and not zeros[1]:
        return "utf-16-be"
    return None
