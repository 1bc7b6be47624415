"""One project of a published plan while its words come in: its title, and the clauses beside, behind and below it.

Nothing is guessed: a clause that fits no form stays, word for word, in the item's note.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.messages import translate
from lawtrack.patterns import compile_on_use
from lawtrack.plan.intake.kinds import KIND_ALONE, KIND_WORDS, kind_in, kinds_in
from lawtrack.plan.intake.lines import act_alone, act_in, action_of, parted
from lawtrack.plan.intake.plain import split_outside
from lawtrack.plan.intake.timing import (
    DraftItem,
    add_date,
    add_target,
    bare_stage,
    stage_of_column,
    take_target,
    take_target_each,
)
from lawtrack.plan.intake.wording import (
    ACT,
    ACTIONS,
    BRACKET,
    DRAFTED,
    FIELDS,
    LABELLED,
    LABELLED_BARE,
    NOUN,
    SPONSORED,
    TITLE_HEADS,
    TITLE_MARKS,
    UNDATED,
    UNIT,
    UNIT_WORDS,
    WHEN,
    YEAR,
)
from lawtrack.plan.model import Target

if TYPE_CHECKING:
    from lawtrack.plan.intake.bands import Over
    from lawtrack.plan.model import InstrumentKind


_STAGE_FIRST: Final = re.compile("提请|[一二三初]审|审议|表决|送审|报送|上会")
_LABEL_ON: Final = re.compile(r"[。；;，,\s]+(?=[^：:，。；;\s]{2,12}[：:])")
"""Before a further labelled clause of the line."""
_READ_AHEAD: Final = re.compile("(?:初次审议|继续审议|[一二三初]审)(?=《)")
_TIME_AHEAD: Final = r"(?:20\d\d年)?(?:\d{1,2}月|[上下]半年|第?[一二三四]季度|年底)"
_VALUE_THEN: Final = re.compile(rf"([^：:]{{2,12}}[：:][^：:\d]+?)[ 　]+({_TIME_AHEAD}\S*)")
_PIECE_ENDS: Final = re.compile(
    rf"[；;，,]|[、 　/／](?={_TIME_AHEAD})|(?<=[月旬])[、 　/／]|[/／](?=\S{{2}})|[ 　]+"
)
"""Between what the brackets behind a title say."""
_SCHEDULE: Final = re.compile("进度|安排|计划|时限|节点|步骤|时间|要求")
_LED_WITH: Final = compile_on_use(
    rf"由?(?P<unit>{UNIT_WORDS})牵头(?:起草|负责)?[、，]?(?P<others>[^，。；]{{2,40}}(?:配合|参与|协助|参加))"
)
"""市体育局牵头、市教育局配合: who drafts, and who helps."""
_GAP: Final = re.compile(r"(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff])")


_KIND_AHEAD: Final = compile_on_use(
    rf"(?:拟|将|计划|适时|继续|初次)*(?:{ACT}|审议)?(?P<kind>{KIND_WORDS})(?:草案|项目)?[:：]?(?=《)"
)


def titled(words: str, number: int, over: Over, year: int) -> DraftItem:
    """An item from its title, the brackets behind it, and what follows: （制定），由市林草局起草，3月提请审议."""
    near = " ".join((re.sub(TITLE_MARKS, "", words), *over.words))
    kind = kind_over(over)
    if ahead := _KIND_AHEAD.match(words):  # 修订政府规章《甲办法》
        kind = kind_in(ahead["kind"]) or kind
        words = words[: ahead.start("kind")] + words[ahead.end() :]
    words, clauses = parted(words)
    inners: list[str] = []
    while match := BRACKET.search(words):
        if _is_part_of_title(words, match):
            break
        inners.insert(0, match["inner"])
        words = words[: match.start()].rstrip()
    title, action = action_of(words.strip("；;。 "))
    named = action is not None
    if not any(re.search(NOUN, piece) for piece in _GAP.split(title)[:-1]):
        title = _GAP.sub("", title)  # 某市　停车场　条例
    stage = bare_stage(read[0]) if (read := _READ_AHEAD.match(words)) else None
    draft = DraftItem(
        number, title, over.category, kind, action or over.action or "enact", sure=named, near=near
    )
    if (own := BRACKET.search(title)) and own.start() and own["inner"] in {"草案", *ACTIONS}:
        draft.title = title[: own.start()]  # 制定《甲条例（修改）》
        _take_clause(draft, own["inner"], year)
    if stage is not None:  # 二审《甲条例（草案）》
        draft.targets.append(Target(stage, None))
        draft.bare = True
    for inner in inners:
        for clause in split_outside(inner, _PIECE_ENDS):
            _take_bare(draft, clause, year)
    for clause in clauses:
        whole = BRACKET.fullmatch(clause)  # ……》。（市应急管理局起草）
        for piece in split_outside(whole["inner"], _PIECE_ENDS) if whole else [clause]:
            _take_bare(draft, piece, year)
    draft.time = over.time
    return draft


def _take_bare(draft: DraftItem, clause: str, year: int) -> None:
    """A clause behind a title or in its brackets: a unit alone, a month alone, or what is said in words."""
    if (behind := _VALUE_THEN.fullmatch(clause)) is not None:  # 起草单位：市水务局　6月
        for piece in behind.groups():
            _take_bare(draft, piece, year)
        return
    if (match := LABELLED_BARE.fullmatch(clause)) and take_labelled(draft, match, year):
        return
    if UNIT.fullmatch(clause):
        _take_bare_unit(draft, clause)
    elif (
        (match := BRACKET.search(clause))
        and match.start()
        and not LABELLED.fullmatch(clause[: match.start()])
    ):
        for piece in [clause[: match.start()], *split_outside(match["inner"], _PIECE_ENDS)]:
            _take_bare(draft, piece.strip(), year)
    elif clause in UNDATED:
        add_target(draft, "introduced", clause, year)
    elif (WHEN.fullmatch(clause) or _is_ahead(clause, year)) and add_date(draft, clause, year):
        return
    else:
        _take_clause(draft, clause, year)


def _is_ahead(clause: str, year: int) -> bool:
    """Is it a year, and one that the plan reaches? An earlier one tells where the project comes from."""
    return YEAR.fullmatch(clause) is not None and int(clause[:4]) >= year


def _take_bare_unit(draft: DraftItem, clause: str) -> None:
    if not draft.hold("drafting_unit", clause):
        draft.notes.append(clause)


def _is_part_of_title(words: str, match: re.Match[str]) -> bool:
    """区（市）: a bracket with the title going on behind it, or one that is all there is."""
    return match.start() == 0 or words[match.end() :].strip("；;。 ") != ""


_WITH_ACT: Final = re.compile(f"^(?:{ACT})|(?:{ACT})$")


def _take_clause(draft: DraftItem, clause: str, year: int) -> None:
    if _takes_kind(draft, clause):
        return
    if (act := act_alone(clause)) is not None:
        draft.act(act, clause)
    elif "、" in clause and (steps := [bare_stage(one) for one in clause.split("、")]) and all(steps):
        draft.targets += [Target(step, None) for step in steps if step]
    elif clause in {"草案", "一件", "1件"}:
        return
    elif (stage := bare_stage(clause)) is not None:
        draft.targets.append(Target(stage, None))
        draft.bare = True
    elif clause in {"暂定名", "暂名", "名称暂定"}:
        draft.title += f"（{clause}）"
    elif match := LABELLED.fullmatch(clause):
        timed = _SCHEDULE.search(match["label"]) and not field_of(match["label"])
        if not (take_labelled(draft, match, year) or (timed and take_target(draft, match["value"], year))):
            draft.notes.append(clause)
    elif (match := SPONSORED.fullmatch(clause)) and UNIT.fullmatch(match["unit"]):
        if not draft.hold("sponsor", match["unit"]):
            draft.notes.append(clause)
    elif match := _LED_WITH.fullmatch(clause) or DRAFTED.fullmatch(clause):
        held = draft.hold("drafting_unit", match["unit"])
        draft.notes += (
            [others] if held and (others := match.groupdict().get("others")) else [] if held else [clause]
        )
    elif not take_target(draft, clause, year) and clause:
        draft.notes.append(clause)


def _takes_kind(draft: DraftItem, clause: str) -> bool:
    """Does a clause say the kind of instrument, perhaps with what is to be done: 政府规章, 修订规章?"""
    match = KIND_ALONE.fullmatch(_WITH_ACT.sub("", clause))
    if match is None:
        return False
    draft.kind = kind_in(match["kind"])
    if verb := _WITH_ACT.search(clause):
        draft.act(ACTIONS[verb[0]], clause)
    return True


def take_remark(draft: DraftItem, words: str, year: int) -> list[str]:
    """Take what a column of any name says: 修订，2024年结转, 拟废止, 6月提请一审; what was not understood.

    >>> draft = DraftItem(1, "甲条例", None, "local-regulation")
    >>> take_remark(draft, "修订，2023年结转", 2024), draft.action
    (['2023年结转'], 'revise')
    """
    left = []
    for clause in re.split("[，,；;。、（）()]", words):
        act = act_alone(clause)
        if act is not None and not draft.sure:
            draft.act(act, clause)
        elif clause and _takes_kind(draft, clause):
            continue
        elif clause and not (_STAGE_FIRST.search(clause) and take_target(draft, clause, year)):
            left.append(clause)
    return left


_SAID_LEAD: Final = re.compile("(?:其中|并|拟|将|计划|力争|争取|确保|于|在|预计|安排|要求)+")
_SAID_UNIT: Final = compile_on_use(
    rf"(?:[^由]{{0,12}}由)?(?P<unit>{UNIT_WORDS})(?:牵头|负责|组织|具体|承担|共同|联合|会同有关部门)*(?:起草|牵头|负责|承办)(?:工作)?(?:[，、并]*)"
)


def take_said(draft: DraftItem, clause: str, year: int) -> list[str]:
    """Take what a clause of running words says of a project: 由市水务局起草, 6月提请审议; what was not understood.

    >>> draft = DraftItem(1, "甲条例", None, "local-regulation")
    >>> take_said(draft, "由市水务局负责起草", 2024), take_said(draft, "8月底前完成", 2024), draft.held
    ([], ['8月底前完成'], {'drafting_unit': '市水务局'})
    """
    words = (
        _SAID_LEAD.sub("", clause.strip("。；，、 "), count=1)
        if not clause.startswith("由")
        else clause.strip("。；，、 ")
    )
    if clause == "草案":
        return []
    if _takes_kind(draft, clause):
        return []
    if (match := LABELLED.fullmatch(words)) and take_labelled(draft, match, year):
        return []
    if (match := SPONSORED.fullmatch(words)) and UNIT.fullmatch(match["unit"]):
        return [] if draft.hold("sponsor", match["unit"]) else [clause]
    if match := _SAID_UNIT.match(words):
        if not draft.hold("drafting_unit", match["unit"]):
            return [clause]
        words = words[match.end() :]
    elif UNIT.fullmatch(words):
        return [] if draft.hold("drafting_unit", words) else [clause]
    if not words:
        return []
    if (stage := bare_stage(words)) is not None:
        draft.targets.append(Target(stage, None))
        draft.bare = True
        return []
    if len(WHEN.findall(words)) > 1:
        return [] if take_target_each(draft, words, year) else [clause]
    if WHEN.fullmatch(words):
        return [] if add_date(draft, words, year) else [clause]
    return [] if take_target(draft, words, year) else [clause]


def take_line(draft: DraftItem, words: str, year: int) -> list[str]:
    """Take a line of labelled clauses (起草单位：市司法局。进度安排：3月送审，8月提请审议。); what was not understood.

    >>> draft = DraftItem(1, "甲条例", None, "local-regulation")
    >>> take_line(draft, "起草单位：市司法局。进度安排：3月送审，条件成熟时报批。", 2024), draft.held, len(draft.targets)
    (['条件成熟时报批'], {'drafting_unit': '市司法局'}, 1)
    """
    left: list[str] = []
    for clause in _LABEL_ON.split(words.strip().rstrip("。；;")):
        match = LABELLED.fullmatch(clause)
        if match and take_labelled(draft, match, year):
            continue
        if match and _SCHEDULE.search(match["label"]):
            steps = re.split("[，,；;。]", match["value"])
            unread = [step for step in steps if step and not take_target(draft, step, year)]
            left += [f"{match['label']}：{unread[0]}"] if unread and len(steps) == 1 else unread
        else:
            left.append(clause)
    return left


def take_labelled(draft: DraftItem, match: re.Match[str], year: int) -> bool:
    """A labelled line or clause: `起草主体：市城管局`, `提请市人大常委会审议时间：8月`. False where it says nothing new to us."""
    name = field_of(match["label"])
    if name == "action":
        act = ACTIONS.get(match["value"]) or act_in(match["value"])
        if act is not None:
            draft.act(act, match["value"])
        return act is not None
    if name and name != "title":
        return draft.hold(name, match["value"])
    if take_completion(draft, match["label"], match["value"], year):
        return True
    stage = stage_of_column(match["label"])
    return bool(stage) and add_target(draft, stage or "", match["value"], year)


_COMPLETION: Final = re.compile(
    "(?:拟|计划|预计|要求)?(?:完成|办结|办理)(?:起草)?(?:时间|时限|期限|日期|月份|节点)"
)


def take_completion(draft: DraftItem, label: str, value: str, year: int) -> bool:
    """Take 完成时间：7月, which does not say what is complete then: for the introduction, with a note that says so.

    >>> draft = DraftItem(1, "甲条例", None, "local-regulation")
    >>> take_completion(draft, "完成时间", "7月", 2024), [target.stage for target in draft.targets], len(draft.notes)
    (True, ['introduced'], 1)
    """
    if not (
        _COMPLETION.fullmatch(label)
        and WHEN.fullmatch(value)
        and add_target(draft, "introduced", value, year)
    ):
        return False
    draft.notes.append(translate("plan.step-assumed", words=f"{label}：{value}"))
    return True


_TIMED: Final = re.compile("(?:时间|日期|时限|月份|季度|节点|进度)$")


def field_of(head: str) -> str | None:
    """The field that a column's head or a label names: title, drafting_unit, action …; None for any other.

    >>> field_of("牵头起草单位"), field_of("备注")
    ('drafting_unit', None)
    """
    if head in TITLE_HEADS:
        return "title"
    if head in {"起草", "牵头", "承办", "单位", "部门", "起草人"}:
        return "drafting_unit"
    if head == "性质" or (len(re.findall(ACT, head)) > 1 and not re.search("时间|单位|依据|理由", head)):
        return "action"
    if _TIMED.search(head):
        return None  # 提请人大审议时间 holds 提请人, and is a time
    return next((name for name, words in FIELDS if any(word in head for word in words)), None)


def kind_over(over: Over) -> InstrumentKind | None:
    """The kind of instrument that the nearest category names which names any; None where it names several, or none does."""
    return kind_in(next((words for words in over.words if kinds_in(words)), ""))
