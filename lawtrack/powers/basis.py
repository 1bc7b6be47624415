"""The basis of a power, taken apart: titles with their articles and the words quoted, numbered 1. 2. 3. or not."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from lawtrack.law import read_run, run_expression

_TITLE: Final = re.compile(r"《((?:[^《》\n]|《[^《》\n]{1,80}》){2,120})》")
_NOTE: Final = re.compile(r"\s*[（(][^（）()\n]{1,60}[）)]")
_QUOTE: Final = re.compile(r"^[\s　:：,，]*[“\"]?")


class Ground(NamedTuple):
    """One provision that a power stands on: the instrument's title, the place ("" for the whole), the words quoted.

    >>> from lawtrack.powers import grounds
    >>> grounds("《某市公园条例》第五条")
    (Ground(title='某市公园条例', label='第五条', quote=''),)
    """

    title: str
    label: str
    quote: str


def grounds(basis: str) -> tuple[Ground, ...]:
    r"""What a cell of basis names, in order.

    >>> grounds("1.《某法》（2018年修正）第三条第一款：“应当登记。”\n2.《某市条例》第五条、第六条")[0]
    Ground(title='某法', label='第三条第一款', quote='应当登记。')
    """
    titles = list(_TITLE.finditer(basis))
    cited = []
    for at, match in enumerate(titles):
        end = titles[at + 1].start() if at + 1 < len(titles) else len(basis)
        begin = match.end()
        if note := _NOTE.match(basis, begin, end):
            begin = note.end()
        run = run_expression().search(basis, begin, min(end, begin + 24))
        if run is None or basis[begin : run.start()].strip(" 　的中之:："):
            cited.append(Ground(match[1], "", _quoted(basis[begin:end])))
            continue
        pointers = [pointer for pointer in read_run(basis, run.start(), run.end()) if pointer.steps]
        quote = _quoted(basis[run.end() : end])
        cited += [
            Ground(match[1], pointer.label, quote if len(pointers) == 1 else "") for pointer in pointers
        ]
        cited += _more(match[1], basis[run.end() : end]) if "\n" in quote else []
    return tuple(cited)


def _more(title: str, rest: str) -> list[Ground]:
    """Further articles of the same instrument on lines of their own (第五条：…)."""
    cited = []
    for line in rest.split("\n")[1:]:
        run = run_expression().match(line.strip())
        if run:
            pointers = [pointer for pointer in read_run(line.strip(), 0, run.end()) if pointer.steps]
            quote = _quoted(line.strip()[run.end() :])
            cited += [
                Ground(title, pointer.label, quote if len(pointers) == 1 else "") for pointer in pointers
            ]
    return cited


def _quoted(words: str) -> str:
    """The words quoted behind a place, without the number of the next entry."""
    plain = _QUOTE.sub("", words).strip()
    plain = re.sub(r"[\s;；,，。]*(?:\n|\s)?[0-9一二三四五六七八九十]{1,2}[.、．]\s*$", "", plain)
    return plain.strip('”" 　')
