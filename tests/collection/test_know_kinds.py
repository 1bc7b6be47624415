"""Which kind of instrument a text is: by its title and by who made it."""

from __future__ import annotations

import pytest

from lawtrack import parse
from lawtrack.collection.titles import history_of, kind_of_instrument

NATIONAL = [
    ("中华人民共和国水源法", "（2020年1月1日第十三届全国人民代表大会常务委员会第二次会议通过）", "law"),
    ("水源法", "", "law"),
    ("水源法典", "", "law"),
    (
        "中华人民共和国水源管理办法",
        "（2020年1月1日中华人民共和国国务院令第900号公布）",
        "administrative-regulation",
    ),
    ("水源管理办法", "（2020年1月1日国务院令第900号公布）", "administrative-regulation"),
    ("水源管理条例", "", "administrative-regulation"),
    ("国务院关于水源保护的规定", "", "administrative-regulation"),
    ("水源监督检查办法", "（2020年1月1日国家市场监督管理总局令第9号公布）", "government-rule"),
    ("最高人民法院关于审理水源案件若干问题的规定", "", "judicial-interpretation"),
    ("水源管理办法", "", "other"),
]


@pytest.mark.parametrize(("title", "note", "kind"), NATIONAL)
def test_of_the_nation(title: str, note: str, kind: str) -> None:
    assert kind_told(title, note) == kind


@pytest.mark.parametrize("place", ["某市", "甲市", "云水市", "清河省", "白鹭自治区", "金沙自治州", ""])
@pytest.mark.parametrize(
    ("name", "note", "kind"),
    [
        ("排水条例", "（2020年1月1日某市第十五届人民代表大会常务委员会第二次会议通过）", "local-regulation"),
        (
            "排水管理规定",
            "（2020年1月1日某市第十五届人民代表大会常务委员会第二次会议通过）",
            "local-regulation",
        ),
        ("排水管理办法", "（2020年1月1日某市人民政府令第50号公布）", "government-rule"),
        ("停车管理办法", "（2020年1月1日某市人民政府第二次常务会议通过）", "government-rule"),
    ],
)
def test_of_a_place(place: str, name: str, note: str, kind: str) -> None:
    assert kind_told(place + name, note) == kind
    if place and name.endswith("条例"):
        assert kind_told(place + name, "") == kind


def kind_told(title: str, note: str) -> str:
    doc = parse(f"{title}\n{note}\n第一条　为了保护水源，制定本规定。\n第二条　自公布之日起施行。\n")
    return kind_of_instrument(doc, history_of(doc))
