"""What merging says."""

MESSAGES: dict[str, tuple[str, str]] = {
    "merge.both-changed": (
        "两边都修改了这一处，修改的内容相互冲突。",
        "Both sides changed this, and the changes touch.",
    ),
    "merge.both-added": (
        "两边都新增了这一处，文字不同。",
        "Both sides added this, in different words.",
    ),
    "merge.changed-deleted": (
        "甲稿修改了这一处，乙稿删去了它。",
        "Ours changed this, theirs deleted it.",
    ),
    "merge.deleted-changed": (
        "甲稿删去了这一处，乙稿修改了它。",
        "Ours deleted this, theirs changed it.",
    ),
    "merge.no-conflict": (
        "没有编号为“{id}”的冲突。现有：{known}。",
        "There is no conflict {id!r}. There are: {known}.",
    ),
    "merge.beside": (
        "{label}：两边在同一位置各有新增，两处都保留，请核对先后和内容。",
        "{label}: both sides added something here; both are kept, check their order.",
    ),
    "merge.moved-twice": (
        "{label}：两边都移动了它，按甲稿的位置放置。",
        "{label}: both sides moved it; it stands where ours put it.",
    ),
    "merge.reference-lost": (
        "{label}：“{words}”所引的条款在合并后已经没有了，请核对。",
        "{label}: what {words!r} refers to is not in the merged text any more.",
    ),
}
