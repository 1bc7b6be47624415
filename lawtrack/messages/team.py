"""What the meeting point, sync and rounds of review say."""

MESSAGES: dict[str, tuple[str, str]] = {
    "team.no-meeting": (
        "这个工作区还没有共享点。请用 lawtrack share 写明服务器地址或共享文件夹。",
        "This workspace has no meeting point yet. Name a server or a shared folder with lawtrack share.",
    ),
    "team.bad-meeting": (
        "“{url}”不能作共享点。请写文件夹，或者以 https://、ssh:// 开头的地址，或 用户@主机:路径。",
        "{url!r} cannot be a meeting point. Give a folder, an address that begins https:// or ssh://, or user@host:path.",
    ),
    "team.meets-as-before": (
        "{reason}没有换共享点，仍是 {address}。",
        "{reason} The meeting point stays {address}.",
    ),
    "team.meeting-in-use": (
        "{path} 里已有别的文件，不能作共享点。请换一个空文件夹。",
        "{path} holds other files and cannot be a meeting point. Name an empty folder.",
    ),
    "team.not-main": (
        "现在在分支“{branch}”上；同步的是 main。请先运行 git switch main。",
        "The branch {branch!r} is checked out; what is synced is main. Run git switch main first.",
    ),
    "team.unrelated": (
        "共享点里是另一个工作区，与这里没有共同的历史。请从共享点重新克隆，再导入这里的文本。",
        "The meeting point holds another workspace without a common past. Clone it anew and import the texts from here.",
    ),
    "team.remote-faster": ("同事刚刚先送出了。", "A colleague was faster."),
    "team.remote-busy": (
        "同事们正在不断送出，试了 {tries} 次都没有轮到。您的稿都在本机，请稍后再同步。",
        "Colleagues keep sending: {tries:try was|tries were} not enough. Your versions are safe here; sync again later.",
    ),
    "team.remote-no-network": (
        "连不上共享点 {url}：没有网络，或者服务器没有应答。您的稿都在本机，联网后再同步。（{words}）",
        "{url} cannot be reached: no network, or no answer. Your versions are safe here; sync again later. ({words})",
    ),
    "team.remote-no-right": (
        "没有共享点 {url} 的读写权限，或者密码、密钥不对。请找管理员开通。（{words}）",
        "You have no right to {url}, or password or key are wrong. Ask whoever runs it. ({words})",
    ),
    "team.remote-not-there": (
        "{url} 不是共享点：地址写错了，或者文件夹、仓库不在了。（{words}）",
        "{url} is no meeting point: the address is wrong, or the folder or repository is gone. ({words})",
    ),
    "team.remote-rejected": (
        "共享点 {url} 拒绝了：它的规则不许这样更改。您的稿都在本机，请找管理员。（{words}）",
        "{url} refused: its rules do not allow the change. Your versions are safe here; ask whoever runs it. ({words})",
    ),
    "team.remote-locked": (
        "同事正在写共享点 {url}，请稍后再同步。（{words}）",
        "A colleague is writing to {url}. Sync again in a moment. ({words})",
    ),
    "team.remote-unsafe": (
        "共享点 {url} 属于别的用户。确认可以信任之后，运行 git config --global --add safe.directory 加上它。（{words}）",
        "{url} belongs to another user. If you trust it, add it with git config --global --add safe.directory. ({words})",
    ),
    "team.remote-failed": (
        "与共享点 {url} 的同步没有成功；您的稿都在本机。git 的原话：{words}",
        "The sync with {url} failed; your versions are safe here. In git's words: {words}",
    ),
    "team.joined-subject": ("与同事的工作合并", "Join with the work of colleagues"),
    "team.joined-aside": ("搁置待定：{where}", "Put aside: {where}"),
    "team.aside-reason": ("同步时与同事的修改冲突", "It clashed with a colleague's change in a sync"),
    "team.aside-question": (
        "同步时搁置的文字，用哪一方的？",
        "Put aside in a sync: whose words shall stand?",
    ),
    "team.no-aside": ("没有搁置 {id}。现有：{known}。", "Nothing is put aside as {id}. There are: {known}."),
    "team.no-spot": (
        "没有“{spot}”这个位置。可用：{known}（instead 代替这一条，after 接在它之后）。",
        "There is no spot {spot!r}. There are: {known} (in the place of the clause, behind it).",
    ),
    "team.no-side": (
        "没有“{side}”这一方：ours 用搁置的，theirs 用现有的。",
        "There is no side {side!r}: ours for what was put aside, theirs for what stands.",
    ),
    "team.aside-decided": ("决定搁置的字段 {where}：用{side}", "Decide what was put aside, {where}: {side}"),
    "team.side-ours": ("搁置的", "what was put aside"),
    "team.side-theirs": ("现有的", "what stands"),
    "team.no-round": ("草案“{slug}”没有叫“{name}”的一轮。", "The draft {slug!r} has no round {name!r}."),
    "team.round-exists": (
        "草案“{slug}”已有叫“{name}”的一轮。",
        "The draft {slug!r} has a round {name!r} already.",
    ),
    "team.round-closed": ("“{name}”这一轮已于 {day} 结束。", "The round {name!r} was closed on {day}."),
    "team.round-open": (
        "“{name}”这一轮还有 {open} 条未决定、{threads} 条在讨论，不能形成新稿。",
        "The round {name!r} cannot be closed yet: suggestions undecided: {open}, under discussion: {threads}.",
    ),
    "team.no-suggestion": (
        "“{name}”这一轮没有 {id}。现有：{known}。",
        "The round {name!r} has no {id}. There are: {known}.",
    ),
    "team.no-decision": (
        "没有“{decision}”这种决定：accepted 采纳，rejected 不采纳，open 重新讨论。",
        "There is no decision {decision!r}: accepted, rejected, or open.",
    ),
    "team.suggestions-clash": (
        "{id}（{clause}）与已采纳的另一条或现在的文本要改同一处，请改为不采纳其中之一。",
        "{id} ({clause}) changes the same words as another one accepted or as the present text. Reject one of them.",
    ),
    "team.round-subject": (
        "“{name}”一轮的结果：采纳 {accepted} 条",
        "Result of the round {name}: accepted {accepted}",
    ),
    "team.round-step": ("{draft}“{name}”一轮：{verb}", "{draft}, round {name}: {verb}"),
    "team.step-open": ("开始", "opened"),
    "team.step-suggest": ("提出修改", "suggestion"),
    "team.step-say": ("讨论", "discussion"),
    "team.step-resolve": ("讨论完毕", "thread resolved"),
    "team.step-decide": ("决定", "decision"),
}
