"""Every page, the questionnaire, the help and a form, as they look at three sizes.

A page that is added is looked at without a word here. `make goldens` keeps all screens as they look now.
"""

from pathlib import Path

import pytest

from tui.demo import write_demo

from .golden import Goldens
from .terminal import TODAY, dashboard
from .walking import walk_the_pages, walk_the_questionnaire
from .walking_import import walk_the_import, walk_the_twins

SIZES = [(60, 20), (80, 24), (160, 50)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_screen_looks_as_it_is_kept(tmp_path: Path, size: tuple[int, int]) -> None:
    goldens = Goldens(size)
    write_demo(tmp_path / "demo.json", TODAY)
    async with dashboard(tmp_path / "demo.json", size, page="1") as shown:
        await walk_the_pages(shown, goldens.see)
        await walk_the_import(shown, goldens.see, tmp_path / "contacts.vcf")
        await walk_the_twins(shown, goldens.see)
    async with dashboard(tmp_path / "empty.json", size, greeted=True) as shown:
        await goldens.see(shown, "welcome")
        await walk_the_questionnaire(shown, goldens.see)
    goldens.settle_up()


@pytest.fixture
async def a_goal_kept(tmp_path: Path) -> Path:
    """A folder in which the page of goals was kept as it looks without any."""
    goldens = Goldens((60, 20), tmp_path / "goldens", renew=True)
    async with dashboard(tmp_path / "empty.json", (60, 20), page="2") as shown:
        await goldens.see(shown, "goals")
    return tmp_path / "goldens"


async def test_what_looks_different_is_shown_line_by_line(tmp_path: Path, a_goal_kept: Path) -> None:
    [file] = a_goal_kept.rglob("*.txt")
    file.write_text(file.read_text(encoding="utf-8").replace("ALLIES", "ENEMIES"), encoding="utf-8")
    (file.parent / "gone.txt").write_text("a screen that was", encoding="utf-8")
    goldens = Goldens((60, 20), a_goal_kept, renew=False)
    async with dashboard(tmp_path / "empty.json", (60, 20), page="2") as shown:
        await goldens.see(shown, "goals")
    with pytest.raises(AssertionError, match=r"(?s)make goldens.*- ENEMIES.*\+ ALLIES.*gone\.txt"):
        goldens.settle_up()
