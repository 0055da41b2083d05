"""`supporter list --match`: the filter of the page, on the command line."""

from .running import Allies


def names(allies: Allies, wanted: str) -> list[str]:
    return [one["name"] for one in allies.ok("supporter", "list", "--match", wanted, "--json").json]


def test_it_lists_those_who_fit_best_fit_first(allies: Allies) -> None:
    for name, circle, gives in (
        ("Tamara", "inner", "guidance=2"),
        ("Mara", "middle", "guidance=0"),
        ("Eli", "inner", "guidance=1"),
    ):
        allies.ok("supporter", "add", name, "--circle", circle, "--gives", gives)
    assert names(allies, "mara") == ["Mara", "Tamara"]
    assert names(allies, "circle:inner gives:gui") == ["Eli", "Tamara"]
    assert names(allies, "") == ["Eli", "Mara", "Tamara"]
    assert "Tamara" in allies.ok("supporter", "list", "--match", "tam").out


def test_where_nobody_fits_it_says_so(allies: Allies) -> None:
    allies.ok("supporter", "add", "Mara")
    assert allies.ok("supporter", "list", "--match", "zzz").out == "There is no supporter that fits.\n"
    assert names(allies, "zzz") == []


def test_a_filter_of_control_characters_is_a_filter_like_any(allies: Allies) -> None:
    allies.ok("supporter", "add", "Mara")
    assert names(allies, "\x1b[2J mara") == []


def test_other_lists_have_no_such_option(allies: Allies) -> None:
    assert "--match" in allies.refused("goal", "list", "--match", "x", code=2)
