"""The words of letters and minutes of opinions: numbers, who speaks, where, what became of it."""

from __future__ import annotations

import re
from typing import Final

from lawtrack.patterns import compile_on_use

NUMBERED: Final = compile_on_use(
    r"(?:(?P<bracketed>[（(](?:[一二三四五六七八九十]{1,3}|\d{1,3})[)）])|(?P<chinese>[一二三四五六七八九十]{1,3}[、.．])"
    r"|(?P<comment>(?:留言|评论|意见|建议)[ 　]*[0-9一二三四五六七八九十]{1,3}[：:、.．])"
    r"|(?P<dash>[-–*•·●○◆■▪□★☆—>＞](?![-–—\d])[ 　]*(?=\S))"
    r"|(?P<figure>\d{1,3}(?:[、．]|\.(?!\d)))|(?P<circle>[①-⑳])|(?P<spoken>[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十][，,、]))\s*(?P<words>.*)"
)
MANNERS: Final = ("bracketed", "chinese", "figure", "circle", "spoken", "comment", "dash")
SPOKE_FIRST: Final = re.compile(
    r"(?P<source>[^，。：；\s]{1,6}(?:先生|女士|某某?|同志|老师))[，,]\s*(?P<words>\S.*)"
)
"""留言1：张先生，第三条……"""
PEOPLE: Final = ("委员", "主任", "代表", "教授", "律师", "某")
UNITS: Final = (
    "局|委|办|厅|部|会|院|府|中心|公司|室|处|队|大学|学院|检察院|法院|联|街道|集团|所|站|馆|学校|党校|社区|协"
)
GROUPS: Final = "(?:社会|有关)?(?:公众|群众|网民|网友|市民|居民|人大代表|政协委员|专家(?:学者)?|基层立法联系点|常委会组成人员)"
"""Who has opinions together: 社会公众意见."""
SOURCE_LINE: Final = re.compile(
    r"(?:反馈|提出|来文|填报|报送|回复|发件|留言)?(?:意见)?(?:(?:单位|企业|公司|机构)名称|单位|部门|人|来源|姓名|署名)(?:[（(][^（()）]{0,8}[）)])?[：:]\s*(?P<source>[^：:，。<＜]{2,40}?)"
    r"(?:\s*[<＜(（][^<>＜＞]*@[^<>＜＞]*[>＞)）])?(?:[（(](?:加盖|公|印|盖)*章[)）])?(?:[ 　\t]{2,}.*)?"
)
TITLE: Final = re.compile(
    r"(?P<source>(?!关于|对|就|针对)[^，。：；《》]{2,30}?)(?:关于|对)[^。；]{2,90}(?:意见|建议|函|函复|反馈|回复|情况)"
)
SIGNED: Final = re.compile(
    rf"(?P<source>[^，。：；、“”\d]{{1,24}}(?:{UNITS}))(?:[（(](?:加盖|公|印|盖)*章?[)）])?"
)
PERSON: Final = re.compile(
    r"(?P<source>(?:市民|网友|网民|居民|村民|群众|公民|代表|委员)[：:\s]*[^\s，。：；]{1,6})"
)
"""Who signed, where it is no body: 市民　吴某."""
SAID_BY: Final = re.compile(
    rf"(?P<source>(?!该|我|本|贵|由|请|经|对|第)[^，。：；、“”\d\s《》（()）]{{1,18}}(?:{UNITS}|教授|律师|委员|主任|代表|专家|群众|同志|意见|某|市民|居民|村民|网民|网友|业主|商户|企业|人士|人员|者))(?=(?:还|也|同时)?(?:提出|认为|建议|反映|表示|指出|谈到|提到|说[，：:]))"
)
"""市公安局建议……, 市工商联提出，……: the line says who speaks."""
SETTING: Final = re.compile(
    r"(?:在?[^，。；]{0,24}(?:会上|会议上|审议时|讨论时|审议中|讨论中|过程中|座谈时)|审议中|会上)[，,]"
)
"""在分组审议时，有的委员提出……: where it was said."""
APART: Final = re.compile(
    rf"(?P<source>[^，。：；、“”\d\s《》]{{1,20}}(?:{UNITS}|县|区|市|州|旗|乡|镇))(?:[ 　\t]+|[—–-]{{1,2}}[ 　]*)(?P<words>\S.*)"
)
"""市总工会　建议…… or 市总工会——建议…… where several lines are written so."""
ALSO_APART: Final = re.compile(
    r"(?P<source>(?!第|建议|关于|对|附)[^，。：；、“”\d\s《》—–-]{2,12})(?:[ 　\t]+|[—–-]{1,2}[ 　]*)(?P<words>\S.*)"
)
"""Whoever stands in the same place between such lines."""
DATE: Final = re.compile(
    r"[0-9〇○零一二三四五六七八九]{4}\s*年\s*[0-9一二三四五六七八九十]{1,3}\s*月\s*[0-9一二三四五六七八九十]{1,3}\s*日"
)
PLACED: Final = re.compile(
    r"(?:对|关于)?第?[〇零一二三四五六七八九十百0-9]{1,4}条(?:第?[一二三四五六七八九十0-9（()）]{1,5}[款项])*[，。]\S"
)
"""A line that begins with a place and goes on behind a mark: 第四条，罚款偏高."""
CHAPTER: Final = re.compile(
    r"(?:关于|对|对于)?(?P<name>总则|分则|附则|罚则|法律责任|监督检查|监督管理|保障措施|(?!总体|整体|其他|文字|具体)[^，。；：:“”\s]{2,12}(?=部分|一章))"
    "(?:部分|一章)?(?:的?(?:修改)?(?:意见|建议|问题))?[。：:]?"
)
"""The head of what is said of a chapter that is called by its name: 关于附则."""
PAGE: Final = re.compile(r"(?:[pP]\.?[ ]?\d{1,3}|第[ ]?\d{1,3}[ ]?页)[，,：:、 \u3000\t]+(?=\S)")
"""p3 第7条……: the page of the copy before the place."""
GROUNDS: Final = re.compile(r"(?:主要)?(?:修改)?(?:理由|原因|依据)(?:如下)?[：:]")
ANSWER: Final = re.compile(
    r"(?:采纳情况|是否采纳|处理(?:情况|意见|结果)|研究意见|办理(?:情况|结果)|答复)[：:]\s*(?P<words>\S.*)"
)
"""What became of the opinion above: 采纳情况：已采纳。"""
FORMAL: Final = compile_on_use(
    r"(?:关于|对|就|针对){1,2}[^《，。；：]{0,10}《[^》]{2,60}》[^，。；：、]{0,12}(?:意见|建议|复函|回复|反馈|函|情况|报告|表)$"
    r"|(?:关于|对)[^，。；：、]{0,24}的(?:修改)?(?:意见|建议|看法|想法)(?:和建议)?$|谢谢|您好|你好|敬礼|祝(?:好|您|工作)|[（(]?联系(?:人|电话|方式|地址)|(?:发件人|收件人|抄送|主题|发送时间|时间|日期)[：:]|以上(?:意见|建议|修改)?|特此|此[复致函]|妥否|附件?[：:]|感谢|[一-鿿]{0,12}[：:]$|.*(?:如下|供参考)[：:。]?$|.*(?:意见|建议|回复|反馈)[：:]$"
)
"""Lines that belong to the letter and not to what it says."""
COMMENT: Final = re.compile(
    r"建议|应当|不(?:够|宜|应|妥|准确|明确|一致|清|完整)|歧义|修改|改[为成]|删[去除掉]|增加|补充|是否|调整|完善|合并|去掉|细化|[？?]$"
)
"""Words without which an unnumbered line is no opinion."""
ADDRESSED: Final = re.compile("贵|你[局委办单们]|来函|来文|收悉|如下|特此|此[致复函]")
"""Words of a letter to the one whom it is for."""
HEAD_OF_SOURCE: Final = compile_on_use(
    rf"(?:[（(]?[一二三四五六七八九十0-9]{{1,3}}[）)、.．]\s*)?(?P<source>[^，。：；、“”\d\s《》]{{1,24}}(?:{UNITS}|乡|镇|先生|女士|某|委员|主任|代表|组长|教授|律师|专家|同志)(?:[（(][^（()）]{{1,20}}[）)])?|(?:市民|网友|网民|群众|居民|村民|代表|委员|匿名)[^，。：；]{{0,6}}|{GROUPS}|(?!建议|关于|对|增|修|删|第)[^，。：；、“”\d\s《》]{{1,7}}(?:县|区|市|州|旗))[：:]\s*(?P<words>.*)"
)
"""市公安局： above its opinions, or before the one it has."""
AT_TIME: Final = re.compile(
    r"(?P<source>[^\s，。：:；]{2,16})[ 　]+"
    r"(?:(?:\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?|\d{1,2}月\d{1,2}日|今天|昨天|[上下]午)[ 　]*){0,2}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
)
"""张某 13:22 above what somebody wrote in a group or a forum."""
SAID_AT: Final = re.compile(
    r"(?P<source>[^，。：:；（(]{2,16})[（(](?=[^（()）]*\d{1,2}[:：月/-])[^（()）]{4,30}[)）][：:]\s*(?P<words>\S.*)"
)
"""网友“清风”（2025-03-01 10:00）：…… in a line of its own."""
AT_NAME: Final = re.compile(r"[@＠](?P<source>[^\s，。：:；@＠]{1,16})(?:[ 　]+|[：:]\s*)(?P<words>\S.*)")
"""@老周 第五条太低: one line of what a group wrote."""
BARE_ANSWER: Final = re.compile("采纳|采用|采信|吸收|吸纳|^已|^未|^不予|维持原|保留原")
"""What a line says that is the answer to the opinion above it, and not a reason or an opinion."""
DOTTED: Final = re.compile(
    r"(?P<place>\d{1,3}(?:[.．]\d{1,2}){1,2}|\d{1,3}(?:[（(][一二三四五六七八九十\d]{1,3}[)）]){1,2})(?=[\s：:、，]|建议|应|的|条)[：:、，]?\s*(?P<words>\S.*)"
)
"""3.1 建议…… behind the item's own number: a place, where the same without one might be that number."""
CLOSING: Final = re.compile("祝|此致|敬礼|谢谢|感谢|顺颂|顺祝")
NAME: Final = re.compile("[一-鿿]{2,4}")
LONGEST_PART: Final = 12
OFFERS: Final = re.compile(
    "(?:增加|增设|增补|补充|新增|改为|修改为|调整为|完善为|表述为|规定|包括|如下|以下|下列)[^。；]{0,16}[：:]$"
)
"""建议增加两项： What is numbered below is what it offers."""
BRACKET_ANSWER: Final = re.compile(r"[（(](?P<words>[^（()）]{2,60})[)）][。；]?$")
"""……的内容。（未采纳，上位法已有规定）"""
QUESTION: Final = re.compile(r"(?:提?问|问题)[：:]\s*(?P<words>\S.*)")
REPLY: Final = re.compile(r"(?:回?答|解答)[：:].*")
"""问：…… and 答：……: what the office answers is no opinion."""
SENTENCE_ANSWER: Final = re.compile(
    r"(?<=[。；])\s*(?P<words>(?:对此[，,])?经(?:认真|反复)?研究[，,：:]?[^。；]{2,60}|[^。；，]{2,8})[。；]?$"
)
"""……的内容。经研究，未采纳。"""
SPEAKER: Final = compile_on_use(
    r"(?:[（(]?\d{1,2}[）)、.．]\s*)?(?P<source>(?![^：:]{0,16}(?:[条款项章节]|意见|建议|理由|依据|说明|情况|结果|时间|日期|电话|邮箱|地址|附件|题|如下|[总分附罚]则|增加|修改|删|改为|主持|记录))"
    r"(?:[^，。：:；、“”\d\s《》（()）]{2,12}(?:[（(][^（()）]{1,20}[）)])?|[A-ZＡ-Ｚ甲乙丙丁戊]))[：:]\s*(?P<words>\S.*)"
)
"""陈述人甲（居民）：……"""
BODY: Final = compile_on_use(
    rf"(?:[（(]?[一二三四五六七八九十0-9]{{1,3}}[）)、.．]\s*)?(?P<source>[^，。：；、“”\d]{{1,24}}?(?:{UNITS})|(?:社会|有关)?(?:公众|群众|网民|网友|市民|居民|人大代表|政协委员|专家(?:学者)?|基层立法联系点|常委会组成人员))"
    r"(?:的)?(?:反馈|回复|修改|书面|主要|具体)*(?:意见|建议)*(?:和建议|和意见)?(?:[（(]共?\s*[0-9一二三四五六七八九十]{1,3}\s*条(?:意见|建议)?[)）])?"
)
"""A body that stands alone above what it says: 一、市发展改革委意见（2条）."""
HEAD_WORDS: Final = re.compile(
    r"(?:对?(?:草案|条例|征求意见稿)的?)?(?P<whole>总体|总的|整体|综合)?(?:具体|其他|其它|主要|修改|个别|文字|条文|逐条|几点)*(?:修改|性)?"
    r"(?:意见|建议)(?:[和与及、]?(?:意见|建议))?[：:。]?|(?:其他|其它|另外|此外)(?:方面|问题|事项)?[：:。]?"
)
"""一、总体意见 and 二、具体意见: heads of a letter's parts, no opinions."""
INLINE_ANSWER: Final = re.compile(
    r"(?<=[。；，,;.）)”])\s*(?:(?:意见)?采纳情况|是否采纳|处理(?:情况|意见|结果)|研究(?:处理)?意见|办理(?:情况|结果)|答复)[：:]\s*(?P<words>\S.*)"
)
"""市财政局提出，……。采纳情况：未采纳。理由：……: what became of it, in the line itself."""
