"""What merging says."""

MESSAGES: dict[str, tuple[str, str]] = {
    "merging.both-changed": (
        "两边都修改了这一处，修改的内容相互冲突。",
        "Both sides changed this, and the changes touch.",
    ),
    "merging.both-added": (
        "两边都新增了这一处，文字不同。",
        "Both sides added this, in different words.",
    ),
    "merging.changed-deleted": (
        "甲稿修改了这一处，乙稿删去了它。",
        "Ours changed this, theirs deleted it.",
    ),
    "merging.deleted-changed": (
        "甲稿删去了这一处，乙稿修改了它。",
        "Ours deleted this, theirs changed it.",
    ),
    "merging.depth": (
        "合并的深度没有“{given}”。可选：{known}。",
        "There is no depth {given!r} of merging. There are: {known}.",
    ),
    "merging.no-conflict": (
        "没有编号为“{id}”的冲突。现有：{known}。",
        "There is no conflict {id!r}. There are: {known}.",
    ),
    "merging.beside": (
        "{label}：两边在同一位置各有新增，两处都保留，请核对先后和内容。",
        "{label}: both sides added something here; both are kept, check their order.",
    ),
    "merging.moved-twice": (
        "{label}：两边都移动了它，按甲稿的位置放置。",
        "{label}: both sides moved it; it stands where ours put it.",
    ),
    "merging.reference-lost": (
        "{label}：“{words}”所引的条款在合并后已经没有了，请核对。",
        "{label}: what {words!r} refers to is not in the merged text any more.",
    ),
    "merging.base": ("原稿", "base"),
    "merging.ours": ("甲稿", "ours"),
    "merging.theirs": ("乙稿", "theirs"),
    "merging.merged": ("合并结果", "merged"),
    "merging.absent": ("（无）", "(none)"),
    "merging.summary": (
        "未改 {base}，取甲稿 {ours}，取乙稿 {theirs}，两稿相同 {both}，两稿合并 {words}，冲突 {open}",
        "unchanged {base}, ours {ours}, theirs {theirs}, alike on both sides {both}, merged {words}, in conflict {open}",
    ),
    "merging.decided": ("（另有 {count} 处已决定）", " ({count} decided)"),
    "merging.joined": (
        "两稿都改了、改动合在一起的条款，请核对：{labels}",
        "Clauses that both sides changed, their changes put together (check them): {labels}",
    ),
    "merging.three": (
        "原稿：{base}；甲稿：{ours}；乙稿：{theirs}",
        "base: {base}; ours: {ours}; theirs: {theirs}",
    ),
    "merging.not-saved": (
        "还有冲突，没有保存。用 --decide c1=ours（或 theirs、base）逐个决定，或者用 --take ours 全部取甲稿。",
        "Conflicts are left, nothing was saved. Decide each with --decide c1=ours (theirs, base), or all with --take ours.",
    ),
    "merging.only-draft": (
        "--base、--stage、--date、--message、--author 只用于合并工作区里一部草案的两稿。",
        "--base, --stage, --date, --message and --author are for merging two versions of a draft.",
    ),
    "merging.bad-choice": (
        "“{told}”不是“冲突编号=取哪一稿”的写法，如 c1=theirs；可写：{sides}。",
        "{told!r} is not of the form ID=SIDE, as c1=theirs; the sides are: {sides}.",
    ),
    "merging.driver-done": (
        "{name}：已按条合并，冲突 {conflicts} 处",
        "{name}: merged by clause, {conflicts:conflict|conflicts}",
    ),
    "merging.driver-failed": (
        "{name}：不能按条合并（{reason}），改由 git 逐行合并",
        "{name}: cannot be merged by clause ({reason}); git merges it line by line",
    ),
    "merging.clause": ("条款", "clause"),
    "merging.title": ("《{title}》合并情况表", "{title}: the merge clause by clause"),
    "merging.number": ("冲突{number}", "Conflict {number}"),
    "merging.open": (
        "还有 {count} 处冲突需要决定，列在表首；合并稿中暂按甲稿，甲稿删去而乙稿修改的暂按乙稿。",
        "{count:conflict is|conflicts are} open, listed first; the merged text has ours there, or theirs where ours deleted it.",
    ),
    "merging.whole": ("没有冲突。", "No conflicts."),
    "merging.band-conflicts": ("需要决定的冲突（{count} 处）", "Conflicts to decide ({count})"),
    "merging.band-rest": ("全部修改（按合并后的顺序）", "All changes, in the merged order"),
    "merging.standing-ours": ("（未决定，暂按甲稿）", "(open; ours stands)"),
    "merging.standing-theirs": ("（未决定，暂按乙稿）", "(open; theirs stands)"),
    "merging.kind-order": ("公布令", "promulgation order"),
    "merging.kind-title": ("标题", "title"),
    "merging.kind-header": ("题注", "header note"),
    "merging.kind-preamble": ("序言", "preamble"),
    "merging.kind-annex": ("附件", "annex"),
    "merging.kind-tail": ("落款", "signature"),
    "merging.origin-ours": ("取甲稿", "from ours"),
    "merging.origin-theirs": ("取乙稿", "from theirs"),
    "merging.origin-both": ("两稿修改相同", "alike on both sides"),
    "merging.origin-words": ("两稿的修改合在一起，请核对", "changes of both, put together: check"),
    "merging.origin-conflict": ("有冲突", "in conflict"),
    "merging.side-ours": ("甲稿", "ours"),
    "merging.side-theirs": ("乙稿", "theirs"),
    "merging.side-both": ("两稿", "both"),
    "merging.side-base": ("原稿", "base"),
    "merging.side-words": ("两稿", "both"),
    "merging.side-conflict": ("所选稿", "the chosen side"),
    "merging.deleted": ("{side}删去", "deleted by {side}"),
    "merging.added": ("{side}新增", "added by {side}"),
    "merging.moved": ("{side}移动了位置", "moved by {side}"),
    "merging.beside-here": ("两稿在此处各有新增，请核对先后", "both added here: check the order"),
}
