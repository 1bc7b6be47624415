"""An instrument as a web page: whole, escaped, linked inside, fetching nothing."""

import re
from typing import Any

from lxml import html

from lawtrack.formats import read_data, write_instrument
from lawtrack.formats.instruments.html import instrument_html
from lawtrack.law import parse

LAW = """某市<script>alert(1)</script>条例
（2020年8月28日通过）
目　录
第一章　总则
第一章　总则
第一条〖目的〗为了<b>健康</b> & "安全"，制定本条例。
第二条　禁止下列行为：
（一）违反第一条的；
1．其一；
（二）其他。
第三条　甲\t乙
附件：表
一\t<img src=x onerror=alert(1)>
"""


def test_the_page_reads_back_as_the_same_tree():
    doc = parse(LAW)
    found = parse(read_data(instrument_html(doc).encode(), "a.html").text)

    assert [(n.eid, n.label, n.heading, n.lead) for n in found.provisions] == [
        (n.eid, n.label, n.heading, n.lead) for n in doc.provisions
    ]


def test_words_of_the_text_stay_words():
    root: Any = html.fromstring(instrument_html(parse(LAW)))

    assert {element.tag for element in root.iter()}.isdisjoint({"script", "img", "b", "iframe", "link"})
    assert "<img src=x onerror=alert(1)>" in root.text_content()


def test_the_page_fetches_nothing():
    page = instrument_html(parse(LAW))

    assert "default-src 'none'" in page
    assert not re.search(r'(?:src|href)="(?!#)', page)
    assert "url(" not in page
    assert "@import" not in page


def test_every_link_leads_to_a_provision_and_every_provision_has_its_address():
    doc = parse(LAW)
    root: Any = html.fromstring(instrument_html(doc))
    ids = root.xpath("//@id")

    assert len(ids) == len(set(ids))
    assert set(doc.by_eid) - set(ids) == {"art_3__para_1"}  # a row of cells is a table
    assert {link.removeprefix("#") for link in root.xpath("//@href")} <= set(ids)


def test_the_page_names_its_language_title_and_ranks():
    root: Any = html.fromstring(instrument_html(parse(LAW)))

    assert root.get("lang") == "zh-CN"
    assert root.xpath("//h1")[0].text == "某市<script>alert(1)</script>条例"
    assert [h.text for h in root.xpath("//h2")] == ["第一章　总则"]
    assert root.xpath("//nav/@aria-label") == ["目录"]


def test_the_same_text_gives_the_same_page(tmp_path):
    assert write_instrument(parse(LAW), tmp_path / "a.html").read_text(encoding="utf-8") == instrument_html(
        parse(LAW)
    )
