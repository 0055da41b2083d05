"""A walk through an import, and through those who are there twice."""

from contextlib import chdir
from pathlib import Path

from tui.domain.records.supporter import Supporter
from tui.screens.book import BookScreen
from tui.screens.bring import BringScreen

from .terminal import Dashboard
from .walking import See

CARDS = (
    "FN:Anouk Bakker\nTEL:+31 6 12345678\nORG:Koor\nCATEGORIES:choir,friends\nBDAY:1985-05-14\nPHOTO:x",
    "FN:Mara Lindquist\nEMAIL:mara@museum.example\nNOTE:Reads chapter two\nTEL:905 555 1234",
    "FN:Ana Ribeiro\nTEL:+351 912 345 678\nORG:Clube de Corrida",
    "FN:Zoë Müller\nEMAIL:zoe@example.org",
    "FN:Choir list\nKIND:group",
)


async def walk_the_import(shown: Dashboard, see: See, file: Path) -> None:
    """Somebody new, somebody of whom something is new, and somebody who may be known."""
    file.write_text("".join(f"BEGIN:VCARD\nVERSION:3.0\n{card}\nEND:VCARD\n" for card in CARDS))
    shown.app.bring()
    await shown.until(lambda: isinstance(screen := shown.app.screen, BookScreen) and screen.line.has_focus)
    await shown.paste(str(file))
    await shown.press("enter")
    await shown.sees("4 people")
    await shown.press("1", "j")
    await see(shown, "import")
    await shown.press("slash")
    await shown.type("lindquist")
    await shown.press("enter", "enter")
    await shown.sees("nearly the same name")
    await see(shown, "compare")
    await shown.press("escape")
    await shown.until(lambda: isinstance(shown.app.screen, BringScreen))
    await shown.press("escape", "escape")
    await shown.until(lambda: isinstance(shown.app.screen, BookScreen))
    table = file.with_name("odd.csv")
    table.write_text("Kto;Skąd;Drut\nOlga;chór;olga@example.org\n", encoding="utf-8")
    await shown.press("ctrl+u")
    with chdir(table.parent):
        await shown.paste(table.name)
        await shown.press("enter")
        await shown.sees("What do the columns hold?")
    await shown.press("n", "t")
    await see(shown, "columns")
    await shown.press("escape")
    await shown.until(lambda: isinstance(shown.app.screen, BookScreen))
    await shown.press("escape")


async def walk_the_twins(shown: Dashboard, see: See) -> None:
    """Two who may be the same person, and both of them side by side."""
    await shown.press("3")
    await shown.sees("24 supporters")
    twin = Supporter(name="Mara Lindquist", circle="outer", emails=("mara@museum.example",))
    await shown.app.save(twin, label="added Mara Lindquist")
    await shown.sees("25 supporters")
    await shown.press("D")
    await shown.sees("1 pair may")
    await see(shown, "twins")
    await shown.press("enter")
    await shown.sees("The same person?")
    await see(shown, "merge")
    await shown.press("escape", "escape")
