"""Several instruments at once: one decision (一揽子修改) that changes each of them, in the two usual layouts.

`listed` names each instrument in a heading and numbers its instructions below (congresses, courts); `running` begins each
paragraph with the title of the instrument and lets the other instructions follow on lines of their own (State Council).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lawtrack.amend.understanding import refuse_unread
from lawtrack.amend.writing.composing import Composer
from lawtrack.amend.writing.framing import Frame, adoption, commencement, title_marks
from lawtrack.amend.writing.manner import CONGRESS, LOCAL
from lawtrack.errors import UnusableInput
from lawtrack.law import parse, to_chinese

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.amend.writing.options import Options, WritingWarning
    from lawtrack.law import Instrument

LAYOUTS: Final = ("listed", "running")
_BEGINS: Final = re.compile(r"^(将|删去|删除|在)?(?=原?第|名称|引言|附件|全文|条例|增加)")


@dataclass(frozen=True, slots=True)
class Part:
    """One instrument of a package, with its instructions."""

    composer: Composer
    title: str
    instructions: tuple[str, ...]

    def listed(self, number: int) -> str:
        """一、对《…》作出修改, with the instructions numbered below it."""
        manner = self.composer.manner
        named, order = title_marks(self.title), to_chinese(number)
        head = (
            f"修改{named}"
            if manner.judicial
            else f"对{named}的修改"
            if manner.local
            else f"对{named}作出修改"
        )
        arabic = manner.judicial or manner.local
        below = [
            f"{index}.{words}" if arabic else f"（{to_chinese(index)}）{words}"
            for index, words in enumerate(self.instructions, 1)
        ]
        return "\n".join([f"{order}、{head}", *below])

    def running(self, number: int) -> str:
        """一、将《…》第三条修改为……, the other instructions on lines of their own."""
        first, *rest = self.instructions
        named = title_marks(self.title)
        if match := _BEGINS.match(first):
            begun = f"{match[1] or ''}{named}{first[match.end() :]}"
        else:
            begun = f"对{named}作如下修改：\n{first}"
        return "\n".join([f"{to_chinese(number)}、{begun}", *rest])


def composed_package(
    pairs: Sequence[tuple[str | Instrument, str | Instrument]], layout: str, options: Options
) -> tuple[str, tuple[WritingWarning, ...]]:
    """The decision and the warnings about it, proved for each instrument; raises UnusableInput where there is none."""
    if layout not in LAYOUTS:
        raise UnusableInput("amend.no-such-layout", given=layout, known=tuple(LAYOUTS))
    if options.form not in ("decision", "instructions"):
        raise UnusableInput("amend.package-form", given=options.form)
    if len(pairs) < 2:
        raise UnusableInput("amend.package-of-one")
    read = [tuple(parse(text) if isinstance(text, str) else text for text in pair) for pair in pairs]
    titles = [old.title for old, _ in read]
    for title in titles:
        if not title or titles.count(title) > 1:
            raise UnusableInput("amend.package-title", title=title or "—")
    parts = [_part(old, new, options) for old, new in read]
    text = _framed(parts, layout, options)
    for part in parts:
        if part.composer.proof.faults(text):
            raise UnusableInput("amend.not-proved", where=part.title)
    return text, tuple(_warnings(parts))


def _part(old: Instrument, new: Instrument, options: Options) -> Part:
    refuse_unread(old)
    refuse_unread(new)
    composer = Composer(old, new, options, packed=True)
    if composer.proved(Frame(old.title, options)) is None or composer.form == "revision":
        raise UnusableInput("amend.package-revision", title=old.title)
    return Part(composer, old.title, tuple(composer.instructions))


def _warnings(parts: Sequence[Part]) -> Iterator[WritingWarning]:
    for part in parts:
        yield from part.composer.warnings()


def _framed(parts: Sequence[Part], layout: str, options: Options) -> str:
    """The package with its title, opening and closing."""
    named = "".join(title_marks(part.title) for part in parts)
    lines = [f"{options.body}关于修改{_subject(parts, options)}的决定", *adoption(options)]
    opening = f"{options.meeting}决定对{_subject(parts, options)}作如下修改："
    lines.append(opening)
    lines += [
        part.listed(number) if layout == "listed" else part.running(number)
        for number, part in enumerate(parts, 1)
    ]
    reordered = any(part.composer.reordered for part in parts)
    order = "作相应修改并对条文顺序作相应调整" if reordered else "作相应修改"
    lines += [commencement(options), f"{named}根据本决定{order}，重新公布。"]
    return "\n".join(lines) + "\n"


def _subject(parts: Sequence[Part], options: Options) -> str:
    """《甲》《乙》; of more than two 《甲》等三部法律, in the words of who decides."""
    first = title_marks(parts[0].title)
    if len(parts) == 2:
        return first + title_marks(parts[1].title)
    return f"{first}等{len(parts)}{_kind(parts, options)}"


def _kind(parts: Sequence[Part], options: Options) -> str:
    """What the instruments are called together."""
    manner = parts[0].composer.manner
    if manner.judicial:
        return "件司法解释"
    if manner.congress:
        return "部法律"
    if not manner.local:
        return "部行政法规"
    note = parts[0].composer.base.block("header")
    who = options.body or (note.text if note else "")
    congress = CONGRESS.search(who) or (LOCAL.search(who) and "人民政府" not in who) or not who
    return "件地方性法规" if congress else "件规章"
