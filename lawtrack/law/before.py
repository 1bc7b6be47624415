"""What stands before the body of a text: promulgation order, title, header note (题注), contents page (目录), preamble."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.law.after import LONGEST_ORDER
from lawtrack.law.around import (
    is_cover_above,
    is_field,
    is_navigation,
    is_page_line,
    is_short_name,
    text_under_cover,
)
from lawtrack.law.lines import LEADER
from lawtrack.law.shapes import (
    is_body_name,
    is_contents_entry,
    is_contents_row,
    is_heading,
    is_open_heading,
    is_signature,
)
from lawtrack.law.titles import (
    EDITION,
    FRONT,
    HEADER_START,
    HEADER_WORDS,
    TITLE_END,
    find_title,
    is_order_head,
    opened,
    squeezed,
    title_again,
    title_ends,
    without_edition,
)
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.law.lines import Line

_PROMULGATES: Final = compile_on_use(
    r"(?:《[^。；]{2,80}》[^。；]{0,160}(?:通过|批准|同意|审定)[^。；]{0,80}|现将?《[^。；]{2,80}》|现将?(?:公布|发布|颁布|印发))"
    r"[^。；]{0,60}(?:公布|发布|颁布|印发|施行|实施|执行)[^。]{0,60}[。：]?$"
)
"""The sentence of an order whose head stands elsewhere or nowhere: 《……》已经……通过，现予公布。"""
_REST: Final = compile_on_use(
    r"实施(?:条例|细则|办法)|若干规定|[（(〔][^（）()〔〕，。]{0,14}(?:草案|稿|试行|暂行)[^（）()〔〕，。]{0,8}[）)〕]"
    r"|(?:修订|修正)?草案(?:[一二三]次审议稿|修改稿|建议稿)?|(?:送审|征求意见|讨论|审议|表决|修订|修改|建议)稿"
)
"""Alone on the line below a title, and of it: （草案）, （草案二次审议稿）, 实施条例."""
_LEADER: Final = compile_on_use(rf"{LEADER}$")
PAGE: Final = "page"
LONG_NOTE: Final = 60
"""A line of a header note that ends in a full stop is no longer than this, in characters."""
_WHOLE: Final = compile_on_use(r"(?:条例|办法|规定|法规|规章|文件|法律)?(?:全文|正文|原文)(?:如下)?[:：]?$")
"""The line under which a page prints the text."""


_NAMED_FIELD: Final = compile_on_use(r"(?:[一-鿿][ 　]*){2,6}[:：][ 　]*(?=[^ 　])")
"""What a page writes before the title in its line: 法规名称：, 标　题：."""


class Stretch(NamedTuple):
    """Lines `first` to `last` (exclusive) are one stretch of that kind."""

    kind: str
    first: int
    last: int


def read_before(text: str, lines: Sequence[Line], first: int) -> list[Stretch]:
    """The stretches of the lines before the body, which begins with the line `first`."""
    covered = covered_title(text, lines, first)
    begin = covered or 0
    contents = _contents(text, lines, begin, first)
    preamble = next(
        (i for i in range(begin, first) if lines[i].kind == "preamble" and not _listed(text, lines, i)), None
    )
    front = min([i for i in (contents, preamble) if i is not None], default=first)
    if covered is None:
        title, after_title = find_title(text, lines, front)
        title, after_title = without_edition(text, lines, title, after_title, front)
    else:
        title, after_title = opened(text, lines, covered, 0), covered + 1
    if after_title < front and _REST.fullmatch(text[lines[after_title].start : lines[after_title].end]):
        after_title += 1
    stretches = _above_title(text, lines, title, notice=covered is not None)
    stretches.append(Stretch("title", title, after_title))
    name = squeezed(text, lines[title:after_title])
    if contents is None:
        stretches += _front_matter(text, lines, after_title, first, name)
    else:
        listed = _contents_end(text, lines, contents, first)
        stretches += _front_matter(text, lines, after_title, contents, name)
        stretches.append(Stretch("contents", contents, listed))
        stretches += _front_matter(text, lines, listed, first, name)
    return [stretch for stretch in stretches if stretch.last > stretch.first]


def label_end(text: str, title: Line) -> int:
    """Where the title begins, behind what a page writes before it (法规名称：某市条例) if it does."""
    label = _NAMED_FIELD.match(text, title.start, title.end) if title.kind == "text" else None
    return label.end() if label and TITLE_END.search(text, label.end(), title.end) else title.start


def covered_title(text: str, lines: Sequence[Line], stop: int) -> int | None:
    """The last line of the title that stands under a notice, before the line `stop`; None where no notice is above."""
    if not is_cover_above(text, lines[:stop]):
        return _collected(text, lines, stop)
    ends = title_ends(text, lines, stop)
    return text_under_cover(text, lines, [(opened(text, lines, end, 0), end) for end in ends], stop)


def _collected(text: str, lines: Sequence[Line], stop: int) -> int | None:
    """The title of the first text of a collection, which a contents page of titles stands above; None for no collection."""
    contents = next((i for i in range(stop) if lines[i].kind == "contents"), stop)
    listed: set[str] = set()
    for at in range(contents + 1, stop):
        words = _LEADER.sub("", text[lines[at].words : lines[at].end])
        if not TITLE_END.search(words):
            return at if listed and squeezed(text, lines[at : at + 1]) in listed else None
        if words in listed:
            return at if len(listed) > 1 else None
        listed.add("".join(words.split()))
    return None


def _above_title(text: str, lines: Sequence[Line], title: int, *, notice: bool) -> list[Stretch]:
    """The lines above the title: the notice or the order that brings the text, and the page's."""
    above = [text[line.start : line.end] for line in lines[:title]]
    name = squeezed(text, lines[title : title + 1])
    page = [
        is_page_line(words)
        or is_navigation(words)
        or EDITION.search(words) is not None
        or "".join(words.split()) == name
        for words in above
    ]
    if not notice and any(page):
        ordered = _ordered(text, lines, title)
        page = [known or (i not in ordered and _is_menu(text, lines[i])) for i, known in enumerate(page)]
    kind = "notice" if notice else "order"
    stretches: list[Stretch] = []
    for at, shown in enumerate(page):
        name = PAGE if shown else kind
        if stretches and stretches[-1].kind == name:
            stretches[-1] = stretches[-1]._replace(last=at + 1)
        else:
            stretches.append(Stretch(name, at, at + 1))
    return stretches


def _ordered(text: str, lines: Sequence[Line], title: int) -> range:
    """The lines above the title that are an order of promulgation, from its name to its signature."""
    ends = ((at, _order_end(text, lines, at, title)) for at in range(title))
    return next((range(at, end) for at, end in ends if end > at), range(0))


def _is_menu(text: str, line: Line) -> bool:
    words = text[line.start : line.end]
    return (
        line.kind == "text"
        and not is_signature(text, line)
        and (is_navigation(words) or is_short_name(words))
    )


def _front_matter(text: str, lines: Sequence[Line], at: int, stop: int, title: str) -> Iterator[Stretch]:
    """Lines of the page, order, header note, the title again, another piece of the note; what is left is the preamble."""
    while at < stop:
        page = _page_end(text, lines, at, stop)
        ordered = _order_end(text, lines, page, stop)
        header = _header_end(text, lines, ordered, stop) if ordered == page else ordered
        if header > page == ordered and text.startswith(title[:1], lines[page].start):
            header = (
                page if title_again(text, lines, page, stop, title) > page else header
            )  # …条例（2019年修订）
        again = title_again(text, lines, header, stop, title)
        yield Stretch(PAGE, at, page)
        yield Stretch("order", page, ordered)
        yield Stretch("header", ordered, header)
        yield Stretch("title-again", header, again)
        if again == at:
            again = _printed_below(text, lines, at, stop, title)
            yield Stretch(PAGE, at, again)
            if again == at:
                break
        at = again
    yield Stretch("preamble", at, stop)


def _printed_below(text: str, lines: Sequence[Line], at: int, stop: int, title: str) -> int:
    """The line below which the text itself is printed, under its title once more or under 条例全文; `at` for none.

    What stands in between is the page's (某省人大常委会, 题名 and 分类 in a list), as long as it says no sentence.
    """
    for index in range(at, min(stop, at + FRONT)):
        words = text[lines[index].start : lines[index].end]
        if _WHOLE.match(words):
            return index + 1
        if title_again(text, lines, index, stop, title) > index:
            return index
        if "。" in words and not any(_WHOLE.match(text, line.start, line.end) for line in lines[index:stop]):
            break
    return at


def _page_end(text: str, lines: Sequence[Line], at: int, stop: int) -> int:
    """The line after the page's lines that begin with the line `at`; fields that nobody knows stand between or below them."""
    end = at + _names_issuer(text, lines, at, stop)
    for index in range(end, stop):
        words = text[lines[index].start : lines[index].end]
        if is_page_line(words) or (end > at and end == index and is_field(words)):
            end = index + 1
        elif not is_field(words):
            break
    return end


def _names_issuer(text: str, lines: Sequence[Line], at: int, stop: int) -> bool:
    """Is the line the name of the body alone that made the text, right above the header note or the body?"""
    if at >= stop or not is_body_name(text, lines[at]) or _order_end(text, lines, at, stop) > at:
        return False
    return at + 1 == stop or _is_note(text[lines[at + 1].start : lines[at + 1].end])


def _order_end(text: str, lines: Sequence[Line], at: int, stop: int) -> int:
    """The line after a promulgation order that begins with the line `at` and ends in its signature; `at` for none."""
    head = at + 1 if at + 1 < stop and is_body_name(text, lines[at]) else at  # 某市人民政府 | 令
    words = text[lines[head].start : lines[head].end] if at < stop else ""
    if not words or lines[head].kind not in ("text", "item"):
        return at
    if not (is_order_head(words) or _PROMULGATES.match(words)):
        return at
    signed = [i for i in range(at + 1, min(stop, at + LONGEST_ORDER)) if is_signature(text, lines[i])]
    if not signed:
        return at
    end = signed[0]
    while end + 1 in signed:
        end += 1
    return end + 1


def _contents(text: str, lines: Sequence[Line], begin: int, first: int) -> int | None:
    """The line that opens the contents page: 目录, else the first heading that is not the body's."""
    labelled = next((i for i in range(begin, first) if lines[i].kind == "contents"), None)
    if labelled is not None:
        return labelled
    return next(
        (i for i in range(begin + 1, first) if is_heading(text, lines[i]) or is_contents_row(text, lines[i])),
        None,
    )


def _listed(text: str, lines: Sequence[Line], index: int) -> bool:
    """Is this 序言 an entry of a contents page: directly under 目录 and directly above a heading?"""
    above = index > 0 and lines[index - 1].kind == "contents"
    return above and index + 1 < len(lines) and is_heading(text, lines[index + 1])


def _contents_end(text: str, lines: Sequence[Line], contents: int, first: int) -> int:
    index = contents + 1
    while index < first and (
        is_heading(text, lines[index])
        or is_contents_row(text, lines[index])
        or is_contents_entry(text, lines[index])
        or (lines[index].kind == "preamble" and index == contents + 1)
        or (lines[index].kind == "contents" and index == contents + 1)
        or lines[index].kind == "annex"
        or is_open_heading(text, lines[index - 1])
        or (lines[index].kind == "article" and lines[index].end - lines[index].words <= 40)
    ):
        index += 1
    return index


def _header_end(text: str, lines: Sequence[Line], start: int, stop: int) -> int:
    """The header note runs while brackets are open, or lines begin with a date or end with 通过, 批准, 施行……"""
    index, depth = start, 0
    while index < stop:
        words = text[lines[index].start : lines[index].end]
        if depth <= 0 and not _is_note(words):
            break
        depth = max(depth + sum(map(words.count, "（(《〔【")) - sum(map(words.count, "）)》〕】")), 0)
        index += 1
    return index


def _is_note(words: str) -> bool:
    """A line of a header note; a sentence that happens to begin with a date is the preamble's."""
    if HEADER_START.match(words):
        stops = words.count("。")
        return (
            words[0] in "（(" or stops == 0 or (stops == 1 and words[-1] == "。" and len(words) <= LONG_NOTE)
        )
    return HEADER_WORDS.search(words) is not None and len(words) <= 120
