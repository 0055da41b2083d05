"""Hands a link to the program that the person's desktop opens such links with."""

import shutil
import subprocess
import sys

_PATIENCE = 3.0


class NothingOpens(Exception):
    """Nothing here opens such a link. Its text is a sentence for the person."""


def open_mail(link: str) -> None:
    """Open a mailto link; called in a thread, for it waits a moment for a refusal. Raises `NothingOpens`.

    The program gets neither our terminal nor our signals; no shell reads the link.
    """
    if not link.startswith("mailto:"):
        raise ValueError("only mail is opened")
    opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if opener is None:
        raise NothingOpens("Nothing here opens mail (xdg-open is missing). y copies the message, w saves it.")
    try:
        program = subprocess.Popen(  # noqa: S603 - an argument list, and the link begins with mailto:
            [opener, link],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        code = program.wait(timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        return
    except OSError as error:
        raise NothingOpens(
            f"The mail program did not open: {error.strerror}. y copies the message."
        ) from None
    if code:
        raise NothingOpens("No mail program answered. y copies the message, w saves it as a file.")
