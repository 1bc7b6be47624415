"""Lines that no law has: millions of characters without a break. The work stays in proportion to them."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

import pytest

from lawtrack.compare import compare, inline_ops

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = 600_000
SIGNS = "甲乙丙丁戊应当人民政府的，。；第一条二款项规定"


def noise(seed: int) -> str:
    rng = random.Random(seed)
    return "".join(rng.choices(SIGNS, k=SIZE))


def edited(text: str) -> str:
    rng = random.Random(1)
    letters = list(text)
    for _ in range(50):
        letters[rng.randrange(len(letters))] = "变"
    return "".join(letters)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(lambda: (noise(1), noise(2)), id="nothing in common"),
        pytest.param(lambda: (noise(1), edited(noise(1))), id="edited"),
        pytest.param(lambda: ("甲乙" * (SIZE // 2), "甲乙" * (SIZE // 2) + "丙"), id="repeating itself"),
        pytest.param(
            lambda: ("（一）甲；" * (SIZE // 5), "（一）乙；" * (SIZE // 5)), id="items without a break"
        ),
    ],
)
def test_a_line_without_end_is_compared_in_time(texts: Callable[[], tuple[str, str]]):
    sides = [f"第一条　甲条。\n第二条　{words}\n第三条　丙条。" for words in texts()]
    start = time.process_time()
    found = compare(*sides).to_dict()
    assert time.process_time() - start < 20  # a second on a quiet machine; quadratic work takes minutes
    assert [row["kind"] for row in found["rows"]][::2] == ["unchanged", "unchanged"]
    for row in found["rows"]:
        assert "".join(words for op, words in row["ops"] if op != "insert") == row["old_text"]
        assert "".join(words for op, words in row["ops"] if op != "delete") == row["new_text"]


def test_of_a_line_without_end_both_ends_stay():
    assert inline_ops("甲" + noise(1) + "乙", "甲" + noise(2) + "乙")[0] == ("equal", "甲")
