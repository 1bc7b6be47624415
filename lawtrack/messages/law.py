"""What the law room says: problems of a text."""

MESSAGES: dict[str, tuple[str, str]] = {
    "law.number-gap": (
        "第{line}行：{before}之后是{label}，中间缺号",
        "line {line}: {label} follows {before}; numbers are missing in between",
    ),
    "law.number-repeated": ("第{line}行：{label}重复", "line {line}: {label} occurs twice"),
    "law.number-order": ("第{line}行：{label}的序号前后颠倒", "line {line}: {label} is out of order"),
    "law.stray-line": (
        "第{line}行：标题下有不属于任何条文的文字“{words}”",
        "line {line}: words under a heading that belong to no article: {words!r}",
    ),
    "law.page-number": (
        "第{line}行：有{count}处页码或者分隔线混在正文中，未计入条文",
        "line {line}: {count:page number or ruler stands|page numbers or rulers stand} between the lines; no provision",
    ),
    "law.markup": (
        "第{line}行：有网页标记残留（如“{words}”），未计入条文",
        "line {line}: markup of a web page is left in the text ({words!r}); it counts as no words",
    ),
    "law.date-without-event": (
        "第{line}行：题注中的日期没有说明是通过、批准、公布还是施行：“{words}”",
        "line {line}: a date in the header note without its event (adopted, approved, in force …): {words!r}",
    ),
    "law.date-impossible": (
        "第{line}行：题注中的日期在历法上不存在：“{words}”",
        "line {line}: a date in the header note that no calendar has: {words!r}",
    ),
    "law.notice": (
        "第{line}行起：题目之前有公告、通知等文字（“{words}”），已单独识别，不计入条文",
        "from line {line}: a notice stands above the title ({words!r}); it is kept apart and counts as no provision",
    ),
    "law.title-doubtful": (
        "第{line}行：没有认出题目，暂以这里的文字（“{words}”）为题目",
        "line {line}: no title was recognised; these words stand in for it: {words!r}",
    ),
    "law.order": (
        "第{line}行起：公布令、发布说明等文字（“{words}”）不计入条文",
        "from line {line}: an order of promulgation ({words!r}) is kept apart and counts as no provision",
    ),
    "law.page-lines": (
        "第{line}行起：有{count}行是网页的导航、发布信息等（如“{words}”），不计入条文",
        "from line {line}: {count:line is|lines are} the web page's and not the text's (as {words!r}); no provision",
    ),
    "law.behind": (
        "第{line}行起：最后一条之后还有不成句的文字（“{words}”），不计入条文",
        "from line {line}: words that are no sentence follow the last article ({words!r}); no provision",
    ),
    "law.explanation": (
        "第{line}行起：条文之后是关于草案的说明（“{words}”），不计入条文，作为附件保留",
        "from line {line}: an explanation of the draft ({words!r}) stands behind it; kept as an annex, no provision",
    ),
    "law.no-article": ("第{line}行起：没有读出任何条文", "from line {line}: no article was found"),
    "law.first-number": (
        "第{line}行：第一个读出的条文是{label}，之前的条文没有读出或者不在本文件中",
        "line {line}: the first article found is {label}; those before it were not read or are not in this file",
    ),
    "law.unread-number": (
        "第{line}行：“{words}”像是条或者章的序号，没有按序号读",
        "line {line}: {words!r} looks like the number of an article or chapter and was not read as one",
    ),
    "law.preamble-doubtful": (
        "第{line}行起：题目与正文之间有不像序言的文字（“{words}”），请看是否属于法规",
        "from line {line}: words between title and body that are no preamble ({words!r}); see whether they are the text's",
    ),
    "law.in-part": (
        "第{line}行：网页在这里只显示了一部分或者分了页（“{words}”），请看条文是否完整",
        "line {line}: the page shows a part or goes on elsewhere ({words!r}); see whether the text is whole",
    ),
    "law.remarks": (
        "第{line}行起：有{count}段都以“{words}”开头，像是对条文的说明，现读作各条的款",
        "from line {line}: {count:paragraph begins|paragraphs begin} with {words!r}, as remarks on articles do; read as paragraphs",
    ),
    "law.cut-off": (
        "第{line}行：文字到此中断（“{words}”），后面的条文不在本文件中",
        "line {line}: the text breaks off ({words!r}); what follows is not in this file",
    ),
    "law.another-instrument": (
        "第{line}行起：本文件还有《{title}》，没有读入；要读它，请用题名指定（命令写 --title 题名）",
        "from line {line}: the file also holds {title!r}, which was not read; name it to read it (--title, in Python title=)",
    ),
}
