"""`write`: the decision is proved, and reads as a drafter would have it."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings

from lawtrack.amend import apply, read, write
from lawtrack.amend.writing.moves import carried, untangled
from lawtrack.amend.writing.proof import plain
from lawtrack.compare import Row
from lawtrack.errors import UnusableInput
from lawtrack.law import parse, to_chinese
from tests.strategies import edited, instruments

OLD = """某市公园条例
第一章　总则
第一条　为了建设公园，方便市民休息，制定本条例。
第二条　市园林局主管公园工作。
街道办事处协助做好公园工作。
第二章　管理
第三条　公园内禁止下列行为：
（一）攀折花木；
（二）倾倒垃圾；
（三）营火。
第四条　市园林局应当公布公园名录。
第五条　违反本条例第三条规定的，由市园林局责令改正。
第六条　本条例自2010年1月1日起施行。
"""


def body(text: str) -> list[tuple[str, str]]:
    return [(article.label, plain(article.text)) for article in parse(text).articles]


def written(new: str, **options: object) -> list[str]:
    """The instructions that lead from OLD to `new`, without frame."""
    text = write(OLD, new, **options)  # type: ignore[arg-type]
    done = apply(OLD, text)
    assert done.complete
    assert body(done.text) == body(new)
    return [line for line in text.splitlines()[2:] if not line.startswith(("本决定自", "《"))]


NATIONAL = "全国人民代表大会常务委员会"


def test_one_word_in_several_articles_is_swept_up():
    new = OLD.replace("市园林局", "市城市管理部门")
    assert written(new, body=NATIONAL) == [
        "一、将第二条第一款、第四条、第五条中的“市园林局”修改为“市城市管理部门”。"
    ]


def test_the_places_of_one_article_are_listed_under_it_once():
    old = OLD.replace("街道办事处协助", "市园林局会同街道办事处协助")
    new = old.replace("市园林局", "市城市管理部门")
    assert "将第二条第一款、第二款、第四条、第五条中的“市园林局”" in write(old, new, body=NATIONAL)


def test_a_local_congress_changes_a_name_throughout_the_text():
    new = OLD.replace("市园林局", "市城市管理部门")
    assert written(new) == ["一、将条例中的“市园林局”均修改为“市城市管理部门”。"]
    assert written(new, body="某市人民代表大会常务委员会") == written(new)


def test_a_name_that_stays_at_one_place_is_not_changed_throughout():
    new = OLD.replace("市园林局", "市城市管理部门").replace("由市城市管理部门", "由市园林局")
    old = OLD.replace("街道办事处协助", "市园林局和街道办事处协助")
    new = new.replace("街道办事处协助", "市城市管理部门和街道办事处协助")
    assert "均修改为" not in write(old, new)


def test_who_adopted_the_text_tells_the_manner():
    new = OLD.replace("市园林局", "市城市管理部门")
    title = "某市公园条例"
    for note, local in [
        ("某市第二届人民代表大会常务委员会第三次会议通过", True),
        ("国务院令第2号公布", False),
    ]:
        head = f"公园管理办法\n（2010年1月1日{note}）"
        text = write(OLD.replace(title, head), new.replace(title, head))
        assert ("将办法中的“市园林局”均修改为" in text) == local


def test_a_new_article_is_inserted_and_the_citations_follow_by_themselves():
    new = (
        OLD.replace("第六条　", "第七条　")
        .replace("第五条　", "第六条　")
        .replace("第四条　", "第五条　")
        .replace("第三条　公园", "第三条　公园实行分级管理。\n第四条　公园")
        .replace("本条例第三条", "本条例第四条")
    )
    assert written(new) == ["一、在第二章增加一条，作为第三条：“公园实行分级管理。”"]


def test_items_are_named_by_themselves():
    new = OLD.replace("（二）倾倒垃圾；", "（二）擅自设置摊点并占用通道；\n（三）倾倒垃圾；").replace(
        "（三）营火。", "（四）营火。"
    )
    assert written(new) == ["一、第三条增加一项，作为第二项：“（二）擅自设置摊点并占用通道”。"]


def test_a_renumbered_article_says_so_before_what_changes_in_it():
    new = OLD.replace("第五条　违反本条例第三条规定的，由市园林局责令改正。\n", "").replace(
        "第六条　本条例自2010年", "第五条　本条例自2024年"
    )
    assert written(new, body=NATIONAL)[-1].startswith("二、将第六条改为第五条，")


def test_a_new_chapter_is_put_in_with_its_articles():
    new = OLD.replace(
        "第六条　本条例", "第三章　名录\n第六条　名录每年公布。\n第七条　名录由专家评审。\n第八条　本条例"
    ).replace("第八条　本条例", "第四章　附则\n第八条　本条例")
    old = OLD.replace("第六条　本条例", "第三章　附则\n第六条　本条例")
    text = write(old, new)
    assert (
        "一、增加一章，作为第三章“名录”；增加两条，分别作为第六条、第七条。内容如下：“第三章　名录\n" in text
    )
    assert body(apply(old, text).text) == body(new)


def test_a_chapter_goes_with_its_articles():
    old = OLD.replace("第六条　本条例", "第三章　附则\n第六条　本条例")
    new = old[: old.index("第二章")] + "第二章　附则\n第三条　本条例自2010年1月1日起施行。\n"
    text = write(old, new)
    assert "一、删去第二章。\n" in text
    assert apply(old, text).text == new


def test_one_phrase_is_quoted_once_and_a_paragraph_named_where_there_are_several():
    new = OLD.replace("街道办事处协助做好公园工作", "街道办事处、居民委员会协助做好公园管理工作")
    assert written(new, share=1, body=NATIONAL) == [
        "一、将第二条第二款中的“街道办事处协助做好公园工作”修改为“街道办事处、居民委员会协助做好公园管理工作”。"
    ]


def test_the_same_change_in_every_paragraph_names_the_article():
    old = OLD.replace("公园工作", "公园和绿地工作")
    assert "一、删去第二条中的“和绿地”。\n" in write(old, old.replace("和绿地", ""))


def test_the_same_change_in_some_paragraphs_names_these():
    old = OLD.replace("公园工作。\n街道", "公园和绿地工作。\n市民可以参与公园和绿地工作。\n街道")
    text = write(old, old.replace("和绿地", ""))
    assert "一、删去第二条第一款、第二款中的“和绿地”。\n" in text


def test_a_paragraph_pushed_on_by_another_says_so_before_its_words_change():
    new = OLD.replace(
        "第二条　市园林局主管公园工作。\n街道", "第二条　公园姓公。\n市园林局主管公园工作。\n村、街道"
    )
    assert written(new, share=0.5) == [
        "一、第二条增加一款，作为第一款：“公园姓公。”",
        "将第二款改为第三款，在其中的“街道办事处协助做好公园工作”前增加“村、”。",
    ]


def test_words_that_only_go_are_deleted_with_the_mark_beside_them():
    old = OLD.replace(
        "第四条　市园林局应当公布公园名录", "第四条　市园林局应当公布公园名录、开放时间、联系电话"
    )
    new = old.replace("、开放时间", "")
    assert "删去第四条中的“开放时间”。" in write(old, new, share=0.2)


def test_a_paragraph_that_becomes_an_article_is_moved_by_name():
    second = "街道办事处协助做好公园工作，并组织居民参加公园的日常养护。"
    old = OLD.replace("街道办事处协助做好公园工作。", second)
    new = (
        old.replace("\n" + second, "")
        .replace("第五条　", f"第六条　{second}\n第七条　")
        .replace("第六条　本条例自", "第八条　本条例自")
        .replace("第四条　", "第五条　")
        .replace("第三条　公园", "第三条　公园实行分级管理。\n第四条　公园")
        .replace("本条例第三条", "本条例第四条")
    )
    text = write(old, new)
    assert "将第二条第二款改为第六条。\n" in text
    assert body(apply(old, text).text) == body(new)


def test_a_paragraph_that_became_an_article_is_found_though_half_of_it_is_new():
    second = "街道办事处协助做好公园工作，并组织居民参加公园的日常养护。"
    old = OLD.replace("街道办事处协助做好公园工作。", second)
    new = old.replace("\n" + second, "").replace(
        "第六条　本条例",
        "第六条　街道办事处组织居民、社会团体参加公园的日常养护，所需经费列入预算。\n第七条　本条例",
    )
    assert "将第二条第二款改为第六条，修改为：“街道办事处组织居民" in write(old, new)


PURPOSE, FORCE = "为了建设公园，制定本条例。", "本条例自2010年1月1日起施行。"
TREES = "公园管理机构应当每年组织古树名木的普查，建立档案并向社会公布。"


def ordinance(*articles: str) -> str:
    """The articles, numbered, between a purpose and a commencement."""
    numbered = enumerate([PURPOSE, *articles, FORCE], 1)
    return "某市公园条例\n" + "".join(f"第{to_chinese(n)}条　{words}\n" for n, words in numbered)


def test_articles_that_became_several_others_are_told_by_their_paragraphs():
    one = "擅自占用公园绿地的，责令限期退还，恢复原状，并处以罚款。"
    two = "在公园内违法停放车辆的，由交通管理部门拖移车辆并处以罚款。"
    old = parse(ordinance(f"{one}\n{two}", TREES)).articles[1:3]
    new = parse(ordinance(f"公园姓公。\n{TREES}", f"公园开放。\n{two.replace('交通', '公安')}")).articles[1:3]
    labels = ("第二条", "第三条")
    row = Row(
        kind="split",
        level="article",
        old=labels,
        new=labels,
        old_text="",
        new_text="",
        old_provisions=old,
        new_provisions=new,
    )
    rows = untangled([row])
    assert [one.kind for one in rows] == ["deleted", "deleted", "added", "added"]
    found = {index: paragraph.words for index, (_, paragraph) in carried(rows).items()}
    assert found == {2: TREES, 3: two}


def test_the_rest_of_an_article_that_gives_a_paragraph_away_is_named_by_its_paragraphs():
    first = "市园林局主管公园工作，编制公园发展规划，组织公园的建设、保护和管理。"
    second = "街道办事处协助做好公园工作，劝阻在公园内的不文明行为。"
    old = ordinance(f"{first}\n{second}\n{TREES}", "公园应当有名录。")
    first = first.replace("编制公园发展规划", "会同有关部门编制全市公园发展规划和年度计划")
    second = second.replace("街道办事处协助做好", "区人民政府、街道办事处按照分工做好辖区内")
    third = (
        "古树名木由公园管理机构组织普查，建立档案并向社会公布，禁止砍伐、移植、攀折，不得在树冠下堆放物料。"
    )
    new = ordinance("公园姓公。", f"{first}\n{second}", "公园应当有名录。", third)
    text = write(old, new)
    assert "将第二条第一款、第二款改为第三条，修改为：“市园林局" in text
    assert "将第二条第三款改为第五条，修改为：“古树名木由" in text
    assert body(apply(old, text).text) == body(new)


def test_an_article_is_divided_by_its_paragraphs():
    old = OLD.replace(
        "市园林局主管公园工作。\n街道办事处协助做好公园工作。",
        "市园林局主管公园工作，制定公园建设的计划并组织实施。\n街道办事处协助做好公园工作。\n居民委员会配合开展宣传。",
    )
    new = (
        old.replace("街道办事处协助", "第三条　街道办事处协助")
        .replace("第六条　", "第七条　")
        .replace("第五条　违反本条例第三条", "第六条　违反本条例第四条")
        .replace("第四条　", "第五条　")
        .replace("第三条　公园", "第四条　公园")
    )
    assert "将第二条改为两条，第一款作为第二条；第二款、第三款分别作为第三条第一款、第二款。\n" in write(
        old, new
    )


def test_a_paragraph_is_added_where_the_others_only_change_words():
    old = OLD.replace("市园林局主管公园工作", "市园林局主管公园工作，制定公园发展的规划并组织实施")
    new = old.replace("公园发展的规划", "公园发展规划").replace(
        "街道办事处协助做好公园工作。", "街道办事处依法协助做好公园工作。\n市民可以提出建议。"
    )
    text = write(old, new, share=0.2)
    assert "增加一款，作为第三款：“市民可以提出建议。”" in text
    assert "修改为：“市园林局" not in text


def test_another_width_of_a_mark_is_no_change_of_words():
    new = OLD.replace("下列行为：", "下列行为:").replace("公园内禁止", "公园内不得实施")
    assert written(new, share=0.5) == ["一、将第三条中的“公园内禁止下列行为”修改为“公园内不得实施下列行为”。"]


def test_half_a_term_is_replaced_and_not_deleted():
    old = OLD.replace("责令改正", "责令改正，给予行政处分或者予以通报")
    assert "“给予行政处分”修改为“给予处分”" in write(old, old.replace("行政处分", "处分"))


def test_a_member_that_joins_a_name_is_said_with_it():
    new = OLD.replace("市园林局主管", "市园林局、市水务局主管")
    assert "“市园林局主管公园工作”修改为“市园林局、市水务局主管公园工作”" in write(OLD, new, share=0.9)


def test_a_comma_beside_added_words_goes_without_saying():
    old = OLD.replace("方便市民休息，", "方便市民休息，美化环境，")
    new = old.replace("美化环境，", "保护古树名木，美化环境，")
    assert "在第一条中的“方便市民休息”后增加“保护古树名木”。" in write(old, new, share=0.9)


def test_a_local_congress_leaves_the_number_of_what_changes_by_words_to_the_closing():
    old, new = ordinance(TREES), ordinance("公园姓公。", TREES.replace("普查", "调查"))
    assert "二、将原第二条中的“普查”修改为“调查”。" in write(old, new)
    assert "二、将第二条改为第三条，其中的" in write(old, new, body=NATIONAL)


def test_a_clause_at_the_end_of_a_paragraph_is_added_by_a_local_congress():
    old = OLD.replace("责令改正。", "责令改正，并处五百元以上二千元以下的罚款。")
    new = old.replace("的罚款。", "的罚款；情节严重的，责令停业。")
    assert "“罚款”后增加“；情节严重的，责令停业”。" in write(old, new)


def test_instructions_on_chapters_stand_where_the_chapters_stand():
    new = OLD.replace("第二章　管理", "第二章　保护").replace(
        "为了建设公园，方便市民休息", "为了公园的建设和保护"
    )
    lines = written(new)
    assert [line[:4] for line in lines] == ["一、将第", "二、将第"]
    assert "第二章章名修改为“保护”" in lines[1]


def test_a_new_title_ends_in_a_full_stop():
    assert "一、将名称修改为：“某市城市公园条例”。" in write(OLD, OLD.replace("某市公园", "某市城市公园"))


def test_share_decides_between_words_and_the_whole_unit():
    new = OLD.replace("应当公布公园名录", "应当公布公园名录和开放时间")
    assert "修改为：“市园林局应当" in "".join(written(new, share=0.0))
    assert "公园名录”后增加" in "".join(written(new, share=0.9))


def test_the_frame_says_who_decides_and_when_it_takes_force():
    text = write(
        OLD,
        OLD.replace("营火", "露营"),
        body="某市人大常委会",
        meeting="某市人大常委会第二次会议",
        adopted="2024年5月1日",
        effective="2024年7月1日",
    )
    decision = read(text)
    assert decision.title == "某市人大常委会关于修改《某市公园条例》的决定"
    assert decision.effective == "2024-07-01"
    assert "2024年5月1日" in apply(OLD.replace("条例\n", "条例\n（2010年1月1日通过）\n", 1), text).text


def test_an_amendment_keeps_the_numbers():
    new = OLD.replace("第五条　", "第四条之一　公园应当设置标识。\n第五条　")
    text = write(OLD, new, form="amendment")
    assert text.startswith("某市公园条例修正案\n")
    assert "在第四条后增加一条，作为第四条之一：“公园应当设置标识。”" in text
    assert body(apply(OLD, text).text) == body(new)


def test_an_amendment_that_would_change_numbers_is_refused():
    with pytest.raises(UnusableInput):
        write(
            OLD,
            OLD.replace("第五条　违反本条例第三条规定的，由市园林局责令改正。\n第六条", "第五条"),
            form="amendment",
        )


def test_courts_write_in_their_own_manner():
    old = OLD.replace("某市公园条例", "最高人民法院关于审理公园案件的解释")
    text = write(
        old,
        old.replace("营火", "露营")
        .replace("第二条　市园林局主管公园工作。\n街道办事处协助做好公园工作。\n", "")
        .replace("第三条　", "第二条　")
        .replace("第四条　", "第三条　")
        .replace("第五条　违反本条例第三条", "第四条　违反本条例第二条")
        .replace("第六条　", "第五条　"),
    )
    assert "删除第二条。" in text
    assert "将第三条修改为：" in text
    assert "条文顺序作相应调整。" in text


@pytest.mark.parametrize(
    "new",
    [
        OLD.replace("第二章　管理\n", ""),
        OLD.replace("第二章　管理", "第二章　保护"),
        OLD.replace("第四条", "第三章　名录\n第四条"),
        OLD.replace("某市公园条例", "某市城市公园条例"),
        OLD + "\n附件：公园名录\n人民公园\n",
        OLD.replace("第六条", "第八条"),
        OLD.replace("休息", "“休息”和‘锻炼’"),
        OLD.replace("第四条　市园林局", "第四条　将第三条修改为：市园林局"),
        "某市公园条例\n第一条　全新的文本。\n第二条　自公布之日起施行。\n",
        OLD.replace("第三条　公园内", "第三条〖禁止〗　公园内"),
        OLD.replace("第四条", "第9条"),
    ],
    ids=[
        "chapter gone",
        "chapter renamed",
        "chapter new",
        "title",
        "annex",
        "gap",
        "quotes",
        "trap",
        "all new",
        "caption",
        "digits",
    ],
)
@pytest.mark.filterwarnings("ignore::lawtrack.amend.WritingWarning")
def test_every_kind_of_change_is_proved(new: str):
    done = apply(OLD, write(OLD, new))
    assert done.complete
    assert body(done.text) == body(new)


@settings(max_examples=40)
@given(edited())
def test_a_written_decision_gives_the_new_text_to_the_character(pair):
    done = apply(pair.old, write(pair.old, pair.new))
    assert done.complete
    assert done.text == pair.new


@pytest.mark.filterwarnings("ignore::lawtrack.amend.WritingWarning")
@settings(max_examples=15)
@given(instruments(3, 12), instruments(3, 12))
def test_two_unrelated_texts_are_led_into_each_other(old: str, new: str):
    assume(old != new)
    done = apply(old, write(old, new))
    assert done.complete
    assert body(done.text) == body(new)


@settings(max_examples=20)
@given(edited())
def test_what_is_written_is_read_back_without_a_problem(pair):
    decision = read(write(pair.old, pair.new))
    assert not decision.problems
    assert any(instruction.operations for instruction in decision.instructions)


@pytest.mark.parametrize("nation", ["中华人民共和国", "某某人民共和国"])
def test_the_name_of_a_state_is_quoted_whole(nation):
    old = (
        "某市规定\n第一条　依照《"
        + nation
        + "燃气条例》第一条登记。\n第二条　依照《"
        + nation
        + "燃气条例》第二条缴费。"
    )
    decision = write(old, old.replace("燃气条例", "燃气安全条例"))
    assert f"{nation}燃气条例" in decision or "“国燃气" not in decision
    assert apply(old, decision).text.count("燃气安全条例") == 2
