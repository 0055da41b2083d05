"""The person's settings, read from `config.toml`."""

import os
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

Glyphs = Literal["unicode", "ascii"]

THEMES = ("dark", "light", "ansi", "contrast")
_THEME_LINE = re.compile(r"^theme\s*=.*$", re.MULTILINE)


@dataclass(frozen=True)
class Settings:
    """How Allies looks and which keys it takes. `notice` is a sentence about what could not be used."""

    theme: str = "dark"
    motion: bool = True
    glyphs: Glyphs = "unicode"
    mouse: bool = True
    keymap: Mapping[str, str] = field(default_factory=dict)
    notice: str = ""


def read_settings(path: Path) -> Settings:
    """The settings in the file; defaults for what it does not say or says wrongly."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError:
        return Settings(notice="config.toml cannot be read, so the usual settings are used.")

    import tomllib

    try:
        table = tomllib.loads(raw.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        where = re.search(r"line \d+", str(error))
        at = f" at {where[0]}" if where else ""
        return Settings(notice=f"config.toml is not valid TOML{at}, so the usual settings are used.")
    return _settled(table)


def _settled(table: dict[str, Any]) -> Settings:
    # The values are of any type: that is what is checked here.
    usual = Settings()
    wrong: list[str] = []

    def choice(name: str, allowed: tuple[str, ...], otherwise: str) -> str:
        value = table.pop(name, otherwise)
        if isinstance(value, str) and value in allowed:
            return value
        wrong.append(name)
        return otherwise

    def switch(name: str, otherwise: bool) -> bool:
        value = table.pop(name, otherwise)
        if isinstance(value, bool):
            return value
        wrong.append(name)
        return otherwise

    theme = choice("theme", THEMES, usual.theme)
    glyphs: Glyphs = "ascii" if choice("glyphs", ("unicode", "ascii"), usual.glyphs) == "ascii" else "unicode"
    motion = switch("motion", usual.motion)
    mouse = switch("mouse", usual.mouse)
    keymap = table.pop("keymap", {})
    if not isinstance(keymap, dict) or not all(_is_key(keys) for keys in keymap.values()):
        wrong.append("keymap")
        keymap = {}
    wrong.extend(table)
    return Settings(theme, motion, glyphs, mouse, keymap, _sentence(wrong))


def _is_key(keys: object) -> bool:
    return isinstance(keys, str) and all(key.strip() for key in keys.split(","))


def _sentence(wrong: list[str]) -> str:
    if not wrong:
        return ""
    shown = ", ".join(repr(name[:40]) for name in wrong[:3])
    more = f" and {len(wrong) - 3} more" if len(wrong) > 3 else ""
    return f"config.toml: {shown}{more} cannot be used and was left out."


def keep_theme(path: Path, theme: str) -> None:
    """Remember a theme: the line that says so is changed or added, all else stays. Raises `OSError`."""
    line = f'theme = "{theme}"'
    try:
        text = path.read_text()
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        text = ""
    head, table, rest = re.match(r"(?s)(.*?)((?:^\[|\Z))(.*)", text, re.MULTILINE).groups()  # type: ignore[union-attr]
    head = _THEME_LINE.sub(line, head, count=1) if _THEME_LINE.search(head) else f"{line}\n{head}"
    descriptor, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(descriptor, "w") as file:
        file.write(head + table + rest)
    Path(name).replace(path)
