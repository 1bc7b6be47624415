"""Every job of the page, done by mouse from the first screen, and how often the mouse is pressed for it.

What is counted: each press of the mouse; two for a choice from a list (open, choose), one for a file, whether it is
chosen or dropped. Typing is not counted. `COUNTING` counts them in the browser; docs/guide tells the numbers.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docx import Document

from tests.notebook.everything import LIST, PLAN, TEXT, sent

if TYPE_CHECKING:
    from collections.abc import Callable

    Act = Callable[[Any], object]

COUNTING = """
if (!("clicked" in window)) {
    addEventListener("pointerdown", () => { clicked += 1; }, true);
    addEventListener("drop", () => { clicked += 1; }, true);
    addEventListener("change", ({ target }) => { clicked += target.matches("select") ? 2 : target.type === "file" ? 1 : 0; }, true);
}
window.clicked = 0;
"""
ORDINANCE, PLANNED = "爱国卫生工作条例", "大气污染防治条例"
NEWER = TEXT.replace("报告", "书面报告")
WETLAND_DECISION = """关于修改《某市湿地条例》的决定
一、将第一条修改为：“湿地名录由市人民政府公布并更新。”
本决定自公布之日起施行。
"""
LAW_AFTER = "水源保护法\n第一条　立法目的。\n第二条　水源由市人民政府保护。\n"


@dataclass(frozen=True, slots=True)
class Job:
    """What is done, in both languages, and how."""

    zh: str
    en: str
    act: Act


JOBS: dict[str, Job] = {}


def job(zh: str, en: str) -> Callable[[Act], Act]:
    """Puts a job into the table under the name of its function."""

    def enter(act: Act) -> Act:
        JOBS[act.__name__] = Job(zh, en, act)
        return act

    return enter


# ---- what many jobs share ----


def button(tab: Any, name: str, within: str = ".lawtrack-bench", *, exact: bool = True) -> None:
    tab.locator(within).get_by_role("button", name=name, exact=exact).last.click()


def menu(tab: Any, name: str, entry: str) -> None:
    button(tab, name, exact=False)
    tab.get_by_role("menuitem", name=entry).first.click()


def opened(tab: Any, title: str = ORDINANCE) -> None:
    tab.locator(".row", has_text=title).first.click()
    tab.locator(".lt-row").first.wait_for()


def newest(tab: Any) -> None:
    opened(tab)
    tab.locator(".dot").last.click()
    tab.locator(".reading article").first.wait_for()


def clause(tab: Any, words: str = "第三条") -> None:
    opened(tab)
    tab.locator(".lt-change", has_text=words).first.click()
    tab.locator(".drawer h2", has_text="第").wait_for()


def row_menu(tab: Any, entry: str) -> None:
    row = tab.locator(".row", has_text=PLANNED)
    row.hover()
    row.locator(".menu > button").click()
    tab.get_by_role("menuitem", name=entry).click()
    tab.locator("form.inplace").wait_for()


def version_menu(tab: Any, entry: str, at: int = 0) -> None:
    opened(tab)
    tab.locator(".line-of-versions li").nth(at).locator(".menu > button").click()
    tab.get_by_role("menuitem", name=entry).click()


def put(tab: Any, name: str, text: str, within: str = ".lawtrack-bench", at: int = 0) -> None:
    tab.locator(f"{within} input[type=file]").nth(at).set_input_files(sent(name, text))


def drop(tab: Any, name: str, content: bytes) -> None:
    """A file let fall on the view."""
    held = tab.evaluate_handle(
        """([bytes, name]) => { const held = new DataTransfer();
           held.items.add(new File([new Uint8Array(bytes)], name)); return held; }""",
        [list(content), name],
    )
    tab.locator("main.view").dispatch_event("drop", {"dataTransfer": held})


def stage(tab: Any, label: str = "三审") -> None:
    tab.locator("select:visible").filter(has=tab.locator("option", has_text=label)).last.select_option(
        label=label
    )


def day(tab: Any, on: str = "2020-09-20") -> None:
    tab.get_by_label("日期*").last.fill(on)


def said(tab: Any, words: str) -> None:
    tab.locator(".said p:not(.failed)", has_text=words).wait_for()


def saved(tab: Any) -> None:
    button(tab, "存为新的一稿")
    said(tab, "已存为新的一稿")


def downloaded(tab: Any, press: Act, ending: str) -> None:
    with tab.expect_download() as got:
        press(tab)
    assert got.value.suggested_filename.endswith(ending), got.value.suggested_filename


def handed_out(tab: Any, purpose: str, ending: str = ".docx") -> None:
    button(tab, "出文")
    if purpose:
        tab.locator(".outgoing nav button", has_text=purpose).first.click()
        tab.locator(".outgoing nav [aria-pressed=true]", has_text=purpose).wait_for()
    tab.locator(".out-main .quiet", has_text="_").first.wait_for()
    downloaded(tab, lambda tab: button(tab, "下载"), ending)


def library(tab: Any, name: str) -> None:
    button(tab, "法规库")
    if name != "查条文":
        tab.get_by_role("tab", name=name).click()
    tab.locator(".shelf").wait_for()


def rounds(tab: Any) -> None:
    opened(tab)
    button(tab, "征求修改建议", exact=False)
    tab.locator("[role=dialog] .suggestion").first.wait_for()


# ---- reading and comparing ----


@job("看最新两稿的对照", "compare the two newest versions")
def compare(tab: Any) -> None:
    opened(tab)


@job("读一稿", "read a version")
def read(tab: Any) -> None:
    newest(tab)


@job("几稿并排看", "see several versions side by side")
def beside(tab: Any) -> None:
    opened(tab)
    tab.locator(".line-of-versions input").first.check()
    tab.locator(".lt-many").wait_for()


@job("对照两个没有存入的文件", "compare two files that are not kept")
def compare_files(tab: Any) -> None:
    menu(tab, "新增", "对照两个文件")
    put(tab, "甲.txt", TEXT)
    put(tab, "乙.txt", NEWER, at=1)
    tab.locator(".lt-row").first.wait_for()


@job("看一条的来历（谁、何时、为什么改）", "see where a clause comes from: who changed it, when, why")
def history(tab: Any) -> None:
    clause(tab)
    tab.locator(".history li").first.wait_for()


@job("看一条引用了谁、被谁引用", "see what a clause refers to, and what refers to it")
def references(tab: Any) -> None:
    clause(tab)
    tab.get_by_role("tab", name="引用").click()
    tab.get_by_role("heading", name="引用这一条的").wait_for()


@job("看全文检查出的问题", "see what the checks find")
def findings(tab: Any) -> None:
    newest(tab)
    button(tab, "检查", ".outline", exact=False)
    tab.locator(".outline .found li").first.wait_for()


@job("下载一稿的 Word", "download a version as Word")
def download(tab: Any) -> None:
    downloaded(tab, lambda tab: version_menu(tab, "下载 Word"), ".docx")


# ---- versions ----


@job("收入一份 Word 稿", "take in a Word file as a version")
def take_in(tab: Any) -> None:
    opened(tab)
    drop(tab, "修改稿.docx", word(open_text(tab)))
    tab.locator(".intake .preview").wait_for()
    stage(tab)
    day(tab)
    saved(tab)


@job("把 Word 稿拖到年度页上收入", "drop a Word file on the year and take it in")
def take_in_from_year(tab: Any) -> None:
    drop(tab, "修改稿.docx", word(open_text(tab)))
    tab.locator(".project .intake .preview").wait_for()
    stage(tab)
    day(tab)
    saved(tab)


@job("粘贴一稿", "paste a version")
def paste(tab: Any) -> None:
    text = open_text(tab)
    opened(tab)
    menu(tab, "新的一稿", "粘贴")
    tab.get_by_label("粘贴文字").fill(text)
    button(tab, "读取")
    tab.locator(".intake .preview").wait_for()
    stage(tab)
    day(tab)
    saved(tab)


@job("建一部计划外的新法规", "begin an ordinance that no plan has")
def new_draft(tab: Any) -> None:
    menu(tab, "新增", "新的法规文稿")
    put(tab, "取水条例.txt", TEXT)
    tab.locator(".intake .preview").wait_for()
    stage(tab, "一审")
    day(tab)
    saved(tab)


@job("改一条，存为新的一稿", "edit a clause and save it as a version")
def edit(tab: Any) -> None:
    clause(tab)
    tab.get_by_role("tab", name="编辑").click()
    field = tab.locator(".drawer textarea").first
    field.fill(field.input_value() + "具体办法由市人民政府制定。")
    button(tab, "看改动并保存")
    tab.locator(".effects").wait_for()
    saved(tab)


@job("插入一条，其余顺改条号，存为新的一稿", "insert an article, the rest renumbered, and save")
def insert(tab: Any) -> None:
    clause(tab)
    tab.get_by_role("tab", name="编辑").click()
    button(tab, "在后面增加一条", exact=False)
    tab.locator(".drawer .new textarea").fill("每年四月为爱国卫生月。")
    button(tab, "看改动并保存")
    tab.locator(".effects details").first.wait_for()
    saved(tab)


@job("改正一处检查出的问题，存为新的一稿", "mend what a check found and save")
def mend(tab: Any) -> None:
    tab.locator(".loose button", has_text="湿地").click()
    tab.locator(".dot").last.click()
    button(tab, "检查", ".outline", exact=False)
    tab.locator(".outline .found button", has_text="标点").first.click()
    tab.locator(".drawer .found button").first.click()
    tab.locator(".drawer textarea").first.wait_for()
    button(tab, "看改动并保存")
    tab.locator(".effects").wait_for()
    saved(tab)


@job("把外面改过的文本收为一稿", "take over what was changed outside")
def outside(tab: Any) -> None:
    change_outside(tab)
    opened(tab)
    button(tab, "查看")
    tab.locator("[role=dialog] .lt-row").first.wait_for()
    saved(tab)


@job("按修改决定改出新的一稿", "apply a decision")
def apply(tab: Any) -> None:
    tab.locator(".loose button", has_text="湿地").click()
    tab.locator(".lt-row").first.wait_for()
    menu(tab, "新的一稿", "决定")
    put(tab, "决定.txt", WETLAND_DECISION, "[role=dialog]")
    tab.locator("[role=dialog] .proof").wait_for()
    stage(tab)
    day(tab)
    saved(tab)


@job("公布前把文本与决定核对一遍", "proofread the text to publish against the decision")
def proofread(tab: Any) -> None:
    tab.locator(".loose button", has_text="湿地").click()
    tab.locator(".line-of-versions li").last.locator(".menu > button").click()
    tab.get_by_role("menuitem", name="校对").click()
    put(tab, "决定.txt", WETLAND_DECISION, ".proof-texts")
    button(tab, "逐条核对")
    tab.locator("[role=dialog] td", has_text="湿地名录").first.wait_for()
    downloaded(tab, lambda tab: button(tab, "Word", "[role=dialog]"), ".docx")


@job("合并两人的稿子，决定一处冲突", "merge two people's files and decide a conflict")
def merge(tab: Any) -> None:
    text = open_text(tab, "wetland").replace("公布,更新。", "公布,调整。")
    tab.locator(".loose button", has_text="湿地").click()
    tab.locator(".lt-row").first.wait_for()
    menu(tab, "新的一稿", "合并")
    put(tab, "同事.txt", text, "[role=dialog]")
    tab.locator(".conflict").first.wait_for()
    button(tab, "用这一稿", ".conflict .three > div:nth-child(2)")
    tab.locator(".conflict .chosen").wait_for()
    saved(tab)


@job("把旧稿恢复为新的一稿", "bring an old version back")
def restore(tab: Any) -> None:
    version_menu(tab, "恢复")
    tab.get_by_label("修改说明").fill("会议决定恢复")
    button(tab, "存为新的一稿")
    said(tab, "已恢复")


@job("撤销刚收入的一稿", "undo the newest version")
def undo_import(tab: Any) -> None:
    version_menu(tab, "撤销这一稿", -1)
    said(tab, "撤销")


@job("更正一稿的环节、日期或会议", "correct the record of a version")
def correct(tab: Any) -> None:
    version_menu(tab, "更正")
    tab.get_by_label("会议").last.fill("第三次会议")
    button(tab, "保存", "[role=dialog]")
    said(tab, "更正")


# ---- handing out ----


def _hand_out(purpose: str, zh: str, en: str, ending: str = ".docx") -> None:
    def act(tab: Any) -> None:
        opened(tab)
        handed_out(tab, purpose, ending)

    JOBS[f"hand out {purpose or '对照表'}"] = Job(zh, en, act)


_hand_out("", "出对照表", "hand out the table of comparison")
_hand_out("花脸稿", "出花脸稿", "hand out the tracked changes")
_hand_out("修改决定", "出修改决定", "hand out the amending decision")
_hand_out("征求意见表", "发出征求意见表", "hand out the form for opinions")
_hand_out("采纳情况表", "出采纳情况表", "hand out the table of answers to opinions")
_hand_out("审议结果报告", "出审议结果报告的素材", "hand out the sentences for the report", ".txt")
_hand_out("送审文本", "出送审文本", "hand out a clean copy")
_hand_out("义务与责任对照表", "出义务与责任对照表", "hand out the table of duties and penalties")


@job("出月报", "hand out the monthly report")
def month(tab: Any) -> None:
    handed_out(tab, "")


@job("出计划表", "hand out the table of the plan")
def plan_table(tab: Any) -> None:
    handed_out(tab, "计划表", ".xlsx")


# ---- opinions ----


@job("登记对一条的意见", "record an opinion on a clause")
def opinion(tab: Any) -> None:
    clause(tab)
    tab.get_by_role("tab", name="意见").click()
    button(tab, "+ 登记意见")
    tab.get_by_label("意见内容*").fill("建议写明牵头单位。")
    button(tab, "保存", ".card-form")
    said(tab, "意见")


@job("收入一份意见材料", "take in a file of opinions")
def opinions(tab: Any) -> None:
    opened(tab)
    button(tab, "全部意见", exact=False)
    button(tab, "收入意见…")
    put(tab, "意见.txt", "第二条：建议写明主体。\n", "[role=dialog]")
    tab.locator("[role=dialog] .preview").wait_for()
    tab.get_by_label("提出者").fill("某单位")
    button(tab, "收入")
    said(tab, "新增 1 条")


@job("答复一条意见", "answer an opinion")
def answer(tab: Any) -> None:
    opened(tab)
    button(tab, "全部意见", exact=False)
    tab.locator(".opinion").first.wait_for()
    tab.locator(".opinion").first.get_by_role("button", name="答复").click()
    tab.get_by_label("采纳情况").select_option(index=1)
    tab.get_by_label("理由").last.fill("已在条文中写明")
    button(tab, "保存", ".opinion")
    said(tab, "答复")


@job("更正意见针对的条款", "put the clause of an opinion right")
def move_opinion(tab: Any) -> None:
    opened(tab)
    button(tab, "全部意见", exact=False)
    tab.locator(".opinion").first.get_by_role("button", name="更正条款").click()
    tab.get_by_label("更正条款").select_option(label="第五条")
    said(tab, "现在针对第五条")


# ---- rounds of review ----


@job("开始一轮征求修改建议", "open a round of review")
def open_round(tab: Any) -> None:
    rounds(tab)
    button(tab, "+ 开始一轮")
    tab.get_by_label("要问的问题").fill("第一条怎样写？")
    button(tab, "开始征求")
    tab.locator(".chips [aria-pressed=true]", has_text="第一条怎样写").wait_for()


@job("提一条修改建议", "suggest a wording")
def suggest(tab: Any) -> None:
    rounds(tab)
    button(tab, "+ 提修改建议")
    tab.wait_for_function("document.querySelector('.card-form textarea')?.value")
    tab.get_by_label("改哪一条").select_option(label="第三条")
    tab.wait_for_function("document.querySelector('.card-form textarea').value.startsWith('爱国卫生工作')")
    words = tab.get_by_label("建议改为")
    words.fill(words.input_value() + "由市人民政府组织。")
    button(tab, "保存", ".card-form")
    tab.locator(".suggestion", has_text="由市人民政府组织").wait_for()


@job("就一条建议讨论一句", "say something about a suggestion")
def say(tab: Any) -> None:
    rounds(tab)
    tab.locator(".suggestion input[type=text]").first.fill("同意。")
    tab.locator(".suggestion .acts button", has_text="发表").first.click()
    tab.locator(".thread", has_text="同意。").wait_for()


@job("决定一条建议并存为新的一稿", "decide a suggestion and save the version")
def decide(tab: Any) -> None:
    rounds(tab)
    tab.locator(".suggestion").get_by_role("button", name="讨论完毕").first.click()
    tab.locator(".suggestion .kind.open", has_text="讨论").wait_for(state="detached")
    tab.locator(".suggestion").get_by_role("button", name="采纳", exact=True).first.click()
    tab.locator(".suggestion .kind", has_text="已采纳").first.wait_for()
    button(tab, "看采纳后的文本")
    saved(tab)


# ---- the year ----


@job("看板、时间轴", "the board or the timeline")
def board(tab: Any) -> None:
    button(tab, "看板")
    tab.locator(".board .card").first.wait_for()


@job("只看逾期或临期的", "see only what is late or due soon")
def late(tab: Any) -> None:
    button(tab, "逾期或临期", exact=False)
    tab.locator(".chip[aria-pressed=true]").wait_for()


@job("登记一个环节", "record a stage")
def record(tab: Any) -> None:
    row = tab.locator(".row", has_text=PLANNED)
    row.hover()
    row.get_by_role("button", name="登记环节").click()
    tab.get_by_label("日期*").fill("2020-08-31")
    button(tab, "保存", "form.inplace")
    said(tab, "登记")


@job("撤销刚做的事", "take back what was just done")
def take_back(tab: Any) -> None:
    record(tab)
    tab.evaluate("clicked = 0")  # what is taken back is another job
    button(tab, "撤销", ".said")
    said(tab, "已撤销")


@job("延期", "postpone a project")
def postpone(tab: Any) -> None:
    row = tab.locator(".row", has_text=PLANNED)
    row.hover()
    row.get_by_role("button", name="延期").click()
    tab.get_by_label("改为*").fill("2021-06-30")
    tab.get_by_label("理由*").fill("需再论证")
    button(tab, "保存", "form.inplace")
    said(tab, PLANNED)


@job("撤回一个项目", "withdraw a project")
def withdraw(tab: Any) -> None:
    row_menu(tab, "撤回")
    tab.get_by_label("理由").fill("条件不成熟")
    button(tab, "保存", "form.inplace")
    said(tab, PLANNED)


@job("调出计划", "take a project out of the plan")
def take_out(tab: Any) -> None:
    row_menu(tab, "调出计划")
    tab.get_by_label("理由*").fill("条件不成熟")
    button(tab, "保存", "form.inplace")
    said(tab, PLANNED)


@job("结转下一年", "carry a project over to the next year")
def carry_over(tab: Any) -> None:
    row_menu(tab, "结转下一年")
    tab.get_by_label("理由").fill("来不及")
    button(tab, "保存", "form.inplace")
    said(tab, PLANNED)


@job("更名", "rename a project")
def rename(tab: Any) -> None:
    row_menu(tab, "更名")
    tab.get_by_label("题名*").fill("大气条例")
    button(tab, "保存", "form.inplace")
    said(tab, "大气条例")


@job("新增项目", "add a project")
def add(tab: Any) -> None:
    menu(tab, "新增", "新增项目")
    tab.get_by_label("题名*").fill("某市取水条例")
    button(tab, "保存", "form.inplace")
    said(tab, "取水")


@job("收入公布的年度计划", "import a published plan")
def import_plan(tab: Any) -> None:
    menu(tab, "新增", "导入")
    put(tab, "计划.txt", PLAN)
    tab.locator(".preview").wait_for()
    button(tab, "存为年度计划")
    said(tab, "2021")


# ---- the body of law ----


@job("在法规库里查条文", "search the body of law")
def search(tab: Any) -> None:
    library(tab, "查条文")
    tab.get_by_label("要找的词").fill("取水")
    tab.keyboard.press("Enter")
    tab.locator(".law-hits button").first.click()
    tab.locator(".two-panes > .text article").first.wait_for()


@job("上位法修改后，出清理建议表", "clean up after a law changed: the table")
def affected(tab: Any) -> None:
    library(tab, "法规清理")
    laws_chosen(tab)
    downloaded(tab, lambda tab: button(tab, "Word"), ".docx")


@job("上位法修改后，出一揽子修改决定", "clean up after a law changed: the decision")
def package(tab: Any) -> None:
    library(tab, "法规清理")
    laws_chosen(tab)
    button(tab, "写成一揽子修改决定")
    tab.locator(".paper.lines").wait_for()
    downloaded(tab, lambda tab: button(tab, "下载"), ".docx")


def laws_chosen(tab: Any) -> None:
    old, new = (tab.locator(".choose-law").nth(at) for at in (0, 1))
    old.get_by_role("button", name="从法规库选").click()
    old.locator(".titles button", has_text="水源保护法").click()
    new.locator("input[type=file]").set_input_files(sent("新法.txt", LAW_AFTER))
    button(tab, "查受影响的条文")
    tab.locator(".paper td", has_text="取水条例").first.wait_for()


@job("草案与上位法逐条比较", "a draft beside its superior law")
def beside_law(tab: Any) -> None:
    library(tab, "上位法与外地")
    tab.locator(".titles button").first.click()
    button(tab, "比较")
    tab.locator(".shelf :is(.paper td, .empty)").first.wait_for()
    downloaded(tab, lambda tab: button(tab, "Word"), ".docx")


@job("收入一份权责清单", "take in a list of powers")
def take_list(tab: Any) -> None:
    library(tab, "权责清单")
    button(tab, "收入清单…")
    put(tab, "清单.csv", LIST, "[role=dialog]")
    tab.get_by_label("截至哪一天").fill("2021-06-30")
    tab.locator("[role=dialog] p.quiet").wait_for()
    button(tab, "收入", "[role=dialog]")
    tab.locator("[role=dialog]").wait_for(state="detached")


@job("比较两天的权责清单", "compare the list of powers of two days")
def compare_lists(tab: Any) -> None:
    library(tab, "权责清单")
    tab.locator(".paper td").first.wait_for()
    downloaded(tab, lambda tab: button(tab, "Word"), ".docx")


@job("核对权责事项的依据", "check what the items of a list stand on")
def grounds(tab: Any) -> None:
    library(tab, "权责清单")
    button(tab, "核对依据", ".views")
    button(tab, "在法规库里查")
    tab.locator(".standing").wait_for()


# ---- colleagues and the record ----


@job("与同事同步", "sync with colleagues")
def sync(tab: Any) -> None:
    button(tab, "共享", ".bar.top", exact=False)
    tab.locator(".standing").first.wait_for()
    button(tab, "同步")
    said(tab, "同步")


@job("决定一处与同事的冲突，存为新的一稿", "decide a clash with a colleague and save the version")
def settle(tab: Any) -> None:
    button(tab, "共享", ".bar.top", exact=False)
    button(tab, "去决定")
    tab.locator(".conflict").get_by_role("button", name="用这一稿").last.click()
    button(tab, "看采纳后的文本")
    saved(tab)


@job("核对各稿记录没有被动过", "verify that nobody touched the record")
def verify(tab: Any) -> None:
    button(tab, "共享", ".bar.top", exact=False)
    button(tab, "核对记录")
    tab.locator(".record-found").first.wait_for()


@job("取封存回执", "take a receipt that seals the record")
def seal(tab: Any) -> None:
    button(tab, "共享", ".bar.top", exact=False)
    button(tab, "封存回执")
    tab.get_by_text("lawtrack-seal 1").wait_for()


def word(text: str) -> bytes:
    """A Word file of these lines."""
    document, held = Document(), io.BytesIO()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(held)
    return held.getvalue()


# ---- what the test lays under the page ----


def open_text(tab: Any, slug: str = "patriotic-health") -> str:
    """The newest text of a draft, with a clause changed."""
    text: str = tab.desk.workspace.text(slug)
    return text.replace("为了", "为", 1) if slug == "patriotic-health" else text


def change_outside(tab: Any) -> None:
    """Somebody changes a text without the workbench."""
    file = tab.desk.workspace.root / "drafts" / "patriotic-health" / "text.md"
    file.write_text(file.read_text(encoding="utf-8").replace("协同", "协力"), encoding="utf-8")
