"""Bytes as text, whatever they say of their charset: what they are counts more than what they claim."""

import codecs
import re
from collections.abc import Sequence
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

_ONE_BYTE = ("cp1252", "cp1250", "cp1251")
"""Charsets in which tables come that are not UTF-8: of western, middle and eastern Europe."""

_ODD = re.compile(
    r"[^\W\d_][^\w\s\x00-\x7f’‘·\xad–—…](?=[^\W\d_])|[£¥¯¹³](?=[^\W\d_])"
    r"|[a-zA-Z](?=[Ѐ-ӿ])|[Ѐ-ӿ](?=[a-zA-Z])"
)
"""What only the wrong charset puts into a word: a sign, s³u¿ba for służba, or another alphabet, Jьrgen."""

_SAMPLE = 4_096


def as_utf8(data: bytes) -> bytes:
    """The same text with its byte order mark gone and, where it was UTF-16, in UTF-8; else as it came."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            data = rest if name == "utf-8" else rest.decode(name, errors="replace").encode()
            return data.removeprefix(codecs.BOM_UTF8)
    if (wide := _wide(data[:_SAMPLE])) is not None:
        return data.decode(wide, errors="replace").encode()
    return data


def text_of(data: bytes, claimed: str = "") -> str:
    """The text that the bytes are.

    Bytes that are valid UTF-8 and more than ASCII are UTF-8, whatever is claimed; then the charset that is
    claimed; then UTF-8 of which a piece is missing; then Windows-1252, in which nearly every byte means
    something.
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
    whole = _mended(data)
    return _one_byte(data, "cp1252") if whole is None else whole


def texts_of(data: bytes) -> Sequence[str]:
    """The texts that a file of lines may be, all as likely, the usual first; only one where it is UTF-8.

    A line that is UTF-8 stays so, even where others in the file are not.
    """
    with suppress(UnicodeDecodeError):
        return (data.decode("utf-8"),)
    lines = [_utf8(line) or line for line in data.split(b"\n")]
    odd: dict[str, int] = {}
    for name in _ONE_BYTE:
        text = "\n".join(line if isinstance(line, str) else _one_byte(line, name) for line in lines)
        odd.setdefault(text, len(_ODD.findall(text)))
    return [text for text, count in odd.items() if count == min(odd.values())]


def _utf8(line: bytes) -> str | None:
    with suppress(UnicodeDecodeError):
        return line.decode("utf-8")
    return _mended(line)


def _mended(data: bytes) -> str | None:
    """UTF-8 that was cut within a letter, or has emoji in two halves; None where it is mostly none."""
    with suppress(UnicodeDecodeError):
        return data.decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16")
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if sum(not character.isascii() for character in text) <= 2 * broken:
        return None
    return text.replace("\ufffd", "")


def _one_byte(data: bytes, name: str) -> str:
    with suppress(UnicodeDecodeError):
        return data.decode(name)
    return data.decode(name if name != "cp1252" else "latin-1", errors="replace")


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
