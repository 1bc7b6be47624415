"""Reads the held-out sets of this folder: bases, decisions, and the text that each must give (README.md)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from lawtrack.law import to_chinese

Row = tuple[str, str]
"""A line of a law: its key, and its kind with its words."""

_KIND = re.compile(r"^(章|节|条|项|目)　")
_LABELS = {"章": "第{}章　", "节": "第{}节　", "条": "第{}条　", "项": "（{}）"}
_BELOW = {"章": "节", "节": "", "条": "项目", "项": "目", "目": "", "": "项目"}


@dataclass(frozen=True, slots=True)
class Case:
    """A base, a decision and the text that it gives; `refused` where the result must not be called complete."""

    base: str
    decision: str
    result: str
    refused: bool


def printed(rows: list[Row]) -> str:
    """The law with its numbers; a citation {8} gets the number of the article with the key 8."""
    counts = dict.fromkeys("章节条项目", 0)
    numbers: dict[str, str] = {}
    lines = []
    for key, line in rows:
        match = _KIND.match(line)
        kind, words = (match[1], line[2:]) if match else ("", line)
        for below in _BELOW[kind]:
            counts[below] = 0
        if not kind:
            lines.append(words)
            continue
        counts[kind] += 1
        number = to_chinese(counts[kind])
        numbers[key] = number
        lines.append(f"{counts[kind]}.{words}" if kind == "目" else _LABELS[kind].format(number) + words)
    return re.sub(r"\{(\w+)\}", lambda match: _cited(numbers, match[1]), "\n".join(lines))


def _cited(numbers: dict[str, str], key: str) -> str:
    """The number of the article with that key; of one that is gone the number it had, which is its key."""
    return numbers.get(key) or to_chinese(int(key))


class Edited:
    """The lines of a law under the edits of a case."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows = list(rows)
        self.ends: dict[str, str] = {}  # the line behind which the next new one of a key comes

    def edit(self, key: str, value: str) -> None:
        """Carry out one edit."""
        if key == "*":
            old, _, new = value.partition(" =>")
            self.rows = [(at, line.replace(old, new.strip())) for at, line in self.rows]
        elif key.startswith("+"):
            self._add(key[1:], (f"new{len(self.rows)}{key}", value.lstrip("\\")))
        elif value == "-":
            del self.rows[self._at(key)]
        elif value.startswith("^"):
            self._add(value[1:].strip(), self.rows.pop(self._at(key)))
        else:
            self._change(key, value)

    def _at(self, key: str) -> int:
        return next(at for at, row in enumerate(self.rows) if row[0] == key)

    def _add(self, key: str, row: Row) -> None:
        self.rows.insert(self._at(self.ends.get(key, key)) + 1, row)
        self.ends[key] = row[0]

    def _change(self, key: str, value: str) -> None:
        at = self._at(key)
        line = self.rows[at][1]
        old, arrow, new = value.partition(" =>")
        if arrow:
            assert old in line, (key, value)
            line = line.replace(old, new.strip())
        elif _KIND.match(value) or value.startswith("\\") or not _KIND.match(line):
            line = value.lstrip("\\")
        else:
            line = line[:2] + value
        self.rows[at] = key, line


def cases(name: str) -> list[Case]:
    """The cases of the file `name`, in order."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    bases: dict[str, tuple[str, list[Row]]] = {}
    found: list[Case] = []
    current = ""
    for block in re.split(r"\n[ \t]*\n", text.strip()):
        if block.startswith("#base "):
            head, _, body = block.partition("\n")
            opening, _, lines = body.partition("\n====\n")
            bases[head.split()[1]] = opening, [_row(line) for line in lines.splitlines()]
        elif block.startswith("#on "):
            current = block.split()[1]
        else:
            found.append(_case(block, *bases[current]))
    return found


def _row(line: str) -> Row:
    key, _, words = line.partition("|")
    return key, words


def _case(block: str, opening: str, rows: list[Row]) -> Case:
    lines = block.split("\n")
    said = "\n".join(line for line in lines if not line.startswith("@"))
    edits = [line[1:].strip() for line in lines if line.startswith("@")]
    edited = Edited(rows)
    refused = "!" in edits
    for edit in [] if refused else edits:
        key, _, value = edit.partition(": ")
        edited.edit(key.strip(), value)
    decision = said[2:] if said.startswith("!!") else f"{opening}\n{said}\n本决定自公布之日起施行。"
    return Case(printed(rows), decision, printed(edited.rows), refused)
