"""A text kept as a file of its own, for the person alone."""

import os
from itertools import count
from pathlib import Path

from tui.domain.language.text import fold

_LONGEST_NAME = 60


def save_text(folder: Path, name: str, text: str) -> Path:
    """Write the text into a new file in the folder; its path. Never over another file. Raises `OSError`."""
    stem = file_name(name)
    for number in count(1):
        path = folder / f"{stem}{'' if number == 1 else f'-{number}'}.txt"
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        except FileExistsError:
            continue
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text.rstrip("\n") + "\n")
        return path
    raise AssertionError("counting never ends")


def file_name(words: str) -> str:
    """Words as the name of a file: plain letters and digits, joined by dashes.

    >>> file_name("To Renée, 18 March")
    'to-renee-18-march'
    """
    plain = "".join(
        character if character.isalnum() else " " for character in fold(words) if character.isascii()
    )
    return "-".join(plain.split())[:_LONGEST_NAME].strip("-") or "note"
