"""Ordinary words that look like references: 第八条地铁线, 第九款车型, 资本项下, 网上编造.

What a number does in its sentence decides, not what it counts: a reference is governed by a word of citing (依照, 违反,
the name of an instrument), or what follows takes it up (规定, 的, 所列, a mark, a verb of amending). A number that
neither is true of stands before the noun that it counts (第三条轨道交通线). 前款 and 前项 may stand before any noun in
both readings (前款措施, 前款车型); there the noun has to tell.
"""

from __future__ import annotations

from typing import Final

from lawtrack.law.numerals import NUMERAL_CLASS
from lawtrack.patterns import compile_on_use

_LOOK_BACK: Final = 6
_ONE: Final = rf"第[ \t　]*[{NUMERAL_CLASS}]+[ \t　]*(?:分?编|[章节条款项目])"
_LONE: Final = compile_on_use(
    rf"{_ONE}(?:[ \t　]*(?:、|和|或者?|与|以?及|至)[ \t　]*{_ONE})*"
    r"|(?P<relative>[前上本该][一二两三四五六七八九十]{0,2})[ \t　]*(?:分?编|[章节条款项目])"
)
"""One number alone, or several side by side, which can count things; 第三条第二款 cannot."""
_TAKEN_UP: Final = compile_on_use(
    r"[ \t　]*(?:$|[\s，。；：、？！,;:.)）》〉】”\"'’‘“（(《〈「〔\[－—-]"
    r"|的|之(?!后|前|间)|第|[规另已]定|所[列称述指规谓确]|各[条款项该]|另有|已有|没有|前述"
    r"|[和与或及至到](?![谐平])|以[及外内上下前后]|中(?![学小心药医])|内|外(?![环围])|末尾?|[首最]|等(?![候待])|后(?!勤)"
    r"|前(?:[半段两三]|一[句款])|修[改正]|改[为成]|作为|增[加写设]?|删|移[至作到]|合并|并入|拆分|调整为|恢复|相应"
    r"|不(?!锈)|是|为|应|由(?!于)|自[^行动来贸驾然习]|按|均|也|都|仅|须|即|除外|但书|对(?![外口])|经(?![济营])|在|将|可(?![再降])"
    r"|因|关于|有关|涉及|提及|列[举明]|要求|约定|禁止|允许|限制|授权|委托|适用|执行|办理|处[理罚以分]|给予|实施|认定|确定"
    r"|审[理批查]|申[请报]|制定|[作做]出|批准|许可|报请|转让|提出|违反|进行|情形|行为|事项|条件|材料|人员|措施|犯?罪|范围|标准"
    r"|程序|方式|原因|理由|内容|活动(?=之一|的[，；、])|义务|职责|职权|权利|禁令|罚[款则]|责任|时|者|章名|条[首文]|款[首末]|原文|草案|全文)"
)
"""What takes a reference up, so that the number points rather than counts."""
_GOVERNED: Final = compile_on_use(
    r"(?:违反|依照|按照|根据|依据|依|符合|适用|参照|遵守|执行|援引|犯|条例|办法|规定|规则|细则|解释|法典?|章程|》"
    r"|现行|原)[的中之]?[ \t　]*$"
)
"""What governs a reference: a word of citing, or whose provision it is."""
_ALSO_OF_THINGS: Final = frozenset({"执行", "符合", "适用", "遵守", "现行", "原"})
"""What is said of a provision and of any other thing: 执行第三条线路时刻表."""
_NOUNS: Final = frozenset("章节条")
"""After 本 these stand before any noun, verb or clause (本章禁止的行为); 本款 and 本项 do not."""
_KINDS: Final = (
    "(?:重点|重大|新型?|国产|国家级?|省级|核心|关键|智能|热门|城市|高速|轻轨|景观|主干|滨水|跨江|环城|绿色)?"
)
_THINGS: Final = {
    unit: compile_on_use(_KINDS + words)
    for unit, words in {
        "条": r"(?:幅|形码|块|漫"
        r"|[道公铁]路|线路|[管航]线|跑道|[干通隧步绿]道|街|路(?![政基灯面])|[河江渠沟巷](?![^，。；]{0,6}条例)|河流|水系"
        r"|[一-鿿]{0,2}船"
        r"|地铁|轻轨|高铁|轨道|(?:全自动)?生产线|流水线|消息|短信|微博|建议|意见(?!的)|线索|鱼|狗|犬|船|腿|裤|裙|毛巾|横幅|标语"
        r"|新闻|留言|评论|石[板子头]?(?:路|巷|阶|桥)|[一-鿿]{0,4}(?:街道|大街))",
        "款": r"(?:车|产品|商品|游戏|手机|软件|应用(?!前)|小程序|机型|机器|设备|药|食品|玩具|衣|鞋|酒|饮料|理财|套餐"
        r"|灯具|家[电具]|样[品机]|"
        r"芯片|模型|疫苗"
        r"|APP|[Aa]pp)",
        "项": r"(?:工程|技术|发明|专利|成果|课题|冠军|纪录|试验|实验|改革|赛事|比赛|运动|服务(?!标准|费)|工作(?!由|应当|的)"
        r"|任务(?!由|应当|的)|举措|世界)",
        "章": r"[鱼回]",
        "节": r"(?:车|电池|竹|火车|列车|高铁|语文|数学|体育|音乐|英语|美术|晚自习)",
        "编": r"[队制码]",
        "目": r"$^",
    }.items()
}
"""What each measure word counts when it counts things, for 前款 and the like."""
_AFTER_UP: Final = frozenset("照据反合用除和与或及对有在从按由")
"""What can stand before 上款; 网上编造, 晚上节目 and 会上一条建议 have other characters there."""
_INSIDE: Final = {
    "本": frozenset("资成日版文样根原标剧账课基书脚读译副抄"),
    "前": frozenset("当提从此空生眼面事跟"),
}
"""What makes one word with the sign that follows it: 资本, 成本, 当前, 提前."""


_VERBS: Final = frozenset({"从事", "应当"})
"""They end in a sign that makes a word with 前 (事前, 当前), and govern 前款 (从事前款规定的活动)."""


def is_ordinary(text: str, start: int, end: int) -> bool:
    """Is text[start:end], which has the form of a reference, a piece of ordinary words?

    >>> words = "应当在第八条地铁线设站"
    >>> is_ordinary(words, 3, 6), is_ordinary("依照第八条处罚", 2, 5), is_ordinary("资本项下的收入", 1, 3)
    (True, False, True)
    """
    sign, above = text[start], text[start - 1] if start else ""
    if above in _INSIDE.get(sign, ()) and text[max(start - 2, 0) : start] not in _VERBS:
        return True
    if sign == "上" and "一" <= above <= "鿿" and above not in _AFTER_UP:
        return True
    lone = _LONE.fullmatch(text, start, end)
    if lone is None:
        return False
    if lone["relative"] and (sign == "前" or (sign == "本" and text[end - 1] in _NOUNS)):
        return _THINGS[text[end - 1]].match(text, end) is not None
    if _TAKEN_UP.match(text, end):
        return False
    governed = _GOVERNED.search(text, max(start - _LOOK_BACK, 0), start)
    counts = governed is not None and governed[0].strip() in _ALSO_OF_THINGS
    return governed is None or (counts and _THINGS[text[end - 1]].match(text, end) is not None)
