"""The store on disk: the only importer of TinyDB."""

from .backups import Backup
from .entry import Entry, Origin
from .errors import Conflict, DiskRefused, Refused, StoreError, StoreLocked, StoreUnreadable
from .rescue import rescue
from .store import Store
from .transaction import Transaction

__all__ = [
    "Backup",
    "Conflict",
    "DiskRefused",
    "Entry",
    "Origin",
    "Refused",
    "Store",
    "StoreError",
    "StoreLocked",
    "StoreUnreadable",
    "Transaction",
    "rescue",
]
