"""Word files as city offices produce them: numbers counted, changes resolved, what is not text left beside it."""

import io
import struct

import pytest

from lawtrack.errors import MissingTool, UnusableInput
from lawtrack.formats import read, read_data
from lawtrack.formats.word import office
from lawtrack.formats.word.number_formats import format_number

LAW = [
    ("chineseCountingThousand", "第%1章"),
    ("chineseCounting", "第%2条"),
    ("chineseCounting", "（%3）"),
    ("decimal", "%4."),
]


def lines(data, **options):
    return read_data(data, "a.docx", **options).text.splitlines()


def codes(data, **options):
    return [warning.code for warning in read_data(data, "a.docx", **options).warnings]


def list_of(levels, rows, key=0, more=""):
    return f'<w:abstractNum w:abstractNumId="{key}">{more}{levels(*rows)}</w:abstractNum>'


def num(key, abstract=0, more=""):
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'


def test_articles_run_on_through_chapters_and_items_start_over(word_file, p, levels):
    rows = [LAW[0], (*LAW[1], '<w:lvlRestart w:val="0"/>'), LAW[2]]
    body = p("总则", 1, 0) + p("甲", 1, 1) + p("乙：", 1, 1) + p("子；", 1, 2) + p("丑。", 1, 2)
    body += p("管理", 1, 0) + p("丙：", 1, 1) + p("寅。", 1, 2)

    assert lines(word_file(body, numbering=list_of(levels, rows) + num(1))) == [
        "第一章　总则", "第一条　甲", "第二条　乙：", "（一）子；", "（二）丑。", "第二章　管理", "第三条　丙：", "（一）寅。",
    ]  # fmt: skip


def test_a_level_restarts_by_default_and_shows_its_parents_number(word_file, p, levels):
    body = p("甲", 1, 0) + p("乙", 1, 1) + p("丙", 1, 1) + p("丁", 1, 0) + p("戊", 1, 1)
    numbering = list_of(levels, [("upperRoman", "%1."), ("decimal", "%1.%2", "<w:isLgl/>")]) + num(1)

    assert lines(word_file(body, numbering=numbering)) == ["I.甲", "1.1　乙", "1.2　丙", "II.丁", "2.1　戊"]


def test_lists_of_one_abstract_list_count_on_unless_one_starts_over(word_file, p, levels):
    over = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = list_of(levels, [("decimalEnclosedCircle", "%1")]) + num(1) + num(2) + num(3, more=over)
    body = "".join(p("甲", key, 0) for key in (1, 2, 3, 3, 1))

    assert lines(word_file(body, numbering=numbering)) == ["①　甲", "②　甲", "⑤　甲", "⑥　甲", "⑦　甲"]


def test_styles_number_their_paragraphs_and_a_paragraph_can_switch_it_off(word_file, p, levels):
    rows = [(*LAW[0], '<w:pStyle w:val="Zhang"/>'), ("chineseCounting", "第%2条", '<w:pStyle w:val="Tiao"/>')]
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:basedOn w:val="{base}"/>{more}</w:style>'
        for key, base, more in (
            ("Zhang", "X", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
            ("Tiao", "Zhang", '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>'),
            ("TiaoB", "Tiao", ""),
        )
    )
    body = (
        p("总则", style="Zhang") + p("甲", style="Tiao") + p("续", 0, style="Tiao") + p("乙", style="TiaoB")
    )
    data = word_file(body, numbering=list_of(levels, rows) + num(1), styles=styles)

    assert lines(data) == ["第一章　总则", "第一条　甲", "续", "第二条　乙"]


def test_a_list_style_lends_its_levels(word_file, p, levels):
    linked = '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="S"/></w:abstractNum>'
    styles = '<w:style w:type="numbering" w:styleId="S"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    numbering = list_of(levels, LAW, more='<w:styleLink w:val="S"/>') + linked + num(1) + num(2, 9)

    assert lines(word_file(p("甲", 2, 0) + p("乙", 1, 0), numbering=numbering, styles=styles)) == [
        "第一章　甲",
        "第二章　乙",
    ]


def test_bullets_and_unknown_lists_leave_the_words_alone(word_file, p, levels):
    numbering = list_of(levels, [("bullet", "\uf0b7")]) + num(1)

    assert lines(word_file(p("甲", 1, 0) + p("乙", 77, 0) + p("丙", 1, "x"), numbering=numbering)) == [
        "甲",
        "乙",
        "丙",
    ]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("chineseCounting", "一 十 十九 二十 一百零五 一百一十"),
        ("ideographDigital", "一 一〇 一九 二〇 一〇五 一一〇"),
        ("chineseLegalSimplified", "壹 拾 拾玖 贰拾 壹佰零伍 壹佰壹拾"),
        ("decimalEnclosedCircleChinese", "① ⑩ ⑲ ⑳ 105 110"),
        ("upperLetter", "A J S T AAAAA FFFFF"),
        ("lowerRoman", "i x xix xx cv cx"),
        ("decimalZero", "01 10 19 20 105 110"),
        ("ideographTraditional", "甲 癸 19 20 105 110"),
        ("somethingNew", "1 10 19 20 105 110"),
    ],
)
def test_number_formats(form, expected):
    assert " ".join(format_number(n, form) for n in (1, 10, 19, 20, 105, 110)) == expected


CHANGED = (
    "<w:r><w:t>应当</w:t></w:r><w:del><w:r><w:delText>立即</w:delText></w:r></w:del>"
    "<w:ins><w:r><w:t>及时</w:t></w:r></w:ins><w:r><w:t>处理。</w:t></w:r>"
)


def test_tracked_changes_are_read_both_ways_with_a_warning(word_file, p):
    data = word_file(p(inner=CHANGED))

    assert lines(data) == ["应当及时处理。"]
    assert codes(data) == ["formats.tracked-accepted"]
    assert lines(data, tracked="rejected") == ["应当立即处理。"]
    assert codes(data, tracked="rejected") == ["formats.tracked-rejected"]


def test_a_deleted_paragraph_mark_joins_and_a_deleted_paragraph_takes_no_number(word_file, p, levels):
    gone = "<w:del><w:r><w:delText>乙</w:delText></w:r></w:del>"
    body = (
        p("甲", 1, 0)
        + p(num=1, depth=0, mark="<w:del/>", inner=gone)
        + p("丙", 1, 0)
        + p("丁", mark="<w:del/>")
        + p("戊")
    )
    data = word_file(body, numbering=list_of(levels, LAW[1:2]).replace("%2", "%1") + num(1))

    assert lines(data) == ["第一条　甲", "第二条　丙", "丁戊"]
    assert lines(data, tracked="rejected") == ["第一条　甲", "第二条　乙", "第三条　丙", "丁", "戊"]


def test_moved_words_and_rows_stand_once(word_file, p):
    moved = p(inner="<w:moveFrom><w:r><w:t>此处</w:t></w:r></w:moveFrom>", mark="<w:moveFrom/>")
    row = "<w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p("删去的行") + "</w:tc></w:tr>"
    data = word_file(
        moved
        + p("中间")
        + p(inner="<w:moveTo><w:r><w:t>此处</w:t></w:r></w:moveTo>")
        + f"<w:tbl>{row}</w:tbl>"
    )

    assert lines(data) == ["中间", "此处"]


def test_tables_become_rows_with_tabs(word_file, p):
    def cell(words, more=""):
        return f"<w:tc><w:tcPr>{more}</w:tcPr>{words}</w:tc>"

    rows = cell(p("序号")) + cell(p("事项"))
    second = cell(p("1"), '<w:vMerge w:val="restart"/>') + cell(p("甲") + p("乙"))
    third = cell(p("1"), "<w:vMerge/>") + cell(p(inner="<w:r><w:t>丙</w:t><w:tab/><w:t>丁</w:t></w:r>"))
    box = f"<w:tbl><w:tr>{cell(p('独') + p('立'))}</w:tr></w:tbl>"
    data = word_file(f"<w:tbl><w:tr>{rows}</w:tr><w:tr>{second}</w:tr><w:tr>{third}</w:tr></w:tbl>{box}")

    assert lines(data) == ["序号\t事项", "1\t甲 乙", "\t丙　丁", "独", "立"]


def field(code, result):
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{result}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_page_numbers_go_and_other_fields_stay(word_file, p):
    contents = p(
        inner=f"<w:hyperlink><w:r><w:t>第一章 总则</w:t></w:r><w:r><w:tab/></w:r>{field('PAGEREF _Toc1 h', '3')}</w:hyperlink>"
    )
    simple = p(
        inner='<w:fldSimple w:instr=" PAGE "><w:r><w:t>4</w:t></w:r></w:fldSimple><w:r><w:t>甲</w:t></w:r>'
    )
    body = (
        contents
        + simple
        + p(inner=field("DATE", "2020年"))
        + p(inner='<w:r><w:fldChar w:fldCharType="begin"/></w:r>')
        + p("乙")
    )

    assert lines(word_file(f"<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>")) == [
        "第一章 总则",
        "甲",
        "2020年",
        "乙",
    ]


def test_ringed_characters_and_formulas_are_read(word_file, p):
    ring = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> eq \\o\\ac(○,</w:instrText></w:r>'
    ring += '<w:r><w:instrText>12)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    math = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x</m:t></m:r></m:oMath>'
    data = word_file(p(inner=f"{ring}<w:r><w:t>金额＝</w:t></w:r>{math}") + "<w:altChunk/>")

    assert lines(data) == ["⑫金额＝x"]
    assert codes(data) == ["formats.embedded", "formats.formula"]


def test_soft_breaks_end_a_line_and_indents_go(word_file, p):
    data = word_file(
        p(inner='<w:r><w:t xml:space="preserve">　　第一条　甲</w:t><w:br/><w:t>　　第二条　乙 </w:t></w:r>')
        + p("　")
    )

    assert lines(data) == ["第一条　甲", "第二条　乙"]


def test_an_indented_paragraph_is_no_wrapped_rest_of_the_line_above(word_file, p):
    styles = '<w:style w:styleId="Z"><w:pPr><w:ind w:firstLineChars="200"/></w:pPr></w:style>'
    styles += '<w:style w:styleId="N"><w:basedOn w:val="Z"/><w:pPr><w:ind w:firstLine="0"/></w:pPr></w:style>'
    body = (
        p("第一条　甲", style="Z")
        + p("乙", style="N")
        + p("丙", style="Z")
        + p("丁。", style="Z")
        + p("戊", style="Z")
    )

    assert lines(word_file(body, styles=styles)) == ["第一条　甲", "乙", "", "丙", "", "丁。", "戊"]


def test_a_text_box_is_read_once_after_its_paragraph(word_file, p):
    box = f"<w:txbxContent>{p('框内')}</w:txbxContent>"
    drawing = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    data = word_file(p(inner=f"<w:r>{drawing}<w:t>正文</w:t></w:r>") + p("后文"))

    assert lines(data) == ["正文", "框内", "后文"]
    assert codes(data) == ["formats.textbox"]


def test_notes_stand_beside_the_text(word_file, p):
    marks = '<w:r><w:t>甲</w:t><w:footnoteReference w:id="2"/><w:commentReference w:id="0"/></w:r>'
    data = word_file(
        p("题") + p(inner=marks),
        footnotes=f'<w:footnote w:id="2">{p("脚注的话")}</w:footnote>',
        comments=f'<w:comment w:id="0" w:author="李四">{p("建议删去")}</w:comment>',
    )
    found = read_data(data, "a.docx")

    assert found.text == "题\n甲"
    assert [(n.kind, n.text, n.author, n.line) for n in found.notes] == [
        ("footnote", "脚注的话", "", 2), ("comment", "建议删去", "李四", 2),
    ]  # fmt: skip
    assert codes(data) == ["formats.comment", "formats.footnote"]


def test_notes_point_at_the_line_of_the_text(word_file, p):
    def marked(words, key):
        return p(inner=f'<w:r><w:t>{words}</w:t><w:commentReference w:id="{key}"/></w:r>')

    row = f"<w:tbl><w:tr><w:tc>{p('子')}</w:tc><w:tc>{p('丑')}{marked('寅', 2)}</w:tc></w:tr></w:tbl>"
    body = (
        marked("关于《某市示例条例》的说明", 0)
        + p("某市示例条例")
        + p("第一条　甲")
        + marked("　　乙", 1)
        + row
    )
    data = word_file(body, comments="".join(f'<w:comment w:id="{i}">{p("问")}</w:comment>' for i in range(3)))
    found = read_data(data, "a.docx")

    assert found.text.split("\n") == ["某市示例条例", "第一条　甲", "", "乙", "子\t丑 寅"]
    assert [note.line for note in found.notes] == [0, 4, 5]


def test_hidden_text_pictures_and_symbols_are_told(word_file, p):
    inner = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:sym w:char="F0FE"/><w:sym w:char="2460"/></w:r>'
    inner += '<w:r><w:drawing><a:blip r:embed="x"/></w:drawing><w:t>明</w:t><w:noBreakHyphen/></w:r>'
    data = word_file(p(inner=inner))

    assert lines(data) == ["①明-"]
    assert codes(data) == ["formats.hidden", "formats.picture-left-out", "formats.symbol"]


def test_a_file_made_by_python_docx_reads_as_a_tree():
    from docx import Document

    document = Document()
    for words in (
        "某市示例条例",
        "第一章　总则",
        "第一条　为了健康，制定本条例。",
        "第二条　禁止下列行为：",
        "（一）吸烟。",
    ):
        document.add_paragraph(words)
    document.sections[0].header.paragraphs[0].text = "页眉"
    stream = io.BytesIO()
    document.save(stream)
    stream.seek(0)
    doc = read(stream, name="a.docx")

    assert "页眉" not in doc.text
    assert [node.eid for node in doc.provisions][-1] == "art_2__para_1__item_1"


def test_strict_dialect_reads_the_same(word_file, p):
    data = word_file(p("甲"))
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            xml = old.read(part).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            new.writestr(
                part,
                xml.replace(
                    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                    b"http://purl.oclc.org/ooxml/officeDocument/relationships",
                ),
            )

    assert lines(out.getvalue()) == ["甲"]


def archive(**files):
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in files.items():
            new.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def test_unusable_word_files_are_refused(word_file, p, monkeypatch):
    good = word_file(p("甲"))
    bomb = word_file(p("甲"), styles="<w:x/>" + " " * 210_000_000)
    evil = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="u">&x;</w:document>'
    rels = archive_part(good, "_rels/.rels")
    cases = {
        "formats.cut-off": good[: len(good) // 2],
        "formats.too-large": bomb,
        "formats.unsafe": archive(**{"_rels/.rels": rels, "word/document.xml": evil}),
        "formats.damaged": archive(**{"_rels/.rels": rels, "word/document.xml": "<w:document"}),
        "formats.other-package": archive(**{"xl/workbook.xml": "<x/>"}),
        "formats.empty": word_file(p("")),
    }
    found = {}
    for code, data in cases.items():
        with pytest.raises(UnusableInput) as refusal:
            read_data(data, "a.docx")
        found[code] = refusal.value.code

    assert found == {code: code for code in cases}


def archive_part(data, part):
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(part)


def compound(*streams, locked=False, tables=0):
    """A compound file as far as the reader looks: a header, a document's first sector, a directory."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(30, b"\0") + struct.pack("<H", 9)
    header = header.ljust(48, b"\0") + struct.pack("<I", 1)
    header = header.ljust(60, b"\0") + struct.pack("<I", 0xFFFFFFFE)
    header = header.ljust(76, b"\0") + struct.pack("<109I", tables, *[0xFFFFFFFF] * 108)
    first = (b"\xec\xa5".ljust(11, b"\0") + bytes([locked])).ljust(512, b"\0")
    return (
        header
        + first
        + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams).ljust(512, b"\0")
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (compound("Root Entry", "WordDocument", locked=True), "formats.encrypted"),
        (compound("Root Entry", "EncryptedPackage"), "formats.encrypted"),
        (compound("Root Entry", "Workbook"), "formats.other-package"),
        (compound("Root Entry", "WordDocument", tables=9), "formats.cut-off"),
        (compound("Root Entry", "WordDocument")[:700], "formats.cut-off"),
        (compound("Root Entry", "WordDocument")[:100], "formats.cut-off"),
    ],
)
def test_old_documents_that_nobody_can_open_are_told_apart(data, code):
    with pytest.raises(UnusableInput) as refusal:
        read_data(data, "a.doc")

    assert refusal.value.code == code


def test_without_libreoffice_an_old_document_says_what_to_do(monkeypatch):
    monkeypatch.setattr(office, "soffice", lambda: None)
    with pytest.raises(MissingTool) as refusal:
        read_data(b"{\\rtf1 x}", "a.wps")

    assert ".docx" in refusal.value.message("zh")
    assert refusal.value.details["suffix"] == ".rtf"


@pytest.mark.office
@pytest.mark.skipif(office.soffice() is None, reason="LibreOffice is not installed")
def test_an_old_document_is_read_through_libreoffice(word_file, p, levels):
    numbering = list_of(levels, [("chineseCountingThousand", "第%1条"), ("chineseCounting", "（%2）")]) + num(
        1
    )
    modern = word_file(
        p("某市示例条例") + p("甲", 1, 0) + p("乙：", 1, 0) + p("丙。", 1, 1), numbering=numbering
    )
    old = office.convert(modern, ".docx", "a.docx", to="doc")
    found = read_data(old, "a.wps")
    with pytest.raises(UnusableInput, match="不完整"):
        read_data(old[: len(old) * 3 // 4], "a.doc")

    assert found.text.splitlines() == ["某市示例条例", "第一条　甲", "第二条　乙：", "（一）丙。"]
    assert [warning.code for warning in found.warnings] == ["formats.converted"]


@pytest.mark.office
@pytest.mark.skipif(office.soffice() is None, reason="LibreOffice is not installed")
def test_what_libreoffice_cannot_open_is_refused():
    with pytest.raises(UnusableInput) as refusal:
        read_data(compound("Root Entry", "WordDocument"), "a.doc")

    assert refusal.value.code in {"formats.conversion-failed", "formats.empty"}
