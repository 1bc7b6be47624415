"""What the formats room says."""

MESSAGES: dict[str, tuple[str, str]] = {
    "formats.no-file": (
        "找不到文件“{path}”。请核对路径和文件名。",
        "There is no file {path!r}. Check the path and the name.",
    ),
    "formats.folder": (
        "“{path}”是文件夹，不是文件。请指定其中的一个文件。",
        "{path!r} is a folder. Name one file in it.",
    ),
    "formats.unreadable": (
        "读不了文件“{path}”：{reason}。请确认它没有被其他程序占用，且您有读取权限。",
        "Cannot read {path!r}: {reason}. Check that no other program holds it and that you may read it.",
    ),
    "formats.empty": (
        "文件“{name}”里没有文字。如果内容是扫描图片，请先用文字识别软件转成文字。",
        "There is no text in {name!r}. If it holds scanned pages, turn them into text first (OCR).",
    ),
    "formats.binary": (
        "“{name}”不是文字文件。可以读取的格式：.docx .doc .wps .txt .md .html。",
        "{name!r} is not a text file. What can be read: .docx .doc .wps .txt .md .html.",
    ),
    "formats.unknown-encoding": (
        "认不出“{name}”的文字编码。请用记事本或 WPS 打开，另存为 UTF-8 编码后重试。",
        "The encoding of {name!r} is not known. Open it in an editor, save it as UTF-8, and try again.",
    ),
    "formats.bad-bytes": (
        "“{name}”自称是 {encoding} 编码，但第 {offset} 字节处不符合该编码。请另存为 UTF-8 编码后重试。",
        "{name!r} says it is {encoding}, but byte {offset} does not fit. Save it as UTF-8 and try again.",
    ),
    "formats.cut-off": (
        "文件“{name}”不完整（可能没有下载或复制完）。请重新取得该文件。",
        "{name!r} is cut off (an unfinished download or copy?). Get the file again.",
    ),
    "formats.damaged": (
        "文件“{name}”已损坏，打不开。请用 Word 或 WPS 打开并另存一份，或者重新取得该文件。",
        "{name!r} is damaged. Open it in Word or WPS and save a copy, or get the file again.",
    ),
    "formats.unsafe": (
        "文件“{name}”含有文档类型声明（DTD），可能有害，已拒绝读取。请用 Word 或 WPS 另存一份后重试。",
        "{name!r} declares a document type (DTD), which can do harm; it was not read. Save a fresh copy and try again.",
    ),
    "formats.encrypted": (
        "文件“{name}”设有打开密码。请在 Word 或 WPS 中去掉密码，另存后重试。",
        "{name!r} needs a password. Remove the password in Word or WPS, save, and try again.",
    ),
    "formats.too-large": (
        "文件“{name}”过大（上限 {limit} MB，按解压后计算）。请删去图片和附件，只留文字。",
        "{name!r} is too large (more than {limit} MB unpacked). Take out pictures and attachments.",
    ),
    "formats.other-package": (
        "“{name}”不是文字处理文档（可能是表格、演示文稿或压缩包）。请指定 .docx、.doc、.wps 或文本文件。",
        "{name!r} is not a text document (a spreadsheet, slides or an archive?). Name a .docx, .doc, .wps or text file.",
    ),
    "formats.not-akn": (
        "“{name}”是 XML，但不是 Akoma Ntoso 法律文档。请用 Word 或 WPS 打开并另存为 .docx 后重试。",
        "{name!r} is XML, but no Akoma Ntoso document. Save it as .docx in Word or WPS and try again.",
    ),
    "formats.archive": (
        "“{name}”是压缩包。请先解压，再指定其中的文件。",
        "{name!r} is an archive. Unpack it and name a file in it.",
    ),
    "formats.needs-pdfplumber": (
        "读 PDF“{name}”需要 pdfplumber：请安装 lawtrack[pdf]；或者取得 Word 原稿，或把文字复制到 .txt 文件。",
        "{name!r} is a PDF, which needs pdfplumber: install lawtrack[pdf], get the Word file, or copy the text into a .txt.",
    ),
    "formats.pdf-unsure": (
        "段落不缩进，有 {count} 处句号恰在行末，看不准是否另起一款，请逐处核对：{places}",
        (
            "Paragraphs do not stand in, and {count:full line ends|full lines end} with a full stop: whether a "
            "paragraph ended there is not "
            "known. Look at each: {places}"
        ),
    ),
    "formats.pdf-reading": (
        (
            "“{name}”是 PDF（{pages} 页）：这里的文字是按版面辨读出来的，不是原件。"
            "条、款、项的划分请逐条与 PDF 核对，并用 check 检查；有 Word 原稿请用原稿。"
        ),
        (
            "{name!r} is a PDF ({pages:page|pages}): this text is a reading of its layout, not the original. Hold every "
            "article, paragraph and item against the PDF, run check, and use the Word file where there is one."
        ),
    ),
    "formats.scan": (
        "“{name}”有 {count} 页是扫描图片（第 {pages} 页等），没有文字可读。请先用文字识别（OCR）软件转成文本并校对，再读入。",
        "{name!r} has {count:page|pages} without text, a picture each (page {pages} …). Run OCR over it, proofread, and read that.",
    ),
    "formats.opinions-table": (
        "{name} 是一张意见表（有“意见”一栏），不是法规文稿。填写过的请用 lawtrack opinion import 导入其中的意见。",
        (
            "{name} is a table of opinions (it has a column 意见), not the text of an instrument. Take in what was filled in "
            "with: lawtrack opinion import"
        ),
    ),
    "formats.ofd": (
        "“{name}”是 OFD 版式文件，这里读不了。请用 OFD 阅读器导出为 Word 或文本，或者取得 Word 原稿。",
        "{name!r} is an OFD file, which cannot be read. Export it as Word or text in an OFD reader, or get the Word file.",
    ),
    "formats.picture": (
        "“{name}”是图片。请取得文字稿，或者先用文字识别软件转成文字。",
        "{name!r} is a picture. Get the text, or turn it into text first (OCR).",
    ),
    "formats.needs-libreoffice": (
        "没有 LibreOffice，读不了 {suffix} 文件“{name}”。请安装 LibreOffice，或者在 Word、WPS 中另存为 .docx 后重试。",
        "{name!r} ({suffix}) needs LibreOffice. Install it, or save the file as .docx in Word or WPS and try again.",
    ),
    "formats.pdf-needs-libreoffice": (
        "没有 LibreOffice，写不出 PDF“{name}”。请安装 LibreOffice，或者先写成 .docx，再用 Word 或 WPS 另存为 PDF。",
        "{name!r} needs LibreOffice to be printed as PDF. Install it, or write a .docx and save that as PDF in Word or WPS.",
    ),
    "formats.sheet-notes": ("说明", "notes"),
    "formats.pdf-lines-alone": (
        "“{name}”的表格可能有一行字单独落在页首或页尾。请安装 lawtrack[pdf]，排版会再调整一遍。",
        "Single lines of the table's rows may stand alone on a page of {name!r}. Install lawtrack[pdf] to have it laid out twice.",
    ),
    "formats.conversion-failed": (
        "LibreOffice 打不开“{name}”：文件可能已损坏或设有密码。请在 Word 或 WPS 中另存为 .docx 后重试。",
        "LibreOffice cannot open {name!r}: it may be damaged or need a password. Save it as .docx and try again.",
    ),
    "formats.conversion-slow": (
        "LibreOffice 转换“{name}”超过 {seconds} 秒，已停止。请在 Word 或 WPS 中另存为 .docx 后重试。",
        "LibreOffice took more than {seconds:second|seconds} over {name!r} and was stopped. Save it as .docx and try again.",
    ),
    "formats.converted": (
        "本文件经 LibreOffice 转换后读取，请核对条款编号。",
        "This file was read through LibreOffice; check the numbers of its clauses.",
    ),
    "formats.tracked-accepted": (
        "文件含 {count} 处修订标记，已按“全部接受”读取。",
        "The file has {count:tracked change|tracked changes}, read as accepted.",
    ),
    "formats.tracked-rejected": (
        "文件含 {count} 处修订标记，已按“全部拒绝”读取。",
        "The file has {count:tracked change|tracked changes}, read as rejected.",
    ),
    "formats.textbox": (
        "文件含 {count} 个文本框，其文字已放在所在段落之后，请核对位置。",
        "The file has {count:text box|text boxes}; their text stands after the paragraph that holds them. Check its place.",
    ),
    "formats.table-cells": (
        (
            "表格中有 {count} 行以与上一行合并的单元格开头。工作区和由本文件写出的 Word、网页、AKN 仍是合并的；"
            "纯文字里（.txt、.md、逐条对照的文字）这一格空着。"
        ),
        (
            "{count:table row begins|table rows begin} with a cell that is merged with the one above. A workspace and the "
            "Word, HTML and AKN files written from this file keep them merged; in plain text (.txt, .md, the words of a "
            "comparison) this cell is empty."
        ),
    ),
    "formats.picture-left-out": (
        "文件含 {count} 张图片，未读取。",
        "The file has {count:picture|pictures}, left out.",
    ),
    "formats.formula": (
        "文件含 {count} 个公式，只读出其中的字符，请核对。",
        "The file has {count:formula|formulas}; only their characters were read. Check them.",
    ),
    "formats.embedded": (
        "文件含 {count} 个嵌入的文档或对象，未读取。",
        "The file has {count:embedded document or object|embedded documents or objects}, left out.",
    ),
    "formats.hidden": (
        "文件含 {count} 处隐藏文字，未读取。",
        "The file has {count:stretch of hidden text|stretches of hidden text}; left out.",
    ),
    "formats.symbol": (
        "文件含 {count} 个只有特殊字体才有的符号，未能读出。",
        "The file has {count:symbol|symbols} that only a special font has; they could not be read.",
    ),
    "formats.footnote": (
        "文件含 {count} 条脚注，未读入正文。",
        "The file has {count:footnote|footnotes}, kept beside the text.",
    ),
    "formats.endnote": (
        "文件含 {count} 条尾注，未读入正文。",
        "The file has {count:endnote|endnotes}, kept beside the text.",
    ),
    "formats.comment": (
        "文件含 {count} 条批注，未读入正文。",
        "The file has {count:comment|comments}, kept beside the text.",
    ),
    "formats.margin": (
        "有{count}行的行首带有不属于条文的符号或者行号（如“{mark}”），已去掉",
        "{count:line begins|lines begin} with a mark or a number that is not of the text (as {mark!r}); left out",
    ),
    "formats.page-heads": (
        "有{count}行是每页重复的页眉或者页脚（如“{words}”），已去掉",
        "{count:line is|lines are} the head or foot that every page repeats (as {words!r}); left out",
    ),
    "formats.front-matter": (
        "文件开头有 {lines} 行 Markdown 元数据，其中的题名作为标题，其余未读入正文。",
        "The file begins with {lines:line|lines} of front matter; its title is the text's, the rest was set apart.",
    ),
    "formats.no-title": (
        "{name} 里没有（或不止一件）题名含“{title}”的法规；文件里有：{titles}。",
        "{name} holds no instrument, or more than one, called {title!r}; it has {titles}.",
    ),
    "formats.markdown-remark": (
        "提示框（::: tip 等）里有 {count} 行不是条文（“{words}”），未读入正文。",
        "{count:line|lines} in boxes (::: tip and the like), no provisions ({words!r}), left out of the text.",
    ),
    "formats.which-column": (
        "{name} 是对照表，不是一件法规。请指定要哪一栏：{heads}（命令写 --column old、new 或栏名）。",
        "{name} is a comparison table, no instrument. Say which column: {heads} (--column, in Python column=).",
    ),
    "formats.no-column": (
        "对照表没有“{column}”这一栏；有：{heads}。",
        "The comparison table has no column {column!r}; it has {heads}.",
    ),
    "formats.no-comparison": (
        "{name} 里没有找到对照表（两栏或多栏条文）。",
        "No comparison table (two columns of clauses or more) was found in {name}.",
    ),
    "formats.table-left-out": (
        "对照表有 {count} 处写“略”，读出的文本不完整。",
        "The comparison table leaves clauses out in {count:place|places}; the text is not whole.",
    ),
    "formats.table-same": (
        "对照表有 {count} 处写“同左”“不变”等，按左栏原文读入。",
        "{count:cell|cells} of the comparison table say “as before”; the old words were taken.",
    ),
    "formats.table-blank": (
        "对照表有 {count} 处这一栏是空的，对应的条文按删去处理；如果空着表示不改，请补上。",
        "{count:cell is|cells are} empty in this column; their clauses were left out. Fill them in where nothing changes.",
    ),
    "formats.table-unnumbered": (
        "对照表有 {count} 处只有这一栏没有写条号，按接在上一条后面读入，请核对。",
        "{count:cell|cells} of this column without the number of the clause; read as going on with the one above. Look.",
    ),
    "formats.table-order": (
        "对照表有 {count} 条没有按条号排列，已按条号放回原处，请核对。",
        "{count:clause|clauses} of the table stood out of the order of the numbers and were put back. Look.",
    ),
    "formats.table-aside": (
        "对照表有 {count} 行是填表单位、日期、附注等，没有读作条文。",
        "{count:row|rows} of the table (who filled it in, dates, notes) were not read as words of the text.",
    ),
    "formats.comment-of": ("批注（{author}）", "Comment ({author})"),
    "formats.preface": (
        "正文之前的 {lines} 行（说明或报告）未读入正文；正文从“{title}”开始。",
        "What stands before the text (an explanation or report, {lines:line|lines}) was set apart; the text begins at {title!r}.",
    ),
    "formats.replaced": (
        "文字中有 {count} 个“\ufffd”（第 {line} 行起）：原字在此前的转换中已丢失，请对照原件补上。",
        "The text holds {count} “\ufffd” (from line {line}): letters lost in an earlier conversion. Check the original.",
    ),
    "formats.not-word": (
        "{name} 不是 Word 文件，里面是纯文本，已按文本读入；请确认没有拿错文件",
        "{name} is no Word file: there is plain text in it, which was read; please make sure that it is the right file",
    ),
    "formats.private-use": (
        "文字中有 {count} 个自造字或符号（第 {line} 行起），别的电脑上可能显示不出来，请核对。",
        (
            "The text holds {count:private-use character|private-use characters} (from line {line}), which other "
            "computers may not show. Check them."
        ),
    ),
    "formats.not-written": (
        "没有写成文件“{path}”：{reason}。原有文件未动；请换一个位置，或先关闭正在打开它的程序。",
        "{path} was not written: {reason}. What was there is untouched; choose another place, or close the program that holds it.",
    ),
    "formats.no-value": (
        "选项 {option} 没有“{value}”这个值。可以用：{known}。",
        "{option} cannot be {value!r}. Possible values: {known}.",
    ),
    "formats.broken-field": (
        "模板“{name}”中的“{words}”像是字段，但括号不全。字段的写法是半角的双花括号：{{{{名称}}}}。",
        "In the template {name!r}, {words!r} looks like a field without its braces. A field is written {{{{名称}}}}.",
    ),
    "formats.no-field": (
        "模板“{name}”中的字段“{field}”没有对应的内容。可以用：{known}。",
        "The template {name!r} asks for the field {field!r}. Possible fields: {known}.",
    ),
    "formats.two-versions": (
        "花脸稿要有前后两稿：请用 --from 指明上一稿。",
        "A marked text needs two versions: name the older one with --from.",
    ),
    "formats.document-kind": ("文书种类", "The kind of document"),
    "formats.nobody": ("作者", "Author"),
    "formats.page-of": ("第| 页　共 |页", "Page | of |"),
    "formats.no-writer": (
        "不会写“{suffix}”这种文件。可以写：{known}。",
        "Files ending in {suffix} cannot be written. Possible endings: {known}.",
    ),
    "formats.amended-title": ("《{title}》修改情况", "{title}: what was amended"),
    "formats.amended-instructions": ("修改指令", "Instructions"),
    "formats.amended-clauses": ("修改后的文本", "The amended text"),
    "formats.amended-before": ("修改前", "before"),
    "formats.amended-follows": ("随之：{what}", "in consequence: {what}"),
    "formats.amended-complete": (
        "已执行 {applied} 项修改，全部完成，声明的条号均相符。",
        "{applied:instruction|instructions} applied: complete, and every declared number came out.",
    ),
    "formats.amended-incomplete": (
        "已执行 {applied} 项修改，未执行 {failed} 项。文本不完整，请核对标明原因之处。",
        "{applied:instruction|instructions} applied, {failed} not. The text is incomplete: check wherever a reason is given.",
    ),
    "formats.op-replace": ("修改", "replaced"),
    "formats.op-insert": ("增加", "inserted"),
    "formats.op-delete": ("删去", "deleted"),
    "formats.op-renumber": ("改号", "renumbered"),
    "formats.op-move": ("移动", "moved"),
    "formats.op-split": ("拆分", "split"),
    "formats.op-join": ("合并", "joined"),
    "formats.op-replace-words": ("修改词语", "words replaced"),
    "formats.op-insert-words": ("增加词语", "words inserted"),
    "formats.op-delete-words": ("删去词语", "words deleted"),
    "formats.op-references": ("所引条号随之调整", "references follow"),
    "formats.op-note": ("题注更新", "header note brought up to date"),
    "formats.op-contents": ("目录更新", "contents brought up to date"),
    "formats.op-unexplained": (
        "没有指令说明这处改动，请核对",
        "no instruction accounts for this change; check it",
    ),
}
