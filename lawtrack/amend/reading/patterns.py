"""What sentences look like as a whole: headings, openings, closings, exceptions, and what only says where one is.

All are expressions over the skeleton of a sentence (see sentences.py), compiled on first use.
"""

from __future__ import annotations

from typing import Final

from lawtrack.amend.reading.addresses import ANNEX, PLACE, N
from lawtrack.amend.reading.expressions import Expression
from lawtrack.amend.reading.grammar import BECOMES, COLON, IN, NTH, QUOTES, Q, T
from lawtrack.amend.reading.lines import NOTE

PIECE_PARTS: Final = Expression(rf"(?P<places>{PLACE})?{IN}(?P<words>{QUOTES})")
QUOTED: Final = Expression(rf"{NTH}?(?P<quote>{Q})")
"""Quoted words, and which of their places is meant."""
NOISE: Final = Expression(
    r"(?:[，。；、：:\s]|并且|并|同时|另外|相应地|此外|其中(?!的|[\ue000-\uefff])|(?:(?:其他|其余)(?:内容|文字|规定|条款|各[款项]|款项)?|内容|文字)(?:均)?(?:不变|不作(?:修改|改动)|保持不变|维持不变)|还|再|另(?=增加|将|在)|分别(?=在|对|删|将(?![^。；]*[\ue000-\uefff][、和及]?[\ue000-\uefff])))+"
)

LOCATOR: Final = Expression(
    rf"(?P<place>第{N}+(?:条(?:之{N}+)?|章|节)(?:第{N}+款)?)(?:中)?(?:的)?(?P<lead>{Q})"
    rf"(?:(?:之)?中?(?:的|之)?(?=第{N}+项|各项)|中(?=增加)|(?P<after>之?后)(?=，?增加{N}+项)|(?<=[编章节].)(?=第{N}+[条节]|(?:之?[前后]|中|内)?，?(?:增加|增设|新增)(?:第{N}+条|{N}+[条节])))"
)
"""第六十二条“……行使下列职权”中增加一项, 第四章“法律责任”第九条: the quoted words only say where one is."""
BETWEEN: Final = Expression(
    rf"(?P<place>第{N}+条(?:之{N}+)?(?:第{N}+款)?)(?!之{N})(?:中)?(?:关于)?(?![^第]{{0,24}}(?:修改|增加|删|改|作为|合并))[^，。；：、第和及与至的中\ue000-\uf8ff]{{2,24}}(?:的|中的?)?(?=第{N}+项)"
)
"""第六十七条……职权第二十项: what the items are about."""
EXCEPT: Final = Expression(
    rf"(?:[，（]?(?:但)?除(?P<before>{PLACE})(?:的规定)?(?:以外|之外|外)(?P<rest>，?(?:将|把|对|在)?(?:本?(?:条例|规定|办法|细则|法)(?:的)?)?的?(?:其他|其余)(?:各)?(?:条款|条文|条)?|的(?:各|所有|全部)(?:条款|条文|条))?[，）]?"
    rf"|[，；（](?:但)?(?P<after>{PLACE})(?:中)?(?:的)?(?:除外|不作?(?:修改|改动|变动|变)|维持不变|保持不变)）?)"
)
"""除第五条外，将条例中的……; ……，但第五条除外."""
PURPOSE: Final = Expression(
    rf"(?:^|(?<=[。；\n]))(?:为|根据|依据|依照|按照|参照|遵照|适应|贯彻|鉴于|因|由于|考虑到|结合|针对|落实|按|经)(?:(?!删[去除](?:第|其)|(?:修改|改|合并)为第|移[至入到]第|并入第|增加{N}+[条款项])[^。；：\n\ue000-\uefff]){{1,100}}?，(?=(?:现|相应地?|一并|同时)*(?:将|把|删[去除]|在|对第|增加|新增|增设|第{N}|原第|{ANNEX}|附[件表]|引言|序言|{T}(?:第|的?名称)|名称|标题|修改))"
)
"""为了与上位法相衔接，将第三条……: why the change is made."""

MARKS: Final = {"句号": "。", "分号": "；", "逗号": "，", "顿号": "、", "冒号": "："}
NAMED_MARK: Final = Expression(
    rf"(?P<last>(?:末尾|最后|结尾|句末|项末)的?)?(?P<old>句号|分号|逗号|顿号|冒号)(?P<verb>{BECOMES})(?P<new>句号|分号|逗号|顿号|冒号)(?=[，。；\n]|$)",
    needs=("号",),
)
"""末尾的句号改为分号: a mark that is named stands for itself."""
SENTENCE_ON: Final = Expression(
    rf"(?:将|把)?(?P<place>第{N}+条(?:第{N}+款)?)(?:中)?的?(?P<old>{Q})(?:单独|另行)?(?:作为|改为|列为)(?P<to>(?:第{N}+条)?第{N}+款)"
    rf"(?:，(?:并)?(?:修改|改)为：?(?P<new>{Q}))?(?=[，。；\n]|$)"
)
"""将第五条中的“……”作为第二款: a sentence that is quoted goes where it stood and comes as a paragraph."""

CHANGES_WORDS: Final = Expression(rf"{Q}[^。；]{{0,12}}{BECOMES}[：:]?{Q}|删[去除][^。；]{{0,40}}{Q}")
"""A sentence that changes quoted words is no opening, whatever instruments it names."""

ANNOUNCES: Final = Expression(
    r"^(?:对|将)?(?:下列|以下|部分|有关)[^，。；]{0,60}(?:(?:作|做)出?(?:如下|以下)?(?:相应)?(?:的)?修改|(?:予以|进行|加以)(?:修改|修正|修订|废止))[：:。]?$"
)
"""对下列法律中关于“征用”的规定作出修改: the head of a part of a decision."""
BELOW: Final = Expression(
    rf"^(?:将|对|删去|删除)?(?:下列|以下)[^，。；\ue000-\uefff]{{0,24}}(?:引用|规定)?的(?P<words>{Q}(?:(?:、|和|及|以及|或者)?{Q})*)"
    rf"(?:(?:，?(?:均|统一|分别)*{BECOMES}(?P<text>{Q}))|(?:予以)?(?:删去|删除))?[：:。]?$"
)
"""将下列法律中的“A”修改为“B”：the lines that follow only name the places."""
LISTED: Final = Expression(rf"^(?:{T}(?:[（(][^）)]*[）)])?{PLACE}[、和，；。]*)+$")
"""《……法》第三条、第八条第二款: such a line."""

NAMED_IN_MARKS: Final = Expression(
    rf"(?P<said>(?:章|节|编)名(?:称)?(?:为|是|定为|修改为|改为|：)：?|第{N}+[编章节](?:{Q})?{BECOMES}：?|作为第{N}+[编章节])(?P<title>{T})"
    rf"|(?P<told>[章节编]名(?:称)?(?:为：?|：)|(?<=一章，)作为第{N}+章(?!名|即|为|包括|由|共|内容|[中后前下的]))(?P<bare>(?!第|原)[\u4e00-\u9fff、]{{2,20}})(?=[，。；\n]|$)",
    needs=("章", "节", "编"),
)
"""章名为《监督》, 作为第三章《监督》, 章名：监督: the name of a chapter in title marks, or without any."""
TITLED: Final = Expression(
    rf"(?<=的)(?P<old>{T})(?P<verb>(?:均|统一)?{BECOMES}{COLON})(?P<new>{T})(?=[，。；\n]|$)"
)
"""将第三条中的《A法》修改为《B法》: titles without quotation marks are words as well."""

AMENDS: Final = Expression(
    r"改作|顺延|类推|修改|增加|增写|删|改为|作为|调整|合并|不再|废止|移|对调|互换|交换|恢复|停止[执施适][行用]|作废|取消"
)
"""Words without which a sentence cannot be an instruction: a substantive clause of the decision itself."""

_UNIT: Final = rf"第{N}+[编章节条款项目]"
ORDERS: Final = Expression(
    rf"(?:删[去除]|取消|废止|停止[执施适][行用]|不再保留|将|增加)[^，。；：]{{0,12}}{_UNIT}(?![^，。；]*(?:规定|处罚)的)"
    rf"|{_UNIT}[^，。；：]{{0,20}}(?:删[去除]|取消|废止|改为|作为|合并|移[至到入]|并入|停止|不再|作废|对调|顺延)"
)
"""A place of the text with something that is to be done to it: such a sentence is no closing words and no remark."""

LEADS: Final = Expression(rf"^[^，。；：\ue000-\uf8ff]{{0,4}}{T}(?:第{N}|的?名称)")
"""将《某市条例》第三条……: the sentence begins by naming what it amends."""

PROVIDES: Final = Expression(
    rf"^(?!本)[^，。；]{{0,6}}(?:第{N}+[编章节条款项目]|附件|附表|名称|标题|引言|目录)"
)
"""What speaks of a place in its first words is an instruction, also where its verb is not known."""

EFFECTS: Final = (
    ("note", NOTE),
    ("clause", Expression(r"^本(?:决定|修正案)(?:施行|实施|公布|生效)(?:前|后|以前|以后|之前|之后)")),
    (
        "heading",
        Expression(
            r"^附件(?:[0-9一二三四五六七八九十]*[：:]?|[：:].*)$|决定(?:修改|废止)的(?:行政法规|地方性法规|规章|法规)"
            r"|^(?:决定|予以)?(?:修改|废止|宣布失效)的(?:部分)?(?:行政法规|地方性法规|政府规章|省政府规章|规章|法规|法律|规范性文件)(?:目录)?[：:]?$"
        ),
    ),
    (
        "heading",
        Expression(rf"^对[0-9]+[部件项].{{2,24}}予以(?:修改|废止)|^对{N}+[部件项].{{2,24}}予以(?:修改|废止)"),
    ),
    (
        "commencement",
        Expression(r"^本(?:决定|修正案|规定).{0,60}(?:公布|批准)(?:后|之日)?.{0,30}(?:施行|实施|生效)"),
    ),
    (
        "commencement",
        Expression(
            r"^本?(?:决定|修正案|规定|办法|补充安排|解释)?[^。]{0,40}(?:自|从|由).{0,40}(?:起)?(?:施行|实施|生效|执行)"
        ),
    ),
    ("commencement", Expression(r"自.{1,30}起(?:施行|实施|生效)")),
    (
        "note",
        Expression(
            r"^（?[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日.{0,60}(?:通过|批准|施行|公布|发布)(?:，.{0,30})?）?$|^法释〔|^（[^）]*）$"
        ),
    ),
    ("republication", Expression(r"(?:重新|予以|再)(?:公布|发布|印发)")),
)
HEADING: Final = Expression(
    rf"^(?:将|对|关于|修改)?(?:\u0001)?(?:{T}(?:[（(][^）)]*[）)])?)?(?:、{T})*(?:等[^，。]{{0,16}})?(?:的)?(?:进行|作|做|作出|做出)?(?:如下|以下|下列|其他)?(?:的)?(?:修改|修正|补充修改|修改补充|修改和补充)?(?:如下)?[：:。]?$"
)
OPENING: Final = Expression(
    r"(?:作|做)(?:出)?(?:如下|以下|下列)[^。\ue000-\uefff]{0,12}[：:]?$|作出?相应修改[：:]$|决定[：:]$|决定(?:修改|对).{0,40}[：:]$"
)
ABOUT: Final = Expression(
    rf"^(?:将|对)?(?P<places>{PLACE})(?:(?:作|做|进行)(?:了)?(?:出)?(?:如下|以下|下列)|(?:(?:作|做)出?|进行|予以)(?:相应)?(?:的)?(?:修改|调整)[：:]$)"
)
"""第十条作如下修改：the instructions that follow are about that article."""

_NOUNS: Final = "条例|办法|规定|细则|规则|决定|章程|规程|意见|通知|公告|解释|批复"
BARE_TITLE: Final = Expression(
    rf"^(?:关于|修改|对)?(?P<title>(?!将|把|删|在|对|增|原|本|其|此外|附件|第|部分|下列|以下|有关|修改|规定|决定)"
    rf"[^，。；：:“”\"\ue000-\uf8ff]{{3,60}}?(?:{_NOUNS}))(?:[（(][^）)]*[）)])*(?:的?(?:修改|修正)(?:内容|部分|如下)?)?[：:]?$"
)
"""某市公园管理办法（某政发〔1993〕12号公布）: the title of an instrument, without title marks, heads what is done to it."""
BARE_OPENING: Final = Expression(
    rf"(?:对|修改|将)(?P<title>(?!部分|下列|以下|有关|本|该)[^，。；：:“”\"\ue000-\uf8ff]{{3,60}}?(?:{_NOUNS}))(?:[（(][^）)]*[）)])?(?:作|做|进行)"
)
SEVERAL: Final = Expression(
    rf"(?:修改|修正){T}(?:(?:、|和|及|以及)?{T})+|等?{N}(?:件|部|项|个)|等(?:部分)?(?:地方性法规|政府规章|规章|行政法规|法律|规范性文件)|部分(?:地方性法规|法规|政府规章|规章|行政法规|法律|规范性文件|文件)"
)
"""The decision says that it amends more than one instrument."""

CONTAINER: Final = Expression(
    r"^(?:对|将)?(?:部分|有关|个别|其他|相关)?(?:条文|条款|法规)?(?:中)?(?:的)?(?:有关|个别|部分)?(?:表述|文字|用语|内容|规定)?(?:作|做|进行)?(?:了)?(?:出)?(?:以下|如下|下列|其他|相应)(?:的)?(?:修改|调整)(?:和调整)?[：:]?$|^其他(?:修改|部分)?[：:]?$|内容如下[：:]$"
)
