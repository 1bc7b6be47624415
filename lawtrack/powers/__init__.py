"""Lists of powers (权责清单): items, comparison, counts, basis. Pure data: no files, no git."""

from lawtrack.faces import present
from lawtrack.powers.basis import Ground, grounds
from lawtrack.powers.comparing import KINDS, PowerChange, PowersComparison, compare_powers
from lawtrack.powers.intake import Reading, read_rows
from lawtrack.powers.model import FIELDS, Doubt, Power, PowersData, columns, kinds
from lawtrack.powers.records import read_records, write_records

__all__ = [
    "FIELDS",
    "KINDS",
    "Doubt",
    "Ground",
    "Power",
    "PowerChange",
    "PowersComparison",
    "PowersData",
    "Reading",
    "columns",
    "compare_powers",
    "grounds",
    "kinds",
    "read_records",
    "read_rows",
    "write_records",
]

present(__name__)
