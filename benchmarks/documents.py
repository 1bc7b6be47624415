"""Every kind of document at 1,260 articles: the seconds that its command takes of the processor, starting Python included.

Beside them stands the part that is the document itself: what its writer takes from texts that are compared, merged or
followed already.

    python benchmarks/documents.py [NAME …]

Each is made by the command that an office would type, in a process of its own; what git does for it is counted too. The
ordinance is made up: 20 chapters, 420 articles changed in the second version and all of them in the third, an annex of
40 rows, an opinion on every article. NAME picks the files of which one measures only some. Wanted: at most 2 s each.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from lawtrack.law import article_label, to_chinese

ARTICLES, CHAPTERS, ROWS = 1260, 20, 40
RUNS = 2
"""Runs of each, of which the least is told."""
BODIES = ("市人民政府", "县（市、区）人民政府", "城市管理部门", "生态环境部门", "街道办事处", "物业服务企业")
MATTERS = (
    "园林绿化",
    "停车秩序",
    "户外广告",
    "噪声防治",
    "餐厨垃圾",
    "河道保洁",
    "养犬登记",
    "供热管网",
    "道路照明",
)
DEEDS = (
    "应当制定{}的年度计划并向社会公布",
    "负责{}的组织、协调和监督检查",
    "应当自收到{}的申请之日起{}日内作出决定",
    "对{}中的违法行为可以处{}元以上罚款",
    "应当为{}提供必要的经费保障，并接受审计监督",
)
STAGES = (("一审", "2020-03-02"), ("二审", "2020-06-15"), ("三审", "2020-09-21"))
FORMS = ("征求意见表", "审议意见表", "花脸稿", "草案说明", "修改情况的汇报", "审议结果的报告", "备案报告")
THREE = ("a.txt", "b.txt", "c.txt")
POWERS = "编码,事项名称,类型,实施主体,实施依据\n"
COMMANDS: dict[str, tuple[str, ...]] = {
    "清稿.docx": ("parse", "c.txt"),
    "对照表.docx": ("compare", "a.txt", "b.txt", "--all"),
    "对照表.xlsx": ("compare", "a.txt", "b.txt", "--all"),
    "对照表-只列改动.docx": ("compare", "a.txt", "b.txt", "--changed-only"),
    "对照表-四栏.docx": ("compare", "a.txt", "b.txt", "--all", "--columns", "上位法依据,现行,草案,修改理由"),
    "修订稿.docx": ("compare", "a.txt", "b.txt", "--tracked"),
    "各稿对照.docx": ("concordance", *THREE),
    "各稿对照.xlsx": ("concordance", *THREE),
    "各稿对照-八稿.docx": ("concordance", *THREE, *THREE, "a.txt", "b.txt"),
    "修改决定.docx": ("amend", "write", "a.txt", "b.txt"),
    "决定核对.docx": ("amend", "verify", "a.txt", "decision.txt", "b.txt"),
    "决定核对.xlsx": ("amend", "verify", "a.txt", "decision.txt", "b.txt"),
    "合并情况.docx": ("merge", "a.txt", "b.txt", "c.txt"),
    "职责表.docx": ("duties", "c.txt"),
    "职责表.xlsx": ("duties", "c.txt"),
    "权责清单对照.docx": ("powers", "diff", "city", "2019-06-30", "2020-06-30"),
    "权责清单对照.xlsx": ("powers", "diff", "city", "2019-06-30", "2020-06-30"),
    **{f"{form}.docx": ("document", form, "city") for form in FORMS},
    "采纳情况表.docx": ("opinion", "export", "city"),
    "采纳情况表.xlsx": ("opinion", "export", "city"),
}
"""File → the command that makes it, without -o; a merge writes its table by --report."""


def articles(seed: int) -> list[str]:
    """The words of each article."""
    chance = random.Random(seed)
    said = []
    for _ in range(ARTICLES):
        clauses = [
            f"{chance.choice(BODIES)}{chance.choice(DEEDS).format(chance.choice(MATTERS), chance.randint(2, 90))}"
            for _ in range(chance.randint(2, 5))
        ]
        said.append("；".join(clauses) + "。")
    return said


def changed(words: list[str], every: int) -> list[str]:
    """One article of so many says something more, and something else."""
    return [
        said if at % every else said.replace("应当", "必须", 1).replace("。", f"，期限为{at % 30 + 2}日。")
        for at, said in enumerate(words)
    ]


def laid_out(words: list[str]) -> str:
    """The ordinance of these articles, with chapters and an annex."""
    lines = ["某市城市综合管理条例", "（2020年1月1日某市人民代表大会常务委员会第三次会议通过）"]
    for at, said in enumerate(words):
        if at % (ARTICLES // CHAPTERS) == 0:
            lines.append(f"第{to_chinese(at // (ARTICLES // CHAPTERS) + 1)}章　{MATTERS[at % len(MATTERS)]}")
        lines.append(f"{article_label((at + 1, 0))}　{said}")
    rows = (f"{row}\t{MATTERS[row % len(MATTERS)]}\t{row * 10}元" for row in range(1, ROWS + 1))
    return "\n".join([*lines, "附件：", "收费表", "序号\t事项\t金额", *rows]) + "\n"


WATCHED = """
import sys, time
from lawtrack.formats import writing

known = writing.writer_for


def timed(*asked):
    write = known(*asked)

    def written(*content):
        begin = time.process_time()
        data = write(*content)
        print(f"writer {time.process_time() - begin}", file=sys.stderr)
        return data

    return written


writing.writer_for = timed
from lawtrack.cli import main

sys.exit(main(sys.argv[1:]))
"""
"""A command that says at its end how long the writer of its file took."""


def run(*command: str) -> tuple[float, float]:
    """Seconds of the processor that a command of lawtrack took, with all that it started; those of its longest writer."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    made = subprocess.run(
        [sys.executable, "-c", WATCHED, *command], check=False, capture_output=True, text=True
    )
    if made.returncode not in (0, 1, 3):
        raise SystemExit(f"{' '.join(command)}\n{made.stderr}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    writers = [float(line.split()[1]) for line in made.stderr.splitlines() if line.startswith("writer ")]
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, max(writers, default=0.0)


def fill() -> None:
    """A workspace in the current folder with three versions, their opinions, and two lists of powers."""
    first = articles(16)
    second, third = changed(first, 3), changed(changed(first, 3), 1)
    run("init", ".")
    for name, words, (stage, day) in zip(THREE, (first, second, third), STAGES, strict=True):
        Path(name).write_text(laid_out(words), encoding="utf-8")
        run("import", name, "--draft", "city", "--stage", stage, "--date", day)
    rows = (
        f"{article_label((at, 0))},某局,建议进一步明确{MATTERS[at % 9]}的责任。"
        for at in range(1, ARTICLES + 1)
    )
    Path("said.csv").write_text("条款,单位,意见\n" + "\n".join(rows), encoding="utf-8")
    run("opinion", "import", "city", "said.csv", "--on", "一审", "--kind", "部门和单位")
    for name, every, day in (("old", 1, "2019-06-30"), ("new", 3, "2020-06-30")):
        items = (
            f"A{at},对{MATTERS[at % 9]}第{at}项的检查,检查,{BODIES[(at if at % every else at + 1) % 6]},《某市条例》第三条"
            for at in range(ARTICLES)
        )
        Path(f"{name}.csv").write_text(POWERS + "\n".join(items), encoding="utf-8")
        run("powers", "import", f"{name}.csv", "--list", "city", "--date", day)
    run("amend", "write", "a.txt", "b.txt", "-o", "decision.txt")


def main() -> None:
    """Print the seconds of each file, the slowest last."""
    asked = sys.argv[1:] or list(COMMANDS)
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, "gitconfig")
        config.write_text("[user]\nname = 李娜\nemail = li@example.cn\n", encoding="utf-8")
        os.environ |= {"GIT_CONFIG_GLOBAL": str(config), "LAWTRACK_LANG": "zh"}
        os.chdir(folder)
        fill()
        taken = {}
        for name in asked:
            out = ("-o", "merged.txt", "--report") if COMMANDS[name][0] == "merge" else ("-o",)
            runs = [run(*COMMANDS[name], *out, name) for _ in range(RUNS)]
            taken[name], writer = min(whole for whole, _ in runs), min(own for _, own in runs)
            print(f"{taken[name]:5.2f} s, the document itself {writer:4.2f} s  {name}", flush=True)
    above = [name for name, seconds in taken.items() if seconds > 2]
    print(f"{len(taken)} kinds, {len(above)} above 2 s: {'、'.join(above)}")


if __name__ == "__main__":
    main()
