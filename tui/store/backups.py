"""Backups: whole snapshots kept beside the store."""

import errno
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tui.domain.language.text import clean_line

from . import disk
from .codec import NotValid, decode_strictly, digest
from .errors import Refused
from .migrations import SCHEMA, migrated
from .snapshot import GONE, Documents, parse
from .state import State

KEPT = 3
DAYS = 7
_STAMP = "%Y%m%dT%H%M%SZ"
_SHAPE = "shape"


@dataclass(frozen=True)
class Backup:
    """One backup: its name, when it was made (UTC) and the last transaction in it.

    One of an older shape was made before a migration; it is never thinned out.
    """

    name: str
    at: datetime
    seq: int
    path: Path
    old_shape: bool = False


def made(folder: Path) -> list[Backup]:
    """All backups, the oldest first. Nothing is read of them but their names."""
    found = [backup for name in disk.names(folder) if (backup := _named(folder, name))]
    return sorted(found, key=lambda backup: (backup.at, backup.seq))


def keep_copy(folder: Path, raw: bytes, seq: int, now: datetime, shape: int | None = None) -> Backup:
    """Write a snapshot's bytes, of an older `shape` if one is said, as a backup and read them back.

    Raises `OSError`.
    """
    backup = _prepare(folder, seq, now, shape)
    if disk.mark(backup.path) is None:
        disk.write_whole(backup.path, raw)
    found = disk.read(backup.path)
    if found is None or digest(found[0]) != digest(raw):
        raise OSError(errno.EIO, "the backup could not be read back")
    _thin_out(folder, now, backup)
    return backup


def keep_old_snapshot(folder: Path, snapshot: Path, expected: str, seq: int, now: datetime) -> None:
    """Give the snapshot that is about to be replaced a second name, if its digest is as expected.

    After the replacement only the backup has the file, so nothing that writes to the store in place can
    reach it. Where links cannot be made the file is copied, and so is a file that is not as expected.
    """
    found = disk.read(snapshot)
    if found is None:
        return
    if digest(found[0]) != expected:
        keep_copy(folder, found[0], seq, now)
        return
    backup = _prepare(folder, seq, now)
    if disk.mark(backup.path) is None:
        try:
            disk.link(snapshot, backup.path)
        except (OSError, NotImplementedError):
            disk.write_whole(backup.path, found[0])
    _thin_out(folder, now, backup)


def named(folder: Path, name: str) -> Backup:
    """The backup of that name. Raises `Refused`."""
    for backup in made(folder):
        if backup.name == name:
            return backup
    raise Refused(f'There is no backup "{clean_line(name)}".')


def read(backup: Backup) -> Documents:
    """The documents of a backup, brought to the present schema and validated. Raises `NotValid`."""
    try:
        found = disk.read(backup.path)
    except OSError as error:
        raise NotValid("cannot be read") from error
    if found is None:
        raise NotValid("is not there any more")
    documents, meta = parse(decode_strictly(found[0]))
    schema = 1 if meta is None else meta.schema
    if schema > SCHEMA:
        raise NotValid("was made by a newer Allies")
    documents = migrated(documents, schema)
    State(documents, backup.seq, clean=False)
    return documents


def readable(backup: Backup) -> Documents | None:
    """The documents of a backup, None where they cannot be read."""
    with suppress(NotValid):
        return read(backup)
    return None


def good(folder: Path) -> Iterator[tuple[Backup, Documents]]:
    """The backups that can be read, the newest first."""
    for backup in reversed(made(folder)):
        if (documents := readable(backup)) is not None:
            yield backup, documents


def counts(documents: Documents) -> str:
    """How much there is, for a sentence: "3 goals, 24 supporters and 7 records more"."""
    goals, supporters = len(documents.get("goal", {})), len(documents.get("supporter", {}))
    rest = sum(
        len(records) for table, records in documents.items() if table not in ("goal", "supporter", GONE)
    )
    parts = [_counted(goals, "goal"), _counted(supporters, "supporter")]
    return f"{', '.join(parts)} and {_counted(rest, 'other record')}"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _prepare(folder: Path, seq: int, now: datetime, shape: int | None = None) -> Backup:
    disk.make_folder(folder.parent)
    disk.make_folder(folder)
    disk.sweep(folder)
    name = f"{now.astimezone(UTC).strftime(_STAMP)}-{seq}{f'-{_SHAPE}{shape}' if shape else ''}"
    return Backup(name, now, seq, folder / f"{name}.json", shape is not None)


def _named(folder: Path, name: str) -> Backup | None:
    stem, dot, ending = name.rpartition(".")
    at, dash, rest = stem.partition("-")
    seq, _, shape = rest.partition("-")
    if ending != "json" or not dot or not dash or not seq.isdigit():
        return None
    if shape and not shape.removeprefix(_SHAPE).isdigit():
        return None
    with suppress(ValueError):
        made_at = datetime.strptime(at, _STAMP).replace(tzinfo=UTC)
        return Backup(stem, made_at, int(seq), folder / name, bool(shape))
    return None


def _thin_out(folder: Path, now: datetime, newest: Backup) -> None:
    backups = made(folder)
    last = sorted(backups, key=lambda backup: backup.seq)[-KEPT:]
    wanted = {newest.name, *(backup.name for backup in last)} | _one_a_day(backups, now)
    for backup in backups:
        if backup.name not in wanted and not backup.old_shape:
            disk.remove(backup.path)


def _one_a_day(backups: Sequence[Backup], now: datetime) -> set[str]:
    """The last backup of each of the last days."""
    since = now - timedelta(days=DAYS)
    return set({backup.at.date(): backup.name for backup in backups if backup.at >= since}.values())
