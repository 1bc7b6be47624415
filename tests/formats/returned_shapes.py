"""Comparison tables in Word as colleagues send them back, put together at random, with what each must be read as."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from lawtrack.law import to_chinese

if TYPE_CHECKING:
    import random
    from pathlib import Path

THINGS: Final = "座椅 花园 围墙 橱窗 菜园 照明 报栏 饮水台 停放点 晾晒架 步道 岗亭".split()
HEADS: Final = (
    ("现行条例", "修订草案"),
    ("修改前", "修改后"),
    ("原条文", "拟修改为"),
    ("现行规定", "修订草案（送审稿）"),
    ("原内容", "新内容"),
)
OTHERS: Final = ("上位法规定", "省条例", "外地立法参考")
SAME: Final = ("同左", "不作修改", "（无变化）", "保持不变")
GONE: Final = ("（删除）", "删去", "本条删除", "（删去，内容并入第一条）")


@dataclass
class Shape:
    """What was written, and what a reader must find."""

    rows: list[list[str]]
    old: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    remarks: set[tuple[str, str]] = field(default_factory=set)
    comments: dict[int, tuple[str, str]] = field(default_factory=dict)
    inserted: dict[int, str] = field(default_factory=dict)
    deleted: list[int] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    new_column: int = 1
    merged_heads: bool = False
    across: bool = False


def random_shape(rng: random.Random) -> Shape:
    """A table: its columns, its head, what became of each clause, rows that are none, tracked changes, comments."""
    columns = ["old", "new", "remark"]
    if rng.random() < 0.3:
        columns.insert(rng.choice([0, 2]), "other")
    if rng.random() < 0.3:
        columns.insert(columns.index("new"), "opinion")
    if rng.random() < 0.4:
        columns.insert(0, "label")
    heads = dict(zip(("old", "new"), rng.choice(HEADS), strict=True))
    heads |= {"remark": "修改理由", "opinion": "财政局意见", "label": "条号", "other": rng.choice(OTHERS)}
    shape = Shape([[heads[one] for one in columns]], new_column=columns.index("new"))
    for at, thing in enumerate(rng.sample(THINGS, rng.randint(4, 9)), 1):
        _add_clause(shape, columns, at, thing, rng)
        if rng.random() < 0.15:
            shape.rows.append([f"第{to_chinese(at + 40)}条　不要的{thing}。" for _ in columns])
            shape.deleted.append(len(shape.rows) - 1)
        if rng.random() < 0.15:
            shape.rows.append(list(shape.rows[0]))
    if rng.random() < 0.3:
        shape.rows.append(
            (["填表单位：市园林局（盖章）", "2025年6月1日"] + [""] * len(columns))[: len(columns)]
        )
    if rng.random() < 0.5:
        shape.above.append("《某市公共设施条例》修改前后对照表")
    shape.across = rng.random() < 0.5
    return shape


def _add_clause(shape: Shape, columns: list[str], at: int, thing: str, rng: random.Random) -> None:
    """A row for one clause, and what a reader must find of it."""
    kind = rng.choice(["changed", "changed", "same", "gone", "added", "kept"])
    old_label, label = f"第{to_chinese(len(shape.old) + 1)}条", f"第{to_chinese(len(shape.new) + 1)}条"
    old = (
        f"{old_label}　{thing}由街道管护。"
        if kind != "added"
        else rng.choice(["", "（新增）", "无此条", "——"])
    )
    words = {"changed": f"{thing}由街道和社区管护。", "added": f"{thing}由社区管护。"}
    new = f"{label}　{words.get(kind, f'{thing}由街道管护。')}"
    shape.old += [old] if kind != "added" else []
    shape.new += [new] if kind != "gone" else []
    if kind == "gone":
        new, label = rng.choice(GONE), old_label
    elif kind == "same" and label == old_label:
        new = rng.choice(SAME)
    remark = f"理由{at}" if rng.random() < 0.6 else ""
    opinion = f"意见{at}" if rng.random() < 0.5 and "opinion" in columns else ""
    shape.remarks |= {(label, said) for said in (remark, opinion) if said}
    other = f"第{to_chinese(at + 20)}条　国家鼓励{thing}。" if rng.random() < 0.8 else ""
    cells = {"old": old, "new": new, "remark": remark, "opinion": opinion, "other": other}
    cells["label"] = old_label if kind != "added" else "新增"
    shape.rows.append([cells[one] for one in columns])
    row = len(shape.rows) - 1
    if rng.random() < 0.2:
        shape.comments[row] = (rng.choice(["赵六", "钱七"]), f"批注{at}")
        shape.remarks.add((label, f"批注{at}"))
    if new.startswith("第") and rng.random() < 0.3:
        shape.inserted[row] = f"增补{at}。"
        shape.new[-1] += shape.inserted[row]


def written(shape: Shape, path: Path) -> Path:
    """The table as a Word file."""
    document: Any = docx.Document()
    if shape.across:
        section = document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    for line in shape.above:
        document.add_paragraph(line)
    table = document.add_table(rows=len(shape.rows), cols=len(shape.rows[0]))
    for at, row in enumerate(shape.rows):
        for column, words in enumerate(row):
            table.cell(at, column).text = words
        new = table.cell(at, shape.new_column)
        if at in shape.comments:
            author, words = shape.comments[at]
            document.add_comment(
                runs=new.paragraphs[0].runs or new.paragraphs[0].add_run(" "), text=words, author=author
            )
        if at in shape.inserted:
            _tracked(new.paragraphs[0]._p, "ins", shape.inserted[at])
            _tracked(new.paragraphs[0]._p, "del", "划掉的。")
        if at in shape.deleted:
            mark = OxmlElement("w:del")
            mark.set(qn("w:id"), str(900 + at))
            mark.set(qn("w:author"), "王五")
            table.rows[at]._tr.get_or_add_trPr().append(mark)
    document.save(str(path))
    return path


def _tracked(paragraph: Any, kind: str, words: str) -> None:
    change = OxmlElement(f"w:{kind}")
    change.set(qn("w:id"), "1")
    change.set(qn("w:author"), "张三" if kind == "ins" else "李四")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t" if kind == "ins" else "w:delText")
    text.text = words
    run.append(text)
    change.append(run)
    paragraph.append(change)
