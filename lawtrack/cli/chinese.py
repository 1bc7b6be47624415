"""The Chinese help of the command line. The English stands in the commands: their docstrings and their options' help.

`COMMANDS`: a command's words → what it does; its examples are taken from the English. `OPTIONS`: the English help of an
option → the Chinese, so that what several commands say alike is translated once.
"""

from __future__ import annotations

from typing import Final

COMMANDS: Final[dict[str, str]] = {
    "parse": (
        "读取 FILE（txt、md、html、docx；“-”表示标准输入），显示其结构和看起来不对的地方。\n\n"
        "写成 .docx 得到公文版式的清稿，写成 .xml 得到 Akoma Ntoso 3.0。"
    ),
    "compare": (
        "逐条显示从 OLD 到 NEW 改了什么；条号变动与内容改动分开。\n\n"
        "给出两个文件夹时逐件对照：先按文件名配对，再按题名配对；此时 -o 写文件夹名得到每一对的对照表，"
        "写文件名（.docx .xlsx .csv .md .html .json）得到一张总表。"
    ),
    "concordance": "把每一条贯穿各稿（VERSIONS，由早到晚）并列对照。",
    "merge": (
        "把都由 BASE 改成的 OURS 和 THEIRS 按条合并成一稿，重新编号，引用随之更新。\n\n"
        "写草案代号 SLUG 时，两稿是该草案的稿（环节、日期或提交号）或者分支；没有冲突时，合并结果存为下一稿。"
        "尚有冲突时退出码为 3。"
    ),
    "amend": "修改决定、修正案：读取、适用、起草。",
    "amend apply": (
        "按 DECISION 修改 BASE 后的全文；没能适用的写到标准错误，退出码 3。\n\n"
        "用 --draft 时以该草案的一稿为基础，结果存为下一稿，并注明所依据的决定。不能全部适用的决定什么也不保存。"
    ),
    "amend read": "逐条解读修改决定 DECISION。“-”表示标准输入。",
    "amend write": (
        "起草从 OLD 到 NEW 的修改决定，并以适用该决定来验证。写 SLUG 时两者是该草案的两稿。\n\n"
        "哪些不得不重新公布全文，写在标准错误；大部分内容是新的时，也会说明，并给出修订文本而不是逐条指令。"
    ),
    "check": (
        "按立法技术规范检查每个 FILE（txt、md、html、docx；“-”表示标准输入）。\n\n"
        "某条规则可以在 draft.yaml 里停用，全文停用或者只对一条停用，须写明理由："
        '`checks: {must: 沿用上位法, "item-brackets@第十条": 沿用原文}`。'
    ),
    "document": (
        "写出程序文书：已登记的内容自动填好，其余标为【…】。\n\n"
        "KIND：征求意见表、审议意见表（发出去填写，用 opinion import 收回）、花脸稿、草案说明、修改情况的汇报、"
        "审议结果的报告、备案报告。"
    ),
    "init": "在 DIR 新建工作区：一个可以存放各稿的 git 仓库。在已有仓库的克隆里，则把克隆设置好。",
    "demo": "把示例重放到新的工作区 DIR，每次得到同样的记录。示例文本，非正式文本。",
    "lab": (
        "打开工作区 DIR 的工作台。\n\n"
        "不写 DIR 时用当前所在的工作区，否则用 ./workspace；那里还没有工作区时，先把示例放进去。"
    ),
    "import": (
        "把 FILE（txt、md、html、docx；“-”表示标准输入）存为一部草案的一稿。\n\n"
        "还没有的草案会新建。同一文件、同一环节再导入一次，不产生任何改动。\n\n"
        "退回来的对照表用 --column 指定要哪一栏；条文旁边的理由、备注写入这一稿的说明。"
    ),
    "correct": "更正一稿的环节、日期或会议，单独记为一次提交；REF 的写法见 show。",
    "log": "按保存的先后列出一部草案的各稿。",
    "show": "显示一部草案的一稿：REF 是环节、日期（到那天为止的最后一稿）或提交号；不写则为最新一稿。",
    "diff": "逐条显示一部草案从 OLD 稿到 NEW 稿改了什么。OLD、NEW 的写法见 show。",
    "blame": "每一条（或者所写的 CLAUSE）现在的文字出自哪一稿。只改条号不算改动。",
    "verify": "核对每一稿的记录：文本、环节、日期、来源。有问题时退出码为 1。",
    "opinion": "草案各条的意见台账：登记、答复、汇总。",
    "opinion add": "给草案 SLUG 登记一条意见 TEXT，单独一个文件、一次提交。",
    "opinion answer": (
        "答复意见 ID：RESULT 写采纳、部分采纳、未采纳、解释说明，"
        "或者 adopted、partly-adopted、not-adopted、explained。"
    ),
    "opinion correct": "更正意见 ID 的字段；编号不变。",
    "opinion export": "写出意见汇总及采纳情况表，和报告用语。",
    "opinion import": (
        "把 FILE（docx、xlsx、csv、txt、json；“-”表示粘贴的文字）里的意见一次存入。\n\n"
        "表格要有“意见”一类的列；信函里每一项是一条意见。没看懂的会列出来。export 写出、有人填好的表，答复会读回来。"
    ),
    "opinion list": "按条文顺序列出 SLUG 的意见，各自跟踪到指定的一稿；提醒列在后面。",
    "opinion show": "显示意见 ID 的全部：贯穿各稿的经过，以及所针对条文的前后文字。",
    "plan": "年度立法计划：每个项目进行到哪里，哪些期限在走。",
    "plan add": "把项目 ID（名称 TITLE）加入计划。",
    "plan agenda": "到某日为止所定的计划项目和目标。",
    "plan change": "登记 DATE 作出的、调整项目 ID 的决定。只增加，不改动已有的记录。",
    "plan check": "按格式和程序核对计划：错误给出行号和改法，每个提醒一句话。",
    "plan import": "把已公布的计划（Word、HTML、Excel、CSV 或文本）读成计划文件。没看懂的会列出来。",
    "plan record": "登记项目 ID 在 DATE 到达环节 STAGE（2020-08-28、2020-08、≤2020-07-30、8月底前）。",
    "plan set": "修改项目 ID 的字段；FIELD= 后面不写值即删去该字段。",
    "plan status": "到某日为止，每个项目进行到哪里，哪个法定期限在走。",
    "merge-driver": (
        "供 git 合并工作区的 text.md 时调用：结果写回 OURS（gitattributes(5)）。\n\n"
        "有冲突的条文前后有冲突标记，退出码 1；其他任何问题退出码 2，由 git 自己按行合并。"
    ),
    "amend verify": (
        "拿公布的文本 PUBLISHED 与 DECISION 对 BASE 的修改结果核对：按决定改的、决定没说却改了的、决定说了却没改的。"
        "\n\n退出码 0 一致，1 有条文不同，3 有指令不能适用。"
    ),
    "seal": "输出一行回执，证明截至现在的记录；印在报告里或者发邮件，以后用 verify --against 核对。",
    "sync": (
        "取回同事保存的，与本地按条合并，再送出。\n\n"
        "与同事冲突的文字作为建议放在一边（`lawtrack round show SLUG aside`），计划和记录的字段等 `lawtrack aside` 决定，"
        "退出码 1。"
    ),
    "share": "在 git 服务器或者共享文件夹 FOLDER 共用这个工作区；那里的记录只增不减。",
    "aside": "同步时搁置的计划和记录的字段：同事先改，以同事的为准；您的在这里等待决定。",
    "aside list": "列出搁置的字段，各有现有的（=）和搁置的（?）。",
    "aside decide": "用搁置的（ours）写回字段，或者保留现有的（theirs）。",
    "round": "审改：几个人提出修改文字，讨论，逐条或成批决定，形成新的一稿。",
    "round close": "全部决定以后，把采纳的形成草案的下一稿。",
    "round decide": "采纳或不采纳建议，一条或几条。",
    "round list": "列出一部草案的各次审改，以及还有多少没有决定。",
    "round open": "就一部草案开始一次审改。",
    "round resolve": "把一条建议的讨论标为已解决。",
    "round say": "在一条建议的讨论里说 WORDS。",
    "round show": "以条文改动的形式显示一次审改的各条建议：谁提的、理由、讨论、决定。",
    "round suggest": "对 CLAUSE 提出修改文字。",
    "adopt": "把别人没有通过 lawtrack 提交的改动收为一稿。",
    "restore": "把旧稿的文字存为草案的下一稿；中间的各稿都保留。REF 的写法见 show。",
    "undo": (
        "撤回最后一稿（写 SLUG 则为该草案的，不写则为全部草案的）：以之前的文字另存一稿，两者都留在记录里。\n\n"
        "再撤回一次，撤回的是再前面的一稿；写 SLUG@REF 则只撤回最新的这一稿，即使它是撤回别的稿的。"
    ),
    "duties": (
        "逐条显示 FILE 里（行政机关以外的）义务及其法律责任，以及缺一方的条款。\n\n"
        "处罚按它写明的条号，或者按它重复的用语与义务对应；表中注明是哪一种。"
    ),
    "powers": "权责清单：导入部门的清单，比较两个日期，核对每项的依据。",
    "powers check": "核对清单 SLUG（或者文件）每项依据：现行有效、已修改、条款已移动、存疑、已废止、查不到。",
    "powers diff": "比较清单 SLUG 的两个日期（或者两个文件），逐项对应，不论顺序。",
    "powers sample": "把两年的示例清单写成工作簿，放进 FOLDER：虚构的城市，逐项注明示例文本。",
    "powers import": "读取 FILE（xlsx、Word、CSV、HTML），存为工作区里该清单在那一天的版本。",
    "collection": "全部法规：建库、查找、清理、对照比较。",
    "collection build": (
        "把各 FOLDER 里的法规（Word、文本、HTML、工作区的草案）读成 Parquet 表和索引。"
        "\n\n只重读内容变了的文件。读不出的列出来，并存入 unread.parquet。"
    ),
    "collection search": "列出含有全部 WORDS 的条款，标出命中。",
    "collection affected": (
        "列出引用了 OLD 中被 NEW 改动的规定的条款：所引规定变成什么，该怎么办。\n"
        "\nNEW 是修改后的文本或者修改决定；不写表示该法已废止。"
    ),
    "collection repealed": (
        "列出以已废止的法规为依据或者引用了它的地方，以及它被什么废止。\n\n依据是库中其他法规的规定（同时废止）或者旧名称表。"
    ),
    "collection beside": (
        "把 DRAFT 与所写题名的法规放在一起：哪些条款规定同一事项，哪些照抄，哪些要看。"
        "\n\n写一个题名是草案与上位法对照，写几个是各地比较（A3）。只指出，不下结论。"
    ),
}

OPTIONS: Final[dict[str, str]] = {
    "How likely two articles have to be one another's to stand in one row, 0 to 1.": (
        "两条有多大把握互相对应时才放在同一行，取 0 至 1 之间的数。"
    ),
    "Columns of a .docx: old, new, remark, basis, reason, or 上位法依据,现行,草案,修改理由.": (
        ".docx 的各栏：old、new、remark、basis、reason，或者 上位法依据,现行,草案,修改理由 这样的栏名。"
    ),
    "The office's layout settings; a workspace has them in its layout.yaml.": "本机关的版式文件；工作区用自己的 layout.yaml。",
    "The office's own .docx with {{fields}}.": "本机关自己的 .docx 模板，内有 {{字段}}。",
    "The older version; the one before --to if left out.": "前一稿；不写则为 --to 的上一稿。",
    "The version that the document is about; the last if left out.": "文书所说的一稿；不写则为最后一稿。",
    "A .docx of NEW over OLD with Word's tracked changes.": "写成在 OLD 上修订出 NEW 的 .docx（Word 修订痕迹）。",
    "A draft.yaml with `checks` and `laws`; the one beside FILE otherwise.": (
        "含 checks 和 laws 的 draft.yaml；不写则用 FILE 旁边的。"
    ),
    "Mend what this rule found, with before and after; again for more rules.": (
        "改正这条规则查出的地方，列出改前改后；多条规则写多次。"
    ),
    "Write the text, mended as --fix says (one FILE).": "写出按 --fix 改好的文本（限一个 FILE）。",
    "Show every place, also where one rule has many.": "逐处显示，同一规则很多处时也不合并。",
    "Which instrument, where a file holds several: its title or words of it.": (
        "文件里有几件法规时要哪一件：题名或其中的字。"
    ),
    "Which column, where a file is a comparison table.": "文件是对照表时要哪一栏。",
    "What a comparison table says beside its clauses: reasons, remarks.": "对照表在各条旁边写的理由、备注，每条一行。",
    "A folder of the workspace; the current one if left out.": "工作区里的任一文件夹；不写则为当前文件夹。",
    "A key of the plan's sources.": "计划 sources 里的键。",
    "A official text, B repost, C news, D inference.": "A 官方原文，B 转载，C 新闻，D 推断。",
    "Amend this draft; the result is its next version.": "修改这部草案；结果存为下一稿。",
    "Decide one conflict, as c1=theirs.": "决定一处冲突，如 c1=theirs。",
    "Exit with 1 if anything differs.": "有不同则退出码为 1。",
    "Exit with 1 if anything is found.": "查出问题则退出码为 1。",
    "Exit with 1 where something needs attention.": "有需要注意的则退出码为 1。",
    "Exit with 1 where there is a warning.": "有提醒则退出码为 1。",
    "From the file as committed by then, not from its entries.": "按那时提交的文件，而不是按文件里的记录。",
    "Head of a column in a file: once for OLD, once for NEW.": "文件里的列名：OLD 一次，NEW 一次。",
    "Head of a column, once for each version.": "列名，每稿一次。",
    "Heads of the report: once each for BASE, OURS, THEIRS.": "报告的列名：BASE、OURS、THEIRS 各一次。",
    "How a .docx marks changes; print, or as the layout file says.": (
        ".docx 用什么方式标出改动；不写则按版式文件，没有版式文件则用 print。"
    ),
    "How far down a clause that both changed is merged; clauses: not at all.": (
        "双方都改了的一条合并到哪一层；clauses 表示不合并。"
    ),
    "How it came, as 书面征求意见, 听证会.": "怎样收到的，如书面征求意见、听证会。",
    "How it came.": "怎样收到的。",
    "In a file, mark also what differs only in width, quotes or spaces.": "文件里也标出只在全半角、引号或空格上的不同。",
    "JSON on standard output.": "以 JSON 写到标准输出。",
    "List the rules and their sources.": "列出各条规则及其依据。",
    "listed, running (several instruments), or a FILE of layout settings.": "几件法规每件一个标题或一段；或版式设置文件。",
    "One JSON array of records on standard output.": "以一个 JSON 数组写到标准输出。",
    "Only serve; also when the environment's BROWSER is none.": "只启动服务；环境变量 BROWSER=none 时相同。",
    "Only those that are not answered.": "只列未答复的。",
    "Part of a unit up to which words are changed.": "一个单位里改动不超过这个比例时，只改字句。",
    "Port to listen on; the environment's PORT otherwise.": "端口；不写则用环境变量 PORT。",
    "A page of Voilà, without JupyterLab around it.": "用 Voilà 打开，不带 JupyterLab。",
    "Replay the sample into DIR if no workspace is there.": "DIR 还没有工作区时，把示例放进去。",
    "Save what could be applied, though not all was.": "虽未全部适用，仍保存已适用的部分。",
    "Show switched-off findings too, with the reason.": "也显示已停用的，附理由。",
    "Text and account of every instruction as JSON.": "以 JSON 给出全文和每条指令的情况。",
    "The YAML file to write; must not exist yet.": "要写的 YAML 文件，不能是已有的文件。",
    "The clause in which it was carried out, if another one.": "在哪一条落实的（不在原条时）。",
    "The clause in words: 第三条第二款, 总则, 全文.": "条款：第三条第二款、总则、全文。",
    "The comparison as one JSON object.": "以一个 JSON 对象给出对照。",
    "The concordance as one JSON object.": "以一个 JSON 对象给出多稿对照。",
    "The day of adoption, as printed: 2024年5月1日": "通过的日期，按印出的写法：2024年5月1日",
    "The day on which a stage that lasts ends.": "持续一段时间的环节，结束的日期。",
    "The day on which it takes force, as printed.": "施行日期，按印出的写法。",
    "The day to look from, as 2020-12-02; today if left out.": "截至哪一天，如 2020-12-02；不写则为今天。",
    "The day.": "日期。",
    "The draft's name, as patriotic-health.": "草案的代号，如 patriotic-health。",
    "The rows as JSON.": "以 JSON 给出各行。",
    "Only rows where the duty or the penalty is missing.": "只列缺义务或者缺责任的行。",
    "Write the table (.docx, .xlsx, .csv, .json, .md, .html).": "写成表格（.docx、.xlsx、.csv、.json、.md、.html）。",
    "The findings as one JSON list.": "以一个 JSON 列表给出。",
    "The id of the time limit that is waived.": "不再适用的期限的编号。",
    "The meeting that dealt with it.": "审议的会议。",
    "The merge as one JSON object.": "以一个 JSON 对象给出合并情况。",
    "The new name of a project that is renamed.": "更名后的名称。",
    "The new version's stage, as passed or 表决稿.": "新一稿的环节，如 passed 或 表决稿。",
    "The plan's YAML file, instead of plans/YEAR.yaml of the workspace.": "计划的 YAML 文件；不写则为工作区的 plans/年份.yaml。",
    "The sitting that adopts it.": "通过决定的会议。",
    "The stage of the version that has that clause.": "那一条所在的稿的环节。",
    "The stage's date: 2020-07-30, 2020-07 or 2020.": "环节的日期：2020-07-30、2020-07 或 2020。",
    "The stage's date: 2020-08-28, 2020-08 or 2020.": "环节的日期：2020-08-28、2020-08 或 2020。",
    "The stage, as first-reading or 一审.": "环节，如 first-reading 或 一审。",
    "The target that a postponement moves; all of them if left out.": "延期的是哪个目标；不写则为全部。",
    "The version before: finds references that were left behind.": "上一稿：用来查出没有跟着改的引用。",
    "The version it is on.": "针对哪一稿。",
    "The version it is on; the last one if left out.": "针对哪一稿；不写则为最新一稿。",
    "The version to amend; the last one if left out.": "修改哪一稿；不写则为最新一稿。",
    "The version to follow to; the last if left out.": "跟踪到哪一稿；不写则为最新一稿。",
    "The whole reading as JSON on standard output.": "以 JSON 写出全部解读。",
    "The whole tree as one JSON object.": "以一个 JSON 对象给出整个结构。",
    "Title of a new draft; the text's own if left out.": "新草案的标题；不写则用文本自己的标题。",
    "Title of the plan.": "计划的标题。",
    "What else to know.": "备注。",
    "What it says.": "意见内容。",
    "What the meeting should have been; '' for none.": "更正后的会议；'' 表示没有。",
    "What the reader should know; for D, why.": "需要说明的；D 级写推断的理由。",
    "What the stage should have been.": "更正后的环节。",
    "What the stage's date should have been: 2020-07-30, 2020-07 or 2020.": "更正后的日期：2020-07-30、2020-07 或 2020。",
    "What the words should be instead.": "建议改成的文字。",
    "What to say about this version.": "关于这一稿的说明。",
    "When it came.": "收到的日期。",
    "When it came: 2020-08-05, 2020-08 or 2020.": "收到的日期：2020-08-05、2020-08 或 2020。",
    "When: 2020-08-20.": "日期：2020-08-20。",
    "Where it moves to.": "延到什么时候。",
    "Who answers, as 法制委员会.": "谁答复，如法制委员会。",
    "Who corrects it; git's user if left out.": "谁更正；不写则为 git 的用户。",
    "Who decided, as 主任会议.": "谁决定，如主任会议。",
    "Who decides: 某市人民代表大会常务委员会": "作出决定的机关：某市人民代表大会常务委员会",
    "Who did it.": "谁办的。",
    "Who drafts it; leave out what no source says.": "起草单位；没有来源就不写。",
    "Who enters it; git's user if left out.": "谁登记；不写则为 git 的用户。",
    "Who has it.": "提出者。",
    "Who has it: a body or a person.": "提出者：单位或者个人。",
    "Whose plan it is, as 昆明市.": "哪里的计划，如昆明市。",
    "Whose version it is; git's user if left out.": "这一稿是谁的；不写则为 git 的用户。",
    "Whose words stand in every conflict not decided.": "没有决定的冲突都用谁的文字。",
    "Why it is corrected.": "更正的原因。",
    "Why, as its author says.": "提出者说的理由。",
    "Why, as the decision says.": "决定所写的理由。",
    "Why.": "理由。",
    "With SLUG, the new version's stage; that of OURS if left out.": "写 SLUG 时，新一稿的环节；不写则同 OURS。",
    "With SLUG, the stage's date; the later of both if left out.": "写 SLUG 时，环节的日期；不写则为两者较晚的。",
    "With SLUG, the version that both stand on.": "写 SLUG 时，两稿共同的基础稿。",
    "With SLUG, what to say about the new version.": "写 SLUG 时，关于新一稿的说明。",
    "With SLUG, whose version it is; git's user if left out.": "写 SLUG 时，新一稿是谁的；不写则为 git 的用户。",
    "With or without clauses that never changed.": "是否包括始终未改的条。",
    "With or without unchanged clauses. A file has them, but for paper with a small amendment; the terminal has not.": (
        "是否包括未改的条；不写则文件包括（小修改的纸面文件不包括），屏幕不包括。"
    ),
    "Words of the clause that it is about.": "所针对的原文字句。",
    "Write a file: .docx .pdf .xlsx .csv .json .md; the sentences on standard output if left out.": (
        "写成文件：.docx .xlsx .csv .json .md；不写则把报告用语写到标准输出。"
    ),
    "Write a file: .docx .pdf": "写成文件：.docx .pdf",
    "Write a file: .docx .pdf .xlsx .html .json": "写成文件：.docx .pdf .xlsx .html .json",
    "Write a file: .docx .pdf .xlsx .html .md .csv .json": "写成文件：.docx .pdf .xlsx .html .md .csv .json",
    "Write a file: .md .txt .docx": "写成文件：.md .txt .docx",
    "Write a file: .xlsx .docx .csv .json .html .ics .md .svg": "写成文件：.xlsx .docx .csv .json .html .ics .md .svg",
    "Write decision, comparison, amended text and page of effects into this folder.": (
        "把决定、对照表、修改后文本和逐条对应页写进这个文件夹。"
    ),
    "Write the amended text (.docx .md .txt), the page of effects (.html) or the account (.json).": (
        "写出修改后文本（.docx .md .txt）、逐条对应页（.html）或全部情况（.json）。"
    ),
    "Write the merged text: .docx .html .md .txt .json .xml": "写出合并后的文本：.docx .html .md .txt .json .xml",
    "Write the table of the merge: .docx .html .md": "写出合并情况表：.docx .html .md",
    "Write the text: .docx .pdf .html .md .txt .json .xml": "写出文本：.docx .pdf .html .md .txt .json .xml",
    "Year of the plan.": "计划年度。",
    "Year of the plan; all there are if left out.": "计划年度；不写则为全部。",
    "Year of the plan; needed where there are several.": "计划年度；有几个年度时必须写。",
    "department, public, committee, expert or other, or 部门和单位 …": (
        "部门和单位、社会公众、常委会组成人员、专家、其他，或者英文 department、public、committee、expert、other。"
    ),
    "修改决定 (a 修订 where most is new), 修正案, instructions in any case, the whole text in any case.": (
        "修改决定（大部分是新内容时为修订）、修正案、一律逐条、一律全文。"
    ),
    "Write the table of differences (.docx .html .xlsx .csv .json .md).": (
        "写出差异表（.docx .html .xlsx .csv .json .md）。"
    ),
    "Every clause that differs, as JSON.": "以 JSON 给出每条不同。",
    "A line that `lawtrack seal` gave.": "lawtrack seal 给出的那一行。",
    "Who syncs; git's user if left out.": "谁同步；不写则为 git 的用户。",
    "Who shares; git's user if left out.": "谁设置；不写则为 git 的用户。",
    "Who decides; git's user if left out.": "谁决定；不写则为 git 的用户。",
    "Who does it; git's user if left out.": "谁办理；不写则为 git 的用户。",
    "The new version's stage; the last one's if left out.": "新一稿的环节；不写则同上一稿。",
    "The stage's date; the last one's if left out.": "环节的日期；不写则同上一稿。",
    "What to say about it.": "说明。",
    "All that are undecided.": "所有没有决定的。",
    "The reason.": "理由。",
    "What is asked.": "要问的问题。",
    "The last day: 2026-03-20.": "截止日：2026-03-20。",
    "The version that it is about; the last one if left out.": "针对哪一稿；不写则为最新一稿。",
    "The words wanted; '' to delete the clause.": "建议的文字；'' 表示删去这一条。",
    "A file with the words wanted; - for standard input.": "写有建议文字的文件；- 表示标准输入。",
    "As a new clause behind CLAUSE.": "作为 CLAUSE 后面新增的一条。",
    "Its stage; that of the version before if left out.": "环节；不写则同前一稿。",
    "The stage's date; the day of the edit if left out.": "环节的日期；不写则为改动的那天。",
    "Who takes it over; git's user if left out.": "谁收入；不写则为 git 的用户。",
    "The stage of the new version; the last one's if left out.": "新一稿的环节；不写则同上一稿。",
    "The stage's date; the last version's if left out.": "环节的日期；不写则同上一稿。",
    "Who brings it back; git's user if left out.": "谁恢复；不写则为 git 的用户。",
    "Who takes it back; git's user if left out.": "谁撤回；不写则为 git 的用户。",
    "The collection.": "法规库。",
    "The version; the last one if left out.": "哪一天的版本；不写则为最新。",
    "List also what is in force.": "也列出现行有效的。",
    "The grounds as a JSON list.": "以 JSON 列表给出各项依据。",
    "Exit with 1 if a ground is not in force.": "有依据不再有效则退出码为 1。",
    "The comparison as JSON.": "以 JSON 给出比较。",
    "A file: .docx .xlsx .csv .md .html .json": "写成文件：.docx .xlsx .csv .md .html .json",
    "Name of the list: lower-case words joined by hyphens.": "清单的代号：小写英文，用连字符连接。",
    "The day as of which the list stands (2020-06-30).": "清单截至哪一天（2020-06-30）。",
    "Whose list it is, where the file does not say.": "谁的清单（文件没有写明时）。",
    "Who keeps it; git's user if left out.": "谁保存；不写则为 git 的用户。",
    "Count all hits, also where that takes long.": "数清共有多少条，即使要花时间。",
    "Counts and what to look at, as JSON.": "以 JSON 给出数目和要看的地方。",
    "Folder of the tables.": "放各表的文件夹。",
    "A Dask cluster's scheduler (lawtrack[cluster]).": "Dask 集群的调度地址（需要 lawtrack[cluster]）。",
    "Read unchanged files again too.": "没有变化的文件也重读。",
    "Counts and what could not be read, as JSON.": "以 JSON 给出数目和读不出的文件。",
    "Exit with 1 if a file could not be read.": "有文件读不出则退出码为 1。",
    "A regular expression that must fit too.": "还须符合的正则表达式。",
    "Kind of instrument: local-regulation, law, …; may be repeated.": (
        "法规种类：local-regulation、law 等；可以写几次。"
    ),
    "Only in chapters of penalties 法律责任.": "只查法律责任一章。",
    "A fine that touches this range, in yuan: 1000-5000.": "罚款涉及这个幅度（元）：1000-5000。",
    "Last changed on or after this date (2020-05-01).": "最后修改在这天或以后（2020-05-01）。",
    "Last changed on or before this date.": "最后修改在这天或以前。",
    "Words in the name of who made it.": "制定机关名称里的字。",
    "Words in the title.": "题名里的字。",
    "Show so many at most (on the screen 100, in files all).": "最多列出多少条（屏幕上100条，文件里全部）。",
    "The clauses as a JSON list.": "以 JSON 列表给出条款。",
    "List also citations that need nothing.": "也列出不需要改的引用。",
    "List also clauses that name the law without a provision.": "也列出只写法名、没有写到条款的。",
    "List also old names of bodies and laws.": "也列出机构和法律的旧名称。",
    "The citations as a JSON list.": "以 JSON 列表给出各处引用。",
    "The table: .docx .xlsx .csv .md .html .json": "写成表：.docx .xlsx .csv .md .html .json",
    "Write what is certain as a decision: .docx .md .txt": "把确定的改动写成打包修改决定：.docx .md .txt",
    "Who decides (for --package).": "作出决定的机关（用于 --package）。",
    "Exit with 1 if something has to be done.": "有需要处理的则退出码为 1。",
    "Title of an instrument; may be repeated.": "法规题名；可以写几次。",
    "pairs: clause by clause with remarks; cities: one column an instrument, one row a topic.": (
        "pairs：逐条对照并附说明；cities：一部法规一列，一个事项一行。"
    ),
    "The pairs of clauses as a JSON list.": "以 JSON 列表给出各对条款。",
}
