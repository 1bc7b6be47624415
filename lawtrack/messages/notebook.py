"""What the notebook room says, beside the comparison's own words in `viewer`.

`notebook.plan-*` is sent whole to the plan table's front end.
"""

MESSAGES: dict[str, tuple[str, str]] = {
    "notebook.not-installed": (
        "缺少工作台组件 {package}。请运行：pip install 'lawtrack[lab]'",
        "The workbench needs {package}. Run: pip install 'lawtrack[lab]'",
    ),
    "notebook.voila-missing": (
        "缺少 Voilà。请运行：pip install 'lawtrack[voila]'",
        "Voilà is missing. Run: pip install 'lawtrack[voila]'",
    ),
    "notebook.unexpected": (
        "⚠ 工作台自己出了错（{problem}），不是填写有误；已保存的不受影响。请再试一次，仍不行就把 JupyterLab 的日志交给维护者。",
        (
            "⚠ The workbench itself failed ({problem}); what you entered is not at fault, and what was saved is safe. "
            "Try again; if it fails again, give JupyterLab's log to whoever looks after it."
        ),
    ),
    "notebook.file-trouble": (
        "文件“{file}”无法读写：{problem}。",
        "The file {file} cannot be read or written: {problem}.",
    ),
    "notebook.tick-count": (
        "已勾选 {count} 稿。请勾选 {fewest} 至 {most} 稿。",
        "{count} ticked. Tick {fewest} to {most}.",
    ),
    "notebook.lab-opening": ("正在打开工作区 {folder} 的工作台……", "Opening the workbench of {folder} …"),
    "notebook.lab-replaying": (
        "正在 {folder} 中准备示例工作区……",
        "Preparing the sample workspace in {folder} …",
    ),
    "notebook.lab-no-workspace": (
        "{folder} 不是工作区。新建请运行 lawtrack init {folder}；要看示例请加 --sample。",
        "{folder} is no workspace. Make one with lawtrack init {folder}, or add --sample to see the sample.",
    ),
    "notebook.no-workspace": (
        "{path} 不在任何工作区内。请在命令行运行 lawtrack init 目录，或运行 lawtrack lab 打开示例。",
        "{path} lies in no workspace. Run lawtrack init DIR on the command line, or lawtrack lab for the sample.",
    ),
    "notebook.plan-caption": ("立法计划进度", "Progress of the legislative plan"),
    "notebook.plan-as-of": ("截至", "As of"),
    "notebook.plan-count": ("{day}：{count} 项，逾期 {late} 项", "{day}: {count:item|items}, {late} overdue"),
    "notebook.plan-column-item": ("项目", "Item"),
    "notebook.plan-column-stage": ("进度", "Stage"),
    "notebook.plan-column-next": ("下一步和期限", "Next step and limit"),
    "notebook.plan-column-source": ("依据", "Source"),
    "notebook.plan-unknown": ("未见公开信息", "no public record"),
    "notebook.plan-no-source": ("未注明来源", "no source named"),
    "notebook.plan-due": ("{date} 前", "by {date}"),
    "notebook.plan-days-left": ("，还有 {days} 天", ", {days:day|days} left"),
    "notebook.plan-days-late": ("，已过 {days} 天", ", {days:day|days} ago"),
    "notebook.plan-overdue": ("已逾期", "overdue"),
    "notebook.plan-certainty-A": ("A：见于官方网站", "A: seen on an official site"),
    "notebook.plan-certainty-B": ("B：官方文本的转载", "B: repost of the official text"),
    "notebook.plan-certainty-C": ("C：新闻报道或第三方转载", "C: news or third-party repost"),
    "notebook.plan-certainty-D": ("D：推断，理由见备注", "D: inference, reason in the note"),
    "notebook.start": (
        "点一下这一格，再按 Shift+Enter（或上方的 ▶），工作台就会打开。",
        "Click this cell and press Shift+Enter (or ▶ above) to open the workbench.",
    ),
}
