"""Text that attacks a terminal or a toolkit, and a store that holds it in every field."""

import json
import re
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from tui.domain.records.network import RECORD_TYPES
from tui.domain.records.references import REFERENCES

MARK = "zqx"
"""Stands in every hostile text, so that a test sees that it was shown."""

TEXTS = (
    f"{MARK}\x1b[2J\x1b[31mred\x1b]0;title\x07\x1b]52;c;aGk=\x1b\\",
    f"{MARK}\x9b31m\x9d0;t\x9c\x90q\x85\x00\x08\x0b\x7f",
    f"{MARK}\u202eevil\u2066x\u2069\u202c \U000e0041\U000e007f",
    f"{MARK}[@click=app.quit]click me[/] [@click=app.exit()]x[/]",
    f"{MARK}[/b] Mary [/] [bold [[x]] \\[",
    f"{MARK} $name ${{name}} %s {{0}} {{}}",
    f"{MARK} 👩\u200d🚀 🏳️\u200d🌈 e\u0301\u0302\u0303 שלום عربي ｆｕｌｌ",
    f"{MARK} " + "very long " * 300,
    f"{MARK}\u2028line\u2029para\ttab\r\nnew\nline",
)

FORBIDDEN = re.compile(
    "[\x00-\x07\x0b-\x1a\x1c-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\U000e0000-\U000e007f]"
)
"""What may never reach a terminal at all."""

SEQUENCE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\]22;[a-z-]+\x07")
"""The sequences that the toolkit itself sends: colours, cursor, modes, and the shape of the pointer."""


_OPEN: dict[tuple[str, int], dict[str, str | bool | None]] = {
    ("feedback", 1): {"verdict": None},
    ("decision", 0): {"looked_back_on": None},
    ("supporter", 1): {"state": "active", "never_suggest": False},
    ("ask", 1): {"state": "sent"},
    ("offer", 1): {"state": "promised"},
    ("follow_up", 1): {"done_on": None},
}
"""Every other note waits for its verdict, every other decision for its look back; every other supporter is
active and due, every other ask, offer and follow-up open."""


def hostile_store(path: Path) -> None:
    """Write a store whose every text holds hostile text, past all cleaning on entry."""
    tables: dict[str, dict[str, Any]] = {}
    for type_ in RECORD_TYPES.values():
        for place, text in enumerate(TEXTS, 1):
            record = _filled(type_, text)
            record |= _OPEN.get((type_.table, place % 2), {})
            record.update(revision=1, created="2026-03-01T00:00:00Z", changed="2026-03-01T00:00:00Z")
            table = tables.setdefault(type_.table, {})
            record.pop("id", None)
            table[str(place * 1_000_003)] = {"id": str(place * 1_000_003), **record}
            if type_.table == "profile":
                break
    path.write_text(json.dumps(tables))


def _filled(type_: type[BaseModel], text: str) -> dict[str, Any]:
    return {
        name: _value(name, info, text)
        for name, info in type_.model_fields.items()
        if name not in ("id", "revision", "created", "changed")
    }


def _value(name: str, info: FieldInfo, text: str) -> Any:
    shape = str(info.annotation)
    if name in REFERENCES:
        return ["1000003"] if "Ids" in shape or "tuple" in shape else "1000003"
    if "datetime.date" in shape:
        return "2026-03-02"
    if name in ("gives", "kinds", "offers", "changes", "birthday", "mentor"):
        return (
            info.get_default(call_default_factory=True)
            if name in ("gives", "birthday")
            else ([] if name != "mentor" else None)
        )
    if name == "answers":
        return {"why": text}
    if "Literal" in shape:
        found = re.search(r"Literal\[([^\],]+)", shape)
        return json.loads(found[1].replace("'", '"')) if found else None
    if "bool" in shape:
        return True
    if "int" in shape:
        return 1
    limit = (
        500
        if any(getattr(one, "max_length", 0) == 500 for one in info.metadata) or "500" in shape
        else 200_000
    )
    if "tuple" in shape:
        return [text[:limit]]
    return text[:limit]
