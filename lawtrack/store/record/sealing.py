"""`seal`: one line that proves the record up to today, to be printed in a report or sent by mail.

    lawtrack-seal 1 2026-03-05 214 sha256:9c1f…

The day, how many records there are, and the hash of them all: who wrote each, when, its words, and the hashes of the
texts and files that it changed, as they are now. Whoever holds the line can tell whether anything up to it was touched,
in a workspace without the chain too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.errors import Conflict, NotFound, UnusableInput
from lawtrack.store.history.lineage import lineage
from lawtrack.store.record.chaining import MARK, chain, contents_of, digest, digest_of_files, hash_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from lawtrack.store.git.repository import Repository
    from lawtrack.store.record.chaining import Chain

_RECEIPT: Final = re.compile(rf"\s*lawtrack-seal 1 (\d{{4}}-\d\d-\d\d) (\d+) ({MARK}[0-9a-f]{{64}})\s*")


def seal(repository: Repository, day: dt.date) -> str:
    """The receipt for all records up to HEAD, given on `day`.

    Raises NotFound before the first commit, Conflict where the past is cut off: a receipt speaks of all records.
    """
    head = repository.head()
    if repository.shallow:
        raise Conflict("store.seal-shallow")
    if head is None:
        raise NotFound("store.no-commit", path=repository.root)
    links = chain(repository, lineage(repository, head).commits)
    prints = _prints(repository, links)
    return f"lawtrack-seal 1 {day} {len(prints)} {_together(prints.values())}"


def holds_receipt(repository: Repository, links: Chain, receipt: str) -> tuple[str, str] | None:
    """None where everything that `receipt` speaks of is there untouched, else its day and what is wrong.

    Raises UnusableInput for what is no receipt.
    """
    told = _RECEIPT.fullmatch(receipt)
    if told is None:
        raise UnusableInput("store.no-receipt", receipt=receipt)
    day, count, wanted = told[1], int(told[2]), told[3]
    prints = _prints(repository, links)
    order = list(links.links)
    below = [
        links.below[commit.sha] for commit in links.commits if links.below[commit.sha].bit_count() == count
    ]
    for bits in dict.fromkeys(below):
        if _together(prints[sha] for at, sha in enumerate(order) if bits >> at & 1) == wanted:
            return None
    return day, f"{len(prints)}/{count}"


def _prints(repository: Repository, links: Chain) -> dict[str, str]:
    """For each record the hash of its words and of the files that it changed."""
    records = [commit for commit in links.commits if commit.sha in links.links]
    contents = contents_of(repository, records)
    return {
        one.sha: digest(f"{hash_of(one)}\n{digest_of_files(contents[one.sha])}\n".encode()) for one in records
    }


def _together(prints: Iterable[str]) -> str:
    return digest("\n".join(sorted(prints)).encode("ascii"))
