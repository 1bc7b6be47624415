"""Words that the drafting norms tell apart: 应当 and 必须, 依照 and 按照, 作出 and 做出, 账 and 帐."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.check import borders
from lawtrack.check.model import Hit, Severity
from lawtrack.check.rule import NORM_1, NORM_2, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.check.subject import Subject

_NOMINAL: Final = re.compile(r"(?:的|的?以?外|之[前后一外时]|[前后时]|的[^，。；：的]{1,8})$")
"""How a clause ends that is a condition or a noun, not a duty: 必须立即施行的, 必须实行监理的以外."""
_SUBJECT: Final = r"(?:单位|组织|个人|机构|企业|团体|公民|人员|人)"
_ANYONE_FORBIDDEN: Final = re.compile(
    rf"任何(?:其他)?{_SUBJECT}(?:(?:、|和|或者?|及|以及)(?:任何)?(?:其他)?{_SUBJECT}){{0,4}}(?:都|均|一律)?"
    r"(?P<at>禁止|严禁)(?!的|性|区|线|令|标|不)"
)
_THOUGH: Final = re.compile("(?:虽|尽管|不但|不仅)[^，。；\n]{0,40}，$")
"""虽不是股东，但…… is one statement and no proviso."""
_BY_LAW: Final = re.compile(
    r"(?<![未不])(?P<at>按照)(?=(?:《[^》\n]*(?:法|条例|规定|办法)》|本[法条][^，。；]{0,3})第[一二三四五六七八九十百零]+条"
    r"(?![^，。；]{0,8}规定的[^，。；]{0,6}(?:期限|标准|程序|方式|时间|比例|幅度|要求|权限|条件|格式|范围|数额))"
    r"|《[^》\n]*(?:法|条例)》的?(?:有关|相关)?规定(?:予以|给予|依法|从重)?(?:处罚|追究|承担))"
)
_OTHER: Final = re.compile(r"(?<![尤极])其它(?!们)")
_FROM_ISSUE: Final = re.compile(
    r"(?<![根基成日样原文])本(?!(?:规定|办法|规则|细则)自印发)(?:法|条例|规定|办法|规则|细则)自(?P<at>发布|颁布|印发)之日起(?:施行|实施)"
)
"""本规则自印发之日起施行 may be a document's that is no instrument, and those are 印发; none of them is called 条例."""
_SLASH: Final = re.compile(r"和/或|和／或|及/或|与/或|和或")
_ONE: Final = (
    "[父母子女夫妻兄姐弟妹左右买卖男前后上下内外多少大小高低甲乙丙丁是否有无全半奇偶升降增减生死正负]"
)
_COUPLE: Final = re.compile(f"{_ONE}或{_ONE}")
"""Two single characters that 或 makes one expression of: 父或母, 左或右."""
_UNLAWFUL: Final = re.compile(r"(?<!合法)(?<!违法行为[和或及与、])非法行为(?![和或及与、]违法行为)")
_PURPOSE: Final = re.compile(
    r"(?P<at>为)(?!民[办营服]|人民服务|期|何|首|主|[^，。；：]{1,15}(?:提供|创造|营造|奠定|谋取))(?=[^了此，。；：]{2,40}[，、][^。]{0,300}制定本)"
)
_REVERSED: Final = re.compile(
    r"(?P<at>(?:根据|依据)[^。]{4,80}，)(?:为|为了)[^。，]{2,60}，(?:[^。]{0,80})制定本"
)
_BASIS: Final = re.compile(r"(?P<at>依据)(?=《[^》\n]{2,40}》[^。；]{0,60}制定本)")
_CANCEL: Final = re.compile(
    r"(?:情节严重的|拒不改正的)，[^。；]{0,20}(?P<at>注销)(?=[^。；]{0,8}(?:许可证|执照|资格证|证书))"
)
_NOBODY: Final = re.compile(
    r"(?:具体)?(?:实施)?(?:办法|细则|标准)(?P<at>另行(?:制定|规定)|由有关部门(?:制定|规定))"
)
_LED: Final = re.compile(
    rf"(?:(?:任何|有关|相关|各类?|{_SUBJECT}[和或及、])[^，。；：、\n]{{0,10}}{_SUBJECT}"
    r"|(?<=[，。；：\n 　])(?![对向在由经给于])[一-鿿]{1,8}"
    r"(?:(?<!或)者|人员?|企业|公司|单位|机构|部门|机关|[商住用]户|业主))(?:都|均|一律)?$"
)
_NOUNS: Final = ("烟火", "明火", "火种")
"""What can be forbidden and not done: 任何人严禁烟火 becomes 禁止烟火."""
_RARE: Final = 3


@rule("must", Severity.HINT, f"{NORM_1}第14项")
def must(subject: Subject) -> Iterator[Hit]:
    """必须 in a text that says 应当 everywhere else."""
    matches = [match for match in subject.find(borders.MUST) if not _NOMINAL.search(match["clause"])]
    usual = subject.text.count("应当", subject.start, subject.end)
    if len(matches) < _RARE and usual >= 30 * len(matches):
        yield from (Hit(*match.span("at"), "应当") for match in matches)


@rule("forbid", Severity.WARNING, f"{NORM_1}第15项")
def forbid(subject: Subject) -> Iterator[Hit]:
    """严禁, 不准, 不许, 不应 for 不得 or 禁止."""
    for match in () if subject.judicial else subject.find(borders.NOT_ALLOWED):
        start, end = match.span("at")
        led = _after_subject(subject.text, start)
        better = _forbidding(subject.text, match["at"], end, led=led)
        if better and borders.prohibits(match, led=led):
            yield Hit(start, end, better)


def _forbidding(text: str, said: str, end: int, *, led: bool) -> str:
    """不得 or 禁止 for what is said there, behind its subject or not; "" for neither: 家长不准子女外出, 任何人不准不登记."""
    if borders.WHO.match(text, end):
        return "禁止" if said == "严禁" or not led else ""
    if text.startswith(_NOUNS, end) or (said == "严禁" and not led):
        return "禁止"
    return "" if text.startswith("不", end) else "不得"


@rule("anyone-forbidden", Severity.WARNING, f"{NORM_1}第15项")
def anyone_forbidden(subject: Subject) -> Iterator[Hit]:
    """禁止 after a subject, which takes 不得."""
    for match in subject.find(_ANYONE_FORBIDDEN):
        if not borders.FORBIDDEN_TO.match(subject.text, match.end("at")):
            yield Hit(*match.span("at"), "不得")


@rule("but", Severity.HINT, f"{NORM_1}第16项")
def but(subject: Subject) -> Iterator[Hit]:
    """但 opening a proviso of some length, in a text that says 但是 elsewhere."""
    matches = [
        match
        for match in subject.find(borders.BUT)
        if not _THOUGH.search(subject.text, max(match.start() - 60, 0), match.start() + 1)
    ]
    if len(matches) <= _RARE and subject.text.count("但是") > len(matches):
        for match in matches:
            yield Hit(match.start() + 1, match.end(), "但是，")


@rule("outside", Severity.WARNING, f"{NORM_1}第17项")
def outside(subject: Subject) -> Iterator[Hit]:
    """除……之外 for 除……外."""
    yield from subject.replaced(borders.OUTSIDE, "外")


@rule("by-law", Severity.WARNING, f"{NORM_1}第18项")
def by_law(subject: Subject) -> Iterator[Hit]:
    """按照 a law's article, which takes 依照, in a text that otherwise does so."""
    matches = list(subject.find(_BY_LAW))
    if len(matches) * 3 <= subject.text.count("依照", subject.start, subject.end):
        yield from (Hit(*match.span("at"), "依照") for match in matches)


@rule("drawn-up", Severity.WARNING, f"{NORM_1}第19项")
def drawn_up(subject: Subject) -> Iterator[Hit]:
    """制订 for 制定."""
    yield from subject.replaced(borders.DRAWN_UP, "制定")


@rule("other", Severity.WARNING, "现代汉语通用规范；国家法律一律用“其他”")
def other(subject: Subject) -> Iterator[Hit]:
    """其它 for 其他."""
    yield from subject.replaced(_OTHER, "其他")


@rule("account", Severity.WARNING, f"{NORM_1}第23项")
def account(subject: Subject) -> Iterator[Hit]:
    """帐 for 账, of money and books."""
    yield from subject.replaced(borders.ACCOUNT, "账")


@rule("pay", Severity.WARNING, f"{NORM_1}第21项")
def pay(subject: Subject) -> Iterator[Hit]:
    """交纳 a fine or a tax, which takes 缴纳."""
    yield from subject.replaced(borders.PAYS, "缴纳")


@rule("set-off", Severity.WARNING, f"{NORM_1}第22项")
def set_off(subject: Subject) -> Iterator[Hit]:
    """抵消 of debts, which takes 抵销."""
    for match in subject.find(borders.SET_OFF):
        yield Hit(*match.span(match.lastgroup or 0), "抵销")


@rule("decide", Severity.WARNING, f"{NORM_2}第6项")
def decide(subject: Subject) -> Iterator[Hit]:
    """做出 a decision, which takes 作出."""
    yield from subject.replaced(borders.DECIDES, "作出")


@rule("create", Severity.WARNING, f"{NORM_2}第9项")
def create(subject: Subject) -> Iterator[Hit]:
    """设立 a penalty or a licence, which takes 设定."""
    yield from subject.replaced(borders.CREATES, "设定")


@rule("seek", Severity.WARNING, f"{NORM_2}第14项")
def seek(subject: Subject) -> Iterator[Hit]:
    """牟取 of lawful gain, which takes 谋取."""
    for pattern in (borders.SEEKS, borders.FOR_OTHERS):
        for match in subject.find(pattern):
            if borders.is_allowed(subject.text, match.start("at")):
                yield Hit(*match.span("at"), "谋取")


@rule("from-issue", Severity.WARNING, f"{NORM_2}第7项")
def from_issue(subject: Subject) -> Iterator[Hit]:
    """自发布之日起施行 for 自公布之日起施行."""
    yield from subject.replaced(_FROM_ISSUE, "公布")


@rule("and-or", Severity.WARNING, f"{NORM_1}第13项")
def and_or(subject: Subject) -> Iterator[Hit]:
    """和/或: the norms know 和, 以及 and 或者, nothing between."""
    yield from (Hit(*match.span()) for match in subject.find(_SLASH))


@rule("or", Severity.HINT, f"{NORM_1}第13项")
def or_(subject: Subject) -> Iterator[Hit]:
    """或 in a text that says 或者 everywhere else."""
    couples = {match.start() + 1 for match in subject.find(_COUPLE)}
    matches = [match for match in subject.find(borders.OR) if match.start() not in couples]
    if len(matches) < _RARE and subject.text.count("或者", subject.start, subject.end) >= 20 * len(matches):
        yield from (Hit(*match.span(), "或者") for match in matches)


@rule("unlawful", Severity.HINT, f"{NORM_2}第8项")
def unlawful(subject: Subject) -> Iterator[Hit]:
    """非法行为 for 违法行为."""
    yield from subject.replaced(_UNLAWFUL, "违法行为")


@rule("purpose", Severity.HINT, f"{NORM_1}第5项")
def purpose(subject: Subject) -> Iterator[Hit]:
    """为 for 为了 in the article of purpose."""
    if not subject.judicial and subject.doc.articles:
        at = subject.doc.articles[0].words_start
        if _PURPOSE.match(subject.text, at):
            yield Hit(at, at + 1, "为了")


@rule("purpose-order", Severity.WARNING, f"{NORM_1}第5项")
def purpose_order(subject: Subject) -> Iterator[Hit]:
    """The legal basis before the purpose."""
    yield from _in_first_article(subject, _REVERSED, None)


@rule("basis", Severity.WARNING, f"{NORM_2}第13项")
def basis(subject: Subject) -> Iterator[Hit]:
    """依据《……》，制定 for 根据《……》，制定."""
    yield from _in_first_article(subject, _BASIS, "根据")


@rule("criminal", Severity.WARNING, f"{NORM_2}第3项")
def criminal(subject: Subject) -> Iterator[Hit]:
    """追究刑事责任 without 依法."""
    yield from subject.replaced(borders.CRIME, "依法追究刑事责任")


@rule("cancel", Severity.WARNING, f"{NORM_2}第12项")
def cancel(subject: Subject) -> Iterator[Hit]:
    """注销 a licence as a penalty, which takes 吊销. No fix: which of the two is meant changes the law."""
    yield from (Hit(*match.span("at")) for match in subject.find(_CANCEL))


@rule("nobody-named", Severity.WARNING, f"{NORM_2}第2项")
def nobody_named(subject: Subject) -> Iterator[Hit]:
    """Detailed rules delegated to nobody in particular."""
    yield from (Hit(*match.span("at")) for match in subject.find(_NOBODY))


def _after_subject(text: str, at: int) -> bool:
    """Does the prohibition follow its subject (任何单位和个人严禁……)?"""
    return _LED.search(text, max(at - 30, 0), at) is not None


def _in_first_article(subject: Subject, pattern: re.Pattern[str], better: str | None) -> Iterator[Hit]:
    if not subject.doc.articles:
        return
    first = subject.doc.articles[0]
    match = pattern.search(subject.text, first.words_start, min(first.end, first.words_start + 400))
    if match and not subject.apart(match.start()):
        yield Hit(*match.span("at"), better)
