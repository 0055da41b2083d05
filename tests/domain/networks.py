"""Networks of records that need no ids of their own."""

from tui.domain.records.network import Network
from tui.domain.records.record import Record

from .worked_network import network_of


def numbered(*records: Record) -> Network:
    """A network of these records; those without an id are given one."""
    return network_of(
        *(
            record if record.id else record.model_copy(update={"id": f"{9_000 + place}"})
            for place, record in enumerate(records)
        )
    )


def with_changed(network: Network, *records: Record) -> Network:
    """The next network, with these records changed or added."""
    shelves: dict[str, dict[str, Record | None]] = {}
    for place, record in enumerate(records):
        kept = record if record.id else record.model_copy(update={"id": f"{8_000 + place}"})
        shelves.setdefault(record.table, {})[kept.id] = kept
    return network.with_changes(network.seq + 1, shelves)
