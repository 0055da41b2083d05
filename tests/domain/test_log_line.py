"""A line typed in a hurry is understood, nobody is guessed or made up, and no word is lost."""

from dataclasses import replace
from datetime import date, timedelta
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.content import log_words
from tui.domain.language.text import clean_line, fold
from tui.domain.language.words import KINDS
from tui.domain.log_line.understand import understand
from tui.domain.log_line.understood import Understood
from tui.domain.log_line.words import parse_log_words
from tui.domain.records.network import Network
from tui.domain.records.shelf import Shelf
from tui.domain.records.supporter import Supporter

from .log_lines import FIRST, MORE, TODAY, VOICES, Line, differences, lines, network, today

WANTED = {FIRST: 1.0, MORE: 0.95, VOICES: 0.92}
"""So many of the lines of each file have to be understood without any correction: all were learnt from."""


def read(line: str, *about: str) -> Understood:
    """What is understood of a line about the network of the hundred lines."""
    return understand(line, network(), log_words(), TODAY, about=about)


def people(understood: Understood) -> list[str]:
    """Their names."""
    return [network().supporters[id_].name for id_ in understood.people]


@pytest.mark.parametrize(("file", "count"), [(FIRST, 100), (MORE, 198), (VOICES, 520)])
def test_everyday_lines_are_understood_without_correction(file: str, count: int) -> None:
    every = lines(file)
    wrong = {line.text: found for line in every if (found := misread(line, file))}
    told = [f"{text}\n    " + "\n    ".join(found) for text, found in wrong.items()]
    print("\n".join(told) or "All are understood.")
    assert len(every) == count
    assert len(every) - len(wrong) >= WANTED[file] * len(every), "\n".join(told)


@pytest.mark.parametrize(
    "line",
    [
        "ben didnt listen at all",
        "zoe never read my draft",
        "should have listened to ben",
        "nearly called ben",
        "no lunch with ana today",
        "if ben helps me ill be done",
        "hoping ben can lend me the van",
    ],
)
def test_what_is_denied_missed_or_hoped_for_has_not_happened(line: str) -> None:
    understood = read(line)
    assert (understood.channel, understood.direction, understood.kinds) == (None, None, ())
    assert understood.answer is None


@pytest.mark.parametrize(
    ("line", "direction"),
    [
        ("cleo rearranged my shelves", "received"),
        ("cleo rang the council on my behalf", "received"),
        ("mara sat with mum so i could sleep", "received"),
        ("carved a spoon for ana", "given"),
        ("thanks to ben for jump starting the car", "received"),
        ("ana said thanks for listening", "given"),
        ("cleo is off sick. dropped round with soup", "given"),
        ("quizzed by zoe for an hour", "received"),
    ],
)
def test_a_favour_is_known_by_who_did_it_and_for_whom(line: str, direction: str) -> None:
    assert read(line).direction == direction


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("both doing the swim with ben sat", date(2026, 3, 21)),
        ("agreed with zoe to ship on the 20th", date(2026, 3, 20)),
        ("ben's knee op is on friday, ring him after", date(2026, 3, 20)),
        ("chase ben if not here by friday", date(2026, 3, 20)),
        ("zoe will be here from the 23rd to the 27th", date(2026, 3, 23)),
        ("train with ben every friday from next week", date(2026, 3, 20)),
        ("promised cleo: the route to her by 3/25", date(2026, 3, 25)),
        ("zoe asked me to paint a sign. sure, by monday", date(2026, 3, 23)),
        ("must get cleo a card, her party is on the 28th", date(2026, 3, 28)),
    ],
)
def test_what_is_planned_or_due_is_to_come_and_not_what_happened(line: str, due: date) -> None:
    understood = read(line)
    assert understood.date == TODAY
    assert understood.follow_up is not None
    assert understood.follow_up.due == due


def test_what_is_asked_right_out_is_an_ask() -> None:
    asked = read("texted ana, can she take mum to the clinic on the 27th?").ask
    assert asked is not None
    assert (asked.text, asked.due) == ("she take mum to the clinic", date(2026, 3, 27))
    assert [network().supporters[id_].name for id_ in asked.people] == ["Ana Ribeiro"]


@pytest.mark.parametrize(
    ("line", "whom"),
    [
        ("asked ben to drive mum to the station", "Ben Achterberg"),
        ("texted ana, could ben lend me the van", "Ben Achterberg"),
        ("requested a reference from ingrid", "Ingrid Solberg"),
        ("rang cleo, asked for a lift with mara", "Cleo Okafor"),
    ],
)
def test_an_ask_is_of_the_one_who_is_asked_and_not_of_whom_it_is_about(line: str, whom: str) -> None:
    asked = read(line).ask
    assert asked is not None
    assert [network().supporters[id_].name for id_ in asked.people] == [whom]


def test_how_well_something_was_done_does_not_hide_what_was_done() -> None:
    assert (
        read("ana very kindly lent me her van").kinds == read("ana lent me her van").kinds == ("practical",)
    )


def misread(line: Line, file: str) -> list[str]:
    """What is understood of a line otherwise than expected."""
    return differences(line, understand(line.text, network(file), log_words(), today(file)), file)


def test_a_wrong_understanding_is_noticed() -> None:
    line = Line("coffee w ana", {**lines()[3].expected, "people": ["Cleo Okafor"]})
    assert differences(line, read(line.text))


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("will call ben", ["Ben Achterberg"]),
        ("Will called", ["Will Turner"]),
        ("ran the marathon in may", []),
        ("lunch with may", ["May Chen"]),
        ("a work of art", []),
        ("say grace", []),
        ("talked it over with Grace", ["Grace Adeyemi"]),
        ("BEN AND WILL CAME OVER", ["Ben Achterberg", "Will Turner"]),
        ("zoë & JOSÉ", ["Zoë Brandt", "José Álvarez"]),
        ("ben a. rang", ["Ben Achterberg"]),
        ("met my mentor", ["Dev Anand"]),
        ("dinner on tuesday", []),
    ],
)
def test_a_name_that_is_a_word_is_a_name_only_where_one_stands(line: str, named: list[str]) -> None:
    assert people(read(line)) == named


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("ask the runners about a coach", ["Tuesday runners"]),
        ("Mr Okafor... Ms Okafor rang", ["Cleo Okafor"]),
        ("tues runners last night", ["Tuesday runners"]),
        ("ben's mum is well", ["Ben Achterberg"]),
        ("his mum is well", []),
        ("looked after grace", ["Grace Adeyemi"]),
        ("soup with salt", []),
    ],
)
def test_titles_groups_and_whose_mother_it_is_tell_who_is_meant(line: str, named: list[str]) -> None:
    assert people(read(line)) == named
    assert read(line).unknown == ()


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("will is coming along on saturday", "yes"),
        ("will isnt coming along", "no"),
        ("will came along", None),
        ("said no to will", None),
        ("signed up for graces course", None),
        ("dev cant until june", "later"),
        ("grace asked me to help, said yes", None),
        ("dev invited us, said yes", None),
    ],
)
def test_an_answer_is_theirs_and_may_be_in_the_words_of_the_ask(line: str, value: str | None) -> None:
    answer = read(line).answer
    assert (answer.value if answer else None) == value


@pytest.mark.parametrize(
    "line",
    ["on #", "sure, by #", "my birthday #", "asked Dev for the slides, needed by #", "ana said yes by # 5"],
)
def test_a_sign_that_was_typed_is_taken_for_nobody_and_no_day(line: str) -> None:
    understood = read(line)
    assert understood.note == line
    assert understood.date == TODAY
    assert understood.follow_up is None


def test_what_we_would_do_is_not_done_on_wednesday() -> None:
    assert read("promised ben we'd paint the shed").date == TODAY


def test_a_name_that_two_have_is_asked_about() -> None:
    understood = read("sam rang")
    assert understood.people == ()
    assert [one.name for one in understood.unclear] == ["sam"]
    assert len(understood.unclear[0].ids) == 2


def test_a_name_said_in_full_once_is_clear_in_the_whole_line() -> None:
    assert people(read("sam whitlock rang, sam is moving")) == ["Sam Whitlock"]


def test_a_line_that_names_nobody_is_about_those_it_was_opened_on() -> None:
    ana = next(one for one in network().supporters.values() if one.name == "Ana Ribeiro")
    assert read("asked for a lift by fri", ana.id).ask is not None
    assert people(read("called re thesis", ana.id)) == ["Ana Ribeiro"]
    assert people(read("called ben re thesis", ana.id)) == ["Ben Achterberg"]


def test_an_answer_needs_an_open_ask_or_plain_words() -> None:
    assert read("grace agreed").answer is not None
    assert read("ben agreed").answer is None
    assert read("ben said yes").answer is not None


def test_marks_win_over_what_the_words_would_say() -> None:
    assert read("ben read my draft +encouragement").kinds == ("encouragement",)
    assert read("ben read my draft +enc +guid").kinds == ("encouragement", "guidance")


@pytest.mark.parametrize(
    "line", ["", " ", "?!", "+", "...", "@@@", "+ + +", "w/", "every", "asked", "promised ben"]
)
def test_what_means_nothing_says_nothing(line: str) -> None:
    assert read(line).note == clean_line(line)


_SAID = """
    asked ben sam will may called promised for to by fri every sunday , : said yes no maybe +guidance in 2
    weeks the 31st need from and with me ill offered gave a lift 10k re thesis tomorrow 29 feb priya
"""
WORDS = st.sampled_from(_SAID.split())
LINES = st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=30)


@given(LINES, st.dates())
def test_any_text_is_understood_somehow_and_every_word_of_it_kept(line: str, today: date) -> None:
    understood = understand(line, network(), log_words(), today)
    assert understood.note == clean_line(line)
    assert understood.date <= today
    assert set(understood.kinds) <= set(KINDS)
    understood.document(network())


@given(LINES)
def test_nobody_is_made_up(line: str) -> None:
    understood = read(line)
    assert set(understood.people) <= network().supporters.keys()
    ask, next_, answer = understood.ask, understood.follow_up, understood.answer
    also = {
        *(ask.people if ask else ()),
        *(next_.people if next_ else ()),
        *((answer.person,) if answer else ()),
    }
    assert also <= set(understood.people)
    for name in understood.unknown:
        assert name.casefold() in understood.note.casefold()
    said = fold(understood.note).replace("'", "")
    assert not understood.people or any(name in said for name in NAMES)


NAMES = {
    fold(word)
    for one in network().supporters.values()
    for word in (*one.name.split(), *one.aliases, *one.tags)
}
"""Every word of every name."""


@given(LINES)
def test_without_a_directory_nobody_is_known(line: str) -> None:
    understood = understand(line, Network(), log_words(), TODAY)
    assert (understood.people, understood.unclear, understood.goal) == ((), (), None)


def test_typing_stays_fast_with_eight_thousand_supporters() -> None:
    many = {f"{n}": Supporter(id=f"{n}", name=f"First{n % 900} Last{n}") for n in range(1, 8001)}
    large = replace(network(), shelves={**network().shelves, "supporter": Shelf(many)})
    line = "yesterday called First7 Last7 and First8 re 10k: plan looks fine, First9 checks in every sunday"
    small = replace(network(), shelves={**network().shelves, "supporter": Shelf({"7": many["7"]})})

    def took(network: Network) -> float:
        understand(line, network, log_words(), TODAY)
        begun = process_time()
        for _ in range(20):
            understand(line, network, log_words(), TODAY)
        return process_time() - begun

    assert min(took(large) for _ in range(3)) < 4 * min(took(small) for _ in range(3))


def test_a_day_ahead_is_never_the_day_it_happened() -> None:
    understood = read("lunch with ben tomorrow")
    assert understood.happened is False
    assert understood.follow_up is not None
    assert understood.follow_up.due == TODAY + timedelta(days=1)


def test_a_data_file_that_lacks_something_says_so() -> None:
    with pytest.raises(ValueError, match='log words: "typed" is missing'):
        parse_log_words({})
