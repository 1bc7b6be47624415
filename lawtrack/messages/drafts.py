"""What the commands on drafts and versions say."""

MESSAGES: dict[str, tuple[str, str]] = {
    "drafts.made": ("工作区：{path}", "Workspace: {path}"),
    "drafts.replayed": (
        "示例工作区：{path}（{drafts} 部草案，{versions} 稿）",
        "Sample workspace: {path} ({drafts:draft|drafts}, {versions:version|versions})",
    ),
    "drafts.there": (
        "{path} 已经是工作区，没有改动。",
        "{path} is a workspace already; nothing was changed.",
    ),
    "drafts.imported": (
        "已保存 {draft} {label} {date}（{reference}）",
        "Saved {draft} {label} {date} ({reference})",
    ),
    "drafts.undone": (
        "{message}。现在是 {draft} {label} {date}（{reference}）；撤回的一稿仍在记录里。",
        "{message}. It is {draft} {label} {date} ({reference}) now; what was taken back stays on record.",
    ),
    "drafts.nothing-outside": (
        "最新的一稿 {draft} {label} {date}（{reference}）是用 lawtrack 保存的，没有要认领的改动。",
        "The newest version {draft} {label} {date} ({reference}) was saved by lawtrack: there is nothing to take over.",
    ),
    "drafts.nothing-aside": ("没有待决定的搁置内容。", "Nothing was put aside that waits for a decision."),
    "drafts.aside-stands": ("现为", "stands"),
    "drafts.aside-waits": ("待定", "waits "),
    "drafts.reads-so": (
        "最新的一稿已经是这段文字，没有另存：{draft} {label} {date}（{reference}）。",
        "The newest version reads so already, nothing was saved: {draft} {label} {date} ({reference}).",
    ),
    "drafts.same": (
        (
            "同一文件、同一阶段的这一稿已经有了，没有另存：{draft} {label} {date}（{reference}）。"
            "日期或者会议记错了，用 lawtrack correct {reference} --date 日期 --meeting 会议 更正。"
        ),
        (
            "The same file is there as this stage already, nothing was saved: {draft} {label} {date} ({reference}). "
            "Is its date or meeting wrong? lawtrack correct {reference} --date DATE --meeting MEETING"
        ),
    ),
    "drafts.corrected": (
        "已更正 {draft} {label} {date}（{reference}）",
        "Corrected {draft} {label} {date} ({reference})",
    ),
    "drafts.right-already": (
        "记录本来就是这样，没有改动：{draft} {label} {date}（{reference}）",
        "It is recorded so already, nothing was changed: {draft} {label} {date} ({reference})",
    ),
    "drafts.no-version": ("草案“{slug}”还没有文本。", "The draft {slug!r} has no text yet."),
    "drafts.all-well": (
        "{versions} 稿，记录无误。",
        "{versions:version|versions}; the records are in order.",
    ),
    "drafts.origin-merged": (
        "由两稿合并而成：{versions}（{author}，{when}）",
        "Merged from {versions} ({author}, {when})",
    ),
    "drafts.origin-outside": (
        "不经 lawtrack 的改动（{author}，{when}），前一稿 {versions}。用 lawtrack adopt 认领。",
        "Changed outside lawtrack ({author}, {when}), after {versions}. Take it over with lawtrack adopt.",
    ),
    "drafts.origin-cut": (
        "这个克隆的历史从这里开始（shallow），文本是谁写的、什么时候写的不知道。",
        "The history of this clone begins here (shallow): who wrote the text, and when, is not known.",
    ),
    "drafts.begins-cut": (
        "这个克隆的历史从这里开始（shallow），更早的稿次不在。",
        "The history of this clone begins here (shallow): earlier versions are not there.",
    ),
    "drafts.older-cut": ("或更早（历史不全）", "or older (the history is cut off)"),
    "drafts.no-rounds": (
        "“{slug}”还没有征求过修改意见。开始一轮：lawtrack round open {slug} first --question 怎样修改？",
        "No round of review was opened on {slug} yet. Open one: lawtrack round open {slug} first --question …",
    ),
    "drafts.not-sent": (
        "注意：drafts/{slug}/text.md 里有还没有保存的修改，没有送出。先用 lawtrack import 存为一稿，再同步。",
        "Note: drafts/{slug}/text.md holds edits that nobody has saved; they were not sent. Save it with lawtrack import first.",
    ),
    "drafts.said": ("已记下，{count} 处讨论未完", "Noted; threads still open: {count}"),
    "drafts.receipt-holds": (
        "回执所指的全部记录都原样在。",
        "Everything that the receipt speaks of is there untouched.",
    ),
    "drafts.synced": (
        "已与 {url} 同步：收到 {received} 稿，送出 {sent} 稿；连同意见、计划、征求意见，收到 {came} 次保存，送出 {went} 次。",
        "Synced with {url}: versions received: {received}, sent: {sent}; with opinions, plans, rounds, saves: {came}, {went}.",
    ),
    "drafts.put-aside": (
        "{where}：同事先改了同一处，以同事的文字为准；您的文字留在 lawtrack round show {draft} aside，等待决定。",
        "{where}: a colleague changed the same words first and theirs stand; yours wait in lawtrack round show {draft} aside.",
    ),
    "drafts.field-aside": (
        "{where}：同事先改了同一项，以同事的为准；您的留在 lawtrack aside list，等待决定。",
        "{where}: a colleague changed the same field first and theirs stands; yours waits in lawtrack aside list.",
    ),
    "drafts.aside-decided": ("已决定 {id}：{where}", "Decided {id}: {where}"),
    "drafts.shallow": (
        "注意：这个克隆不含全部历史（shallow），所答只据其中一部分。补全：git fetch --unshallow。",
        "Note: this clone is shallow; what is answered rests on a part of the history. Complete it: git fetch --unshallow.",
    ),
    "drafts.text-or-file": (
        "请用 --text 或 --file 之一写明文字。",
        "Give the words by --text or by --file, one of them.",
    ),
    "drafts.suggested": ("已提出修改 {id}：{clause}", "Suggested {id}: {clause}"),
    "drafts.decision-open": ("未决定", "undecided"),
    "drafts.decision-accepted": ("采纳", "accepted"),
    "drafts.decision-rejected": ("不采纳", "rejected"),
    "drafts.due-over-ask": (
        "截止日 {due} 已经过去（今天是 {day}）。仍然开始这一轮吗？",
        "The due day {due} is over (today is {day}). Open the round all the same?",
    ),
    "drafts.due-over-note": (
        "注意：截止日 {due} 已经过去（今天是 {day}），这一轮一开始就是逾期的。",
        "Note: the due day {due} is over (today is {day}); the round is late from its beginning.",
    ),
    "drafts.round-line": (
        "{name}　{question}　截止 {due}　共 {total} 条，未决定 {open}，讨论中 {threads}　结束 {closed}",
        "{name}  {question}  due {due}  suggestions: {total}, undecided: {open}, under discussion: {threads}  closed {closed}",
    ),
}
