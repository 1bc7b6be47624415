"""What is known about a draft when a document of the procedure is written: its versions, its opinions, its dates."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from lawtrack.compare import compare, in_words
from lawtrack.formats.layout import Layout
from lawtrack.formats.office_settings import stage_and_day, written_day
from lawtrack.law import EventKind, history, to_chinese
from lawtrack.messages import translate
from lawtrack.opinions import paragraphs, sentences

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lawtrack.compare import Comparison
    from lawtrack.drafts import Version
    from lawtrack.law import Instrument
    from lawtrack.opinions import Report

_BARE: Final = re.compile(r"[（(][^（）()]*(?:草案|稿)[^（）()]*[)）]\s*$")
_EVENTS: Final = {
    EventKind.ADOPTED: "passed",
    EventKind.APPROVED: "approved",
    EventKind.PROMULGATED: "promulgated",
    EventKind.IN_FORCE: "in-force",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One step that is known: its `stage`, its day as documents write it, the meeting or body that took it.

    >>> from lawtrack.formats import Fact
    >>> Fact("first-reading", "一审", "2020年7月30日", "某市人大常委会第五次会议").day
    '2020年7月30日'
    """

    stage: str
    label: str
    day: str
    meeting: str = ""


@dataclass(frozen=True)
class Dossier:
    r"""Everything that a document of the procedure can be computed from; what is not here is left to be written.

    `old` is None for a new instrument. `versions` are all that the draft has, oldest first; `steps` are what the
    annual plan knows besides them.

    >>> from lawtrack.drafts import Author, Version
    >>> from lawtrack.formats import Dossier
    >>> from lawtrack.law import parse
    >>> by = Author("王小明", "wang@example.cn")
    >>> version = Version("park", "first-reading", "2020-07-30", "", None, by, "3f2a9c41", "", "")
    >>> dossier = Dossier(parse("某市公园条例（草案）\n第一条　公园开放。"), version, versions=(version,))
    >>> dossier.name, dossier.facts["first-reading"].day
    ('某市公园条例', '2020年7月30日')
    """

    new: Instrument
    version: Version
    old: Instrument | None = None
    before: Version | None = None
    versions: tuple[Version, ...] = ()
    report: Report | None = None
    steps: tuple[Fact, ...] = ()
    notice: str = ""
    layout: Layout = field(default_factory=Layout)

    @property
    def title(self) -> str:
        """The instrument's title as the newer version has it."""
        return self.new.title or translate("compare.untitled")

    @property
    def name(self) -> str:
        """The title without （草案） or （修订草案） behind it."""
        return _BARE.sub("", self.title)

    @cached_property
    def comparison(self) -> Comparison | None:
        """What turns the older version into the newer; None for a new instrument."""
        return None if self.old is None else compare(self.old, self.new)

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """By stage: what is known of it, from the versions' records, the plan, the text's own header note."""
        known: dict[str, Fact] = {step.stage: step for step in self.steps}
        for event in history(self.new):
            stage = _EVENTS.get(event.kind)
            if stage and event.date and not event.decision:
                where = f"{event.body}{event.meeting}"
                known[stage] = Fact(stage, translate(f"stages.{stage}"), written_day(event.date), where)
        for version in self.versions:
            known[version.stage] = Fact(
                version.stage, version.stage_label, written_day(version.date), version.meeting
            )
        return known


def fields_of(dossier: Dossier) -> dict[str, str]:
    """What a template may ask for, by the names of its fields; "" where nothing is known."""
    report = dossier.report
    facts = dossier.facts
    told = {
        "标题": dossier.title,
        "名称": dossier.name,
        "稿次": stage_and_day(dossier.version),
        "上一稿": stage_and_day(dossier.before) if dossier.before else "",
        "会议": dossier.version.meeting,
        "条数": to_chinese(len(dossier.new.articles)) if dossier.new.articles else "",
        "章数": to_chinese(len(chapters)) if (chapters := _chapters(dossier.new)) else "",
        "章节结构": structure(dossier.new),
        "修改概述": in_words(dossier.comparison) if dossier.comparison else "",
        "意见统计": "".join(sentences(report)) if report and report.rows else "",
        "采纳情况": "\n".join(paragraphs(report)) if report else "",
        "提示": dossier.notice,
    }
    for stage, name in _STAGES.items():
        told[f"{name}日期"] = facts[stage].day if stage in facts else ""
        told[f"{name}会议"] = facts[stage].meeting if stage in facts else ""
    return told


_STAGES: Final = {
    "introduced": "提请审议",
    "first-reading": "一审",
    "public-comment": "征求意见",
    "second-reading": "二审",
    "third-reading": "三审",
    "passed": "通过",
    "approved": "批准",
    "promulgated": "公布",
    "in-force": "施行",
}


def _chapters(doc: Instrument) -> list[str]:
    return [node.label for node in doc.headings if node.level == "chapter"]


def structure(doc: Instrument) -> str:
    r"""The chapters with their articles: 第一章总则（第一条至第八条）、…; "" for a text without chapters.

    >>> from lawtrack.law import parse
    >>> print(structure(parse("某市条例\n第一章　总则\n第一条　甲。\n第二条　乙。\n第二章　附则\n第三条　丙。")))
    第一章总则（第一条至第二条）、第二章附则（第三条）
    """
    told = []
    for node in doc.headings:
        labels = [below.label for below in node.walk() if below.level == "article"]
        if node.level == "chapter" and labels:
            span = labels[0] if len(labels) == 1 else f"{labels[0]}至{labels[-1]}"
            told.append(f"{node.label}{node.heading}（{span}）")
    return "、".join(told)
