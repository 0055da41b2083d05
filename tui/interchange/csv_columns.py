"""What the columns of an address book mean, by the headers that exporters give them in several languages."""

import re
from collections.abc import Mapping, Sequence

from tui.domain.language.text import fold

TARGETS = (
    "name",
    "given",
    "middle",
    "family",
    "aliases",
    "emails",
    "phones",
    "birthday",
    "organisation",
    "notes",
    "tags",
)
"""What a column can be said to hold."""

_WORDS: Mapping[str, str] = {
    "name": "name, full name, display name, file as, anzeigename, vollstandiger name, nom complet,"
    " nombre completo, nome completo, naam, volledige naam",
    "given": "first name, given name, firstname, vorname, prenom, nombre de pila, nome proprio,"
    " primeiro nome, voornaam",
    "middle": "middle name, additional name, weitere vornamen, zweiter vorname, deuxieme prenom,"
    " autres prenoms, segundo nombre, secondo nome",
    "family": "last name, family name, lastname, surname, nachname, familienname, nom de famille, apellidos,"
    " apellido, cognome, sobrenome, achternaam",
    "prefix": "name prefix, anrede, tratamiento, prefix, title prefix",
    "suffix": "name suffix, suffix, suffixe, sufijo",
    "aliases": "nickname, nick name, nicknames, spitzname, surnom, pseudonyme, apodo, alias, soprannome,"
    " bijnaam",
    "organisation": "company, organization, organisation, organization name, organization 1 name,"
    " organisation name, employer, firma, unternehmen, societe, entreprise, organizacion, empresa, compania,"
    " azienda, societa, bedrijf",
    "birthday": "birthday, birth date, birthdate, date of birth, geburtstag, geburtsdatum, anniversaire,"
    " date de naissance, cumpleanos, fecha de nacimiento, compleanno, data di nascita, aniversario,"
    " verjaardag",
    "notes": "notes, note, comments, notizen, bemerkungen, bemerkung, commentaires, remarques, notas,"
    " notities",
    "tags": "labels, group membership, categories, category, tags, groups, kategorien, gruppen, gruppe,"
    " etiketten, group, categorie, groupes, libelles, categorias, grupos, etiquetas, categoria, gruppi",
    "phones": "particular, particular 2, movil, handy, natel, cell, mobile, mobil",
    "circle": "circle",
    "relationship": "relationship",
}
"""The headers, folded, that mean a field, in the languages in which exporters write them."""

_EXACT: Mapping[str, str] = {word: field for field, words in _WORDS.items() for word in words.split(", ")}
_EMAIL = re.compile(
    r"\b(e ?mails?|mail ?adresse|adresse de messagerie|courriel|correo( electronico)?|posta elettronica)\b"
)
_PHONE = re.compile(
    r"\b(phone|tele?phone|tel|telefono?|telefone|mobil\w*|handy|portable|movil|cell\w*|celular|\w+telefon)\b"
)
_ASIDE = re.compile(
    r"\b(typ|type|tipo|label|etikett|etiqueta|angezeigter|display|nom complet|mostrar|pantalla"
    r"|anzeigename|nombre|\w*fax|telecopie|telex|pager|callback|ruckmeldung|assistant|assistent\w*|asistente|ttd|tty"
    r"|gehorlose|horbehinderte|radio|service|carrier)\b"
)
"""Words of columns that only say more of an e-mail or a phone."""

_AMBIGUOUS: Mapping[str, tuple[str, str]] = {
    "nom": ("given", "family"),
    "name": ("given", "family"),
    "nombre": ("family", "given"),
    "nome": ("family", "given"),
}
"""Headers that mean family or given name where there is a column for the other, else the whole name."""

_ENGLISH_BIRTHDAY = ("birthday", "birth date", "birthdate")
_PERSONAL = frozenset({"name", "given", "family", "aliases", "emails", "phones"})


def header_word(header: str) -> str:
    """A header as it is compared: folded, with single spaces for whatever stands between words.

    >>> header_word("E-mail 1 - Value"), header_word("Téléphone (bureau)")
    ('e mail 1 value', 'telephone bureau')
    """
    return " ".join("".join(c if c.isalnum() else " " for c in fold(header)).split())


def guessed(headers: Sequence[str]) -> dict[int, str]:
    """What each column holds, by its place; those that nobody knows are not there."""
    words = [header_word(header) for header in headers]
    found = {place: target for place, word in enumerate(words) if (target := _target(word))}
    for place, word in enumerate(words):
        if word in _AMBIGUOUS and found.get(place, "name") == "name":
            other, meant = _AMBIGUOUS[word]
            twin = word in words[place + 1 :] or meant in (found[each] for each in found if each != place)
            found[place] = meant if other in found.values() and not twin else "name"
    return found


def is_header(headers: Sequence[str]) -> bool:
    """Whether a row is the one with the headers: at least two known columns, one of them of a person."""
    known = set(guessed(headers).values())
    columns = guessed(headers)
    return len(columns) >= 2 and bool(known & _PERSONAL)


def month_first(header: str) -> bool:
    """Whether a birthday under this header is written as in America."""
    return header_word(header) in _ENGLISH_BIRTHDAY


def _target(word: str) -> str:
    if word in _EXACT:
        return _EXACT[word]
    numbered = word.rstrip("0123456789").rstrip()
    if numbered != word and _EXACT.get(numbered) in ("aliases", "tags"):
        return _EXACT[numbered]
    if _ASIDE.search(word):
        return ""
    if _EMAIL.search(word):
        return "emails"
    return "phones" if _PHONE.search(word) else ""
