"""What is given to a command: text, files and JSON, each taken as it is or refused with a sentence."""

import json
import sys
from pathlib import Path

from .ending import Failed

_DEEPEST = 32


def given_text(path: str) -> str:
    """The text of a file, or of stdin for `-`. It has to be UTF-8."""
    if path == "-":
        data = sys.stdin.buffer.read() if sys.stdin is not None else b""
    else:
        data = Path(path).read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Failed(f"{_named(path)} is not UTF-8 text.") from None


def given_json(path: str) -> object:
    """The JSON value in a file, or on stdin for `-`: strict, so that nothing is taken for what it is not."""
    text = given_text(path)
    try:
        value = json.loads(text, object_pairs_hook=_without_repeats, parse_constant=_no_constant)
        _shallow(value)
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise Failed(f"{_named(path)} holds half a character (a lone surrogate).") from None
    except (RecursionError, _TooDeep):
        raise Failed(f"{_named(path)} is nested too deeply.") from None
    except json.JSONDecodeError as error:
        raise Failed(f"{_named(path)} is not JSON: {error.msg} in line {error.lineno}.") from None
    except ValueError as error:
        raise Failed(f"{_named(path)} is not JSON that can be taken: {error}.") from None
    return value


def _named(path: str) -> str:
    return "What came on stdin" if path == "-" else path


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    named = dict(pairs)
    if len(named) != len(pairs):
        repeated = next(name for name, _ in pairs if sum(other == name for other, _ in pairs) > 1)
        raise ValueError(f'"{repeated}" is there twice')
    return named


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is not a number")


class _TooDeep(Exception):
    """Lists in lists in lists."""


def _shallow(value: object) -> None:
    level = [value]
    for _ in range(_DEEPEST):
        level = [
            inner
            for item in level
            if isinstance(item, (dict, list))
            for inner in (item.values() if isinstance(item, dict) else item)
        ]
        if not level:
            return
    raise _TooDeep
