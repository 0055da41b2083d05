"""People are written for address books from the dashboard, and what cannot be written is said in the form."""

import stat
from pathlib import Path

from tui.domain.records.supporter import Supporter
from tui.store import Store

from .terminal import dashboard


async def test_those_a_filter_shows_are_written_for_an_address_book(
    path: Path, tmp_path: Path, other: Store
) -> None:
    other.save(
        Supporter(
            name="Ana Ribeiro", circle="inner", emails=("ana@example.pt",), sensitive=True, notes="shy"
        ),
        Supporter(name="Ben Otieno", circle="outer"),
        label="added supporters",
    )
    (tmp_path / "there.vcf").write_text("mine")
    async with dashboard(path) as shown:
        await shown.press("ctrl+p")
        await shown.type("export")
        await shown.sees("Export contacts")
        await shown.press("enter")
        await shown.sees("▌3 Supporters▐", "Export 2 people")
        await shown.press("escape")
        await shown.sees_no("Export 2 people")
        await shown.press("slash")
        await shown.type("circle:inner")
        await shown.press("enter")
        await shown.sees_no("Ben Otieno")
        await shown.press("E")
        await shown.sees("Export 1 person", "~/people.vcf")
        for typed, said in (
            (tmp_path / "there.vcf", "It is there already"),
            (tmp_path / "people.doc", "End it in .vcf"),
            (tmp_path / "nowhere" / "people.vcf", "It cannot be written: No such file or directory."),
            (f"{'a' * 300}.vcf", "It cannot be written: File name too long."),
        ):
            await shown.press("ctrl+u")
            await shown.type(str(typed))
            await shown.press("ctrl+o")
            await shown.sees(said)
        file = tmp_path / "new people.vcf"
        await shown.press("ctrl+u")
        await shown.type(str(file))
        await shown.press("ctrl+o")
        await shown.sees("1 written to")
    written = file.read_text()
    assert "Ana Ribeiro" in written
    assert "Ben" not in written
    assert "shy" not in written
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert (tmp_path / "there.vcf").read_text() == "mine"


async def test_whoever_looks_for_address_books_finds_them_in_the_palette(path: Path, other: Store) -> None:
    other.save(Supporter(name="Ana"), label="added Ana")
    async with dashboard(path) as shown:
        for typed, found in (
            ("import", "Import contacts"),
            ("contacts", "Export contacts"),
            ("merge", "Duplicates: merge who is there twice"),
            ("duplicates", "Compare those who may be the same person"),
        ):
            await shown.press("ctrl+p")
            await shown.type(typed)
            await shown.sees(found)
            await shown.press("escape")
            await shown.sees_no(found)
