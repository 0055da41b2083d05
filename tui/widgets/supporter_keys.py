"""The keys of the page Supporters."""

from textual.binding import Binding, BindingType

KEYS: list[BindingType] = [
    Binding("n", "new", "New", id="supporters.new", tooltip="Add a supporter"),
    Binding("e", "edit", "Edit", id="supporters.edit", tooltip="Change this one, or all that are marked"),
    Binding("L", "log_line", "Log", id="supporters.log-line", tooltip="Log in one line, about this one"),
    Binding(
        "X",
        "log",
        "Exchange",
        id="supporters.log",
        tooltip="Record a talk, a mail, a favour field by field",
    ),
    Binding("a", "ask", "Ask", id="supporters.ask", tooltip="Ask this one for support"),
    Binding("A", "asks", "Asks", id="supporters.asks", tooltip="Asks and offers, and what became of them"),
    Binding("o", "offer", "Offer", id="supporters.offer", tooltip="Offer or promise this one something"),
    Binding("slash", "filter", "Filter", id="supporters.filter", tooltip="Filter by words and terms"),
    Binding("m,space", "mark", "Mark", id="supporters.mark", tooltip="Mark it for a change of several"),
    Binding("p", "pause", "Pause", id="supporters.pause", tooltip="Pause, or go on after a pause"),
    Binding("b", "brief", "Briefing", id="supporters.brief", tooltip="What is good to know before a talk"),
    Binding("z", "ease", "Clock", id="supporters.clock", tooltip="Let the clock rest, or have none"),
    Binding("t", "talks", "Talks", id="supporters.talks", tooltip="All exchanges with this one"),
    Binding("s", "sort", "Sort", id="supporters.sort", tooltip="By name, or by how long it has been"),
    Binding(
        "S", "group", "Group", id="supporters.group", tooltip="Group by circle, standing or relationship"
    ),
    Binding(
        "d", "delete", "Delete", id="supporters.delete", tooltip="Delete this one, or all that are marked"
    ),
    Binding("y", "copy", "Copy", id="supporters.copy", tooltip="Copy the name and how to reach them"),
    Binding(
        "i",
        "app.bring",
        "Import",
        id="supporters.import",
        tooltip="Take people in from an address book",
        show=False,
    ),
    Binding(
        "E",
        "export",
        "Export",
        id="supporters.export",
        tooltip="Write those shown, or those marked, for an address book or a spreadsheet",
        show=False,
    ),
    Binding(
        "D",
        "app.twins",
        "There twice",
        id="supporters.twins",
        tooltip="Who may be there twice, pair by pair",
        show=False,
    ),
    Binding(
        "equals_sign",
        "merge",
        "Merge",
        id="supporters.merge",
        tooltip="Compare the two that are marked, or this one with who it may be, and make one of them",
        show=False,
    ),
    Binding(
        "x",
        "suggest",
        "Suggest",
        id="supporters.suggest",
        tooltip="Never suggest this one, or do so again",
        show=False,
    ),
    Binding(
        "M",
        "mark_all",
        "Mark all",
        id="supporters.mark-all",
        tooltip="Mark all that are shown",
        show=False,
    ),
    Binding(
        "v",
        "open_notes",
        "Show notes",
        id="supporters.notes",
        tooltip="Show hidden notes, or hide them",
        show=False,
    ),
    Binding("right,l", "read", "Read", id="supporters.read", tooltip="Go into what is beside", show=False),
    Binding(
        "escape",
        "unfilter",
        "Show all",
        id="supporters.unfilter",
        tooltip="Unmark, then show all",
        show=False,
    ),
]

NEED_ONE = frozenset(
    {
        "ask",
        "asks",
        "offer",
        "edit",
        "delete",
        "copy",
        "read",
        "mark",
        "pause",
        "suggest",
        "talks",
        "open_notes",
        "brief",
        "ease",
        "merge",
    }
)
"""What is done to the one under the cursor."""
