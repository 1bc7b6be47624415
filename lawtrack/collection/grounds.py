"""What each power of a list stands on, looked up in a collection: in force, amended since, moved, repealed, not found."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from lawtrack.collection.cleaning.fates import Fates
from lawtrack.collection.cleaning.names import old_names
from lawtrack.collection.rows import clauses_of, place_of
from lawtrack.collection.tables import query
from lawtrack.collection.titles import title_key
from lawtrack.collection.topics import Topics
from lawtrack.compare import fold
from lawtrack.law import Targets, parse, read_run, run_expression
from lawtrack.messages import translate
from lawtrack.powers import Ground, grounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from lawtrack.powers import Power, PowersData

COLUMNS: Final = ("code", "name", "body", "title", "cites", "status", "now", "instrument", "by", "looked")
_AS_STATUS: Final = {
    "same": "in-force",
    "renumbered": "moved",
    "amended": "amended",
    "deleted": "no-article",
    "missing": "no-article",
}
_LEFT_OUT: Final = re.compile(r"…+|\.{3,}")
SHORTEST: Final = 8
"""Characters of a quotation that tell which article it is from."""
MOST: Final = 40
"""Characters of a cell that names no instrument."""
_INSTRUMENTS: Final = """
    SELECT i.instrument, i.title, i.key, i.changed, t.text FROM instruments i JOIN texts t USING (instrument)
    WHERE list_contains(?, i.key) ORDER BY i.changed, i.instrument
"""
_REPEALED: Final = """
    SELECT DISTINCT r.key, i.title FROM "references" r JOIN instruments i USING (instrument)
    JOIN clauses c ON c.instrument = r.instrument AND c.eid = r.eid
    WHERE r.label = '' AND list_contains(?, r.key) AND i.key != r.key
      AND regexp_matches(c.text, '》[^。；]{0,60}(同时|即行|自行|予以)废止')
      ORDER BY r.key, i.title
"""


def ground_words(row: Mapping[Any, Any]) -> str:
    """What a row of `check_powers` is about: the title and the place, or the words of a cell that names no instrument.

    >>> ground_words({"title": "某法", "cites": "第三条"}), ground_words({"title": "", "cites": "依照规定"})
    ('《某法》第三条', '依照规定')
    """
    return f"《{row['title']}》{row['cites']}" if row["title"] else str(row["cites"])


def looked_words(row: Mapping[Any, Any]) -> str:
    """What is said behind “in force” where little was looked at; "" where the words or the day tell.

    >>> looked_words({"status": "in-force", "looked": "number"}), looked_words({"status": "in-force", "looked": "topic"})
    ('（只核对了条号）', '')
    """
    told = row["status"] == "in-force" and row["looked"] in {"number", "changed"}
    return translate(f"powers.by-{row['looked']}") if told else ""


class Law:
    """One instrument of the collection, ready to be asked for provisions and words."""

    def __init__(self, instrument: str, changed: str, text: str, before: str = "", earlier: str = "") -> None:
        """`before` is the text of the list's day, where that is another, `earlier` the one before for a list without a day."""
        self.instrument, self.changed = instrument, changed
        doc = parse(text)
        self.change = Fates(parse(earlier), doc) if earlier else None
        self.since = Fates(parse(before), doc) if before else None
        self.targets = Targets(doc)
        paths = [path for _, path in clauses_of(doc)]
        self.words = {path[-1].eid: fold(path[-1].words) for path in paths}
        self.places = {path[-1].eid: place_of(path) for path in paths}
        self.doc = doc

    @cached_property
    def topics(self) -> Topics:
        """Its articles, asked for what the names of powers say."""
        return Topics(self.doc)

    @cached_property
    def whole(self) -> str:
        """All that its provisions say, in one line."""
        return "".join(self.words.values())

    def at(self, label: str) -> list[str]:
        """The eids at a place as it is cited."""
        run = run_expression().match(label)
        pointers = read_run(label, 0, run.end()) if run else []
        return [eid for pointer in pointers for eid in self.targets.of(pointer, ())]

    def holding(self, parts: Sequence[str]) -> str:
        """The place of the smallest provision that has those words, one part behind the other; "" where none has."""
        held = [(len(words), eid) for eid, words in self.words.items() if _has(words, parts)]
        return self.places[min(held)[1]] if held else ""


def check_grounds(folder: Path, powers: PowersData) -> list[tuple[Any, ...]]:
    """The rows of `COLUMNS`: one a ground of an item, in the order of the list.

    A quotation decides: it stands in the article named (in-force), in another one (moved, `now` says where), or in
    none (amended). Without one, a list with a date is held against the version of its day, where that is there too, and
    else against the day of the instrument's last change. Where all that leaves a number in force, the name of the
    power is held against the article: one that has hardly a word of it, while another article has them, is doubtful
    (`now` says which). `looked` is words, version, topic, or number where nothing but the number was looked at;
    `changed` where the list has no day and the version before says something else at that place.
    A cell that names no instrument, or nothing, is told as unread.
    """
    cited = [(item, ground) for item in powers.items for ground in grounds(item.basis) or (_nothing(item),)]
    keys = sorted({title_key(ground.title) for _, ground in cited})
    laws = _laws(query(folder, _INSTRUMENTS, [keys]).to_dict("records"), powers.date)
    ended = {row["key"]: str(row["title"]) for row in query(folder, _REPEALED, [keys]).to_dict("records")}
    ended.update((name.old, name.now) for name in old_names() if name.kind == "laws" and name.old in keys)
    rows = []
    for item, ground in cited:
        key = title_key(ground.title)
        law = laws.get(key)
        if not ground.title:
            status, now, by, looked = "unread", "", "", ""
        elif key in ended:
            status, now, by, looked = "repealed", "", ended[key], ""
        elif law is None:
            status, now, by, looked = "not-found", "", "", ""
        else:
            (status, now, looked), by = _standing(law, ground, item.name, powers.date), ""
        rows.append(
            (
                item.code,
                item.name,
                item.body,
                ground.title,
                ground.label,
                status,
                now,
                law.instrument if law else "",
                by,
                looked,
            )
        )
    return rows


def _nothing(item: Power) -> Ground:
    """What stands for the grounds of an item whose cell names no instrument: told with the words of the cell."""
    words = " ".join(item.basis.split())
    return Ground("", words[:MOST] + "…" * (len(words) > MOST), "")


def _laws(versions: Iterable[Mapping[Any, Any]], date: str) -> dict[str, Law]:
    """By its key the newest version of each law, with what became of the version that was in force on that day."""
    laws = {}
    for key, group in groupby(
        sorted(versions, key=lambda row: str(row["key"])), key=lambda row: str(row["key"])
    ):
        *earlier, newest = group  # sorting keeps the order of their days
        of_the_day = [row["text"] for row in earlier if row["changed"] and row["changed"] <= date]
        before = of_the_day[-1] if of_the_day and date < newest["changed"] else ""
        older = [row["text"] for row in earlier if row["text"] != newest["text"]]
        last = older[-1] if older and not date else ""
        laws[key] = Law(newest["instrument"], newest["changed"], newest["text"], before, last)
    return laws


def _standing(law: Law, ground: Ground, name: str, date: str) -> tuple[str, str, str]:
    """(status, where the words stand now, what was looked at) of a ground whose instrument is there."""
    parts = [part for part in _LEFT_OUT.split(fold(ground.quote).rstrip("。；;.…")) if part]
    if sum(map(len, parts)) >= SHORTEST:
        return (*_of_words(law, ground, parts), "words")
    status, now, looked = _of_number(law, ground, date)
    if status != "in-force" or not ground.label:
        return status, now, looked
    told = law.topics.look(name, law.at(ground.label))
    if told.spoken is False:
        return "doubtful", law.places[told.elsewhere], "topic"
    if law.change is not None and law.change.of(ground.label).fate != "same":
        return status, now, "changed"
    return status, now, looked if looked == "version" or told.spoken is None else "topic"


def _of_words(law: Law, ground: Ground, parts: Sequence[str]) -> tuple[str, str]:
    """What a quotation says: it stands in the article named, in another one, or in none."""
    eids = law.at(ground.label) if ground.label else []
    if eids and _has("".join(law.words[eid] for eid in eids), parts):
        return "in-force", ""
    if not ground.label:
        return ("in-force", "") if _has(law.whole, parts) else ("amended", "")
    if where := law.holding(parts):
        return "moved", where
    return ("amended", law.places[eids[0]]) if eids else ("no-article", "")


def _of_number(law: Law, ground: Ground, date: str) -> tuple[str, str, str]:
    """What the number says: the version of the list's day knows, or else only whether there is such a provision."""
    if law.since is not None and ground.label:
        fate = law.since.of(ground.label)
        return _AS_STATUS[fate.fate], "" if fate.fate == "same" else fate.now, "version"
    if ground.label and not law.at(ground.label):
        return "no-article", "", "number"
    return ("amended" if date and law.changed > date else "in-force"), "", "number"


def _has(words: str, parts: Sequence[str]) -> bool:
    """Do the words hold what was quoted of them (直接从江河……申请许可证), one part behind the other?"""
    at = 0
    for part in parts:
        at = words.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True
