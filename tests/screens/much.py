"""A walk through a large store with the keys, checked step by step against what it should show."""

from pathlib import Path

from tui.store import Store

from .terminal import TODAY, Dashboard, dashboard


async def walk(path: Path) -> None:
    """Open, filter, scroll, edit and triage; then take both changes back.

    The supporters are called "Mara 00010" and so on, the notes end in "number 17": `make` makes such.
    """
    store = Store(path)
    before = store.network
    names = sorted(one.name for one in before.supporters.values())
    texts = [note.text for note in before.feedback.values()]
    store.close()
    async with dashboard(path, page="3") as shown:
        await _find_scroll_and_edit(shown, names)
        await shown.press("7")
        await _filter_and_sort(shown, texts)
        await shown.press("u")
        await shown.until(lambda: shown.network.seq == before.seq + 3)
        await shown.press("u")
        await shown.until(lambda: shown.network.seq == before.seq + 4)
    store = Store(path)
    for table in ("supporter", "feedback"):
        after = store.network.shelves[table]
        assert {id_: one.content() for id_, one in after.items()} == {
            id_: one.content() for id_, one in before.shelves[table].items()
        }
    store.close()


async def _find_scroll_and_edit(shown: Dashboard, names: list[str]) -> None:
    await shown.sees(f"{len(names)} supporters", "Ana 00001")
    await shown.press("G")
    await shown.until(lambda: names[-1] in shown.cursor)
    await shown.press("pageup", "pagedown", "g")
    await shown.until(lambda: names[0] in shown.cursor)
    await shown.press(*"jjj")
    await shown.until(lambda: names[3] in shown.cursor)
    await shown.press("slash")
    await shown.type("mara 00")
    found = [name for name in names if "mara" in name.casefold() and "00" in name]
    await shown.sees(f"{len(found)} of {len(names)}")
    await shown.type("010")
    await shown.sees(f"1 of {len(names)}")
    await shown.until(lambda: "Mara 00010" in shown.cursor)
    await shown.press("enter", "e")
    await shown.sees("ctrl+o", "Mara 00010")
    await shown.type(" Lindqvist")
    await shown.press("ctrl+o")
    await shown.until(lambda: "Mara 00010 Lind" in shown.cursor)
    await shown.press("escape")
    await shown.sees(f"{len(names)} supporters")
    await shown.until(lambda: "Mara 00010 Lind" in shown.cursor)


async def _filter_and_sort(shown: Dashboard, texts: list[str]) -> None:
    everything = len(texts)
    await shown.sees(f"to sort {everything}")
    await shown.press("G", "k", "g", "slash")
    await shown.type("uphill number 7")
    found = sum("uphill" in text and "number" in text and "7" in text for text in texts)
    await shown.sees(f"{found} of {everything}")
    await shown.type("00")
    found = sum("uphill" in text and "700" in text for text in texts)
    await shown.sees(f"{found} of {everything}")
    await shown.press("enter", "x")
    await shown.sees("Why not")
    await shown.type("it hurts my knee")
    await shown.press("enter")
    await shown.sees("Declined.", f"to sort {everything - 1} · declined 1")
    (declined,) = [note for note in shown.network.feedback.values() if note.verdict == "decline"]
    assert (declined.reason, declined.verdict_on) == ("it hurts my knee", TODAY)
    assert "uphill" in declined.text
    assert "700" in declined.text
