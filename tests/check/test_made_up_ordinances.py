"""The table of duty and penalty on ordinances that are made up by the hundreds, whose pairs are known."""

from __future__ import annotations

import random
import re
from typing import Final

import pytest

from lawtrack.check import duty_table
from lawtrack.law import to_chinese
from tests.norms import NORMS

DONE: Final = ("燃放烟花爆竹", "晾晒衣物", "设置摊点", "驶入机动车", "放养家禽", "攀爬雕塑")
OFFICES: Final = (
    "市人民政府应当将{t}工作纳入考核，所需经费列入预算。", "主管部门应当建立{t}信息系统，并与公安机关共享数据。",
    "市场监督管理部门应当自受理申请之日起十日内作出决定。", "街道办事处应当协助做好{t}相关工作。",
    "本市{t}坚持政府主导、社会参与的原则。",
    "主管部门应当公布举报电话；接到举报的，应当在五日内处理并答复举报人。", "本条例所称主管部门，是指市城市管理部门。",
)  # fmt: skip
FINES: Final = (
    "处二百元以上五百元以下罚款",
    "处一千元以上一万元以下罚款",
    "处五百元罚款",
    "责令改正；拒不改正的，处五千元罚款",
)
FREE: Final = ("在公园内燃放孔明灯的", "冒用他人残疾证乘车的", "向河道抛撒骨灰的")
CITING: Final = (
    "违反本条例{c}规定的，由{b}{f}。", "违反本条例{c}规定，{d}，由{b}{f}。", "未履行本条例{c}规定义务的，由{b}{f}。",
    "单位违反本条例{c}规定的，由{b}处一万元罚款；个人违反的，处二百元罚款。", "不按照本条例{c}的规定执行的，由{b}{f}。",
    "违反本条例{c}规定的，由{b}责令改正，{d}，{f}；造成严重后果的，处五万元罚款，并承担赔偿责任。",
)  # fmt: skip
SAYING: Final = ("{d}，由{b}{f}。", "违反本条例规定，{d}，由{b}{f}。")
BODIES: Final = ("城市管理部门", "市场监督管理部门", "公安机关", "区综合执法部门")
Pairs = set[tuple[str, str]]


class Maker:
    """One ordinance and the pairs of its duties and penalties, as they are cited; "-" for what is lacking."""

    def __init__(self, rng: random.Random) -> None:
        self.rng, self.lines, self.pairs, self.articles = rng, list[str](), Pairs(), 0
        self.topic, norms = rng.choice(NORMS)
        strange = [norm for topic, others in NORMS for norm in others if topic != self.topic]
        self.norms = [*norms, *rng.sample(strange, 3)]
        rng.shuffle(self.norms)

    def article(self, *paragraphs: str) -> str:
        self.articles += 1
        label = f"第{to_chinese(self.articles)}条"
        self.lines += [f"{label}　{paragraphs[0]}", *paragraphs[1:]]
        return label

    def text(self) -> str:
        self.lines = [f"某市{self.topic}条例", "第一章　总则"]
        self.article(f"为了加强{self.topic}，制定本条例。")
        self.article(self.rng.choice(OFFICES).format(t=self.topic))
        self.lines.append("第二章　管理")
        listed = self.article(
            f"{self.topic}范围内禁止下列行为：",
            *(f"（{to_chinese(n)}）{self.rng.choice(DONE)}；" for n in range(1, 5)),
        )
        owed = self._duties()
        self.lines.append("第三章　法律责任")
        self._items(listed)
        for label, conducts in owed:
            self._penalty(label, self.rng.choice(conducts))
        self.article("主管部门及其工作人员玩忽职守的，对直接负责的主管人员依法给予处分。")
        self.lines.append("第四章　附则")
        self.article("本条例自2026年5月1日起施行。")
        return "\n".join(self.lines)

    def _duties(self) -> list[tuple[str, tuple[str, ...]]]:
        owed, left = [], list(self.norms)
        while left:
            words, conducts = left.pop()
            kind = self.rng.random()
            if left and kind < 0.25:
                other, others = left.pop()
                label = self.article(words, other)
                owed += [(f"{label}第一款", conducts), (f"{label}第二款", others)]
            elif kind < 0.4:
                label = self.article(self.rng.choice(OFFICES).format(t=self.topic), words)
                owed.append((f"{label}第二款", conducts))
            else:
                owed.append((self.article(words), conducts))
        return owed

    def _items(self, listed: str) -> None:
        body, (light, grave) = self.rng.choice(BODIES), FINES[:2]
        done = self.rng.choice(("有", "有本条例", "实施"))
        label = self.article(
            f"违反本条例{listed}第一项、第二项规定的，由{body}{light}；{done}{listed}第三项行为的，{grave}。"
        )
        self.pairs |= {(listed, label), (f"{listed}第四项", "-")}

    def _penalty(self, duty: str, conduct: str) -> None:
        rng, kind = self.rng, self.rng.random()
        said = {"c": duty, "d": conduct, "b": rng.choice(BODIES), "f": rng.choice(FINES)}
        if kind < 0.15:
            self.pairs.add((duty, "-"))
        elif kind < 0.5:
            self.pairs.add((duty, self.article(rng.choice(CITING).format(**said))))
        elif kind < 0.85:
            self.pairs.add((duty, self.article(rng.choice(SAYING).format(**said))))
        else:
            label = self.article(
                f"有下列行为之一的，由{said['b']}处五百元罚款：",
                f"（一）{conduct}；",
                f"（二）{rng.choice(FREE)}。",
            )
            self.pairs |= {(duty, label), ("-", label)}


def told(text: str) -> Pairs:
    """The rows of a text; what is told as doubtful counts neither as shown nor as found."""
    rows: Pairs = set()
    for row in duty_table(text).rows:
        duty, penalty = (one.label if one else "-" for one in (row.duty, row.penalty))
        if row.tie != "perhaps":
            rows.add((duty, re.sub(r"(?<=条)第.+", "", penalty)))
    return rows


@pytest.mark.parametrize("seed", range(3))
def test_pairs_of_made_up_ordinances_are_found(seed: int) -> None:
    rng = random.Random(seed)
    right = shown = wanted = 0
    for _ in range(40):
        maker = Maker(rng)
        rows = told(maker.text())
        right, shown, wanted = right + len(rows & maker.pairs), shown + len(rows), wanted + len(maker.pairs)
    assert right >= 0.97 * shown
    assert right >= 0.95 * wanted
