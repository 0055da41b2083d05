"""What asking alone does not mend."""

from tests.domain.worked_network import IDS, RUN, TODAY, person, response, worked_network
from tui.content import questionnaire
from tui.domain.language.words import KINDS
from tui.domain.records.network import Network
from tui.domain.support.lanes import single_points, unmet_after_asks

SCORING = questionnaire().scoring


def unmet(network: Network) -> list[tuple[str, str]]:
    return [(one.goal, one.kind) for one in unmet_after_asks(network, SCORING, TODAY)]


def test_the_worked_network_rests_on_ana_for_two_kinds() -> None:
    found = single_points(worked_network(), SCORING, TODAY)
    assert [(point.kind, point.supporter) for point in found] == [
        ("encouragement", IDS["Ana"]),
        ("celebration", IDS["Ana"]),
    ]
    assert [round(point.loss, 4) for point in found] == [1.26, 1.26]


def test_a_second_voice_ends_a_single_point() -> None:
    cleo = person(worked_network(), "Cleo")
    second = cleo.changed_to(gives={**cleo.gives, "encouragement": 2})
    found = single_points(worked_network(second), SCORING, TODAY)
    assert [point.kind for point in found] == ["celebration"]


def test_what_the_asks_can_cover_wants_nobody_new() -> None:
    assert unmet(worked_network()) == []


def test_a_strong_need_nobody_known_could_meet_wants_somebody_new() -> None:
    without = [
        person(worked_network(), name).changed_to(
            gives={kind: 3 for kind in KINDS if kind not in ("accountability", "belonging")}
        )
        for name in ("Ben", "Cleo", "Eli")
    ]
    assert unmet(worked_network(*without)) == [(RUN.id, "accountability"), (RUN.id, "belonging")]


def test_a_weak_need_wants_nobody_new() -> None:
    little = response(RUN, {"importance": dict.fromkeys(KINDS, 1)})
    assert unmet(worked_network(little)) == []
