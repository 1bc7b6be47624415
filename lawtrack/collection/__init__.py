"""Many instruments at once: tables, search, what a change affects, what stands beside a draft."""

from lawtrack.collection.cleaning.names import OldName, old_names, read_names
from lawtrack.collection.cleaning.package import Package
from lawtrack.collection.cleaning.table import (
    cleaning_table,
    fate_words,
    places_words,
    repealed_listing,
    to_be_shown,
    todo_words,
)
from lawtrack.collection.collection import COLUMNS, Collection
from lawtrack.collection.comparing.beside import Beside, cities_listing, pairs_listing
from lawtrack.collection.comparing.folders import FilePair, FolderPairs, pair_folders
from lawtrack.collection.comparing.many import PairSummary, compare_pairs, summaries_listing
from lawtrack.collection.duties import aside_words, duties_listing, tie_words
from lawtrack.collection.grounds import ground_words, looked_words
from lawtrack.collection.working import executor_at
from lawtrack.faces import present

__all__ = [
    "COLUMNS",
    "Beside",
    "Collection",
    "FilePair",
    "FolderPairs",
    "OldName",
    "Package",
    "PairSummary",
    "aside_words",
    "cities_listing",
    "cleaning_table",
    "compare_pairs",
    "duties_listing",
    "executor_at",
    "fate_words",
    "ground_words",
    "looked_words",
    "old_names",
    "pair_folders",
    "pairs_listing",
    "places_words",
    "read_names",
    "repealed_listing",
    "summaries_listing",
    "tie_words",
    "to_be_shown",
    "todo_words",
]

present(__name__)
