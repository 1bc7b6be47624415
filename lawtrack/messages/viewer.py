"""What the comparison on screen says: sent whole to its front end, in notebooks and exported pages alike.

`viewer.keys` is one key and its use a line, parted by a tab.
"""

MESSAGES = {
    "viewer.grid": ("条文对照", "Comparison by clause"),
    "viewer.toolbar": ("对照工具", "Comparison tools"),
    "viewer.filter": ("按变化类别筛选", "Filter by kind of change"),
    "viewer.search": ("查找条文", "Find in the text"),
    "viewer.hits": ("{count} 处", "{count} found"),
    "viewer.legend-new": ("修改或者新增的文字", "changed or new words"),
    "viewer.legend-gone": ("删去的文字", "deleted words"),
    "viewer.legend-many-new": ("与上一稿不同的文字", "words that differ from the version before"),
    "viewer.legend-many-gone": ("下一稿删去的文字", "words that the next version drops"),
    "viewer.legend-note": (
        "整条新增、整条删去的，以左侧色条标明；只改条号的，不作标记。",
        "A clause that is new or deleted as a whole has a bar at its side; a new number alone is not marked.",
    ),
    "viewer.column-number": ("条号", "Clause"),
    "viewer.column-old": ("修改前", "Before"),
    "viewer.column-new": ("修改后", "After"),
    "viewer.kind-added": ("新增", "added"),
    "viewer.kind-deleted": ("删去", "deleted"),
    "viewer.kind-amended": ("修改", "amended"),
    "viewer.kind-split": ("拆分", "split"),
    "viewer.kind-merged": ("合并", "merged"),
    "viewer.kind-moved": ("移动", "moved"),
    "viewer.kind-renumbered": ("改号", "renumbered"),
    "viewer.kind-unchanged": ("未改", "unchanged"),
    "viewer.in-place": ("按位置对应", "in its place"),
    "viewer.in-place-why": (
        "文字相近之处不多，主要因为所在的位置才放在一行，请核对。",
        "Few words are alike; these stand in one row for their place. Please check.",
    ),
    "viewer.doubtful": ("对应存疑", "doubtful match"),
    "viewer.doubtful-why": (
        "前后两条只有部分内容相近，也可能各是一事，请核对。",
        "The two have only something in common and may be about different things. Please check.",
    ),
    "viewer.repeated": ("对应存疑", "doubtful match"),
    "viewer.repeated-why": (
        "文字未改，但所引的条号现为另一内容，请核对。",
        "The words are the same, but the number they name is now another clause. Please check.",
    ),
    "viewer.opposite": ("对应存疑", "doubtful match"),
    "viewer.opposite-why": (
        "同一位置删去一条、新增一条，用语全然不同，也可能是同一条改写而成，请核对。",
        "One clause went and one came in the same place; wholly other words, but they may be one rewritten. Please check.",
    ),
    "viewer.level-order": ("公布令", "promulgation"),
    "viewer.level-title": ("标题", "title"),
    "viewer.level-header": ("题注", "header note"),
    "viewer.level-contents": ("目录", "contents"),
    "viewer.level-preamble": ("序言", "preamble"),
    "viewer.level-part": ("编名", "part"),
    "viewer.level-subpart": ("分编名", "subpart"),
    "viewer.level-chapter": ("章名", "chapter"),
    "viewer.level-section": ("节名", "section"),
    "viewer.level-article": ("条", "article"),
    "viewer.level-annex": ("附件", "annex"),
    "viewer.level-tail": ("文末", "closing lines"),
    "viewer.show-unchanged": ("显示未改 {count} 条", "Show {count} unchanged"),
    "viewer.previous": ("上一处变化", "Previous change"),
    "viewer.next": ("下一处变化", "Next change"),
    "viewer.place": ("第 {at} / {of} 处", "{at} of {of}"),
    "viewer.copy": ("复制", "Copy"),
    "viewer.copied": ("已复制 {count} 条。", "Copied {count:clause|clauses}."),
    "viewer.copy-failed": (
        "浏览器不允许复制。请选中文字后按 Ctrl+C。",
        "The browser does not allow copying. Select the text and press Ctrl+C.",
    ),
    "viewer.help": ("键盘操作", "Keys"),
    "viewer.keys": (
        (
            "↓ j\t下一行\n↑ k\t上一行\nn\t下一处变化\np\t上一处变化\nEnter\t收起或展开\n/\t查找\n"
            "← →\t左右移动\ny\t复制本条\nHome End\t首行、末行\nEsc\t回到单元格"
        ),
        (
            "↓ j\tnext row\n↑ k\tprevious row\nn\tnext change\np\tprevious change\nEnter\tfold or unfold\n/\tfind\n"
            "← →\tmove sideways\ny\tcopy the clause\nHome End\tfirst, last row\nEsc\tback to the cell"
        ),
    ),
    "viewer.unchanged": ("未改动 {count} 条　{span}", "{count} unchanged · {span}"),
    "viewer.more": (
        "另有 {count} 行，见导出的对照表。",
        "{count:more row|more rows}: see the exported comparison.",
    ),
    "viewer.shown": ("显示 {count} 条。", "{count:clause|clauses} shown."),
    "viewer.no-match": ("没有符合条件的条文。", "No clause matches."),
    "viewer.no-rows": ("各稿均无条文。", "None of the texts has a clause."),
    "viewer.summary-many": (
        "{versions} 稿，{count} 条中 {changed} 条有变化",
        "{versions:version|versions}, {changed} of {count:clause|clauses} changed",
    ),
    "viewer.at-end": ("已到最后一处。", "This was the last one."),
    "viewer.at-start": ("已到第一处。", "This was the first one."),
}
