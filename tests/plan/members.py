"""Random published plans as cities print them, with the projects that they name: lists, tables, running words."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Final, NamedTuple

from lawtrack.law import to_chinese

AIMS: Final = (
    "公共座椅设置 社区花园 街巷照明 河道保洁 老旧围墙改造 自行车停放 便民晾晒架 户外阅报栏 临街橱窗 志愿服务站点 古井保护 "
    "夜市 屋顶绿化 雨水花园 饮水设施"
).split()
UNITS: Final = (
    "市城市管理局 市住房和城乡建设局 市水务局 市司法局 市人大城环委 市园林绿化局 "
    "市文化广电和旅游局 市公安局交警支队"
).split()
VERBS: Final = {
    "制定": "enact",
    "修订": "revise",
    "修改": "amend",
    "修正": "amend",
    "废止": "repeal",
}
BANDS: Final = (
    ("审议项目", "预备审议项目", "调研项目"),
    ("提请市人大常委会审议的地方性法规草案", "调研论证项目", "储备项目"),
    ("正式项目", "预备项目", "调研论证项目"),
    ("继续审议项目", "初次审议项目", "立法调研项目"),
    ("一类项目", "二类项目", "三类项目"),
)


@dataclass(frozen=True)
class Project:
    """What a plan says of one project; "" where it does not say."""

    title: str
    action: str
    unit: str = ""
    month: int = 0
    band: str = ""


def _projects(rng: random.Random, few: int = 2, many: int = 8) -> list[Project]:
    aims = rng.sample(AIMS, rng.randint(few, many))
    place = rng.choice(("某市", "江原市", ""))
    return [
        Project(
            f"{place}{aim}{rng.choice(('条例', '管理条例', '条例', '管理办法', '管理规定', '若干规定'))}",
            rng.choice(list(VERBS)),
            rng.choice(UNITS),
            rng.randint(2, 12),
        )
        for aim in aims
    ]


LIST_NUMBERS: Final = (
    "{n}.",
    "{n}．",
    "{n}、",
    "（{n}）",
    "({n})",
    "{c}",
    "（{z}）",
    "{z}、",
    "",
    "- ",
    "{n}. ",
    "{n} ",
)
MARKS: Final = ("《{t}》", "{t}")
ACTIONS: Final = (
    "{t}（{v}）",
    "{v}{t}",
    "{t}({v})",
    "{t}（{v}）；",
    "{t}（{v}）。",
    "{v}：{t}",
    "{t}　{v}",
    "{t}【{v}】",
    "{t}〔{v}〕",
)
UNITS_SAID: Final = (
    "",
    "（{u}起草）",
    "（起草单位：{u}）",
    "，由{u}起草",
    "　起草单位：{u}",
    "（{u}）",
    "——{u}",
    "，{u}负责起草",
    "（责任单位：{u}）",
    "（{u}牵头起草）",
)
BAND_LINES: Final = (
    "{z}、{b}（{n}件）",
    "{z}、{b}",
    "（{z}）{b}",
    "{b}（{n}件）",
    "{b}：",
    "{z}、{b}（共{n}件）",
    "{z}、{b}{n}件",
    "{z}、{b}{n}项",
    "【{b}】",
    "第{z}类：{b}",
)
HEAD: Final = (
    "某市人大常委会2025年度立法计划",
    "某市2025年地方性法规立法计划",
    "江原市人民政府2025年立法工作计划",
)
NOTES: Final = ("（2025年1月10日某市第五届人大常委会第四十次主任会议通过）", "", "")
ENDS: Final = ("", "以上项目可以根据实际情况适当调整。", "某市人大常委会办公室\n2025年1月15日")


def random_list(seed: int, **fixed: str) -> tuple[str, list[Project], dict[str, str]]:
    """A plan as a list, its projects, and the ways that were drawn."""
    rng = random.Random(seed)
    ways = {
        "number": rng.choice(LIST_NUMBERS),
        "marks": rng.choice(MARKS),
        "action": rng.choice(ACTIONS),
        "unit": rng.choice(UNITS_SAID),
        "band": rng.choice(BAND_LINES),
        "blank": rng.choice(("", "", "\n")),
        "indent": rng.choice(("", "　　", "  ")),
    } | fixed
    if ways["marks"] == "{t}" and ways["number"] == "" and ways["unit"] == "——{u}":
        ways["unit"] = "（{u}起草）"
    if ways["number"] == "{n} " and ways["marks"] == "{t}":
        ways["number"] = "{n}."
    if ways["number"] in ("（{z}）", "{z}、") and ways["band"][1:4] == ways["number"][1:4]:
        ways["band"] = "{b}（{n}件）"
    if ways["number"] == "{z}、":
        ways["band"] = "{b}（{n}件）"
    if ways["number"] == "（{z}）" and ways["band"].startswith("（"):
        ways["band"] = "{z}、{b}（{n}件）"
    projects = _projects(rng)
    bands = rng.choice(BANDS)
    size = -(-len(projects) // len(bands))
    told, lines, running = [], [rng.choice(HEAD), rng.choice(NOTES)], 0
    for at, band in enumerate(bands):
        group = projects[at * size : (at + 1) * size]
        if not group:
            continue
        lines.append(ways["band"].format(z=to_chinese(at + 1), b=band, n=len(group)))
        if rng.random() < 0.5:
            running = 0
        for one in group:
            running += 1
            title = ways["marks"].format(t=one.title)
            words = (
                ways["action"].format(t=title, v=one.action)
                if one.action != "制定" or rng.random() < 0.6
                else title
            )
            number = ways["number"].format(n=running, z=to_chinese(running), c=chr(0x2460 + running - 1))
            words = (
                words.rstrip("；。")
                + ways["unit"].format(u=one.unit)
                + ("；" if words.endswith("；") else "。" if words.endswith("。") else "")
            )
            lines.append(f"{ways['indent']}{number}{words}")
            told.append(Project(one.title, VERBS[one.action], one.unit if ways["unit"] else "", 0, band))
    lines.append(rng.choice(ENDS))
    text = "\n".join(line for line in lines if line) + "\n"
    return text.replace("\n", "\n" + ways["blank"]), told, ways


TITLE_HEADS: Final = (
    "项目名称",
    "法规名称",
    "立法项目",
    "项目",
    "法规项目名称",
    "立法项目名称",
    "名称",
    "法规规章名称",
    "题目",
)
UNIT_HEADS: Final = (
    "起草单位",
    "责任单位",
    "牵头单位",
    "起草部门",
    "牵头起草单位",
    "起草责任单位",
    "承办单位",
    "组织起草单位",
)
ACTION_HEADS: Final = (
    "类别",
    "立法形式",
    "制定/修订/废止",
    "立改废",
    "立法类型",
    "制定或修改",
    "性质",
    "立改废类型",
    "项目类别",
    "方式",
)
TIME_HEADS: Final = (
    "提请审议时间",
    "计划提请时间",
    "拟提请审议时间",
    "提请常委会审议时间",
    "审议时间",
    "上会时间",
    "拟安排审议时间",
)


def random_table(seed: int) -> tuple[list[list[str]], list[Project], dict[str, str]]:
    """A plan as the rows of a table, merged cells repeated; its projects, and the ways that were drawn."""
    rng = random.Random(seed)
    projects = _projects(rng, 3)
    ways = {
        "title": rng.choice(TITLE_HEADS),
        "unit": rng.choice((*UNIT_HEADS, "")),
        "action": rng.choice((*ACTION_HEADS, "ticks", "in title", "bands", "merged")),
        "time": rng.choice((*TIME_HEADS, "")),
        "marks": rng.choice(MARKS),
        "band": rng.choice(("", "row", "column", "merged row", "number row")),
        "number": rng.choice(("序号", "编号", "")),
        "order": rng.choice(("as is", "shuffled")),
    }
    if ways["action"] == "bands":
        ways["band"] = "row"
    columns = [
        name
        for name in ("number", "band column", "title", "action", "unit", "time", "note")
        if _has(ways, name)
    ]
    if ways["order"] == "shuffled":
        middle = columns[1:] if columns[0] == "number" else columns
        rng.shuffle(middle)
        columns = ([columns[0]] if columns[0] == "number" else []) + middle
    ticks = ["制定", "修订", "修改", "修正", "废止"]
    heads: list[str] = []
    for name in columns:
        heads += ticks if name == "action" and ways["action"] == "ticks" else [_head(rng, ways, name)]
    rows = [[rng.choice(HEAD)] * len(heads), heads]
    bands = rng.choice(BANDS)
    if ways["action"] in ("bands", "merged"):
        projects = sorted(projects, key=lambda one: list(VERBS).index(one.action))
    told: list[Project] = []
    last = ""
    for at, one in enumerate(projects):
        band = bands[at * len(bands) // len(projects)] if ways["action"] != "bands" else f"{one.action}项目"
        if band != last and ways["band"] in ("row", "merged row", "number row"):
            label = f"{to_chinese(bands.index(band) + 1)}、" if band in bands else ""
            if ways["band"] == "number row" and columns[0] == "number":
                rows.append([label.strip("、") or "一", *[band] * (len(heads) - 1)])
            else:
                words = f"{label}{band}（{len(projects)}件）" if rng.random() < 0.5 else f"{label}{band}"
                rows.append(
                    [words] * len(heads)
                    if ways["band"] == "merged row"
                    else [words] + [""] * (len(heads) - 1)
                )
        last = band
        row: list[str] = []
        for name in columns:
            row += _cell(rng, ways, name, one, at + 1, band, ticks)
        rows.append(row)
        told.append(
            Project(
                one.title,
                VERBS[one.action],
                one.unit if ways["unit"] else "",
                one.month if ways["time"] else 0,
                band if ways["band"] else "",
            )
        )
    return rows, told, ways


def _has(ways: dict[str, str], name: str) -> bool:
    if name in ("title", "note"):
        return True
    if name == "band column":
        return ways["band"] == "column"
    if name == "action":
        return ways["action"] not in ("in title", "bands")
    return bool(ways[name])


def _head(rng: random.Random, ways: dict[str, str], name: str) -> str:
    if name == "band column":
        return "项目分类"
    if name == "note":
        return "备注"
    head = "立法形式" if name == "action" and ways["action"] == "merged" else ways[name]
    return "\n".join((head[:2], head[2:])) if len(head) > 3 and rng.random() < 0.2 else head


def _cell(
    rng: random.Random, ways: dict[str, str], name: str, one: Project, at: int, band: str, ticks: list[str]
) -> list[str]:
    if name == "number":
        return [str(at)]
    if name == "band column":
        return [band]
    if name == "title":
        title = ways["marks"].format(t=one.title)
        if ways["action"] == "in title" and one.action != "制定":
            title = rng.choice((f"{title}（{one.action}）", f"{one.action}{title}", f"{title}({one.action})"))
        return [title]
    if name == "action":
        if ways["action"] == "ticks":
            return ["√" if one.action == each else "" for each in ticks]
        return [rng.choice((one.action, f"{one.action}", f" {one.action}"))]
    if name == "unit":
        return [one.unit]
    if name == "time":
        return [rng.choice((f"{one.month}月", f"2025年{one.month}月", f"{one.month}月份"))]
    return [""]


OPENERS: Final = (
    "2025年，市人大常委会将",
    "年内，",
    "今年拟",
    "一是",
    "按照计划，常委会今年将",
    "围绕改善民生，",
    "2025年将安排审议项目，其中",
)
PROSE: Final = (
    "{v}《{t}》",
    "{v}《{t}》《{s}》",
    "{v}《{t}》、《{s}》",
    "{v}《{t}》和《{s}》",
    "对《{t}》进行{v}",
    "完成《{t}》的{v}工作",
    "抓好《{t}》《{s}》的{v}",
    "加快《{t}》{v}进程",
    "{v}{t}",
    "{v}{t}、{s}",
    "启动{v}《{t}》",
    "推进《{t}》、《{s}》{v}",
    "做好《{t}》的{v}",
    "适时{v}《{t}》",
    "重点推进《{t}》《{s}》等法规的{v}工作",
    "研究{v}《{t}》",
    "《{t}》列入{v}项目",
)
BETWEEN: Final = ("，", "；", "。", "；适时", "，同时", "。此外，", "，并")
ASIDES: Final = (
    "",
    "去年，常委会审议通过了《某市献血条例》。",
    "开展《某市养犬条例》执法检查。",
    "会议学习了《某省立法条例》。",
    "切实维护群众利益。",
    "记者从市人大常委会获悉，2025年立法计划已经公布。",
)


def random_prose(seed: int) -> tuple[str, list[Project], dict[str, str]]:
    """A plan in running words, its projects, and the ways that were drawn."""
    rng = random.Random(seed)
    projects = _projects(rng, 3, 9)
    told, words, ways = [], rng.choice(ASIDES) + rng.choice(OPENERS), {}
    at = 0
    while at < len(projects):
        shape = rng.choice([shape for shape in PROSE if "{s}" not in shape or at + 1 < len(projects)])
        one = projects[at]
        taken = projects[at : at + (2 if "{s}" in shape else 1)]
        words += shape.format(v=one.action, t=one.title, s=taken[-1].title)
        ways[shape] = one.action
        told += [Project(each.title, VERBS[one.action]) for each in taken]
        at += len(taken)
        words += rng.choice(BETWEEN) if at < len(projects) else "。"
    return words + rng.choice(ASIDES) + "\n", told, ways


HEAD_CLAUSES: Final = (
    "{b}{n}件，分别为{l}",
    "{b}{n}件：{l}",
    "{b}共{n}件，包括{l}",
    "{l}{n}件列为{b}",
    "{l}列为{b}",
    "安排{b}{n}件，即{l}",
    "{b}{n}件，{o}",
)
SAYS_MORE: Final = ("", "", "（{u}起草，{m}月提请审议）", "（{u}，{m}月）", "（{m}月提请审议）")
OFF: Final = (
    "暂缓制定《{t}》",
    "《{t}》推迟到明年审议",
    "取消《{t}》立法项目",
    "今年不再安排修订《{t}》",
    "开展《{t}》执法检查",
    "去年审议通过了《{t}》",
)


def random_report(seed: int) -> tuple[str, list[Project], str]:
    """A plan as a report tells it, by categories with their counts; its projects, and a title that is none of them."""
    rng = random.Random(seed)
    projects = _projects(rng, 3, 9)
    bands = rng.sample(("继续审议项目", "初次审议项目", "预备项目", "调研项目", "储备项目"), 2)
    cut = rng.randint(1, len(projects) - 1)
    told: list[Project] = []
    sentences = [f"2025年共安排立法项目{rng.choice((str(len(projects)), to_chinese(len(projects))))}件"]
    for band, group in zip(bands, (projects[:cut], projects[cut:]), strict=True):
        shape = rng.choice(HEAD_CLAUSES)
        listed, ones = [], []
        for one in group:
            more = rng.choice(SAYS_MORE)
            said = more.format(u=one.unit, m=one.month)
            listed.append(f"《{one.title}》（{one.action}）{said}")
            ones.append(f"《{one.title}》（{one.action}）{said}")
            told.append(
                Project(
                    one.title,
                    VERBS[one.action],
                    one.unit if "{u}" in more else "",
                    one.month if "{m}" in more else 0,
                    band,
                )
            )
        words = rng.choice(("", "、")).join(listed)
        numbered = "，".join(f"{to_chinese(at)}是{one}" for at, one in enumerate(ones, 1))
        sentences.append(shape.format(b=band, n=len(group), l=words, o=numbered))
    aside = "某市旧事条例"
    sentences.insert(rng.randint(1, len(sentences)), rng.choice(OFF).format(t=aside))
    return "。".join(sentences) + "。\n", told, aside


FREE_TITLES: Final = (
    "某市养犬管理条例", "某市数据条例", "某市停车场管理办法", "某市献血条例", "某市燃气管理规定", "某市志愿服务若干规定",
    "某市人民代表大会议事规则", "某市实施〈中华人民共和国工会法〉办法", "某市城市（镇）绿化条例", "某市不动产登记实施细则",
)  # fmt: skip
FREE_UNITS: Final = (
    "市公安局",
    "市住房和城乡建设局",
    "市大数据局、市委网信办",
    "市人大常委会法工委",
    "团市委",
    "市委宣传部（文明办）",
)
FREE_ACTS: Final = {"制定": "enact", "修订": "revise", "修改": "amend", "废止": "repeal"}
FREE_WAYS: Final = (
    "{t}", "《{t}》", "{t}（{v}）", "《{t}》（{v}）", "{v}《{t}》", "{v}{t}", "{t}{v}", "对《{t}》进行{v}", "《{t}》的{v}",
    "{t}（草案）", "《{t}（修订草案）》", "{t}修正案", "继续审议《{t}》", "提请审议《{t}（草案）》的议案", "{t}（{v}项目）",
    "“{t}”（{v}）", "{t}草案（{v}）", "《{t}》（{v}草案）", "拟{v}《{t}》", "《{t}》：{v}", "《{t}》（拟{v}）", "《{t}》——{v}",
    "{v}《{t}（草案）》",
    "{t}（草案）（{v}）", "{t}，{v}", "{t}、{v}", "〔{v}〕{t}", "【{v}】《{t}》", "（{v}）{t}", "{v}　《{t}》",
    "{t}｛{v}｝", "**{t}**（{v}）", "{t}({v})", "{t} [{v}]", "{t}-{v}", "{t}/{v}", "{t}|{v}", "完成《{t}》{v}", "{t}（{v}/初审）",
)  # fmt: skip
FREE_BEHIND: Final = (
    "", "。", "，由{u}起草", "（{u}）", "　{u}　{m}月", "\t{u}\t{m}月", "，{m}月提请审议", "——{u}", "　起草单位：{u}", "  {u}",
    "（{u}起草，{m}月提请市人大常委会审议）", "；责任单位：{u}；完成时限：年底前", "（拟于{m}月一审、12月二审）",
    "，起草单位{u}，{m}月审议", " （{u}负责起草）（{m}月）", "，计划{m}月份提请审议。",
    "……{u}……{m}月", "（{u}；{m}月）", "，{u}，{m}月", "（由{u}牵头起草，计划于{m}月提请一审）",
    "　{m}月　{u}", "/{u}/{m}月", " | {u} | {m}月",
    "。起草单位：{u}。提请时间：{m}月。", "（提案单位：市政府；起草单位：{u}；审议时间：{m}月）",
    "（{u} {m}月）", "［{u}，{m}月］", "（{u}、{m}月）",
    "——{u}，{m}月一审", "；起草：{u}；审议：{m}月",
)  # fmt: skip
FREE_NUMBERS: Final = (
    "{n}.", "{n}、", "{n}．", "（{n}）", "{n})", "（{c}）", "{c}、", "- ", "● ", "○ ", "　　{n}.", "第{n}项 ", "0{n} ", "{n} ", "",
)  # fmt: skip
FREE_CATEGORIES: Final = (
    "一、审议项目（5件）", "二、预备项目", "（一）提请审议的地方性法规", "第一类 年内提请审议", "三、调研论证类",
    "二、提请审议的条例案（2件）",
    "一、 继续审议项目：", "（二） 政府规章项目", "第二类：清理任务",
)  # fmt: skip


class Line(NamedTuple):
    """A line, and what is to come of it; None where the line does not say."""

    words: str
    title: str
    action: str | None
    unit: str | None
    month: int | None


def _drawn(chance: random.Random, number: int, title: str, numbering: str) -> Line:
    """A project in one of the ways in which they are printed."""
    way, behind = chance.choice(FREE_WAYS), chance.choice(FREE_BEHIND)
    verb, unit, month = chance.choice(list(FREE_ACTS)), chance.choice(FREE_UNITS), chance.randint(1, 9)
    words = numbering.format(n=number, c="一二三四五六七"[number - 1])
    words += (way + behind).format(t=title, v=verb, u=unit, m=month)
    fixed = {"修订草案": "revise", "修正案": "amend"}
    action = (
        FREE_ACTS[verb] if "{v}" in way else next((act for said, act in fixed.items() if said in way), None)
    )
    return Line(words, title, action, unit if "{u}" in behind else None, month if "{m}" in behind else None)


def random_free_list(seed: int, member: int) -> tuple[list[Line], str]:
    """Some projects below categories, each line in one of the ways in which they are printed; the text."""
    chance = random.Random(f"{seed} {member}")
    numbering = chance.choice(FREE_NUMBERS)
    lines, text = [], [chance.choice(FREE_CATEGORIES)]
    for number, title in enumerate(chance.sample(FREE_TITLES, chance.randint(2, 6)), 1):
        lines.append(_drawn(chance, number, title, numbering))
        text += [lines[-1].words, *([chance.choice(FREE_CATEGORIES)] if chance.random() < 0.3 else [])]
    return lines, "\n".join(text)


FREE_HEADS: Final = {
    "number": ("序号", "编号", ""),
    "title": (
        "法规名称",
        "项目名称",
        "立法项目",
        "项目",
        "名称",
        "规章名称",
        "法规规章名称",
        "拟制定法规名称",
        "法规草案名称",
        "题目",
    ),
    "unit": (
        "起草单位",
        "责任单位",
        "牵头起草单位",
        "起草部门",
        "牵头单位",
        "起草责任单位",
        "承办单位",
        "主办单位",
    ),
    "action": (
        "立法形式",
        "类型",
        "立法类型",
        "制定/修改",
        "制定、修改或废止",
        "项目性质",
        "备注（制定/修订）",
        "立法性质",
    ),
    "time": (
        "提请审议时间",
        "审议时间",
        "提请时间",
        "拟提请市人大常委会审议时间",
        "上会时间",
        "计划审议月份",
    ),
    "note": ("备注", "说明"),
}


def random_free_table(seed: int, member: int) -> tuple[list[Line], list[list[str]]]:
    """Projects in the rows of a table with some of the columns in any order, categories between them."""
    chance = random.Random(f"{seed} {member}")
    columns = ["number", "title", *chance.sample(["unit", "action", "time", "note"], chance.randint(1, 4))]
    chance.shuffle(columns)
    heads = {column: chance.choice(FREE_HEADS[column]) for column in columns}
    lines, rows = [], [[heads[column] for column in columns]]
    for number, title in enumerate(chance.sample(FREE_TITLES, chance.randint(2, 5)), 1):
        if chance.random() < 0.25:
            rows.append([chance.choice(FREE_CATEGORIES)] * len(columns))
        verb, unit, month = chance.choice(list(FREE_ACTS)), chance.choice(FREE_UNITS), chance.randint(1, 12)
        ways = ("{t}", "《{t}》") if "action" in heads else ("{t}（{v}）", "《{t}》（{v}）", "{v}《{t}》")
        cells = {
            "number": str(number), "title": chance.choice(ways).format(t=title, v=verb), "unit": unit, "action": verb,
            "time": f"{month}月", "note": chance.choice(("", "视情", "上位法已修改")),
        }  # fmt: skip
        rows.append([cells[column] for column in columns])
        told = (FREE_ACTS[verb], unit if "unit" in heads else None, month if "time" in heads else None)
        lines.append(Line(" ".join(rows[-1]), title, *told))
    return lines, rows
