"""A message as a mailto link, for the person's own mail program."""

import re
from urllib.parse import quote

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_LONGEST_ADDRESS = 254


def mail_address(texts: "tuple[str, ...]") -> str | None:
    """The first of these that is a mail address; None where none is."""
    return next((text for text in texts if _fits(text)), None)


def mailto(address: str, subject: str, text: str) -> str:
    """The link that opens a message to an address; every part is encoded, and nothing else can be said in it.

    >>> mailto("ben@example.org", "10 km", "Hello & thanks")
    'mailto:ben@example.org?subject=10%20km&body=Hello%20%26%20thanks'
    """
    if not _fits(address):
        raise ValueError("This is not a mail address.")
    body = "\r\n".join(text.splitlines())
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"


def _fits(text: str) -> bool:
    return len(text) <= _LONGEST_ADDRESS and _ADDRESS.fullmatch(text) is not None
