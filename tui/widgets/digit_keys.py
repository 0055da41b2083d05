"""Keys that are digits, and the one that takes such an answer back."""

from collections.abc import Iterable

from textual.binding import Binding


def digit_keys(
    action: str,
    name: str,
    label: str,
    tooltip: str,
    digits: Iterable[int] = range(10),
    *,
    priority: bool = False,
) -> list[Binding]:
    """A key for each digit; action, label and tooltip have their `#` filled in with it.

    With priority they come before all others, so that a digit is never a page while a question is asked.
    """
    return [
        Binding(
            str(digit),
            action.replace("#", str(digit)),
            label.replace("#", str(digit)),
            id=f"{name}.{digit}",
            tooltip=tooltip.replace("#", str(digit)),
            show=False,
            priority=priority,
        )
        for digit in digits
    ]


def clear_key(name: str, label: str, tooltip: str) -> Binding:
    """The key that takes the answer back."""
    return Binding("minus,delete", "clear", label, id=name, tooltip=tooltip, show=False, priority=True)
