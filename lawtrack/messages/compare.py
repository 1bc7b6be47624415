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
}
