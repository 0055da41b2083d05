"""The command line: the plain, scriptable and accessible road to everything the screens do."""


def run() -> None:
    """Run one command, or open the dashboard."""
    from tui.app import AlliesApp

    AlliesApp().run()
