"""What one line of a published plan says: which projects it names, where its title ends, what is to be done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.patterns import compile_on_use
from lawtrack.plan.intake.kinds import KIND_HEAD
from lawtrack.plan.intake.plain import ACT_WORDS, split_outside
from lawtrack.plan.intake.wording import (
    ACT,
    ACT_AHEAD,
    ACTIONS,
    AMENDING,
    BAND,
    BEFORE,
    BEHIND,
    BRACKET,
    CATEGORY,
    COUNT,
    DECIDED,
    DECISION,
    HEADLINE,
    INNER_NUMBER,
    ITEM,
    LABEL_AHEAD,
    LABELLED,
    LISTED,
    LONGEST_HEAD,
    NOUN,
    PLAIN_TITLE,
    PROJECT,
    SEVERAL,
    TABLED,
    TITLE_MARKS,
    UNDATED,
    UNIT,
    UNIT_AHEAD,
    UNIT_WORDS,
    VERB,
    WHEN,
    YEAR,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lawtrack.plan.model import Action


_JOINED: Final = re.compile(r"(?:[、，,；;。\s]|和|与|及|以及|\d{1,2}[.．、]|[（(]\d{1,2}[)）]|[①-⑳])*")
_LOT: Final = re.compile("打包|集中|一揽子|统筹|批量|部分|一批|等[^，。]{0,8}[件部]")
"""What says that several are amended together."""
_PIECES: Final = re.compile(
    r"(?<!\d)[、；;](?![^（(]*[)）])|(?<=[）)》])[ 　]*(?=\d{1,2}[.．、]|[（(]\d{1,2}[)）]|[①-⑳])"
)
"""Between two projects of one line."""
_WHOLE_BRACKET: Final = re.compile(r"^[（(]([^（()）]*)[)）]$")
_NO_KIND: Final = re.compile(rf"{NOUN}|决定|决议|法规|规章|立法|{ACT}|[：:；;《》（）()]")
"""What the title of an item has, or the clauses behind it: a line without any of these ends within a title."""
_READ: Final = re.compile("(?:提请)?(?:[一二三初]审|审议|表决)$")
_STEP: Final = compile_on_use(
    rf"(?:拟|计划|预计|争取|力争|安排|于)*(?:{WHEN.pattern})[^，。；：《》]{{0,10}}(?:审议|审查|[一二三初]审|表决|上会|报送|送审)"
)
"""拟10月提请审议, as a cell among others."""
_DONE: Final = re.compile("起草|负责|牵头|审议|提请|[一二三]审|送审|论证|完成")
"""A verb with which a clause on a project is whole."""


def each_project(words: str) -> list[str]:
    """One string a project: 废止《甲》《乙》 is two, anything else is what it is."""
    match = SEVERAL.fullmatch(words)
    if match is None:
        return [words]
    titles = re.findall(TITLE_MARKS, match["run"])
    return [f"{match['verb'] or ''}{title}{match['rest']}" for title in titles]


_VERB_BEHIND: Final = re.compile(
    rf"(?P<run>{TITLE_MARKS}(?:、|，|和|及|与|以及|{TITLE_MARKS})*{TITLE_MARKS})(?:的|进行|一并|统一|集中)*"
    rf"(?P<verb>{ACT})(?:项目|工作)?(?P<rest>(?:[（(][^（()）]*[)）])*)[。；;]?"
)


def governed_behind(words: str) -> list[str]:
    """One string a project where one verb, and perhaps one bracket, stands behind several titles; else [].

    >>> governed_behind("《甲条例》和《乙条例》一揽子修改（市水务局，5月）")
    ['《甲条例》（一揽子修改）（市水务局，5月）', '《乙条例》（一揽子修改）（市水务局，5月）']
    """
    match = _VERB_BEHIND.fullmatch(words.strip())
    titles = re.findall(TITLE_MARKS, match["run"]) if match else []
    return [f"{title}（{match['verb']}）{match['rest']}" for title in titles] if match else []


_GOVERNED: Final = re.compile(
    f"(?:{'|'.join(sorted(ACTIONS, key=len, reverse=True))})[:：]?"
    r"(?:《[^《》]*(?:《[^《》]*》[^《》]*)*》(?:、|，|和|及|与|以及)?){2,}(?:[（(][^（()）]*[)）])*[。；;]?"
)


def is_governed(words: str) -> bool:
    """Is this one verb, and perhaps one bracket, of several titles?

    >>> is_governed("修改《甲条例》、《乙条例》（市水务局）"), is_governed("修改《甲条例》，废止《乙条例》")
    (True, False)
    """
    return _GOVERNED.fullmatch(INNER_NUMBER.sub("", words.strip())) is not None


def listed_projects(words: str) -> list[str]:
    """The projects of a line that is nothing but their names: 《甲》（修改）、《乙》（修改）。 or 甲条例、乙条例; else []."""
    pieces = [
        INNER_NUMBER.sub("", piece.strip())
        for piece in re.split(r"(?:(?<!\d)、|[；;，,])(?![^（(]*[)）])(?![^《]*》)", words.strip("。；; 　"))
    ]
    if is_governed(words):
        return []
    if SEVERAL.fullmatch(words.strip()) and words.lstrip().startswith("《"):
        return each_project(words.strip())
    if words.lstrip().startswith("《") or len(pieces) > 1:
        return pieces if all(PROJECT.fullmatch(piece) and not _runs_on(piece) for piece in pieces) else []
    return []


_TELLING: Final = re.compile(rf"[^《》（(]+(?:{ACT})(?!{NOUN}|程序|工作|技术|和|与)")


def _runs_on(piece: str) -> bool:
    """Does a title without marks begin with words of a sentence: 今年制定某市公园条例? 某市规章制定办法 does not."""
    lead = re.match(f"(?:拟|将|计划|适时|年内|力争|抓紧|重点|全面|部分|继续)*(?:{ACT})?[:：]?", piece)
    return _TELLING.match(piece[lead.end() :] if lead else piece) is not None


def unwrapped(lines: Iterable[str]) -> list[tuple[int, str]]:
    """The lines with their numbers from 1; one that goes on with a clause which the line above left open is joined to it.

    >>> unwrapped(["1.甲条例，由市水务局", "负责起草。", "2.乙条例"])
    [(1, '1.甲条例，由市水务局负责起草。'), (3, '2.乙条例')]
    """
    whole: list[tuple[int, str]] = []
    for line, words in enumerate(lines, 1):
        begins = ITEM.fullmatch(words) or BAND.fullmatch(words) or LABELLED.match(words)
        if (
            whole
            and words.strip()
            and not begins
            and not HEADLINE.fullmatch(words)
            and (_is_open(whole[-1][1]) or _lists_units(whole[-1][1], words))
        ):
            before, above = whole.pop()
            whole.append((before, above.rstrip() + words.strip()))
        else:
            whole.append((line, words))
    return whole


def _lists_units(above: str, words: str) -> bool:
    """Does a labelled line end in a mark between units, and the next go on with one: 起草单位：市发改委、 over 市水务局?"""
    return (
        LABELLED.match(above) is not None
        and above.rstrip().endswith("、")
        and UNIT.fullmatch(words.strip()) is not None
    )


def _is_open(words: str) -> bool:
    """Does the line of a project end within a clause or a bracket?"""
    if not (ITEM.fullmatch(words) or BAND.fullmatch(words)) or re.search(r"[。；;：:）)》]\s*$", words):
        return False
    if len(re.findall("[（(《]", words)) > len(re.findall("[）)》]", words)):
        return True
    title, *clauses = re.split("[，,。]", words)
    if not clauses and _NO_KIND.search(title) is None and ITEM.fullmatch(words):
        return True  # 1.某市历史文化名城 · 保护条例（修订）: the title goes on
    if not clauses or re.search(NOUN, title) is None:
        return False
    last = clauses[-1].strip()
    begun = last.startswith(("由", "拟", "计划", "于")) and _DONE.search(last) is None
    return begun or last.endswith(("、", "和", "的", "由", "于", "在", "并"))


def acted_projects(words: str) -> list[str]:
    """The projects behind a verb and a colon, numbered or not: （1）废止：《甲》《乙》; [] for any other line.

    >>> acted_projects("（1）废止：《甲条例》、《乙办法》")
    ['废止：《甲条例》', '废止：《乙办法》']
    """
    match = ITEM.fullmatch(words) or BAND.fullmatch(words)
    verb, _, rest = re.sub("[：:]", "：", match["words"] if match else words.strip(), count=1).partition("：")
    if verb not in ACTIONS or not rest.strip():
        return []
    listed = listed_projects(rest) or [rest.strip()]
    if not all(map(is_project, listed)):
        return []
    named = [title for one in listed for title in each_project(one)]
    return [
        f"{verb}：{one}" if re.fullmatch(ACT, verb) else f"{one}（{verb}）" for one in named
    ]  # 立：《甲》


def inline_projects(words: str) -> list[str] | None:
    """The projects behind a category and its colon: 二、预备项目：《甲》（修改）、《乙》（修改）。; None for any other line."""
    band = BAND.fullmatch(words)
    head, colon, rest = (band["words"] if band else words).partition("：")
    if not colon or len(head) > LONGEST_HEAD or re.search(r"[，。；]|^项目[一二三四五六七八九十\d]+$", head):
        return None
    pieces = [INNER_NUMBER.sub("", piece.strip()) for piece in _PIECES.split(rest.strip("。；; "))]
    if len(pieces) > 1 and all(map(is_project, pieces)):
        return pieces
    marked = rest.lstrip().startswith("《")
    bare = LISTED.sub("", rest)
    if marked and _JOINED.fullmatch(bare) is None:
        return None  # 相关阅读：《甲》解读 《乙》施行: no list of projects
    listed = [match.group() for match in LISTED.finditer(rest)] if marked else []
    if not listed and all(map(PLAIN_TITLE.fullmatch, pieces)):
        listed = pieces
    return listed or None


_CLAUSE_ENDS: Final = compile_on_use(
    rf"——|[，,；;。\t]|[ 　]{{2,}}|{LABEL_AHEAD.pattern}|[ 　](?={UNIT_WORDS}[；;。]?$)|{ACT_AHEAD.pattern}"
)


def parted(words: str) -> tuple[str, list[str]]:
    """The title with its brackets, and the clauses behind it; a title in 《》 may have anything in it."""
    depth = 0
    for at, sign in enumerate(words):
        depth += (sign in "《（(") - (sign in "》）)")
        wide = words[at : at + 2].strip(" \t　") == ""
        dashed = words.startswith("——", at)
        labelled = any(ahead.match(words, at) for ahead in (LABEL_AHEAD, UNIT_AHEAD, ACT_AHEAD))
        if depth <= 0 and at and sign in " 　" and (cells := _cells(words[at:])):
            return words[:at].rstrip(), cells
        ends = sign == "。" and words[at + 1 :].strip() != ""
        if depth <= 0 and at and (ends or sign in "，,；;\t" or dashed or wide or labelled):
            clauses = split_outside(words[at:], _CLAUSE_ENDS)
            return words[:at].rstrip(), [cell for one in clauses for cell in _cells(one) or [one]]
    return words, []


def _cells(rest: str) -> list[str]:
    """What single spaces part as the columns of a table do: 制定　市民政局　10月; none where a word is of no such kind."""
    cells = [_WHOLE_BRACKET.sub(r"\1", cell) for cell in rest.strip("。；; 　").split()]
    known = all(
        cell in ACTIONS
        or UNIT.fullmatch(cell)
        or YEAR.fullmatch(cell)
        or cell in UNDATED
        or _STEP.fullmatch(cell)
        or WHEN.fullmatch(_READ.sub("", cell) or "-")
        for cell in cells
    )
    return cells if known else []


def is_project(words: str) -> bool:
    """Does a line behind （一） or 一、 name a project, whatever clauses follow its title, and not a category?"""
    title = parted(words)[0].strip("；;。，, ")
    while (bracket := BRACKET.search(title)) and bracket.start():
        title = title[: bracket.start()].rstrip()
    named = any(form.fullmatch(title) for form in (PROJECT, BEHIND, AMENDING, TABLED, DECIDED))
    return named and len(action_of(title)[0]) > len("条例")


def is_category(words: str) -> bool:
    """Does a line name no project, so that it can stand over some?"""
    if re.search(NOUN, words) is None:
        return True
    return "《" not in words and CATEGORY.search(COUNT.sub("", words).strip()) is not None


def is_heading(words: str) -> bool:
    """Does a line outside a table name the category of what stands below it: 二、预备项目（3件）?

    >>> is_heading("二、预备项目（3件）"), is_heading("注：预备项目条件成熟的，可以提请审议。")
    (True, False)
    """
    line = words.strip()
    counted = BAND.fullmatch(line)
    named = counted is not None and len(line) <= LONGEST_HEAD and re.search("[，。；]", line) is None
    alone = HEADLINE.fullmatch(line) or KIND_HEAD.fullmatch(line)
    return alone is not None or (named and is_category(line))


_DRAFT: Final = re.compile(rf"(?P<title>.*{NOUN})(?:草案)?(?:送审稿|征求意见稿|建议稿|草案)")
"""某市甲条例草案: the text before the assembly, not a part of its name."""
_LED: Final = re.compile(rf"[^《》，。；：]{{0,6}}?(?P<verb>{ACT})")
_PARTLY: Final = re.compile(
    rf"(?P<verb>{ACT})(?P<name>(?P<title>[^《》，。；：]+?{NOUN})(?:(?P<part>的?(?:部分|个别|有关|相关)(?:条款|内容|规定|条文))"
    r"|等[^，。；]{1,8}?[件部项][^，。；]{0,6}))"
)
"""修改某市工会条例部分条款; 废止某市粮食条例等两件法规 keeps its words, for the others have no name."""
_LETTERS: Final = re.compile("(?:新?[制立])[定法]?[、/和及与]?[修改](?:[改订])?(?:[、/和及与]?废)?")
"""立改废, 制修订."""


def action_of(words: str) -> tuple[str, Action | None]:
    """The title and what is to be done, None where that is not said.

    废止《甲》 and 《甲》 are of 甲; 关于修改《甲》的决定 keeps its name.
    """
    if match := VERB.match(words):
        return match["title"], ACTIONS[match["verb"]]
    if match := DECISION.match(words):
        several = match["several"] and ACTIONS[match["verb"]] == "amend"
        return words, "package" if several else ACTIONS[match["verb"]]
    if match := _PARTLY.fullmatch(words):
        act = ACTIONS[match["verb"]]
        if match["part"]:
            return match[
                "title"
            ], "amend" if act == "repeal" else act  # a text that loses some articles stays
        return match["name"], act
    if match := BEHIND.fullmatch(words) or BEFORE.fullmatch(words):
        return match["title"].removeprefix("《").removesuffix("》"), ACTIONS[match["verb"]]
    if match := TABLED.fullmatch(words):
        words = BRACKET.sub("", match["title"])
    whole = words.startswith("《") and words.endswith("》") and words.count("《") == 1
    title = words[1:-1] if whole else words
    if (inner := BRACKET.search(title)) and inner["inner"] in {"草案", *ACTIONS}:  # 《甲条例（修订）》
        title = title[: inner.start()]
        if inner["inner"] != "草案" or not AMENDING.fullmatch(title):  # 《甲条例修正案（草案）》
            return title, ACTIONS.get(inner["inner"])
    if match := AMENDING.fullmatch(title):
        return match["title"], ACTIONS[match["verb"]]
    if (match := _LED.match(words)) and re.search(NOUN, words) is None:  # 打包修改涉及营商环境的法规
        return words, "package" if _LOT.search(words) else ACTIONS[match["verb"]]
    if match := _DRAFT.fullmatch(title):
        return match["title"], None
    return title, None


def act_in(words: str) -> Action | None:
    """The one thing to be done that the words name; None for none, or for several."""
    acts = acts_in(words)
    return acts.pop() if len(acts) == 1 else None


_ACT_ALONE: Final = re.compile(ACT_WORDS)
_ACT: Final = re.compile(f"{ACT}|新立")


def act_alone(words: str) -> Action | None:
    """What is to be done, where the words say nothing else: 修订, 拟废止, 全面修订项目.

    >>> act_alone("拟废止"), act_alone("上位法已修改")
    ('repeal', None)
    """
    match = _ACT_ALONE.fullmatch(words) and _ACT.search(words)
    return ACTIONS.get(words) or (ACTIONS[match[0]] if match else None)


def acts_in(words: str) -> set[Action]:
    """All that the words outside of titles name: 制定、修改的规章, 立改废项目.

    >>> sorted(acts_in("制修订项目")), acts_in("废止《某市规章制定办法》")
    (['amend', 'enact', 'revise'], {'repeal'})
    """
    plain = re.sub(TITLE_MARKS, "", words)
    acts = {ACTIONS[verb] for verb in re.findall(ACT, plain)}
    if match := _LETTERS.search(plain):
        acts.update(("enact", "amend"))
        acts.update(("repeal",) if "废" in match[0] else ())
    return acts


def category_of(words: str) -> str | None:
    """The name of a category without its number and count; None where nothing is left.

    >>> category_of("二、预备项目（3件）")
    '预备项目'
    """
    match = BAND.fullmatch(words)
    return COUNT.sub("", match["words"] if match else words).strip("：: ") or None
