"""The store on disk: the only importer of TinyDB."""

from .errors import Conflict, DiskRefused, Refused, StoreError, StoreLocked, StoreUnreadable
from .store import Origin, Store, Transaction

__all__ = [
    "Conflict",
    "DiskRefused",
    "Origin",
    "Refused",
    "Store",
    "StoreError",
    "StoreLocked",
    "StoreUnreadable",
    "Transaction",
]
