"""What the compare room says."""

MESSAGES: dict[str, tuple[str, str]] = {
    "compare.kind-unchanged": ("未改", "unchanged"),
    "compare.kind-amended": ("修改", "amended"),
    "compare.kind-added": ("新增", "added"),
    "compare.kind-deleted": ("删去", "deleted"),
    "compare.kind-split": ("拆分", "split"),
    "compare.kind-merged": ("合并", "merged"),
    "compare.flag-renumbered": ("改号", "renumbered"),
    "compare.flag-moved": ("移动", "moved"),
    "compare.column-kind": ("类型", "kind"),
    "compare.column-flags": ("标记", "flags"),
    "compare.column-old": ("原条号", "old"),
    "compare.column-new": ("新条号", "new"),
    "compare.column-old-text": ("修改前", "before"),
    "compare.column-new-text": ("修改后", "after"),
    "compare.column-remark": ("修改依据/说明", "basis / remarks"),
    "compare.table-title": ("《{title}》修改前后对照表", "{title}: before and after"),
    "compare.concordance-title": ("《{title}》各稿对照表", "{title}: versions side by side"),
    "compare.untitled": ("（无标题）", "(no title)"),
    "compare.legend-print": (
        "条文中黑体字部分是修改或者新增的内容，阴影部分是删去的内容。",
        "Bold: changed or new words. Shaded: deleted words.",
    ),
    "compare.legend-frame": (
        "条文中黑体字部分是修改或者新增的内容，加框部分是删去的内容。",
        "Bold: changed or new words. Boxed: deleted words.",
    ),
    "compare.legend-colour": (
        "条文中绿色下划线部分是修改或者新增的内容，红色删除线部分是删去的内容。",
        "Green, underlined: changed or new words. Red, struck through: deleted words.",
    ),
    "compare.legend-concordance": (
        "每一稿中，新增标记表示与上一稿不同的内容，删去标记表示下一稿删去的内容。",
        "In each version the mark of new words is set against the one before, that of deleted words against the next.",
    ),
    "compare.unchanged-run": ("{new}未作修改", "{new}: unchanged"),
    "compare.renumbered-run": ("{new}（原{old}）未作修改", "{new} (was {old}): unchanged"),
    "compare.span": ("{first}至{last}", "{first} to {last}"),
    "compare.deleted-here": ("（删去）", "(deleted)"),
    "compare.version": ("第{number}稿", "version {number}"),
    "compare.versions": (
        "多稿对照需要 {fewest} 至 {most} 稿，给出了 {count} 稿。",
        "A concordance takes {fewest} to {most} versions, not {count}.",
    ),
}
