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
}
