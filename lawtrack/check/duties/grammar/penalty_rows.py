"""Penalties: how a breach is named, what follows from it, and what looks like a penalty and is none."""

from __future__ import annotations

from typing import Final

from lawtrack.check.duties.grammar.row import Row

PENALTIES: Final = (
    Row(
        "consequence",
        "Words that say what follows from a breach.",
        "没收",
        (
            "罚款", "罚金", "处以?罚", "警告", "没收", "吊销", "暂扣", "撤销", "责令", "取缔", "拘留", "通报批评",
            "给予[^，。；]{0,8}(?:处分|处罚|处理)", "予以[^，。；]{0,6}(?:处分|处罚|取缔|清理|拆除|查处)",
            "追究[^，。；]{0,14}责任", "承担[^，。；]{0,16}(?:责任|费用)",
            "(?:进行|依法|加重|从重|给以|实施)(?:行政)?处[罚理分]", "治安管理处罚", "依照[^。；]{0,60}(?:处罚|处理|处分)",
            "按照?[^。；]{0,60}(?:处罚|论处)", "行政处分", "纪律处分", "赔偿", "强制(?:拆除|执行|清除)", "收回", "追回",
            "取消[^，。；]{0,10}(?:资格|待遇|项目|称号)", "列入[^，。；]{0,10}名单",
        ),
    ),
    Row(
        "penalty head",
        "Words that head a penalty; one of them must follow the conduct.",
        "责令",
        (
            "罚款", "没收", "责令", "警告", "吊销", "暂扣", "(?<!行政)处罚", "行政处罚(?!信息|决定|裁量|权)", "处分",
            "取缔", "拘留", "追究", "由[^，。；]{2,24}予以[^，。；]{0,6}(?:制止|纠正)",
            "由[^，。；]{2,16}(?:取消|列入)[^，。；]{2,12}(?:资格|待遇|项目|称号|名单)", "劝诫", "训诫", "批评教育",
        ),
    ),
    Row(
        "handled by law",
        "依照…处理, 依据…承担责任: what follows stands in another law.",
        "依照有关法律处理。",
        (
            "(?:依照|按照?|依法|根据)[^，。；]{0,40}处理(?=[。；]|$)",
            "(?:依照|依据|按照|根据)[^，。；]{2,40}承担[^，。；]{0,8}责任",
        ),
    ),
    Row(
        "office owes",
        "A conduct that begins with what an authority owes or may do.",
        "登记机关应当",
        (
            "[^，。；]{0,40}(?:应当|可以|有权|负责)",
        ),
    ),
    Row(
        "gravity",
        "What came of a conduct or how grave it was, no conduct.",
        "情节严重的",
        (
            "(?:触犯刑律|构成犯罪|情节(?:特别)?严重|造成[^，。]{0,12}后果)的?",
        ),
    ),
    Row(
        "discipline",
        "Discipline is all that follows: the conduct is that of people in office.",
        "的，对直接负责的主管人员给予处分",
        (
            "的，对直接负责的主管人员[^，。；]{0,16}(?:依法)?给予(?:行政)?处分",
        ),
    ),
    Row(
        "penalty of people",
        "Penalties that no discipline is.",
        "罚款",
        (
            "罚款", "没收", "责令(?!辞职)", "警告", "吊销",
        ),
    ),
    Row(
        "breach named",
        "A sentence that begins with what was broken.",
        "船主违反",
        (
            "^[^，。；]{0,24}违反",
        ),
    ),
    Row(
        "penalty begins",
        "Where the conduct ends and what follows begins.",
        "，由航运部门责令",
        (
            "，?(?:(?<!为)由|应当由)[^，。；：]{2,60}?(?:责令|处|给予|没收|依法|予以|吊销|按照|依照|追究|批评|可以|撤销|限期|根据|组织|进行|对|报|警告)",
            "，(?:责令|处|给予|没收|吊销|予以|依法|应当依法|可以处|并处|按|依照|由|对)",
            "(?<=的)，[^，。；]{2,24}(?:应当|应予|可以|有权)",
        ),
    ),
    Row(
        "treated as",
        "In a chapter of penalties: 按照未取得许可证处理.",
        "按照无证停放处理。",
        (
            "按照?[^，。；]{2,60}处理(?=[。；]|$)",
        ),
    ),
    Row(
        "plain conduct",
        "A conduct that no 的 closes, in a chapter of penalties: 无证贩运活禽，由城管部门没收.",
        "夜间停放船只，由航运部门没收",
        (
            "^[^，。；：]{4,40}，(?:由|应当由)[^，。；]{2,30}?(?:责令|没收|处以?|给予|吊销|予以|取缔)",
        ),
    ),
    Row(
        "breach",
        "Words by which a breach is named: 违反本条例, 有下列行为, …的，.",
        "违反本条例",
        (
            "(?:违反|违背)(?:了)?(?=本|前|上|第|下|规定|以上|该|上述)", "^违反",
            "有(?:下列|前款|前条|上列|本条|以下|第|本)[^，。；：]{0,30}(?:行为|情形)", "的，",
        ),
    ),
    Row(
        "remedy",
        "What comes after a penalty is none: objection, action, what the punished may no longer do.",
        "不服",
        (
            "不服", "复议", "起诉", "受到[^，。；]{0,16}(?:处罚|处分)等?的?(?:情况|信息|记录)",
            "^[^，。；]{0,12}被(?:依法)?(?:吊销|撤销|处罚|判处)", "被(?:依法)?(?:吊销|取缔|撤销|判处)[^。；]{0,60}不得",
            "期满不", "由作出处罚决定的",
        ),
    ),
    Row(
        "civil liability",
        "What is owed to the injured.",
        "承担赔偿责任",
        (
            "承担[^，。；]{0,6}(?:赔偿|民事|侵权)[^，。；]{0,4}责任", "依法(?:予以)?赔偿",
        ),
    ),
    Row(
        "measures taken",
        "What an authority may do at once is no penalty, nor is the procedure of one.",
        "可以采取扣留措施",
        (
            "可以[^，。；]{0,8}采取[^。；]{0,120}措施(?![^。]*(?:罚款|没收|吊销|警告))", "规定的程序执行",
        ),
    ),
    Row(
        "provision named",
        "The provision that was broken, before the conduct.",
        "违反本条例第三条规定，",
        (
            "^[^，。；]{0,24}?(?:违反|违背)(?:了)?(?=本|前|上|第|下|规定|以上|该|国家|有关|法律|《)[^，；。]{0,120}?(?:规定之一的|规定的|规定|(?:条例|办法)(?!第|(?:的)?规定)|者)(?:，|的，)?",
            "^违反规定(?:的)?，?",
        ),
    ),
    Row(
        "official misconduct",
        "Conduct of people in office.",
        "玩忽职守",
        (
            "不作为", "乱作为", "玩忽职守", "滥用职权", "徇私舞弊", "失职", "渎职", "国家(?:机关)?工作人员",
            "(?:部门|机关|机构|政府|单位)及其(?:有关|相关)?(?:工作)?人员", "(?:部门|机关|行政|执法)[^，。]{0,6}工作人员",
            "执法人员", "不依法履行", "不履行[^，。]{0,8}职责",
            "^[^，。]{0,40}(?:部门|机关|人民政府|经办机构)[^，。的]{0,12}(?:违反|有下列|不按|未按|未依)",
        ),
    ),
    Row(
        "other law",
        "Clauses for every breach: other law, grading of penalties, procedure.",
        "从其规定",
        (
            "从[重轻]处罚", "(?:应当|可以|可)从[重轻]", "从轻", "减轻", "不予处罚", "行政复议", "无法计算", "没有违法所得",
            "除本(?:条例|办法|规定)已(?:有|经)?规定[^，。]{0,8}外", "行政处罚权",
            "(?:法律|法规|行政法规|国家|上位法|省)[^。]{0,30}(?:已有|另有|有)(?:明确)?(?:规定|处罚)[^。]{0,12}(?:的)?，?[^。]{0,8}从其规定",
            "从其规定", "依照(?:有关|相关)?(?:法律|国家)[^。]{0,30}(?:处罚|处理|规定)",
        ),
    ),
    Row(
        "any breach",
        "A breach of the whole text and what comes of it, no single conduct.",
        "违反本条例，构成犯罪",
        (
            "^(?:对)?(?:[^，。；违]{0,20}违反本(?:条例|办法|规定|法)(?:[^，。第]{0,6}规定)?的?(?:行为)?，?(?:[^，。]{0,12})?)(?:构成犯罪|法律|有关法律|依照|造成[^，。]{0,12}(?:损失|损害|后果|危害|火灾|事故|污染|伤亡|死亡)|侵[犯害]|应当|依法|由[^，。]{2,20}依[照法]|情节)",
        ),
    ),
)  # fmt: skip
