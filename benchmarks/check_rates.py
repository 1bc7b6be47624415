"""How often each drafting rule fires on enacted texts.

    python benchmarks/check_rates.py FOLDER     a folder of instruments as .txt files

National laws are counted apart: on them almost nothing should fire.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from lawtrack.check import check, rules
from lawtrack.law import Instrument, parse


def main(folder: Path) -> None:
    docs = [parse(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.txt"))]
    laws = [doc for doc in docs if is_national_law(doc)]
    in_laws, in_all = rates(laws), rates(docs)
    print(f"{'':24}{len(laws):>6} laws {len(docs):>6} texts")
    for code, rule in rules().items():
        print(f"{code:24}{in_laws[code]:>11} {in_all[code]:>12}  {rule.title}")
    articles = sum(len(doc.articles) for doc in laws)
    print(f"{'all':24}{in_laws.total():>11} {in_all.total():>12}  in {articles} articles of national laws")


def rates(docs: list[Instrument]) -> Counter[str]:
    return Counter(finding.code for doc in docs for finding in check(doc))


def is_national_law(doc: Instrument) -> bool:
    title = doc.title
    return (
        title.startswith("中华人民共和国") and title.endswith(("法", "法典")) and not title.endswith("办法")
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
