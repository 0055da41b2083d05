"""Many pieces of feedback through one long-lived writer."""

import subprocess
import sys

import pytest

from tui.store import DiskRefused, Store

from .running import Allies


def _texts(allies: Allies) -> list[str]:
    return [note["text"] for note in allies.ok("feedback", "list", "--json").json]


def test_each_line_is_answered_in_order(allies: Allies) -> None:
    answers = allies.ok("feedback", "batch", given="add one\nadd two\nnonsense\nadd three\n").out.splitlines()
    assert [answer.split()[0] for answer in answers] == ["added", "added", "error", "added"]
    assert _texts(allies) == ["one", "two", "three"]


def test_lines_change_and_delete_by_the_end_of_an_id(allies: Allies) -> None:
    kept = allies.ok("feedback", "add", "first").id
    gone = allies.ok("feedback", "add", "second").id
    out = allies.ok("feedback", "batch", given=f"edit {kept[-8:]} changed\ndelete {gone}\n").out
    assert out == f"edited {kept}\ndeleted {gone}\n"
    assert _texts(allies) == ["changed"]


def test_escapes_stand_for_new_lines_tabs_and_backslashes(allies: Allies) -> None:
    allies.ok("feedback", "batch", given="add a\\nb\\tc\\\\nd\n")
    assert _texts(allies) == ["a\nb\tc\\nd"]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("add a\\x", "\\x stands for nothing"),
        ("add a\\", "\\ stands for nothing"),
        ("add ", "Feedback needs its words"),
        ("add", "Feedback needs its words"),
        ("edit 123456 x", "There is no feedback"),
        ("delete", "There is no feedback"),
        ("", "A line is"),
        ("ADD x", "A line is"),
        ("add " + "x" * 200_001, "at most 200,000 characters"),
        ("delete \x1b]0;x\x07", "There is no feedback"),
        ("delete a\u2028b", "There is no feedback"),
    ],
)
def test_a_line_that_cannot_be_obeyed_is_one_sentence(allies: Allies, line: str, sentence: str) -> None:
    [answer] = allies.ok("feedback", "batch", given=line + "\n").out.splitlines()
    assert answer.startswith("error ")
    assert sentence in answer
    assert "\x1b" not in answer


def test_bytes_that_are_not_text_are_refused(allies: Allies) -> None:
    assert allies.ok("feedback", "batch", given=b"add \xff\n").out == "error The text is not UTF-8.\n"


def test_the_last_line_needs_no_end_and_windows_ends_are_fine(allies: Allies) -> None:
    allies.ok("feedback", "batch", given="add one\r\nadd two")
    assert _texts(allies) == ["one", "two"]


def test_a_write_the_disk_refuses_is_an_error_and_the_next_goes_on(
    allies: Allies, monkeypatch: pytest.MonkeyPatch
) -> None:
    transaction = Store.transaction
    refusals = iter([DiskRefused("The disk is full.")])

    def refusing(store: Store, label: str) -> object:
        for refusal in refusals:
            raise refusal
        return transaction(store, label)

    monkeypatch.setattr(Store, "transaction", refusing)
    out = allies.ok("feedback", "batch", given="add one\nadd two\n").out.splitlines()
    assert out[0] == "error The disk is full."
    assert out[1].startswith("added ")
    assert _texts(allies) == ["two"]


def test_two_writers_at_once_lose_nothing(allies: Allies) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-m", "tui", "--store", str(allies.store), "feedback", "batch"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        for _ in range(2)
    ]
    lines = ["".join(f"add {writer} {number}\n" for number in range(100)).encode() for writer in range(2)]
    for writer, given in zip(writers, lines, strict=True):
        assert writer.stdin is not None
        writer.stdin.write(given)
        writer.stdin.close()
    for writer in writers:
        assert writer.stdout is not None
        answers = writer.stdout.read().split(b"\n")
        writer.stdout.close()
        assert writer.wait(timeout=60) == 0
        assert [answer[:6] for answer in answers] == [b"added "] * 100 + [b""]
    assert sorted(_texts(allies)) == sorted(
        f"{writer} {number}" for writer in range(2) for number in range(100)
    )
