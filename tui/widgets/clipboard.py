"""The clipboard of the terminal: what to say of a copy, for not every terminal takes one."""

from collections.abc import Mapping

_WITHOUT = ("linux", "vt100", "vt220", "dumb")


def said_of_copy(environment: Mapping[str, str]) -> str:
    """What to say after handing something to the terminal's clipboard (OSC 52).

    Nobody can ask a terminal whether it took it, so where it may not have, another way is named.
    """
    if environment.get("TERM", "") in _WITHOUT:
        return "This terminal has no clipboard. w saves the message as a file."
    if environment.get("TERM_PROGRAM") == "Apple_Terminal":
        return "Apple's Terminal takes no copies from programs. w saves the message as a file."
    if "TMUX" in environment or "STY" in environment:
        return "Copied, if tmux or screen allows it (set-clipboard on). w saves a file."
    if "VTE_VERSION" in environment:
        return "Copied, if this terminal allows it. w saves a file."
    return "Copied."
