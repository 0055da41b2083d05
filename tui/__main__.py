"""The entry point of the `allies` command and of `python -m tui`."""

import os


def main() -> None:
    """Run the command line."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")  # what else is installed runs nothing in here
    from tui.cli import run

    run()


if __name__ == "__main__":
    main()
