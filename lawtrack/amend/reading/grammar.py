"""The grammar of amending instructions, as a table that a lawyer can read.

Each row is a form of words of real instruments: its name, its pattern, an example. A sentence is read from left to
right; at each place the first row that fits is taken. In the patterns

    {places}   a list of places: 第二条、第三条第一款和第二款; 第六十二条; 引言; 条例
    {words}    places with quoted words: 第一款中的“A”、第三款中的“B”
    {to}       places of the new numbering: 作为第三款、第四款
    {text}     quoted new text, one or several quotations
    {number}   a numeral

and everything else is a regular expression over the skeleton of the sentence (see reading.py). To teach lawtrack a new
form of words, add a row; `resolve.py` says what a row's name means.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from lawtrack.amend.reading.addresses import AMENDED, ANNEX, NAME, PLACE, N
from lawtrack.amend.reading.expressions import Expression

Q: Final = "[\ue000-\uefff]"
T: Final = "[\uf000-\uf8ff]"
BECOMES: Final = "(?:(?:修改|更改|变更|调整|改写|改|修正|替换|更名|表述|规范)(?:为|成)|修改如下)"
_CALLED: Final = "(?:罚款)?(?:数额|金额|额度|幅度|标准)|期限|时限|比例|表述|词语|用语|字样"
"""What the quoted words are, said before them: 中的罚款数额“A”."""
IN: Final = f"(?:中的|之中的|中|规定的|里的|所列的|末尾的|最后的|末尾|的|内容|由|{_CALLED})*"
AFTER_WORDS: Final = (
    rf"(?!{Q}|[，、]?(?:均|统一|分别|合并|一律|都|相应)*(?:修改|改|变更|调整)(?:为|成)|(?:之)?[前后])"
)
NTH: Final = rf"(?:(?:第(?P<nth>{N}+)|(?P<first>首)|(?P<final>最后一?))(?:个|处|次出现的|处出现的))"
"""Which of several places of the same words: 第一个“A”, 第二处“A”, 最后一个“A”."""
_NTH: Final = rf"(?:(?:第{N}+|首|最后一?)(?:个|处|次出现的|处出现的))?"
QUOTES: Final = rf"{_NTH}{Q}(?:(?:、|和|及|以及|或者)?{_NTH}{Q})*"
PIECE: Final = rf"(?:(?:{PLACE})?{IN}{QUOTES})"
PIECES: Final = rf"{PIECE}(?:(?:[，、；]|和|及|以及|与|并)(?:将|在|删去|删除)?{PIECE}{{after}})*"
COLON: Final = r"[：:]?\s*"
KINDS: Final = "条|款|项|目|句|自然段"
NOUN: Final = (
    "(?:等?的?(?:这|该|此)?(?:一词|一语|一?句话|一?段话|一?句|一?段|词语|字样"
    "|[一二两三四五六七八九十]*字|(?:的)?(?:内容|规定|表述|部分)))?"
)
"""What an instruction calls the words that it has quoted."""


ADD: Final = "(?:增加|增设|新增|增写|增列|添加|新设|设立)"
NAMED: Final = r"(?:章|节|编)?(?:的)?(?:名称?|标题|题目)(?:(?:为|是|定为)[：:]?|[：:])"
HOLDS: Final = (
    rf"，?(?:该章|该节|本章|本节|其|下|(?P<of>第{N}+[编章节]))?(?:(?:共|下设|设|包括|含){N}条，)?(?:(?<=条，)即|内容(?:为|是)|包括|包含|由|含|涵盖|下辖|辖|设有|下设|设)(?=新|本次|第|原第|现行第)(?:新增的?|新增加的|本次增加的)?"
    rf"(?P<holds>{PLACE})(?:组成|构成)?(?:，?共{N}条)?(?=[，。；：:\n]|$)"
)
"""What an instruction calls the articles of a new chapter: 包括第七条至第九条."""


_UNDIVIDED: Final = (
    "(?:分节|(?:各|所有|全部)*节(?:的)?(?:节?名称?|标题|设置|划分)|(?:各|所有|全部)*节(?=[，。；]|予以|取消))"
)
STAY: Final = (
    "(?:，?(?:但|并|其)?(?:原|各|有关|[该本][章节]|章内|其|所属|所含|全部|所有|上述|两节|的)*(?:条文|条款|内容|条)(?:的)?(?:序号|顺序)?"
    "(?:均|全部)?(?:予以)?(?:保留|不变|不作(?:变动|改动|修改|调整)|保持不变|维持不变))"
)
"""What is under a heading that goes is kept: 条文不变."""


_WITH_WORDS: Final = rf"{PLACE}{IN}{Q}(?:[、和及]{Q})*{NOUN}"
_ELEMENT: Final = rf"(?:{_WITH_WORDS}|{PLACE})"
_AND: Final = "(?:、|，|和|及|以及|与)"
MIXED: Final = rf"(?:{_ELEMENT}{_AND})*?{_WITH_WORDS}{_AND}(?:{_ELEMENT}{_AND})*?{PLACE}"
"""Words and whole units in one list, which ends in a unit."""
MIXED_PARTS: Final = rf"(?P<places>{PLACE}){IN}(?P<words>{Q}(?:[、和及]{Q})*)|(?P<more>{Q})|(?P<unit>{PLACE})"


class Form(NamedTuple):
    """One row of the table."""

    name: str
    pattern: str
    example: str


FORMS: Final[tuple[Form, ...]] = (
    Form(
        "retitle",
        rf"(?:将|把|对)?(?:(?:{NAME}(?:的)?)?(?:法规|法律|规章|条例|规定|办法|解释)?(?:名称|标题|题目)(?:由)?{T}?{BECOMES}|{NAME}更名为)"
        rf"{COLON}(?P<title>{T})",
        "将名称修改为《某市河道管理条例》",
    ),
    Form(
        "insert-heading",
        rf"(?:在|将)?(?:{{places}})?(?P<side>中|之?后|之?前|之间|里|下|内)?，?(?:再)?{ADD}(?P<name>{Q})?(?:的|为)?{{number}}(?P<kind>章|节|编)"
        rf"(?P<name2>{Q})?(?:，{NAMED}(?P<name5>{Q}))?，?(?:(?:分别)?(?:作为|列为|编为|成为|为|即){{to}})?(?P<name3>{Q})?(?:[，；。](?:其)?{NAMED}(?P<name4>{Q}))?"
        rf"(?:{HOLDS})?(?:，?共{N}条)?(?:[，。]?(?:内容(?:为|如下|是)|即|规定))?(?:[：:]\s*{{text}}|，{{text}}(?=[。；\n]|$))?",
        "增加一章，作为第三章，章名为“监督”，包括第七条至第八条",
    ),
    Form(
        "heading-named",
        rf"(?:其|该|本)?{NAMED}(?P<name>{Q})",
        "增加一章，作为第三章；章名为“监督”",
    ),
    Form(
        "heading-holds",
        rf"(?:{HOLDS})",
        "增加一章，作为第三章“监督”；该章包括第七条至第八条",
    ),
    Form(
        "split",
        rf"(?:将|把|对)?(?:{{places}})?(?:内容)?(?:修改为|改为|分为|分成|拆分为|拆为|分列为){{number}}(?P<kind>条|款|项)"
        rf"(?:，?(?:分别)?作为{{to}})?(?:，?(?:分别|并)?(?:(?:修改|改)为|(?:其)?内容(?:分别)?为){COLON}{{text}}|[：:]\s*{{text}})?",
        "将第三条改为两条，作为第三条、第四条，修改为：“……”",
    ),
    Form(
        "join",
        rf"(?:将|把)?{{places}}(?:内容|的内容)?(?:进行)?(?:修改)?合并(?:(?:修改|改)?为{COLON}{{text}}|(?:修改)?(?:为(?:{N}?)(?:条|款|项|章|节|编)(?![之、]))?"
        rf"(?:[，后]*(?:修改)?(?:后)?(?:分别|依次)?(?:作为|改为|为|成为){{to}})?(?:[，]?(?:并)?(?:(?:将?其?内容)?(?:修改|改)为|其?内容(?:为|如下|是)){COLON}{{text}}|[：:]\s*{{text}})?)",
        "将第二十三条、第四十五条合并，作为第二十四条，修改为：“……”",
    ),
    Form(
        "swap",
        r"(?:将|把|对)?{places}(?:的)?(?:顺序|次序|位置|序号|条序)?(?:相互|互相|进行)*(?:对调|互换|调换|交换)(?:顺序|次序|位置|序号)?(?=[，。；\n]|$)",
        "将第六条与第七条的顺序对调",
    ),
    Form(
        "single",
        rf"(?:将|把)?{{places}}(?:内容)?(?:单独作为|单独成为|单独列为|单独成|单独列|单独|单作|单列|单设|另作|另列|独立成|独立|列)(?:为)?{{number}}(?P<kind>条|款|项)"
        rf"，?(?:作为|列为|编为|为){{to}}(?:，?(?:内容)?(?:修改|改)?为{COLON}{{text}}|[：:]\s*{{text}})?",
        "将第二条第三款单作一条，作为第三条，修改为：“……”",
    ),
    Form(
        "move-to-heading",
        rf"(?:将|把)?{{places}}(?:移至|移到|移入|调整到|调整至|归入){{heading}}(?:中)?，?(?:作为|改为){{to}}(?:，?(?:并)?(?:修改|改)为{COLON}{{text}}|[：:]\s*{{text}})?",
        "将第十条移至第二章，作为第十五条",
    ),
    Form(
        "move-beside",
        rf"(?:(?:将|把)?{{places}}|并?(?:将其|将该条)?)(?:移至|移到|移动到|调整到|调整至|挪至|挪到|放在|置于|列于)(?P<into>{PLACE})之?(?P<side>前|后)(?:面)?(?=[，。；\n]|$)(?!，?(?:作为|改为))",
        "将第七条移至第三条之后",
    ),
    Form(
        "house",
        rf"(?:将|把)?(?=[^，。；]*条[^，。；条]*入?)(?!第{N}+[编章节](?:[、和]|移|归|并|调))"
        rf"{{places}}(?:移至|移到|移入|调整到|调整至|归入|并入|列入|划入|纳入)(?P<house>(?:原|{AMENDED})?第{N}+[编章节](?:第{N}+节)?|[该本][章节])(?:中|内|末尾)?(?=[，。；\n]|$)(?!，?(?:作为|改为))",
        "将第七条移入第三章",
    ),
    Form(
        "move-into",
        rf"(?:(?:将|把)?{{places}}|(?:并|同时)?(?:将其|将该[条款项])?)(?:移至|移到|移入|并入|归入|调整到|调整至)(?P<into>{PLACE})(?:中|之?(?P<side>后|前))?，?(?:作为|改为){{to}}(?:，?(?:并)?(?:修改|改)为{COLON}{{text}}|[：:]\s*{{text}})?",
        "将第五条第二款移至第八条，作为第八条第三款",
    ),
    Form(
        "renumber",
        rf"(?:将|把|对)?{{places}}(?:进行)?(?P<changed>修改(?:后)?)?，?(?:相应|依次|分别|顺序|顺延|相应地)*"
        rf"(?:{BECOMES}|作为|移至|移作|移到|移为|列为|并入|归入|合并到|合并至|改作|顺延为|顺移为|递延为){{to}}(?!之?[前后]|(?:相应|依次)?(?:改为|作为|调整为|移作|移至|移到|移为|列为)|{BECOMES}(?:原|第))(?:，?(?:并)?(?:将其)?(?:相应)?(?:内容)?(?:修改|改)为{COLON}{{text}}|[：:]\s*{{text}})?",
        "将第四条改为第五条，修改为：“……”",
    ),
    Form(
        "insert",
        rf"(?:在|将|把|对)?(?:{{places}})?(?P<locator>{Q})?(?P<side>中|之?后|之?前|之间|里|末尾?|最后)?，?(?:再)?(?:增加|增设|新增|增写|增列|添加)(?:规定)?"
        rf"{{number}}(?P<kind>{KINDS})，?(?:(?:分别|依次)?(?:作为|列为|编为|为|即){{to}}(?:，?共{N}条)?)?(?:的?规定)?"
        rf"(?:[，。]?(?:内容(?:为|如下|是)|即|规定))?{COLON}{{text}}?",
        "第五条增加一款，作为第三款：“……”",
    ),
    Form(
        "insert-annex",
        rf"(?:增加|增设|新增|增列|添加)(?:一个|一份)?(?P<annex>{ANNEX}|附[件表录])(?:，?(?:内容)?(?:为|如下))?{COLON}{{text}}",
        "增加附件3：“……”",
    ),
    Form(
        "insert-numbered",
        rf"(?:在|将|把|对)?(?:{{places}})?(?:中|之?后)?，?(?:增加|增设|新增|增列|添加)(?=第){{to}}(?:，?(?:内容)?(?:为|如下))?{COLON}{{text}}",
        "第二十条增加第三款：“……”",
    ),
    Form(
        "insert-numbered",
        rf"(?:在|将|把|对)?(?:{{places}})?(?:中|之?后)?，?(?:增加|增设|新增|增列|添加)(?:规定)?{COLON}{{text}}，?作为{{to}}(?!{Q})",
        "第二十条增加“……”，作为第三款",
    ),
    Form(
        "replace-each",
        rf"(?:将|把)?{{words}}{NOUN}，?(?:分别|依次|对应)(?:相应)?(?:地)?{BECOMES}{COLON}(?P<text>{Q}(?:[、，和及]?{Q})+)",
        "将第五条中的“A”和“B”分别修改为“C”和“D”",
    ),
    Form(
        "replace-each",
        rf"(?:分别|依次)(?:将|把)?{{words}}{NOUN}，?(?:分别|依次|对应)?{BECOMES}{COLON}(?P<text>{Q}(?:[、，和及]?{Q})+)",
        "……，并分别将其中的“A”“B”修改为“C”“D”",
    ),
    Form(
        "insert-words",
        rf"(?:在|将)?{{words}}{NOUN}(?:的)?(?:之?(?P<side>后|前)(?:面)?)，?(?:均|分别|都|各)?(?:增加|增写|加入|添加|加上|补充|插入|加)"
        rf"(?:规定|一句|内容)?，?(?:内容为|一句，内容为)?{COLON}(?P<text>{Q})(?!{BECOMES}){NOUN}",
        "在第十四条第二款、第二十六条第二款中的“A”后增加“B”",
    ),
    Form(
        "replace-old",
        rf"(?:将|把)?{{places}}(?P<colon>[：:])?(?P<old>{Q}+)，?{BECOMES}{COLON}{{text}}",
        "第五条：“……”修改为：“……”",
    ),
    Form(
        "replace-words",
        rf"(?:将|把|在)?{{words}}{NOUN}，?(?:分别)?(?:合并)?(?P<all>(?:均|统一|一律|都|全部|相应|分别|一并)*){BECOMES}{COLON}(?P<text>{Q}){NOUN}",
        "将第二条中的“A”修改为“B”",
    ),
    Form(
        "dissolve",
        rf"(?:将)?(?:(?P<of>第{N}+[编章]|各章)?(?:中|之?下)?(?:的)?(?:不再(?:下?设|分|划分|设置|分设)(?:各)?节|取消{_UNDIVIDED})"
        rf"|(?:取消|删去|删除|撤销)(?P<of2>第{N}+[编章]|各章)?(?:中|之?下|所?下设|所设)?(?:的)?{_UNDIVIDED}"
        rf"|(?P<of3>第{N}+[编章]|各章)(?:中|之?下|所?下设|所设)?(?:的)?{_UNDIVIDED}(?:予以|全部|均|一并)*(?:取消|删去|删除|撤销)){STAY}?(?=[，。；\n]|$)",
        "取消第二章的分节",
    ),
    Form(
        "dissolve",
        rf"(?:将)?(?:(?:取消|删去|删除|撤销)(?P<named>(?:第{N}+章)?第{N}+节(?:(?:、|和|至|及)第{N}+节)*)(?:的?(?:设置|划分|标题|节名))?"
        rf"|(?P<named2>(?:第{N}+章)?第{N}+节(?:(?:、|和|至|及)第{N}+节)*)(?:的?(?:设置|划分|标题|节名))?(?:予以)?(?:取消|删去|删除|撤销)){STAY}",
        "取消第二章第一节、第二节，条文不变",
    ),
    Form(
        "delete",
        r"(?:将)?(?:删去|删除|废止){places}(?:的(?:规定|内容))?(?=[，。；\n]|并|$)",
        "删去第四十六条、第五十条第二款",
    ),
    Form("delete", r"(?:将)?{places}(?:予以|相应|同时|一并)*(?:删去|删除)(?=[，。；\n]|$)", "将第九条删除"),
    Form(
        "delete-below",
        rf"(?:将|在)?(?P<above>{PLACE})(?:中)?，?(?:删去|删除){{places}}(?=[，。；\n]|并|$)",
        "第四条第一款删去第三项",
    ),
    Form(
        "delete-mixed",
        rf"(?:将)?(?:删去|删除)(?P<mixed>{MIXED})(?=[，。；\n]|并|$)",
        "删去第二条中的“A”、第四条",
    ),
    Form(
        "delete-mixed",
        rf"(?:将)?(?P<mixed>{MIXED})(?:均|一并|全部|同时|相应)*(?:予以)?(?:删去|删除)(?=[，。；\n]|$)",
        "将第二条中的“A”、第四条删去",
    ),
    Form(
        "delete-words",
        rf"(?:将)?(?:删去|删除){{deleted}}{NOUN}",
        "删去第二条中的“A”和第三条中的“B”",
    ),
    Form(
        "delete-words",
        rf"(?:将)?{{deleted}}{NOUN}(?:予以|一并|同时)?(?P<all>均|全部|统一|一律|都)?(?:予以)?(?:删去|删除)(?=[，。；]|$)",
        "将第二条中的“A”删去",
    ),
    Form(
        "delete-quoted",
        rf"(?:将)?{{places}}(?:中)?，?(?:删去|删除)(?P<text>{Q}(?:[、和]?{Q})*){NOUN}",
        "第十二条第一款删去“A”字样",
    ),
    Form(
        "append",
        rf"(?:在)?{{places}}(?:的)?(?P<side>之?后|之?前|中)?(?:处|部分|部份)?，?(?:增加|增写|补充)(?:规定|内容|一句|但书)?(?:，?内容为)?{COLON}(?P<text>{Q})",
        "在第四十三条第一款款尾增加“……”",
    ),
    Form(
        "replace",
        rf"(?:将|把|对)?{{places}}(?:的)?(?:内容|规定|表述|文字|(?:进行|作出?|予以)?修改)?，?(?P<restates>相应地?)?(?:均|分别)?{BECOMES}{COLON}{{text}}",
        "将第十四条第一款修改为：“……”",
    ),
    Form("replace", rf"修改{{places}}(?:为|如下|内容为)?{COLON}{{text}}", "修改第五条为：“……”"),
    Form("replace", rf"(?:并|将其)?(?P<restates>相应地?)?(?:修改|改)为{COLON}{{text}}", "……，修改为：“……”"),
    Form(
        "numbering",
        rf"(?:原?第{N}+条(?:起|及)?(?:其)?)?(?:以下|以后|之后|其后|其他|其余|后续|此后)(?:的)?(?:各)?(?:(?:条文|条款|章节|[编章节条款项目])(?:、|和|及)?各?)+(?:的)?(?:序号|顺序)?(?:依次|相应|顺次)*(?:顺延|类推|后移|前移|递补|上移|下移|递减|递增)",
        "其后条文序号依次顺延",
    ),
    Form(
        "renumber-here",
        r"(?:并)?(?:(?:条文|条款)?(?:序号|顺序)|分别|依次|相应地?)*(?:作为|改为|改作|调整为){to}(?=[，。；\n]|$)",
        "……，并作为第十条",
    ),
    Form(
        "numbering",
        rf"(?:将)?原?{PLACE}(?:的)?(?:序号|顺序)?(?:(?:及|和|以及|、)原?{PLACE}(?:的)?(?:序号|顺序)?)*(?:依次|相应|顺次|分别)*(?:顺延|后移|前移|递补|类推)(?=[，。；\n]|$)",
        "原第三条至第五条依次顺延",
    ),
    Form(
        "heading-of",
        rf"(?:并)?(?:列入|归入|纳入|放在|置于|放入)(?P<house>第{N}+[编章节](?:第{N}+节)?)(?:中|内)?(?=[，。；\n]|$)",
        "增加一条，作为第六条：“……”，列入第一章",
    ),
    Form("kept", r"(?:其他|其余|未列明的)(?:各)?条文?的?(?:序号|顺序)不(?:变|作调整)", "其他条文序号不变"),
    Form(
        "numbering",
        r"(?:将|对)?(?:本决定|[\uf000-\uf8ff])?(?:的)?(?:相关|有关|其他|其余)?(?:行政法规|法规|法律|条例|规章|规定|解释|办法)?(?:中)?(?:的)?(?:章节、?|章、节、?|章和)?(?:条款|条文|各条|条|款|项)(?:的)?(?:顺序|序号)?和?(?P<wording>(?:个别|部分|有关)?文字)?"
        r"(?:分别|依次)?(?:作|进行|也作|顺序作|予以)(?:了)?(?:相应)?(?:的)?(?:调整|修改)(?:和修改|和调整)?",
        "此外，对条文顺序作相应调整",
    ),
    Form(
        "numbering",
        r"(?:将|对)?[^，。；\ue000-\uefff]{0,24}(?:顺序|序号)[^，。；\ue000-\uefff]{0,12}(?P<wording>(?:个别|部分|有关)(?:条款)?(?:的)?文字)?"
        r"[^，。；\ue000-\uefff]{0,12}(?:调整|修改)[^，。；\ue000-\uefff]{0,16}(?=[，。；\n]|$)",
        "对相关法规的章节、条款顺序和部分文字作相应调整",
    ),
    Form(
        "about",
        rf"(?:将|在|对)?{{places}}(?:中，|中?：|(?:(?:作|做)(?:出)?|进行)(?:如下|以下|相应)?(?:的)?(?:修改|调整)[：，])(?=(?:将|把|在|删去|删除)?(?:其)?(?:{PLACE}|{Q}|增加))",
        "第六条中，第一款的“……”修改为“……”",
    ),
    Form(
        "wording",
        r"(?:对)?[^，。；\ue000-\uefff]{0,24}(?:个别|部分|有关|相关)(?:条款|条文)?(?:中)?(?:的)?(?:文字|用语|表述|标点(?:符号)?)"
        r"[^，。；\ue000-\uefff]{0,8}(?:调整|修改)[^，。；\ue000-\uefff]{0,16}(?=[，。；\n]|$)",
        "并对个别文字作修改",
    ),
)

_NO_WORDS: Final = rf"(?![，、]?(?:均|统一|分别|一律|都|相应|一并)*{BECOMES}|(?:之)?[前后](?:增|加))"
"""What is quoted next is not new text where a verb of words follows: “A”改为“B”，“C”改为“D”."""
_MACROS: Final = {
    "{places}": f"(?P<places>{PLACE})",
    "{to}": f"(?P<to>{PLACE})",
    "{text}": f"(?P<text>{Q}(?:(?:[、，；和及]|以及)?{Q}{_NO_WORDS})*)",
    "{heading}": f"(?P<heading>第{N}+[编章节](?:第{N}+节)?)",
    "{number}": f"(?P<number>{N}+)",
    "{words}": f"(?P<words>{PIECES.replace('{after}', '')})",
    "{deleted}": f"(?P<deleted>{PIECES.replace('{after}', AFTER_WORDS)})",
}


TRIGGERS: Final[dict[str, tuple[str, ...]]] = {
    "insert-heading": ("增", "添", "新设", "设立"),
    "heading-named": ("名", "标题", "题目"),
    "heading-holds": ("包", "由", "含", "涵盖", "辖", "设"),
    "delete-mixed": ("删",),
    "split": ("改为", "分为", "分成", "拆"),
    "join": ("合并",),
    "swap": ("对调", "互换", "调换", "交换"),
    "single": ("单", "独立", "列"),
    "renumber-here": ("作为", "改", "调整为"),
    "renumber": ("为", "改作", "成", "移", "入"),
    "insert": ("增", "添"),
    "insert-annex": ("附",),
    "insert-numbered": ("增", "添"),
    "move-beside": ("移", "调整", "挪", "放", "置", "列"),
    "house": ("移", "并入", "归入", "调整", "列入", "划入", "纳入"),
    "move-into": ("移", "并入", "归入", "调整"),
    "move-to-heading": ("移", "归入", "调整"),
    "replace-each": ("分别", "依次", "对应"),
    "insert-words": ("增", "加", "添", "补充", "插入"),
    "replace-old": ("为", "成", "如下"),
    "replace-words": ("为", "成", "如下"),
    "dissolve": ("节",),
    "delete": ("删", "废止"),
    "delete-below": ("删",),
    "delete-words": ("删",),
    "retitle": ("名称", "标题", "题目", "更名"),
    "delete-quoted": ("删",),
    "append": ("增", "补充"),
    "replace": ("修改", "为", "成", "如下"),
    "about": ("，", "："),
    "heading-of": ("入", "放", "置"),
    "kept": ("不变", "不作调整"),
    "numbering": ("顺序", "序号", "顺延", "类推", "后移", "前移", "递补", "上移", "下移", "递减", "递增"),
    "wording": ("文字", "用语", "表述", "标点"),
}


def _source(form: Form) -> str:
    """The row as a regular expression; where a macro occurs again its group is text2, text3."""
    pattern = form.pattern
    for macro, regex in _MACROS.items():
        name, pieces = macro.strip("{}"), pattern.split(macro)
        pattern = pieces[0]
        for index, piece in enumerate(pieces[1:]):
            pattern += (regex.replace(f"?P<{name}>", f"?P<{name}{index + 1}>") if index else regex) + piece
    return pattern


@cache
def _table() -> tuple[tuple[str, Expression, tuple[str, ...]], ...]:
    return tuple((form.name, Expression(_source(form)), TRIGGERS[form.name]) for form in FORMS)


def forms_for(skeleton: str) -> list[tuple[str, Expression]]:
    """The rows that may fit somewhere in a sentence, each with its expression: those one of whose words it has."""
    return [(name, row) for name, row, words in _table() if any(word in skeleton for word in words)]
