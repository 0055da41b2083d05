"""What the tests of whole programs share with those of the screens."""

from tests.screens.conftest import _own_settings, notes, other, path

__all__ = ["_own_settings", "notes", "other", "path"]
