"""The store on disk: the only importer of TinyDB."""

from .backups import Backup
from .engine import Gone
from .entry import Entry, Origin
from .errors import Conflict, Deleted, DiskRefused, Refused, StoreError, StoreLocked, StoreUnreadable
from .rescue import rescue
from .store import Store
from .transaction import Transaction
from .ways import Way, put_right, ways_back

__all__ = [
    "Backup",
    "Conflict",
    "Deleted",
    "DiskRefused",
    "Entry",
    "Gone",
    "Origin",
    "Refused",
    "Store",
    "StoreError",
    "StoreLocked",
    "StoreUnreadable",
    "Transaction",
    "Way",
    "put_right",
    "rescue",
    "ways_back",
]
