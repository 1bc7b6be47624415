"""What a reader sees of a change: whole phrases, whole numbers, nothing lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lawtrack.compare.inline as module
from lawtrack.compare import compare, inline_ops, marked, word_ops

MARKS = {"equal": "{}", "delete": "[-{}-]", "insert": "[+{}+]"}


def shown(old: str, new: str) -> str:
    return "".join(MARKS[op].format(words) for op, words in inline_ops(old, new))


@pytest.mark.parametrize(
    ("old", "new", "reads"),
    [
        # an addition to an enumeration brings its comma before it, as instructions word it: 增加“、丙”
        ("由甲、乙负责。", "由甲、丙、乙负责。", "由甲[+、丙+]、乙负责。"),
        ("股东会、股东大会决定", "股东会决定", "股东会[-、股东大会-]决定"),
        ("县人民政府负责", "县人民政府和乡人民政府负责", "县人民政府[+和乡人民政府+]负责"),
        # a sentence comes whole, with the full stop that ends it
        (
            "应当报告。\n前款",
            "应当报告。逾期不报的，予以公布。\n前款",
            "应当报告。[+逾期不报的，予以公布。+]\n前款",
        ),
        # an item comes with its own semicolon and line break
        (
            "（一）甲；\n（二）乙。",
            "（一）甲；\n（二）丙；\n（三）乙。",
            "（一）甲；\n（二）[+丙；\n（三）+]乙。",
        ),
        # what stays between two longer changes is no anchor for a reader
        ("推进卫生城市建设", "促进健康县城创建", "[-推进卫生城市建设-][+促进健康县城创建+]"),
        # but words that went and words that came on both its sides leave it standing
        ("书中应载明", "书应当载明", "书[-中-]应[+当+]载明"),
        # a number is one thing
        ("处五十元罚款", "处六十元罚款", "处[-五十-][+六十+]元罚款"),
        ("第六十四条", "第一百六十八条", "第[-六十四-][+一百六十八+]条"),
        (
            "城市居民委员会、农村村民委员会",
            "居民委员会、村民委员会",
            "[-城市-]居民委员会、[-农村-]村民委员会",
        ),
    ],
)
def test_a_change_reads_as_phrases(old: str, new: str, reads: str) -> None:
    assert shown(old, new) == reads


WORDS = st.text(alphabet="甲乙丙的应当、，。；\n（二）十五 ", max_size=40)


@given(WORDS, WORDS)
def test_nothing_is_lost_and_nothing_is_said_twice(old: str, new: str) -> None:
    ops = inline_ops(old, new)
    assert "".join(words for op, words in ops if op != "insert") == old
    assert "".join(words for op, words in ops if op != "delete") == new
    kinds = [op for op, _ in ops]
    assert all(words for _, words in ops)
    assert all(pair not in (("equal", "equal"), ("insert", "delete")) for pair in pairwise(kinds))
    assert all(a != b for a, b in pairwise(kinds))


@given(st.lists(WORDS, max_size=8), st.lists(WORDS, max_size=8))
def test_very_long_texts_are_compared_by_lines_first(olds: list[str], news: list[str]) -> None:
    old, new = "\n".join(olds), "\n".join(news)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "TOO_LONG", 30)
        ops = inline_ops(old, new)
    assert "".join(words for op, words in ops if op != "insert") == old
    assert "".join(words for op, words in ops if op != "delete") == new


def test_a_line_that_stays_is_kept_whole_in_a_very_long_text() -> None:
    old = "".join(f"{k}\t{'表' * 80}{k * 7}\n" for k in range(100))
    new = old.replace("50\t", "50\t新", 1)
    assert shown(old, new).count("[+新+]") == 1


def test_the_page_marks_whole_words_too():
    comparison = compare("第一条　坚持部门协作的原则。", "第一条　坚持部门协同的原则。")
    (row,) = comparison.rows
    old, new = marked(row)
    assert [piece.words for piece in old if piece.changed] == ["协作"]
    assert [piece.words for piece in new if piece.changed] == ["协同"]


@pytest.mark.parametrize(("opening", "closing"), ["《》", "（）", "“”"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("根据<甲法><乙丙法>的规定", "按照<丁办法>的规定"),
        ("<甲法><乙丙法>", "依照<丁办法>"),
        ("见<甲法>，报<乙丙法>。", "<丁办法>。"),
    ],
)
def test_a_bracket_goes_with_the_words_that_leave_it_open(
    opening: str, closing: str, old: str, new: str
) -> None:
    old, new = (words.replace("<", opening).replace(">", closing) for words in (old, new))
    changed = [words for op, words in word_ops(old, new) if op != "equal"]
    assert all(words.count(opening) == words.count(closing) for words in changed), changed


@given(
    st.text(alphabet="甲乙法《》（）、的", max_size=30), st.text(alphabet="甲乙法《》（）、的", max_size=30)
)
def test_brackets_that_do_not_match_lose_nothing(old: str, new: str) -> None:
    ops = word_ops(old, new)
    assert "".join(words for op, words in ops if op != "insert") == old
    assert "".join(words for op, words in ops if op != "delete") == new


LAWS = ["中华人民共和国畜牧法", "中华人民共和国动物防疫法", "中华人民共和国食品安全法", "某省动物防疫条例"]


@pytest.mark.parametrize("joint", ["", "、"])
@pytest.mark.parametrize("gone", range(4))
@pytest.mark.parametrize(
    "ends", [("根据", "等法律、法规，制定本条例。"), ("为了保障健康，依照", "，结合本市实际，制定本条例。")]
)
def test_a_title_in_a_list_comes_and_goes_whole(joint: str, gone: int, ends: tuple[str, str]) -> None:
    titles = [f"《{law}》" for law in LAWS]
    longer = joint.join(titles).join(ends)
    shorter = joint.join(titles[:gone] + titles[gone + 1 :]).join(ends)
    for old, new in [(longer, shorter), (shorter, longer)]:
        (changed,) = [words for op, words in word_ops(old, new) if op != "equal"]
        assert changed.strip("、") == titles[gone]


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (0, 2, 1)])
@pytest.mark.parametrize("what", ["食品", "犬只", "烟花"])
def test_links_of_a_sentence_stay_unmarked_as_items_also_in_another_order(
    order: tuple[int, ...], what: str
) -> None:
    links = [f"过期{what}", f"变质{what}", f"无标签{what}"]
    old = f"经营者不得销售{links[0]}、{links[1]}或者{links[2]}。"
    items = [links[k] for k in order] + [f"国家明令禁止销售的{what}"]
    new = "经营者不得销售下列物品：\n" + "\n".join(
        f"（{number}）{words}{'。' if number == '四' else '；'}"
        for number, words in zip("一二三四", items, strict=True)
    )
    stays = "\n".join(words for op, words in word_ops(old, new) if op == "equal")
    # of links that changed places only one can stay
    assert sum(link in stays for link in links) == (3 if order == (0, 1, 2) else 2)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("董事会会议应由董事本人出席。", "董事会会议应当由董事本人出席。"),
        ("未按规定采取措施的，", "未按照规定采取措施的，"),
        ("致使古树名木死亡的，", "致使古树名木损伤、死亡的，"),
        ("应当立即向公安机关报告。", "应当立即制止并向公安机关报告。"),
        ("减轻重大突发事件的影响。", "减轻突发事件的影响。"),
        ("提交股东大会审议。", "提交股东会审议。"),
    ],
)
def test_what_only_came_or_went_leaves_the_words_around_it_alone(old: str, new: str) -> None:
    assert [op for op, _ in word_ops(old, new)] == [
        "equal",
        "insert" if len(new) > len(old) else "delete",
        "equal",
    ]


def test_what_came_within_a_word_marks_the_word() -> None:
    assert word_ops("在中国境内", "在中华人民共和国境内") == (
        ("equal", "在"),
        ("delete", "中国"),
        ("insert", "中华人民共和国"),
        ("equal", "境内"),
    )
