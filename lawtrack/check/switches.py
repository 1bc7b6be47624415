"""Rules that a draft switches off, everywhere or at one clause, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from lawtrack.check.rulebook import rules
from lawtrack.errors import InvalidRecord
from lawtrack.law import Targets, read_run, run_expression

if TYPE_CHECKING:
    from lawtrack.check.subject import Subject


_LAW_NAME: Final = re.compile(
    r"[^\s《》，。；：、]{1,60}(?:法|法典|条例|规则|宪法|决定)(?:[（(][^（）()]{1,12}[）)])?"
)


class Switches:
    """`checks` of a draft's record, read against its text."""

    def __init__(self, subject: Subject, checks: object) -> None:
        if not isinstance(checks, Mapping):
            raise InvalidRecord("check.bad-checks")
        self._everywhere: dict[str, str] = {}
        self._at: dict[str, list[tuple[str, str]]] = {}
        targets = Targets(subject.doc)
        for key, value in checks.items():
            code, _, clause = str(key).partition("@")
            reason = str(value or "").strip()
            if code not in rules():
                raise InvalidRecord("check.no-such-rule", rule=code, known=", ".join(rules()))
            if not reason:
                raise InvalidRecord("check.no-reason", rule=key)
            if clause:
                self._at.setdefault(code, []).extend((eid, reason) for eid in _eids(clause, subject, targets))
            else:
                self._everywhere[code] = reason

    def reason(self, code: str, eid: str) -> str:
        """Why the rule is switched off at that provision, "" where it is not."""
        if code in self._everywhere:
            return self._everywhere[code]
        return next(
            (why for held, why in self._at.get(code, ()) if eid == held or eid.startswith(held + "__")), ""
        )


def law_names(laws: object) -> frozenset[str]:
    """The names that a draft's record adds to the list of national laws, as citations are matched: without 《》 and 中华人民共和国.

    Raises InvalidRecord for what is no list, and for an entry that is no name of a law, with its number and its words.

    >>> sorted(law_names(["国家公园法", "《中华人民共和国能源法》"]))
    ['国家公园法', '能源法']
    """
    if laws is None:
        return frozenset()
    if not isinstance(laws, list | tuple):
        raise InvalidRecord("check.bad-laws", words=str(laws)[:40])
    names: set[str] = set()
    for at, entry in enumerate(laws, 1):
        said = entry.strip().strip("《》").removeprefix("中华人民共和国") if isinstance(entry, str) else ""
        if not _LAW_NAME.fullmatch(said):
            raise InvalidRecord("check.bad-law", at=at, words=str(entry)[:40])
        names.add(said)
    return frozenset(names)


def _eids(clause: str, subject: Subject, targets: Targets) -> list[str]:
    """The provisions that a citation (第十条第二款, 第三条至第五条) or an eid names; [] for one that is gone."""
    if clause in subject.doc.by_eid:
        return [clause]
    match = run_expression().fullmatch(clause)
    pointers = read_run(clause, 0, len(clause)) if match else []
    return [eid for pointer in pointers for eid in targets.of(pointer, ())]
