"""The changes that are certain as one package decision, proved by applying it (law 3)."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lawtrack.amend import apply, write
from lawtrack.errors import LawtrackError
from lawtrack.law import NUMERAL_CLASS, item_label, parse, to_chinese

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

_POWER_OF: Final = {"local-regulation": "congress", "law": "congress", "government-rule": "government"}
_CALLED: Final = {"": "法规", "local-regulation": "法规", "law": "法律", "government-rule": "规章"}
"""What several instruments of a kind are called together; of several kinds, or any other, 文件."""
_ASSEMBLED: Final = re.compile(r"第[〇零一二三四五六七八九十百]+届|人民代表大会|人大|人民政府")
"""Where the name of a body's place ends."""
_NUMBERED: Final = re.compile(rf"^[{NUMERAL_CLASS}]{{1,4}}、")


class Package(NamedTuple):
    r"""The `text` of the decision, "" where nothing is certain; the instruments in it; those left out, which need a hand.

    `others` are another body's to amend; `mixed` the clauses in which a new number will stand beside an old one that
    wants looking at.

    >>> from lawtrack.collection import Package
    >>> Package("某市人民代表大会常务委员会关于修改部分法规的决定\n……", ("某市控烟条例",), ()).instruments
    ('某市控烟条例',)
    """

    text: str
    instruments: tuple[str, ...]
    left_out: tuple[str, ...]
    others: tuple[str, ...] = ()
    mixed: tuple[str, ...] = ()


def package_decision(
    rows: Iterable[dict[str, Any]],
    text_of: Callable[[str], str],
    *,
    body: str = "",
    made_by: Mapping[str, tuple[str, str]] | None = None,
) -> Package:
    """One decision that follows the new numbers in every instrument where that is certain (`todo` is renumber).

    `rows` are those of `affected` as records, `text_of` gives an instrument's text by its id, `body` is who decides,
    `made_by` gives the kind and the maker of each instrument.
    An instrument whose part of the decision does not bring out exactly the new text is left out and named.
    """
    parts: dict[str, tuple[str, str]] = {}
    wanted: dict[str, list[str]] = {}
    left_out: list[str] = []
    rows = list(rows)
    certain = [row for row in rows if row["todo"] == "renumber"]
    makers = made_by or {}
    others = tuple(sorted({
        str(row["instrument"]) for row in certain if of_another(body, *makers.get(str(row["instrument"]), ("", "")))
    }))  # fmt: skip
    certain = [row for row in certain if row["instrument"] not in others]
    for instrument, own in groupby(certain, key=lambda row: str(row["instrument"])):
        base = text_of(instrument)
        new = _renumbered(base, list(own))
        words, title = _instructions(base, new), parse(base).title
        if title and words is not None:
            parts[instrument] = title, words
            wanted[instrument] = _words(new)
        else:
            left_out.append(instrument)
    while parts:
        text = _composed(list(parts.values()), body, {makers.get(one, ("", ""))[0] for one in parts})
        wrong = [
            instrument
            for instrument in parts
            if not _brings_out(text_of(instrument), text, wanted[instrument])
        ]
        if not wrong:
            return Package(text, tuple(parts), tuple(sorted(left_out)), others, _mixed(rows, parts))
        left_out += wrong
        for instrument in wrong:
            del parts[instrument]
    return Package("", (), tuple(sorted(left_out)), others)


def _mixed(rows: Sequence[dict[str, Any]], instruments: Iterable[str]) -> tuple[str, ...]:
    """The clauses of those instruments that cite a place with its new number and another with its old one."""
    told = []
    for (instrument, _), group in groupby(rows, key=lambda row: (str(row["instrument"]), str(row["eid"]))):
        cited = list(group)
        kept = [row for row in cited if row["todo"] in {"look", "gone"} and row["now"] != row["cites"]]
        if instrument in instruments and kept and any(row["todo"] == "renumber" for row in cited):
            places = "、".join(dict.fromkeys(str(row["words"]) for row in kept))
            told.append(f"《{cited[0]['title']}》{cited[0]['place'] or cited[0]['label']}：{places}")
    return tuple(told)


def of_another(body: str, kind: str, maker: str) -> bool:
    """Is an instrument another body's to amend: a government's rule a congress's, or that of another place?

    >>> of_another("某市人民代表大会常务委员会", "government-rule", "某市人民政府"), of_another("", "government-rule", "")
    (True, False)
    >>> of_another("甲市人民代表大会常务委员会", "local-regulation", "甲市第三届人民代表大会")
    False
    """
    if not body:
        return False
    decides = _power(body)
    makes = _power(maker) or _POWER_OF.get(kind, "")
    if decides and makes and decides != makes:
        return True
    here, there = (_ASSEMBLED.split(name)[0] for name in (body, maker))
    return bool(maker and here and there and here != there)


def _power(body: str) -> str:
    """`congress`, `government`, or "" for any other body."""
    return "congress" if re.search("人民代表大会|人大", body) else "government" if "人民政府" in body else ""


def _brings_out(base: str, decision: str, wanted: list[str]) -> bool:
    done = apply(base, decision)
    return done.complete and _words(done.text) == wanted


def _words(text: str) -> list[str]:
    """What the articles of a text say."""
    return [article.words for article in parse(text).articles]


def _renumbered(base: str, rows: Sequence[dict[str, Any]]) -> str:
    """The text with every certain citation under its new number; the last one first, so that offsets stay true."""
    for row in sorted(rows, key=lambda row: -int(row["start"])):
        base = base[: row["start"]] + row["instead"] + base[row["end"] :]
    return base


def _instructions(base: str, new: str) -> str | None:
    """What turns `base` into `new`, numbered （一）, （二）; None where that cannot be written and proved."""
    try:
        decision = write(base, new)
    except LawtrackError:
        return None
    if not _brings_out(base, decision, _words(new)):
        return None
    lines = decision.splitlines()
    first = next((at for at, line in enumerate(lines) if _NUMBERED.match(line)), len(lines))
    said: list[str] = []
    number = 0
    for line in lines[first:]:
        if line.startswith(("本决定自", "其他条文序号不变")):
            break
        if _NUMBERED.match(line):
            number += 1
            line = item_label(number) + _NUMBERED.sub("", line)  # noqa: PLW2901 - the line as the package prints it
        said.append(line)
    return "\n".join(said) if said else None


def _composed(parts: Sequence[tuple[str, str]], body: str, kinds: set[str]) -> str:
    """The decision: title, opening, a part for each instrument, commencement; `kinds` are those of the instruments."""
    if len(parts) == 1:
        return _for_one(*parts[0], body)
    called = _CALLED.get(next(iter(kinds)), "文件") if len(kinds) == 1 else "文件"
    others = f"等{to_chinese(len(parts))}件{called}"
    named = f"《{parts[0][0]}》{others}"
    lines = [f"{body}关于修改{named}的决定", f"{body}决定对{named}作如下修改："]
    for number, (title, words) in enumerate(parts, 1):
        lines += [f"{to_chinese(number)}、对《{title}》作如下修改", words]
    lines.append("本决定自公布之日起施行。")
    lines.append(f"以上{called}根据本决定作相应修改，重新公布。")
    return "\n".join(lines) + "\n"


def _for_one(title: str, words: str, body: str) -> str:
    """The decision where one instrument is amended: its instructions are numbered 一、 and it is named once."""
    lines = [f"{body}关于修改《{title}》的决定", f"{body}决定对《{title}》作如下修改："]
    number = 0
    for line in words.split("\n"):
        if line.startswith(item_label(number + 1)):
            number += 1
            line = f"{to_chinese(number)}、" + line.removeprefix(item_label(number))  # noqa: PLW2901 - renumbered
        lines.append(line)
    lines += ["本决定自公布之日起施行。", f"《{title}》根据本决定作相应修改，重新公布。"]
    return "\n".join(lines) + "\n"
