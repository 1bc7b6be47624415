"""Where the pages of long tables end in the PDF that LibreOffice makes: once as it ends them, once with what is laid out anew.

    python benchmarks/page_ends.py CORPUS [COUNT]

CORPUS holds `pairs/<id>/` with `old.txt` and `new.txt`; COUNT pairs (11) of 4,000 to 16,000 characters are drawn by
chance. Of each a comparison is printed, of every other one of three versions side by side, of the others one with four
columns. Told are pages, rows that are torn, those of them with a line alone, the room that is empty at the foot of pages
(at the mean, at most) and the seconds of the processor, LibreOffice's included.
"""

from __future__ import annotations

import random
import resource
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from lawtrack.compare import compare, concordance
from lawtrack.formats import Layout
from lawtrack.formats.comparison.concordance_docx import concordance_docx
from lawtrack.formats.comparison.docx import comparison_docx
from lawtrack.formats.pdf.page_ends import lines_alone
from lawtrack.formats.pdf.printed_rows import printed_rows
from lawtrack.formats.pdf.printing import print_pages, word_table
from lawtrack.formats.word.office import convert

if TYPE_CHECKING:
    from collections.abc import Iterator

FOUR = Layout(columns=("上位法依据", "现行", "草案", "修改理由"))
A4 = 595.3 - 2 * 56.7
"""Points between head and foot of a page that lies across."""


def drawn(corpus: Path, count: int) -> Iterator[bytes]:
    """The Word files of the tables."""
    pairs = [
        texts
        for folder in sorted(corpus.glob("pairs/*"))
        if (texts := [(folder / f"{side}.txt").read_text(encoding="utf-8") for side in ("old", "new")])
        and 4_000 < len(texts[1]) < 16_000
    ]
    for at, (old, new) in enumerate(random.Random(16).sample(pairs, count)):
        found = compare(old, new)
        yield comparison_docx(found)
        yield (comparison_docx(found, FOUR) if at % 2 else concordance_docx(concordance([old, new, old])))


def seconds() -> float:
    """Of the processor, this process and what it started."""
    told = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in told)


def main() -> None:
    """Print both rows of the table."""
    corpus, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 11
    files = list(drawn(corpus, count))
    for name in ("once", "twice"):
        told: Counter[str] = Counter()
        empty: list[float] = []
        begin = seconds()
        for data in files:
            pdf = convert(data, ".docx", name, to="pdf") if name == "once" else print_pages(data, name)
            table = word_table(data)
            printed = printed_rows(pdf, table) if table else None
            assert table is not None
            assert printed is not None
            ends = {part.page: part.bottom - table.lower for parts in printed for part in parts}
            empty += [ends[page] / A4 for page in sorted(ends)[:-1]]
            told["pages"] += len(ends)
            told["torn"] += sum(len(parts) - 1 for parts in printed)
            told["single lines"] += lines_alone(table, printed)
        told["seconds"] = round(seconds() - begin)
        shares = f"empty {sum(empty) / len(empty):.1%} at the mean, {max(empty):.1%} at most"
        print(name, *(f"{key} {value}" for key, value in told.items()), shares, sep="  ", flush=True)


if __name__ == "__main__":
    main()
