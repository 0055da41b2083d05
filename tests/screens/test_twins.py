"""Who may be there twice: compared, made one, or remembered to be two, and all of it taken back."""

from pathlib import Path

from tui.domain.people.twins import are_two
from tui.domain.records.supporter import Supporter
from tui.store import Store

from .hostile import TEXTS
from .terminal import dashboard
from .test_hostile import assert_clean


async def test_pairs_are_compared_made_one_or_told_apart_and_asked_again_once_that_is_taken_back(
    path: Path, other: Store
) -> None:
    ana, double, mara, marah = other.save(
        Supporter(name="Ana Ribeiro", circle="inner", birthday="1990-04-12"),
        Supporter(name="Ribeiro Ana", circle="outer", emails=("ana@example.pt",)),
        Supporter(name="Mara Lindqvist"),
        Supporter(name="Mara Lindquist"),
        label="added supporters",
    )
    async with dashboard(path, page="3") as shown:
        await shown.sees("Mara Lindquist")
        await shown.press("D")
        await shown.sees("THERE TWICE?", "2 pairs", "in another order", "nearly the same name")
        await shown.press("n")
        await shown.sees("1 pair may", "are two people")
        await shown.press("u")
        await shown.sees("2 pairs", "Took back")
        await shown.press("g", "enter")
        await shown.sees("The same person?", "✓ inner", "outer", "ana@example.pt", "Make one")
        await shown.press("enter", "enter", "enter", "enter")
        await shown.sees("ctrl+o makes one of them, n keeps two.")
        await shown.press("ctrl+o")
        await shown.until(lambda: double.id not in shown.network.supporters)
        assert shown.network.supporters[ana.id].emails == ("ana@example.pt",)
        await shown.sees("1 pair may")
        await shown.press("enter")
        await shown.sees("The same person?", "Mara Lindqvist")
        await shown.press("n")
        await shown.sees("Nobody seems to be there twice.")
        assert are_two(*(shown.network.supporters[one.id] for one in (mara, marah)))
        await shown.press("u")
        await shown.sees("1 pair may")
        await shown.press("n")
        await shown.sees("Nobody seems to be there twice.")
        await shown.press("escape")
        await shown.sees("▌3 Supporters▐")


async def test_n_pressed_twice_at_once_is_about_two_pairs(path: Path, other: Store) -> None:
    names = ("Ana Ribeiro", "Ribeiro Ana", "Mara Lindqvist", "Mara Lindquist")
    other.save(*(Supporter(name=name) for name in names), label="added supporters")
    async with dashboard(path, page="3") as shown:
        await shown.press("D")
        await shown.sees("2 pairs")
        await shown.press_at_once("n", "n")
        await shown.sees("Nobody seems to be there twice.", "Mara")
        await shown.press("u")
        await shown.sees("1 pair may", "Mara Lindqvist")


async def test_the_palette_finds_whoever_is_there_twice_and_hostile_names_stay_text(
    path: Path, other: Store
) -> None:
    names = [text for text in TEXTS if text.strip()]
    other.save(*(Supporter(name=f"{text[:99]}{n}") for text in names for n in "ab"), label="added supporters")
    async with dashboard(path, (160, 50), page="3") as shown:
        await shown.press("ctrl+p")
        await shown.type("duplicates")
        await shown.sees("there twice")
        await shown.press("enter")
        await shown.sees("THERE TWICE?")
        await shown.until(lambda: "Looking" not in shown.text)
        await shown.press("enter")
        await shown.settled()
        assert_clean(shown)
