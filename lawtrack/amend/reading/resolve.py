"""From sentences to operations: a sentence is read from left to right, the first form that fits at each place.

Addresses carry over. Inside one numbered instruction a place that lacks its article takes the article named last;
其中的 is the unit named last; 本条 after 作为第一百一十一条 is the new article.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from lawtrack.amend.model import Address, Fault, Operation, fault
from lawtrack.amend.reading.accounting import unaccounted
from lawtrack.amend.reading.addresses import PLACE, N
from lawtrack.amend.reading.context import LAST_TITLE, QUOTE, Reading, add, places_of, spelled, title_of
from lawtrack.amend.reading.exceptions import Stretch, exceptions, leave_out
from lawtrack.amend.reading.expanding import ABOVE, expanded
from lawtrack.amend.reading.expressions import Expression
from lawtrack.amend.reading.grammar import ADD, BECOMES, COLON, IN, Q
from lawtrack.amend.reading.insert_forms import INSERT_FORMS
from lawtrack.amend.reading.lines import NOTE, START
from lawtrack.amend.reading.move_forms import MOVE_FORMS
from lawtrack.amend.reading.patterns import (
    ABOUT,
    AMENDS,
    ANNOUNCES,
    BARE_OPENING,
    BARE_TITLE,
    BELOW,
    BETWEEN,
    CHANGES_WORDS,
    CONTAINER,
    EFFECTS,
    HEADING,
    LEADS,
    LISTED,
    LOCATOR,
    MARKS,
    NAMED_IN_MARKS,
    NAMED_MARK,
    NOISE,
    OPENING,
    ORDERS,
    PROVIDES,
    PURPOSE,
    SENTENCE_ON,
    TITLED,
)
from lawtrack.amend.reading.rows import forms_for
from lawtrack.amend.reading.sentences import QUOTES_FROM, TITLES_FROM, numeral
from lawtrack.amend.reading.spellings import SPELLINGS
from lawtrack.amend.reading.unit_forms import UNIT_FORMS
from lawtrack.amend.reading.word_forms import WORD_FORMS

if TYPE_CHECKING:
    from collections.abc import Callable

    from lawtrack.amend.reading.sentences import Sentence

LONGEST: Final = 3000
"""Characters of a sentence, its quotations and titles taken out, beyond which it is no instruction: what drafters write
has a few hundred at most, and the expressions go over a row of places again from each of them."""
_UNREAD: Final = "amend.not-understood"
_FRAGMENT: Final = re.compile(r"(?:(?!，(?:将|删|在|并|增加|同时))[^。；\n])*")
_BACKWARD: Final = Expression(rf"第({N}+)([条款项章节])至第({N}+)\2(?!之)")
"""A range, which is a slip where it ends before it begins."""
_TWICE: Final = Expression(rf"第{N}+([条款项目])第{N}+\1(?!之)")
"""第一项第三项: two of one kind that nothing joins, a slip."""
GAP: Final = Expression(
    rf"(?P<one>{Q})(?:(?:与|和|、|及)(?P<other>{Q})(?:之间|中间)|之?后[、，和及]?(?P<other2>{Q})之?前)，?{ADD}(?P<new>{Q})(?!{BECOMES})",
    needs=("间", "后"),
)
_INSIDE: Final = Expression(rf"{Q}(?:一句)?中?的{Q}")
WITHIN: Final = Expression(
    rf"(?P<gone>删[去除])?(?P<place>{PLACE}{IN})?(?P<outer>{Q})(?:一句)?中?的(?P<inner>{Q})(?(gone)|(?:(?:予以)?(?P<gone2>删[去除])|{BECOMES}{COLON}(?P<new>{Q})))"
)
"""“可以并处”中的“可以”删去: the outer words say where the inner ones are."""
HERE: Final = Expression(rf"在?[该本]章(?=中?，?{ADD})")
_NAMED_HEADING: Final = Expression(rf"第{N}+章")
_WIDE: Final = {
    ord("."): "。",
    ord(","): "，",
    ord(";"): "；",
    ord(":"): "：",
    ord(" "): None,
    ord("　"): None,
}


def visit(r: Reading, sentence: Sentence) -> tuple[tuple[Operation, ...], str, Fault | None]:
    """The operations of `sentence`, its effect, and why it could not be understood."""
    r.sentence, r.operations, r.fault, r.gaps = sentence, [], None, {}
    if len(sentence.skeleton) > LONGEST:
        r.leads = False
        r.fault = fault(
            "amend.too-long", words=sentence.source[:40], count=len(sentence.skeleton), most=LONGEST
        )
        return (), "text", r.fault
    plain, quoted = sentence.skeleton.translate(_WIDE), len(sentence.quotes)
    skeleton = _plain(r, plain)
    effect = _effect(r, skeleton)
    if effect == "text" and not r.operations:
        left_out, skeleton = exceptions(r, skeleton)
        stretches = _scan(r, skeleton)
        if (backward := _BACKWARD.search(skeleton)) and numeral(backward[1]) >= numeral(backward[3]):
            r.operations, r.fault = [], fault("amend.not-understood", words=backward[0])
        if twice := _TWICE.search(skeleton):
            r.operations, r.fault = [], fault("amend.not-understood", words=twice[0])
        leave_out(r, skeleton, left_out, stretches)
        r.operations = (
            [replace(op, between=r.gaps.get(op.words, ())) for op in r.operations] if r.gaps else r.operations
        )
        passed = "".join(skeleton[one.start : one.end] for one in stretches if _changes_nothing(r, one))
        r.fault = r.fault or unaccounted(r, plain, quoted, passed)
    if effect == "text" and not r.operations and not r.fault and QUOTE.search(plain):
        r.fault = fault("amend.not-understood", words=sentence.source[:60])  # what is quoted says something
    if r.several and sentence.head == "big" and effect == "clause":
        r.instrument = ""  # it may be a title that is not known for one: what follows is nobody's
    r.leads = LEADS.match(skeleton) is not None
    _attribute(r, skeleton)
    swallowed = any(one.text and _GIVES.search(one.text) for one in r.operations)
    if swallowed or (sentence.open_end and r.operations and not _ends_well(r.operations[-1])):
        r.fault = r.fault or fault("amend.unclosed")
    if sentence.torn and r.operations:
        r.fault = r.fault or fault("amend.torn", words=sentence.source[:40])
    if sentence.swallows and r.operations:
        r.operations, r.fault = [], r.fault or fault("amend.unclosed")
    if sentence.unclosed and r.operations:
        r.fault = r.fault or fault("amend.unclosed")
    return tuple(r.operations), effect, r.fault


_DOUBLED: Final = re.compile(r"[。；：，][。；，、：]")


def _ends_well(last: Operation) -> bool:
    """Is the quotation that is not closed the new text of a unit, as some sources print it, and nothing behind it?"""
    text = last.text or ""
    if (
        last.at is not None and last.at.block
    ):  # of a title, a line of an annex: whose full stop it is cannot be told
        return False
    return last.op in ("replace", "insert") and text[-1:] in ("。", "；") and _DOUBLED.search(text) is None


_GIVES: Final = Expression(
    rf"第{N}+[编章节条款项目句](?:之{N}+)?[^。；\n]{{0,12}}(?:修改|改|替换)[为成](?:[：:]?[“‘\"']|[：:]\n)"
)
"""Words of an instruction inside a new text."""


def _changes_nothing(r: Reading, stretch: Stretch) -> bool:
    """Was this part of the sentence read as a remark on the order of articles, or as words that say where one is?"""
    return all(op.at and op.at.block == "order" for op in r.operations[stretch.first : stretch.last])


def _attribute(r: Reading, skeleton: str) -> None:
    """A sentence that was not understood belongs to the instrument that it begins with."""
    if r.fault and not r.operations and r.leads:
        _name(r, skeleton)


def _plain(r: Reading, skeleton: str) -> str:
    """Without what only says again where one is; rarer verbs by the usual ones; titles that are words quoted."""
    name = r.instrument.removeprefix("中华人民共和国")
    if len(name) > 2 and name in skeleton:
        skeleton = re.sub(rf"(?:中华人民共和国)?{re.escape(name)}(?=第{N})", "", skeleton)
    skeleton, r.above = ABOVE.compiled.subn("条例中的", skeleton)
    for spelling, usual in SPELLINGS:
        skeleton = spelling.sub(usual, skeleton)
    skeleton = expanded(skeleton)
    skeleton = BETWEEN.sub(r"\g<place>", LOCATOR.sub(partial(_located, r), PURPOSE.sub("", skeleton)))
    skeleton = HERE.sub(partial(_this_heading, skeleton), GAP.sub(partial(_joined_words, r), skeleton))
    if _INSIDE.search(skeleton):
        skeleton = WITHIN.sub(partial(_inner_words, r), skeleton)
    skeleton = SENTENCE_ON.sub(partial(_sentence_on, r), NAMED_MARK.sub(partial(_mark, r), skeleton))
    skeleton = NAMED_IN_MARKS.sub(partial(_as_name, r), skeleton)
    return TITLED.sub(partial(_as_words, r), skeleton)


def _joined_words(r: Reading, match: re.Match[str]) -> str:
    """在“甲”与“乙”之间增加“丙”: 甲乙, which must stand there, becomes 甲丙乙."""
    signs = match["one"], match["other"] or match["other2"], match["new"]
    one, other, new = (r.sentence.quotes[ord(sign) - QUOTES_FROM] for sign in signs)
    if "\n" in one + other + new:
        return match[0]
    first = QUOTES_FROM + len(r.sentence.quotes)
    r.sentence.quotes += [one + other, one + new + other]
    r.gaps[one + other] = one, other, new
    return f"{chr(first)}修改为{chr(first + 1)}"


def _inner_words(r: Reading, match: re.Match[str]) -> str:
    """“可以并处”中的“可以”删去: the outer words, in which the inner ones must stand once, become what is left."""
    quotes = r.sentence.quotes
    outer, inner = (quotes[ord(match[name]) - QUOTES_FROM] for name in ("outer", "inner"))
    if outer.count(inner) != 1 or outer == inner:
        return match[0]
    new = quotes[ord(match["new"]) - QUOTES_FROM] if match["new"] else ""
    quotes.append(outer.replace(inner, new))
    will = "将" if match["gone"] else ""
    return f"{will}{match['place'] or ''}{match['outer']}修改为{chr(QUOTES_FROM + len(quotes) - 1)}"


def _mark(r: Reading, match: re.Match[str]) -> str:
    """末尾的句号改为分号: 最后一个“。”修改为“；”."""
    first = QUOTES_FROM + len(r.sentence.quotes)
    r.sentence.quotes += [MARKS[match["old"]], MARKS[match["new"]]]
    return f"{'最后一个' if match['last'] else ''}{chr(first)}修改为{chr(first + 1)}"


def _sentence_on(r: Reading, match: re.Match[str]) -> str:
    """将第五条中的“……”作为第二款: the words go, and a paragraph with them, or with the new ones, comes."""
    words = r.sentence.quotes[ord(match["new"] or match["old"]) - QUOTES_FROM]
    r.sentence.quotes.append(words if words.endswith(("。", "：")) else words + "。")
    new = chr(QUOTES_FROM + len(r.sentence.quotes) - 1)
    article = re.split("(?<=条)", match["place"])[0]
    to = match["to"] if "条" in match["to"] else article + match["to"]
    return f"删去{match['place']}中的{match['old']}，{article}增加一款，作为{to}：{new}"


def _this_heading(skeleton: str, match: re.Match[str]) -> str:
    """将第四章章名修改为“……”，在该章增加一条: the one chapter that the sentence has named."""
    named = set(_NAMED_HEADING.findall(skeleton[: match.start()]))
    return f"在{named.pop()}" if len(named) == 1 else match[0]


def _located(r: Reading, match: re.Match[str]) -> str:
    """The place without the words that only say where in it one is; words after which an item comes may be its own."""
    lead = r.sentence.quotes[ord(match["lead"]) - QUOTES_FROM]
    if match["after"] and not (lead.endswith(("：", ":")) or "下列" in lead):
        return match[0]
    return match["place"]


def _as_words(r: Reading, match: re.Match[str]) -> str:
    first = QUOTES_FROM + len(r.sentence.quotes)
    r.sentence.quotes += [f"《{title_of(r, match[name])}》" for name in ("old", "new")]
    return f"{chr(first)}{match['verb']}{chr(first + 1)}"


def _as_name(r: Reading, match: re.Match[str]) -> str:
    """章名为《监督》: the name of a chapter in title marks is quoted as well."""
    r.sentence.quotes.append(match["bare"] or title_of(r, match["title"]))
    said = match["said"] or match["told"].rstrip("：").removesuffix("为")
    said += "" if match["said"] or said.endswith("章") else "为"
    return said + chr(QUOTES_FROM + len(r.sentence.quotes) - 1)


def _list(r: Reading, skeleton: str) -> bool:
    """Is this the head of a list of places (将下列法律中的……), or a line of it?"""
    head = BELOW.match(skeleton)
    if head:
        quotes = r.sentence.quotes
        words = [quotes[ord(ch) - QUOTES_FROM] for ch in QUOTE.findall(head["words"])]
        r.below = words, quotes[ord(head["text"]) - QUOTES_FROM] if head["text"] else ""
    elif not (r.sentence.titles and LISTED.match(skeleton)):
        r.below = None
    elif r.below:
        words, text = r.below
        op = "replace-words" if text else "delete-words"
        for at in places_of(r, skeleton):
            for quoted in words:
                add(r, op, at=at, words=quoted, text=text, shown=at.label)
    return head is not None


def _effect(r: Reading, skeleton: str) -> str:
    if _list(r, skeleton) or ANNOUNCES.match(skeleton):
        return "heading"
    if r.operations or CHANGES_WORDS.search(skeleton):
        return "text"
    if _heads(r, skeleton):
        return "heading"
    if CONTAINER.search(skeleton) and not QUOTE.search(skeleton):
        return "heading"
    if OPENING.search(skeleton):
        if bare := BARE_OPENING.search(skeleton):
            r.instrument = bare["title"]
        _name(r, skeleton)
        return "heading"
    if not QUOTE.search(skeleton):
        for name, pattern in EFFECTS:
            if pattern.search(skeleton):
                return "text" if _orders(name, skeleton) else name
        if not any(form.search(skeleton) for form in (AMENDS, PROVIDES)) and not START.match(skeleton):
            return "clause"
    return "text"


def _orders(effect: str, skeleton: str) -> bool:
    """Does what looks like closing words or a remark say what is to be done to a place of the text?"""
    if effect == "heading" or skeleton.startswith(("本决定", "本修正案")):
        return False
    note = NOTE.match(skeleton)
    if note and not note["plain"]:  # 修改理由：…… may well speak of what is done
        return False
    begins = PROVIDES.search(skeleton) is not None and effect in ("commencement", "republication")
    return begins or ORDERS.search(skeleton) is not None


_ENDS_THERE: Final = Expression(r"[^：:。；]{0,16}[：:。]?$")
"""对第二条作如下修改：with nothing behind it; else what follows is an instruction of the same sentence."""


def _heads(r: Reading, skeleton: str) -> bool:
    """Does the sentence only say which article or which instrument what follows is about?"""
    about = None if QUOTE.search(skeleton) else ABOUT.match(skeleton)
    if about and "第" in about["places"] and _ENDS_THERE.match(skeleton, about.end()):
        r.about = places_of(r, about["places"])[-1]
        return True
    if HEADING.match(skeleton) and (r.sentence.titles or len(skeleton) < 12):
        _name(r, skeleton)
        return True
    if bare := BARE_TITLE.match(skeleton):
        r.instrument = bare["title"]
        return True
    return False


def _name(r: Reading, skeleton: str) -> None:
    for index, ch in enumerate(skeleton):
        if TITLES_FROM <= ord(ch) <= LAST_TITLE and not skeleton[max(0, index - 2) : index].endswith("根据"):
            r.instrument = title_of(r, ch)
            return


def _scan(r: Reading, skeleton: str) -> list[Stretch]:
    """Take the sentence from left to right, the first form that fits at each place; what each took."""
    at, end = 0, len(skeleton)
    stretches: list[Stretch] = []
    forms = forms_for(skeleton)
    while at < end:
        noise = NOISE.match(skeleton, at)
        if noise:
            at = noise.end()
            if at >= end:
                break
        for name, pattern in forms:
            match = pattern.match(skeleton, at)
            if match and match.end() > at:
                before = len(r.operations)
                MEANINGS[name](r, match)
                stretches.append(Stretch(at, match.end(), min(before, len(r.operations)), len(r.operations)))
                at = match.end()
                break
        else:
            at = _not_understood(r, skeleton, at)
    return stretches


def _not_understood(r: Reading, skeleton: str, at: int) -> int:
    fragment = _FRAGMENT.match(skeleton, at)
    assert fragment is not None
    stop = max(fragment.end(), at + 1)
    words = spelled(r, skeleton[at:stop])[:60]
    if (
        r.fault is not None and r.fault.code == _UNREAD
    ):  # every part of the sentence that was not read is told
        words = f"{dict(r.fault.details)['words']}”、“{words}"
    if r.fault is None or r.fault.code == _UNREAD:
        r.fault = fault(_UNREAD, words=words)
    return stop


def _numbering(r: Reading, match: re.Match[str]) -> None:
    add(r, "renumber", at=Address(block="order"), to=Address(block="order"))
    if ("wording" in match.re.groupindex and match["wording"]) or "文字" in match[0]:
        _wording(r, match)


def _kept(r: Reading, _: re.Match[str]) -> None:
    add(r, "renumber", at=Address(block="order"), to=Address(block="order"), side="kept")


def _wording(r: Reading, _: re.Match[str]) -> None:
    add(r, "replace-words", at=Address(block="body"), text=None, everywhere=True)


MEANINGS: Final[dict[str, Callable[[Reading, re.Match[str]], None]]] = {
    **INSERT_FORMS,
    **UNIT_FORMS,
    **MOVE_FORMS,
    **WORD_FORMS,
    "numbering": _numbering,
    "kept": _kept,
    "wording": _wording,
}
"""What each row of the grammar means."""
