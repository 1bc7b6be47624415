"""What the collection says: files that cannot be read, searches that cannot be understood, what to look at."""

MESSAGES: dict[str, tuple[str, str]] = {
    "collection.not-a-text": (
        "{ending}文件不是可读取的法规文本，未收入",
        "{ending} files hold no text that can be read; left out",
    ),
    "collection.unreadable": ("文件无法读取：{reason}", "the file cannot be read: {reason}"),
    "collection.failed": (
        "读取时出错，未收入：{reason}。请将该文件反馈给开发者",
        "reading failed, left out: {reason}. Please report this file",
    ),
    "collection.killed": (
        "读取该文件的进程被系统终止（可能内存不足），未收入",
        "the process that read this file was killed (out of memory?); left out",
    ),
    "collection.pair-failed": (
        "对照时出错：{reason}。请将这两个文件反馈给开发者",
        "comparing failed: {reason}. Please report these two files",
    ),
    "collection.pair-killed": (
        "对照这两个文件的进程被系统终止（可能内存不足）",
        "the process that compared these two files was killed (out of memory?)",
    ),
    "collection.pair-no-articles": ("{name}里没有读出条文", "no article was read in {name}"),
    "collection.pair-by-title": ("{name}：按题名与{old}配对", "{name}: paired with {old} by title"),
    "collection.pairs-none": (
        "{old}与{new}之间没有配得上的文件：同名的或者同题名的各只能有一个",
        "no files of {old} and {new} belong together: one of a name, or of a title, on either side",
    ),
    "collection.pairs-told": (
        "共{count}对：有改动{changed}对，未能对照{failed}对",
        "{count:pair|pairs}: {changed} different, {failed} could not be compared",
    ),
    "collection.pairs-title": ("两批文本对照总表", "Two folders compared"),
    "collection.pairs-name": ("文件", "File"),
    "collection.pairs-summary": ("条文变动", "Clauses"),
    "collection.pairs-share": ("改动占比", "Share changed"),
    "collection.pairs-note": ("备注", "Remark"),
    "collection.pairs-same": ("没有改动", "unchanged"),
    "collection.only-old": ("只在旧文件夹里", "only in the old folder"),
    "collection.only-new": ("只在新文件夹里", "only in the new folder"),
    "collection.comparing": ("逐件对照", "comparing"),
    "collection.folder-and-file": (
        "{folder}是文件夹，{file}不是；请给出两个文件或者两个文件夹",
        "{folder} is a folder and {file} is not; give two files or two folders",
    ),
    "collection.no-dask": (
        "使用集群需要安装扩展：pip install lawtrack[cluster]",
        "a cluster needs the extra: pip install lawtrack[cluster]",
    ),
    "collection.no-cluster": (
        "{address}没有应答。请确认调度器已启动，地址形如 tcp://主机:端口",
        "nobody answers at {address}. Is the scheduler running? The address looks like tcp://host:port",
    ),
    "collection.none": (
        "{path}里没有法规库。请先运行 lawtrack collection build 文件夹… -o {path}",
        "{path} holds no collection. Run lawtrack collection build FOLDER… -o {path} first",
    ),
    "collection.damaged": (
        "法规库{path}的文件已损坏。请重新运行 lawtrack collection build",
        "a file of the collection {path} is damaged. Run lawtrack collection build again",
    ),
    "collection.bad-sql": ("查询语句有误：{reason}", "the question in SQL is not understood: {reason}"),
    "collection.bad-pattern": (
        "“{pattern}”不是有效的正则表达式：{reason}",
        "{pattern!r} is no regular expression: {reason}",
    ),
    "collection.pattern-at": ("第{place}个字：{told}", "character {place}: {told}"),
    "collection.pattern-set": ("“[”没有对应的“]”", "this [ has no ]"),
    "collection.pattern-open": ("“(”没有对应的“)”", "this ( has no )"),
    "collection.pattern-close": ("“)”没有对应的“(”", "this ) has no ("),
    "collection.pattern-nothing": (
        "重复符号（* + ?）前面没有可以重复的字",
        "nothing stands before what repeats (* + ?)",
    ),
    "collection.pattern-twice": (
        "连写了两个重复符号；要找符号本身，前面加“\\”",
        "repeated twice; \\ before a sign finds the sign",
    ),
    "collection.pattern-escape": ("不认识“\\”后面的写法", "what follows \\ is not known"),
    "collection.pattern-range": ("方括号里范围的先后颠倒", "the range in brackets is reversed"),
    "collection.pattern-times": (
        "重复的次数写错了：下限大于上限，或者太大",
        "the times of repetition are reversed or too many",
    ),
    "collection.pattern-group": ("引用了没有的组", "a group is named that is not there"),
    "collection.pattern-behind": ("“(?<”里的长短必须是定的", "what stands in (?< must have one length"),
    "collection.pattern-extension": ("不认识“(?”后面的写法", "what follows (? is not known"),
    "collection.pattern-other": ("写法有误（{reason}）", "{reason}"),
    "collection.no-kind": (
        "没有“{kind}”这类法规；可用：{known}",
        "no kind of instrument {kind!r}; there are: {known}",
    ),
    "collection.no-level": ("没有“{level}”这一层级；可用：{known}", "no level {level!r}; there are: {known}"),
    "collection.reading": ("读取法规", "reading instruments"),
    "collection.built": (
        "法规库{path}：法规{instruments}件，条文{articles}条；未能收入的文件{unread}个",
        "{path}: {instruments:instrument|instruments}, {articles:article|articles}; {unread:file|files} left out",
    ),
    "collection.no-articles": (
        "收入了，但读不出条文；请看是不是法规文本",
        "taken in, but no article could be read; see whether it is an instrument",
    ),
    "collection.hits": ("共{count}处，列出{shown}处", "{count:clause|clauses}, {shown} shown"),
    "collection.advice-parted": ("分开找“{words}”：{count}处", "{words} apart: {count:clause|clauses}"),
    "collection.advice-marks": (
        "“{words}”不计书名号、引号和括号：{count}处以上",
        "{words} whatever marks stand between: {count:clause|clauses} or more",
    ),
    "collection.advice-without": (
        "不限{words}：{count}处",
        "without the condition on {words}: {count:clause|clauses}",
    ),
    "collection.advice-alone": ("只找“{words}”：{count}处", "{words} alone: {count:clause|clauses}"),
    "collection.condition-penalties": ("法律责任一章", "chapters of penalties"),
    "collection.condition-fine": ("罚款数额", "fines"),
    "collection.condition-kind": ("法规种类", "the kind"),
    "collection.condition-level": ("条款项层级", "the level"),
    "collection.condition-since": ("起始日期", "the first day"),
    "collection.condition-until": ("截止日期", "the last day"),
    "collection.condition-body": ("制定机关", "who made it"),
    "collection.condition-title": ("题目", "the title"),
    "collection.bad-date": (
        "“{date}”不是日期；请写成 2020、2020-05 或者 2020-05-01",
        "{date!r} is no date; write 2020, 2020-05 or 2020-05-01",
    ),
    "collection.hits-at-least": (
        "至少{count}处，没有数完，列出{shown}处；--count 数清",
        "at least {count:clause|clauses}, not counted to the end, {shown} shown; --count counts them",
    ),
    "collection.hits-so-far": (
        "只查了前{read}条，其中有{count}处；其余没有查，加 --count 查到底",
        "only the first {read:clause|clauses} read, {count} of which fit; the rest was not read: --count reads to the end",
    ),
    "collection.bad-fine": (
        "“{fine}”不是罚款幅度；请写成 1000-5000（元）",
        "{fine!r} is no range of fines; write 1000-5000 (yuan)",
    ),
    "collection.search-title": ("检索结果：{asked}", "Search: {asked}"),
    "collection.column-title": ("法规名称", "Instrument"),
    "collection.column-place": ("条款", "Clause"),
    "collection.column-text": ("条文内容", "Words"),
    "collection.column-chapter": ("章节", "Chapter"),
    "collection.column-changed": ("最近修改", "Last changed"),
    "collection.no-law": (
        "找不到法律的题目或者条文。请给出修改前后的全文（第一行是题目），或者修改前的全文和修改决定",
        "the law has no title or no articles. Give the whole text before and after (the title first), or the decision",
    ),
    "collection.not-applied": (
        "《{title}》不能完整套用到修改前的文本上。请先用 lawtrack amend apply 查看原因，再给出修改后的全文",
        "{title} cannot be applied whole to the text before. See why with lawtrack amend apply, then give the new text",
    ),
    "collection.bad-name": (
        "旧名称表里这一项缺少 old、now 或者 basis：{entry}",
        "an entry of the list of old names lacks old, now or basis: {entry}",
    ),
    "collection.names-heading": ("使用旧名称的条款", "Clauses that use an old name"),
    "collection.cleaning-title": ("{law}修改后的法规清理建议表", "Cleaning up after the change of {law}"),
    "collection.cleaning-note": (
        "引用共{count}处：条号应改{renumber}处，须研究{look}处，所引规定已删除{gone}处，无须改动{keep}处。",
        "{count:citation|citations}: {renumber} to renumber, {look} to look at, {gone} whose provision is gone, {keep} to keep.",
    ),
    "collection.places-more": ("{shown}……共{count}条", "{shown} … {count:article|articles}"),
    "collection.cleaning-names": (
        "旧名称共{count}处，一件法规的一个名称列一行，共{rows}行。",
        "Old names in {count:place|places}, one row an instrument and a name: {rows:row|rows}.",
    ),
    "collection.cleaning-caution": (
        "本表由程序比对生成，供清理时核对；是否修改由起草单位决定。",
        "Made by comparison, to be checked; whether anything is changed is for the drafters to decide.",
    ),
    "collection.head-number": ("序号", "No."),
    "collection.head-title": ("法规名称", "Instrument"),
    "collection.head-place": ("条款", "Clause"),
    "collection.head-text": ("条文内容", "Words"),
    "collection.head-cites": ("所引规定", "Cites"),
    "collection.head-by": ("废止它的规定", "Repealed by"),
    "collection.repealed-title": ("引用已废止法规的条款", "Places that cite repealed instruments"),
    "collection.repealed-count": (
        "引用已废止法规的共{count}处。",
        "{count:place cites|places cite} repealed instruments.",
    ),
    "collection.repealed-basis": ("制定依据", "ground of the text"),
    "collection.head-fate": ("该规定的变化", "What became of it"),
    "collection.head-todo": ("清理建议", "Proposal"),
    "collection.head-basis": ("依据", "Basis"),
    "collection.fate-same": ("未变", "unchanged"),
    "collection.fate-renumbered": ("内容未变，现为{now}", "unchanged, now {now}"),
    "collection.fate-amended": ("内容有修改，现为{now}", "words changed, now {now}"),
    "collection.fate-deleted": ("已删除", "deleted"),
    "collection.fate-missing": ("修改前的文本中没有这一规定", "the text before has no such provision"),
    "collection.how-split": ("拆分", "split"),
    "collection.how-merged": ("合并", "merged"),
    "collection.how-moved": ("移动了位置", "moved"),
    "collection.how-range": ("所引各条变化不一", "the provisions cited did not stay together"),
    "collection.how-partly": ("其中一部分已删去", "some of them are gone"),
    "collection.how-repealed": ("该法规已废止", "repealed"),
    "collection.how-renamed": ("名称已改", "renamed"),
    "collection.todo-keep": ("无须改动", "keep"),
    "collection.todo-renumber": ("“{cites}”改为“{now}”", "change {cites} to {now}"),
    "collection.todo-look": ("对照新规定研究是否修改", "look at it beside the new words"),
    "collection.todo-gone": ("所引规定已删除，应当修改或者废止", "the provision is gone: amend or repeal"),
    "collection.todo-repealed": (
        "所引法规已废止，应当修改或者废止",
        "what it cites is repealed: amend or repeal",
    ),
    "collection.todo-later": (
        "本法规修改在后，可能已按新条号引用，请核对",
        "this text was changed later and may have the new numbers already: check",
    ),
    "collection.todo-unclear": (
        "“该法”等可能另有所指，请核对",
        "该法 or the like may mean another instrument: check",
    ),
    "collection.todo-list": (
        "同一列举中另有须研究的条款，请一并修改",
        "another place of the same enumeration wants looking at: change both",
    ),
    "collection.todo-name": ("改为“{now}”", "change to {now}"),
    "collection.affected-count": (
        "引用共{count}处：条号应改{renumber}处，须研究{look}处，已删除{gone}处，无须改动{keep}处",
        "{count:citation|citations}: {renumber} to renumber, {look} to look at, {gone} gone, {keep} to keep",
    ),
    "collection.package-made": (
        "打包修改决定写入{path}：法规{count}件；未能写入的{left}件；另有{places}处须研究，未写入",
        "decision in {path}: {count:instrument|instruments}; {left} not written, {places:more place|more places} to look at",
    ),
    "collection.package-mixed": (
        "新旧条号并存，请一并修改：{clause}仍是旧条号",
        "new and old numbers side by side, change both: {clause} keeps its old number",
    ),
    "collection.package-nobody": (
        "没有写明决定机关（--body），请在题目和开头补上",
        "no --body: the decision names nobody who decides, put it into the title and the opening",
    ),
    "collection.package-other": (
        "{instrument}：由其他机关制定，不写入本决定",
        "{instrument}: made by another body, not for this decision",
    ),
    "collection.copy-of": (
        "{copy} 与 {first} 文字相同，只列后者",
        "{copy} has the same text as {first}, which alone is listed",
    ),
    "collection.package-none": (
        "没有可以确定的改动，未写决定",
        "nothing is certain: no decision was written",
    ),
    "collection.look-fine": (
        "罚款幅度：本稿“{ours}”，彼处{theirs}",
        "range of the fine: here “{ours}”, there {theirs}",
    ),
    "collection.look-no-fine": ("没有罚款", "no fine"),
    "collection.look-licence": (
        "彼处没有的许可、审批：{words}",
        "licence or approval that is not there: {words}",
    ),
    "collection.look-coercive": (
        "彼处没有的强制措施：{words}",
        "coercive measure that is not there: {words}",
    ),
    "collection.look-penalty": ("彼处没有的处罚种类：{words}", "kind of penalty that is not there: {words}"),
    "collection.look-deadline": (
        "时限：本稿“{ours}”，彼处{theirs}",
        "deadline: here “{ours}”, there {theirs}",
    ),
    "collection.no-title": (
        "法规库里没有《{title}》。名称相近的：{near}",
        "the collection has no {title}. Titles that come near: {near}",
    ),
    "collection.no-with": (
        "请用 --with 给出要对照的法规名称，可以给多个",
        "name the instruments to compare with by --with, which may be repeated",
    ),
    "collection.beside-label": ("条号", "Clause"),
    "collection.beside-text": ("本稿", "Draft"),
    "collection.beside-there": ("对照法规", "Beside"),
    "collection.beside-text-there": ("对照条文", "Its words"),
    "collection.beside-share": ("相同文字", "Copied"),
    "collection.beside-look": ("需要核对", "To look at"),
    "collection.beside-title": ("《{title}》与上位法对照表", "{title} beside the superior law"),
    "collection.beside-share-all": (
        "与《{title}》逐字相同的文字占本稿{share}（罕用词加权）。",
        "{share} of the draft stands word for word in {title} (rare words weigh more).",
    ),
    "collection.beside-caution": (
        "本表只列出需要核对之处，不对是否抵触、是否重复作判断。",
        "The table shows where to look; it does not judge conflict or repetition.",
    ),
    "collection.beside-alone": ("未找到相应条文", "no clause found that treats the same"),
    "collection.beside-touches": ("（或相关）", " (may touch it)"),
    "collection.beside-touches-note": (
        "注有“或相关”的条文把握较小，请核对是否属同一事项。",
        "Clauses marked “may touch it” are less certain: check whether they treat the same.",
    ),
    "collection.beside-lacking": ("各地有规定而本稿没有的", "What others have and the draft has not"),
    "collection.beside-lacking-of-one": (
        "仅一地有规定而本稿没有的",
        "What one other has and the draft has not",
    ),
    "collection.cities-title": ("《{title}》与外地立法比较表", "{title} beside what others wrote"),
    "collection.cities-note": (
        "每行一个事项，按本稿条文顺序排列；同一事项的条文全部列出。",
        "One row a topic in the draft's order; all articles on it are given.",
    ),
    "collection.duties-title": (
        "《{title}》义务与法律责任对照表",
        "Duties and penalties of {title}",
    ),
    "collection.duties-number": ("序号", "No."),
    "collection.duties-duty": ("义务条款", "duty"),
    "collection.duties-duty-text": ("义务内容", "what it says"),
    "collection.duties-penalty": ("责任条款", "penalty"),
    "collection.duties-penalty-text": ("法律责任", "what follows"),
    "collection.duties-note": ("说明", "note"),
    "collection.duties-counted": (
        "共{count}行；没有对应法律责任的义务{lacking}款，没有对应义务的处罚{free}款。",
        "{count:row|rows}; {lacking:duty|duties} without a penalty, {free:penalty|penalties} without a duty.",
    ),
    "collection.duties-rest": (
        "{places}适用于违反本文件的各种行为（从其规定、刑事责任、民事责任等），没有逐条列出。",
        "{places} hold for every breach (other laws, crimes, damages) and are not listed duty by duty.",
    ),
    "collection.duties-official": (
        "{places}追究公职人员的责任，不在表中。",
        "{places} hold people in office liable and stand in no row.",
    ),
    "collection.duties-unread": (
        "{places}在法律责任一章，但没有读出处罚，请核对。",
        "{places} stand in a chapter of penalties, but no penalty was read there: look at them.",
    ),
    "collection.duties-caution": (
        (
            "本表只列行政机关以外的单位和个人的义务；行政机关自身职责的责任另由问责条款规定。"
            "没有写明条号的处罚按用语比对，须逐条核对。"
        ),
        (
            "Only duties of those who are no authorities are listed. Penalties that cite no provision are matched "
            "by their words: check each."
        ),
    ),
    "collection.as-above": ("同上", "as above"),
    "collection.no-duty": ("（前文没有相应的义务规定）", "(no provision lays down this duty)"),
    "collection.no-penalty": ("（没有对应的法律责任）", "(no penalty)"),
    "collection.tie-cited": ("条文写明", "cited"),
    "collection.tie-words": ("按用语比对", "by its words"),
    "collection.tie-perhaps": ("用语相近，请核对", "perhaps, by its words: to be looked at"),
    "collection.tie-here": ("同条规定", "same paragraph"),
    "collection.tie-no-rule": ("所引条文没有规定义务，请核对", "what it cites lays no duty: to be looked at"),
    "collection.tie-no-duty": ("缺义务", "no duty"),
    "collection.tie-no-penalty": ("缺责任", "no penalty"),
    "collection.unverified": (
        "（依据出处尚未核对，请查证后使用）",
        "(the basis has not been checked against its text: verify it)",
    ),
    "collection.todo-older": (
        "库中另有该文件的较新文本，此文本不必清理",
        "the collection has a newer text of it; nothing to do here",
    ),
    "collection.cleaning-older": (
        "另有{count}个文件在库中有较新文本，只就较新文本提出建议。",
        "{count:more is an older text|more are older texts} of what is here in a newer one; only the newer is dealt with.",
    ),
    "collection.not-provided": ("未规定", "not provided"),
    "collection.drawn-amounts": ("〔金额〕{words}", "[amounts] {words}"),
    "collection.drawn-deadlines": ("〔时限〕{words}", "[deadlines] {words}"),
    "collection.drawn-bodies": ("〔部门〕{words}", "[bodies] {words}"),
}
