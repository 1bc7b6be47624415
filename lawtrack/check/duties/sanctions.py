"""What follows from a breach: the conduct that a clause of penalties names, the provisions it cites, and what it threatens.

行政处罚法 (2021) art. 9 lists the kinds of penalties; 责令改正 (art. 28), liability and discipline follow a breach too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from lawtrack.check.duties.addressees import of_authority
from lawtrack.check.duties.grammar.reading import expression_of

CONSEQUENCE: Final = expression_of("consequence")
_STRONG: Final = expression_of("penalty head")
_ORDERS: Final = re.compile(r"，[^，。；]{2,16}应当(?:立即|依法)?责令")
_FINED_TOO: Final = re.compile(r"罚款|没收|警告|吊销|处分|取缔|拘留")
_WHO: Final = re.compile(
    r"(?P<who>[一-鿿]{1,10}?(?:机构|单位|企业|公司|学校|人员|[^法的本他为]者|[^法的本他个]人))(?=有下列|未|不(?!同)|擅自|拒|超|违反|接受|出具)"
)
_HANDLED: Final = expression_of("handled by law")
_OWES: Final = expression_of("office owes")
_GRAVE: Final = expression_of("gravity")
_DISCIPLINE: Final = expression_of("discipline")
_FINED: Final = expression_of("penalty of people")
_BROKEN: Final = expression_of("breach named")
_STARTS: Final = expression_of("penalty begins")
TREATED: Final = expression_of("treated as")
PLAIN: Final = expression_of("plain conduct")
SHORTEST: Final = 5
"""Characters that name a conduct; fewer only repeat that there was a breach."""
BREACH: Final = expression_of("breach")
_REMEDY: Final = expression_of("remedy")
_CIVIL: Final = expression_of("civil liability")
_MEASURES: Final = expression_of("measures taken")
_SPARED: Final = expression_of("spared")
_NAMING: Final = expression_of("provision named")
_OFFICIAL: Final = expression_of("official misconduct")
_RESISTED: Final = expression_of("resisted")
_OTHER_LAW: Final = expression_of("other law")
_BY_OTHER_LAW: Final = expression_of("by other law")
_UNNAMED: Final = expression_of("unnamed conduct")
_FOR_ALL: Final = expression_of("any breach")
_ANY_BREACH: Final = re.compile(r"(?:对)?违反本(?:条例|办法|规定|法|细则)(?:的?规定)?的(?:行为)?，[^的]*$")
"""违反本条例规定的，由公安机关处罚: no conduct, no provision."""


@dataclass(frozen=True, slots=True)
class Sanction:
    r"""One conduct and what follows: the paragraph or item that names it, its article, its place as cited.

    `conduct` are the words that name it, "" where only a provision is cited; `words` the paragraph's. `cited` are the
    eids that it says were broken. `official` says that it is for those in office, `rest` that it is for every breach
    (构成犯罪的; 法律另有规定的，从其规定). `who` is whom it punishes (认可机构有下列情形的), "" where it does not say.

    >>> from lawtrack.check import duty_table
    >>> from lawtrack.law import parse
    >>> table = duty_table(parse("第一条　经营者应当公示价格。\n第二条　违反本条例第一条规定的，处一千元罚款。"))
    >>> table.rows[0].penalty.cited, table.rows[0].penalty.official
    (('art_1',), False)
    """

    eid: str
    article: str
    label: str
    conduct: str
    words: str = field(repr=False)
    cited: tuple[str, ...]
    official: bool
    rest: bool
    who: str = ""

    @property
    def names_conduct(self) -> bool:
        """Does it say which conduct it is for, in words or by a provision?"""
        return bool(self.cited) or (len(self.conduct) >= SHORTEST and not _GRAVE.fullmatch(self.conduct))


def punished(words: str) -> str:
    """Whom a clause of penalties punishes, as far as its first words say.

    >>> punished("违反本条例规定，船检机构有下列情形之一的，"), punished("游船管理单位未登记的"), punished("擅自停船的")
    ('船检机构', '游船管理单位', '')
    """
    named = _WHO.match(_NAMING.sub("", words, count=1))
    return named["who"] if named else ""


def breach(sentence: str) -> bool:
    """Does a sentence name a breach and what follows from it?

    >>> breach("违反本条例第八条规定的，处二百元罚款。"), breach("公安机关应当责令限期改正。")
    (True, False)
    """
    named = BREACH.search(sentence)
    if not named or _MEASURES.search(sentence) or _SPARED.search(sentence) or remedy(sentence):
        return False
    follows = sentence[named.end() :] if named.group() == "的，" else sentence
    if _ORDERS.search(sentence) and not _FINED_TOO.search(sentence):
        return False
    strong = _STRONG.search(follows) or (_BROKEN.search(sentence) and _HANDLED.search(sentence))
    return bool(strong) and not re.match(
        r"[^，。]{0,30}(?:部门|机关|单位)?[^，。]{0,10}应当(?:责令|及时|立即)|[^，]{0,40}(?:部门|机关|政府)[^。]{0,120}应当[^，。]{0,4}责令",
        sentence,
    )


def conduct_of(sentence: str) -> str:
    """The words that name the conduct, without the provision that it breaks and what follows.

    >>> conduct_of("违反本条例第八条规定，携犬乘坐电梯的，由公安机关责令改正，处二百元罚款。")
    '携犬乘坐电梯的'
    """
    named = _NAMING.sub("", sentence, count=1)
    starts = _STARTS.search(named)
    return (named[: starts.start()] if starts else named).strip("，。；： ").removeprefix("或者")


def for_officials(sentence: str) -> bool:
    """Is it for those in office?"""
    named = _NAMING.sub("", sentence, count=1)
    if _DISCIPLINE.search(sentence) and not _FINED.search(sentence):
        return True
    done = _RESISTED.sub("", sentence)
    return bool(_OFFICIAL.search(done) or (of_authority(named) and not _OWES.match(named)))


def for_every_breach(sentence: str) -> bool:
    """Does it speak of every breach of the text (crimes, other laws), not of one conduct?"""
    civil = _CIVIL.search(sentence) and not _STRONG.search(sentence)
    if _BY_OTHER_LAW.search(sentence):
        conduct = conduct_of(sentence)
        return len(conduct) < SHORTEST or bool(_UNNAMED.search(conduct)) or "的，" not in sentence
    return bool(
        civil
        or _OTHER_LAW.search(sentence)
        or _FOR_ALL.search(sentence)
        or _ANY_BREACH.match(sentence.strip())
    )


def remedy(sentence: str) -> bool:
    """Does it speak of what follows a penalty: objections to it, what the punished may no longer do?"""
    return bool(_REMEDY.search(sentence))
