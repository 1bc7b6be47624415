"""What would not print in the decisions that lawtrack writes: every kind of slip, counted over a corpus.

    python benchmarks/unprintable.py CORPUS [-v] [--instructions]

CORPUS holds `amend/<id>/` and `pairs/<id>/` with `old.txt` and `new.txt`. For each pair a decision is written; a text that
is revised whole has no instructions and is only counted (`--instructions` writes them all the same, which tries the
writer on texts of which most is new). An offence is

    cut      a quotation that begins or ends inside a word: the two characters at its edge nearly always stand together
             in the law (independent of the writer, which looks for joining words)
    marks    “。”。 “；”。 and other doubled marks that the law itself has not
    many     one renamed term as three instructions or more
    swapped  a last item that changed, as 增加一项 and 删去 of one list
    split    改为两条 and, right after it, an insertion that has the words of the article divided
    formula  a form of words that no drafter uses
    closing  a last line that decisions do not end with
    anew     an article, an annex or the whole text printed again because nothing finer came out
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lawtrack.amend import compose
from lawtrack.law import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.amend import Written

WORDS: Final = re.compile(
    r"(?:中的|[，、])“([^“”\n]{2,60})”(?=修改为“|[前后]增加)|删去[^“”。]*中的“([^“”\n]{2,60})”"
)
RENAMED: Final = re.compile(r"“([^“”]{2,30})”修改为“([^“”]{1,30})”")
HEAD: Final = re.compile(r"\n(?=[一二三四五六七八九十百]+、|（[一二三四五六七八九十]+）)")
FORMULAS: Final = ("起始条文", "将正文修改为", "正文后的内容")
CLOSINGS: Final = re.compile(
    r"^(?:本(?:决定|修正案)自.+(?:施行|起施行)。|《.+》根据本(?:决定|修正案).+，重新公布。|.+[0-9]{4}年.+日|(?:此外，)?.*条文顺序作(?:相应)?调整。)$"
)
STICKY: Final = 0.9
OFTEN: Final = 4


def offences(old: str, text: str) -> Iterator[tuple[str, str]]:
    """(kind, words) of each slip of the decision `text` on `old`."""
    flat = re.sub(r"\s+", "", old)
    together = Counter(flat[at : at + 2] for at in range(len(flat)))
    single = Counter(flat)
    body = HEAD.split(text)
    for match in WORDS.finditer(text):
        words = match[1] or match[2]
        if words in flat and _cut(words, flat, together, single):
            yield "cut", words
    yield from (
        ("marks", mark)
        for mark in re.findall(r"[；。]”[。；]|。。|；。|，。|，，|、、", text)
        if mark not in old
    )
    renamed = Counter(pair for part in body for pair in set(RENAMED.findall(part)))
    yield from (("many", f"{pair} ×{times}") for pair, times in renamed.items() if times > 2)
    for part in body:
        if re.search(r"删去[^“。]*第[^条款。]*项[、。]", part) and re.search(r"增加[^“]*项，作为", part):
            yield "swapped", part[:80]
        yield from (("formula", words) for words in FORMULAS if words in part)
    yield from _splits(old, body)
    last = [line for line in text.strip().split("\n") if line][-1]
    if not CLOSINGS.match(last):
        yield "closing", last[:60]


def _cut(words: str, flat: str, together: Counter[str], single: Counter[str]) -> bool:
    """Do the characters at an edge stand together wherever they stand, at every place of the words?"""
    places = [match.start() for match in re.finditer(re.escape(words), flat)]
    edges = [(flat[at - 1 : at + 1], flat[at + len(words) - 1 : at + len(words) + 1]) for at in places]
    return all(any(_sticks(pair, together, single) for pair in both) for both in edges)


def _sticks(pair: str, together: Counter[str], single: Counter[str]) -> bool:
    if len(pair) < 2 or not all("一" <= ch <= "鿿" for ch in pair):
        return False
    return together[pair] >= OFTEN and together[pair] >= STICKY * max(single[pair[0]], single[pair[1]])


def _splits(old: str, body: list[str]) -> Iterator[tuple[str, str]]:
    articles = {article.label: article.words for article in parse(old).articles}
    for part, following in pairwise(body):
        head = re.search(r"将(第[^条]+条)改为[两三四五六]条，", part)
        added = re.search(r"增加一条，作为第[^条]+条：“(.*)”", following, re.DOTALL)
        if head and added and _taken(articles.get(head[1], ""), added[1]) > 0.5:
            yield "split", part[:60]


def _taken(old: str, new: str) -> float:
    """The share of `new` that stands in `old` in runs of six characters and more."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size > 5) / max(len(new), 1)


def pairs(corpus: Path) -> Iterator[tuple[str, str, str]]:
    """(name, old, new) of every pair of the corpus."""
    for folder in sorted([*(corpus / "amend").glob("*/"), *(corpus / "pairs").glob("*/")]):
        old, new = ((folder / f"{name}.txt").read_text(encoding="utf-8") for name in ("old", "new"))
        yield folder.name, old, new


def slips(old: str, new: str, *, form: str = "decision") -> list[tuple[str, str]] | None:
    """The slips of the decision that lawtrack writes; None for a revision, which has no instructions."""
    done = compose(old, new, form=form)
    return None if done.form == "revision" and form == "decision" else slips_in(old, done)


def slips_in(old: str, done: Written) -> list[tuple[str, str]]:
    """The slips of a decision on `old` that is written already."""
    anew = [("anew", str(warning)) for warning in done.warnings if "reprinted" in warning.code]
    return [*anew, *(() if done.form == "revision" else offences(old, done.text))]


def main() -> None:
    """Print the slips of every kind."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("--instructions", action="store_true")
    options = parser.parse_args()
    counted: Counter[str] = Counter()
    written = 0
    for name, old, new in pairs(options.corpus):
        made = slips(old, new, form="instructions" if options.instructions else "decision")
        written += made is not None
        for kind, words in made or ():
            counted[kind] += 1
            if options.verbose:
                print(name, kind, words)
    print(
        f"{written} decisions:",
        ", ".join(f"{kind} {times}" for kind, times in sorted(counted.items())) or "no slips",
    )


if __name__ == "__main__":
    main()
