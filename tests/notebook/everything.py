"""A workspace with something of everything that the page can show, and the texts it was made of."""

from __future__ import annotations

import base64
import shutil
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from lawtrack.collection import Collection
from lawtrack.notebook.page.bench import answer
from lawtrack.notebook.page.desk import Desk
from lawtrack.store import Workspace

if TYPE_CHECKING:
    from pathlib import Path

DRAFT = "patriotic-health"
WHEN = datetime(2020, 9, 1, tzinfo=UTC)
TEXT = "某市取水条例\n第一条　取水应当节约。\n第二条　取水应当报告水务局，依照《水源保护法》第一条办理。\n"
WETLAND = "某市湿地条例\n第一条　湿地名录由市人民政府公布。\n第二条　禁止侵占湿地。\n第三条　本条例自公布之日起施行。\n"
LAW = "水源保护法\n第一条　水源由市人民政府保护。\n"
DECISION = "关于修改《某市取水条例》的决定\n一、将第一条修改为：“取水应当节约用水。”\n"
PLAN = "2021年立法计划\n一、审议项目\n1.某市取水条例（制定）\n"
LIST = "类别,名称,实施依据,实施主体\n行政许可,取水许可,《水源保护法》第二条,水务局\n"


def sent(name: str, text: str) -> dict[str, Any]:
    """A file as Playwright puts it into a field."""
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode()}


def desk_on(root: Path, folder: Path) -> Desk:
    """A desk on a copy of the workspace `root`, on the first of September 2020."""
    return Desk(Workspace.open(shutil.copytree(root, folder / "工作区")), lambda: date(2020, 9, 1))


def _draft_of_two(workspace: Workspace) -> None:
    """A draft that no plan knows, with a clause to mend in the second of its versions."""
    workspace.add_draft("wetland", "某市湿地条例")
    for text, day in ((WETLAND, "2020-05-01"), (WETLAND.replace("公布", "公布,更新"), "2020-06-01")):
        workspace.save("wetland", text, stage="first-reading", date=day, when=WHEN)


def fill(desk: Desk, folder: Path) -> None:
    """Rounds of review, what clashed, two days of a list of powers, a meeting point, a body of law, a change made outside."""
    workspace = desk.workspace
    rounds = workspace.rounds(DRAFT)
    rounds.open("round-1", "第二条怎样写？", due="2020-09-30", when=WHEN)
    made = rounds.suggest("round-1", "第二条", "第二条　换一种写法。", when=WHEN)
    rounds.say("round-1", made.id, "为什么？", when=WHEN)
    rounds.open("round-2", "第四条怎样写？", when=WHEN)
    settled = rounds.suggest("round-2", "第四条", "第四条　商定的写法。", when=WHEN)
    rounds.decide("round-2", [settled.id], "accepted", when=WHEN)
    _draft_of_two(workspace)
    rounds.open("aside", "搁置", when=WHEN)
    rounds.suggest("aside", "第三条", "第三条　另一种写法。", when=WHEN)
    waiting = "path: plans/2020.yaml\nplace: items[clean-air].title\nours: '\"甲\"'\nauthor: 某人\n"
    workspace.commit_files({"plans/aside/a-0000000001.yaml": waiting.encode()}, "搁置", when=WHEN)
    for day, rows in (("2020-06-30", LIST), ("2020-12-31", LIST.replace("第二条", "第一条"))):
        file = {"name": "取水清单.csv", "data": base64.b64encode(rows.encode()).decode()}
        given = {"file": file, "date": day, "list": "water"}
        assert answer(desk, {"id": 1, "do": "lists.take", "given": given})["ok"]
    workspace.share(str(folder / "共享.git"), when=WHEN)
    laws = folder / "法规"
    laws.mkdir()
    for name, text in (("city.txt", TEXT), ("law.txt", LAW)):
        (laws / name).write_text(text, encoding="utf-8")
    Collection.build([laws], workspace.repository.place.common / "lawtrack" / "library")
    outside = workspace.root / "drafts" / DRAFT / "text.md"
    outside.write_text(outside.read_text(encoding="utf-8").replace("协同", "协力"), encoding="utf-8")
