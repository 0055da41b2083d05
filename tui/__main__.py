"""The entry point of the `allies` command and of `python -m tui`."""


def main() -> None:
    """Run the command line."""
    from tui.cli import run

    run()


if __name__ == "__main__":
    main()
