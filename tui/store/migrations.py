"""Steps from each older shape of the store to the next."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from .codec import NotValid
from .snapshot import GONE, Documents

SCHEMA = 3
"""The shape that this program writes."""

Step = Callable[[Documents], Documents]


def _gone_table(documents: Documents) -> Documents:
    """1 to 2: deleted records leave a trace in `gone`, and the snapshot says of itself what it is."""
    return {**documents, GONE: documents.get(GONE, {})}


def _promises(documents: Documents) -> Documents:
    """2 to 3: offers and follow-ups have tables of their own; what was there stays as it is."""
    return documents


STEPS: Mapping[int, Step] = MappingProxyType({1: _gone_table, 2: _promises})
"""The step from each schema to the one after it."""


def migrated(documents: Documents, schema: int) -> Documents:
    """The documents in the present shape. Raises `NotValid` where a step is missing."""
    while schema < SCHEMA:
        if schema not in STEPS:
            raise NotValid(f"has the unknown schema {schema}")
        documents = STEPS[schema](documents)
        schema += 1
    return documents
