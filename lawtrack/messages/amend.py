"""What the amend room says."""

MESSAGES: dict[str, tuple[str, str]] = {
    "amend.not-understood": (
        "没有读懂这句修改指令：“{words}”。",
        "This instruction was not understood: “{words}”.",
    ),
    "amend.not-accounted": (
        "这条指令里的“{words}”没有读进任何一项修改，请人工核对。",
        "“{words}” of this instruction is in nothing that was read of it; check it by hand.",
    ),
    "amend.reads-otherwise": (
        "修改后的文本在{place}处读出来的层级或者序号（{label}）与指令所说的不同，请人工核对。",
        "The amended text reads otherwise there ({label} in {place}) than the instructions say; check it by hand.",
    ),
    "amend.stray": (
        "修改后的{place}里出现了“{words}”，标点或者文字可能重复、缺失，请核对。",
        "The amended {place} has “{words}”: a mark or a word may stand twice or be missing; check it.",
    ),
    "amend.too-long": (
        "这一句除去引文还有{count}字（至多读{most}字），没有当作修改指令来读：“{words}……”。请核对引号是否成对，或者分成几句。",
        (
            "This sentence has {count:character|characters} outside its quotations (at most {most} are read) and "
            "was not taken for an "
            "instruction: “{words}…”. Check that the quotation marks are in pairs, or write several sentences."
        ),
    ),
    "amend.no-text": ("“{words}”没有写明新的文字。", "“{words}” does not give the new text."),
    "amend.text-lost": (
        "修改后的文本里没有指令给出的新文字“{words}”，请人工核对。",
        "The amended text does not have the new words “{words}” that the instruction gives; check it by hand.",
    ),
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
    "amend.paragraphs-differ": (
        "指令说{place}有{expected}款，原文有{found}款。",
        "The instruction gives {place} {expected:paragraph|paragraphs}; the base text has {found}.",
    ),
    "amend.no-such-words": ("{place}中没有“{words}”。", "{place} does not contain “{words}”."),
    "amend.count-differs": (
        "{place}应有{expected}个单位，给出的文字却有{found}个。",
        "{place} should be {expected:unit|units}, but the new text has {found}.",
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
    "amend.nothing-left": (
        "{place}删去“{words}”后不剩文字；如果是删去整条、整项，请写明。",
        "Deleting “{words}” leaves nothing of {place}; if the whole unit goes, the decision should say so.",
    ),
    "amend.heading-unnamed": ("{place}没有写明章名（节名）。", "The decision gives no name for {place}."),
    "amend.lead-alone": (
        "{place}以冒号结尾，其下却已没有各项，请核对。",
        "{place} ends in a colon and nothing is left under it.",
    ),
    "amend.heading-holds-less": (
        "“{place}”之下没有决定所说包括的{article}。",
        "{article} does not stand under {place}, which the decision says has it.",
    ),
    "amend.heading-holds-more": (
        "“{place}”之下还印有{article}，与决定所说包括的条文不符。",
        "{article} stands under “{place}” too, which the decision does not say.",
    ),
    "amend.instrument-unknown": (
        "决定修改多件法规，看不出“{words}”属于哪一件，未执行。",
        "The decision amends several instruments; whose “{words}” is cannot be told, so it was not carried out.",
    ),
    "amend.verify-reference": (
        "引用的序号不同，可能随条文顺序调整。",
        "A reference has another number; perhaps it followed the articles.",
    ),
    "amend.verify-reference-left": (
        "引用的序号没有随条文改。",
        "This reference did not follow the new numbers.",
    ),
    "amend.verify-punctuation": (
        "标点不同。",
        "Other punctuation.",
    ),
    "amend.verify-institution": (
        "机构名称不同，可能随机构改革统改。",
        "An institution has another name, perhaps after a reform.",
    ),
    "amend.verify-wording": (
        "文字不同。",
        "Other words.",
    ),
    "amend.verify-number": (
        "按决定应为{decided}，公布为{published}。",
        "{decided} by the decision, {published} in print.",
    ),
    "amend.verify-missing": (
        "公布文本缺{where}。",
        "{where} is missing in print.",
    ),
    "amend.verify-added": (
        "多出的条文。",
        "An article too many.",
    ),
    "amend.verify-not-deleted": (
        "应当删去，仍然印着。",
        "Deleted, and still printed.",
    ),
    "amend.verify-not-done": (
        "未落实：{words}",
        "Not done: {words}",
    ),
    "amend.verify-failed": (
        "有关指令未能执行，请人工核对。",
        "An instruction about it could not be applied; a person must look.",
    ),
    "amend.verify-mark": (
        "仅标点不同，决定没有写明。",
        "Only a mark that the decision leaves to the place.",
    ),
    "amend.verify-title": ("《{title}》公布文本校对表", "{title}: the published text against the decision"),
    "amend.verify-summary": (
        "与决定一致{decided}条；决定没有写明{other}处；决定而未改{missing}处。",
        "{decided:article|articles} as decided; {other} not decided; {missing} decided but not done.",
    ),
    "amend.verify-incomplete": (
        "有指令未能执行，结论不完整：{words}",
        "Some instructions could not be applied, so this is incomplete: {words}",
    ),
    "amend.verify-faithful": (
        "公布的文本与决定一致。",
        "The published text is what the decision says.",
    ),
    "amend.verify-head-label": ("条款", "Clause"),
    "amend.verify-head-verdict": ("结论", "Verdict"),
    "amend.verify-head-decided": ("按决定应为", "As decided"),
    "amend.verify-head-published": ("公布的是", "As published"),
    "amend.verify-head-reason": ("说明", "Reason"),
    "amend.verify-verdict-as-decided": ("按决定", "as decided"),
    "amend.verify-verdict-not-decided": ("决定没有写明", "not decided"),
    "amend.verify-verdict-not-done": ("决定而未改", "not done"),
    "amend.anchor-elsewhere": (
        "所说的相邻位置（{place}）与声明的序号不是同一处，请人工核对。",
        "The neighbour that is named ({place}) and the declared number are not one place; check it by hand.",
    ),
    "amend.torn": (
        "新的文字里有一行在句子中间断开，可能是换行造成的，请核对：“{words}……”。",
        "A line of the new text breaks off in mid-sentence, perhaps where a page's line ended; check it: “{words}…”.",
    ),
    "amend.annex-lines": (
        "{place}的改法要人工处理：附件里一个编号的内容只能换成同一编号的一行新文字，或者改其中的词语。",
        "{place} is left to a person: only words of a numbered line of an annex or the whole line can be changed.",
    ),
    "amend.table": (
        "{place}的改法要人工处理：只有写明整张表（列以制表符分开）或者表中文字的指令才能执行。",
        "{place} is left to a person: only a whole new table (columns by tabs) or words in the table can be applied.",
    ),
    "amend.table-dropped": (
        "{place}原有表格，新的条文里没有，请核对。",
        "{place} had a table and its new text has none; check it.",
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
    "amend.other-language": (
        "《{title}》不是用中文写的法规，lawtrack 读不懂它的条款结构，不能据此起草或者执行修改决定。",
        "《{title}》 is not written in Chinese; lawtrack does not understand its structure and writes no decision about it.",
    ),
    "amend.other-system": (
        (
            "《{title}》有{count}行不是按国内法规的条、款、项编排的（例如“{line}”），lawtrack 读不懂它的结构，不能据此"
            "起草或者执行修改决定。"
        ),
        (
            "{count:line|lines} of 《{title}》 not beginning as articles, paragraphs or items of a mainland instrument do (such as "
            "“{line}”); lawtrack does not understand its structure and writes no decision about it."
        ),
    ),
    "amend.little-read": (
        "《{title}》的正文只有{share}%读成了条文，其余没有读懂，不能据此起草或者执行修改决定；请先检查文本（lawtrack parse）。",
        (
            "Only {share} % of the body of 《{title}》 was read as articles, so no decision is written about it; check the text "
            "first (lawtrack parse)."
        ),
    ),
    "amend.no-difference": (
        "两稿《{title}》的文字没有不同，不需要修改决定。",
        "The two texts of 《{title}》 do not differ in words; there is nothing to decide.",
    ),
    "amend.no-such-form": (
        "没有“{given}”这种形式；可用的有：{known}。",
        "There is no form {given!r}. There are: {known}.",
    ),
    "amend.no-such-layout": (
        "没有“{given}”这种版式；可用的有：{known}。",
        "There is no layout {given!r}. There are: {known}.",
    ),
    "amend.package-form": (
        "一揽子修改只能写成修改决定，不能写成“{given}”。",
        "A package is a decision; it has no form {given!r}.",
    ),
    "amend.package-of-one": (
        "一揽子修改至少要有两件法规，每件给出旧文本和新文本。",
        "A package takes at least two instruments, each with its old and its new text.",
    ),
    "amend.package-title": (
        "一揽子修改的每件法规都要有自己的名称；“{title}”没有名称或者重复。",
        "Each instrument of a package needs a title of its own; 《{title}》 is missing or given twice.",
    ),
    "amend.package-revision": (
        "《{title}》的改动写不成修改指令，不能放进一揽子修改；请单独修订。",
        "The changes of 《{title}》 cannot be said by instructions, so it has no place in a package; revise it by itself.",
    ),
    "amend.no-such-share": (
        "share 应当是0到1之间的数，不能是“{given}”。",
        "share must be a number from 0 to 1, not {given!r}.",
    ),
    "amend.option-words": (
        "{option} 应当是一行文字，不能是“{given}”。",
        "{option} must be one line of text, not {given!r}.",
    ),
    "amend.revision-usual": (
        "新文本大部分是新写的，通常采用修订的形式，给出了修订后的全文；要逐条写修改指令，形式选 instructions（--form）。",
        (
            "Most of the new text is new; such a change is usually a complete revision (修订), so the whole text is given. "
            "For instructions all the same, choose the form instructions (--form)."
        ),
    ),
    "amend.revision-advised": (
        "新文本大部分是新写的，通常采用修订的形式，而不是逐条修改。",
        "Most of the new text is new; such a change is usually a complete revision (修订) and not said by instructions.",
    ),
    "amend.text-reprinted": (
        "有的改动写不成能够准确执行的修改指令，因此给出了全文；请人工核对是否改用修订的形式。",
        (
            "Some changes could not be said by instructions that can be carried out exactly, so the whole text is given; "
            "consider a complete revision (修订)."
        ),
    ),
    "amend.article-reprinted": (
        "{place}的改动写不成更细的修改指令，因此整条重写。",
        "The change in {place} could not be said more finely, so the article is given anew.",
    ),
    "amend.annex-reprinted": (
        "{place}的改动没有逐处写明，因此全部重写。",
        "The changes in {place} are not said one by one; it is given anew.",
    ),
    "amend.no-amendment-form": (
        "两稿之间条文序号有变动，不能写成修正案；请写成修改决定。",
        "Article numbers change between the two texts, so no 修正案 can be written; write a 修改决定 instead.",
    ),
    "amend.heading-ambiguous": (
        "“移至{place}”可能指原来的{place}，也可能指修改后的{place}；请写明“原{place}”或者“修改后的{place}”。",
        "“移至{place}” may mean the old or the new {place}; say 原{place} or 修改后的{place}.",
    ),
    "amend.title-left": (
        "名称中也有“{words}”，决定只说修改条文，名称未改，请核对。",
        "The title has “{words}” too; the decision only speaks of the text, so the title stays. Check it.",
    ),
    "amend.references-followed": (
        "决定只说序号调整；引用的序号已随之更新，请核对：{references}。",
        "The decision only speaks of numbers; references followed them, check them: {references}.",
    ),
    "amend.border": (
        "{place}在“{before}”与“{after}”之间，决定没有写明属于哪一章节，现放在前一章节的最后，请核对。",
        (
            "{place} comes between “{before}” and “{after}”; the decision does not say to which it belongs. "
            "It stands at the end of the first; check it."
        ),
    ),
    "amend.applied": ("已执行", "applied"),
    "amend.failed": ("未执行", "failed"),
    "amend.ignored": ("不涉及文字", "no textual effect"),
}
