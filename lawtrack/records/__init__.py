"""Records that people edit by hand (YAML): read with the line of every field, explained, edited with their comments."""

from lawtrack.faces import present
from lawtrack.records.editing import read_mapping, write_mapping
from lawtrack.records.merging import Clash, merge_records, settled, told_at
from lawtrack.records.problems import Problem, Record, explained, first_problem
from lawtrack.records.reading import Place, decoded, read_file, read_record

__all__ = [
    "Clash",
    "Place",
    "Problem",
    "Record",
    "decoded",
    "explained",
    "first_problem",
    "merge_records",
    "read_file",
    "read_mapping",
    "read_record",
    "settled",
    "told_at",
    "write_mapping",
]

present(__name__)
