"""The folder a store is in."""

from . import disk
from .places import Places


def make_default_home(places: Places) -> None:
    """Make the missing folders above a store in its default place; above any other make none.

    Raises `OSError`.
    """
    from tui.paths import default_store

    if places.snapshot == default_store().resolve():
        for folder in reversed([places.home, *places.home.parents]):
            if not folder.is_dir():
                disk.make_folder(folder)
