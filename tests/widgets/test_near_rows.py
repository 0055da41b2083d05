"""The folders of address books near at hand, as they are shown."""

from pathlib import Path

import pytest

from tui.interchange.near import Near
from tui.widgets.near_rows import NearRows


@pytest.mark.parametrize(
    ("folder", "shown"),
    [
        ("/home/ann", "~"),
        ("/home/ann/Downloads", "~/Downloads"),
        ("/home/anna/Desktop", "/home/anna/Desktop"),
        ("/mnt/home/ann", "/mnt/home/ann"),
    ],
)
def test_only_a_folder_of_ones_own_begins_with_a_tilde(
    monkeypatch: pytest.MonkeyPatch, folder: str, shown: str
) -> None:
    monkeypatch.setenv("HOME", "/home/ann")
    rows = NearRows()
    line = rows._draw(Near(Path(folder) / "people.vcf", 2_000, 0.0), 100).plain
    assert line.split() == ["people.vcf", shown, "2", "kB"]
