"""What stands beneath a record for reading: under a goal, what the last look at it found."""

from collections.abc import Iterator

from tui.domain.records.network import Network
from tui.domain.records.record import Record


def beneath(record: Record, network: Network) -> Iterator[str]:
    """The lines to print after the fields of the record."""
    from tui.domain.records.goal import Goal

    if not isinstance(record, Goal):
        return
    from tui.domain.needs.then_and_now import latest

    if (response := latest(network, record.id)) is None:
        return
    from tui.content import questionnaire
    from tui.domain.needs.needs_profile import needs_profile

    from ..findings import told

    yield ""
    yield f"Looked at on {response.date}."
    yield from told(network, record, needs_profile(questionnaire().scoring, response.answers))
