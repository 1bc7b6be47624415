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
    "opinions.fate-unchanged": ("文字未改", "unchanged"),
    "opinions.fate-amended": ("已修改", "amended"),
    "opinions.fate-split": ("已拆分", "split"),
    "opinions.fate-merged": ("已合并", "merged"),
    "opinions.fate-deleted": ("已删去", "deleted"),
    "opinions.fate-unknown": ("条款不明", "clause not known"),
    "opinions.bad-field": (
        "{file} 第 {line} 行：“{field}”{problem}。",
        "{file}, line {line}: {field!r}: {problem}.",
    ),
    "opinions.no-mapping": (
        "{file} 应当是“名称: 值”的形式，如 text: 建议删去第三条。",
        "{file} should hold fields, one a line, such as text: …",
    ),
    "opinions.bad-name": (
        "{file}：意见文件应当以编号命名，如 kd7f2m9x.yaml（小写字母、数字和连字符）。请改名。",
        "{file}: a file of an opinion is named by its id, such as kd7f2m9x.yaml (lower case, digits, hyphens). Rename it.",
    ),
    "opinions.missing-field": ("必填，请补上", "is required; write it"),
    "opinions.extra-field": (
        "不是意见的字段，可用的有：{known}",
        "is no field of an opinion; there are: {known}",
    ),
    "opinions.one-of": ("不能是“{value}”，只能是：{allowed}", "cannot be {value!r}; it is one of: {allowed}"),
    "opinions.not-text": (
        "的写法不对（{problem}），请照其他意见的文件改",
        "is not right ({problem}); see another opinion's file",
    ),
    "opinions.alias": ("意见文件里不能用 & 和 * 引用", "a file of an opinion has no & and * references"),
    "opinions.doubled": ("“{field}”写了两次", "{field!r} stands twice"),
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
}
