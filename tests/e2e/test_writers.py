"""Other programs write while the dashboard is open."""

import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

from tinydb import Query, TinyDB
from tinydb.storages import JSONStorage

from tests.screens.terminal import dashboard
from tui.domain.records.feedback import Feedback
from tui.store import Store

WRITERS = 2
EACH = 300
A_WHILE = 240.0


def writer(store: Path, who: int) -> subprocess.Popen[str]:
    """`allies feedback batch` with its notes waiting on its input."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tui", "--store", str(store), "--today", "2026-03-18", "feedback", "batch"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdin is not None
    process.stdin.writelines(f"add writer {who} note {number}\n" for number in range(EACH))
    process.stdin.close()
    return process


async def test_two_programs_write_three_hundred_notes_each_while_a_form_is_half_typed(
    path: Path, other: Store, notes: list[Feedback]
) -> None:
    async with dashboard(path, (80, 24)) as shown:
        await shown.press("7")
        await shown.sees("shorter stride uphill")
        await shown.press("slash")
        await shown.type("e")
        await shown.press("enter", "j", "j")
        await shown.until(lambda: any(line.startswith("▌Mon 2 Mar") for line in shown.lines))
        await shown.press("n")
        await shown.sees("New feedback")
        await shown.type("half ty")
        with ExitStack() as stack:
            writers = [stack.enter_context(writer(path, who)) for who in range(WRITERS)]
            await shown.until(lambda: all(process.poll() is not None for process in writers), A_WHILE)
            answers = [line for process in writers for line in (process.stdout or ())]
        assert [process.returncode for process in writers] == [0] * WRITERS
        assert sum(line.startswith("added ") for line in answers) == WRITERS * EACH
        await shown.until(lambda: len(shown.network.feedback) == WRITERS * EACH + len(notes))
        await shown.type("ped")
        await shown.sees("half typed")
        await shown.press("escape")
        total = WRITERS * EACH + len(notes)
        await shown.sees(f"{total} of {total}")
        await shown.until(lambda: any(line.startswith("▌Mon 2 Mar") for line in shown.lines))

    wanted = {f"writer {who} note {number}" for who in range(WRITERS) for number in range(EACH)}
    stock = TinyDB(path, storage=JSONStorage, access_mode="r")
    documents = stock.table("feedback").all()
    assert wanted <= {document["text"] for document in documents}
    for document in documents:
        assert stock.table("feedback").search(Query().id == document["id"]) == [document]
        assert stock.table("feedback").get(doc_id=int(document["id"])) == document
    stock.close()
