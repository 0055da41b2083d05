"""The keys of the preview of an import."""

from textual.binding import Binding, BindingType

CIRCLES = {"1": "inner", "2": "middle", "3": "outer"}

KEYS: list[BindingType] = [
    *(
        Binding(
            digit,
            f"place('{circle}')",
            circle.title(),
            id=f"bring.{circle}",
            tooltip=f"Take into the {circle} circle, or update who is here",
        )
        for digit, circle in CIRCLES.items()
    ),
    Binding("a,ctrl+o", "accept", "Take in", id="bring.accept", tooltip="Take in all that have a place"),
    Binding("slash", "filter", "Filter", id="bring.filter", tooltip="Filter by words and terms"),
    Binding("m,space", "mark", "Mark", id="bring.mark", tooltip="Mark it, to place several at once"),
    Binding("r", "relate", "Relation", id="bring.relate", tooltip="Say what they are to you"),
    Binding("f", "view", "Show", id="bring.view", tooltip="Show those taken, then each kind, then all again"),
    Binding("x,0", "leave_out", "Not this one", id="bring.leave-out", tooltip="Do not take it after all"),
    Binding("u", "undo", "Undo", id="bring.undo", tooltip="Take back what you decided last"),
    Binding("ctrl+r", "redo", "Redo", id="bring.redo", tooltip="Decide it again", show=False),
    Binding("M", "mark_all", "Mark all", id="bring.mark-all", tooltip="Mark all that are shown"),
    Binding("s", "sort", "Sort", id="bring.sort", tooltip="By name, fullest first, or as in the file"),
    Binding("w", "left", "What is left", id="bring.left", tooltip="What cannot be taken, and why"),
    Binding("enter,right,l", "read", "Read", id="bring.read", tooltip="Go into what is beside", show=False),
    Binding("tab", "app.focus_next", "Next part", id="focus.next", tooltip="To the next part", show=False),
    Binding(
        "escape",
        "back",
        "Back",
        id="bring.back",
        tooltip="Unmark, show all, then leave; your choices are kept",
    ),
]
