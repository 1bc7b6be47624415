"""Random comparison tables as colleagues lay them out, with the two texts and the reasons that they hold."""

from __future__ import annotations

import csv
import io
import random
from dataclasses import dataclass, field
from typing import Final

from lawtrack.law import to_chinese

THINGS: Final = "公共座椅 雨水花园 老旧围墙 屋顶绿化 便民晾晒架 停放点 临街橱窗 社区菜园 夜间照明 户外阅报栏 饮水设施 古井".split()
DOES: Final = "应当定期巡查 负责统一编号 不得擅自占用 应当建立台账 有权制止占用 可以委托管理".split()
WHO: Final = "市城市管理部门 街道办事处 物业服务企业 市水务主管部门 经营者 社区居民委员会".split()
OLD_HEADS: Final = (
    "现行条例",
    "修改前",
    "现行规定",
    "原条文",
    "现行《条例》",
    "修订前",
    "原文",
    "现行条文",
    "《某市座椅管理条例》（现行）",
    "现行法规条文",
    "旧条文",
    "原条例",
    "条例原文",
    "修改前条文",
    "2015年版本",
    "现行版本",
)
NEW_HEADS: Final = (
    "修订草案",
    "修改后",
    "修改稿",
    "新条文",
    "修订后",
    "修改后条文",
    "修订草案征求意见稿",
    "拟修改为",
    "草案",
    "修正草案",
    "建议修改为",
    "修订稿",
    "2025年版本",
    "修改建议稿",
    "拟修改条文",
)
REASON_HEADS: Final = (
    "修改理由",
    "修改说明",
    "修改依据",
    "备注",
    "理由和依据",
    "说明",
    "修改原因",
    "修改理由及依据",
)
LABEL_HEADS: Final = ("条号", "序号", "条款", "条序", "条目", "编号")
NEW_MARKS: Final = (
    "（新增）",
    "新增",
    "",
    "（无）",
    "/",
    "—",
    "新增条款",
    "无",
    "（新增条文）",
    "无此规定",
    "【新增】",
    "——",
)
GONE_MARKS: Final = (
    "删除",
    "（删除）",
    "删去",
    "",
    "（删去）",
    "/",
    "—",
    "删除此条",
    "【删除】",
    "本条删除",
    "（删除本条）",
    "（删除，内容并入下一条）",
    "（合并至前一条）",
)
SAME_MARKS: Final = (
    "同左",
    "不变",
    "未修改",
    "（同左）",
    "无修改",
    "无变化",
    "不作修改",
    "与现行条例一致",
    "保留",
    "同原条文",
    "内容不变",
    "（未修改）",
    "未作修改",
)


@dataclass
class Told:
    """What the table must read as: the articles of either text without numbers, the reasons by the label of the clause."""

    old: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)
    headings: list[str] = field(default_factory=list)


def _words(rng: random.Random) -> str:
    return f"{rng.choice(WHO)}{rng.choice(DOES)}{rng.choice(THINGS)}，具体办法另行制定。"


def _article(rng: random.Random) -> list[str]:
    if rng.random() < 0.25:
        return [
            f"{rng.choice(WHO)}履行下列职责：",
            f"（一）管理{rng.choice(THINGS)}；",
            f"（二）巡查{rng.choice(THINGS)}。",
        ]
    return [_words(rng) for _ in range(rng.choice((1, 1, 2)))]


def random_returned(seed: int) -> tuple[list[list[str]], Told, dict[str, str]]:
    """The rows of a table with merged cells said in each of their places, what it holds, and the ways that were drawn."""
    rng = random.Random(seed)
    ways = {
        "old": rng.choice(OLD_HEADS),
        "new": rng.choice(NEW_HEADS),
        "reason": rng.choice((*REASON_HEADS, "")),
        "label": rng.choice((*LABEL_HEADS, "", "")),
        "numbers": rng.choice(("in cell", "in cell", "in label")),
        "gap": rng.choice(("　", " ", "")),
        "break": rng.choice(("\n", "\n　　")),
        "added": rng.choice(NEW_MARKS),
        "gone": rng.choice(GONE_MARKS),
        "same": rng.choice((*SAME_MARKS, "", "", "")),
        "same under number": rng.choice(("", "", "yes")),
        "chapters": rng.choice(("", "rows", "merged", "own cells")),
        "order": rng.choice(("old first", "old first", "old first", "new first")),
        "title": rng.choice(
            ("", "《某市座椅管理条例》修改前后对照表", "某市座椅管理条例（修订草案）对照表", "附件2")
        ),
        "text title": rng.choice(("", "", "row")),
    }
    if ways["label"] not in ("条号", "条款", "条目", "条序") or ways["order"] == "new first":
        ways["numbers"] = "in cell"
    if ways["numbers"] == "in label":
        ways["added"] = rng.choice(("（新增）", "新增", ""))
    columns = ["label", "old", "new", "reason"]
    if ways["order"] == "new first":
        columns = ["label", "new", "old", "reason"]
    columns = [name for name in columns if ways[name]]
    rows = [[ways["title"]] * len(columns)] if ways["title"] else []
    rows.append([ways[name] for name in columns])
    told = Told()
    if ways["text title"]:
        rows.append(
            [
                {"old": "某市座椅管理条例", "new": "某市座椅管理条例（修订草案）"}.get(name, "")
                for name in columns
            ]
        )
    olds = [_article(rng) for _ in range(rng.randint(3, 8))]
    chapter = 0
    for at, words in enumerate(olds):
        if ways["chapters"] and at in (0, 2):
            chapter += 1
            name = f"第{to_chinese(chapter)}章　{('总则', '管理')[chapter - 1]}"
            told.headings.append(name)
            filled = {"merged": columns, "rows": ["old", "new"], "own cells": ["old", "new"]}[
                ways["chapters"]
            ]
            rows.append([name if each in filled else "" for each in columns])
        fate = rng.choice(("same", "changed", "changed", "gone", "added before"))
        if ways["numbers"] == "in label" and fate in ("gone", "added before"):
            fate = "changed"
        if len(told.new) == 0:
            fate = "changed"
        if fate == "added before":
            extra = _article(rng)
            _row(rng, ways, columns, rows, told, None, extra)
            fate = "changed"
        changed = [*words[:-1], words[-1].replace("。", "，并接受监督。")]
        _row(rng, ways, columns, rows, told, words, {"same": words, "changed": changed, "gone": None}[fate])
    return rows, told, ways


def _row(
    rng: random.Random,
    ways: dict[str, str],
    columns: list[str],
    rows: list[list[str]],
    told: Told,
    old: list[str] | None,
    new: list[str] | None,
) -> None:
    cells = {}
    old_label = f"第{to_chinese(len(told.old) + 1)}条"
    new_label = f"第{to_chinese(len(told.new) + 1)}条"
    inside = ways["numbers"] == "in cell"
    cells["old"] = _cell(old_label if inside else "", old, ways) if old else ways["added"]
    cells["new"] = _cell(new_label if inside else "", new, ways) if new else ways["gone"]
    if old and old == new and ways["same"] and old_label == new_label:
        cells["new"] = (f"{new_label}{ways['gap']}" if ways["same under number"] and inside else "") + ways[
            "same"
        ]
    if ways["label"] == "序号" or ways["label"] == "编号":
        cells["label"] = str(len(rows))
    elif ways["label"]:
        cells["label"] = new_label if new else old_label
    reason = rng.choice(("", "与上位法衔接。", "实践需要。")) if ways["reason"] else ""
    cells["reason"] = reason
    if reason:
        told.reasons[f"{'n' if new else 'o'}{new_label if new else old_label}"] = reason
    if old:
        told.old.append("".join(old))
    if new:
        told.new.append("".join(new))
    rows.append([cells[name] for name in columns])


def _cell(label: str, lines: list[str], ways: dict[str, str]) -> str:
    return (label + (ways["gap"] if label else "")) + ways["break"].join(lines)


def as_csv(rows: list[list[str]]) -> bytes:
    """The rows as a CSV file."""
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()
