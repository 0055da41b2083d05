"""A message as a mailto link."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.interchange.mail import mail_address, mailto


def test_a_message_comes_back_from_its_link_as_it_was() -> None:
    link = mailto("ben+run@example.org", "10 km & more?", "Hello Ben,\n\n100% yes & thanks #1\n")
    parts = urlsplit(link)
    said = parse_qs(parts.query, strict_parsing=True)
    assert (parts.scheme, unquote(parts.path)) == ("mailto", "ben+run@example.org")
    assert said == {"subject": ["10 km & more?"], "body": ["Hello Ben,\r\n\r\n100% yes & thanks #1"]}


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])))
def test_no_words_add_anything_to_a_link(subject: str, text: str) -> None:
    link = mailto("ben@example.org", subject, text)
    assert link.isascii()
    assert link.count("?") == link.count("&") == 1
    assert not any(character.isspace() for character in link)
    assert link.lower().count("attach=") == 0


@pytest.mark.parametrize(
    "texts",
    [
        (),
        ("",),
        ("ben",),
        ("ben@example",),
        ("ben@example.org?cc=eve@example.org",),
        ("ben@example.org,eve@example.org",),
        ("Ben <ben@example.org>",),
        ("ben@exa mple.org",),
        ("ben@example.org\nBcc: eve@example.org",),
        ("b" * 250 + "@example.org",),
    ],
)
def test_what_is_no_address_is_not_written_to(texts: tuple[str, ...]) -> None:
    assert mail_address(texts) is None
    for text in texts:
        with pytest.raises(ValueError, match="not a mail address"):
            mailto(text, "", "")


def test_the_first_address_that_is_one_is_taken() -> None:
    assert mail_address(("at work", "ben@example.org", "b@example.com")) == "ben@example.org"
