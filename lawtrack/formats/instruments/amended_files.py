"""What came of applying a decision, as files: the amended text, the page of effects, and all that goes to a sitting."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lawtrack.amend import effects, read
from lawtrack.formats.instruments.files import WRITERS as INSTRUMENT_WRITERS
from lawtrack.formats.writing import write_bytes, write_in_format
from lawtrack.law import parse

if TYPE_CHECKING:
    from os import PathLike

    from lawtrack.amend import Applied
    from lawtrack.law import Instrument

FILES: Final = ("修改决定.docx", "修改决定.md", "修改前后对照表.docx", "修改后文本.docx", "逐条对应.html")
"""What `write_amended` puts into its folder: decision twice, comparison, amended text, page of effects."""


def write_amended(
    applied: Applied, base: str | Instrument, decision: str, folder: str | PathLike[str]
) -> tuple[Path, ...]:
    r"""The paths of FILES in `folder`, which is made if need be: all about `applied = apply(base, decision)`.

    Every file is made before the first is written. Raises NotSaved where the system refuses.

    >>> import tempfile
    >>> from lawtrack.amend import apply
    >>> from lawtrack.formats import write_amended
    >>> base = "某市公园条例\n第一条　公园开放。\n第二条　公园免费。"
    >>> decision = "关于修改《某市公园条例》的决定\n一、删去第二条。\n本决定自公布之日起施行。"
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [file.name for file in write_amended(apply(base, decision), base, decision, folder)]
    ['修改决定.docx', '修改决定.md', '修改前后对照表.docx', '修改后文本.docx', '逐条对应.html']
    """
    from lawtrack.compare import compare
    from lawtrack.formats.comparison.docx import comparison_docx
    from lawtrack.formats.instruments import decision_files
    from lawtrack.formats.instruments.docx import docx_bytes
    from lawtrack.formats.layout import Layout

    old, new = parse(base) if isinstance(base, str) else base, parse(applied.text)
    contents = (
        decision_files.to_docx(decision),
        decision_files.to_markdown(decision),
        comparison_docx(compare(old, new), Layout()),
        docx_bytes(new),
        to_html(applied, old, decision),
    )
    return tuple(
        write_bytes(Path(folder, name), content) for name, content in zip(FILES, contents, strict=True)
    )


def write_applied(applied: Applied, base: str | Instrument, decision: str, path: str | PathLike[str]) -> Path:
    r"""Put what `apply(base, decision)` gave at `path`, whole or not at all; the path written.

    .html is the page of effects, .json the account with its effects; any other ending of `instrument_files` is the
    amended text in that kind. Raises UnusableInput for an ending that nobody writes, NotSaved where the system refuses.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from lawtrack.amend import apply
    >>> from lawtrack.formats import write_applied
    >>> base = "某市公园条例\n第一条　公园开放。\n第二条　公园免费。"
    >>> decision = "关于修改《某市公园条例》的决定\n一、删去第二条。\n本决定自公布之日起施行。"
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = write_applied(apply(base, decision), base, decision, Path(folder, "修改后.txt"))
    ...     "第二条" in file.read_text(encoding="utf-8")
    False
    """
    target = Path(path)
    suffix = target.suffix.lower()
    if suffix == ".html":
        return write_bytes(target, to_html(applied, base, decision))
    if suffix == ".json":
        data = json.dumps(account(applied, base), ensure_ascii=False, indent=2)
        return write_bytes(target, f"{data}\n".encode())
    return write_in_format(target, INSTRUMENT_WRITERS, parse(applied.text))


def account(applied: Applied, base: str | Instrument) -> dict[str, Any]:
    r"""`applied.to_dict()` with "effects": one record for each operation at each clause, and for each consequence.

    >>> from lawtrack.amend import apply
    >>> from lawtrack.formats import account
    >>> base = "某市公园条例\n第一条　公园开放。\n第二条　公园免费。"
    >>> decision = "关于修改《某市公园条例》的决定\n一、删去第二条。\n本决定自公布之日起施行。"
    >>> told = account(apply(base, decision), base)
    >>> told["complete"], len(told["effects"])
    (True, 2)
    """
    return {**applied.to_dict(), "effects": [one.to_dict() for one in effects(applied, base).rows]}


def to_html(applied: Applied, base: str | Instrument, decision: str) -> bytes:
    """The page of effects under the decision's title."""
    from lawtrack.formats.instruments.amended_html import amended_html

    return amended_html(applied, base, read(decision).title).encode()
