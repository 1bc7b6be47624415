"""Sets of field inputs that were written down with their answers before any was run: references, surroundings,
structure, notes, tables, plans, opinions, split sentences, fixes, messages. docs/measured.md has the first sight; `forms`
are kinds that were mended.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.formats.blind import Case, answer
from tests.formats.blind_eleventh import CASES as ELEVENTH
from tests.formats.blind_fifteenth import CASES as FIFTEENTH
from tests.formats.blind_fourteenth import CASES as FOURTEENTH
from tests.formats.blind_ninth import CASES as NINTH
from tests.formats.blind_sixteenth import CASES as SIXTEENTH
from tests.formats.blind_tenth import CASES as TENTH
from tests.formats.forms import CASES as FORMS

if TYPE_CHECKING:
    from pathlib import Path

SETS = {
    "ninth": NINTH,
    "tenth": TENTH,
    "eleventh": ELEVENTH,
    "fourteenth": FOURTEENTH,
    "fifteenth": FIFTEENTH,
    "sixteenth": SIXTEENTH,
    "forms": FORMS,
}


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=f"{name}-{at}-{case.kind}")
        for name, cases in SETS.items()
        for at, case in enumerate(cases)
    ],
)
def test_blind(case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(case, tmp_path, capsys) == case.expected
