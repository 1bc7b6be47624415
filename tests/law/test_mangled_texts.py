"""Whatever people and programs do to the numbers and lines of a text, its articles are all read, or something is told."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING, Final

import pytest

from lawtrack.law import parse, to_chinese
from tests.law.members import BODIES, CHAPTERS, DUTIES, TAILS, THINGS

if TYPE_CHECKING:
    from collections.abc import Callable

LABEL: Final = re.compile("^(第[一二三四五六七八九十]+条)　", re.MULTILINE)


def ordinance(seed: int) -> str:
    """A random ordinance of up to thirty articles, one structural paragraph a line."""
    draw = random.Random(seed)
    chapters = draw.random() < 0.7
    lines, at = ["某市公共设施条例"], 0
    for number, name in enumerate(CHAPTERS[: draw.randint(2, 5)], 1):
        lines += [f"第{to_chinese(number)}章　{name}"] if chapters else []
        for _ in range(draw.randint(2, 6)):
            at += 1
            sentence = f"{draw.choice(BODIES)}{draw.choice(DUTIES)}，{draw.choice(TAILS)}"
            items = draw.sample(THINGS, draw.choice((0, 0, 2, 3)))
            lines.append(f"第{to_chinese(at)}条　{sentence}{'：' if items else '。'}")
            lines += [f"（{to_chinese(n)}）{item}；" for n, item in enumerate(items[:-1], 1)]
            lines += [f"（{to_chinese(len(items))}）{items[-1]}。"] if items else []
            lines += [f"{draw.choice(BODIES)}{draw.choice(DUTIES)}。"] * draw.choice((0, 0, 1))
    return "\n".join(lines) + "\n"


def labelled(change: Callable[[str, random.Random], str]) -> Callable[[str, random.Random], str]:
    return lambda text, draw: LABEL.sub(lambda found: change(found[1], draw), text)


def wrapped(text: str, width: int, indent: str, page: str = "") -> str:
    """The text cut at a width, with the number of a page after every ten lines."""
    rows = [row for line in text.split("\n") if line for row in re.findall(f".{{1,{width}}}", indent + line)]
    return (
        "\n".join(
            row + (page.format(at // 10) if page and at % 10 == 9 else "") for at, row in enumerate(rows)
        )
        + "\n"
    )


def scattered(sign: str, share: float) -> Callable[[str, random.Random], str]:
    return lambda text, draw: "".join(c + (sign if c != "\n" and draw.random() < share else "") for c in text)


KEPT: Final[dict[str, Callable[[str, random.Random], str]]] = {
    "spaced": labelled(lambda label, _: " ".join(label) + "  "),
    "wide": labelled(lambda label, _: "　".join(label) + "　"),
    "zero width": labelled(lambda label, _: "\u200b".join(label) + "　"),
    "soft hyphens": scattered("\xad", 0.1),
    "zero width anywhere": scattered("\u200b", 0.1),
    "bold": labelled(lambda label, _: f"**{label}** "),
    "underlined": labelled(lambda label, _: f"__{label}__ "),
    "code": labelled(lambda label, _: f"`{label}` "),
    "heading": labelled(lambda label, _: f"### {label} "),
    "dashed": labelled(lambda label, _: f"- {label} "),
    "counted": labelled(lambda label, _: f"1. {label} "),
    "strong": labelled(lambda label, _: f"<strong>{label}</strong>&nbsp;"),
    "framed": labelled(lambda label, _: f"【{label}】"),
    "alone": labelled(lambda label, _: f"{label}\n"),
    "glued": labelled(lambda label, _: label),
    "pages": lambda text, _: wrapped(text, 38, "　　", "\n— {} —"),
    "bare pages": lambda text, _: wrapped(text, 38, "　　", "\n第 {} 页 共 9 页"),
    "in one line": lambda text, _: text.replace("\n", " "),
    "without breaks": lambda text, _: text.replace("\n", ""),
    "paragraphs": lambda text, _: "".join(f"<p>{line}</p>\n" for line in text.split("\n") if line),
    "blank lines": lambda text, _: text.replace("\n", "\n\n"),
    "indented": lambda text, _: "".join(f"        {line}\n" for line in text.split("\n")),
    "carriage returns": lambda text, _: text.replace("\n", "\r"),
}
TOLD: Final[dict[str, Callable[[str, random.Random], str]]] = {
    "misread": labelled(lambda label, draw: (f"笫{label[1:]}" if draw.random() < 0.3 else label) + "　"),
    "all misread": labelled(lambda label, _: f"笫{label[1:]}　"),
    "marked as new": labelled(lambda label, _: f"[新增]{label}　"),
    "behind a name": labelled(lambda label, _: f"《条例》{label}　"),
    "left open": labelled(lambda label, draw: ("第　　条" if draw.random() < 0.3 else label) + "　"),
    "cut labels": labelled(
        lambda label, draw: (f"{label[:2]}\n{label[2:]}" if draw.random() < 0.3 else label) + "　"
    ),
    "scattered blanks": scattered(" ", 0.05),
    "scattered breaks": scattered("\n", 0.01),
    "two columns": lambda text, _: "".join(
        f"{left:　<24}{right}\n"
        for left, right in zip(
            wrapped(text, 20, "").split("\n")[::2], wrapped(text, 20, "").split("\n")[1::2], strict=False
        )
    ),
    "escaped breaks": lambda text, _: text.replace("\n", "\\n"),
    "cut off": lambda text, draw: text[: draw.randint(len(text) // 2, len(text) - 12)],
}


def articles(text: str) -> list[tuple[int, int]]:
    return [article.number for article in parse(text).articles]


@pytest.mark.parametrize("way", KEPT)
def test_every_article_is_kept(way: str) -> None:
    for seed in range(40):
        text = ordinance(seed)
        mangled = KEPT[way](text, random.Random(seed))
        assert articles(mangled) == articles(text), (way, seed)
        assert len(parse(mangled).headings) == len(parse(text).headings), (way, seed)


@pytest.mark.parametrize("way", TOLD)
def test_every_article_is_kept_or_something_is_told(way: str) -> None:
    for seed in range(40):
        text = ordinance(seed)
        doc = parse(TOLD[way](text, random.Random(seed)))
        whole = [article.number for article in doc.articles] == articles(text)
        assert doc.problems or (whole and way != "cut off") or doc.text.rstrip()[-1] == "。", (way, seed)


def test_an_ordinance_that_nobody_mangled_has_no_problems() -> None:
    assert not any(parse(ordinance(seed)).problems for seed in range(40))
