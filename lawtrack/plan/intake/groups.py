"""The kind of instrument in running words: what stands right before a group of titles or right behind it, and who speaks.

    政府规章2件：《甲》《乙》 · 《甲》《乙》两件政府规章的修订 · 政府规章方面，制定《甲》，修订《乙》 · 市政府将制定《甲》

What is said before a colon or of a field (政府规章方面) holds for all that it opens; what stands beside a group, for the group
alone. Who is to act, the assembly or the government, is what is left where no word names the kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from lawtrack.messages import translate
from lawtrack.patterns import compile_on_use
from lawtrack.plan.intake.kinds import ASSEMBLY, GOVERNMENT, KIND_WORDS, REGULATION, RULE, kind_in, kinds_in
from lawtrack.plan.intake.wording import ACT, TITLE_MARKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.plan.intake.runs import Run
    from lawtrack.plan.model import InstrumentKind

_COUNT: Final = r"(?:共|计)*(?:[0-9]{1,3}|[一二两三四五六七八九十]{1,3})[件部项个]"
_MANY: Final = rf"[（(]?(?:{_COUNT})?[)）]?"
_FIELD: Final = compile_on_use(
    rf"(?:{KIND_WORDS})(?:草案|立法|制定|项目|修订|清理|工作)*{_MANY}(?:(?:方面|领域|类|部分|层面)+[，,：:]?|[中上][，,])"
    rf"|(?:{KIND_WORDS})[^，。；：《》]{{0,12}}[：:]|(?:{KIND_WORDS})[^，。；：《》]{{0,4}}(?:分别)?[为是有](?={ACT})"
    rf"|(?:{KIND_WORDS})[^，。；：《》]{{0,8}}{_COUNT}[^，。；：《》]{{0,8}}，(?=其中|分别|即|包括|主要|为|是|有|[一1]是|其一|具体)"
)
"""政府规章方面，政府规章2件：, 政府规章3件，分别: what it opens is of this kind."""
_OF_PLAN: Final = compile_on_use(rf"{RULE}(?:立法|制定|工作|年度)*计划")
"""按照规章制定计划: the whole text is of rules."""
_OTHER_HALF: Final = re.compile(f"(?:{REGULATION})[^，。；《》]{{0,4}}(?:、|和|及|与|以及)?$")
_ALL: Final = compile_on_use(
    rf"，(?!其中|分别|前者|后者|前[一两]|后[一两])(?:以上|上述|这些|前述|[两二三四五六]者)?[^，。；《》]{{0,6}}(?:为|是|属于?|系)(?P<kind>{KIND_WORDS})(?![^，。；]{{0,3}}[：:《])"
)
"""，均为政府规章: of what stands before."""
_EACH: Final = compile_on_use(rf"(?:前|后|其中)[^，。；《》]{{1,8}}(?:为|是|属于?|系)(?:{KIND_WORDS})")
_ACTOR: Final = re.compile(
    "人大(?!代表)|人民代表大会|(?<!党委)(?<!市委)(?<!省委)常委会|主任会议|法工委|法制委"
)
_BROUGHT: Final = re.compile(
    "(?:提请|报请|提交|报送|上报|呈报)[^，。；]{0,12}(?:人大|人民代表大会|常委会)(?:常委会)?"
)
"""提请市人大常委会审议: before whom it comes, not who acts."""
_BESIDES: Final = re.compile("此外|另外|除此之外|除上述")
_DRAFTERS: Final = re.compile(
    r"[（(][^（()）]*[)）]|由[^，。；]{2,30}?(?:起草|牵头|负责|承办|组织)|提请单位[^，。；]*|(?:会同|配合)[^，。；]*"
)
"""Who drafts does not say of which kind a text is."""
_LISTED: Final = re.compile(
    r"[，、；：:和及与并以 　]*(?:[一二三四五六七八九十]是|其[一二三四五六七八九十]|[（(]?\d{1,2}[)）.．、]|[①-⑳])?[ 　]*"
)
_LEADS: Final = re.compile(
    r"[，：:]?(?:其中)?(?:即|为|是|包括|有|分别[为是]|主要[是有为]|依次[是为])?[，：:]?"
    r"(?:[一1]是|其一|[（(]?\d{1,2}[)）.．、]|[①-⑳])?[ 　]*$"
)
_HEADING: Final = compile_on_use(
    rf"\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d+[.．、])?[^，。；：《》]{{0,10}}(?:{KIND_WORDS})[^，。；：《》]{{0,12}}[：:]?\s*"
)
"""A line over what follows: 二、政府规章（2件）."""
_CLAUSE: Final = re.compile("[，；。：]")
_TOUCHING: Final = compile_on_use(rf"(?:{KIND_WORDS})(?:草案)?{_MANY}[:：、]?$")


class KindSaid(NamedTuple):
    """The kind of a group, or what is to be told where a nearer word than the plan's title leaves it open."""

    kind: InstrumentKind | None = None
    doubt: str = ""


@dataclass
class Speaking:
    """What a text has said so far that goes on: the field that it is on, and who is to act.

    `lasting` is how far the field goes: a list to its end, a sentence, or on to the next.
    """

    field: InstrumentKind | None = None
    open_field: str = ""
    lasting: Literal["", "list", "sentence", "on"] = ""
    actor: InstrumentKind | None = None
    government: str = ""
    ruled: bool = False
    """Did this sentence speak of rules?"""

    def hear(self, words: str) -> None:
        """Words outside of titles: who acts in them, and the field that they open."""
        plain = _DRAFTERS.sub("", re.sub(TITLE_MARKS, "", words))
        if (self.lasting == "list" and re.search(f"；|，[^，]*(?:{ACT})", plain)) or _BESIDES.search(plain):
            self._ends()
        acting = _BROUGHT.sub("", plain)
        ours = max((one.end() for one in _ACTOR.finditer(acting)), default=-1)
        theirs = [*GOVERNMENT.finditer(acting)]
        if theirs and theirs[-1].end() > ours:
            self.actor, self.government = None, theirs[-1][0]
        elif ours >= 0:
            self.actor, self.government = "local-regulation", ""
        if ours >= 0 or theirs:
            self._ends()
        if _OF_PLAN.search(plain) and len(kinds_in(plain)) == 1:
            self.field, self.open_field, self.lasting = "government-rule", "", "on"
        for field in _FIELD.finditer(plain):
            self._opens(field, plain)

    def _opens(self, field: re.Match[str], plain: str) -> None:
        both = len(kinds_in(field[0])) > 1 or _OTHER_HALF.search(plain[: field.start()])
        self.field = None if both else kind_in(field[0])
        self.open_field = field[0].strip("，：:") if both else ""
        colon = field[0].endswith(("：", ":"))
        lists = colon and plain[field.end() :].strip() == ""
        ends = colon or (field[0][-1] in "为是有，" and not re.search("方面|领域|层面", field[0]))
        self.lasting = "list" if lists else "sentence" if ends else "on"

    def _ends(self) -> None:
        self.field, self.open_field, self.lasting = None, "", ""


def kinds_said(sentence: str, runs: Sequence[Run], speaking: Speaking) -> list[KindSaid]:
    """The kind of each group of titles in a sentence; `speaking` is what was said before, and is carried on.

    >>> from lawtrack.plan.intake.runs import title_runs
    >>> words = "修订《甲办法》《乙办法》两件政府规章，提请市人大常委会审议地方性法规1件：《丙规定》"
    >>> [said.kind for said in kinds_said(words, title_runs(words), Speaking())]
    ['government-rule', 'local-regulation']
    """
    if not runs:
        speaking.hear(sentence)
        if _HEADING.fullmatch(sentence) and (kind := kind_in(sentence)):
            speaking.field, speaking.open_field, speaking.lasting = kind, "", "on"
        return []
    said: list[KindSaid] = []
    own: set[InstrumentKind] = set()
    stretch = 0  # the first group since the last semicolon
    sure: list[bool] = []
    ahead: InstrumentKind | None = None
    speaking.ruled = False
    for at, run in enumerate(runs):
        gap = sentence[runs[at - 1].end if at else 0 : run.start]
        until = runs[at + 1].start if at + 1 < len(runs) else len(sentence)
        before = _halves(gap)[1] if at else gap
        behind = _halves(sentence[run.end : until])[0] if at + 1 < len(runs) else sentence[run.end :]
        speaking.hear(gap)
        stretch = at if "；" in gap else stretch
        near, tail = _CLAUSE.split(_LEADS.sub("", before))[-1], _CLAUSE.split(behind)[0]
        own = kinds_in(_bare(tail)) or kinds_in(_bare(near))
        if (every := _ALL.search(behind.partition("；")[0])) and (kind := kind_in(every["kind"])):
            said[stretch:] = [
                one if known else KindSaid(kind)
                for one, known in zip(said[stretch:], sure[stretch:], strict=True)
            ]
            own = {kind}
        if not own and ahead and _LISTED.fullmatch(_bare(gap)):
            own = {ahead}
        else:
            ahead = kind_in(_bare(near))
        if not own and _EACH.search(behind.partition("；")[0]):  # 前者为地方性法规，后者为政府规章
            said.append(KindSaid(None, translate("plan.kind-mixed")))
            sure.append(True)
            continue
        last = at + 1 == len(runs)
        whole = behind.partition("；")[0] if last or "；" in sentence[run.end : until] else tail
        if not last and "；" in sentence[run.end : until]:
            whole = sentence[run.end : until].partition("；")[0]
        said.append(_decided(own, near + whole, speaking))
        sure.append(bool(own))
        speaking.ruled = speaking.ruled or said[-1].kind == "government-rule"
    speaking.hear(sentence[runs[-1].end :])
    if speaking.lasting in {"list", "sentence"}:
        speaking.lasting, speaking.field, speaking.open_field = "", None, ""
    return said


def _decided(own: set[InstrumentKind], beside: str, speaking: Speaking) -> KindSaid:
    if len(own) > 1:
        return KindSaid(None, translate("plan.kind-assumed", words="法规、规章"))
    if own:
        return KindSaid(min(own))
    if ASSEMBLY.search(_DRAFTERS.sub("", beside)):
        return KindSaid("local-regulation")
    if speaking.open_field:
        return KindSaid(None, translate("plan.kind-assumed", words=speaking.open_field))
    if speaking.field:
        return KindSaid(speaking.field)
    if speaking.ruled:
        return KindSaid(None, translate("plan.kind-mixed"))
    told = translate("plan.kind-assumed", words=speaking.government) if speaking.government else ""
    return KindSaid(speaking.actor, told)


def _bare(words: str) -> str:
    """Words without what brackets say, which speaks of one title alone."""
    return re.sub(r"[（(][^（()）]*[)）]", "", words)


def _halves(gap: str) -> tuple[str, str]:
    """The words between two groups that belong to the first, and those that belong to the second."""
    if every := _ALL.search(gap):
        return gap[: every.end()], gap[every.end() :]
    if cut := _CLAUSE.search(gap):
        return gap[: cut.start()], gap[cut.end() :]
    return ("", gap) if _TOUCHING.search(gap) else (gap, "")
