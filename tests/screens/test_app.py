"""The house: pages, help, palette, keys, looks, and what it says when something is wrong."""

import signal
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import time_machine
from textual.widgets import TextArea

from tui.app import AlliesApp
from tui.clock import civil_today
from tui.domain.records.feedback import Feedback
from tui.page import SCREENS, pages
from tui.settings import Settings
from tui.store import DiskRefused, Store, StoreLocked, StoreUnreadable

from .terminal import Dashboard, RecordingDriver, dashboard

PLANTED = '''"""A page planted by a test."""

from textual.app import ComposeResult
from textual.widgets import Static

from tui.domain.records.network import Network
from tui.page import Page


class PlantedPage(Page):
    """Counts the goals."""

    KEY = "9"
    ORDER = 9
    TITLE = "Planted"
    HELP = "A page from a test. It counts what there is."

    def body(self) -> ComposeResult:
        yield Static(id="count", markup=False)

    def show_network(self, network: Network) -> None:
        self.query_one("#count", Static).update(f"goals: {len(network.goals)}")
'''


@pytest.fixture
def screens(tmp_path: Path) -> Path:
    """A folder of pages with one more in it."""
    folder = tmp_path / "screens"
    folder.mkdir()
    for page in pages():
        (folder / page.file.name).write_text(page.file.read_text())
    (folder / "planted.py").write_text(PLANTED)
    (folder / "guided.py").write_text(
        '"""No page: it has no key."""\n\n\nclass Guided:\n    """Nothing."""\n'
    )
    return folder


def test_the_pages_are_found_without_importing_them(screens: Path) -> None:
    found = pages(screens)
    assert [entry.title for entry in found] == [*(entry.title for entry in pages()), "Planted"]
    assert found[-1].help == "A page from a test. It counts what there is."


async def test_a_planted_page_has_its_key_its_palette_entry_and_its_help(
    path: Path, notes: list[Feedback], screens: Path
) -> None:
    async with dashboard(path, screens=screens) as shown:
        await shown.sees("9 Planted")
        await shown.press("9")
        await shown.sees("goals: 1")
        await shown.press("question_mark")
        await shown.sees("A page from a test.")
        await shown.press("escape", "7")
        await shown.sees("Coach Lena")
        await shown.press("ctrl+p")
        await shown.type("plant")
        await shown.sees("Planted", "A page from a test.")
        await shown.press("enter")
        await shown.sees("goals: 1")


async def test_a_page_out_of_sight_is_up_to_date_when_it_is_shown_again(
    path: Path, notes: list[Feedback], screens: Path, other: Store
) -> None:
    async with dashboard(path, screens=screens) as shown:
        await shown.sees("to sort 2")
        await shown.press("9")
        await shown.sees("goals: 1")
        other.save(Feedback(text="meanwhile", date=date(2026, 3, 18)), label="added feedback")
        await shown.until(lambda: len(shown.network.feedback) == 5)
        await shown.press("7")
        await shown.sees("meanwhile", "to sort 3")


async def test_the_key_of_a_page_that_does_not_exist_does_nothing(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await shown.press("9")
        await shown.sees("Coach Lena")


async def test_the_help_shows_every_key_of_the_page_and_what_the_page_is_for(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path, (80, 60)) as shown:
        await shown.press("question_mark")
        await shown.sees(
            "What people said about your goals",
            "n    Write down new feedback",
            "d    Delete this feedback; u takes it back",
            "To the next row",
            "Everywhere",
            "Take back the last change",
            "Pages",
        )
        await shown.press("escape")
        await shown.sees_no("Everywhere")


async def test_the_palette_runs_what_it_names(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await shown.press("ctrl+p")
        await shown.type("new")
        await shown.sees("Write down new feedback")
        await shown.press("enter")
        await shown.sees("They said")


async def test_a_key_can_be_changed_in_the_settings(path: Path, notes: list[Feedback]) -> None:
    settings = Settings(keymap={"feedback.new": "plus", "app.help": "f2"})
    async with dashboard(path, (160, 50), settings=settings) as shown:
        await shown.sees("+ New", "f2 Keys")
        await shown.press("n")
        await shown.press("f2")
        await shown.sees("+    Write down new feedback")
        await shown.press("escape", "plus")
        await shown.sees("They said")


async def test_what_does_not_fit_in_the_footer_is_behind_the_last_key(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path, (40, 12)) as shown:
        await shown.sees("a Accept", "? Keys")
        assert "q Quit" not in shown.text
        assert len(shown.lines[-1]) <= 40


async def test_a_terminal_without_room_says_so_in_one_line_and_loses_nothing(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path) as shown:
        await shown.press("n")
        await shown.type("half typed")
        await shown.resize(39, 11)
        await shown.sees("This terminal is too small.")
        await shown.sees_no("half typed", "New")
        await shown.resize(80, 24)
        await shown.sees("half typed")
        await shown.type(" and on")
        await shown.sees("half typed and on")


async def test_the_theme_is_changed_for_now_and_kept_only_when_asked(
    path: Path, notes: list[Feedback], tmp_path: Path
) -> None:
    config = tmp_path / "config" / "allies" / "config.toml"
    async with dashboard(path) as shown:
        await shown.press("ctrl+p")
        await shown.type("theme light")
        await shown.sees("Theme: light")
        await shown.press("enter")
        await shown.until(lambda: shown.app.theme == "light")
        assert not config.exists()
        await shown.press("ctrl+p")
        await shown.type("keep this")
        await shown.sees("Keep this theme")
        await shown.press("enter")
        await shown.sees("The theme is kept")
        assert config.read_text() == 'theme = "light"\n'


@pytest.mark.parametrize("theme", ["dark", "light", "ansi", "contrast"])
async def test_every_theme_shows_the_same_words(path: Path, notes: list[Feedback], theme: str) -> None:
    async with dashboard(path, settings=Settings(theme=theme)) as shown:
        await shown.sees("▌Mon 16 Mar", "to sort 2", "? Keys")


async def test_a_settings_file_that_cannot_be_used_is_told_once(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path, settings=Settings(notice="config.toml: 'colour' cannot be used.")) as shown:
        await shown.sees("'colour' cannot be used")


async def test_no_colour_is_sent_where_none_is_wanted(
    path: Path, notes: list[Feedback], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with dashboard(path) as shown:
        await shown.sees("▌Mon 16 Mar")
        assert "\x1b[38;" not in shown.written
        assert ";48;" not in shown.written


async def test_ascii_glyphs_draw_nothing_else(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path, settings=Settings(glyphs="ascii")) as shown:
        await shown.sees("|Mon 16 Mar", "Coach Lena")
        await shown.press("n")
        await shown.sees("New feedback")
        assert shown.text.isascii()


async def test_a_new_day_is_noticed_and_drawn(path: Path, notes: list[Feedback]) -> None:
    with time_machine.travel("2026-12-31 12:00", tick=False) as clock:
        async with dashboard(path, today=civil_today) as shown:
            await shown.sees("Mon 16 Mar ")
            clock.move_to("2027-01-01 12:00")
            shown.app.look_at_the_day()
            await shown.sees("Mon 16 Mar 2026")


async def test_a_store_that_may_only_be_read_says_so_quietly_and_when_one_tries(
    path: Path, notes: list[Feedback], monkeypatch: pytest.MonkeyPatch
) -> None:
    why = "This folder may not be written to, so nothing can be saved."
    monkeypatch.setattr(Store, "read_only", property(lambda _: why))
    async with dashboard(path) as shown:
        await shown.sees("read-only", "Coach Lena")
        await shown.press("d")
        await shown.sees("so nothing can be saved")
        await shown.sees("shorter stride")


async def test_a_disk_that_refuses_leaves_the_form_open_with_all_that_was_typed(
    path: Path, notes: list[Feedback], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Store, label: str) -> Iterator[None]:
        raise DiskRefused("The disk is full; nothing was saved.")

    async with dashboard(path) as shown:
        await shown.press("n")
        await shown.type("precious words")
        monkeypatch.setattr(Store, "transaction", refuse)
        await shown.press("ctrl+o")
        await shown.sees("The disk is full; nothing was saved.", "precious words")


@pytest.mark.parametrize(
    ("error", "words", "code"),
    [
        (StoreUnreadable("network.json is damaged."), "allies restore", 3),
        (StoreLocked("Process 7 is writing."), "Close the other program", 4),
        (DiskRefused("The disk is full."), "Make room", 5),
    ],
)
async def test_a_store_that_cannot_be_opened_is_a_sentence_and_an_exit_code(
    path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, words: str, code: int
) -> None:
    def fail(self: Store, *args: object, **kwargs: object) -> None:
        raise error

    monkeypatch.setattr(Store, "__init__", fail)
    async with dashboard(path) as shown:
        await shown.sees(str(error), words)
        await shown.press("q")
        await shown.until(lambda: shown.app.return_code == code)


async def test_a_damaged_store_is_put_right_from_its_backup_with_one_key(
    path: Path, notes: list[Feedback], other: Store
) -> None:
    other.backup()
    other.close()
    path.with_name("network.json.journal").unlink(missing_ok=True)
    path.write_text('{"broken')
    async with dashboard(path) as shown:
        await shown.sees("The network could not be opened", "r  Put the backup of", "r Restore")
        await shown.press("r")
        await shown.sees("FEEDBACK TO SORT")
        await shown.press("7")
        await shown.sees("Coach Lena", "shorter stride uphill")


async def test_q_goes_back_from_the_help_and_then_leaves(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await shown.press("question_mark")
        await shown.sees("Write down new feedback")
        await shown.press("q")
        await shown.sees_no("Write down new feedback")
        await shown.press("q")
        await shown.until(lambda: shown.app.return_code == 0)


async def test_ctrl_c_says_how_to_leave(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await shown.press("ctrl+c")
        await shown.sees("q leaves Allies")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
async def test_a_signal_keeps_the_half_typed_form_and_leaves_with_its_number(
    path: Path, notes: list[Feedback], other: Store, number: signal.Signals
) -> None:
    async with dashboard(path) as shown:
        await shown.press("n")
        await shown.type("half typed")
        shown.app.leave_on(number)
        await shown.until(lambda: shown.app.return_code == 128 + number)
    assert other.drafts.names() == ["feedback-new"]
    async with dashboard(path) as again:
        await again.press("n")
        await again.sees("half typed", "This is what you had typed")


async def test_a_signal_keeps_even_what_was_typed_just_before_it(
    path: Path, notes: list[Feedback], other: Store
) -> None:
    async with dashboard(path) as shown:
        await shown.press("n")
        await shown.sees("They said")
        shown.app.screen.query_one(TextArea).insert("half typed")
        shown.app.leave_on(signal.SIGTERM)
    assert other.drafts.names() == ["feedback-new"]


async def test_keys_pressed_before_the_network_is_there_are_kept(path: Path, notes: list[Feedback]) -> None:
    from tui.clock import fixed

    from .terminal import TODAY

    app = AlliesApp(path, fixed(TODAY), Settings(), driver_class=RecordingDriver)
    async with app.run_test(headless=False, size=(80, 24)) as pilot:
        await pilot.press("j")
        shown = Dashboard(app, pilot, (80, 24))
        await shown.until(lambda: shown.cursor.startswith("▌b Ana"))


def test_the_pages_of_the_program_are_in_its_own_folder() -> None:
    assert pages() == pages(SCREENS)


async def test_a_store_that_goes_away_and_comes_back_is_told_and_followed_again(
    path: Path, notes: list[Feedback], other: Store
) -> None:
    async with dashboard(path) as shown:
        await shown.sees("shorter stride")
        aside = path.with_name("aside")
        path.rename(aside)
        await shown.sees("has gone since it was opened", "read-only")
        aside.rename(path)
        await shown.sees("can be written again")
        await shown.sees_no("read-only")
        other.save(Feedback(text="from elsewhere", date=date(2026, 3, 18)), label="added feedback")
        await shown.sees("from elsewhere")


async def test_a_lock_held_by_another_program_does_not_end_the_following(
    path: Path, notes: list[Feedback], other: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused: list[bool] = []

    def refuse(self: Store) -> bool:
        refused.append(True)
        raise StoreLocked("Another program is writing to the store; try again.")

    monkeypatch.setattr(Store, "tidy", refuse)
    monkeypatch.setattr("tui.house.following.FOLD_AFTER", 0.0)
    async with dashboard(path) as shown:
        await shown.until(lambda: refused)
        other.save(Feedback(text="from elsewhere", date=date(2026, 3, 18)), label="added feedback")
        await shown.sees("from elsewhere")


async def test_back_from_the_shell_everything_is_painted_anew(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await shown.sees("Coach Lena")
        before = len(shown.written)
        shown.app.app_resume_signal.publish(shown.app)
        await shown.until(lambda: "Coach Lena" in shown.written[before:])
        assert "ALLIES" in shown.written[before:]
