"""Each request of the page refused, then lost: a sentence says so, no spinner is left, what was typed stays, and one can
go on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import lawtrack.notebook
from lawtrack.notebook.page.bench import ACTIONS
from lawtrack.notebook.page.front import bundle
from lawtrack.notebook.page.library.building import Building
from tests.notebook.everything import DECISION, LAW, LIST, PLAN, TEXT, WETLAND, desk_on, sent
from tests.notebook.pages import PLAYED, SENTENCE, STATES, begin, fields, opened, play, settled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lawtrack.notebook.page.desk import Desk

    Act = Callable[[Any], object]

pytestmark = pytest.mark.browser
FRONT = Path(lawtrack.notebook.__file__).parent / "front"
LAW_AFTER = "水源保护法\n第一条　立法目的。\n第二条　水源由市人民政府保护。\n"
NEWER = TEXT.replace("报告", "书面报告")


@pytest.fixture(scope="module")
def busy_desk(full: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A workspace with something of everything, so that each request can be sent."""
    return desk_on(full, tmp_path_factory.mktemp("failing"))


@pytest.fixture(scope="module")
def page(chromium: Any, busy_desk: Desk) -> Iterator[Any]:
    with opened(chromium, busy_desk) as tab:
        yield tab


@pytest.fixture
def tab(page: Any) -> Any:
    begin(page)
    return page


def click(name: str, *, exact: bool = True, within: str = ".lawtrack-bench") -> Act:
    return lambda tab: tab.locator(within).get_by_role("button", name=name, exact=exact).last.click()


def version_menu(entry: str, at: int = 0) -> Act:
    def act(tab: Any) -> None:
        tab.locator(".line-of-versions li").nth(at).locator(".menu > button").click()
        tab.get_by_role("menuitem", name=entry).click()

    return act


def chosen(*files: tuple[int, str, str]) -> Act:
    """Files put into the page's file fields, each by its place among them."""

    def act(tab: Any) -> None:
        for at, name, text in files:
            tab.locator("input[type=file]").nth(at).set_input_files(sent(name, text))

    return act


def steps(*acts: Act) -> Act:
    def every(tab: Any) -> None:
        for act in acts:
            act(tab)

    return every


def until(selector: str) -> Act:
    return lambda tab: tab.locator(selector).first.wait_for()


def filled(label: str, words: str) -> Act:
    return lambda tab: tab.get_by_label(label).first.fill(words)


def library(tab_name: str) -> Act:
    def to(tab: Any) -> None:
        tab.get_by_role("button", name="法规库").click()
        tab.get_by_role("tab", name=tab_name).click()
        tab.locator(".shelf").wait_for()

    return to


def law_chosen(at: int, name: str, text: str = LAW) -> Act:
    """A law put into the field for one, counted among those that are still empty."""
    return steps(
        lambda tab: tab.locator(".choose-law input[type=file]").nth(at).set_input_files(sent(name, text)),
        lambda tab: tab.locator(".choose-law span", has_text=name).wait_for(),
    )


def fallen(where: str) -> Act:
    """A file let fall there."""

    def act(tab: Any) -> None:
        held = tab.evaluate_handle(
            "([text, name]) => { const held = new DataTransfer(); held.items.add(new File([text], name)); return held; }",
            [TEXT, "稿.txt"],
        )
        tab.locator(where).dispatch_event("drop", {"dataTransfer": held})

    return act


def again(tab: Any) -> None:
    """Every view asks anew, as after a reconnection."""
    tab.evaluate("window.lawtrackWire.tell('open')")


@dataclass(frozen=True, slots=True)
class Place:
    """A state of the page, and the requests that are sent from it, each with the click that sends it."""

    to: Act
    asks: dict[str, Act]


def place(*to: Act, **asks: Act) -> Place:
    return Place(steps(*to), {name.replace("__", ".").replace("_", "-"): act for name, act in asks.items()})


def panel(name: str) -> Act:
    return steps(STATES["comparison"], click(name, exact=False), until("[role=dialog]"))


def rounds(chip: str) -> Act:
    return steps(panel("征求修改建议"), click(chip, exact=False, within="[role=dialog] .chips"))


def in_row(entry: str, *more: Act) -> Act:
    """The form of a row that its menu opens."""

    def act(tab: Any) -> None:
        row = tab.locator(".row", has_text="大气污染防治条例")
        row.hover()
        row.locator(".menu > button").click()
        tab.get_by_role("menuitem", name=entry).click()
        tab.locator("form.inplace").wait_for()
        for each in more:
            each(tab)

    return act


def wetland(tab: Any) -> None:
    tab.locator(".loose button", has_text="湿地").click()
    tab.locator(".lt-row").first.wait_for()


SAVE, SAVE_VERSION = click("保存"), click("存为新的一稿")
STAGED = steps(lambda tab: tab.locator("[role=dialog]").get_by_label("环节*").select_option(label="三审"))
FORMS: dict[str, Place] = {
    "record": place(STATES["year: record a stage"], filled("会议", "第三十一次会议"), year__record=SAVE),
    "add": place(STATES["year: add"], filled("题名*", "某市取水条例"), year__add=SAVE),
    "postpone": place(
        STATES["year: postpone"],
        filled("改为*", "2021-06-30"),
        filled("理由", "需再论证"),
        year__postpone=SAVE,
    ),
    "take out": place(in_row("调出计划", filled("理由", "条件不成熟")), year__take_out=SAVE),
    "carry over": place(in_row("结转下一年", filled("理由", "来不及")), year__carry_over=SAVE),
    "rename": place(in_row("更名", filled("题名*", "大气条例")), year__rename=SAVE),
    "import": place(
        STATES["year: import"],
        chosen((0, "plan.txt", PLAN)),
        until(".preview"),
        year__take=click("存为年度计划"),
        year__preview=click("重新读取"),
    ),
    "fallen": place(file__belongs=fallen("main.year")),
    "files": place(
        STATES["year: compare files"], chosen((0, "a.txt", TEXT)), file__compare=chosen((1, "b.txt", NEWER))
    ),
    "line": place(
        STATES["comparison"],
        project__download=version_menu("下载文本"),
        project__undo_newest=version_menu("撤销这一稿", -1),
    ),
    "correct": place(STATES["correct"], filled("会议", "第三次会议"), project__correct=SAVE),
    "restore": place(STATES["restore"], filled("修改说明", "误改"), project__restore=SAVE_VERSION),
    "intake": place(
        STATES["paste"],
        filled("粘贴文字", TEXT),
        click("读取"),
        until(".preview"),
        STAGED,
        filled("日期*", "2020-09-20"),
        lambda tab: (
            tab.get_by_label("是同一部，存入这里").check()
            if tab.get_by_label("是同一部，存入这里").count()
            else None
        ),
        file__save=SAVE_VERSION,
        file__preview=click("读取"),
    ),
    "outside": place(
        STATES["comparison"],
        click("查看"),
        until(".lt-row"),
        filled("修改说明", "外面改的"),
        file__take_outside=SAVE_VERSION,
    ),
    "opinion": place(
        STATES["drawer: opinions"], click("+ 登记意见"), filled("意见内容*", "写明主体。"), opinion__add=SAVE
    ),
    "answer": place(
        STATES["opinions"],
        until(".opinion"),
        click("答复"),
        filled("理由", "与上位法一致"),
        opinion__answer=SAVE,
    ),
    "move": place(
        STATES["opinions"],
        until(".opinion"),
        click("更正条款"),
        opinion__correct=lambda tab: tab.get_by_label("更正条款").select_option(label="第五条"),
    ),
    "edit": place(
        STATES["editing"],
        click("看改动并保存"),
        until(".effects"),
        filled("修改说明", "改通顺"),
        edit__save=SAVE_VERSION,
    ),
    "letters": place(
        STATES["opinions"],
        click("收入意见…"),
        filled("粘贴文字", "第二条：建议写明主体。"),
        click("读取"),
        until(".preview"),
        register__take=click("收入"),
        register__preview=click("读取"),
    ),
    "decision": place(
        STATES["decision"],
        filled("或者粘贴决定全文", DECISION),
        click("读取"),
        until("[role=dialog] .boxed"),
        STAGED,
        lambda tab: (
            tab.get_by_text("只存能执行的部分").click()
            if tab.get_by_text("只存能执行的部分").count()
            else None
        ),
        apply__save=SAVE_VERSION,
        apply__preview=click("读取"),
    ),
    "proofread": place(
        wetland,
        version_menu("校对", 1),
        filled("或者粘贴决定全文", DECISION),
        proof__show=click("逐条核对"),
    ),
    "merge": place(
        STATES["merge"],
        chosen((0, "c.txt", TEXT)),
        until("[role=status]"),
        filled("修改说明", "合并"),
        merge__preview=chosen((0, "d.txt", NEWER)),
    ),
    "merge whole": place(
        wetland,
        click("新的一稿 ▾"),
        lambda tab: tab.get_by_role("menuitem", name="合并").click(),
        chosen((0, "丙.txt", WETLAND.replace("侵占", "侵占、填埋"))),
        until("[role=dialog] [role=status]"),
        filled("修改说明", "合并"),
        merge__save=SAVE_VERSION,
    ),
    "mend": place(
        wetland,
        lambda tab: tab.locator(".dot").last.click(),
        lambda tab: tab.locator("article", has_text="第一条").first.click(),
        lambda tab: tab.get_by_role("tab", name="检查").click(),
        clause__fix=lambda tab: tab.locator(".drawer .found button").first.click(),
    ),
    "hand out": place(STATES["hand out"], until(".lt-row"), out__make=click("下载")),
    "share": place(
        click("共享", exact=False),
        until(".conflict"),
        share__sync=click("同步"),
        share__look=click("再看一次"),
        share__decide=click("改用搁置的"),
    ),
    "the record": place(
        click("共享", exact=False),
        until(".record-of-all"),
        record__verify=click("核对记录"),
        record__seal=click("封存回执"),
    ),
    "meeting point": place(
        click("共享", exact=False),
        until(".conflict"),
        click("换共享点"),
        filled("共享点（", "/别处/共享.git"),
        share__share=click("设为共享点并同步"),
    ),
    "new round": place(
        panel("征求修改建议"),
        until(".chips"),
        click("+ 开始一轮"),
        filled("要问的问题", "第一条怎样写？"),
        round__open=click("开始征求"),
    ),
    "round": place(
        rounds("第二条怎样写"),
        filled("说点什么", "同意"),
        round__say=click("发表"),
        round__decide=click("采纳"),
        round__resolve=click("讨论完毕"),
    ),
    "suggest": place(
        rounds("第二条怎样写"),
        click("+ 提修改建议"),
        until(".card-form"),
        filled("理由", "写明责任"),
        round__suggest=click("保存", within=".card-form"),
        round__clause=lambda tab: tab.get_by_label("改哪一条").select_option(label="第五条"),
    ),
    "end": place(
        rounds("第四条怎样写"),
        click("看采纳后的文本"),
        until(".card-form .fields"),
        filled("修改说明", "按征求的意见改"),
        round__close=SAVE_VERSION,
    ),
    "aside": place(
        rounds("搁置待定"),
        until(".conflict"),
        lambda tab: tab.get_by_text("自己写").first.click(),
        filled("自己写", "第三条　商定的写法。"),
        round__instead=click("用这一稿"),
    ),
    "gather": place(
        library("查条文"),
        click("重新建库…"),
        until("[role=dialog] .formacts"),
        library__build=click("用这个文件夹建库"),
    ),
    "cleaning": place(
        library("法规清理"),
        law_chosen(0, "old.txt"),
        until(".choose-law span"),
        lambda tab: tab.get_by_label("这部法已经废止").check(),
        library__affected=click("查受影响的条文"),
    ),
    "package": place(
        library("法规清理"),
        law_chosen(0, "old.txt"),
        law_chosen(0, "new.txt", LAW_AFTER),
        click("查受影响的条文"),
        until(".paper td"),
        library__package=click("写成一揽子修改决定"),
    ),
    "grounds": place(library("权责清单"), click("核对依据"), lists__grounds=click("在法规库里查")),
    "beside": place(
        library("上位法与外地"),
        lambda tab: tab.locator(".titles button").first.click(),
        library__beside=click("比较"),
    ),
    "lists": place(
        library("权责清单"),
        click("收入清单…"),
        chosen((0, "list.csv", LIST)),
        until("[role=dialog] p.quiet"),
        filled("截至哪一天", "2021-01-01"),
        lists__take=click("收入"),
        lists__preview=chosen((0, "list2.csv", LIST)),
    ),
}
"""Where something is done or looked up by a click."""
VIEWS: dict[str, Place] = {
    "year.show": place(year__show=again),
    "project.show": place(project__show=lambda tab: tab.locator(".row", has_text="大气污染防治条例").click()),
    "project.compare": place(project__compare=lambda tab: tab.locator(".row", has_text="爱国卫生").click()),
    "project.read": place(STATES["comparison"], project__read=lambda tab: tab.locator(".dot").last.click()),
    "project.beside": place(
        STATES["comparison"], project__beside=lambda tab: tab.locator(".line-of-versions input").first.check()
    ),
    "clause.show": place(STATES["reading"], clause__show=lambda tab: tab.locator("article").first.click()),
    "edit.preview": place(STATES["editing"], edit__preview=click("看改动并保存")),
    "file.outside": place(STATES["comparison"], file__outside=click("查看")),
    "register.show": place(STATES["comparison"], register__show=click("全部意见", exact=False)),
    "out.offer": place(STATES["comparison"], out__offer=click("出文")),
    "out.make": place(STATES["comparison"], out__make=click("出文")),
    "round.show": place(STATES["comparison"], round__show=click("征求修改建议", exact=False)),
    "round.preview": place(rounds("第二条怎样写"), round__preview=click("看采纳后的文本")),
    "library.state": place(library__state=click("法规库")),
    "library.folders": place(library("查条文"), library__folders=click("重新建库…")),
    "library.search": place(library("查条文"), filled("要找的词", "取水"), library__search=click("查找")),
    "library.text": place(
        library("查条文"),
        filled("要找的词", "取水"),
        click("查找"),
        library__text=lambda tab: tab.locator(".law-hits button").first.click(),
    ),
    "library.titles": place(library("法规清理"), library__titles=click("从法规库选")),
    "lists.show": place(
        library("查条文"), lists__show=lambda tab: tab.get_by_role("tab", name="权责清单").click()
    ),
    "lists.compare": place(
        library("查条文"), lists__compare=lambda tab: tab.get_by_role("tab", name="权责清单").click()
    ),
}
"""Where something is shown, which is asked for again by itself."""
ELSEWHERE = {
    "start": "test_a_page_that_cannot_begin_says_so_and_begins_when_it_can",
    "undo": "test_what_cannot_be_taken_back_now_can_be_later",
    "who.sign": "test_who_is_not_known_keeps_the_name_until_it_is_taken_and_then_what_waits_is_saved",
    "library.stop": "test_gathering_that_loses_its_kernel_ends",
    "library.progress": "test_gathering_that_loses_its_kernel_ends",
    "returned.look": "test_a_dropped_file_whose_kind_is_not_told_is_read_as_a_text",
}
"""Requests that are tried by a test of their own."""
QUIET = {"project.ahead", "share.state", "edit.keep", "edit.kept"}
"""What the page asks of itself."""


def told(tab: Any, words: str) -> None:
    """Waits until a sentence is seen, beside the click or at the foot, and nothing turns any more."""
    tab.locator(".problem, .said p, .flag").filter(has_text=words).first.wait_for()
    tab.wait_for_function("!document.querySelector('.busy, .waiting')")


def reconnect(tab: Any) -> None:
    play(tab)
    tab.get_by_role("button", name="重新连接").click()
    tab.locator(".lost").wait_for(state="detached")


def test_every_request_is_tried() -> None:
    """What the front can send, what Python answers and what is played here are the same names."""
    tried = {name for each in (FORMS, VIEWS) for one in each.values() for name in one.asks}
    assert sorted(sendable() - tried - QUIET) == sorted(ELSEWHERE)
    assert sendable() == set(ACTIONS)
    assert set(ELSEWHERE.values()) <= set(globals())


def sendable() -> set[str]:
    """Every string of the front end that has the form of a request, and the two requests without a point."""
    files = [file for file in FRONT.rglob("*.js") if file.parent.name != "vendor"]
    code = "".join(file.read_text(encoding="utf-8") for file in files)
    return set(re.findall(r'"([a-z]+\.[a-z-]+)"', code)) | set(re.findall(r'(?:ask|call)\("([a-z]+)"', code))


@pytest.mark.parametrize("name", FORMS)
def test_what_cannot_be_done_says_so_and_keeps_what_was_typed(tab: Any, name: str) -> None:
    form = FORMS[name]
    form.to(tab)
    for asked, act in form.asks.items():
        settled(tab)
        play(tab, **{asked.replace(".", "__"): "refused"})
        act(tab)
        told(tab, SENTENCE)
        typed = fields(tab)
        play(tab, **{asked.replace(".", "__"): "lost"})
        act(tab)
        told(tab, "连接断了")
        assert fields(tab) == typed
        reconnect(tab)
        settled(tab)
        assert fields(tab) == typed


@pytest.mark.parametrize("name", VIEWS)
def test_what_cannot_be_shown_says_so_and_is_shown_later(tab: Any, name: str) -> None:
    view = VIEWS[name]
    view.to(tab)
    settled(tab)
    play(tab, **{name.replace(".", "__"): "refused"})
    view.asks[name](tab)
    told(tab, SENTENCE)
    play(tab)
    tab.get_by_role("button", name="再试一次").first.click()
    tab.locator(".problem", has_text=SENTENCE).first.wait_for(state="detached")
    settled(tab)
    play(tab, **{name.replace(".", "__"): "lost"})
    again(tab)
    told(tab, "连接断了，这里没有读出来")
    reconnect(tab)
    tab.locator(".problem", has_text="连接断了").first.wait_for(state="detached")


def test_a_page_that_cannot_begin_says_so_and_begins_when_it_can(tab: Any) -> None:
    tab.reload()
    tab.evaluate(PLAYED.replace("plays: {}", "plays: { start: 'lost' }"), bundle())
    tab.locator(".lost", has_text="连接断了").wait_for()
    reconnect(tab)
    tab.locator(".lawtrack-bench .row").first.wait_for()


def test_what_cannot_be_taken_back_now_can_be_later(tab: Any) -> None:
    STATES["year: record a stage"](tab)
    tab.get_by_label("日期*", exact=True).fill("2020-08-31")
    SAVE(tab)
    undo = tab.locator(".said").get_by_role("button", name="撤销")
    undo.wait_for()
    play(tab, undo="lost")
    undo.click()
    told(tab, "连接断了")
    reconnect(tab)
    undo.click()
    told(tab, "已撤销")


def test_a_dropped_file_whose_kind_is_not_told_is_read_as_a_text(tab: Any) -> None:
    wetland(tab)
    play(tab, returned__look="refused")
    fallen("main.project")(tab)
    tab.locator("[role=dialog] .preview").wait_for()


def test_who_is_not_known_keeps_the_name_until_it_is_taken_and_then_what_waits_is_saved(
    tab: Any, busy_desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    repository = busy_desk.workspace.repository
    name, mail = (repository.setting(f"user.{each}") for each in ("name", "email"))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "nobody"))
    for each in ("user.name", "user.email"):
        repository.attempt("config", "--local", "--unset-all", each)
    begin(tab)
    STATES["year: record a stage"](tab)
    tab.get_by_label("日期*", exact=True).fill("2020-08-31")
    SAVE(tab)
    tab.get_by_role("dialog").get_by_role("button", name="关闭").click()
    told(tab, "请在本页上方写下姓名")
    SAVE(tab)
    named = tab.get_by_role("dialog").get_by_label("您的姓名").last
    named.fill("王小明")
    play(tab, who__sign="refused")
    click("署名并保存")(tab)
    refusal = tab.get_by_role("dialog").locator(".problem")
    refusal.filter(has_text=SENTENCE).wait_for()
    play(tab, who__sign="lost")
    click("署名并保存")(tab)
    refusal.filter(has_text="连接断了").wait_for()
    assert named.input_value() == "王小明"
    reconnect(tab)
    play(tab)
    click("署名并保存")(tab)
    tab.locator("form.inplace").wait_for(state="detached")
    tab.locator(".sign").wait_for(state="detached")
    assert repository.setting("user.name") == "王小明"
    assert repository.run("log", "-1", "--format=%an").decode().strip() == "王小明"
    tab.locator(".said").get_by_role("button", name="撤销").click()
    told(tab, "已撤销")
    repository.configure({"user.name": name, "user.email": mail})


def test_gathering_that_loses_its_kernel_ends(tab: Any, busy_desk: Desk) -> None:
    """A kernel begun anew knows of no gathering."""
    busy_desk.building = Building("法规")
    library("查条文")(tab)
    click("重新建库…")(tab)
    tab.locator("progress").wait_for()
    play(tab, library__stop="refused", library__progress="refused")
    click("停止")(tab)
    told(tab, SENTENCE)
    busy_desk.building = None
    play(tab)
    told(tab, "收集中断了")


def test_what_takes_long_says_so_and_can_be_given_up(tab: Any) -> None:
    STATES["comparison"](tab)
    settled(tab)
    play(tab, project__download="slow")
    version_menu("下载文本")(tab)
    tab.locator(".slow", has_text="正在处理").get_by_role("button", name="停止").wait_for()
    tab.evaluate("window.lawtrackWire.lose()")
    tab.locator(".slow").wait_for(state="detached")
    told(tab, "连接断了")
