"""What may be kept of text, and how it is compared."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tui.domain.language.text import clean_line, clean_note, fold


def test_control_characters_are_taken_out_and_newlines_and_tabs_stay() -> None:
    assert clean_note("a\x1b[31mred\x00\x9b\tb\r\nc") == "a[31mred\tb\nc"


def test_a_hidden_change_of_direction_becomes_visible() -> None:
    assert clean_note("exe\u202etxt") == "exe‹202E›txt"


def test_a_line_has_single_spaces_and_no_ends() -> None:
    assert clean_line("  two\n\nwords \t") == "two words"


def test_joiners_and_marks_that_scripts_need_stay() -> None:
    assert clean_note("👩\u200d🚀 \u200eabc") == "👩\u200d🚀 \u200eabc"


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_note(clean_note(text)) == clean_note(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(st.text())
def test_clean_text_holds_no_control_character_but_newline_and_tab(text: str) -> None:
    kinds = {unicodedata.category(character) for character in clean_note(text) if character not in "\n\t"}
    assert not kinds & {"Cc", "Cs"}


def test_folded_text_has_no_marks_and_no_case() -> None:
    assert fold("  Renée  LÓPEZ Straße") == "renee lopez strasse"
