"""Plain text, Markdown and web pages: encodings told apart, marks dropped, nothing guessed."""

import base64
import codecs
import io

import pytest

from lawtrack.errors import NotFound, UnusableInput
from lawtrack.formats import read, read_data, read_text
from lawtrack.formats.reading import ReadingWarning
from lawtrack.formats.text.charsets import decode

LAW = (
    "某市示例条例\n第一章　总则\n第一条　为了改善环境，制定本条例。\n"
    "第二条　市、县人民政府应当加强领导：\n（一）制定规划；\n（二）组织实施。\n"
)


@pytest.mark.parametrize(
    "data",
    [
        LAW.encode(),
        codecs.BOM_UTF8 + LAW.encode(),
        LAW.encode("gb18030"),
        LAW.encode("gbk"),
        LAW.encode("utf-16"),
        codecs.BOM_UTF16_BE + LAW.encode("utf-16-be"),
        LAW.encode("utf-16-le"),
        LAW.encode("utf-16-be"),
        LAW.replace("\n", "\r\n").encode("gb18030"),
        LAW.replace("\n", "").encode("utf-16-le"),
        "䶮、㑇、𠀀、".encode("gb18030") + LAW.encode("gb18030"),
    ],
    ids=[
        "utf8",
        "utf8-bom",
        "gb18030",
        "gbk",
        "utf16",
        "utf16be",
        "utf16le-bare",
        "utf16be-bare",
        "crlf",
        "no-nul",
        "rare",
    ],
)
def test_text_in_any_chinese_encoding_reads_the_same(data):
    text = read_data(data, "条例.txt").text

    assert text.removeprefix("䶮、㑇、𠀀、").replace("\n", "") == LAW.replace("\n", "")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "formats.empty"),
        (b" \n\t ", "formats.empty"),
        (codecs.BOM_UTF8, "formats.empty"),
        ("　\n".encode(), "formats.empty"),
        (bytes(range(256)) * 20, "formats.binary"),
        (b"\0" * 100 + b"\x01\x02", "formats.binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "formats.picture"),
        (b"%PDF-1.7 ...", "formats.damaged"),
        (b"Rar!\x1a\x07", "formats.archive"),
        (LAW.encode()[:-5], "formats.cut-off"),
        (LAW.encode("utf-16")[:-1], "formats.cut-off"),
        (codecs.BOM_UTF8 + "条例".encode("gbk") + b"......", "formats.bad-bytes"),
        ("於戲，臺灣環境保護條例規定國際機關應當辦理相關業務。".encode("big5"), "formats.unknown-encoding"),
        ("環境を守るために、この法律を定める。国民の健康".encode("shift-jis"), "formats.unknown-encoding"),
    ],
)
def test_what_cannot_be_read_is_refused_with_one_clear_reason(data, code):
    with pytest.raises(UnusableInput) as refusal:
        read_data(data, "条例.txt")

    assert refusal.value.code == code
    assert "条例.txt" in refusal.value.message("zh")
    assert "条例.txt" in refusal.value.message("en")


def test_a_missing_file_and_a_folder_say_so(tmp_path):
    with pytest.raises(NotFound):
        read(tmp_path / "没有.txt")
    with pytest.raises(UnusableInput) as refusal:
        read(tmp_path)

    assert refusal.value.code == "formats.folder"


def test_paths_streams_and_bytes_give_the_same_text_and_hash(tmp_path):
    path = tmp_path / "条例.txt"
    path.write_bytes(LAW.encode("gb18030"))
    found = read_text(path)

    assert found == read_text(str(path)) == read_text(io.BytesIO(path.read_bytes()), name="条例.txt")
    assert found.source_name == "条例.txt"
    assert len(found.sha256) == 64


def test_reading_gives_the_tree():
    doc = read(io.BytesIO(LAW.encode("gb18030")), name="a.txt")

    assert doc.title == "某市示例条例"
    assert [article.label for article in doc.articles] == ["第一条", "第二条"]


def test_lost_letters_are_warned_about():
    with pytest.warns(ReadingWarning, match="第 2 行"):
        read(io.BytesIO("标题\n第一条　为了\ufffd\ufffd健康。".encode()), name="a.txt")


def test_characters_that_nobody_sees_do_not_hide_a_label():
    assert read_data("\u200b第\ufeff一\u00ad条　为了健康。".encode(), "a.txt").text == "第一条　为了健康。"


def test_markdown_marks_go_and_words_stay():
    source = (
        "---\ntitle: x\n---\n# 某市示例条例\n\n<!-- 内部 -->\n## 第一章 总则 ##\n\n**第一条** 为了[健康](http://x.cn/a(1))，"
        "制定本条例。\n\n> （一）登记；\n\n- 公告\n\n---\n\n| 序号 | 事项 |\n|:--|--:|\n| 1 | 甲\\|乙 |\n\n签名：________\n"
    )

    found = read_data(source.encode(), "a.md").text.splitlines()
    assert found.index("第一条 为了健康，制定本条例。") == source.splitlines().index(
        "**第一条** 为了[健康](http://x.cn/a(1))，制定本条例。"
    )
    assert list(filter(None, found)) == [
        "某市示例条例", "第一章 总则", "第一条 为了健康，制定本条例。", "（一）登记；", "公告",
        "序号\t事项", "1\t甲|乙", "签名：________",
    ]  # fmt: skip


PAGE = """<?xml version="1.0"?><!DOCTYPE html><html><head><title>网站名</title><meta charset="{charset}">
<style>p{{}}</style><script>document.write("坏")</script></head><body><nav>首页</nav>
<h1>某市示例条例</h1><p style="text-indent:2em">　　&emsp;第一条&nbsp;为了保护
环境，<b>制定</b>本条例。</p>尾<div hidden>看不见</div><div style="display: none">也看不见</div>
<p>第二条&emsp;甲<br/>（一）乙；<br>（二）丙。</p>
<ol start="3"><li>子<li value="7">丑<ol type="a"><li>寅</ol></ol>
<ol style="list-style-type:cjk-ideographic"><li>卯</ol>
<ul><li>辰</ul><table><tr><th>序号<th>事项</tr><tr><td>1<td>甲<p>乙</tr></table>
<table><tr><td>菜单</td><td><p>第三条　丁。</p></td></tr></table></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gb18030"])
def test_a_web_page_reads_as_its_reader_sees_it(charset):
    data = PAGE.format(charset=charset).encode("gb18030" if charset == "gb2312" else charset)

    assert read_data(data, "a.txt").text.splitlines() == [
        "某市示例条例", "第一条 为了保护 环境，制定本条例。", "尾", "第二条　甲", "（一）乙；", "（二）丙。",
        "3. 子", "7. 丑", "a. 寅", "一、卯", "辰", "序号\t事项", "1\t甲 乙", "菜单", "第三条　丁。",
    ]  # fmt: skip


def test_a_page_whose_declared_encoding_is_wrong_is_read_by_its_bytes():
    assert "第一条" in read_data(PAGE.format(charset="iso-8859-1").encode("gb18030"), "a.html").text
    assert "第一条" in read_data(PAGE.format(charset="utf-8").encode("gb18030"), "a.html").text
    assert "第一条" in read_data(PAGE.format(charset="zlib_codec").encode(), "a.html").text


def test_a_web_archive_called_doc_is_read_as_its_page():
    page = base64.encodebytes("<html><p>第一条　甲。</p></html>".encode("gb18030")).decode()
    archive = (
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n'
        f"--b\nContent-Type: text/html; charset=gb2312\nContent-Transfer-Encoding: base64\n\n{page}\n--b--\n"
    )

    assert read_data(archive.encode(), "条例.doc").text == "第一条　甲。"
    with pytest.raises(UnusableInput):
        read_data(archive.replace("text/html", "image/png").encode(), "条例.doc")


def test_private_use_characters_are_warned_about():
    with pytest.warns(ReadingWarning, match="1 个自造字"):
        read(io.BytesIO("第一条　\ue0a1县。".encode()), name="a.txt")


def test_a_page_of_unclosed_tags_is_read_whole_or_refused():
    def page(depth):
        return b"<html>" + b"<div>" * depth + "第一条　深。".encode()

    assert read_data(page(1_500), "a.html").text.strip() == "第一条　深。"
    with pytest.raises(UnusableInput):
        read_data(page(20_000), "a.html")


def test_the_explanation_before_a_text_is_set_apart():
    page = "<p>关于《某市示例条例（草案）》的说明</p><p>一、必要性</p><p>某市示例条例（草案）</p>"
    found = read_data(f"<html>{page}<p>第一条　甲。</p>".encode(), "a.html")

    assert found.text == "某市示例条例（草案）\n第一条　甲。"
    assert found.preface.startswith("关于《某市示例条例（草案）》的说明")
    assert [warning.code for warning in found.warnings] == ["formats.preface"]


def test_strict_decoding_never_takes_one_encoding_for_another():
    for encoding in ("utf-8", "gb18030", "utf-16-le", "utf-16-be"):
        assert decode(LAW.encode(encoding), "a.txt") == LAW


@pytest.mark.parametrize("name", ["草案.docx", "草案.doc", "草案.WPS"])
def test_plain_text_that_is_called_a_word_file_is_told(name: str) -> None:
    assert "formats.not-word" in [told.code for told in read_data(LAW.encode(), name).warnings]
    assert "formats.not-word" not in [told.code for told in read_data(LAW.encode(), "草案.txt").warnings]
