"""What of a card is not kept, in the words in which a person is told."""

from collections.abc import Mapping

from .vcard_lines import VALUELESS, ContentLine

_LONGEST_NAME = 40

_WORDS: Mapping[str, str] = {
    "a photo": "PHOTO, X-MS-CARDPICTURE",
    "a logo": "LOGO",
    "a sound": "SOUND",
    "a key": "KEY",
    "an address": "ADR",
    "a card within the card": "AGENT",
    "a web page": "URL, X-SOCIALPROFILE, X-EVOLUTION-BLOG-URL, X-EVOLUTION-VIDEO-URL",
    "a job title": "TITLE",
    "a role": "ROLE",
    "a chat name": "IMPP, X-AIM, X-ICQ, X-JABBER, X-MSN, X-SKYPE, X-YAHOO, X-GOOGLE-TALK, X-QQ,"
    " X-MS-IMADDRESS, X-SIGNAL, X-TELEGRAM, X-MATRIX, X-GADUGADU, X-GROUPWISE, X-SKYPE-USERNAME",
    "an anniversary": "ANNIVERSARY, X-ABDATE, X-ANNIVERSARY, X-EVOLUTION-ANNIVERSARY, X-MS-ANNIVERSARY",
    "a relation": "RELATED, X-ABRELATEDNAMES, X-SPOUSE, X-MANAGER, X-ASSISTANT, X-EVOLUTION-SPOUSE,"
    " X-EVOLUTION-MANAGER, X-EVOLUTION-ASSISTANT, X-MS-SPOUSE, X-MS-MANAGER, X-MS-ASSISTANT, X-MS-CHILD",
    "a number of a firm": "X-MS-TEL",
    "a gender": "GENDER, X-GENDER, X-WAB-GENDER",
    "a place": "GEO",
    "a time zone": "TZ",
    "a language": "LANG",
}
_LEFT: Mapping[str, str] = {name: word for word, names in _WORDS.items() for name in names.split(", ")}

_SILENT = frozenset(
    """
    REV SOURCE NAME MAILER CLASS SORT-STRING CLIENTPIDMAP XML PROFILE LABEL
    KIND MEMBER FBURL CALURI CALADRURI CAPURI X-CLASS X-ACCOUNT X-REV
    """.split()  # noqa: SIM905 - a list of words
)
_SILENT_BEGINNINGS = tuple(
    """
    X-AB X-ACTIVITY- X-ADDRESSBOOKSERVER- X-ALLIES- X-BLACKBERRY- X-CARDBOOK- X-COUCHDB- X-EVOLUTION- X-GROUP-
    X-GWTYPE X-IMAGE X-IRMC- X-KADDRESSBOOK- X-LOTUS- X_LOTUS_ X-MOZILLA- X-MS-OL- X-MS-SIGNATURE X-NEXTCLOUD-
    X-OC- X-PHONETIC- X-PM- X-RADICALE- X-SAMSUNG X-SHARED-PHOTO- X-SOGO- X-THUNDERBIRD- X-WAB-
    """.split()  # noqa: SIM905 - a list of words
)
"""Bookkeeping of other programs, of which a person need not hear: names, and how names begin."""


def left_word(line: ContentLine) -> str:
    """A line that is not kept, in a word or two; empty where it goes without saying."""
    if line.name in _SILENT or not (line.value.strip("; ") or line.name in VALUELESS):
        return ""
    if line.name in _LEFT:
        return _LEFT[line.name]
    return "" if line.name.startswith(_SILENT_BEGINNINGS) else f'"{line.name[:_LONGEST_NAME]}"'
