"""One list of powers in the many shapes in which departments keep it: made by chance, with the items known beforehand."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence
    from pathlib import Path

HEADS = {
    "serial": ("序号", "编 号"),
    "code": ("职权编码", "权力事项编码", "事项代码"),
    "name": ("职权名称", "行政权力名称", "权力事项", "事项名称（主项）", "职权\n名称"),
    "kind": ("职权类型", "行政权力类型", "类 别", "职权类型（9+X）"),
    "basis": ("实施依据", "实施依据（法律法规名称及条款）", "权力来源依据", "依据"),
    "body": ("实施主体", "责任单位", "实施主体（部门）"),
}
KINDS = {
    "行政许可": ("行政许可", "许可类"),
    "行政处罚": ("处罚", "行政处罚事项"),
    "行政检查": ("行政检查类", "检查"),
    "其他职权": ("其它行政权力", "其他类", "其它职权"),
}
BODIES = ("某市水务局", "某市公安局", "某市卫生健康委员会")
THINGS = "渡船 浮桥 灯塔 渔网 鸽舍 煤棚 雨棚 水窖 钟楼 窑洞 磨坊 晒场".split()
STRANGE = (
    "审核人员资格认定",
    "说明书备案",
    "总计量检定核准",
    "小计算机房检查",
    "共计件收费核定",
    "类型核准",
    "部门登记",
)
NUMBERS = "一二三四五六七八九十"


class Item(NamedTuple):
    code: str
    name: str
    kind: str
    basis: tuple[str, ...]
    body: str


def items(chance: random.Random) -> list[Item]:
    """A list whose items stand by department and kind, some with names that begin as sums and footnotes do."""
    names = [f"{a}{b}登记" for a in THINGS for b in THINGS if a != b]
    chosen = [*chance.sample(names, chance.randint(8, 24)), *chance.sample(STRANGE, 3)]
    order = sorted((chance.randrange(3), chance.randrange(4), name) for name in chosen)
    kinds = list(KINDS)
    return [
        Item(
            f"53{at:04}",
            name,
            kinds[kind],
            tuple(
                f"《某市{thing}条例》第{NUMBERS[chance.randrange(10)]}条"
                for thing in chance.sample(THINGS, chance.choice((1, 1, 2, 3)))
            ),
            BODIES[body],
        )
        for at, (body, kind, name) in enumerate(order)
    ]


class Shape(NamedTuple):
    """How a list is laid out: heads in one or two rows, groups for what has no column, grounds in one cell or in rows."""

    columns: tuple[str, ...]
    double: bool
    grouped: str
    in_rows: bool
    numbered: bool
    blank_below: bool
    column_of_groups: int


def shape(chance: random.Random) -> Shape:
    columns = ["serial", "code", "name", "kind", "basis", "body"]
    if chance.random() < 0.4:
        columns.remove("code")
    grouped = chance.choice(("", "kind", "body", "both", "titles"))
    for field, ways in (("kind", {"kind", "both"}), ("body", {"body", "both", "titles"})):
        if grouped in ways:
            columns.remove(field)
    if chance.random() < 0.4:
        chance.shuffle(columns)
    return Shape(
        tuple(columns),
        chance.random() < 0.4,
        grouped,
        chance.random() < 0.3,
        chance.random() < 0.5,
        chance.random() < 0.3,
        chance.choice((0, columns.index("name"))),
    )


def rows_of(every: Sequence[Item], way: Shape, chance: random.Random) -> list[list[str]]:
    """The rows as a file without merged cells has them."""
    heads = {field: chance.choice(words) for field, words in HEADS.items()}
    spelled = {kind: chance.choice(words) for kind, words in KINDS.items()}
    wide = len(way.columns)
    rows: list[list[str]] = []

    def alone(words: str) -> None:
        rows.append([""] * way.column_of_groups + [words] + [""] * (wide - way.column_of_groups - 1))

    def head() -> None:
        if not way.double:
            rows.append([heads[field] for field in way.columns])
            return
        at = min(way.columns.index("name"), wide - 2)
        under = range(at, at + 2)
        rows.append(
            ["行政职权" if n == at else "" if n in under else heads[f] for n, f in enumerate(way.columns)]
        )
        rows.append([heads[f] if n in under else "" for n, f in enumerate(way.columns)])

    head()
    kind = body = ""
    for number, item in enumerate(every, 1):
        if item.body != body and way.grouped in {"body", "both"}:
            alone(chance.choice((item.body, f"一、{item.body}", f"（二）{item.body}")))
        if item.body != body and way.grouped == "titles":
            alone(f"{item.body}权责清单（2020年版）")
            head()
        if (item.kind, item.body) != (kind, body) and way.grouped in {"kind", "both"}:
            held = sum((one.kind, one.body) == (item.kind, item.body) for one in every)
            alone(chance.choice(("{}", "一、{}", "（一）{}（共{n}项）", "第一部分 {}", "{}：{n}项")).format(
                spelled[item.kind], n=held
            ))  # fmt: skip
        grounds = [f"{n}.{one}" if way.numbered and len(item.basis) > 1 else one
                   for n, one in enumerate(item.basis, 1)]  # fmt: skip
        again = way.blank_below and item.body == body
        said = {
            "serial": str(number), "code": item.code, "name": item.name,
            "kind": "" if again and item.kind == kind else spelled[item.kind],
            "body": "" if again else item.body,
            "basis": grounds[0] if way.in_rows else "\n".join(grounds),
        }  # fmt: skip
        rows.append([said[field] for field in way.columns])
        if way.in_rows:
            rows += [[one if field == "basis" else "" for field in way.columns] for one in grounds[1:]]
        kind, body = item.kind, item.body
    return rows


def written(rows: Sequence[Sequence[str]], path: Path, encoding: str) -> Path:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    path.write_bytes(out.getvalue().encode(encoding))
    return path
