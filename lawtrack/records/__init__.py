"""Records that people edit by hand (YAML): read with the line of every field, explained, edited with their comments."""

from lawtrack.faces import present
from lawtrack.records.problems import Problem, explained, first_problem
from lawtrack.records.reading import Place, decoded, read_file, read_record

__all__ = [
    "Place",
    "Problem",
    "decoded",
    "explained",
    "first_problem",
    "read_file",
    "read_record",
]

present(__name__)
