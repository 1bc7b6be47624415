"""Findings as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from lawtrack.check.model import Finding

COLUMNS: Final = (
    "code",
    "severity",
    "line",
    "eid",
    "words",
    "message",
    "source",
    "start",
    "end",
    "fix",
    "reason",
)


def findings_frame(findings: Iterable[Finding]) -> pd.DataFrame:
    """A DataFrame, one row a finding, with the columns of `Finding.to_dict` also when there is none.

    >>> findings_frame([]).empty
    True
    """
    import pandas as pd

    return pd.DataFrame([finding.to_dict() for finding in findings], columns=list(COLUMNS))
