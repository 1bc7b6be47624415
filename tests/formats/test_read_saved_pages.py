"""What a site or a Markdown tool puts around a text is kept out of the text, and told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawtrack.formats import read_data
from lawtrack.law import parse

TITLE = "某市古树保护办法"
BODY = (
    "<p>　　第一条　为了保护古树，制定本办法。</p><p>　　第二条　古树标准如下：</p>"
    "<table><tr><td>类别</td><td>树龄</td></tr><tr><td>一级</td><td>五百年</td></tr></table>"
    "<p>　　第三条　本办法自2024年1月1日起施行。</p>"
)
ABOVE = [
    "您现在的位置：首页 > 政务公开 > 法规规章 > 正文",
    "当前位置： 首页 » 法规库 » 地方性法规",
    "首页",
    "政策法规",
    "无障碍浏览",
    "索 引 号：01532-2024",
    "发文机关：某市人民政府",
    "生成日期：2024-01-02",
    "主题词：古树；保护",
]
UNDER = [
    "来源：市林业局\u3000时间：2024-01-02 10:10\u3000点击数：12",
    "发布日期：2024年1月2日",
    "2024-01-02 09:30:00",
    "2024-01-02 | 【字体：大 中 小】",
    "日期:2024/1/2 浏览量:30",
    "发布者：admin 发布时间：2024-01-02",
    "某市人大网",
    "分享：",
    "字号：大 中 小",
    "信息来源：本站\u3000阅读次数：5",
]
BELOW = [
    "打印本页\u3000关闭窗口",
    "【打印】【关闭】",
    "相关新闻",
    "上一篇：某市绿化条例",
    "下一条：没有了",
    "责任编辑：张三",
    "【返回顶部】",
    "版权所有：某市人大常委会",
    "主办：某市政府办公室\u3000承办：某市信息中心",
    "扫一扫在手机打开当前页",
    "友情链接：",
    "您是第12345位访客",
    "某ICP备05000001号",
    "网站标识码：5301000001",
    "Copyright © 2024 某市 All Rights Reserved",
    "分享到：微信 微博",
    "我要纠错",
]
LINKS = [
    "某市古树普查启动",
    "中国人大网 某省人大网",
    "地址：某市某路1号\u3000邮编：650000",
    "电话：010-1",
]


@given(
    st.lists(st.sampled_from(ABOVE), max_size=4),
    st.lists(st.sampled_from(UNDER), max_size=3),
    st.lists(st.sampled_from(BELOW), max_size=4),
    st.lists(st.sampled_from(LINKS), max_size=2),
    st.booleans(),
)
@settings(max_examples=300)
def test_the_lines_of_a_page_are_not_of_the_text(
    above: list[str], under: list[str], below: list[str], links: list[str], noted: bool
) -> None:
    note = ["（2023年11月1日某市人民政府令第5号公布）"] if noted else []
    foot = [*below[:1], *links, *below[1:]] if below else []
    shown = [*(f"<div>{line.replace('>', '&gt;')}</div>" for line in above), f"<h1>{TITLE}</h1>"]
    shown += [f"<p>{line}</p>" for line in (*under, *note)] + [BODY] + [f"<div>{line}</div>" for line in foot]
    read = read_data(("<html><body>" + "\n".join(shown) + "</body></html>").encode(), "a.html")
    doc = parse(read.text)
    assert (doc.title, [node.label for node in doc.articles]) == (TITLE, ["第一条", "第二条", "第三条"])
    assert doc.articles[-1].words == "本办法自2024年1月1日起施行。"
    assert "类别\t树龄" in doc.articles[1].text
    assert [block.kind for block in doc.blocks] == ["title", *(["header"] if noted else [])]
    assert any(problem.code == "law.page-lines" for problem in doc.problems) == bool(above or under or foot)


TEXT = ["第一条 甲。", "第二条 乙。"]
CONTAINERS = [
    ('+++\ntitle = "某市条例"\n+++\n', "", ""),
    ("---\ntitle: '某市条例'\ntags: [a]\n---\n", "", ""),
    ("---\n标题: 某市条例\n---\n", "", ""),
    ("# 某市条例\n", ":::details 正文\n", ":::\n"),
    ("# 某市条例\n", "::: tip 说明\n:::\n", ""),
    ("# 某市条例 {#top}\n", "", ""),
    ("# 某市条例\n", '!!! note "正文"\n', ""),
    (
        '<div class="law" markdown="1">\n\n# 某市条例\n',
        "<details><summary>展开</summary>\n",
        "</details>\n</div>\n",
    ),
    ("# 某市条例\n", "[TOC]\n", ""),
    ("某市条例\n====\n", "", ""),
    ("# 某市条例\n", '=== "正文"\n', ""),
    ("```text\n某市条例\n", "", "```\n"),
    ("# 某市条例\n", "::::: {.law #x}\n:::: {.article}\n", "::::\n:::::\n"),
    ("# 某市条例\n", '<Badge type="tip" text="现行" />\n', "\n::: warning\n仅供参考\n:::\n"),
    ("---\nlayout: law\ntitle: 某市条例\n---\n", "{% include x.html %}\n", ""),
]
FORMS = ["{}", "## {}", "**{}**", "> {}", "- {}", "    {}", "### {} {{#art}}"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("head", "opened", "closed"), CONTAINERS)
def test_containers_of_markdown_hold_the_text(head: str, opened: str, closed: str, form: str) -> None:
    shown = "\n\n".join(form.format(line) for line in TEXT)
    doc = parse(read_data(f"{head}\n{opened}\n{shown}\n{closed}".encode(), "a.md").text)
    assert doc.title == "某市条例"
    assert [(node.label, node.words) for node in doc.articles] == [("第一条", "甲。"), ("第二条", "乙。")]


def test_a_remark_in_a_box_is_told() -> None:
    read = read_data("# 某市条例\n\n第一条 甲。\n\n::: warning\n仅供参考\n:::\n".encode(), "a.md")
    assert "仅供参考" not in read.text
    assert [warning.code for warning in read.warnings] == ["formats.markdown-remark"]
