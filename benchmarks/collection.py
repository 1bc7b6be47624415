"""Search and pairing of a collection, as ratios to what a user would take instead.

    python benchmarks/collection.py search COLLECTION     SQLite index against pandas `str.contains` and grep
    python benchmarks/collection.py make FOLDER COUNT     instruments of chance words, to build a big one from
    python benchmarks/collection.py multiply COLLECTION DIR TIMES    a collection so many times as big, to measure on
    python benchmarks/collection.py pages COLLECTION      seconds of the processor to the first page of many kinds of searches
    python benchmarks/collection.py beside CORPUS LABELS  pairing against difflib, on pairs that readers judged (a folder)

Ratios are the peer's time (or share) by ours: above 1 lawtrack is the better.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from difflib import SequenceMatcher
from functools import partial
from itertools import product
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import duckdb

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.readers import AT_FIRST_SIGHT, READERS, judged
from lawtrack.collection import Collection
from lawtrack.law import parse, to_chinese

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from lawtrack.law import Instrument

WORDS = ("罚款", "市场监督管理", "应当自收到申请之日起", "噪声污染", "养犬人", "公共卫生")
_BITS = "市县人民政府主管部门应当按照规定办理登记许可罚款噪声污染养犬人公共卫生场所经营者申请之日起工作收到责令改正处以元监督"


def seconds(run: Callable[[], object], times: int = 5) -> float:
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        run()
        taken.append(time.perf_counter() - begin)
    return median(taken)


def search(folder: Path) -> None:
    city = Collection.open(folder)
    articles = city.sql("SELECT text FROM clauses WHERE level = 'article'")["text"]
    print(f"{len(city.instruments)} instruments, {len(city.sql('SELECT 1 FROM clauses'))} clauses")
    with tempfile.TemporaryDirectory() as place:
        for number, text in enumerate(city.sql("SELECT text FROM texts")["text"]):
            Path(place, f"{number}.txt").write_text(text, encoding="utf-8")
        for words in WORDS:
            mine = seconds(partial(city.search, words, limit=50))
            frame = seconds(partial(by_pandas, articles, words))
            grep = seconds(partial(by_grep, place, words))
            print(f"{words}  {mine * 1000:.0f} ms  pandas {frame / mine:.1f}x  grep {grep / mine:.1f}x")


def by_pandas(articles: pd.Series, words: str) -> pd.Series:
    return articles[articles.str.contains(words, regex=False)].head(50)


def by_grep(place: str, words: str) -> None:
    subprocess.run(["grep", "-rF", words, place], capture_output=True, check=False)


PAGES: tuple[dict[str, Any], ...] = (
    {"words": "罚款"},
    {"words": "人民政府"},
    {"words": "行政", "title": "条例"},
    {"pattern": "自.{1,20}之日起"},
    {"pattern": "处.{1,9}罚款"},
    {"pattern": r"\d+日"},
    {"pattern": "应当.{1,9}申请"},
    {"pattern": "(?:市|县)人民政府.{1,30}负责"},
    {"words": "罚款", "level": "paragraph"},
    {"words": "人民政府", "level": "item"},
    {"words": "罚款", "level": "paragraph", "fine": (1000, 5000)},
    {"pattern": r"(.)\1{5}"},
    {"pattern": "[^。]{400}"},
    {"pattern": r"(.)\1{5}", "level": "paragraph"},
)


def pages(folder: Path) -> None:
    city = Collection.open(folder)
    for asked in PAGES:
        taken = []
        for _ in range(3):
            begin = time.process_time()
            hits = city.search(**asked, limit=50)
            taken.append(time.process_time() - begin)
        print(f"{min(taken):.3f} s  {len(hits)} shown  {hits.attrs}  {asked}", flush=True)


def multiply(source: Path, target: Path, times: int) -> None:
    """Each instrument TIMES times under as many names, so that the tables and the index have a province's size."""
    target.mkdir(parents=True)
    tables = duckdb.connect()
    tables.execute("SET threads = 1")
    for file in sorted(source.glob("*.parquet")):
        columns = [name for name, *_ in tables.execute(f"DESCRIBE SELECT * FROM '{file}'").fetchall()]
        rows = f"SELECT * FROM '{file}'"
        if "instrument" in columns:
            order = "instrument, n" if "n" in columns else "instrument"
            rows = (
                f"SELECT * REPLACE (instrument || '-' || lpad(k::VARCHAR, 3, '0') AS instrument) "
                f"FROM '{file}', range({times}) r(k) ORDER BY {order}"
            )
        tables.execute(f"COPY ({rows}) TO '{target / file.name}' (FORMAT parquet)")
    shutil.copy(source / "collection.json", target)
    city = Collection.open(target)
    city.search("罚款", limit=1)  # makes the index
    print(
        f"{len(city.instruments)} instruments, index {(target / 'search.sqlite').stat().st_size / 1e6:.0f} MB"
    )


def make(folder: Path, count: int) -> None:
    chance = random.Random(1)
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        lines = [f"示例{number}市管理条例（示例）"]
        for article in range(1, 41):
            words = ("".join(chance.choices(_BITS, k=chance.randint(30, 70))) + "。" for _ in range(2))
            lines.append(f"第{to_chinese(article)}条　" + "\n".join(words))
        (folder / f"{number}.txt").write_text("\n".join(lines), encoding="utf-8")


def beside(corpus: Path, labels: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        parts = [corpus / name for name in ("single", "pairs", "kunming", "amend")]
        city = Collection.build(parts, Path(place, "out"))
        for peer, name in product((ours, by_difflib), (*READERS, AT_FIRST_SIGHT)):
            counts, begin = [], time.perf_counter()
            for each in judged(labels, name):
                shown = {
                    pair
                    for pair in peer(city, corpus, *each.names)
                    if not each.drawn or pair.partition("-")[0] in each.drawn
                }
                golds = (each.useful, each.wanted, each.both)
                counts.append(
                    (len(shown), *(len(shown & gold) for gold in golds), len(each.wanted), len(each.both))
                )
            taken = time.perf_counter() - begin
            shown_all, useful, found, found_both, wanted, both = map(sum, zip(*counts, strict=True))
            print(
                f"{peer.__name__:11} {name:17} useful of shown {useful / shown_all:.3f}  "
                f"found {found / wanted:.3f}, of what both readers want {found_both / max(both, 1):.3f}  {taken:.1f} s"
            )


def read(corpus: Path, name: str) -> Instrument:
    return parse((corpus / f"{name}.txt").read_text(encoding="utf-8"))


def ours(city: Collection, corpus: Path, draft: str, other: str) -> set[str]:
    rows = city.beside(read(corpus, draft), [f"{other}.txt"])
    number = re.compile(r"art_(\d+)")
    return {
        f"{number.findall(one)[0]}-{number.findall(there)[0]}"
        for one, there in zip(rows["eid"], rows["eid_there"], strict=True)
    }


def by_difflib(_city: Collection, corpus: Path, draft: str, other: str) -> set[str]:
    """Each article beside the most alike by difflib's ratio, where that is 0.3 or more."""
    there, pairs = read(corpus, other).articles, set()
    for one in read(corpus, draft).articles:
        scored = [
            (SequenceMatcher(None, one.words, each.words, autojunk=False).ratio(), each) for each in there
        ]
        score, best = max(scored, key=lambda pair: pair[0])
        if score >= 0.3:
            pairs.add(f"{one.number[0]}-{best.number[0]}")
    return pairs


if __name__ == "__main__":
    verb, *given = sys.argv[1:]
    if verb == "search":
        search(Path(given[0]))
    elif verb == "pages":
        pages(Path(given[0]))
    elif verb == "multiply":
        multiply(Path(given[0]), Path(given[1]), int(given[2]))
    elif verb == "make":
        make(Path(given[0]), int(given[1]))
    else:
        beside(Path(given[0]), Path(given[1]))
