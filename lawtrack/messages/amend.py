"""What the amend room says."""

MESSAGES: dict[str, tuple[str, str]] = {
    "amend.not-understood": (
        "没有读懂这句修改指令：“{words}”。",
        "This instruction was not understood: “{words}”.",
    ),
    "amend.no-text": ("“{words}”没有写明新的文字。", "“{words}” does not give the new text."),
    "amend.no-anchor": (
        "“{words}”没有写明增加在什么位置。",
        "“{words}” does not say where to insert.",
    ),
    "amend.unclosed": (
        "引号没有闭合，文本可能不完整。",
        "A quotation is not closed; the text may be cut off.",
    ),
    "amend.no-such-place": ("原文中没有{place}。", "The base text has no {place}."),
    "amend.several-places": (
        "原文中的{place}不止一处，无法确定是哪一处。",
        "{place} could be several places of the base text.",
    ),
    "amend.no-such-words": ("{place}中没有“{words}”。", "{place} does not contain “{words}”."),
    "amend.count-differs": (
        "{place}应有{expected}个单位，给出的文字却有{found}个。",
        "{place} should be {expected} units, but the new text has {found}.",
    ),
    "amend.conflict": (
        "{place}被两条指令以不同方式修改。",
        "Two instructions change {place} in different ways.",
    ),
    "amend.number-taken": (
        "声明的{place}与其他指令推出的序号不一致。",
        "The declared number {place} does not come out of the other instructions.",
    ),
    "amend.restated-differs": (
        "{place}按词语修改的结果与重述的全文不一致，已采用重述的全文。",
        "The words changed in {place} do not give the text restated in full; the restated text was used.",
    ),
    "amend.unlisted-wording": (
        "决定称对个别文字作调整，但没有列出，无法代为修改。",
        "The decision says that wording is adjusted without listing it; it cannot be applied.",
    ),
    "amend.unlisted-moves": (
        "{place}的位置推不出来，需要人工核对。",
        "The place of {place} cannot be derived; check it by hand.",
    ),
    "amend.dangling": (
        "{place}删去“{words}”后，前后的连接词或者标点可能多余，请核对。",
        "Without “{words}” a conjunction or a mark may be left over in {place}; check it.",
    ),
    "amend.heading-empty": (
        "“{place}”之下没有条文，请核对。",
        "No article is left under “{place}”; check it.",
    ),
    "amend.mark-inferred": (
        "{place}中增加“{words}”时补了标点“{mark}”，决定没有写明，请核对。",
        "“{words}” was inserted into {place} with the mark “{mark}”, which the decision does not give; check it.",
    ),
    "amend.no-mark": (
        "{place}中增加的“{words}”与上下文之间可能缺少标点，请核对。",
        "A mark may be missing where “{words}” was inserted into {place}; check it.",
    ),
    "amend.cut-off": (
        "修改文本没有结尾（施行日期或者重新公布），可能不完整。",
        "The amending text has no closing clause (commencement or republication); it may be cut off.",
    ),
    "amend.number-missing": (
        "“{number}”之前缺少编号，修改文本可能漏掉了指令。",
        "A number is missing before “{number}”; the amending text may lack an instruction.",
    ),
    "amend.order-unchanged": (
        "修改文本称条文顺序作了调整，结果却没有条文变动，可能漏掉了指令。",
        "The amending text says that articles were put in another order, but none was; it may lack an instruction.",
    ),
    "amend.other-instrument": (
        "这份修改文本修改的是《{named}》，不是《{title}》。",
        "This text amends 《{named}》, not 《{title}》.",
    ),
    "amend.nothing-to-do": (
        "修改文本里没有可以执行的修改指令。",
        "The amending text has no instruction that could be applied.",
    ),
    "amend.reference-gone": (
        "{place}引用的{gone}已被删去，请核对。",
        "{place} cites {gone}, which was deleted; check it.",
    ),
    "amend.no-articles": (
        "《{title}》没有读出条文，写不出修改决定。",
        "No articles were found in 《{title}》, so no amending decision can be written.",
    ),
    "amend.not-proved": (
        "写出的决定没能还原新文本：{where}。",
        "The decision written does not reproduce the new text: {where}.",
    ),
    "amend.no-amendment-form": (
        "两稿之间条文序号有变动，不能写成修正案；请写成修改决定。",
        "Article numbers change between the two texts, so no 修正案 can be written; write a 修改决定 instead.",
    ),
    "amend.applied": ("已执行", "applied"),
    "amend.failed": ("未执行", "failed"),
    "amend.ignored": ("不涉及文字", "no textual effect"),
}
