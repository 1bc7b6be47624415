"""Duties: the verbs that lay them, and what looks like one and is none."""

from __future__ import annotations

from typing import Final

from lawtrack.check.duties.grammar.row import Row

DUTIES: Final = (
    Row(
        "duty verb",
        "Verbs that lay a duty: command or prohibition, not as a part of another word.",
        "船主应当登记",
        (
            "应当", "必须", "不得",
            "(?<![被以令])禁止(?!性|通行的|令|的|区域|范围|吸烟(?:的)?(?:场所|区域|制度)|(?:和|或者?)限制[^，。]{0,4}目录|进入的区域)",
            "严禁", "不准(?![确备时])", "(?<=[^一-鿿])须(?=[^一-鿿]?)",
            "(?<![相对反响供效适报因自])应(?=[在向按当立依自具于有为将事经符]|及时)", "均应", "(?<=[，者人位])须",
        ),
    ),
    Row(
        "principle",
        "What is only to be followed in principle lays no duty.",
        "坚持预防为主的原则",
        (
            "(?:坚持|遵循|贯彻|按照(?!规定|国家|有关|相关|要求)|实行)[^。]{0,120}(?:原则|方针|相结合)",
            "应当?以[^，。；]{1,24}为(?:基础|主体|原则|重点|导向|依据)",
            "(?:坚持|遵循|贯彻|实行)[^。，]{0,60}机制", "(?:原则上|一般)应当",
        ),
    ),
    Row(
        "conditions",
        "After a duty verb: conditions to be met and papers to be handed in.",
        "符合下列条件",
        (
            "^具[备有][^，。；]{0,30}(?:专业知识|知识)和[^，。；]{0,8}(?:能力|技能)[。；]?$",
            "^(?:包括|坚持)", "^(?:同时)?(?:符合|具备|具有|满足)[^。：]{0,12}(?:条件|资格)",
            "^(?:[^，。：]{0,28})(?:提交|提供|出具|附具|报送|出示|载明|包括)(?:下列|以下)[^。：]{0,12}",
            "^(?:向[^，。；]{2,24})?提交[^，。；]{0,20}(?:批准文件|证明|申请书|委托书|确认书)",
        ),
    ),
    Row(
        "leave asked for",
        "Conditions, and leave to be asked for besides: that is a duty.",
        "并经航运部门批准",
        (
            "[，并且](?:应当|必须)?(?:依法)?(?:报?经)[^，。；]{2,30}(?:批准|同意|许可|核准)",
            "，并[^，。；]{0,60}申请[^，。；：]{0,16}(?:证|许可|登记|批准)",
        ),
    ),
    Row(
        "grant",
        "What is granted or applied for has to be so and so: a condition of the grant.",
        "授予船牌的船舶应当具备",
        (
            "^(?:授予|申请|核准|认定)[^，。；]{2,30}的[^，。；]{2,20}应当?(?:具备|属于|符合|具有)",
        ),
    ),
    Row(
        "application",
        "What an application needs is its condition, no duty whose breach is punished.",
        "申请停放船只，应当提交照片",
        (
            "^[^。；]{0,40}申请[^。；]{2,60}，?(?:还)?应当?(?:提交|提供|出示|附送|附具)",
        ),
    ),
    Row(
        "order",
        "What an authority may order is not yet forbidden.",
        "发布公告，禁止",
        (
            "(?:命令|决定|公告|通告)，(?:禁止|严禁)",
        ),
    ),
    Row(
        "appeal",
        "After a duty verb: appeals to take part, to strengthen, to abide by the law.",
        "积极参与植树",
        (
            "^(?:(?:积极|自觉|主动|共同|认真|大力|带头|依法|加强|充分)[、，]?)*(?:(?:加强|增强|支持|参与|参加|提高|树立|弘扬|倡导|提倡|鼓励|引导|尊重|爱护|关心|协助|发挥|促进|推动|推进|履行[^，。]{0,6}义务$)|遵守(?![^，。；]{0,24}(?:标准|规范|规程|规则))(?:本|法律|有关|国家|社会公德|宪法|公序|相关)|遵循|因地制宜|[^，。]{0,8}开展[^，。]{0,24}(?:宣传|教育)|[^，。]{0,12}做好[^，。]{0,60}工作|符合法律)",
        ),
    ),
    Row(
        "firm act",
        "A further clause that begins so makes a duty of an appeal.",
        "如实登记",
        (
            "^(?:并|不得|禁止|保护|保守|接受|防止|避免|保证|履行|采取|报告|配合|如实|及时|立即|按照)",
        ),
    ),
    Row(
        "obedience",
        "To obey the text or the law at large is no duty of its own.",
        "遵守本条例",
        (
            "^遵守(?:本(?:条例|办法|规定|法)(?!第)|(?:有关|相关|国家)?(?:法律|法规))", "^符合[^，。；]{0,16}(?:法律|法规)",
        ),
    ),
    Row(
        "definition",
        "Purpose, scope, other rules, and what words mean.",
        "本条例所称",
        (
            "^为了?[^。]{0,120}制定本", "适用本(?:条例|办法|规定)", "(?:适用|依照|参照)[^。]{0,120}规定执行",
            "^(?:本条例|本办法|本规定)所称", "是指",
        ),
    ),
    Row(
        "measures listed",
        "可以采取下列措施：（一）禁止…: what an authority may do lays no duty yet.",
        "可以采取下列措施：",
        (
            r"措施[^。；]*：\s*$",
        ),
    ),
    Row(
        "conditions listed",
        "应当具备下列条件：…, …的，为…：: what stands in such a list is a condition.",
        "具备下列条件：",
        (
            r"(?:符合|具备|具有|满足)[^。；：]{0,8}条件\s*[：:]\s*$",
            r"(?:提交|提供|附具|报送|出具)[^。；：]{0,20}(?:材料|文件|资料|证件)\s*[：:]\s*$",
            r"(?:之一|情形|情况)的，(?:为|是|属于|认定为|视为|按照)[^，。；：]{1,16}[：:]\s*$",
        ),
    ),
    Row(
        "without leave",
        "未经质量认证的，不得: whoever has not got it, however the sentence began.",
        "未经登记的，",
        (
            "(?:^|，)(?:未经|未取得|未依法|没有取得)[^，。；]{2,40}(?:的，|，)[^，。；]{0,12}$",
        ),
    ),
    Row(
        "power",
        "Verbs of powers, before which stands who has them.",
        "可以",
        (
            "可以", "有权", "负责",
        ),
    ),
    Row(
        "case",
        "应当公开而未公开的，: a case, no duty.",
        "登记而未登记的，",
        (
            "[^，。；：、]{0,30}的，",
        ),
    ),
    Row(
        "prohibition",
        "Verbs that forbid.",
        "不得",
        (
            "不得", "禁止", "严禁",
        ),
    ),
    Row(
        "official act",
        "After a duty verb: what only offices do, and liability that follows by other law.",
        "颁发船牌",
        (
            "^(?:自[^，。；]{2,30}之日起[^，。；]{1,12}内，?(?:作出|完成(?!整改)|书面|予以|组织|审查|答复)|(?:给予)?[^，。；]{0,6}(?:合理赔偿|书面答复)|(?:全部|部分|全部或者部分)返还|(?:书面)?(?:通知|告知)(?:申请人|当事人)|(?:书面)?说明理由|(?:组织)?举行听证|依照法定(?:权限|程序)|[^，。]{0,30}予以[^，。]{0,6}补偿|(?:及时)?调查核实|(?:颁发|核发|发放|发给|准予|批准|许可)|赔礼道歉|(?:依法)?(?:赔偿|给予处[分罚]|(?:承担|负)[^，。；]{0,8}(?:赔偿|法律|民事|连带|刑事|侵权)[^，。；]{0,4}责任)|[^，。]{0,30}纳入[^，。]{2,30}(?:系统|平台|范围|档案|规划|计划)|[^，。]{0,12}(?:给予[^，。]{0,6}(?:奖励|表彰|补偿)|认定为|予以(?:奖励|表彰|补偿|公布|保护|登记|批准)|划定|征求|听取|受理|受到|全部上缴)|将[^，。]{0,120}(?:纳入|列入)|列入[^，。；]{0,16}(?:名录|名单|目录)|(?:出示|佩戴)[^，。；]{0,40}(?:工作|执法|检查)证件?|一次(?:性)?告知|(?:当场|自[^，。；]{2,30}内)[^，。；]{0,24}告知申请人|及时?解除|[^，。]{0,16}简化[^，。；]{0,8}手续|解除|作为[^，。]{0,60}依据|[^，。]{0,20}向社会(?:公开)?征求意见|[^，。]{0,16}办结|[^，。]{0,8}(?:公平竞争|合法性)审查|(?:违法|变相)设定|依法(?:从重)?严[惩处]|收容|经专家|进行科学论证|按照相应的法律法规)",
        ),
    ),
    Row(
        "exemption",
        "What a rule does not reach.",
        "不适用",
        (
            "不受[^。；]{0,120}(?:限制|规定)", "不适用",
        ),
    ),
    Row(
        "exception",
        "除国家规定必须监理的以外: what is left out of a rule lays no duty.",
        "除夜间外，",
        (
            "除[^，。；]{2,60}?(?:以外|之外|外)(?=，)",
        ),
    ),
    Row(
        "closing chapter",
        "Names of the chapter that closes a text.",
        "附 则",
        (
            r"附\s*则",
        ),
    ),
    Row(
        "penalty chapter",
        "Names of chapters of penalties.",
        "法律责任",
        (
            "法律责任", "罚则", "^处罚$", "责任追究", "奖惩", "奖励[与和]处罚", "奖励与惩罚",
        ),
    ),
)  # fmt: skip
