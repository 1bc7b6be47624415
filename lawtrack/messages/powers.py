"""What the lists of powers say."""

MESSAGES: dict[str, tuple[str, str]] = {
    "powers.no-items": (
        "{file}里没有找到权责清单的表。表头应当有“事项名称”（或“职权名称”）和另一栏，如“类型”“实施依据”",
        "{file} holds no list of powers. Its head should have 事项名称 (or 职权名称) and one more column, as 类型, 实施依据",
    ),
    "powers.no-name": (
        "第{row}行没有事项名称，未收入：{words}",
        "row {row} names no power; left out: {words}",
    ),
    "powers.before-heads": (
        "第{row}行在表头之前，未收入：{words}",
        "row {row} stands before the head; left out: {words}",
    ),
    "powers.stray-row": ("第{row}行不是事项，未收入：{words}", "row {row} is no power; left out: {words}"),
    "powers.count-differs": (
        "第{row}行写的项数与读入的不一致：{words}",
        "row {row} states another number of powers than were read: {words}",
    ),
    "powers.counted-here": ("{words}，读入{count}项", "{words}, read: {count}"),
    "powers.filled-down": (
        "从第{row}行起有些行的类型或者部门一栏是空的，按上一行读，行数：{words}",
        "from row {row} on an empty kind or department was read from the row above; how often: {words}",
    ),
    "powers.code-twice": ("同一编码用于不同事项：{words}", "one code for different powers: {words}"),
    "powers.two-bodies": ("同一事项列在不同部门：{words}", "one power in several departments: {words}"),
    "powers.bad-record": (
        "{file}第{line}行不是权责清单的记录。请用 lawtrack powers import 重新导入",
        "{file}, line {line}: no record of a list of powers. Import the list again with lawtrack powers import",
    ),
    "powers.no-kind": ("未注明类型", "no kind given"),
    "powers.no-body": ("未注明部门", "no department given"),
    "powers.more": (
        "共有行政职权{count}项，增加{difference}项",
        "{count:power|powers} in all, {difference} more",
    ),
    "powers.fewer": (
        "共有行政职权{count}项，减少{difference}项",
        "{count:power|powers} in all, {difference} fewer",
    ),
    "powers.as-many": ("共有行政职权{count}项，数量未变", "{count:power|powers} in all, as many as before"),
    "powers.sample-title": (
        "示例市行政职权清单（{year}年6月30日，示例文本）",
        "Powers of Sample City (30 June {year}, sample text)",
    ),
    "powers.body-followed": (
        "{old}已不在清单中，其{total}项中的{moved}项现由{new}行使（更名或者职责划转，请核对）",
        "{old} is no longer in the list: of its {total:power|powers} {new} now has {moved} (a new name or a transfer: check)",
    ),
    "powers.unsure": ("{kinds}（请核对）", "{kinds} (check)"),
    "powers.to-look-at": (
        "对应关系请核对的{unsure}项；新增、取消中可能与其他事项对应的{perhaps}项",
        "{unsure:pairing|pairings} to check; {perhaps:power|powers} added or cancelled that may belong to others",
    ),
    "powers.columns-added": (
        "本次新增栏目：{columns}（不逐项计为变更）",
        "columns that the older list lacks: {columns} (no change of each power)",
    ),
    "powers.columns-gone": (
        "本次没有的栏目：{columns}（不逐项计为变更）",
        "columns that the newer list lacks: {columns} (no change of each power)",
    ),
    "powers.perhaps": ("可能对应：{names}", "perhaps: {names}"),
    "powers.counted": ("{kind}{before}项→{now}项", "{kind} {before} → {now}"),
    "powers.change-added": ("新增", "added"),
    "powers.change-cancelled": ("取消", "cancelled"),
    "powers.change-merged": ("合并", "merged"),
    "powers.change-split": ("拆分", "split"),
    "powers.change-transferred": ("划转", "transferred"),
    "powers.change-renamed": ("变更名称", "renamed"),
    "powers.change-kind-changed": ("变更类型", "another kind"),
    "powers.change-basis": ("变更依据", "another basis"),
    "powers.change-edited": ("其他变更", "edited"),
    "powers.change-unchanged": ("未变", "unchanged"),
    "powers.head-number": ("序号", "No."),
    "powers.head-change": ("变化", "Change"),
    "powers.head-before": ("调整前", "Before"),
    "powers.head-now": ("调整后", "Now"),
    "powers.listing-title": ("权责清单调整对照表", "Changes of the list of powers"),
    "powers.imported": (
        "清单{slug}（{date}）：{count}项，需要核对{doubts}处",
        "list {slug} ({date}): {count:power|powers}, {doubts} to look at",
    ),
    "powers.same": ("与已存的内容相同，未新建版本", "the same as what is kept: no new version"),
    "powers.none": (
        "工作区里没有清单“{slug}”。请先运行 lawtrack powers import 文件 --list {slug} --date 日期",
        "the workspace has no list {slug!r}. Run lawtrack powers import FILE --list {slug} --date DATE first",
    ),
    "powers.no-version": (
        "清单“{slug}”没有{date}的版本；有：{known}",
        "the list {slug!r} has no version of {date}; there are: {known}",
    ),
    "powers.bad-date": ("“{date}”不是日期；请写成 2020-06-30", "{date!r} is no date; write 2020-06-30"),
    "powers.change-in": ("{kinds}（{columns}）", "{kinds} ({columns})"),
    "powers.status-in-force": ("有效", "in force"),
    "powers.status-amended": ("条文已有修改", "amended since"),
    "powers.status-moved": ("条号已变", "article moved"),
    "powers.status-doubtful": (
        "该条没有讲到这一事项，请核对",
        "the article does not speak of it: to be looked at",
    ),
    "powers.by-number": ("（只核对了条号）", " (only its number was looked at)"),
    "powers.by-changed": (
        "（条文改过，清单没有日期）",
        " (the article was changed, and the list has no day)",
    ),
    "powers.changed-only": (
        "其中{count}处，条文与前一版本不同，清单没有日期，看不出依据的是哪一版",
        (
            "{count:ground|grounds} of those in force on a provision that the version before has otherwise: "
            "the list has no day that says which is meant"
        ),
    ),
    "powers.number-only": (
        "其中{count}处只核对了条号，条文内容没有核对。写明清单日期（powers import --date）或者引用原文，才能看出条文是否已改",
        (
            "of those in force {count:ground|grounds} by the number only: with the day of the list "
            "(powers import --date) or the words quoted it can be told what was amended"
        ),
    ),
    "powers.status-repealed": ("已废止", "repealed"),
    "powers.status-not-found": ("法规库中没有", "not found in the collection"),
    "powers.status-no-article": ("没有这一条", "no such provision"),
    "powers.status-unread": ("依据没有写明法规", "no instrument named"),
    "powers.checked": (
        "依据{count}处：有效{inforce}，已修改{amended}，条号已变{moved}，存疑{doubtful}，已废止{repealed}，未找到{missing}，未写明法规{unread}",
        (
            "{count:ground|grounds}: {inforce} in force, {amended} amended, {moved} moved, {doubtful} doubtful, "
            "{repealed} repealed, {missing} not found, {unread} naming no instrument"
        ),
    ),
}
