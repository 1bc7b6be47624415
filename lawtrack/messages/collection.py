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
    "collection.no-level": ("没有“{level}”这一层级；可用：{known}", "no level {level!r}; there are: {known}"),
    "collection.reading": ("读取法规", "reading instruments"),
    "collection.built": (
        "法规库{path}：法规{instruments}件，条文{articles}条；未能收入的文件{unread}个",
        "{path}: {instruments} instruments, {articles} articles; {unread} files left out",
    ),
    "collection.hits": ("共{count}处，列出{shown}处", "{count} clauses, {shown} shown"),
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
        "{count} citations: {renumber} to renumber, {look} to look at, {gone} whose provision is gone, {keep} to keep.",
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
    "collection.how-renamed": ("名称已改", "renamed"),
    "collection.todo-keep": ("无须改动", "keep"),
    "collection.todo-renumber": ("“{cites}”改为“{now}”", "change {cites} to {now}"),
    "collection.todo-look": ("对照新规定研究是否修改", "look at it beside the new words"),
    "collection.todo-gone": ("所引规定已删除，应当修改或者废止", "the provision is gone: amend or repeal"),
    "collection.todo-later": (
        "本法规修改在后，可能已按新条号引用，请核对",
        "this text was changed later and may have the new numbers already: check",
    ),
    "collection.todo-name": ("改为“{now}”", "change to {now}"),
    "collection.affected-count": (
        "引用共{count}处：条号应改{renumber}处，须研究{look}处，已删除{gone}处，无须改动{keep}处",
        "{count} citations: {renumber} to renumber, {look} to look at, {gone} gone, {keep} to keep",
    ),
    "collection.package-made": (
        "打包修改决定写入{path}：法规{count}件；需人工处理{left}件",
        "package decision in {path}: {count} instruments; {left} need a hand",
    ),
    "collection.package-none": (
        "没有可以确定的改动，未写决定",
        "nothing is certain: no decision was written",
    ),
}
