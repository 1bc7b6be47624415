"""Published laws in which the right word was made the wrong one, everywhere at once: the fixes give the law back.

A wrong word in a quotation, or where it is no fault (法律禁止进口的 made 法律严禁进口的), stays; no fix writes a third word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from lawtrack.check import check

if TYPE_CHECKING:
    from pathlib import Path

_RULES: Final = "条例|办法|规定|规则|细则|标准"
MUTATIONS: Final = (
    ("account", "账", "帐", 0.95),
    ("drawn-up", rf"制定(?=[^，。；]{{0,10}}(?:{_RULES})[，。；])", "制订", 0.7),
    ("forbid", "不得", "不准", 0.8),
    ("forbid", "禁止", "严禁", 0.7),
    ("decide", r"作出(?=[^，。；]{0,14}(?:决定|裁定|判决|裁决)[，。；的])", "做出", 0.9),
    ("pay", r"缴纳(?=[^，。；]{0,4}(?:罚款|税款))", "交纳", 0.9),
    ("other", "其他", "其它", 0.99),
    ("outside", r"(?<=除)([^，。；：以之]{2,40})外(?=[，的])", r"\1之外", 0.95),
    ("anyone-forbidden", r"(?<=任何单位和个人)不得", "禁止", 0.95),
)
TEXTS: Final = 20


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("code", "right", "wrong", "least"), MUTATIONS, ids=[f"{code}-{wrong}" for code, _, wrong, _ in MUTATIONS]
)
def test_the_fixes_give_the_law_back(corpus: Path, code: str, right: str, wrong: str, least: float) -> None:
    found = changed = 0
    for file in sorted((corpus / "single").glob("*.txt"))[:TEXTS]:
        text = file.read_text(encoding="utf-8")
        pieces, places, last = [], [], 0
        for match in re.finditer(right, text):
            pieces += [text[last : match.start()], match.expand(wrong)]
            at = sum(map(len, pieces))
            places.append((at - len(pieces[-1]), at, match[0]))
            last = match.end()
        if not places:
            continue
        mutated = "".join([*pieces, text[last:]])
        fixes = [one.fix for one in check(mutated) if one.code == code and one.fix]
        for start, end, before in places:
            changed += 1
            for fix in fixes[:]:
                if start <= fix.start < end:
                    found += 1
                    given = mutated[start : fix.start] + fix.replacement + mutated[fix.end : end]
                    assert given == before or {given, before} == {"不得", "禁止"}, mutated[
                        start - 20 : end + 20
                    ]
    assert found >= least * changed, f"{code}: {found} of {changed}"
