"""What the columns of an address book mean, by the headers that exporters give them in several languages."""

import re
from collections.abc import Iterable, Mapping, Sequence

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
    " nombre completo, nome completo, naam, volledige naam, imie i nazwisko",
    "given": "first name, given name, firstname, first, vorname, prenom, nombre de pila, nome proprio,"
    " primeiro nome, voornaam, imie, имя",
    "middle": "middle name, middle, additional name, weitere vornamen, zweiter vorname, deuxieme prenom,"
    " autres prenoms, segundo nombre, secondo nome, segundo nome, middelste naam, tussenvoegsel, drugie imie,"
    " отчество",
    "family": "last name, family name, lastname, last, surname, nachname, familienname, nom de famille,"
    " apellidos, apellido, cognome, sobrenome, apelido, achternaam, nazwisko, фамилия",
    "prefix": "name prefix, anrede, tratamiento, prefix, title prefix",
    "suffix": "name suffix, suffix, suffixe, sufijo, suffisso, sufixo, achtervoegsel, sufiks",
    "aliases": "nickname, nick name, nicknames, spitzname, surnom, pseudonyme, apodo, alias, soprannome,"
    " bijnaam, pseudonim",
    "organisation": "company, organization, organisation, organization name, organization 1 name,"
    " organisation name, employer, firma, unternehmen, societe, entreprise, organizacion, empresa, compania,"
    " azienda, societa, bedrijf, организация",
    "birthday": "birthday, birth date, birthdate, date of birth, geburtstag, geburtsdatum,"
    " date de naissance, cumpleanos, fecha de nacimiento, compleanno, data di nascita,"
    " verjaardag, geboortedatum, urodziny, data urodzenia, день рождения",
    "year": "birth year, geburtsjahr, annee de naissance, ano de nacimiento, anno di nascita, geboortejaar,"
    " rok urodzenia",
    "month": "birth month, geburtsmonat, mois de naissance, mes de nacimiento, mese di nascita,"
    " geboortemaand, miesiac urodzenia",
    "day": "birth day, jour de naissance, dia de nacimiento, giorno di nascita, geboortedag, dzien urodzenia",
    "notes": "notes, note, comments, notizen, bemerkungen, bemerkung, commentaires, remarques, notas,"
    " notities, notizie, notatki, заметки",
    "tags": "labels, group membership, categories, category, tags, groups, kategorien, gruppen, gruppe,"
    " etiketten, group, categorie, groupes, libelles, categorias, grupos, etiquetas, categoria, gruppi,"
    " categorieen, kategorie, категории",
    "circle": "circle",
    "relationship": "relationship",
}
"""The headers, folded, that mean a field, in the languages in which exporters write them."""

_EXACT: Mapping[str, str] = {word: field for field, words in _WORDS.items() for word in words.split(", ")}
_EMAIL = re.compile(
    r"\b(e ?mails?|e ?mail\w*adres\w*|mail ?adresse|adresse de messagerie|courriel|corr?eio? electronico"
    r"|correo|correio eletronico|posta elettronica|эл почты)\b"
)
_PHONE = re.compile(
    r"\b(phones?|tele?phones?|tel|tele?fono?|telefone|mobil\w*|handy|portable|telemovel|movil|cell\w*"
    r"|natel|particular|abitazione|ufficio|\w*tele?foon|\w+telefon|телефон)\b"
)
_PLACES = frozenset(["home", "work", "other", "primary", "main"])
"""Headers under which some write phones and others anything: what looks like a phone is one."""

_ASIDE = re.compile(
    r"\b(typ|type|tipo|label|etikett|etiqueta|angezeigter|\w*fax|faks|telecopie|tele[xk]s?|pager|callback"
    r"|ruckmeldung|assistant|assistent\w*|asisten\w*|ttd|tty|gehorlose|horbehinderte|radio|service|carrier)\b"
)
"""Words of columns that only say more of an e-mail or a phone."""

_AMBIGUOUS: Mapping[str, tuple[str, str]] = {
    "nom": ("given", "family"),
    "name": ("given", "family"),
    "nombre": ("family", "given"),
    "nome": ("family", "given"),
}
"""Headers that mean family or given name where there is a column for the other, else the whole name."""

_YEARLY = frozenset(["anniversaire", "aniversario"])
"""Headers that mean the birthday in one language; in another, where it has its own, the wedding day."""

_ENGLISH_BIRTHDAY = ("birthday", "birth date", "birthdate")
_DAY_FIRST = re.compile(r"\s*(1[3-9]|2\d|3[01])/")
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
    if "birthday" not in found.values():
        found |= {place: "birthday" for place, word in enumerate(words) if word in _YEARLY}
    elif "month" in found.values():
        found |= {place: "day" for place, target in found.items() if target == "birthday"}
    return found


def is_header(headers: Sequence[str]) -> bool:
    """Whether a row is the one with the headers: at least two known columns, one of them of a person."""
    columns = guessed(headers)
    return len(columns) >= 2 and not _PERSONAL.isdisjoint(columns.values())


def month_first(header: str, cells: Iterable[str]) -> bool:
    """Whether the birthdays under this header are written as in America: none of them begins with a day."""
    return header_word(header) in _ENGLISH_BIRTHDAY and not any(map(_DAY_FIRST.match, cells))


def any_phone(header: str) -> bool:
    """Whether what is under this header is a phone only if it looks like one."""
    return header_word(header) in _PLACES


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
    return "phones" if word in _PLACES or _PHONE.search(word) else ""
