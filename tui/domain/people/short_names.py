"""First names and the short forms that people go by, in several languages."""

from collections import defaultdict
from collections.abc import Mapping

_TOGETHER = """
robert bob bobby rob robbie bert
william bill billy will willy liam
richard dick rick ricky richie
elizabeth liz lizzie beth betty eliza lisa
margaret maggie meg peggy greta margarete
katherine kate katie kathy cathy catherine kathrin katharina kat
michael mike mick michi mikey
christopher chris kris christoph
alexander alex sascha sasha xander
thomas tom tommy
james jim jimmy jamie
john johnny jack jon jonathan
joseph joe joey josef sepp
edward ed eddie ted teddy ned
anthony tony anton toni
andrew andy drew andreas
daniel dan danny
david dave davy
steven steve stephen stefan stephan
susan sue suzie susanne susi
jennifer jen jenny
matthew matt matthias mattias
nicholas nick nico niklas klaus
patricia pat patty trish
rebecca becky becca
samuel sam sammy samantha
timothy tim timmy
francisco paco pancho frank franz francis
jose pepe
maria mia marie mary
johannes hannes hans johann
friedrich fritz fred frederick
eleanor nora ellie leonor
benjamin ben benny
gregory greg
kenneth ken kenny
peter pete
victoria vicky tori
charles charlie chuck karl carl
alfred fredo alfie
guillaume guillermo memo
ignacio nacho
dolores lola
magdalena lena leni magda
helena helene lena leni nele
gabriele gabriela gabi gabby
ulrich uli ulli
ulrike ulla uli
stefanie stephanie steffi steph stefania
cornelia conny nele
beatrix beatrice bea trixi
christine christina tina chris kirsten
martina tina
alexandra sandra alex sascha sasha
sebastian basti bastian
manfred manni fred
johanna hanna hanne jo
heinrich heinz heiner
theodor theo teddy
wolfgang wolf wolfi
isabel isabella bella isa
eduardo edu lalo
alejandro ale alex
fernando nando fer
rosario charo
mercedes merche
concepcion concha conchita
antonio tony toni tonio
giuseppe beppe pino
luigi gigi
salvatore toto turi
ekaterina katya katja
dmitri dima mitya
aleksandra sasha ola
malgorzata gosia
katarzyna kasia
agnieszka aga
zbigniew zbyszek
henrik rik hendrik
cornelis kees
jacobus jaap
wilhelmina mina mien
margarethe grete gretchen rita
ferdinand ferdi
leonhard leo leon leonard
maximilian max
philip phil filip
gerald gerry jerry gerard
lawrence larry laurie
henry harry hank
abigail abby
barbara babs barb babsi
deborah debbie
pamela pam
jacqueline jackie
vincent vinnie vince
zachary zach zak
"""
"""Names that may be of the same person, one line each, folded."""

_lines: defaultdict[str, set[int]] = defaultdict(set)
for _number, _line in enumerate(_TOGETHER.split("\n")):
    for _name in _line.split():
        _lines[_name].add(_number)

NO_FORMS: frozenset[int] = frozenset()
FORMS: Mapping[str, frozenset[int]] = {name: frozenset(lines) for name, lines in _lines.items()}
"""What a name has in common with those that it may be short for, or long."""


def alike(one: str, other: str) -> bool:
    """Whether one of two names may be short for the other, or both for a third.

    >>> alike("bob", "robert"), alike("bob", "ana")
    (True, False)
    """
    return not FORMS.get(one, NO_FORMS).isdisjoint(FORMS.get(other, NO_FORMS))
