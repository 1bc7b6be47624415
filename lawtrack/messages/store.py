"""What the store room says."""

MESSAGES: dict[str, tuple[str, str]] = {
    "store.no-draft": (
        "工作区里没有草案“{slug}”。现有：{known}。",
        "There is no draft {slug!r} in this workspace. There are: {known}.",
    ),
    "store.no-workspace": (
        "{path} 不在 lawtrack 工作区里。先运行 lawtrack init 建立工作区，或者换到工作区所在的文件夹。",
        "{path} is not in a lawtrack workspace. Make one with lawtrack init, or change to the workspace's folder.",
    ),
    "store.no-commit": (
        "{path} 里还没有任何提交。请先运行 lawtrack init。",
        "There is no commit in {path} yet. Run lawtrack init first.",
    ),
    "store.no-git": (
        "没有找到 git。请先安装 git（https://git-scm.com），并确认命令行里可以运行 git --version。",
        "git was not found. Install git (https://git-scm.com) and make sure that git --version works.",
    ),
    "store.strange-settings": (
        (
            "{path} 的 git 配置指向别处的文件（{settings}），没有打开：别人给的仓库可能借此读取本机文件。"
            "如果是自己的，请用 git config --unset-all 去掉这些设置；否则请重新克隆。"
        ),
        (
            "The git settings of {path} lead to other files ({settings}), so it was not opened: a repository from "
            "elsewhere could read files of this machine by them. If it is yours, take them out with git config "
            "--unset-all; if not, clone it anew."
        ),
    ),
    "store.strange-links": (
        "{path} 里 git 自己的文件 {file} 是指向别处的链接，lawtrack 不打开。请确认来历，删去链接或换成真正的文件。",
        "In {path} git's own {file} is a link that leads elsewhere, so it is not opened. Put a real file in its place.",
    ),
    "store.strange-alternates": (
        (
            "{path} 向别的仓库借用内容（{file}），没有打开。如果是自己的，请先运行 git repack -a -d，再删除这个文件；"
            "否则请重新克隆。"
        ),
        (
            "{path} borrows its content from another repository ({file}), so it was not opened. If it is yours, run "
            "git repack -a -d and delete that file; if not, clone it anew."
        ),
    ),
    "store.not-yours": (
        (
            "{path} 属于别的用户，没有打开。确认可以信任之后，运行：\n"
            "  git config --global --add safe.directory {path}"
        ),
        (
            "{path} belongs to another user and was not opened. If you trust it, run:\n"
            "  git config --global --add safe.directory {path}"
        ),
    ),
    "store.git-failed": ("git {command} 没有成功：{output}", "git {command} failed: {output}"),
    "store.no-identity": (
        (
            "git 还不知道您是谁，无法署名。请先运行：\n"
            "  git config --global user.name 您的姓名\n  git config --global user.email 您的邮箱"
        ),
        (
            "git does not know who you are, and a version must be signed. Run:\n"
            '  git config --global user.name "Your Name"\n  git config --global user.email you@example.org'
        ),
    ),
    "store.bad-author": (
        "“{author}”不是“姓名 <邮箱>”的写法。",
        "{author!r} is not of the form Name <mail address>.",
    ),
    "store.bad-slug": (
        (
            "“{slug}”不能作草案代号。代号只用小写英文字母、数字，词间用连字符，最长 {longest} 个字符，"
            "如 patriotic-health；不能用 con、nul 等系统保留名。"
        ),
        (
            "{slug!r} cannot name a draft. Use lower-case ASCII letters and digits, words joined by hyphens, at most "
            "{longest:character|characters}, such as patriotic-health; not a name that Windows reserves, such as con or nul."
        ),
    ),
    "store.bad-date": (
        "“{date}”不是日期。请写成 2020-07-30、2020-07、2020 或 2020年7月30日。",
        "{date!r} is not a date. Write 2020-07-30, 2020-07 or 2020.",
    ),
    "store.bad-source": (
        "来源“{source}”不完整：需要文件名和 64 位十六进制的 SHA-256。",
        "The source {source} is incomplete: it needs a file name and a SHA-256 of 64 hexadecimal digits.",
    ),
    "store.no-stage": (
        "没有“{stage}”这个阶段。可用的阶段：{known}。",
        "There is no stage {stage!r}. The stages are: {known}.",
    ),
    "store.empty-text": (
        "文本是空的，没有保存。",
        "The text is empty; nothing was saved.",
    ),
    "store.not-utf8": (
        "{path} 不是 UTF-8 文本，请另存为 UTF-8 后再试。",
        "{path} is not UTF-8 text. Save it as UTF-8 and try again.",
    ),
    "store.no-text": (
        "没有文本：{path}。",
        "There is no text at {path}.",
    ),
    "store.no-version": (
        "草案“{slug}”没有“{ref}”这一稿。现有各稿：{known}。可以写阶段、日期或提交号的前几位。",
        (
            "The draft {slug!r} has no version {ref!r}. There are: {known}. Name a stage, a date, or the first digits "
            "of a commit."
        ),
    ),
    "store.many-versions": (
        "草案“{slug}”有几稿的提交号都以“{ref}”开头：{known}。请多写几位。",
        "Several versions of the draft {slug!r} begin with {ref!r}: {known}. Give more digits.",
    ),
    "store.no-clause": (
        "草案“{slug}”的最后一稿里没有“{clause}”。条号范围：{known}。",
        "The last version of the draft {slug!r} has no clause {clause!r}. Its articles: {known}.",
    ),
    "store.draft-exists": (
        "草案“{slug}”已经有了。",
        "The draft {slug!r} is there already.",
    ),
    "store.not-saved": (
        "没有保存：{reason}\n文字留在 {kept}，排除问题后可以从那里再次导入。",
        "Not saved: {reason}\nThe text is kept in {kept}; import it from there once the trouble is over.",
    ),
    "store.not-kept": (
        "没有保存，磁盘也写不进去：{reason}。请不要关闭窗口，先把文字复制到别处。",
        "Not saved, and no disk takes the text: {reason}. Leave the window open and copy the text elsewhere.",
    ),
    "store.conflict": (
        "没有保存：{reason}\n文字留在 {kept}。",
        "Not saved: {reason}\nThe text is kept in {kept}.",
    ),
    "store.overtaken": (
        "在您之前，别人已经保存了 {path}。请先看看那一稿，再决定如何保存。",
        "Somebody saved {path} before you. Look at that version, then decide how to save yours.",
    ),
    "store.locked": (
        "另一个程序正在写这个工作区。稍后再试；如果确实没有别的程序在用，请删除 {lock}。",
        "Another program is writing to this workspace. Try again; if none is running, delete {lock}.",
    ),
    "store.unsaved-edits": (
        "{path} 里有尚未保存的改动，继续会覆盖它。请先保存，或者用 git restore 放弃那些改动。",
        "{path} holds edits that were never saved and would be overwritten. Save them, or drop them with git restore.",
    ),
    "store.outside": (
        "{path} 指向工作区以外的地方，lawtrack 不读也不写。请换成真正的文件。",
        "{path} leads out of the workspace; lawtrack neither reads nor writes it. Put a real file in its place.",
    ),
    "store.corrected": ("更正：原记为{stage} {date}", "Corrected: recorded as {stage} {date} before"),
    "store.correct-later-first": (
        "{reference} 来自同一文件，阶段和日期的记录也相同，而且更晚。请先更正那一稿。",
        "{reference} came from the same file and is recorded alike, and is later. Correct that one first.",
    ),
    "store.verify-correction": (
        "{where}：更正的是“{detail}”，但之前没有这样记录的一稿。",
        "{where}: corrects {detail!r}, but no version before it is recorded so.",
    ),
    "store.not-applied": (
        "这份决定不能完整执行于 {reference}，没有保存：\n{reasons}\n核对后仍要保存已执行的部分，请用 --partial。",
        "The decision could not be applied whole to {reference}; nothing was saved:\n{reasons}\nCheck; --partial saves the rest.",
    ),
    "store.nothing-applied": (
        "这份决定没有一项能执行于 {reference}，没有保存：\n{reasons}",
        "No instruction of the decision could be applied to {reference}; nothing was saved:\n{reasons}",
    ),
    "store.amended-subject": ("{label}：根据《{decision}》修改", "{label}: amended by {decision}"),
    "store.amended-partly": ("尚未执行：", "Not applied:"),
    "store.merged-subject": ("合并两稿：{ours} 与 {theirs}", "Merge {ours} and {theirs}"),
    "store.no-base": (
        "找不到草案“{slug}”两稿共同的原稿，请用 --base 写明。现有各稿：{known}。",
        "There is no version of {slug!r} that both stand on: name it with --base. There are: {known}.",
    ),
    "store.verify-doubled": (
        "{where}：记录“{detail}”写了两次。",
        "{where}: the trailer {detail} stands twice.",
    ),
    "store.verify-incomplete": (
        "{where}：提交说明里有 lawtrack 记录，但缺少草案或阶段。",
        "{where}: the message has lawtrack trailers, but no draft or no stage.",
    ),
    "store.verify-draft": ("{where}：草案代号“{detail}”不合规。", "{where}: {detail!r} cannot name a draft."),
    "store.verify-stage": ("{where}：阶段“{detail}”不合规。", "{where}: {detail!r} cannot name a stage."),
    "store.verify-date": (
        "{where}：阶段日期“{detail}”不是日期。",
        "{where}: the stage's date {detail!r} is no date.",
    ),
    "store.verify-source": (
        "{where}：来源“{detail}”缺文件名，或者 SHA-256 不完整。",
        "{where}: the source {detail!r} lacks its name or a whole SHA-256.",
    ),
    "store.verify-no-text": ("{where}：这一稿没有文本。", "{where}: this version has no text."),
    "store.verify-not-utf8": (
        "{where}：第 {detail} 字节起不是 UTF-8。",
        "{where}: not UTF-8 from byte {detail}.",
    ),
    "store.verify-no-articles": (
        "{where}：文本里一条也没有认出来。",
        "{where}: no article was recognised in the text.",
    ),
    "store.verify-record": ("{where}：{detail}", "{where}: {detail}"),
    "store.verify-receipt-unknown": (
        "{where} 的回执没法在不含全部历史的克隆里核对。先补全：git fetch --unshallow。",
        "The receipt of {where} cannot be checked where the past is cut off. Complete it first: git fetch --unshallow.",
    ),
    "store.seal-shallow": (
        "这个克隆不含全部历史（shallow），封存回执要说到全部记录。先补全：git fetch --unshallow。",
        "This clone is shallow, and a receipt speaks of all records. Complete it first: git fetch --unshallow.",
    ),
    "store.verify-unsaved": (
        "{where}：一次没有成功的保存留下的文字。导入它，或者删除它。",
        "{where}: the text of a save that failed. Import it, or delete it.",
    ),
    "store.no-sample": (
        "没有找到示例（{path} 里没有 drafts 和 plans）。请重新安装 lawtrack。",
        "The sample was not found: no drafts and plans in {path}. Install lawtrack again.",
    ),
    "store.target-in-use": (
        "{path} 不是空文件夹，示例没有写入。请换一个文件夹。",
        "{path} is not empty; the sample was not written. Name another folder.",
    ),
    "store.bad-stage": (
        "{file}：stages 里有一项不完整（{problem}）。每项要有 stage、file、date、author、message。",
        "{file}: an entry of stages is incomplete ({problem}). Each needs stage, file, date, author and message.",
    ),
    "store.seed-subject": ("建立 lawtrack 工作区", "Make a lawtrack workspace"),
    "store.draft-subject": ("新建草案：{title}", "New draft: {title}"),
    "store.sample-subject": ("示例：年度计划和草案名录", "Sample: annual plan and list of drafts"),
    "store.readme": (
        (
            "# 立法文稿工作区\n\n"
            "这里是 lawtrack 的工作区，也是一个普通的 git 仓库。\n\n"
            "- `drafts/<代号>/text.md`：文本，每条、款、项、目一行\n"
            "- `drafts/<代号>/draft.yaml`：名称、种类、所属计划项目\n"
            "- `plans/<年份>.yaml`：年度立法计划\n\n"
            "每一稿是一次提交，阶段、日期、会议和来源写在提交说明的末尾。`lawtrack log <代号>` 列出各稿，"
            "`lawtrack diff <代号> <阶段> <阶段>` 逐条对照。克隆之后运行一次 `lawtrack init .`，"
            "`git diff` 就会标出所在的条。\n"
        ),
        (
            "# A workspace for drafts of ordinances\n\n"
            "This is a lawtrack workspace, and an ordinary git repository.\n\n"
            "- `drafts/<slug>/text.md`: the text, one line an article, paragraph, item or point\n"
            "- `drafts/<slug>/draft.yaml`: title, kind, item of the plan\n"
            "- `plans/<year>.yaml`: the annual legislative plan\n\n"
            "A version is a commit; stage, date, meeting and source stand at the end of its message. `lawtrack log <slug>` "
            "lists the versions, `lawtrack diff <slug> <stage> <stage>` compares them clause by clause. Run `lawtrack "
            "init .` once in a clone, and `git diff` names the article of each change.\n"
        ),
    ),
    "store.conflict-markers": (
        "文本里还有 git 的冲突标记（<<<<<<< 或 >>>>>>>），没有保存。请先定下用哪一方的文字，删去标记。",
        "The text still holds git's conflict markers (<<<<<<< or >>>>>>>); nothing was saved. Decide and delete them first.",
    ),
    "store.adopted-subject": ("认领 {author} 于 {day} 的外部改动", "Take over {author}'s edit of {day}"),
    "store.restored-subject": (
        "恢复{label} {date}（{sha}）的文本",
        "Restore the text of {label} {date} ({sha})",
    ),
    "store.undone-subject": ("撤回{label}（{sha}）", "Take back {label} ({sha})"),
    "store.edits-to-import": (
        (
            "drafts/{slug}/text.md 里的修改还没有提交，不用认领：用 "
            "lawtrack import drafts/{slug}/text.md --draft {slug} --stage 环节 --date 日期 存为一稿。"
        ),
        (
            "The edits in drafts/{slug}/text.md were never committed, so there is nothing to adopt: save them with "
            "lawtrack import drafts/{slug}/text.md --draft {slug} --stage STAGE --date DATE."
        ),
    ),
    "store.one-version": (
        "“{ours}”和“{theirs}”是同一稿（{reference}），没有可以合并的改动。",
        "{ours!r} and {theirs!r} are one version ({reference}): there is nothing to merge.",
    ),
    "store.not-newest": (
        "{reference} 不是最新的一稿，不能单独撤回；要用它之前的文本，请用 lawtrack restore。",
        "{reference} is not the newest version and cannot be taken back alone; `lawtrack restore` brings an earlier text back.",
    ),
    "store.nothing-to-undo": ("“{slug}”没有可撤回的一稿。", "There is no version of {slug!r} to take back."),
    "store.no-receipt": (
        "“{receipt}”不是封存回执。回执是 lawtrack seal 给出的一行，以 lawtrack-seal 1 开头。",
        "{receipt!r} is no receipt. A receipt is the line that lawtrack seal gave; it begins with lawtrack-seal 1.",
    ),
    "store.finding-text-changed": (
        "{where}：文本与当时的记录（{detail}）不符，保存之后被改过。",
        "{where}: the text is not what was recorded ({detail}); it was changed after it was saved.",
    ),
    "store.finding-record-changed": (
        "{where}：记录（{detail}）不是 lawtrack 写下的原样，阶段、日期、作者或说明被改过，或者是手工写的。",
        "{where}: the record ({detail}) is not as lawtrack wrote it: stage, date, author or message were changed or typed.",
    ),
    "store.finding-version-removed": (
        "{where}：有稿次或记录从历史里消失了（{detail}）。",
        "{where}: versions or records are gone from the history ({detail}).",
    ),
    "store.finding-draft-removed": (
        "{where}：草案被删除（{detail}）；各稿还在历史里，可用 lawtrack restore 恢复。",
        "{where}: the draft was deleted ({detail}); its versions are still in the history: lawtrack restore brings them back.",
    ),
    "store.finding-opinion-changed": (
        "{where}：意见在保存之后被改过（{detail}）。",
        "{where}: an opinion was changed after it was saved ({detail}).",
    ),
    "store.finding-object-missing": (
        "{where}：git 里缺少这个内容 {detail}。请从别的克隆取回（git fetch），或者恢复备份。",
        "{where}: this content is missing from git {detail}. Fetch it from another clone, or restore a backup.",
    ),
    "store.finding-object-damaged": (
        "{where}：git 里的这个内容已损坏 {detail}。请从别的克隆取回，或者恢复备份。",
        "{where}: this content is damaged in git {detail}. Fetch it from another clone, or restore a backup.",
    ),
    "store.finding-object-replaced": (
        "{where}：有人让 git 用别的内容顶替它 {detail}（git replace）；lawtrack 不予理会，显示原来的内容。",
        "{where}: somebody made git show other content in its place {detail} (git replace); lawtrack shows the original.",
    ),
    "store.finding-shallow": (
        "{where}：这个克隆不含全部历史（shallow）{detail}，较早的稿次看不到。补全：git fetch --unshallow。",
        "{where}: this clone is shallow {detail}: earlier versions are not there. Complete it with git fetch --unshallow.",
    ),
    "store.finding-detached": (
        "{where}：HEAD 不在任何分支上 {detail}，保存会丢失。变基没有做完就运行 git rebase --abort，否则 git switch main。",
        "{where}: HEAD is on no branch {detail}; saves would be lost. Run git rebase --abort after a rebase, else git switch main.",
    ),
    "store.finding-conflict-markers": (
        "{where}：文本里有 git 的冲突标记{detail}，请定下文字后重新保存。",
        "{where}: the text holds git's conflict markers{detail}. Decide, and save it again.",
    ),
    "store.finding-outside-edit": (
        "{where}：文本不经 lawtrack 被改动（{detail}）。看过之后用 lawtrack adopt 认领，或用 lawtrack restore 恢复。",
        "{where}: the text was changed outside lawtrack ({detail}). Look at it, then lawtrack adopt or lawtrack restore.",
    ),
    "store.finding-unsigned": (
        "{where}：按 allowed_signers 须由保存人本人签名，而这条记录没有有效签名（{detail}）。",
        "{where}: allowed_signers asks for the signature of who saved; this record is not validly signed ({detail}).",
    ),
    "store.signature-none": ("没有签名", "no signature"),
    "store.signature-bad": ("签名与内容不符", "the signature does not fit the content"),
    "store.signature-stranger": (
        "签名所用的密钥当时不是名单上该保存人的密钥，或已过期",
        "the key was not listed for that person at that time, or had expired",
    ),
    "store.finding-receipt-broken": (
        "与 {where} 的封存回执不符：那时的记录不再原样都在（现有/当时：{detail}）。",
        "The receipt of {where} does not hold: not all records of that day are there untouched (now/then: {detail}).",
    ),
    "store.taken": (
        "{owner} 正在写这个工作区，请稍后再试。",
        "{owner} is writing to this workspace. Try again in a moment.",
    ),
    "store.detached-head": (
        "HEAD（{head}）不在任何分支上，没有保存。变基没有做完就运行 git rebase --abort，否则运行 git switch main。",
        "HEAD ({head}) is on no branch; nothing was saved. Run git rebase --abort after a rebase, else git switch main.",
    ),
    "store.merge-half-done": (
        "git 的合并还没有完成，没有保存。请先定下冲突并运行 git commit，或者用 git merge --abort 放弃那次合并。",
        "A merge of git's is half done; nothing was saved. Decide its conflicts and git commit, or git merge --abort.",
    ),
}
