"""Of which kind each project is, regulation or government rule: what its own words, its group, its heading, its plan say.

The nearest that speaks holds. A 条例 is a regulation whatever stands over it, for a rule may not be called so (规章制定程序条例);
of a 办法 or a 规定 that nothing speaks of nobody can tell, and that is told.
"""

from __future__ import annotations

import re
from itertools import takewhile
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.messages import translate
from lawtrack.plan.intake.wording import OWN_TITLE, TITLE_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lawtrack.plan.intake.timing import DraftItem
    from lawtrack.plan.model import InstrumentKind

RULE: Final = "规章(?!制度|库)"
REGULATION: Final = "(?<!法律)(?<!法律、)(?<!行政)法规(?!库)|单行条例|自治条例|条例(?:草案|案)"
_DOCUMENT: Final = "规范性文件"
KIND_WORDS: Final = f"(?:政府)?{RULE}|(?:地方性?)?(?:{REGULATION})|{_DOCUMENT}"
KIND_ALONE: Final = re.compile(
    rf"(?:属于?|系|为|是|作为|列为)?(?P<kind>{KIND_WORDS})(?:项目|草案|案|类|立法)*"
)
"""What says the kind and nothing else: 政府规章, 属规章项目."""
KIND_HEAD: Final = re.compile(
    rf"\s*【?(?:拟|年度|年内|20\d\d年)*(?:制定|修订|修改|修正|废止|立改废|提请审议|安排)*的?(?:{KIND_WORDS})"
    r"(?:草案|类|项目|部分|方面|立法|制定|修订|清理|计划|安排|表)*】?"
    r"(?:[ 　]?[（(]?[共计有]*[0-9一二三四五六七八九十]{1,3}[件部项个][)）]?)?"
    r"(?:[，。]?(?:分别|即|具体|主要)*[为是有即]|[，。]?(?:具体)?如下)?[:：]?\s*"
)
"""A line that says the kind of what stands below it, with no number before: 政府规章（3件）."""
ASSEMBLY: Final = re.compile(
    "人大|人民代表大会|(?<!党委)(?<!市委)(?<!省委)常委会|主任会议|专委会?|法工委|[一二三初]审(?!稿)|(?:继续|初次|再次)审议|表决|议案"
)
"""Who deliberates regulations only, and how."""
GOVERNMENT: Final = re.compile(f"政府(?!{RULE})|司法[局厅]")
_TO_GOVERNMENT: Final = re.compile("政府(?:常务会|全体会|审议)|(?:提请|报请|提交|报送|报)[^，。；]{0,8}政府")
"""Before whom rules come."""
_OPEN_NAME: Final = re.compile(r"(?:办法|规定|规则|细则|规程|章程)(?:[（(][^（()）]*[)）])*$")
"""How both regulations and rules are called."""
_OF_ASSEMBLY: Final = re.compile(
    "人民代表大会|人大常委会|人大代表|议事规则|条例(?:[（(][^（()）]*[)）])*$|条例[〉》]"
)
_LONGEST_TITLE: Final = 30
_PAGE_HEAD: Final = 6
"""Lines that a page may have over the plan's title."""
_ABOVE: Final = re.compile(
    "[^，。；：、《》>›]*(?:年|政府|常委会|规章|项目|目录|计划|规划|表)[^，。；：、《》>›]*"
)
"""A line of the plan's own title, which may stand in several."""


def kinds_in(words: str) -> set[InstrumentKind]:
    """The kinds that words outside of titles name.

    >>> kinds_in("二、政府规章项目"), kinds_in("完善规章制度"), sorted(kinds_in("法规、规章调研项目"))
    ({'government-rule'}, set(), ['government-rule', 'local-regulation'])
    """
    plain = re.sub(TITLE_MARKS, "", words)
    found: set[InstrumentKind] = set()
    found.update(("government-rule",) if re.search(RULE, plain) else ())
    found.update(("local-regulation",) if re.search(REGULATION, plain) else ())
    found.update(("normative-document",) if _DOCUMENT in plain else ())
    return found


def kind_in(words: str) -> InstrumentKind | None:
    """The one kind that words name; None where they name none, or several.

    >>> kind_in("修订政府规章2件"), kind_in("审议项目"), kind_in("法规、规章")
    ('government-rule', None, None)
    """
    found = kinds_in(words)
    return found.pop() if len(found) == 1 else None


class Whose(NamedTuple):
    """What a plan says of all its projects: the kind, or the words that leave it open."""

    kind: InstrumentKind | None
    words: str = ""


def whose(title: str, lines: Iterable[str]) -> Whose:
    """Of which kind the projects of a plan are where nothing nearer says it: by its title, then by the lines around them.

    >>> whose("计划", ["某市人民政府2024年度规章立法计划"]).kind, whose("计划", ["某市人大常委会2024年立法计划"]).kind
    ('government-rule', 'local-regulation')
    >>> whose("计划", ["某市政府2024年立法工作计划"])
    Whose(kind=None, words='某市政府2024年立法工作计划')
    """
    said = [re.sub(TITLE_MARKS, "", line).strip() for line in lines if line.strip()]
    heading = _heading(said)
    for words in filter(None, (heading, title, "\n".join(said))):
        kinds = kinds_in(words)
        named = words in (heading, title)
        if len(kinds) > 1:
            return Whose(None, words if named else "")
        if kinds == {"government-rule"} and not named:  # rules among other things are no plan of rules
            return Whose("government-rule" if _OF_PLAN.search(words) else None)
        if kinds:
            return Whose(kinds.pop())
        ours, theirs = ASSEMBLY.search(words), GOVERNMENT.search(words)
        if ours and not theirs:
            return Whose("local-regulation")
        if theirs:
            return Whose(None, words if named else theirs[0])
    return Whose(None)


_OF_PLAN: Final = re.compile(rf"{RULE}(?:立法|制定|工作|年度)*计划")


def _heading(said: Sequence[str]) -> str:
    """The title of a plan, which may stand in several lines."""
    titles = [
        OWN_TITLE.fullmatch(line) or (len(line) < _LONGEST_TITLE and _ABOVE.fullmatch(line)) for line in said
    ]
    first = next((at for at, title in enumerate(titles[:_PAGE_HEAD]) if title), 0)
    return "".join(
        line for line, _ in takewhile(itemgetter(1), zip(said[first:], titles[first:], strict=True))
    )


def kind_of(draft: DraftItem) -> InstrumentKind | None:
    """The kind that its name or the words around it say; None where neither does."""
    return draft.kind if draft.kind and draft.kind != "government-rule" else _named(draft.title) or draft.kind


def _named(title: str) -> InstrumentKind | None:
    return kind_in(title) or ("local-regulation" if _OF_ASSEMBLY.search(title) else None)


def settled(drafts: Sequence[DraftItem], plan: Whose) -> Iterator[tuple[int, str]]:
    """Give each project its kind; the lines and the words of what nobody can tell, or what two words say."""
    open_ones: dict[str, list[DraftItem]] = {}
    if not (plan.kind or plan.words) and _is_assembly_s(drafts):
        plan = Whose("local-regulation")
    for draft in drafts:
        named = _named(draft.title)
        if named == "local-regulation" and draft.kind == "government-rule":
            told = translate("plan.kind-contradicts")
            draft.notes.append(told)
            yield draft.line, f"{draft.title}：{told}"
            draft.kind = named
        elif draft.kind is None:
            draft.kind = named or _by_words(draft, plan)
        if draft.kind is None and _OPEN_NAME.search(draft.title):
            told = draft.kinds or (
                translate("plan.kind-assumed", words=plan.words)
                if plan.words
                else translate("plan.kind-unsaid")
            )
            draft.notes.append(told)
            open_ones.setdefault(told, []).append(draft)
    for told, ones in open_ones.items():
        yield ones[0].line or 1, f"{'、'.join(one.title for one in ones)}：{told}"


def _by_words(draft: DraftItem, plan: Whose) -> InstrumentKind | None:
    """By who deliberates on it, as its own words and its categories say; else by its plan."""
    if draft.kinds:
        return None
    return "local-regulation" if ASSEMBLY.search(draft.near) else plan.kind


def _is_assembly_s(drafts: Sequence[DraftItem]) -> bool:
    """Does a category or a column speak of what an assembly does, and none of a government or of rules?"""
    near = [draft.near for draft in drafts if draft.kind is None]
    theirs = any(_TO_GOVERNMENT.search(words) for words in near) or any(
        draft.kind == "government-rule" or draft.kinds for draft in drafts
    )
    return not theirs and any(ASSEMBLY.search(words) or "审议" in words for words in near)
