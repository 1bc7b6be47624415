"""What the workbench's page says. `bench.ui-*` is sent whole to the page; the rest are answers of the kernel."""

MESSAGES: dict[str, tuple[str, str]] = {
    # answers
    "bench.no-such-action": (
        "页面要求的操作“{name}”不存在。请重新载入页面。",
        "The page asked for “{name}”, which there is not. Reload the page.",
    ),
    "bench.needed": ("请填写“{field}”。", "Please fill in “{field}”."),
    "bench.no-file": ("没有收到文件。请重新选择。", "No file arrived. Please choose it again."),
    "bench.stopped": ("已停止，什么也没有改变。", "Stopped; nothing was changed."),
    "bench.no-undo": ("这一步已经不能撤销。", "This step can no longer be undone."),
    "bench.undone": ("已撤销。", "Undone."),
    "bench.changed-since": (
        "此后计划又有改动，不能直接撤销。请改用新的登记更正。",
        "The plan has changed since; this cannot be undone any more. Put it right with a new entry.",
    ),
    "bench.commit-undone": ("撤销：{what}", "Undo: {what}"),
    "bench.commit-plan": ("计划{year}：{title} {what}", "plan {year}: {title} {what}"),
    "bench.commit-import": ("计划{year}：导入", "plan {year}: import"),
    "bench.no-plan": ("工作区里没有 {year} 年的计划。", "This workspace has no plan for {year}."),
    "bench.future": (
        "{date} 还没有到，不能登记为已经发生。计划中的日期请用“延期”。",
        "{date} is still to come and cannot be recorded as having happened. Use “Postpone” for a planned date.",
    ),
    "bench.ends-before": ("截止日 {date} 早于开始日。", "The last day {date} is before the first."),
    "bench.recorded-already": ("{stage}（{date}）已经登记过。", "{stage} ({date}) is recorded already."),
    "bench.item-there": ("《{title}》已经在这一年的计划里。", "“{title}” is in this year's plan already."),
    "bench.no-items": ("没有读出任何项目，所以没有保存。", "No project could be read, so nothing was saved."),
    "bench.recorded": ("已登记：《{title}》{stage}（{date}）", "Recorded: “{title}” {stage} ({date})"),
    "bench.postponed": ("已延期：《{title}》改为 {to}", "Postponed: “{title}” to {to}"),
    "bench.taken-out": ("已调出计划：《{title}》", "Taken out of the plan: “{title}”"),
    "bench.renamed": ("已更名：《{old}》现为《{new}》", "Renamed: “{old}” is now “{new}”"),
    "bench.carried": (
        "已结转：《{title}》列入 {year} 年计划",
        "Carried over: “{title}” is in the plan for {year}",
    ),
    "bench.carried-without": (
        "已结转：《{title}》。工作区里还没有 {year} 年的计划，届时请加入。",
        "Carried over: “{title}”. There is no plan for {year} here yet; add it there in time.",
    ),
    "bench.added": ("已列入 {year} 年计划：《{title}》", "Added to the plan for {year}: “{title}”"),
    "bench.plan-taken": (
        "已存为 {year} 年计划：{count} 个项目，{left} 行未能识别。",
        "Saved as the plan for {year}: {count} projects, {left} lines not understood.",
    ),
    "bench.field-stage": ("环节", "stage"),
    "bench.field-date": ("日期", "date"),
    "bench.field-until": ("截止日", "last day"),
    "bench.field-to": ("改为", "new date"),
    "bench.field-reason": ("理由", "reason"),
    "bench.field-title": ("题名", "title"),
    "bench.field-place": ("制定机关所在地", "place"),
    "bench.field-year": ("年度", "year"),
    "bench.field-item": ("项目", "project"),
    "bench.field-instrument": ("类别", "kind"),
    "bench.field-token": ("要撤销的步骤", "step to undo"),
    # the page: everywhere
    "bench.ui-name": ("法规文稿工作台", "Legislative workbench"),
    "bench.ui-working": ("正在处理……", "Working …"),
    "bench.ui-stop": ("停止", "Stop"),
    "bench.ui-undo": ("撤销", "Undo"),
    "bench.ui-close": ("关闭", "Close"),
    "bench.ui-save": ("保存", "Save"),
    "bench.ui-cancel": ("取消", "Cancel"),
    "bench.ui-more": ("更多", "More"),
    "bench.ui-new": ("新增", "New"),
    "bench.ui-help": ("键盘与帮助", "Keys and help"),
    "bench.ui-search": ("搜索", "Search"),
    "bench.ui-other-language": ("English", "中文"),
    "bench.ui-hits": ("{count} 处", "{count} found"),
    "bench.ui-lost": (
        "与工作台的连接断了。已保存的稿子不受影响，正在填写的内容留在本页。",
        "The connection to the workbench is lost. What was saved is safe; what you are typing stays on this page.",
    ),
    "bench.ui-lost-kept": (
        "连接断了，没有保存；填写的内容都在，重新连接后再保存。",
        "The connection was lost and nothing was saved. What you typed is still here: reconnect, then save again.",
    ),
    "bench.ui-reconnect": ("重新连接", "Reconnect"),
    "bench.ui-reconnecting": ("正在重新连接……", "Reconnecting …"),
    "bench.ui-keys": (
        (
            "↑ ↓\t上一行、下一行\n"
            "Enter\t打开\n"
            "Esc\t关闭、返回\n"
            "/\t搜索\n"
            "r\t登记环节\n"
            "d\t延期\n"
            "Space\t展开详情\n"
            "+\t新增项目\n"
            "n p\t下一处、上一处修改\n"
            "e\t编辑这一条\n"
            "o\t对这一条提意见\n"
            "?\t本页"
        ),
        (
            "↑ ↓\trow above, below\n"
            "Enter\topen\n"
            "Esc\tclose, go back\n"
            "/\tsearch\n"
            "r\trecord a stage\n"
            "d\tpostpone\n"
            "Space\tdetails\n"
            "+\tnew project\n"
            "n p\tnext, previous change\n"
            "e\tedit this clause\n"
            "o\topinion on this clause\n"
            "?\tthis list"
        ),
    ),
    # the year
    "bench.ui-back-year": ("返回年度计划", "Back to the year"),
    "bench.ui-no-plan-title": ("还没有年度计划", "No annual plan yet"),
    "bench.ui-year": ("年度", "Year"),
    "bench.ui-as-of": ("截至", "As of"),
    "bench.ui-as-of-hint": (
        "看这一天的进度：只算到这一天为止已经发生的",
        "Progress on this day: only what had happened by then counts",
    ),
    "bench.ui-back-to-day": ("回到 {day}", "Back to {day}"),
    "bench.ui-filters": ("筛选", "Filters"),
    "bench.ui-filter-pressing": ("逾期或临期", "Late or due soon"),
    "bench.ui-filter-asked": ("有未答复意见", "Unanswered opinions"),
    "bench.ui-filter-running": ("在办", "In progress"),
    "bench.ui-filter-unknown": ("情况不详", "Not known"),
    "bench.ui-filter-done": ("已办结", "Finished"),
    "bench.ui-sort": ("排序", "Sort"),
    "bench.ui-sort-pressing": ("轻重缓急", "Urgency"),
    "bench.ui-sort-title": ("题名", "Title"),
    "bench.ui-sort-stage": ("环节", "Stage"),
    "bench.ui-sort-day": ("最近进展", "Latest progress"),
    "bench.ui-views": ("显示方式", "Views"),
    "bench.ui-view-table": ("表格", "Table"),
    "bench.ui-view-board": ("看板", "Board"),
    "bench.ui-view-timeline": ("时间轴", "Timeline"),
    "bench.ui-month": ("{month}月", "{month}"),
    "bench.ui-head-project": ("项目", "Project"),
    "bench.ui-head-track": ("进度", "Progress"),
    "bench.ui-head-next": ("下一步", "Next step"),
    "bench.ui-head-opinions": ("意见", "Opinions"),
    "bench.ui-head-versions": ("文稿", "Texts"),
    "bench.ui-head-acts": ("操作", "Actions"),
    "bench.ui-unanswered": ("{count} 条未答", "{count} open"),
    "bench.ui-answered": ("{count} 条已答", "{count} answered"),
    "bench.ui-versions": ("{count} 稿", "{count}"),
    "bench.ui-unrecorded": ("未见记载", "not recorded"),
    "bench.ui-late": ("逾期 {days} 天", "{days} days late"),
    "bench.ui-silent": ("期限已过，未见记载", "Past its day, no record"),
    "bench.ui-left": ("余 {days} 天", "{days} days left"),
    "bench.ui-lasts": ("至 {day}", "until {day}"),
    "bench.ui-ended": ("不再推进", "Not pursued"),
    "bench.ui-all-done": ("全部办结", "All done"),
    "bench.ui-next": ("待{stage}", "Next: {stage}"),
    "bench.ui-no-limit": ("无法定期限", "no time limit"),
    "bench.ui-no-match": ("没有符合条件的项目。", "No project matches."),
    "bench.ui-no-rows": (
        "这一年的计划还没有项目。点“新增”加入。",
        "This year's plan has no project yet. Add one with “New”.",
    ),
    "bench.ui-show-all": ("显示全部", "Show all"),
    "bench.ui-loose-drafts": ("不在这一年计划里的文稿", "Texts outside this year's plan"),
    "bench.ui-details": ("详情", "Details"),
    "bench.ui-record": ("登记环节", "Record stage"),
    "bench.ui-postpone": ("延期…", "Postpone…"),
    "bench.ui-withdraw": ("撤回…", "Withdraw…"),
    "bench.ui-take-out": ("调出计划…", "Take out of the plan…"),
    "bench.ui-carry-over": ("结转下一年…", "Carry over…"),
    "bench.ui-rename": ("更名…", "Rename…"),
    "bench.ui-fact-unit": ("起草单位", "Drafted by"),
    "bench.ui-fact-kind": ("类别", "Kind"),
    "bench.ui-fact-basis": ("期限依据", "Limit under"),
    "bench.ui-fact-source": ("来源", "Source"),
    "bench.ui-fact-note": ("说明", "Note"),
    "bench.ui-fact-remark": ("备注", "Remark"),
    "bench.ui-fact-warnings": ("请留意", "Attention"),
    "bench.ui-field-stage": ("环节", "Stage"),
    "bench.ui-field-date": ("日期", "Date"),
    "bench.ui-field-until": ("截止日", "Last day"),
    "bench.ui-field-meeting": ("会议", "Meeting"),
    "bench.ui-field-note": ("说明", "Note"),
    "bench.ui-field-to": ("改为", "New date"),
    "bench.ui-field-reason": ("理由", "Reason"),
    "bench.ui-field-body": ("决定机关", "Decided by"),
    "bench.ui-field-decided": ("决定日期", "Decided on"),
    "bench.ui-field-title": ("题名", "Title"),
    "bench.ui-field-instrument": ("类别", "Kind"),
    "bench.ui-field-action": ("方式", "Action"),
    "bench.ui-field-unit": ("起草单位", "Drafted by"),
    "bench.ui-field-year": ("年度", "Year"),
    "bench.ui-field-place": ("市、县", "Place"),
    "bench.ui-vague-hint": ("2020-12-31，或“12月底前”", "2020-12-31, or 12月底前"),
    "bench.ui-add-project": ("新增项目", "New project"),
    "bench.ui-import-plan": ("导入已公布的计划", "Import a published plan"),
    "bench.ui-import-plan-hint": (
        "Word、Excel、网页或文本。先看读出了什么，再保存；没有读懂的行会逐行列出。",
        "Word, Excel, a web page or text. See what was read before it is saved; every line that was not understood is listed.",
    ),
    "bench.ui-plan-title": ("{place}{year}年度立法计划", "Legislative plan {year}, {place}"),
    "bench.ui-choose-file": ("选择文件…", "Choose a file…"),
    "bench.ui-plan-read": (
        "读出 {count} 个项目，{left} 行未能识别。",
        "{count} projects read, {left} lines not understood.",
    ),
    "bench.ui-targets": ("计划进度", "Planned"),
    "bench.ui-not-read": ("没有读懂的行", "Lines that were not understood"),
    "bench.ui-take-plan": ("存为年度计划", "Save as the plan"),
    "bench.ui-read-again": ("重新读取", "Read again"),
    "bench.ui-new-draft": ("新的法规文稿", "New text"),
}
