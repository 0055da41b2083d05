"""Screens as they look, kept as plain text: compared by the suite, written anew by `make goldens`."""

import os
from difflib import unified_diff
from pathlib import Path

from .terminal import Dashboard

FOLDER = Path(__file__).with_name("goldens")
RENEW = "ALLIES_RENEW_GOLDENS"
PATIENCE = 2.0


class Goldens:
    """The kept screens of one size of terminal, one file each."""

    def __init__(self, size: tuple[int, int], folder: Path = FOLDER, *, renew: bool | None = None) -> None:
        self._folder = folder / f"{size[0]}x{size[1]}"
        self._renew = RENEW in os.environ if renew is None else renew
        self._seen: set[str] = set()
        self._differences: list[str] = []

    async def see(self, shown: Dashboard, name: str) -> None:
        """The screen is to look as it is kept under a name; where it does not, `settle_up` shows how."""
        self._seen.add(name)
        file = self._folder / f"{name}.txt"
        kept = file.read_text(encoding="utf-8") if file.exists() else ""
        if not self._renew and kept and await shown.comes(lambda: _as_kept(shown) == kept, PATIENCE):
            return
        await shown.settled()
        now = _as_kept(shown)
        if self._renew:
            self._folder.mkdir(parents=True, exist_ok=True)
            file.write_text(now, encoding="utf-8")
        elif now != kept:
            where = f"{self._folder.name}/{file.name}"
            lines = unified_diff(kept.splitlines(), now.splitlines(), f"kept {where}", f"now {where}", n=1)
            self._differences.append("\n".join(line.rstrip("\n") for line in lines))

    def settle_up(self) -> None:
        """All screens look as kept, and nothing is kept that is no screen any more."""
        for file in sorted(self._folder.glob("*.txt")):
            if file.stem not in self._seen:
                if self._renew:
                    file.unlink()
                else:
                    self._differences.append(
                        f"No screen looks like {self._folder.name}/{file.name} any more."
                    )
        assert not self._differences, "\n\n".join(
            ["Screens look different. If they are meant to: make goldens", *self._differences]
        )


def _as_kept(shown: Dashboard) -> str:
    return shown.text.rstrip("\n") + "\n"
