"""A made-up directory of any size, with duplicates of ten kinds planted in it."""

from collections.abc import Callable
from random import Random

from tui.domain.people.duplicates import Known

_FIRST = (
    "Anna Bruno Carla Dario Elif Farid Gudrun Hiroshi Ines Jakob Kavita Lars Magda Nikhil Olga Pavel Quentin"
    " Rosa Selim Teresa Ulrike Viktor Wanda Xenia Yusuf Zelda Amira Bastian Celine Dmitri Esra Fiona Gunnar"
    " Helga Igor Juana Kemal Leyla Moritz Nadia Oskar Priya Rafael Sabine Tariq Ursula Valeria Wolfgang Yara"
    " Zeynep Ahmed Birgit Cedric Dagmar Emil Franka Giulia Hakan Irina Jasper Karin Ludwig Mehmet Noemi Orhan"
    " Paloma Ralf Svenja Timo Uwe Vera Werner Ximena Yannick Zora Arthur Britta Claudio Doris Enrico"
)
_FAMILY = (
    "Abara Becker Castillo Dahlgren Eriksson Fontaine Gruber Hoffmann Ivanov Jansen Kowalski Lindqvist Moreau"
    " Nakamura Okafor Petrovic Quispe Ribeiro Schneider Tanaka Ullmann Vasquez Wagner Xu Yilmaz Zimmermann"
    " Albrecht Bianchi Cardoso Dubois Engström Ferreira Gallagher Haddad Iglesias Jørgensen Keller Lefebvre"
    " Marchetti Nowak Oliveira Papadakis Rasmussen Santoro Thompson Urbanek Virtanen Weissmann Yamamoto Zhang"
    " Aguilar Bergmann Chevalier Drummond Esposito Friedrich Grigoryan Huber Ishikawa Johansson Krüger"
    " Lombardi"
    " Müller Nguyen Ostrowski Pellegrini Rousseau Sokolov Takahashi Vogel Winkler Andersson Brandt Cohen"
    " Delacroix Falk Guerrero Hartmann Ito Jimenez Kaplan Larsson Mendoza Novak Ortega Peeters Richter Sato"
    " Torres Vargas Weber Zamora"
    " Arslan Braun Costa Demir Ekström Fischer Gomez Hansen Jovanovic Kaya Lehmann"
)
_WORK = ("Harbour Works", "Museum", "City Hospital", "Laufverein", "Choir", "Library", "", "", "")

_NICK = ("spa", "tzi", "bru", "mel", "kno", "pfi", "lul", "schnu", "wom", "bat")

Planter = Callable[[Random, Known], Known]


def directory(random: Random, count: int) -> list[Known]:
    """So many different people: some share a surname, a firm, or the phone of the house they live in."""
    pairs = [(first, family) for first in _FIRST.split() for family in _FAMILY.split()]
    people: list[Known] = []
    for number, (first, family) in enumerate(random.sample(pairs, count)):
        phone = f"+49 {random.randint(150, 179)} {random.randint(1_000_000, 9_999_999)}"
        email = f"{first}.{family}{random.randint(1, 99)}@{random.choice(['mail', 'post', 'web'])}.example"
        day = f"{random.randint(1940, 2005)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
        people.append(
            Known(
                key=f"p{number}",
                names=(f"{first} {family}",),
                emails=(email.lower(),) if random.random() < 0.7 else (),
                phones=(phone,) if random.random() < 0.7 else (),
                birthday=day if random.random() < 0.3 else "",
                organisation=random.choice(_WORK),
            )
        )
    return [*people, *_housemates(random, people)]


def _housemates(random: Random, people: list[Known]) -> list[Known]:
    """Thirty who live with somebody and share the family name and the phone, but are somebody else."""
    mates = []
    with_phone = [one for one in people if one.phones]
    taken = {one.names[0] for one in people}
    for number, one in enumerate(random.sample(with_phone, 30)):
        family = one.names[0].split()[1]
        name = next(f"{first} {family}" for first in _FIRST.split() if f"{first} {family}" not in taken)
        taken.add(name)
        mates.append(Known(key=f"m{number}", names=(name,), phones=one.phones))
    return mates


def _named(one: Known, name: str) -> Known:
    return Known(key=f"copy of {one.key}", names=(name,), organisation=one.organisation)


def _parts(one: Known) -> tuple[str, str]:
    first, family = one.names[0].split()
    return first, family


def _same_email(random: Random, one: Known) -> Known:
    return Known(f"copy of {one.key}", (_parts(one)[0],), emails=(one.emails[0].upper(),))


def _email_other_name(random: Random, one: Known) -> Known:
    return Known(
        f"copy of {one.key}",
        (f"{random.choice(_NICK)}{random.choice(_NICK)}{random.choice(_NICK)}".title(),),
        emails=one.emails,
    )


def _same_phone(random: Random, one: Known) -> Known:
    digits = "".join(c for c in one.phones[0] if c.isdigit())
    spelt = random.choice(
        [f"00{digits}", f"0{digits[2:5]}/{digits[5:8]} {digits[8:]}", f"+49 (0){digits[2:]}"]
    )
    return Known(f"copy of {one.key}", (_parts(one)[0],), phones=(spelt,))


def _folded(random: Random, one: Known) -> Known:
    return _named(one, one.names[0].upper().replace("Ü", "UE").replace("Ö", "OE").replace("Ø", "O"))


def _reversed(random: Random, one: Known) -> Known:
    first, family = _parts(one)
    return _named(one, random.choice([f"{family}, {first}", f"{family} {first}"]))


def _slip(random: Random, one: Known) -> Known:
    first, family = _parts(one)
    place = random.randint(1, len(family) - 2) if len(family) > 3 else 0
    if not place:
        return _named(one, f"{first}a {family}")
    swapped = family[:place] + family[place + 1] + family[place] + family[place + 2 :]
    wrong = random.choice(
        [family[:place] + family[place + 1 :], family[:place] + "y" + family[place + 1 :], swapped]
    )
    return _named(one, f"{first} {wrong if wrong != family else family + 'x'}")


def _middle(random: Random, one: Known) -> Known:
    first, family = _parts(one)
    return _named(one, f"{first} {random.choice(['Sophie', 'J.', 'van'])} {family}")


def _initial(random: Random, one: Known) -> Known:
    first, family = _parts(one)
    return Known(f"copy of {one.key}", (f"{first[0]}. {family}",), birthday=one.birthday)


def _titled(random: Random, one: Known) -> Known:
    return _named(one, f"{random.choice(['Dr.', 'Prof. Dr.', 'Frau'])} {one.names[0]}")


def _alias(random: Random, one: Known) -> Known:
    first, family = _parts(one)
    return Known(f"copy of {one.key}", (f"{first}{family}",))


KINDS: dict[str, tuple[Planter, Callable[[Known], bool]]] = {
    "the same e-mail": (_same_email, lambda one: bool(one.emails)),
    "the same e-mail under another name": (_email_other_name, lambda one: bool(one.emails)),
    "the same phone in another spelling": (_same_phone, lambda one: bool(one.phones)),
    "the name without marks and case": (_folded, lambda one: True),
    "the name the other way round": (_reversed, lambda one: True),
    "a slip of the pen": (_slip, lambda one: True),
    "a middle name more": (_middle, lambda one: True),
    "an initial and the birthday": (_initial, lambda one: bool(one.birthday)),
    "a title": (_titled, lambda one: True),
    "the name written together": (_alias, lambda one: True),
}
"""The ten kinds of duplicate: how each is made of somebody, and of whom it can be made."""


def with_duplicates(random: Random, count: int, each: int) -> tuple[list[Known], dict[frozenset[str], str]]:
    """A directory and the pairs in it that are the same person, with their kind."""
    people = directory(random, count)
    planted: dict[frozenset[str], str] = {}
    free = people[:count]
    random.shuffle(free)
    for kind, (plant, can) in KINDS.items():
        for _ in range(each):
            one = next(one for one in free if can(one))
            free.remove(one)
            copy = plant(random, one)
            people.append(copy)
            planted[frozenset((one.key, copy.key))] = kind
    random.shuffle(people)
    return people, planted


_RARE = (
    "Karoline Wilhelmina Bartholomew Clementine Desiree Evangeline Florentin Gwendolyn Hyacinth Isidora"
    " Jocasta Konstantin Leopoldine Maximiliane Nepomuk Ottokar Philomena Quirin Rosalinde Sieglinde Thaddeus"
    " Urbana Valentin Walburga Xaver"
)


def with_first_names(random: Random, count: int) -> tuple[list[Known], set[frozenset[str]]]:
    """A directory with people put down by a first name alone, some in short, and the pairs of them."""
    people = directory(random, count)
    planted: set[frozenset[str]] = set()
    for number, first in enumerate(_RARE.split()):
        whole = Known(
            f"r{number}", (f"{first} {random.choice(_FAMILY.split())}",), phones=(f"0151 {number:07}",)
        )
        alone = Known(f"a{number}", (random.choice([first, first[:4]]),))
        people += [whole, alone]
        planted.add(frozenset((whole.key, alone.key)))
    people += [Known(f"c{number}", (first,)) for number, first in enumerate(_FIRST.split()[:40])]
    random.shuffle(people)
    return people, planted
