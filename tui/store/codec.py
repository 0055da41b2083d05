"""Bytes and values: JSON as the store writes it, quick and strict decoding, digests and checksums."""

from hashlib import blake2b
from math import isfinite
from typing import Any, NoReturn

import orjson

_CHECK_BYTES = 8


class NotValid(ValueError):
    """Bytes that are not what they should be. Its text says what is wrong, in few words."""


def encode(value: object) -> bytes:
    """Compact JSON with sorted keys. The value must hold finite numbers only."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


def decode_quickly(raw: bytes) -> Any:
    """The JSON value of bytes known to be our own by their digest. Raises `NotValid`."""
    try:
        return orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        raise NotValid("is not JSON") from error


def decode_strictly(raw: bytes) -> Any:
    """The JSON value of bytes from elsewhere.

    Raises `NotValid` for duplicate keys, NaN and infinities, lone surrogates, bad UTF-8, and nesting too
    deep to be written again.
    """
    if not raw.strip():
        raise NotValid("is empty")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotValid("is not UTF-8 text") from error
    import json  # a store that only Allies wrote to is never read this way

    try:
        value = json.loads(
            text, object_pairs_hook=_without_duplicates, parse_constant=_no_constant, parse_float=_finite
        )
    except NotValid:
        raise
    except (ValueError, RecursionError) as error:
        raise NotValid("is not JSON") from error
    try:
        encode(value)
    except TypeError as error:
        raise NotValid("holds half a character, a number too long or too deep a nesting") from error
    return value


def digest(raw: bytes) -> str:
    """What tells a snapshot from every other, as 32 hexadecimal digits."""
    return blake2b(raw, digest_size=16).hexdigest()


def checked_line(value: object) -> bytes:
    """A value as one line that carries its own checksum."""
    body = encode(value)
    return b"%s %s\n" % (_checksum(body), body)


def body_of(line: bytes) -> bytes | None:
    """The body of a checked line without its newline; None where the checksum does not fit."""
    given, _, body = line.partition(b" ")
    return body if body and given == _checksum(body) else None


def _checksum(body: bytes) -> bytes:
    return blake2b(body, digest_size=_CHECK_BYTES).hexdigest().encode()


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise NotValid("holds the same key twice")
    return value


def _no_constant(_: str) -> NoReturn:
    raise NotValid("holds a number that is not finite")


def _finite(text: str) -> float:
    number = float(text)
    return number if isfinite(number) else _no_constant(text)
