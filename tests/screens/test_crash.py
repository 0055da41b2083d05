"""An error nobody expected ends the dashboard with a short report, and nothing of what people wrote."""

from pathlib import Path

import pytest

from tui.crash import report, where
from tui.store import Refused, Store

from .terminal import dashboard

SECRET = "Mara is leaving her husband"
FALLS = f'''"""A page that falls."""

from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from tui.page import Page


class Rich(Exception):
    def __rich__(self) -> str:
        return str(self)


class FallingPage(Page):
    """Falls."""

    KEY = "9"
    ORDER = 9
    TITLE = "Falling"
    HELP = "It falls."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "key", "Key", id="falling.key", tooltip="Fall on a key"),
        Binding("b", "work", "Work", id="falling.work", tooltip="Fall in a worker"),
        Binding("c", "rich", "Rich", id="falling.rich", tooltip="Fall with an error that draws itself"),
    ]

    def action_key(self) -> None:
        note = {SECRET!r}
        raise ValueError(note)

    @work(thread=True)
    def action_work(self) -> None:
        self.action_key()

    def action_rich(self) -> None:
        raise Rich({SECRET!r})
'''


@pytest.mark.parametrize("key", ["a", "b", "c"])
async def test_the_report_of_a_crash_holds_nothing_of_what_people_wrote(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], key: str
) -> None:
    (tmp_path / "screens").mkdir()
    (tmp_path / "screens" / "falling.py").write_text(FALLS)
    with pytest.raises(Exception, match="leaving"):  # noqa: PT012 - it ends while the dashboard is left
        async with dashboard(path, screens=tmp_path / "screens") as shown:
            await shown.press("escape", key)
            await shown.until(lambda: shown.app.return_code == 1)
    said = capsys.readouterr().err
    assert SECRET not in said
    assert SECRET not in shown.written
    assert "Something went wrong inside Allies" in said
    assert "To report it, pass on this line" in said
    assert ("Rich" if key == "c" else "Error") in said
    assert len(said.splitlines()) <= 8


async def test_what_was_half_typed_when_it_fell_comes_back(path: Path, other: Store) -> None:
    with pytest.raises(ZeroDivisionError):  # noqa: PT012 - it ends while the dashboard is left
        async with dashboard(path) as shown:
            await shown.press("n")
            await shown.type("half typed")
            shown.app.call_later(lambda: 1 // 0)
            await shown.until(lambda: shown.app.return_code == 1)
    assert other.drafts.names() == ["feedback-new"]


def test_a_place_is_told_without_its_folder() -> None:
    with pytest.raises(Refused) as caught:
        Store(Path("\0"))
    assert where(caught.value).startswith("places.py:")
    assert "/" not in where(caught.value)
    assert "Refused at places.py:" in report(caught.value)
