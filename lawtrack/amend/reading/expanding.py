"""One sentence that says several things about headings, as the several sentences that it stands for.

增加两章，作为第四章“A”、第五章“B”; 将第三章分为两章，第三章“A”、第四章“B”; 将第二章分为两节，第一节“A”，包括……; 上述规章中的.
Skeletons go in and come out (see sentences.py), so that the grammar's rows read what is meant.
"""

from __future__ import annotations

import re
from typing import Final

from lawtrack.amend.reading.addresses import N
from lawtrack.amend.reading.expressions import Expression
from lawtrack.amend.reading.grammar import ADD, Q
from lawtrack.patterns import compile_on_use

HEADINGS: Final = ("章", "节", "编")
_LABEL: Final = rf"第{N}+[编章节]"
_NAMED: Final = rf"{_LABEL}{Q}"
_ARTICLES: Final = rf"第{N}+条(?:之{N}+)?(?:(?:至|、|和)第{N}+条(?:之{N}+)?)*"
_ENTRY: Final = rf"{_NAMED}(?:，?(?:包括|包含|含|由)(?:原)?{_ARTICLES}(?:组成|构成)?)?"
_SEVERAL: Final = Expression(
    rf"(?P<place>(?:在|将)?(?:第{N}+[编章](?:中|之?后)?，?)?){ADD}(?P<count>{N}+)(?P<kind>[编章节])，?(?:分别|依次)?(?:作为|列为|编为|为|即)?：?"
    rf"(?P<list>{_ENTRY}(?:(?:、|和|以及|及|，|；)(?:以及)?{_ENTRY})+)",
    needs=HEADINGS,
)
_ONE: Final = compile_on_use(
    rf"(?P<label>{_LABEL})(?P<name>{Q})(?P<holds>，?(?:包括|包含|含|由)(?:原)?{_ARTICLES})?"
)
_DIVIDED: Final = Expression(
    rf"(?:将|把)?(?P<whole>第{N}+(?P<level>[编章节]))(?:{Q})?(?:划分为|分为|分成|分作|分|拆分为|分设|分列为|改为|修改为){N}+(?P<kind>[章节])(?:[，：]|，?(?:分别|依次)?(?:作为|为|即|列为)：?)*(?=(?:第{N}+章)?{_NAMED})",
    needs=HEADINGS,
)
_TAKES: Final = (
    rf"(?:将|把|由|以)?原?(?P<articles>{_ARTICLES})(?:分别)?(?:作为|成为|列为|列入|归入|划入|编为|为)"
    rf"(?P<above>第{N}+章(?=第))?(?P<label>{_LABEL})(?P<name>{Q})"
)
_TAKEN: Final = compile_on_use(_TAKES)
_PLAIN_TAKES: Final = re.sub(r"\?P<\w+>", "?:", _TAKES)
_MADE_OF: Final = Expression(
    rf"(?:(?:将|在|把)?(?P<place>第{N}+[编章])(?:{Q})?(?:中|下|内)?的?，?)?(?:(?:{ADD}(?:{N}+[编章节])?|增[编章节]|(?:分设|分为|分成|划分为|下设|设|分){N}+[编章节])[，：:]*)?"
    rf"(?P<list>{_PLAIN_TAKES}(?:(?:[，；、]|和|以及){_PLAIN_TAKES})*)",
    needs=HEADINGS,
)
"""第二章增加两节，将第四条至第五条作为第一节“A”，第六条作为第二节“B”: new headings over articles that are there."""
ABOVE: Final = Expression(
    rf"(?:上述|前述|以上|上列|前列|这些)(?:(?:{N}|[0-9])+(?:件|部|项|个))?(?:地方性|政府|行政)?(?:法规|规章|条例|办法|规定|(?:规范性)?文件)(?:中)?(?:的)?(?={Q}|[^，。；]{{0,6}}{Q})"
)
"""上述规章中的“A”: in all instruments named before."""


def expanded(skeleton: str) -> str:
    r"""The skeleton with one sentence for each heading that is put in.

    >>> expanded("增加两章，作为第四章\ue000、第五章\ue001。") == "增加一章，作为第四章\ue000；增加一章，作为第五章\ue001。"
    True
    """
    return _SEVERAL.sub(_each, _divided(_MADE_OF.sub(_made_of, skeleton)))


def _made_of(match: re.Match[str]) -> str:
    place = match["place"] or ""
    return "；".join(
        f"{one['above'] or place}增加一{one['label'][-1]}，作为{one['label']}{one['name']}，包括原{one['articles']}"
        for one in _TAKEN.finditer(match["list"])
    )


def _each(match: re.Match[str]) -> str:
    inserted = [
        f"{match['place']}增加一{match['kind']}，作为{one['label']}{one['name']}{one['holds'] or ''}"
        for one in _ONE.finditer(match["list"])
    ]
    return "；".join(inserted)


def _divided(skeleton: str) -> str:
    """A chapter divided into chapters keeps its number under the first name; into sections, it gets these."""
    match = _DIVIDED.search(skeleton)
    if match is None:
        return skeleton
    whole, kind = match["whole"], match["kind"]
    before, after = skeleton[: match.start()], skeleton[match.end() :]
    first = True

    def entry(one: re.Match[str]) -> str:
        nonlocal first
        label, name = one["label"], one["name"]
        if kind != match["level"]:
            return f"{whole}增加一{kind}，作为{label}{name}"
        if first:
            first = False
            return (
                f"将{whole}章名修改为{name}" if label == whole else f"将{whole}改为{label}，章名修改为{name}"
            )
        return f"增加一{kind}，作为{label}{name}"

    parts = re.sub(rf"(?:第{N}+章)?(?P<label>第{N}+{kind})(?P<name>{Q})", entry, after)
    return before + re.sub(rf"({Q})[、，和](?=(?:第{N}+章)?增加一)", r"\1；", parts)
