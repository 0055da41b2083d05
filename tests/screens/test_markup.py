"""Nothing a person wrote may stand in a markup string; this looks at the source for where it could."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TUI = Path(__file__).parent.parent.parent / "tui"
DRAWING = ("screens", "dialogs", "widgets", "house")
READS_MARKUP = {
    "Static",
    "Label",
    "Button",
    "Checkbox",
    "RadioButton",
    "Collapsible",
    "TabPane",
    "Link",
    "Option",
    "EmptyState",
}
FORBIDDEN_CALLS = {"from_markup", "from_text"}


def files() -> list[Path]:
    found = [file for folder in DRAWING for file in sorted((TUI / folder).glob("*.py"))]
    return [*found, TUI / "page.py", TUI / "app.py"]


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def says_no_markup(call: ast.Call) -> bool:
    return any(
        keyword.arg == "markup" and isinstance(keyword.value, ast.Constant) and keyword.value.value is False
        for keyword in call.keywords
    )


def is_plain(argument: ast.expr) -> bool:
    """Whether an argument is a text written here, or Content; not a value that may be anybody's text."""
    if isinstance(argument, ast.Constant):
        return True
    return isinstance(argument, ast.Call) and (name_of(argument) in {"Content", "assemble", "join", "cells"})


def wrong_places(source: str) -> Iterator[int]:
    """The lines where a value meets something that reads markup."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = name_of(node)
            reads = name in READS_MARKUP and not says_no_markup(node)
            if name in FORBIDDEN_CALLS or (
                reads and not (node.args and all(is_plain(one) for one in node.args))
            ):
                yield node.lineno
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                titled = isinstance(target, ast.Attribute) and target.attr in {
                    "border_title",
                    "border_subtitle",
                    "tooltip",
                }
                if titled and not is_plain(node.value):
                    yield node.lineno


@pytest.mark.parametrize("file", files(), ids=lambda file: file.stem)
def test_no_value_stands_in_a_markup_string(file: Path) -> None:
    assert list(wrong_places(file.read_text())) == []


@pytest.mark.parametrize(
    "source",
    [
        'Static(f"{name}")',
        "Label(name)",
        "Content.from_markup(name)",
        "box.border_title = name",
        "Static(a + b)",
        "Static()",
    ],
)
def test_the_lint_finds_what_it_is_for(source: str) -> None:
    assert list(wrong_places(source)) == [1]


@pytest.mark.parametrize("source", ['Static("words")', "Static(name, markup=False)", "Static(Content(name))"])
def test_the_lint_leaves_safe_places_alone(source: str) -> None:
    assert list(wrong_places(source)) == []
