"""The dashboard."""

from textual.app import App


class AlliesApp(App[None]):
    """The dashboard: its pages, its keys, and the store it follows."""

    TITLE = "Allies"
