"""The dashboard."""

from pathlib import Path

from textual.app import App

from tui.clock import Today


class AlliesApp(App[None]):
    """The dashboard: its pages, its keys, and the store it follows."""

    TITLE = "Allies"

    def __init__(self, store_path: Path, today: Today) -> None:
        super().__init__()
        self.store_path = store_path
        self.today = today
