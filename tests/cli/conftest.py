"""An empty store to run commands on."""

from pathlib import Path

import pytest

from .running import Allies


@pytest.fixture
def allies(tmp_path: Path) -> Allies:
    """The command on an empty store."""
    return Allies(tmp_path / "network.json")
