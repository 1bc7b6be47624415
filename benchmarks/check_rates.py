"""How often each drafting rule fires on enacted texts.

    python benchmarks/check_rates.py FOLDER     a folder of instruments as .txt files

National laws are counted apart (on them almost nothing should fire), and so are the ordinances and rules of provinces
and cities: a text is local where its own title begins with a place or its header note names a local body.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from lawtrack.check import check, rules
from lawtrack.law import Instrument, parse, read_history

_PLACE = re.compile(
    r"(?!中华人民共和国|全国|最高|国家|国务院)(?:[一-鿿]{2,8}?(?:省|自治区|自治州|市|县|经济特区|新区|特别行政区)(?!场|政|容))"
)


def main(folder: Path) -> None:
    docs = [parse(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.txt"))]
    groups = {
        "laws": [doc for doc in docs if is_national_law(doc)],
        "local": [doc for doc in docs if is_local(doc)],
        "all": docs,
    }
    counts = {name: rates(texts) for name, texts in groups.items()}
    print(f"{'':24}" + "".join(f"{len(texts):>6} {name}" for name, texts in groups.items()))
    for code, rule in rules().items():
        print(f"{code:24}" + "".join(f"{counts[name][code]:>11}" for name in groups) + f"  {rule.title}")
    articles = {name: sum(len(doc.articles) for doc in texts) for name, texts in groups.items()}
    print(
        f"{'all':24}"
        + "".join(f"{counts[name].total():>11}" for name in groups)
        + f"  in articles: {articles}"
    )


def rates(docs: list[Instrument]) -> Counter[str]:
    return Counter(finding.code for doc in docs for finding in check(doc))


def is_national_law(doc: Instrument) -> bool:
    title = doc.title
    return (
        title.startswith("中华人民共和国") and title.endswith(("法", "法典")) and not title.endswith("办法")
    )


def is_local(doc: Instrument) -> bool:
    """Is it of a province or a city, by its own title or by who made it?"""
    makers = [event.body for event in read_history(doc).events if event.note and event.body]
    return _PLACE.match(doc.title) is not None or any(map(_PLACE.match, makers))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
