"""What sentences look like as a whole: headings, openings, closings, exceptions, and what only says where one is.

All are expressions over the skeleton of a sentence (see sentences.py), compiled on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.amend.reading.addresses import ANNEX, PLACE, N
from lawtrack.amend.reading.expressions import Expression
from lawtrack.amend.reading.grammar import ADD, BECOMES, COLON, IN, KINDS, NTH, QUOTES, Q, T
from lawtrack.amend.reading.lines import NOTE

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

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

_LISTED: Final = rf"第{N}+条(?:之{N}+)?(?:第{N}+[款项])*(?:[、和至](?:第{N}+[条款项](?:之{N}+)?)+)*"
_TO: Final = "(?:修改为|改为|作为|调整为|移作|移至|移到|移为|列为)"
SPELLINGS: Final[tuple[tuple[Expression, str | Callable[[re.Match[str]], str]], ...]] = (
    (Expression("删掉"), "删除"),
    (Expression(r"撤销(?=第)"), "删除"),
    (
        Expression(
            rf"(?<=[改分成]为)([两二三四]款)，(?:其中，?)?第一款为：?({Q})[，；。]?第二款为：?({Q})(?:[，；。]?第三款为：?({Q}))?(?:[，；。]?第四款为：?({Q}))?"
        ),
        lambda m: f"{m[1]}：" + "".join(filter(None, m.groups()[1:])),
    ),
    (Expression(rf"(?<=，)([章节编]名)(?={Q}(?:[，。；\n]|$))"), r"\1为"),
    (Expression(r"归并[入到至]"), "并入"),
    (Expression(rf"({_TO}(?:第{N}+[条款项目])+)、(?=原?(?:第{N}+[条款项目])+{_TO}第)"), r"\1，"),
    (Expression(rf"(第{N}+[条款])中的?(?=原?第{N}+[款项目](?:、|和|至|改为|作为|修改为|移))"), r"\1"),
    (
        Expression(
            r"(?:将)?(?:上述|前述|以上|这些)(?:各)?(?:条款|条文|条)(?=(?:依次|分别|相应)*(?:改为|作为|调整为))"
        ),
        "",
    ),
    (Expression(rf"(第{N}+[编章节])(?:名为|为|即)(?={Q})"), r"\1"),
    (Expression(rf"(条作为(?:第{N}+章)?第{N}+([章节]))，\2名(?:称)?为({Q})(?=；|。|，(?:将)?第)"), r"\1\3"),
    (Expression(rf"({ADD}(?:第{N}+[章节])?{Q})一[章节](?=，(?:将)?第{N}+条)"), r"\1"),
    (Expression(rf"({ADD}(?:第{N}+[章节])){Q}(?={N}[章节])"), r"\1"),
    (
        Expression(rf"{ADD}(?:{Q}[、和及]?)+({N}[章节])(?=[，：](?:分别|依次)?(?:为|即)?第{N}+[章节]{Q})"),
        r"增加\1",
    ),
    (Expression(rf"(第{N}+条(?:之{N}+)?)的?内容(?=作为|改为|单独)"), r"\1"),
    (Expression(r"(?:统称|统一称|简称|改称|表述|规范|统一表述)为(?=[\ue000-\uefff])"), "修改为"),
    (
        Expression(
            rf"(?:改作|改称为?|改述为|(?<!替)换作|(?<!替)换成|(?<![替更])换为|更换为|更换成|更正为|订正为|变为|变成)(?=：?{Q}|第|{T})"
        ),
        "修改为",
    ),
    (
        Expression(
            rf"(第{N}+[编章节]){Q}(?:的|全部|所有|各)*(?:内容|条文|条款|条)?(?=(?:[、和与]第{N}+[编章节](?:{Q})?)*(?:[并归]入|合并))"
        ),
        r"\1",
    ),
    (Expression(rf"([并归]入第{N}+[编章节]){Q}(?=[，。；\n]|$)"), r"\1"),
    (
        Expression(
            rf"((?:删[去除]|取消|撤销))(第{N}+[编章节])(?:[章节]名|(?:的)?名称)，(?:并)?(?:将)?(?:该[章节]|其)(?:所属|所有|全部|各|的)*(?:条文|条款|条|内容)?(?=[并归]入)"
        ),
        r"将\2",
    ),
    (
        Expression(
            r"(?:该条|该款|其)?(?:其下|以下|其后|下属|所属|所列|之下|下列)的?(?=(?:各|所有|全部)[项目](?!目))"
        ),
        "",
    ),
    (Expression(r"移出，(?:并)?(?=(?:单独|单列)?(?:作为|改为))"), ""),
    (
        Expression(rf"(合并(?:为一[章节])?，?(?:后)?(?:作为|成为|为|改为)第{N}+([章节]))(?={Q})"),
        r"\1，\2名为",
    ),
    (Expression(r"原(?:条文|规定|内容)(?=(?:改为|作为|调整为)第二款)"), "原第一款"),
    (
        Expression(rf"(删[去除](?:第{N}+[条款项])+)，(?:将)?其内容并入((?:第{N}+[条款项])+)，(?=\2修改为)"),
        r"\1，",
    ),
    (Expression(r"(?:单独|单列|另行?|独立)作为(?=第)"), "作为"),
    (Expression(r"(?<=条)(?:条序|次序)(?!号)"), "序号"),
    (
        Expression(
            rf"删[去除]((?:{PLACE})?{IN}{Q})，(?:并)?(?:修改为|改为|替换为|更换为|代之以)(?={Q})",
            needs=("删",),
        ),
        r"将\1修改为",
    ),
    (
        Expression(
            rf"((?:{PLACE})?{IN}{Q})(?:予以)?删[去除]，(?:并)?(?:修改为|改为|替换为|更换为|代之以)(?={Q})",
            needs=("删",),
        ),
        r"\1修改为",
    ),
    (Expression(rf"(第{N}+(?:条(?:之{N}+)?|[款项目]))(?:(?:中|里)，?)?(?:在|将)(?={Q})"), r"\1中的"),
    (Expression(rf"(?<={Q[:-1]}])改(?={Q})"), "修改为"),
    (Expression(rf"，?(?:共|包括|包含|含|下设|设)(?:新增的?)?{N}+条(?=：\s*{Q})"), ""),
    (Expression(rf"(第{N}+[条款项])的?(?:全部)?内容(?=移[至到入]|调整[至到]|[并归]入|合并)"), r"\1"),
    (
        Expression(rf"^((?:将|在|把|删[去除])?(?:{_LISTED}，)+{_LISTED})(?={IN}{Q})"),
        lambda m: m[1].replace("，", "、"),
    ),
    (
        Expression(rf"(第{N}+条(?:之{N}+)?)的?([两二三四])款(?=合并)"),
        lambda m: m[1] + "第一款至第" + m[2].replace("两", "二") + "款",
    ),
    (Expression(r"(?<![之以])后面(?=的?(?:各)?(?:条文|条款|条|款|项|章节))"), "其后"),
    (Expression(rf"取消(?=第|{Q})"), "删去"),
    (Expression(rf"(?:增加|增设|新增|增列|添加)(第{N}+([编章节]))(?![第{N[1:-1]}])"), r"增加一\2，作为\1"),
    (Expression(r"去掉"), "删去"),
    (Expression(r"不再保留"), "删去"),
    (Expression(rf"(第{N}+[编章节])不再单[列设]，(?=并入|归入)"), r"\1"),
    (
        Expression(
            rf"(?:取消|撤销|删[去除])((?:第{N}+章)?第{N}+[编章节])，(?:将)?其(?:各条|(?:全部)?条文|内容)?(?=[并归]入)"
        ),
        r"将\1",
    ),
    (Expression(rf"(第{N}+[编章节])(?:的)?(?:各条|(?:全部|所有)?条文)(?=[并归]入|合并[到至入])"), r"\1"),
    (Expression(r"合并[到至入](?=第)"), "并入"),
    (Expression(rf"原(?:文)?为：?({Q})(?:现)?"), r"：\1"),
    (Expression(r"(删[去除])其(?=各|所有|第)"), r"\1"),
    (Expression(rf"(第{N}+款)为(?=第{N}+条)"), r"\1作为"),
    (Expression(rf"修改后的(第{N}+条)（原(第{N}+条)）(?=中)"), r"\2改为\1，其"),
    (Expression(rf"(第{N}+条)（(?:修改|调整|修正)后的?(?:为|是|即)?(第{N}+条)）(?=中)"), r"\1改为\2，其"),
    (
        Expression(
            rf"，原?第{N}+[条款项](?:及其?|起)?(?:以后|以下|之后|其后)(?:的)?(?:各)?(?:[条款项]文?)(?:的)?(?:序号|顺序)?(?:依次|相应|顺次)*(?:顺延|后移)(?=：?{Q})"
        ),
        "",
    ),
    (
        Expression(
            r"^([^\ue000-\uefff]*)(?:上述|前述|以上)(?:各)?(?:条款|条文|条)(?:中)?的?(?=[\ue000-\uefff])"
        ),
        r"\1其中的",
    ),
    (Expression(rf"凡(?:是)?(?:涉及|出现|有)({Q})的"), r"中的\1"),
    (Expression(rf"(第{N}+[编章节])(?:的)?(?:各条款?|所有条[款文]|全部条[款文])(?=中)"), r"\1"),
    (Expression(rf"(?:该|本)[章节](?:的)?(?=第{N}+条)"), ""),
    (Expression(r"(?:单独|独立|单列)(?:成|为)([条款项])(?=，)"), r"单独成为一\1"),
    (Expression(rf"(第{N}+([编章节]))({Q}){BECOMES}\1(?={Q})"), r"\1\2名\3修改为"),
    (Expression(rf"(第{N}+([编章节]))({Q}){BECOMES}(第{N}+\2)(?={Q})"), r"\1改为\4，\2名修改为"),
    (Expression(rf"(第{N}+([编章节]))(?={Q}{BECOMES})"), r"\1\2名"),
    (
        Expression(rf"(第{N}+(?:条(?:之{N}+)?|[款项目]))中的?(?=第{N}+句|最后一句|[末首]句|但书)"),
        r"\1",
    ),
    (
        Expression(
            r"(?:法规|条例|规定|办法)?(?:名称|标题|题目)(?:、|和|及|以及|与)(?:全部|所有)?(?:正文|条文|各条|全文)"
        ),
        "名称和正文",
    ),
    (
        Expression(
            rf"(增加{N}+[条款项目](?:，?(?:分别)?作为[^。；：\ue000-\uefff，]*)?)，((?:第{N}+[条款项](?=改为|至)|原|其后|其他|其余|以下|以后|此后|之后|后续)"
            rf"(?![^。；：]*(?:修改为|规定))[^。；：\ue000-\uefff]*)：\s*({Q}+)"
        ),
        r"\1：\3，\2",
    ),
    (Expression(rf"(?:增补|补充|加写|添写)(?={N}+(?:{KINDS}))"), "增加"),
)
"""Rarer verbs, each with the usual one that it stands for."""

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
    rf"|(?P<told>[章节编]名(?:称)?(?:为：?|：))(?P<bare>(?!第|原)[\u4e00-\u9fff、]{{2,20}})(?=[，。；\n]|$)",
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
    r"(?:作|做)(?:出)?(?:如下|以下|下列)[^。]{0,12}[：:]?$|作出?相应修改[：:]$|决定[：:]$|决定(?:修改|对).{0,40}[：:]$"
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
