"""A text in the person's own editor."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path


class EditorFailed(Exception):
    """The editor did not do it. Its text is a sentence for the person."""


def edit_text(text: str) -> str:
    """What the text is after the editor named by $VISUAL or $EDITOR. Raises `EditorFailed`.

    The text lies in a file that only the person may read, and which is gone afterwards.
    """
    try:
        command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi") or ["vi"]
    except ValueError:
        raise EditorFailed("$VISUAL or $EDITOR is not a command: a quote is not closed.") from None
    descriptor, name = tempfile.mkstemp(prefix="allies-", suffix=".txt")
    path = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        ended = subprocess.run([*command, name], check=False)  # noqa: S603
        if ended.returncode:
            raise EditorFailed(f"The editor {command[0]} ended with an error; nothing was changed.")
        return path.read_text(encoding="utf-8").removesuffix("\n")
    except UnicodeError:
        raise EditorFailed("What the editor left is not text; nothing was changed.") from None
    except OSError as error:
        reason = error.strerror or "it could not be started"
        raise EditorFailed(
            f"The editor {command[0]} failed: {reason}. Set $EDITOR to the one you use."
        ) from None
    finally:
        path.unlink(missing_ok=True)
