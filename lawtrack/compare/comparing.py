"""`compare`: two instruments become a Comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.compare.align import Group, align_units, checked_trust
from lawtrack.compare.alignment.context import Context
from lawtrack.compare.alignment.matching import TRUST
from lawtrack.compare.cells import cells_moved
from lawtrack.compare.comparison import Comparison
from lawtrack.compare.folding import fold
from lawtrack.compare.garbage import collector_paused
from lawtrack.compare.headings import evidence_of, heading_groups
from lawtrack.compare.model import Kind, Row, label_of
from lawtrack.law import Block, Instrument, Provision, parse
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

SINGLE: Final = ("order", "title", "header", "contents", "preamble", "tail")
"""Blocks that an instrument has once, compared with their counterpart whatever they say."""
HELD_TOGETHER: Final = frozenset({"amended", "split", "merged"})
"""Kinds of rows that hold changed words of both sides, so that a look below them says more."""
_HAN: Final = "\u4e00-\u9874\u9876-\u9fff"  # but for 页
_PLAIN_LINE: Final = (
    rf"[ \u3000]*(?:[（(]?[{_HAN}][{_HAN}0-9A-Za-z０-９ \u3000\r，。、；：（）《》“”〔〕,;:()%％]*)?"
)
_PLAIN: Final = compile_on_use(rf"{_PLAIN_LINE}(?:\n{_PLAIN_LINE})*")
"""Letters of which a provision's words are all but the spaces: each line begins with a character of Chinese, as no page's number
does, and nothing is in them that a web page leaves."""


def compare(old: str | Instrument, new: str | Instrument, *, trust: float = TRUST) -> Comparison:
    r"""What turns `old` into `new`, clause by clause.

    Every old and every new clause stands in one row; `ops` of a row give both texts back to the character (law 2).
    A clause whose words stay and whose number changes is unchanged and renumbered (law 4).

    `trust`, above 0 and below 1, says how likely it has to be that two articles are one another's before they stand in
    one row: 0.9 leaves apart what only might be. A value out of this range is an UnusableInput.

    >>> found = compare(
    ...     "第一条　本市禁止吸烟。\n第二条　本条例自公布之日起施行。",
    ...     "第一条　为了健康，制定本条例。\n第二条　本市禁止吸烟。\n第三条　本条例自公布之日起施行。",
    ... )
    >>> [(row.kind, row.old, row.new, row.renumbered) for row in found.rows]  # doctest: +NORMALIZE_WHITESPACE
    [('added', (), ('第一条',), False), ('unchanged', ('第一条',), ('第二条',), True),
     ('unchanged', ('第二条',), ('第三条',), True)]
    """
    checked_trust(trust)
    with collector_paused():
        before = parse(old) if isinstance(old, str) else old
        after = parse(new) if isinstance(new, str) else new
        rows = tuple(_rows(before.articles, after.articles, Context(before, after), trust))
        return Comparison(before, after, rows, tuple(_other(before, after, rows)))


def _rows(
    olds: Sequence[Provision],
    news: Sequence[Provision],
    context: Context | None = None,
    trust: float = TRUST,
) -> Iterator[Row]:
    keys = _keys(olds, news)
    for group in align_units(*keys, context, trust):
        yield _row(_at(group.old, olds), _at(group.new, news), group, keys)


def _at(places: tuple[int, ...], nodes: Sequence[Provision]) -> tuple[Provision, ...]:
    return (nodes[places[0]],) if len(places) == 1 else tuple([nodes[place] for place in places])


def _keys(olds: Sequence[Provision], news: Sequence[Provision]) -> tuple[list[str], list[str]]:
    """Folded words; what stands on both sides to the letter is its own key, and needs no folding."""
    before, after = (
        [node.source[node.words_start : node.end] for node in olds],
        [node.source[node.words_start : node.end] for node in news],
    )
    same = set(before).intersection(after)
    return (
        [raw if raw in same else _folded(raw, node) for raw, node in zip(before, olds, strict=True)],
        [raw if raw in same else _folded(raw, node) for raw, node in zip(after, news, strict=True)],
    )


def _folded(raw: str, node: Provision) -> str:
    """The key of the words of a provision, of which `raw` are the letters."""
    return fold(raw if _PLAIN.fullmatch(raw) else node.words)


def _row(
    olds: tuple[Provision, ...],
    news: tuple[Provision, ...],
    group: Group,
    keys: tuple[list[str], list[str]],
) -> Row:
    old, old_text = _labels_and_text(olds)
    new, new_text = _labels_and_text(news)
    kind = _kind(group, keys, old_text, new_text)
    return _made(
        kind, (olds, news), (old, new), (old_text, new_text), group, _parts if kind in HELD_TOGETHER else None
    )


def _made(
    kind: Kind,
    provisions: tuple[tuple[Provision, ...], tuple[Provision, ...]],
    labels: tuple[tuple[str, ...], tuple[str, ...]],
    texts: tuple[str, str],
    group: Group,
    below: Callable[[Row], tuple[Row, ...]] | None = None,
) -> Row:
    """What `Row(…)` makes, which sets its fields one by one through `object.__setattr__`, in four times the time."""
    row = Row.__new__(Row)
    vars(row).update(
        kind=kind,
        level=(provisions[0] or provisions[1])[0].level._value_,  # what `value` gives, in a fifth of the time
        old=labels[0],
        new=labels[1],
        old_text=texts[0],
        new_text=texts[1],
        renumbered=_renumbered(*provisions),
        moved=group.moved,
        old_provisions=provisions[0],
        new_provisions=provisions[1],
        _below=below,
        in_place=group.in_place,
        doubtful=group.doubtful,
    )
    return row


def _labels_and_text(nodes: tuple[Provision, ...]) -> tuple[tuple[str, ...], str]:
    if len(nodes) == 1:  # nearly all
        (node,) = nodes
        return (label_of(node),), node.source[node.start : node.end]
    return tuple([label_of(node) for node in nodes]), "\n".join([node.text for node in nodes])


def _renumbered(olds: tuple[Provision, ...], news: tuple[Provision, ...]) -> bool:
    """Have all of them another number than before?"""
    if len(olds) == len(news) == 1:
        return olds[0].number != news[0].number
    numbers = {node.number for node in olds}
    return bool(numbers and news) and numbers.isdisjoint([node.number for node in news])


def _kind(group: Group, keys: tuple[list[str], list[str]], old: str = "", new: str = "") -> Kind:
    if not group.old or not group.new:
        return "added" if group.new else "deleted"
    if len(group.new) > 1:
        return "split"
    if len(group.old) > 1:
        return "merged"
    same = keys[0][group.old[0]] == keys[1][group.new[0]]
    return "unchanged" if same and not cells_moved(old, new) else "amended"


def _parts(row: Row) -> tuple[Row, ...]:
    """Paragraphs of articles, items of a paragraph; a single paragraph is passed over for its items."""
    olds, news = row.old_provisions, row.new_provisions
    while True:
        olds, news = _below(olds), _below(news)
        if not len(olds) == len(news) == 1:
            return tuple(_rows(olds, news)) if olds or news else ()


def _below(nodes: tuple[Provision, ...]) -> tuple[Provision, ...]:
    return (
        nodes[0].children if len(nodes) == 1 else tuple([child for node in nodes for child in node.children])
    )


def _other(old: Instrument, new: Instrument, rows: Sequence[Row]) -> Iterator[Row]:
    """Rows for what is not an article, in the order of the new text where it has the thing."""
    blocks = _by_kind(old), _by_kind(new)
    for kind in SINGLE[:5]:
        yield from _block_rows(kind, *blocks)
    yield from _heading_rows(old, new, rows)
    yield from _block_rows("annex", *blocks)
    yield from _block_rows("tail", *blocks)


def _by_kind(instrument: Instrument) -> dict[str, list[Block]]:
    blocks: dict[str, list[Block]] = {}
    for block in instrument.blocks:
        blocks.setdefault(block.kind, []).append(block)
    return blocks


def _block_rows(kind: str, old: Mapping[str, list[Block]], new: Mapping[str, list[Block]]) -> Iterator[Row]:
    olds, news = old.get(kind, []), new.get(kind, [])
    if not olds and not news:
        return
    keys = [_said(block) for block in olds], [_said(block) for block in news]
    if keys[0] != keys[1]:
        keys = list(map(fold, keys[0])), list(map(fold, keys[1]))
    groups = [Group((0,), (0,))] if kind in SINGLE and len(olds) == len(news) == 1 else align_units(*keys)
    for group in groups:
        befores, afters = [olds[i] for i in group.old], [news[j] for j in group.new]
        old_text = "\n".join([block.text for block in befores])
        new_text = "\n".join([block.text for block in afters])
        yield Row(
            kind=_kind(group, keys, old_text, new_text),
            level=kind,
            old=tuple([block.label for block in befores if block.label]),
            new=tuple([block.label for block in afters if block.label]),
            old_text=old_text,
            new_text=new_text,
            moved=group.moved,
        )


def _said(block: Block) -> str:
    return block.text.replace("#", "")


def _heading_rows(old: Instrument, new: Instrument, rows: Sequence[Row]) -> Iterator[Row]:
    """编章节, within one level: a 第二章　管理 that became 第三章　管理 is renumbered."""
    olds, news = ([(node, fold(node.heading)) for node in doc.headings] for doc in (old, new))
    if [(node.level, name) for node, name in olds] != [(node.level, name) for node, name in news]:
        evidence = evidence_of(old.body, new.body, rows)
    else:
        evidence = None
    for level in dict.fromkeys([node.level for node, _ in (*olds, *news)]):
        befores, afters = ([one for one in side if one[0].level is level] for side in (olds, news))
        nodes = [node for node, _ in befores], [node for node, _ in afters]
        keys = [name for _, name in befores], [name for _, name in afters]
        for group in heading_groups(*nodes, evidence):
            before, after = _at(group.old, nodes[0]), _at(group.new, nodes[1])
            yield _made(
                _kind(group, keys),
                (before, after),
                (tuple([node.label for node in before]), tuple([node.label for node in after])),
                ("\n".join(map(_heading_text, before)), "\n".join(map(_heading_text, after))),
                Group(group.old, group.new, group.moved),
            )


def _heading_text(node: Provision) -> str:
    return node.source[node.start : node.words_start]
