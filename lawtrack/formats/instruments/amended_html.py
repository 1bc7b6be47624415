"""What each instruction did, as a page: the instructions on one side, the amended text on the other, linked both ways.

One file, nothing fetched, no script; every word of the decision and of the text is escaped.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final

from lawtrack.amend import BLOCK_NAMES, UNEXPLAINED, effects
from lawtrack.compare import in_order, marked
from lawtrack.law import HEADING_LEVELS
from lawtrack.messages import language, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lawtrack.amend import Applied, Clause, Effect, Effects, Outcome
    from lawtrack.compare import Piece, Row
    from lawtrack.law import Instrument, Provision

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE: Final = """
:root { color-scheme: light dark; --line: rgba(128, 128, 128, .45); --new: #1b7a43; --gone: #b3261e; }
* { box-sizing: border-box; }
body { margin: 0; line-height: 1.8; font-family: FangSong_GB2312, FangSong, STFangsong, "Noto Serif CJK SC", serif; }
header, section { padding: .5em 1.5em; }
h1, h2, h3, .number, .does { font-family: SimHei, "Noto Sans CJK SC", sans-serif; font-weight: normal; }
h1 { font-size: 1.4em; margin: .2em 0; } h2 { font-size: 1.1em; } h3 { font-size: 1em; text-align: center; }
p { margin: 0; } .words { white-space: pre-line; overflow-wrap: anywhere; }
article, .clause { padding: .5em .7em; border-left: 3px solid transparent; border-bottom: 1px solid var(--line); }
.touched { border-left-color: var(--new); } .failed { border-left-color: var(--gone); }
.does { font-size: .85em; } .does a, .follows { margin-right: .9em; } .reason, .failed .status { color: var(--gone); }
ins { color: var(--new); text-decoration: underline; } del { color: var(--gone); }
summary { font-size: .85em; cursor: pointer; } :target { background: rgba(255, 210, 0, .25); }
@media screen and (min-width: 60em) {
  body { display: grid; grid-template-rows: auto 1fr; height: 100vh; }
  main { display: grid; grid-template-columns: 2fr 3fr; min-height: 0; border-top: 1px solid var(--line); }
  section { overflow: auto; } section + section { border-left: 1px solid var(--line); }
}
"""
_LAYOUT: Final = re.compile(r"\n\s*\n")
_BLOCK_ROWS: Final = {BLOCK_NAMES[block]: block for block in ("title", "preamble", "annex", "contents")}
"""What an instruction calls a stretch that is no provision → the level of its row."""


def amended_html(applied: Applied, base: str | Instrument, title: str = "") -> str:
    r"""The page, the same each time; `title` is the decision's, in place of one made of the text's own.

    >>> from lawtrack.amend import apply
    >>> base = "某市河道条例\n第一条　市民爱护河道。"
    >>> page = amended_html(apply(base, "一、第一条中的“市民”修改为“公民”。"), base)
    >>> '<a href="#c-art_1">' in page, '<a href="#i-1">' in page
    (True, True)
    """
    effects_ = effects(applied, base)
    page = _Page(applied, effects_)
    head = escape(title or translate("formats.amended-title", title=effects_.comparison.old.title))
    sides = (("instructions", page.instructions()), ("clauses", page.clauses()))
    return (
        f'<!DOCTYPE html>\n<html lang="{"en" if language() == "en" else "zh-CN"}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{head}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{head}</h1>\n"
        + "".join(f"{line}\n" for line in page.summary())
        + "</header>\n<main>\n"
        + "".join(
            f'<section tabindex="0" aria-labelledby="{side}">\n'
            f'<h2 id="{side}">{escape(translate(f"formats.amended-{side}"))}</h2>\n'
            + "".join(f"{line}\n" for line in lines)
            + "</section>\n"
            for side, lines in sides
        )
        + "</main>\n</body>\n</html>\n"
    )


class _Page:
    """The lines of one page, and where each row of the amended text stands on it."""

    def __init__(self, applied: Applied, effects: Effects) -> None:
        self._applied, self._effects = applied, effects
        self._rows = in_order(effects.comparison)
        self._anchors = [_anchor(row, at) for at, row in enumerate(self._rows)]
        self._by_new = self._places(lambda row: row.new_provisions)
        self._by_old = self._places(lambda row: row.old_provisions)
        self._by_level = {
            row.level: anchor
            for row, anchor in zip(reversed(self._rows), reversed(self._anchors), strict=True)
        }
        self._touching: dict[str, list[Effect]] = {}
        for effect in effects.rows:
            for anchor in self._where(effect):
                self._touching.setdefault(anchor, []).append(effect)

    def summary(self) -> Iterator[str]:
        """Whether the text is complete, and what speaks against it."""
        failed = sum(outcome.status == "failed" for outcome in self._applied.instructions)
        done = sum(outcome.status == "applied" for outcome in self._applied.instructions)
        code = "formats.amended-complete" if self._applied.complete else "formats.amended-incomplete"
        yield f"<p>{escape(translate(code, applied=done, failed=failed))}</p>"
        for doubt in (*self._applied.apart, *self._applied.choices):
            yield f'<p class="reason">{escape(doubt.message)}</p>'

    def instructions(self) -> Iterator[str]:
        """Each instruction with its words, its fate, and links to what it touched."""
        for index, outcome in enumerate(self._applied.instructions):
            yield f'<article id="i-{index + 1}" class="{escape(outcome.status)}">'
            yield from self._instruction(index, outcome)
            yield "</article>"

    def _instruction(self, index: int, outcome: Outcome) -> Iterator[str]:
        yield f'<p class="words">{escape(outcome.instruction.source)}</p>'
        links = [
            f'<a href="#{escape(anchor)}">{escape(_fate(effect))}</a>'
            for effect in self._effects.of_instruction(index)
            for anchor in self._where(effect)[:1]
        ]
        status = escape(translate(f"amend.{outcome.status}"))
        yield f'<p class="does"><span class="status">{status}</span>　{"".join(dict.fromkeys(links))}</p>'
        if outcome.reason:
            yield f'<p class="reason">{escape(outcome.reason)}</p>'

    def clauses(self) -> Iterator[str]:
        """The amended text whole, row by row, each with links to the instructions that touched it."""
        for row, anchor in zip(self._rows, self._anchors, strict=True):
            touching = self._touching.get(anchor, ())
            heading = row.level in HEADING_LEVELS or row.level == "title"
            named = any(effect.index is not None for effect in touching)
            yield f'<div id="{escape(anchor)}" class="clause{" touched" if named else ""}">'
            old, new = marked(row)
            words = _words(new, "ins") if row.new_text else _words(old, "del")
            yield f"<h3>{words}</h3>" if heading else f'<p class="words">{words}</p>'
            if touching:
                yield f'<p class="does">{"".join(_doers(touching))}</p>'
            if row.changed and row.old_text and row.new_text:
                before = f'<p class="words">{_words(old, "del")}</p>'
                yield f"<details><summary>{escape(translate('formats.amended-before'))}</summary>{before}</details>"
            yield "</div>"

    def _places(self, side: Callable[[Row], Iterable[Provision]]) -> dict[str, str]:
        anchors: dict[str, str] = {}
        for row, anchor in zip(self._rows, self._anchors, strict=True):
            for node in side(row):
                anchors.setdefault(node.eid, anchor)
        return anchors

    def _where(self, effect: Effect) -> list[str]:
        """The rows that an effect shows on: that of the new clause, and that of the old one where it is another."""
        anchors = (self._anchor(effect.new, self._by_new), self._anchor(effect.old, self._by_old))
        return list(dict.fromkeys(anchor for anchor in anchors if anchor))

    def _anchor(self, clause: Clause, places: dict[str, str]) -> str:
        if clause.eid:
            return places.get(clause.article, "")
        return self._by_level.get(_BLOCK_ROWS.get(clause.label, clause.label), "")


def _anchor(row: Row, at: int) -> str:
    """The id of a row: the eid of its clause in the new text, in the old one where it is gone, else its place."""
    if row.new_provisions:
        return f"c-{row.new_provisions[0].eid}"
    return f"o-{row.old_provisions[0].eid}" if row.old_provisions else f"b-{at}"


def _fate(effect: Effect) -> str:
    """第三条 → 第四条 改号."""
    labels = list(dict.fromkeys(side.label for side in (effect.old, effect.new) if side.label))
    return f"{' → '.join(labels)} {translate(f'formats.op-{effect.operation}')}"


def _doers(touching: Iterable[Effect]) -> Iterator[str]:
    """Links from a clause back to its instructions, one each; the rule by which it followed where none names it."""
    by_instruction: dict[int, list[Effect]] = {}
    for effect in touching:
        if effect.index is None:
            kind = "reason" if effect.operation == UNEXPLAINED else "follows"
            yield f'<span class="{kind}">{escape(translate("formats.amended-follows", what=_fate(effect)))}</span>'
        else:
            by_instruction.setdefault(effect.index, []).append(effect)
    for index, done in by_instruction.items():
        verbs = "、".join(dict.fromkeys(translate(f"formats.op-{effect.operation}") for effect in done))
        yield f'<a href="#i-{index + 1}">{escape(done[0].number or str(index + 1))} {escape(verbs)}</a>'


def _words(pieces: Iterable[Piece], tag: str) -> str:
    """The pieces of a row with the changed ones marked, without the blank lines and marks of the file they stand in."""
    shown = ((escape(_LAYOUT.sub("\n", words)), changed) for words, changed in pieces)
    return "".join(f"<{tag}>{words}</{tag}>" if changed else words for words, changed in shown).strip("#\n ")
