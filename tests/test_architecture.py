"""What may know what, proved at run time; the import contracts prove it on paper."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.binding import Binding

from tui.app import AlliesApp
from tui.page import Page, PageEntry, pages

HEADLESS = ("tui.domain", "tui.store", "tui.content", "tui.settings", "tui.cli", "tui.paths", "tui.clock")
AFTER_THE_FIRST_PAINT = ("pydantic", "tinydb", "dateutil", "click", "orjson", "markdown_it", "tomllib")


def loaded_after(*modules: str) -> set[str]:
    """The names of all top-level modules loaded by importing these in a fresh interpreter."""
    script = f"import sys, {', '.join(modules)}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("module", HEADLESS)
def test_what_lies_below_the_widgets_leaves_the_terminal_out(module: str) -> None:
    assert not {"textual", "rich"} & loaded_after(module)


def test_the_app_and_its_first_page_leave_out_what_they_do_not_need_to_paint() -> None:
    first = pages()[0].file.stem
    loaded = loaded_after("tui.app", f"tui.screens.{first}")
    assert not set(AFTER_THE_FIRST_PAINT) & loaded
    assert "textual.widgets._text_area" not in loaded


def test_reading_an_address_book_brings_in_no_records() -> None:
    assert not {"textual", "pydantic", "tinydb"} & loaded_after("tui.interchange.address_book")


def test_importing_the_package_imports_nothing_else() -> None:
    assert {name for name in loaded_after("tui") if name.startswith("tui")} == {"tui"}


@pytest.mark.parametrize("entry", pages(), ids=lambda entry: entry.title)
def test_a_page_declares_its_head(entry: PageEntry) -> None:
    page = entry.load()
    assert (entry.key, entry.order, entry.title, entry.help) == (page.KEY, page.ORDER, page.TITLE, page.HELP)
    assert len(entry.key) == 1
    assert entry.key.isdigit()
    assert entry.help


def test_no_two_pages_have_the_same_key() -> None:
    keys = [entry.key for entry in pages()]
    assert len(keys) == len(set(keys))


def own_classes() -> Iterator[type]:
    """Every class of ours that has bindings; all our modules are imported for it."""
    import importlib

    root = Path(__file__).parent.parent / "tui"
    for file in sorted(root.rglob("*.py")):
        parts = file.relative_to(root.parent).with_suffix("").parts
        module = importlib.import_module(".".join(part for part in parts if part != "__init__"))
        for value in vars(module).values():
            if isinstance(value, type) and value.__module__ == module.__name__ and "BINDINGS" in vars(value):
                yield value


def test_every_binding_has_an_id_a_label_and_a_tooltip() -> None:
    classes = list(own_classes())
    assert AlliesApp in classes
    assert Page in classes
    for owner in classes:
        for binding in owner.BINDINGS:  # type: ignore[attr-defined]
            assert isinstance(binding, Binding), owner
            assert binding.id, (owner, binding)
            assert binding.description, (owner, binding)
            assert binding.tooltip, (owner, binding)


def test_no_key_is_needed_that_terminals_keep_for_themselves() -> None:
    kept = {"ctrl+a", "ctrl+b", "ctrl+s", "ctrl+j", "ctrl+enter"}
    for owner in own_classes():
        for binding in Binding.make_bindings(owner.BINDINGS):  # type: ignore[attr-defined]
            assert binding.key not in kept, owner
