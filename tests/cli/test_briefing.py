"""The briefing on the command line."""

from .running import Allies


def test_it_tells_what_is_good_to_know_and_keeps_what_is_sensitive_to_itself(allies: Allies) -> None:
    allies.ok(
        "supporter", "add", "Mara Lindqvist", "--sensitive", "--notes", "tired of it all", "--cadence", "30"
    )
    allies.ok(
        "exchange", "add", "mara", "--date", "2026-02-12", "--note", "her job is new", "--their-good-news"
    )
    allies.ok("offer", "add", "mara", "--text", "the printer's name")
    allies.ok(
        "supporter", "edit", "mara", "--dates", "24 Mar her exhibition opens", "--their-goals", "the museum"
    )
    out = allies.ok("briefing", "mara").out
    assert out == (
        "Mara Lindqvist · last spoke 5 weeks ago\n"
        "\nOne thing to give\n  Bring what you promised: the printer's name\n"
        "\nLast time\n  Thu 12 Feb  her job is new\n"
        "\nOpen between you\n  you promised: the printer's name\n"
        "\nTo celebrate\n  theirs: her job is new\n"
        "\nTheir side\n  the museum\n  Tue 24 Mar  her exhibition opens\n"
    )
    assert "tired of it all" in allies.ok("briefing", "mara", "--notes").out
    document = allies.ok("briefing", "mara", "--json").json
    assert (document["person"], document["state"], document["notes"]) == ("Mara Lindqvist", "due", None)
    assert document["coming_up"] == [{"day": "2026-03-24", "what": "her exhibition opens"}]
    assert "nobody" not in allies.refused("briefing", "nobody at all").split()[0]


def test_an_ask_without_words_is_told_by_its_kind_and_a_letter_is_whole_in_json(allies: Allies) -> None:
    allies.ok("supporter", "add", "Mara")
    allies.ok("ask", "add", "mara", "--kind", "guidance")
    allies.ok("ask", "draft", "mara", "--kind", "feedback", "--keep")
    out = allies.ok("briefing", "mara").out
    assert "  to ask: Guidance and advice\n  to ask: Honest feedback\n" in out
    _, letter = allies.ok("briefing", "mara", "--json").json["open"]
    assert letter["text"].startswith("Hello Mara,\n\n")
    assert [one["text"] for one in allies.ok("today", "--json").json["open_loops"]] == ["", letter["text"]]
