"""Address books come in by a command: shown first, taken whole, undone whole, and out again."""

import json
import os
import stat
from datetime import date, timedelta
from pathlib import Path

import pytest

from .running import Allies

FILES = Path(__file__).parents[1] / "interchange" / "files"
IPHONE, MACOS = str(FILES / "iphone.vcf"), str(FILES / "macos.vcf")


def names(allies: Allies) -> list[str]:
    return [one["name"] for one in allies.ok("supporter", "list", "--json").json]


def book(tmp_path: Path, *people: str) -> str:
    """A vCard file; each person is a name and lines after it, separated by bars."""
    cards = [
        "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", *lines, "END:VCARD", ""])
        for name, *lines in (person.split("|") for person in people)
    ]
    file = tmp_path / "book.vcf"
    file.write_text("".join(cards))
    return str(file)


def test_a_dry_run_shows_what_it_would_do_and_does_nothing(allies: Allies) -> None:
    shown = allies.ok("import", MACOS, "--dry-run").out
    assert "2 new · 1 left" in shown
    assert "+ new      Dr. Cleo Okafor  cleo@example.com" in shown
    assert "macos.vcf, card 3 (line 29): It is a list of people, not a person." in shown
    assert "Not kept: a relation of 1, an anniversary of 1." in shown
    assert not allies.store.exists()


def test_without_a_terminal_it_wants_to_be_told_and_changes_nothing(allies: Allies) -> None:
    ran = allies("import", IPHONE)
    assert ran.code == 2
    assert ran.err == "Say --yes to take them in, or --dry-run to look only.\n"
    assert names(allies) == []


def test_an_import_is_one_change_with_a_backup_before_it_and_comes_back_out_whole(allies: Allies) -> None:
    allies.ok("supporter", "add", "Ben")
    done = allies.ok("import", IPHONE, MACOS, "--yes", "--circle", "inner", "--relationship", "friend")
    assert done.out.endswith("imported 3 new, 0 changed\n")
    ana = allies.ok("supporter", "show", "Ana", "--json").json
    assert (ana["circle"], ana["relationship"], ana["birthday"]) == ("inner", "friend", "--04-12")
    assert ana["emails"] == ["ana@example.pt", "a.ribeiro@work.example.pt"]
    made = {one["seq"] for one in allies.ok("restore", "--json").json}
    assert max(made) == 1
    assert [entry["label"] for entry in allies.ok("history", "--json").json][-1] == "imported 3 supporters"
    allies.ok("undo")
    assert names(allies) == ["Ben"]
    allies.ok("redo")
    assert len(names(allies)) == 4


def test_the_same_file_again_adds_nothing_and_says_so(allies: Allies) -> None:
    allies.ok("import", IPHONE, "--yes")
    before = allies.store.read_bytes()
    again = allies.ok("import", IPHONE, "--yes").out
    assert again.startswith("1 known")
    assert again.endswith("imported 0 new, 0 changed\n")
    assert allies.store.read_bytes() == before


def test_a_newer_file_updates_what_it_changed_and_says_what_stays(allies: Allies, tmp_path: Path) -> None:
    allies.ok("import", book(tmp_path, "Ana Ribeiro|UID:1|TEL:1234567|BDAY:--0412"), "--yes")
    allies.ok("supporter", "edit", "Ana", "--birthday", "1991-04-12")
    newer = book(tmp_path, "Ana Ribeiro|UID:1|TEL:7654321|BDAY:--0413")
    shown = allies.ok("import", newer, "--yes").out
    assert "phones 7654321, without 1234567; birthday stays, you changed it here" in shown
    assert shown.endswith("imported 0 new, 1 changed\n")
    ana = allies.ok("supporter", "show", "Ana", "--json").json
    assert (ana["phones"], ana["birthday"]) == (["7654321"], "1991-04-12")


def test_who_may_be_somebody_is_left_until_told(allies: Allies, tmp_path: Path) -> None:
    allies.ok("supporter", "add", "Mara Lindqvist")
    file = book(tmp_path, "Mara Lindquist|TEL:1234567")
    shown = allies.ok("import", file, "--yes").out
    assert "maybe    Mara Lindquist may be Mara Lindqvist: nearly the same name" in shown
    assert names(allies) == ["Mara Lindqvist"]
    allies.ok("import", file, "--yes", "--maybe", "same")
    assert allies.ok("supporter", "show", "Mara", "--json").json["phones"] == ["1234567"]
    assert names(allies) == ["Mara Lindqvist"]


def test_two_who_may_be_the_same_person_are_not_made_one_in_passing(allies: Allies, tmp_path: Path) -> None:
    allies.ok("supporter", "add", "Ana")
    file = book(tmp_path, "Ana Lopez|TEL:1234567", "Ana Weber|TEL:7654321")
    assert allies.ok("import", file, "--yes", "--maybe", "same").out.endswith("imported 0 new, 0 changed\n")
    allies.ok("import", file, "--yes", "--maybe", "same", "--only", "lopez")
    ana = allies.ok("supporter", "show", "Ana", "--json").json
    assert (ana["aliases"], ana["phones"]) == (["Ana Lopez"], ["1234567"])
    allies.ok("import", file, "--yes", "--maybe", "new")
    assert names(allies) == ["Ana", "Ana Weber"]


def test_some_can_be_taken_by_name_and_the_deleted_only_so(allies: Allies, tmp_path: Path) -> None:
    file = book(tmp_path, "Ana Ribeiro|UID:1", "Ben Otieno|UID:2", "Cleo Okafor|UID:3")
    allies.ok("import", file, "--yes", "--only", "rib", "--only", "OKAFOR")
    assert names(allies) == ["Ana Ribeiro", "Cleo Okafor"]
    allies.ok("supporter", "delete", "Ana")
    assert "deleted  Ana Ribeiro: you deleted them here" in allies.ok("import", file, "--dry-run").out
    allies.ok("import", file, "--yes", "--only", "Ana")
    assert sorted(names(allies)) == ["Ana Ribeiro", "Cleo Okafor"]


def test_the_plan_is_there_as_json_with_every_entry(allies: Allies) -> None:
    plan = allies.ok("import", MACOS, "--json", "--dry-run").json
    assert plan["done"] is False
    assert [(entry["name"], entry["state"], entry["taken"]) for entry in plan["entries"]] == [
        ("Dr. Cleo Okafor", "new", True),
        ("Corner Bakery", "new", True),
    ]
    assert plan["entries"][0]["not_kept"] == ["a relation", "an anniversary"]
    assert [left["why"] for left in plan["left"]] == ["It is a list of people, not a person."]
    assert allies.ok("import", MACOS, "--json", "--yes").json["done"] is True


def test_the_json_says_entry_by_entry_who_was_taken_who_they_became_and_why_not(
    allies: Allies, tmp_path: Path
) -> None:
    allies.ok("supporter", "add", "Bea")
    people = ("Ana Ribeiro|TEL:1234567", "Ribeiro\\, Ana|TEL:1234567", "Bea Ruiz|TEL:7654321", "Cleo|UID:3")
    file = book(tmp_path, *people)
    assert "With --json" in allies.refused("import", file, "--json", code=2)
    plan = allies.ok("import", file, "--json", "--yes", "--only", "ana", "--circle", "inner").json
    assert [(one["name"], one["taken"], one["not_taken"]) for one in plan["entries"]] == [
        ("Ana Ribeiro", True, ""),
        (
            "Bea Ruiz",
            False,
            "They may be Bea: the same first name, which few others have."
            " Say --maybe new or same, and of whom with --only.",
        ),
        ("Cleo", False, "They are not named with --only."),
    ]
    ana = plan["entries"][0]
    assert (ana["where"], ana["also"]) == ("book.vcf, card 1 (line 1)", ["book.vcf, card 2 (line 6)"])
    assert allies.ok("supporter", "show", ana["supporter"], "--json").json["circle"] == "inner"
    again = allies.ok("import", file, "--json", "--yes", "--only", "ana").json
    assert (again["done"], again["entries"][0]["not_taken"]) == (False, "There is nothing new.")


def test_what_cannot_be_read_is_one_sentence_and_changes_nothing(allies: Allies, tmp_path: Path) -> None:
    (tmp_path / "book.zip").write_bytes(b"PK\x03\x04")
    os.mkfifo(tmp_path / "pipe.vcf")
    (tmp_path / "odd.csv").write_text("Wer;Woher\nAna;Verein\n")
    assert "zip archive" in allies.refused("import", str(tmp_path / "book.zip"), "--yes")
    assert "no plain file" in allies.refused("import", str(tmp_path / "pipe.vcf"), IPHONE, "--yes")
    assert "--map 'Wer=name'" in allies.refused("import", str(tmp_path / "odd.csv"), "--yes")
    assert "COLUMN=FIELD" in allies.refused("import", IPHONE, "--map", "x", "--yes", code=2)
    assert not allies.store.exists()
    allies.ok("import", str(tmp_path / "odd.csv"), "--map", "Wer=name", "--map", "2=tags", "--yes")
    assert allies.ok("supporter", "show", "Ana", "--json").json["tags"] == ["Verein"]


def test_a_file_named_like_an_option_is_read(
    allies: Allies, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("--yes.vcf").write_bytes(Path(IPHONE).read_bytes())
    allies.ok("import", "--yes", "--", "--yes.vcf")
    assert names(allies) == ["Ana Maria Ribeiro"]


def test_nothing_in_a_file_reaches_the_terminal_as_an_order(allies: Allies, tmp_path: Path) -> None:
    file = book(tmp_path, "\x1b]52;c;aGk=\x07Ana\x9b2J|NICKNAME:\u202eevil|X-ODD:\x1b[2J")
    shown = allies.ok("import", file, "--yes").out + allies.ok("export", "vcard").out
    assert not set(shown) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_what_was_exported_comes_in_again_as_nothing_new(allies: Allies, tmp_path: Path) -> None:
    allies.ok("import", IPHONE, MACOS, "--yes")
    for way in ("vcard", "csv"):
        out = tmp_path / f"out.{way}"
        allies.ok("export", way, "--out", str(out))
        assert stat.S_IMODE(out.stat().st_mode) == 0o600
        assert "already" in allies.refused("export", way, "--out", str(out))
        allies.ok("export", way, "--out", str(out), "--replace", "--match", "ana")
        entries = allies.ok("import", str(out), "--dry-run", "--json").json["entries"]
        assert [(entry["name"], entry["state"]) for entry in entries] == [("Ana Maria Ribeiro", "known")]
    listed = tmp_path / "list.json"
    listed.write_text(json.dumps(allies.ok("supporter", "list", "--json").json))
    plan = allies.ok("import", str(listed), "--dry-run", "--json").json
    assert {entry["state"] for entry in plan["entries"]} == {"known"}


def test_a_file_that_cannot_be_written_is_told_of_and_nothing_is_left_of_it(
    allies: Allies, tmp_path: Path
) -> None:
    allies.ok("supporter", "add", "Ana")
    folder = tmp_path / "folder"
    folder.mkdir()
    assert "directory" in allies.refused("export", "csv", "--out", str(folder), "--replace")
    assert "No such" in allies.refused("export", "csv", "--out", str(folder / "none" / "x.csv"))
    (folder / "link.csv").symlink_to("/dev/full")
    assert "already" in allies.refused("export", "csv", "--out", str(folder / "link.csv"))
    assert [one.name for one in folder.iterdir()] == ["link.csv"]


def test_formulas_are_harmless_outside_and_themselves_again_inside(allies: Allies, tmp_path: Path) -> None:
    allies.ok("supporter", "add", "=1+1", "--notes", "@SUM(A1)", "--phones", "+1 555 010 2000")
    out = tmp_path / "people.csv"
    allies.ok("export", "csv", "--out", str(out))
    written = out.read_text(encoding="utf-8-sig")
    assert "'=1+1" in written
    assert "'@SUM" in written
    other = Allies(tmp_path / "other.json")
    other.ok("import", str(out), "--yes")
    assert other.ok("supporter", "show", "=1+1", "--json").json["notes"] == "@SUM(A1)"


def test_notes_of_somebody_sensitive_stay_here_unless_asked_for(allies: Allies) -> None:
    assert allies.refused("export", "csv") == "There is no supporter yet."
    allies.ok("supporter", "add", "Ana", "--notes", "secret", "--sensitive")
    assert "secret" not in allies.ok("export", "vcard").out
    assert "secret" in allies.ok("export", "vcard", "--notes").out


def test_two_who_are_the_same_are_listed_and_merged_and_taken_apart_again(allies: Allies) -> None:
    allies.ok("supporter", "add", "Ana Ribeiro", "--emails", "ana@example.pt", "--gives", "guidance=1")
    allies.ok("supporter", "add", "A. Ribeiro", "--emails", "ANA@example.pt", "--birthday", "--04-12")
    allies.ok("exchange", "add", "A. Ribeiro", "--date", "yesterday")
    listed = allies.ok("supporter", "merge").out
    assert listed == "Ana Ribeiro and A. Ribeiro: the same e-mail ana@example.pt\n"
    assert allies.ok("supporter", "merge", "Ana Ribeiro", "A. Ribeiro").out.startswith("merged ")
    [ana] = allies.ok("supporter", "list", "--json").json
    assert (ana["aliases"], ana["birthday"]) == (["A. Ribeiro"], "--04-12")
    [talk] = allies.ok("exchange", "list", "--json").json
    assert talk["supporters"] == [ana["id"]]
    assert allies.ok("supporter", "merge").out == "Nobody seems to be there twice.\n"
    allies.ok("undo")
    assert names(allies) == ["Ana Ribeiro", "A. Ribeiro"]
    assert "same supporter already" in allies.refused("supporter", "merge", "Ana Ribeiro", "ana ribeiro")
    allies.refused("supporter", "merge", "Ana Ribeiro", code=2)


def test_two_who_are_not_the_same_are_listed_no_more_until_that_is_taken_back(allies: Allies) -> None:
    assert allies.ok("supporter", "duplicates").out == "Nobody seems to be there twice.\n"
    assert allies.ok("supporter", "duplicates", "--json").json == []
    ana, other = (
        allies.ok("supporter", "add", name, "--emails", "ana@example.pt", "--json").json["id"]
        for name in ("Ana Ribeiro", "Anna R")
    )
    [pair] = allies.ok("supporter", "duplicates", "--json").json
    assert (pair["one"], pair["other"]) == (ana, other)
    assert "the same e-mail" in pair["why"]
    assert allies.ok("supporter", "not-same", "anna", "ana ribeiro").out == f"edited {other}\n"
    assert allies.ok("supporter", "not-same", "ana ribeiro", "anna", "--json").json["id"] == ana
    assert allies.ok("supporter", "duplicates", "--json").json == []
    allies.ok("undo")
    assert len(allies.ok("supporter", "duplicates").out.splitlines()) == 1
    assert "same supporter already" in allies.refused("supporter", "not-same", "anna", "anna")
    allies.refused("supporter", "not-same", "anna", "nobody")


def test_whoever_was_just_imported_is_due_only_once_their_circle_has_passed(
    allies: Allies, tmp_path: Path
) -> None:
    allies.ok("import", book(tmp_path, "Ana Ribeiro|TEL:0171 1234567"), "--circle", "inner", "--yes")
    [ana] = allies.ok("supporter", "list", "--json").json
    came = date.fromisoformat(ana["created"][:10])
    for days, due in ((0, []), (6, []), (7, ["Ana Ribeiro"])):
        day = (came + timedelta(days=days)).isoformat()
        listed = allies.ok("--today", day, "supporter", "list", "--match", "due:due", "--json").json
        assert [one["name"] for one in listed] == due
