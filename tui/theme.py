"""Our four themes: one accent, quiet greys, one kind of border."""

from collections.abc import Mapping

from textual.theme import Theme


def _variables(ground: str, colours: Mapping[str, str]) -> dict[str, str]:
    backs = ("background", "background-hover", "background-active", "corner-color")
    return {
        **colours,
        **{f"scrollbar-{back}": ground for back in backs},
        "border": colours["line"],
        "border-blurred": colours["line"],
    }


_DARK = _variables(
    "#16181d",
    {
        "quiet": "#8b929d",
        "line": "#3a404a",
        "row": "#262b33",
        "row-blurred": "#1f232a",
        "input-cursor-background": "#e8b45e",
        "input-cursor-foreground": "#16181d",
        "input-cursor-text-style": "none",
        "input-selection-background": "#e8b45e 30%",
        "scrollbar": "#3a404a",
        "scrollbar-hover": "#4a515d",
        "scrollbar-active": "#e8b45e",
    },
)

_LIGHT = _variables(
    "#faf8f3",
    {
        "quiet": "#646058",
        "line": "#cdc7bb",
        "row": "#ece7dc",
        "row-blurred": "#f2eee5",
        "input-cursor-background": "#8f4a08",
        "input-cursor-foreground": "#faf8f3",
        "input-cursor-text-style": "none",
        "input-selection-background": "#8f4a08 25%",
        "scrollbar": "#cdc7bb",
        "scrollbar-hover": "#b8b1a3",
        "scrollbar-active": "#8f4a08",
    },
)

_CONTRAST = _variables(
    "#000000",
    {
        "quiet": "#ffffff",
        "line": "#ffffff",
        "row": "#00406b",
        "row-blurred": "#00263f",
        "input-cursor-background": "#ffe14d",
        "input-cursor-foreground": "#000000",
        "input-cursor-text-style": "none",
        "input-selection-background": "#00406b",
        "scrollbar": "#ffffff",
        "scrollbar-hover": "#ffffff",
        "scrollbar-active": "#ffe14d",
    },
)

_ANSI = _variables(
    "ansi_default",
    {
        "quiet": "ansi_default",
        "line": "ansi_bright_black",
        "row": "ansi_default",
        "row-blurred": "ansi_default",
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "scrollbar": "ansi_bright_black",
        "scrollbar-hover": "ansi_bright_black",
        "scrollbar-active": "ansi_yellow",
        "input-cursor-background": "ansi_default",
        "input-cursor-foreground": "ansi_default",
        "input-cursor-text-style": "reverse",
    },
)

THEMES = (
    Theme(
        "dark",
        primary="#e8b45e",
        accent="#e8b45e",
        secondary="#8b929d",
        warning="#e5c07b",
        error="#ee8d83",
        success="#9cc28a",
        foreground="#dcdfe4",
        background="#16181d",
        surface="#1f232a",
        panel="#1f232a",
        variables=_DARK,
    ),
    Theme(
        "light",
        primary="#8f4a08",
        accent="#8f4a08",
        secondary="#646058",
        warning="#7a5600",
        error="#a92a20",
        success="#3c6a2b",
        foreground="#24211c",
        background="#faf8f3",
        surface="#f2eee5",
        panel="#f2eee5",
        dark=False,
        variables=_LIGHT,
    ),
    Theme(
        "ansi",
        primary="ansi_yellow",
        accent="ansi_yellow",
        secondary="ansi_bright_black",
        warning="ansi_yellow",
        error="ansi_red",
        success="ansi_green",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        ansi=True,
        variables=_ANSI,
    ),
    Theme(
        "contrast",
        primary="#ffe14d",
        accent="#ffe14d",
        secondary="#ffffff",
        warning="#ffe14d",
        error="#ffb3ab",
        success="#a6ff9e",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#000000",
        variables=_CONTRAST,
    ),
)
"""Every theme sets `quiet` (secondary text), `line` (borders) and `row` (the row under the cursor)."""
