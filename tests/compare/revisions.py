"""Thorough revisions of made-up ordinances: edits on neighbouring articles, across chapters, several at a place.

`tests.strategies.edit` makes the light ones; here nothing keeps the edits apart, and what was split, merged or moved is
reworded as well half of the time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lawtrack.law import article_label
from tests.strategies import DraftArticle, print_text

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

KINDS = {
    "insert": "added",
    "delete": "deleted",
    "reword": "amended",
    "split": "split",
    "split in three": "split",
    "merge": "merged",
    "merge of distant articles": "merged",
    "move": "unchanged",
    "move with rewording": "amended",
    "swap": "unchanged",
}


@dataclass(frozen=True)
class Slot:
    """One article of the new text: what was done, the old articles it comes from, by number, and its words.

    Slots of one split share `cut`.
    """

    edit: str
    olds: tuple[int, ...]
    draft: DraftArticle
    cut: int = -1


@dataclass(frozen=True)
class Revision:
    """An ordinance before and after, and for every edit: its name, old labels, new labels."""

    old: str
    new: str
    script: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]


PLACES = (
    "山林 河道 湿地 桥梁 港口 校园 车站 菜场 古城 矿区 牧场 果园 渔港 机场 隧道 水库 社区 街巷 院落 展馆 剧场 泳池 药房 "
    "书店 粮仓 苗圃 温室 码头 灯塔 驿站 陵园 窑址 书院 茶园 盐田 滩涂 冰场 步道 地铁 公墓"
).split()
THINGS = (
    "名录 档案 标识 管线 围栏 台账 图纸 班次 用地 票据 预案 警报 税费 租约 账目 保险 化验 绿化 照明 消毒 检疫 拍卖 抵押 修缮 "
    "测绘 命名 捐赠 借阅 巡查 补贴 奖金 考试 婚宴 广告 钥匙 设备 船舶 样品 密码 竣工"
).split()
DEEDS = (
    "应当公布 负责清理 可以委托他人办理 不得擅自改变 应当定期检查 有权查阅 应当妥善保管 负责组织评估 禁止转让 优先采购 逐级上报 "
    "免费提供 限期拆除 集中销毁 如实登记 统一印制 按季核对 严格限制 鼓励捐建 依法征收"
).split()
ENDS = (
    "并向社会公开 每年不少于两次 所需经费列入预算 但是法律另有规定的除外 期限不超过三十日 具体办法另行制定 并接受公众监督 "
    "逾期视为放弃 不另行通知 由监护人陪同 保存期为五年 以抽签方式决定 并当场出具凭证 夜间不予受理"
).split()


def clause(rng: random.Random) -> str:
    """A sentence that shares with another no more than those of a law do."""
    who = rng.choice(PLACES) + rng.choice(["管理人", "经营者", "使用人", "主管部门", "志愿者"])
    what = rng.choice(PLACES) + rng.choice(THINGS) + rng.choice(["和", "以及", "或者"]) + rng.choice(THINGS)
    return f"{who}{rng.choice(DEEDS)}{what}，{rng.choice(ENDS)}。"


def paragraph(rng: random.Random) -> str:
    """Two sentences, as long as a paragraph of a law is: one word of it changed is light rewording."""
    return clause(rng) + clause(rng)


def draft(rng: random.Random) -> DraftArticle:
    """An article of one to three paragraphs, or of items."""
    if rng.random() < 0.8:
        return DraftArticle([paragraph(rng) for _ in range(rng.randint(1, 3))])
    items = [clause(rng).replace("。", "；") for _ in range(rng.randint(2, 4))]
    return DraftArticle(
        [f"{rng.choice(PLACES)}{rng.choice(THINGS)}按照下列规定办理：", paragraph(rng)], items
    )


def revise(rng: random.Random, size: int, times: int) -> Revision:
    """A revision with `times` edits anywhere; two may meet, but no article is edited twice."""
    before = [draft(rng) for _ in range(size)]
    slots = [Slot("keep", (k,), one) for k, one in enumerate(before)]
    gone: list[int] = []
    for _ in range(times):
        edit = rng.choice(list(EDITS))
        kept = [at for at, slot in enumerate(slots) if slot.edit == "keep"]
        EDITS[edit](rng, slots, kept, before, gone)
    after = [slot.draft for slot in slots]
    chapters = rng.randint(1, 4)
    title = "某市公共空间管理条例"
    return Revision(
        print_text(title, before, chapters), print_text(title, after, chapters), _script(slots, gone)
    )


def _script(slots: list[Slot], gone: list[int]) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    groups: dict[tuple[str, tuple[int, ...]], list[int]] = {}
    found: list[tuple[str, tuple[int, ...], tuple[int, ...]]] = [("delete", (k,), ()) for k in gone]
    for at, slot in enumerate(slots):
        if slot.cut >= 0:
            groups.setdefault((slot.edit, slot.olds), []).append(at)
        elif slot.edit != "keep":
            found.append((slot.edit, slot.olds, (at,)))
    found += [(edit, olds, tuple(news)) for (edit, olds), news in groups.items()]
    return tuple((edit, _labels(olds), _labels(news)) for edit, olds, news in found)


def _labels(numbers: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(article_label((number + 1, 0)) for number in sorted(numbers))


def _insert(
    rng: random.Random, slots: list[Slot], kept: list[int], before: list[DraftArticle], gone: list[int]
) -> None:
    slots.insert(rng.randint(0, len(slots)), Slot("insert", (), draft(rng)))


def _delete(
    rng: random.Random, slots: list[Slot], kept: list[int], before: list[DraftArticle], gone: list[int]
) -> None:
    gone += slots.pop(rng.choice(kept)).olds


def _reword(
    rng: random.Random, slots: list[Slot], kept: list[int], before: list[DraftArticle], gone: list[int]
) -> None:
    at = rng.choice(kept)
    slots[at] = replace(slots[at], edit="reword", draft=reworded(slots[at].draft, rng))


def _split(count: int, edit: str) -> Callable[..., None]:
    def done(
        rng: random.Random, slots: list[Slot], kept: list[int], before: list[DraftArticle], gone: list[int]
    ) -> None:
        at = rng.choice(kept)
        (old,) = slots[at].olds
        before[old] = DraftArticle([paragraph(rng) for _ in range(count)])
        pieces = [DraftArticle([words]) for words in before[old].paragraphs]
        slots[at : at + 1] = [Slot(edit, (old,), _perhaps_reworded(piece, rng), old) for piece in pieces]

    return done


def _merge(distant: bool, edit: str) -> Callable[..., None]:
    def done(
        rng: random.Random, slots: list[Slot], kept: list[int], before: list[DraftArticle], gone: list[int]
    ) -> None:
        pairs = [
            (one, other)
            for one in kept
            for other in kept
            if (abs(one - other) > len(slots) // 3 if distant else other - one == 1)
            and not slots[other].draft.items
        ]
        if not pairs:
            return
        at, other = rng.choice(pairs)
        second = slots[other].draft
        first = slots[at].draft
        joined = DraftArticle([*first.paragraphs, *second.paragraphs], first.items)
        olds = (*slots[at].olds, *slots[other].olds)
        slots[at] = Slot(edit, olds, _perhaps_reworded(joined, rng))
        del slots[other]

    return done


def _move(words: bool, edit: str) -> Callable[..., None]:
    def done(
        rng: random.Random, slots: list[Slot], kept: list[int], before: list[DraftArticle], gone: list[int]
    ) -> None:
        at = rng.choice(kept)
        slot = slots.pop(at)
        far = [k for k in range(len(slots) + 1) if abs(k - at) > max(3, len(slots) // 4)]
        draft = reworded(slot.draft, rng) if words else slot.draft
        slots.insert(rng.choice(far), replace(slot, edit=edit, draft=draft))

    return done


def _swap(
    rng: random.Random, slots: list[Slot], kept: list[int], before: list[DraftArticle], gone: list[int]
) -> None:
    pairs = [at for at in kept if at + 1 in kept]
    if pairs:
        at = rng.choice(pairs)
        slots[at : at + 2] = [replace(slot, edit="swap") for slot in (slots[at + 1], slots[at])]


def _perhaps_reworded(draft: DraftArticle, rng: random.Random) -> DraftArticle:
    return reworded(draft, rng) if rng.random() < 0.5 else draft


def reworded(draft: DraftArticle, rng: random.Random) -> DraftArticle:
    """One word of each sentence of one of its paragraphs changed for another."""
    changed = draft.copy()
    at = rng.randrange(len(changed.paragraphs))
    changed.paragraphs[at] = "。".join(
        _other_word(words, rng) for words in changed.paragraphs[at].split("。")
    )
    return changed


def _other_word(words: str, rng: random.Random) -> str:
    known = [word for word in (*PLACES, *THINGS, *DEEDS, *ENDS) if word in words]
    if not known:
        return words
    old = rng.choice(known)
    kind = next(kind for kind in (PLACES, THINGS, DEEDS, ENDS) if old in kind)
    return words.replace(old, rng.choice([word for word in kind if word != old]), 1)


EDITS: dict[str, Callable[..., None]] = {
    "insert": _insert,
    "delete": _delete,
    "reword": _reword,
    "split": _split(2, "split"),
    "split in three": _split(3, "split in three"),
    "merge": _merge(False, "merge"),
    "merge of distant articles": _merge(True, "merge of distant articles"),
    "move": _move(False, "move"),
    "move with rewording": _move(True, "move with rewording"),
    "swap": _swap,
}
