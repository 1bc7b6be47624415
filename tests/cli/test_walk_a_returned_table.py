"""A comparison table goes out as Word, is edited by several hands and comes back as a version: held sentence by sentence."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import docx
import pytest

from lawtrack.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from docx.text.paragraph import Paragraph

THINGS = "公共座椅 雨水花园 老旧围墙 便民晾晒架 临街橱窗 社区菜园 夜间照明 户外阅报栏 饮水设施 自行车停放点".split()
LABELS = "一 二 三 四 五 六 七 八 九 十".split()


def _text(rng: random.Random, changed: set[int]) -> str:
    lines = ["某市公共设施条例", "第一章　总则"]
    for at, (label, thing) in enumerate(zip(LABELS, THINGS, strict=True)):
        if at == 5:
            lines.append("第二章　管护")
        more = "，并向社会公布" if at in changed else ""
        if at % 4 == 2:
            lines += [
                f"第{label}条　{thing}的管护人应当：",
                f"（一）巡查{thing}；",
                f"（二）修缮{thing}{more}。",
            ]
        else:
            lines += [f"第{label}条　{thing}由街道办事处管护{more}。", f"损坏{thing}的，依法赔偿。"]
    return "\n".join(lines) + "\n"


def _sentences(text: str) -> list[str]:
    return [
        sentence
        for line in text.split("\n")
        for sentence in re.split("(?<=[。；：])", "".join(line.split()))
        if sentence
    ]


def _retype(paragraph: Paragraph, words: str) -> None:
    """As somebody does who types over the line: the first run has it all."""
    for run in paragraph.runs[1:]:
        run.text = ""
    paragraph.runs[0].text = words


@pytest.mark.parametrize("seed", range(3))
def test_every_sentence_comes_back_as_it_was_edited(
    tmp_path: Path, seed: int, capsys: pytest.CaptureFixture[str]
) -> None:
    rng = random.Random(seed)
    old, new = _text(rng, set()), _text(rng, {1, 2, 7})
    (tmp_path / "a.txt").write_text(old, encoding="utf-8")
    (tmp_path / "b.txt").write_text(new, encoding="utf-8")
    table, place = tmp_path / "对照表.docx", str(tmp_path / "w")
    assert main(["init", place]) == 0
    draft = ["--draft", "things", "-C", place]
    assert main(["import", str(tmp_path / "a.txt"), *draft, "--stage", "一审", "--date", "2024-01-01"]) == 0
    assert main(["compare", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "-o", str(table)]) == 0
    edited = _edited(table, rng)
    assert len(edited) == 4
    back = ["import", str(table), "--column", "new", *draft, "--stage", "二审", "--date", "2024-02-01"]
    assert main(back) == 0
    capsys.readouterr()
    assert main(["show", "things@二审", "-C", place]) == 0
    shown = _sentences(capsys.readouterr().out.replace("#", ""))
    expected = [edited.get(sentence, sentence) for sentence in _sentences(new)]
    assert [sentence for sentence in expected if sentence not in shown] == []
    assert [sentence for sentence in shown if sentence not in expected] == []
    assert len(shown) == len(expected)


def _edited(table: Path, rng: random.Random) -> dict[str, str]:
    """Edit four sentences of the new column; the sentence before → after."""
    document = docx.Document(str(table))
    paragraphs = [
        paragraph
        for row in document.tables[0].rows
        for paragraph in row.cells[1].paragraphs
        if paragraph.text.endswith("。") and paragraph.runs
    ]
    edited = {}
    for hand, paragraph in enumerate(rng.sample(paragraphs, 4)):
        before = paragraph.text
        after = before.replace("。", f"，并接受第{LABELS[hand]}方监督。")
        _retype(paragraph, after)
        edited["".join(before.split())] = "".join(after.split())
    document.save(str(table))
    return edited
