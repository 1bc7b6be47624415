"""`write`: two versions of an instrument become the decision that leads from one to the other, and the proof of it.

Whatever is composed is read and applied again; an instruction that does not bring out its article is written more
coarsely, until the decision gives the new text (law 3). Where most of the text is new, the whole new text is given, as in
a complete revision (修订).
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawtrack.amend.understanding import refuse_unread
from lawtrack.amend.writing.composing import Composer
from lawtrack.amend.writing.framing import Frame
from lawtrack.amend.writing.options import Options, WritingWarning
from lawtrack.amend.writing.package import composed_package
from lawtrack.errors import UnusableInput
from lawtrack.law import parse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lawtrack.law import Instrument


@dataclass(frozen=True, slots=True)
class Written:
    r"""A decision that was written: its text, its form (decision, amendment, revision, package), and what to know about it.

    >>> from lawtrack.amend import compose
    >>> old = "某市公园条例\n第一条　公园开放。\n第二条　公园由市园林局管理。"
    >>> done = compose(old, old.replace("园林", "绿化"))
    >>> done.form, done.warnings
    ('decision', ())
    """

    text: str
    form: str
    warnings: tuple[WritingWarning, ...] = ()


def write(
    old: str | Instrument,
    new: str | Instrument,
    *,
    form: str = "decision",
    share: float | None = None,
    body: str = "",
    meeting: str = "",
    adopted: str = "",
    effective: str = "",
) -> str:
    r"""The text of the decision (form "decision") or amendment ("amendment") that turns `old` into `new`.

    `share` is the part of a unit's characters up to which words are changed instead of the unit; without one, that of
    the body's practice. `body` is who decides (某市人民代表大会常务委员会), `meeting` the sitting, `adopted` and `effective`
    dates as they shall be printed (2024年5月1日). A text of which most is new is given whole, as in a revision (修订);
    form "instructions" says it by instructions all the same, "revision" gives any text whole.

    What had to be reprinted, and that a revision would be usual, is a `WritingWarning`; `compose` returns them with the
    text. Raises UnusableInput for a text that was not understood as articles, for a value that an option does not
    have, and where an amendment cannot keep the numbers.

    >>> old = "某市河道条例\n第一条　甲。\n第二条　任何市民都应当爱护河道，不得向河道倾倒垃圾。"
    >>> new = "某市河道条例\n第一条　甲。\n第二条　丙。\n第三条　任何公民都应当爱护河道，不得向河道倾倒垃圾。"
    >>> print(write(old, new), end="")
    关于修改《某市河道条例》的决定
    决定对《某市河道条例》作如下修改：
    一、增加一条，作为第二条：“丙。”
    二、将原第二条中的“任何市民都”修改为“任何公民都”。
    本决定自公布之日起施行。
    《某市河道条例》根据本决定作相应修改并对条文顺序作相应调整，重新公布。
    """
    options = Options(form, share, body, meeting, adopted, effective)
    written = composed(old, new, options)
    for warning in written.warnings:
        warnings.warn(warning, stacklevel=2)
    return written.text


def compose(
    old: str | Instrument,
    new: str | Instrument,
    *,
    form: str = "decision",
    share: float | None = None,
    body: str = "",
    meeting: str = "",
    adopted: str = "",
    effective: str = "",
) -> Written:
    r"""The decision that `write` returns, with its form and the warnings about it; the arguments are those of `write`.

    Raises UnusableInput for texts and options that `write` refuses too.

    >>> compose("某市河道条例\n第一条　甲。", "某市河道条例\n第一条　乙。").form
    'revision'
    """
    return composed(old, new, Options(form, share, body, meeting, adopted, effective))


def write_package(
    pairs: Iterable[tuple[str | Instrument, str | Instrument]],
    *,
    layout: str = "listed",
    share: float | None = None,
    body: str = "",
    meeting: str = "",
    adopted: str = "",
    effective: str = "",
) -> str:
    r"""The text of one decision that turns the old text of each pair into the new one.

    `layout` "listed" names each instrument and numbers its instructions below, "running" begins a paragraph with each title.
    The other arguments, the warnings and the errors are those of `write`; `compose_package` returns the warnings with the
    text. Raises UnusableInput, too, for fewer than two pairs, for titles that are not there or the same, and where one
    of the texts would have to be given whole.

    >>> teahouse = "某市茶馆条例\n第一条　茶馆由市商务部门管理。\n第二条　本条例自公布之日起施行。"
    >>> bookshop = "某市书店条例\n第一条　书店由市文化部门管理。\n第二条　本条例自公布之日起施行。"
    >>> after = [text.replace("管理", "主管") for text in (teahouse, bookshop)]
    >>> print(write_package(zip([teahouse, bookshop], after)), end="")
    关于修改《某市茶馆条例》《某市书店条例》的决定
    决定对《某市茶馆条例》《某市书店条例》作如下修改：
    一、对《某市茶馆条例》的修改
    1.将第一条中的“市商务部门管理”修改为“市商务部门主管”。
    二、对《某市书店条例》的修改
    1.将第一条中的“市文化部门管理”修改为“市文化部门主管”。
    本决定自公布之日起施行。
    《某市茶馆条例》《某市书店条例》根据本决定作相应修改，重新公布。
    """
    options = Options("decision", share, body, meeting, adopted, effective)
    text, warned = composed_package(tuple(pairs), layout, options)
    for warning in warned:
        warnings.warn(warning, stacklevel=2)
    return text


def compose_package(
    pairs: Iterable[tuple[str | Instrument, str | Instrument]],
    *,
    layout: str = "listed",
    share: float | None = None,
    body: str = "",
    meeting: str = "",
    adopted: str = "",
    effective: str = "",
) -> Written:
    r"""The package that `write_package` returns, with its form and the warnings about it; arguments and errors are the same.

    >>> old = ["甲条例\n第一条　书店应当整洁。", "乙条例\n第一条　茶馆应当整洁。"]
    >>> compose_package([(text, text.replace("整洁", "明亮")) for text in old]).form
    'package'
    """
    options = Options("decision", share, body, meeting, adopted, effective)
    text, warned = composed_package(tuple(pairs), layout, options)
    return Written(text, "package", warned)


def composed(old: str | Instrument, new: str | Instrument, options: Options) -> Written:
    """The decision, proved; raises UnusableInput where there is none."""
    a = parse(old) if isinstance(old, str) else old
    b = parse(new) if isinstance(new, str) else new
    refuse_unread(a)
    refuse_unread(b)
    composer = Composer(a, b, options)
    frame = Frame(a.title or "本文本", options)
    text = composer.proved(frame)
    if text is None:
        raise UnusableInput("amend.not-proved", where=a.title)
    return Written(text, composer.form, tuple(composer.warnings()))
