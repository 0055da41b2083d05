"""The list widget: any length, one cursor, and only what is seen is drawn."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.app import App, ComposeResult
from textual.content import Content
from textual.pilot import Pilot

from tui.theme import THEMES
from tui.widgets.row_list import RowList

Row = tuple[str, str]


class Listing(App[None]):
    """An app with nothing but a list."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn = 0
        self.opened: list[str] = []
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "dark"

    def compose(self) -> ComposeResult:
        yield RowList[Row](self._draw, lambda row: row[0])

    def _draw(self, row: Row, width: int) -> Content:
        self.drawn += 1
        return Content(row[1])

    def on_row_list_opened(self) -> None:
        self.opened.append(self.rows.current[0] if self.rows.current else "")

    @property
    def rows(self) -> RowList[Row]:
        return self.query_one(RowList)


def numbered(count: int, start: int = 0) -> list[Row]:
    return [(str(number), f"row {number}") for number in range(start, start + count)]


@asynccontextmanager
async def listing(rows: list[Row]) -> AsyncIterator[tuple[Listing, Pilot[None]]]:
    app = Listing()
    async with app.run_test(size=(40, 12)) as pilot:
        app.rows.show(rows)
        await pilot.pause()
        yield app, pilot


async def test_only_the_rows_in_sight_are_drawn() -> None:
    async with listing(numbered(100_000)) as (app, pilot):
        app.drawn = 0
        await pilot.press("G")
        assert app.rows.current == ("99999", "row 99999")
        assert app.drawn < 100


async def test_the_cursor_moves_by_keys_and_stays_in_the_list() -> None:
    async with listing(numbered(30)) as (app, pilot):
        await pilot.press("k")
        assert app.rows.place == 0
        await pilot.press("j", "down", "j")
        assert app.rows.place == 3
        await pilot.press("pagedown")
        assert app.rows.place == 14
        await pilot.press("G", "j")
        assert app.rows.place == 29
        await pilot.press("g")
        assert app.rows.place == 0


async def test_new_rows_leave_the_cursor_on_its_row_at_its_height() -> None:
    async with listing(numbered(50)) as (app, pilot):
        await pilot.press(*"jjjjjjjjjjjjjjjjjjjj")
        height = app.rows.place - app.rows.scroll_offset.y
        app.rows.show(numbered(60, -10))
        await pilot.pause()
        assert app.rows.current == ("20", "row 20")
        assert app.rows.place - app.rows.scroll_offset.y == height


async def test_a_list_that_is_told_where_a_row_stands_takes_the_word_for_it() -> None:
    async with listing(numbered(9)) as (app, pilot):
        await pilot.press("j")
        twins = [*numbered(9), ("1", "its twin")]
        app.rows.show(twins, where={"1": 9}.get)
        app.rows.go_to("1")
        assert app.rows.current == ("1", "row 1")  # it is under the cursor still: nothing was to be found
        app.rows.show(numbered(9, 20), where={"1": 9}.get, from_the_top=True)
        app.rows.show([*numbered(9, 20), ("1", "its twin")], where={"1": 9}.get)
        app.rows.go_to("1")
        assert app.rows.current == ("1", "its twin")
        app.rows.go_to("25")
        assert app.rows.awaited == "25"


async def test_where_the_row_is_gone_the_one_in_its_place_is_chosen() -> None:
    async with listing(numbered(5)) as (app, pilot):
        await pilot.press("j", "j")
        app.rows.show([row for row in numbered(5) if row[0] != "2"])
        assert app.rows.current == ("3", "row 3")
        app.rows.show(numbered(1))
        assert app.rows.current == ("0", "row 0")


async def test_a_first_part_without_the_row_under_the_cursor_gives_it_back_with_the_rest() -> None:
    async with listing(numbered(9)) as (app, pilot):
        await pilot.press("G")
        app.rows.show(numbered(5), more=True)
        app.rows.show(numbered(9))
        assert app.rows.current == ("8", "row 8")
        app.rows.show(numbered(5), more=True)
        await pilot.press("k")
        app.rows.show(numbered(9))
        assert app.rows.current == ("3", "row 3")


async def test_a_list_without_rows_has_no_cursor_and_opens_nothing() -> None:
    async with listing([]) as (app, pilot):
        await pilot.press("j", "G", "enter")
        assert app.rows.current is None
        assert app.opened == []


async def test_the_cursor_passes_over_headings() -> None:
    rows = [("", "INNER"), ("1", "Ana"), ("", "OUTER"), ("2", "Dev")]
    async with listing(rows) as (app, pilot):
        assert app.rows.current == ("1", "Ana")
        await pilot.press("j")
        assert app.rows.current == ("2", "Dev")
        await pilot.press("k", "k")
        assert app.rows.current == ("1", "Ana")


async def test_keys_pressed_before_there_are_rows_count_when_there_are() -> None:
    app = Listing()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("j", "j")
        app.rows.show(numbered(9))
        assert app.rows.current == ("2", "row 2")


async def test_rows_that_look_as_before_are_not_drawn_again_but_in_another_look_or_theme_they_are() -> None:
    def seen() -> str:
        return "\n".join(app.rows.render_line(y).text.strip() for y in range(4))

    async with listing([]) as (app, pilot):
        app.rows.show(numbered(5), look="first")
        await pilot.pause()
        app.drawn = 0
        app.rows.show(numbered(3, start=2), look="first")
        await pilot.pause()
        assert seen() == "▌row 2\nrow 3\nrow 4\n"
        assert app.drawn == 1, "only the one that came under the cursor"
        app.rows.show([("2", "renamed"), *numbered(2, start=3)], look="second")
        await pilot.pause()
        assert seen() == "▌renamed\nrow 3\nrow 4\n"
        app.drawn = 0
        app.theme = "light"
        await pilot.pause()
        assert app.drawn >= 3


async def test_a_heading_is_drawn_anew_even_in_the_same_look() -> None:
    async with listing([]) as (app, pilot):
        app.rows.show([("", "INNER  2"), *numbered(2)], look="same")
        await pilot.pause()
        app.rows.show([("", "INNER  1"), *numbered(1)], look="same")
        await pilot.pause()
        assert "INNER  1" in app.rows.render_line(0).text


async def test_the_cursor_goes_to_a_row_as_soon_as_there_is_one() -> None:
    async with listing(numbered(5)) as (app, _):
        app.rows.go_to("7")
        assert app.rows.current == ("0", "row 0")
        app.rows.show(numbered(9))
        assert app.rows.current == ("7", "row 7")
        app.rows.show(numbered(3))
        assert app.rows.current == ("2", "row 2")


async def test_a_click_chooses_and_a_double_click_opens() -> None:
    async with listing(numbered(5)) as (app, pilot):
        await pilot.click(RowList, offset=(3, 3))
        assert app.rows.current == ("3", "row 3")
        await pilot.double_click(RowList, offset=(3, 3))
        await pilot.pause()
        assert app.opened == ["3"]
