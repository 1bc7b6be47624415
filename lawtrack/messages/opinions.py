"""What the register of opinions says."""

MESSAGES: dict[str, tuple[str, str]] = {
    "opinions.kind-department": ("部门和单位", "departments and bodies"),
    "opinions.kind-public": ("社会公众", "the public"),
    "opinions.kind-committee": (
        "常委会组成人员和专门委员会",
        "members of the standing committee, committees",
    ),
    "opinions.kind-expert": ("专家学者", "experts"),
    "opinions.kind-other": ("其他", "others"),
    "opinions.result-adopted": ("采纳", "adopted"),
    "opinions.result-partly-adopted": ("部分采纳", "partly adopted"),
    "opinions.result-not-adopted": ("未采纳", "not adopted"),
    "opinions.result-explained": ("解释说明", "explained"),
    "opinions.result-none": ("未答复", "not answered"),
    "opinions.result-no-comment": ("无需答复", "no answer needed"),
    "opinions.fate-unchanged": ("文字未改", "unchanged"),
    "opinions.fate-amended": ("已修改", "amended"),
    "opinions.fate-split": ("已拆分", "split"),
    "opinions.fate-merged": ("已合并", "merged"),
    "opinions.fate-deleted": ("已删去", "deleted"),
    "opinions.fate-unknown": ("条款不明", "clause not known"),
    "opinions.bad-name": (
        "{file}：意见文件应当以编号命名，如 kd7f2m9x.yaml（小写字母、数字和连字符）。请改名。",
        "{file}: a file of an opinion is named by its id, such as kd7f2m9x.yaml (lower case, digits, hyphens). Rename it.",
    ),
    "opinions.no-clause": (
        (
            "{file} 第 {line} 行：“{field}”写的 {clause} 不在{stage}的文本里（条号范围 {known}）。"
            "请改正，或者用 lawtrack opinion correct 重新指定条款。"
        ),
        (
            "{file}, line {line}: {field!r} names {clause}, which the text of {stage} does not have (articles {known}). "
            "Correct it, or name the clause with lawtrack opinion correct."
        ),
    ),
    "opinions.no-opinion": (
        "草案“{slug}”没有编号为“{opinion}”的意见。用 lawtrack opinion list {slug} 查看编号。",
        "The draft {slug!r} has no opinion {opinion!r}. See lawtrack opinion list {slug}.",
    ),
    "opinions.empty": ("意见内容是空的，没有保存。", "The opinion says nothing; nothing was saved."),
    "opinions.no-version-yet": (
        "草案“{slug}”还没有文本，意见无从对应到条款。请先导入一稿。",
        "The draft {slug!r} has no text yet for an opinion to be about. Import a version first.",
    ),
    "opinions.bad-kind": (
        "没有“{kind}”这类提出者。可用：{known}。",
        "There is no kind of source {kind!r}. There are: {known}.",
    ),
    "opinions.bad-result": (
        "不明白采纳情况“{result}”。可写：采纳、部分采纳、未采纳、解释说明。",
        "The result {result!r} is not known. Write adopted, partly-adopted, not-adopted or explained.",
    ),
    "opinions.subject-add": ("意见：{draft} 新增 {count} 条", "Opinions: {count} more on {draft}"),
    "opinions.subject-answer": ("意见：{draft} 答复 {count} 条", "Opinions: {count} answered on {draft}"),
    "opinions.subject-correct": ("意见：{draft} 更正 {count} 条", "Opinions: {count} corrected on {draft}"),
    "opinions.subject-import": ("意见：{draft} 导入 {count} 条", "Opinions: {count} imported on {draft}"),
    "opinions.none-read": (
        "{file} 里没有认出意见。表格要有“意见”列（另可有条款、理由、单位、备注列）；文字请每条意见一段，写明第几条。",
        (
            "No opinion was found in {file}. A table needs a column 意见 (beside 条款, 理由, 单位, 备注); in a text, write "
            "one opinion a paragraph and say which article it is on."
        ),
    ),
    "opinions.empty-form": (
        "{file} 是一张没有填写的意见表：各行的意见栏都是空的，没有可以导入的意见。",
        "{file} is a form that nobody filled in: the cells for opinions are empty in every row. Nothing was taken in.",
    ),
    "opinions.quoted": (
        "引用的他人邮件，没有登记为意见",
        "quoted from somebody else's mail, not taken in as an opinion",
    ),
    "opinions.comment": (
        "批注，请看清是对哪一条的意见后登记",
        "a comment: see which clause it is on, and enter it",
    ),
    "opinions.comment-by": ("批注（{author}）：{words}", "Comment ({author}): {words}"),
    "opinions.shown-rewritten": (
        "“条文内容”一栏与{version}的文本不同，有人直接改了条文；请看清后登记为意见",
        "the column 条文内容 differs from the text of {version}: somebody wrote into it; look, and enter it as an opinion",
    ),
    "opinions.shown-unknown": (
        "{version}的文本里没有这一条或这个标题；如果是有人加的，请登记为意见",
        "the text of {version} has no such clause or heading; if somebody added it, enter it as an opinion",
    ),
    "opinions.shown-delete": ("删", "deleted"),
    "opinions.shown-insert": ("增", "added"),
    "opinions.no-text": ("没有意见内容", "says nothing"),
    "opinions.not-there": (
        "这个编号不在台账里，没有写入",
        "no opinion has this id; the row was not taken",
    ),
    "opinions.reason-alone": (
        "有理由，没有填采纳情况",
        "there is a reason, but no result",
    ),
    "opinions.answered-meanwhile": (
        "表格导出后，别人已经答复了 {opinion}，没有覆盖",
        "somebody answered {opinion} after the table went out; that answer stands",
    ),
    "opinions.warn-unanswered": (
        "这是对{stage}文本的意见，{next}文本已经形成，仍未答复。",
        "It is on the text of {stage}; the text of {next} is there, and it is still not answered.",
    ),
    "opinions.warn-no-reason": (
        "答复为“{result}”，没有写理由。",
        "It was answered ({result}) without a reason.",
    ),
    "opinions.warn-no-effect": (
        "答复为采纳，但{clause}到{next}文本文字没有变化。如果是在别处落实的，请写明条款。",
        "It was adopted, but {clause} has the same words in the text of {next}. If it was carried out elsewhere, say where.",
    ),
    "opinions.warn-not-carried-out": (
        "答复说已在{clause}落实，但该条到{stage}文本文字没有变化。",
        "It is said to be carried out in {clause}, but that clause has the same words in the text of {stage}.",
    ),
    "opinions.warn-no-version": (
        "意见所针对的一稿（{stage}）不在这部草案里。",
        "The version that it is on ({stage}) is not among those of the draft.",
    ),
    "opinions.warn-no-clause": (
        "{stage}的文本里没有“{clause}”，请重新指定条款。",
        "The text of {stage} has no {clause!r}; name the clause anew.",
    ),
    "opinions.warn-no-clause-given": ("没有写明是对哪一条的意见。", "It does not say which clause it is on."),
    "opinions.warn-no-quote": (
        "所引的“{quote}”不在{clause}里，请核对。",
        "The quoted words {quote!r} are not in {clause}; check them.",
    ),
    "opinions.say-total": (
        "共收到意见{total}条{sources}{results}。",
        "{total:opinion was|opinions were} received{sources}{results}.",
    ),
    "opinions.say-sources": (
        "（来自{count}个单位和个人）",
        " (from {count:body or person|bodies and persons})",
    ),
    "opinions.say-results": ("，其中{results}", ": {results}"),
    "opinions.say-kinds": ("按来源分：{kinds}。", "By source: {kinds}."),
    "opinions.say-no-comment": (
        "另有{count}份回复表示没有意见。",
        "Besides, {count:reply|replies} had no opinion.",
    ),
    "opinions.say-of": ("{what}{count}条", "{what} {count}"),
    "opinions.say-comma": ("，", ", "),
    "opinions.table-title": (
        "《{title}》意见汇总及采纳情况表",
        "Opinions on {title} and what was done with them",
    ),
    "opinions.table-note": (
        "按{stage}文本的条款顺序排列；条号有变化的，两个条号都写明。",
        "In the order of the clauses of the text of {stage}; where a number changed, both are given.",
    ),
    "opinions.paragraphs": (
        "审议结果报告用语（根据各稿对照自动起草，请核对）",
        "Draft wording for the report, from the comparison of the versions; check it",
    ),
    "opinions.sheet-table": ("意见汇总", "opinions"),
    "opinions.sheet-words": ("报告用语", "report"),
    "opinions.col-number": ("序号", "no."),
    "opinions.col-id": ("意见编号", "id"),
    "opinions.col-clause": ("条款", "clause"),
    "opinions.col-clause-now": ("现条款", "clause now"),
    "opinions.col-fate": ("文字变化", "words"),
    "opinions.col-change": ("条文改动", "change of the clause"),
    "opinions.col-text": ("意见内容", "opinion"),
    "opinions.col-quote": ("引文", "quotation"),
    "opinions.col-suggestion": ("建议修改为", "suggested text"),
    "opinions.col-grounds": ("意见理由", "grounds"),
    "opinions.col-source": ("提出单位", "source"),
    "opinions.col-kind": ("来源类型", "kind"),
    "opinions.col-channel": ("途径", "channel"),
    "opinions.col-date": ("日期", "date"),
    "opinions.col-result": ("采纳情况", "result"),
    "opinions.col-reason": ("理由/说明", "reason"),
    "opinions.col-by": ("答复单位", "answered by"),
    "opinions.col-answered": ("答复日期", "answered on"),
    "opinions.col-carried-out": ("落实条款", "carried out in"),
    "opinions.col-note": ("备注", "note"),
    "opinions.col-remarks": ("提示", "remarks"),
    "opinions.no-label": ("（未写明条款）", "(no clause given)"),
    "opinions.not-found": ("{label}（没有这一条）", "{label} (not there)"),
    "opinions.deleted": ("{label}（已删去）", "{label} (deleted)"),
    "opinions.moved-to": ("{old}\n（现{new}）", "{old}\n(now {new})"),
    "opinions.suggests": ("建议修改为：{words}", "Suggested text: {words}"),
    "opinions.grounds": ("理由：{words}", "Grounds: {words}"),
    "opinions.carried-out": ("{result}\n（见{clause}）", "{result}\n(see {clause})"),
    "opinions.added": ("已登记 {opinion}：{clause}", "Entered {opinion}: {clause}"),
    "opinions.there": (
        "已经有了，没有改动：{opinion} {clause} {result}",
        "Nothing changed: {opinion} {clause} {result}",
    ),
    "opinions.answered": (
        "已答复 {opinion}（{clause}）：{result}",
        "Answered {opinion} ({clause}): {result}",
    ),
    "opinions.corrected": ("已更正 {opinion}：{clause}", "Corrected {opinion}: {clause}"),
    "opinions.loose": (
        "{opinion}：没有找到“{clause}”这一条。用 lawtrack opinion correct 指定条款。",
        "{opinion}: there is no clause {clause!r}. Name it with lawtrack opinion correct.",
    ),
    "opinions.placeless": (
        "{opinion}：没有写明是对哪一条的意见。可以用 lawtrack opinion correct 指定条款。",
        "{opinion}: it does not say which clause it is on. It can be named with lawtrack opinion correct.",
    ),
    "opinions.taken": (
        "新增 {added} 条，答复 {answered} 条，原来就有 {same} 条。",
        "{added} added, {answered} answered, {same} there already.",
    ),
    "opinions.left": ("第 {line} 行没有读懂：{words}{why}", "Line {line} was not understood: {words}{why}"),
    "opinions.why": ("（{why}）", " ({why})"),
    "opinions.quote-same": ("所引文字仍在：“{words}”", "The quoted words are still there: {words!r}"),
    "opinions.quote-changed": ("所引文字现为：“{words}”", "The quoted words now read: {words!r}"),
    "opinions.quote-gone": ("所引文字已经不在{words}", "The quoted words are no longer there{words}"),
    "opinions.field-id": ("编号", "id"),
    "opinions.field-clause": ("条款", "clause"),
    "opinions.field-text": ("意见", "opinion"),
    "opinions.field-suggestion": ("建议修改为", "suggested text"),
    "opinions.field-grounds": ("理由", "grounds"),
    "opinions.field-quote": ("引文", "quotation"),
    "opinions.field-source": ("提出单位", "source"),
    "opinions.field-kind_label": ("来源类型", "kind"),
    "opinions.field-channel": ("途径", "channel"),
    "opinions.field-date": ("日期", "date"),
    "opinions.field-stage_label": ("针对", "on the text of"),
    "opinions.field-stage_date": ("该稿日期", "of"),
    "opinions.field-note": ("备注", "note"),
    "opinions.field-result_label": ("采纳情况", "result"),
    "opinions.field-reason": ("理由/说明", "reason"),
    "opinions.field-answered_by": ("答复单位", "answered by"),
    "opinions.field-answered": ("答复日期", "answered on"),
    "opinions.field-carried_out_clause": ("落实条款", "carried out in"),
    "opinions.field-carried_out_stage": ("落实于", "in the text of"),
}
