"""Citations of the corpus and what became of the provisions they name, held against what was judged by hand."""

from __future__ import annotations

from pathlib import Path

from lawtrack.collection import Collection

LABELS = Path(__file__).with_name("labels")


def lines(name: str) -> list[list[str]]:
    text = (LABELS / name).read_text(encoding="utf-8")
    return [line.split(" ") for line in text.splitlines() if line and not line.startswith("#")]


def test_each_of_the_judged_citations_is_found(corpus, tmp_path):
    judged = [(f"single/{text}.txt", place, key, label) for text, place, key, label in lines("citations.txt")]
    files = sorted({corpus / text for text, *_ in judged})
    rows = Collection.build(files, tmp_path / "out").references
    found = {
        (
            f"single/{row['instrument'].rpartition('/')[2]}",
            row["eid"].replace("__para_", ".").replace("__item_", "."),
            row["key"],
            row["label"],
        )
        for row in rows.to_dict("records")
    }
    assert len(judged) == 160
    assert sum(one in found for one in judged) / len(judged) >= 0.98


def test_what_became_of_each_judged_provision(corpus, tmp_path):
    judged = lines("fates.txt")
    folder = tmp_path / "in"
    folder.mkdir()
    for _, text, *_ in judged:
        (folder / f"{text.replace('/', '_')}.txt").write_bytes((corpus / f"{text}.txt").read_bytes())
    city = Collection.build([folder], tmp_path / "out")
    right = acted = 0
    for change in dict.fromkeys(row[0] for row in judged):
        old, new = ((corpus / change / f"{name}.txt").read_text(encoding="utf-8") for name in ("old", "new"))
        rows = city.affected(old, new)
        for _, text, holder, cites, fate, now in (row for row in judged if row[0] == change):
            mine = rows[
                (rows.instrument == f"in/{text.replace('/', '_')}.txt")
                & (rows.label == holder)
                & (rows.cites == cites)
            ]
            assert len(mine), (change, text, holder, cites)
            first = mine.iloc[0]
            right += (first.fate, first.now or "-") == (fate, now)
            acted += (first.fate == "same") == (fate == "same")
    assert acted == len(judged)  # whether the clause needs anything
    assert (
        right / len(judged) >= 0.92
    )  # three provisions of one law that was written anew are told as amended or gone
