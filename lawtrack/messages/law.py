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
        "第{line}行：有{count}处页码混在正文中，未计入条文",
        "line {line}: {count:page number stands|page numbers stand} between the lines and count as no provision",
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
}
