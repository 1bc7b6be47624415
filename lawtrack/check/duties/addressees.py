"""Whom a norm addresses: an authority, whose neglect its own superiors answer, or everybody else."""

from __future__ import annotations

import re
from typing import Final, Literal

from lawtrack.check.duties.grammar.reading import expression_of, words_of
from lawtrack.patterns import compile_on_use

Addressee = Literal["authority", "person", "abstract", "unnamed", ""]
"""`unnamed` where the words name a thing or a case, "" where they name nothing: the one named before may go on."""

_AUTHORITY: Final = words_of("authority")
_PERSON: Final = words_of("person")
_NOUN: Final = compile_on_use(rf"(?P<authority>{_AUTHORITY})|(?P<person>{_PERSON})")
_GOVERNING: Final = expression_of("governed")
_ALL_ALIKE: Final = expression_of("all alike")
_OF_AUTHORITIES: Final = expression_of("of authorities")
_ABSTRACT: Final = expression_of("work")
_OFFICES_DO: Final = expression_of("office work")
_EXCEPTED: Final = expression_of("exception first")
_OBJECT: Final = expression_of("object")
_IN_OFFICE: Final = compile_on_use(rf"[^，。、]{{0,12}}(?:{_AUTHORITY})")
_TRADE: Final = expression_of("trade")
_OFFICE_BEGINS: Final = expression_of("office begins")
_DOING: Final = expression_of("doing")
_THE_CITY: Final = expression_of("the city")
_OFFICE_FIRST: Final = compile_on_use(rf"[^，。的拒阻妨不未擅私向经对被由在违]{{0,20}}(?:{_AUTHORITY})")
_TRAILING: Final = expression_of("trailing")
_HOLLOW: Final = expression_of("hollow")


def addressee(words: str) -> Addressee:
    """Whom the words before an 应当, 不得 or 禁止 name, as far as they do.

    >>> addressee("公安机关收到申请后，"), addressee("养犬人向公安机关申请登记时，"), addressee("养犬管理")
    ('authority', 'person', 'abstract')
    >>> addressee("机关、企业事业单位和其他组织"), addressee("并")
    ('person', '')
    """
    words = _TRAILING.sub("", _EXCEPTED.sub("", words).rstrip("， ")).rstrip("， ")
    last = words.rpartition("，")[2]
    first = words.partition("，")[0]
    if last.endswith("的") and first != words and _addressee(first) == "authority":
        return "authority"
    named = _addressee(last) if last != words else ""
    return named if named in {"authority", "person", "abstract"} else _addressee(words)


def of_authority(conduct: str) -> bool:
    """Does a conduct begin with the authority whose it is?

    >>> of_authority("登记机关不予登记的"), of_authority("拒绝登记机关检查的")
    (True, False)
    """
    office = _OFFICE_FIRST.match(conduct)
    return bool(office and not _ALL_ALIKE.match(conduct, office.end()))


def _addressee(words: str) -> Addressee:
    """Whom some clauses name together; the last clause alone is asked first, as what stands before it sets the case."""
    plain = words.strip("，、 　：:")
    if _HOLLOW.match(plain):
        return ""
    if _OFFICE_BEGINS.match(plain):
        return "authority"
    if _OBJECT.match(plain):
        return (
            "authority" if _OFFICES_DO.search(plain) else "abstract" if _ABSTRACT.search(plain) else "unnamed"
        )
    if whose := _whose(plain):
        return whose
    if _THE_CITY.match(plain):
        return "authority"
    at = 0
    for noun in _NOUN.finditer(plain):
        begins = max(at, plain.rfind("，", 0, noun.start()) + 1)
        clause = plain[begins : noun.start()]
        at = noun.end()
        if noun.lastgroup == "authority" and re.search(r"由[^的，]{0,60}$", clause):
            return "authority"
        governed = [each.end() for each in _GOVERNING.finditer(plain, begins) if each.end() <= noun.start()]
        if governed and "的" not in plain[governed[-1] : noun.start()]:
            continue
        if noun.lastgroup == "person" and _owned(plain, noun.end()):
            continue
        if noun.lastgroup == "authority":
            if _OF_AUTHORITIES.search(plain):
                return "authority"
            alike = not noun.group().endswith(("政府", "办事处")) and _ALL_ALIKE.match(plain, noun.end())
            return "person" if alike else "authority"
        return "person"
    if _OFFICES_DO.search(plain):
        return "authority"
    hollow = _ABSTRACT.search(plain) and not _TRADE.search(plain) and not _DOING.match(plain)
    return "abstract" if hollow else "unnamed"


def _whose(plain: str) -> Addressee:
    """Whose a norm is by the noun behind the last 的: 停车的管理机构, 停车场规划的调整; "" where that does not tell."""
    _, of, noun = plain.rpartition("的")
    if of and _IN_OFFICE.fullmatch(noun):
        return "authority"
    work = of and _ABSTRACT.search(noun) and not _NOUN.search(noun) and not _TRADE.search(noun)
    return "abstract" if work else ""


def _owned(plain: str, end: int) -> bool:
    """Does what follows make the one named only the owner or maker of a thing: 养犬人饲养的犬只?"""
    clause = plain[end:].partition("，")[0]
    thing = clause.rpartition("的")[2]
    return len(thing) != len(clause) and bool(thing) and not _NOUN.search(thing)
