"""Bodies that took over what others did: an old text says 工商部门 where the new one says 市场监督管理部门."""

from __future__ import annotations

from typing import Final

from lawtrack.patterns import compile_on_use

SUCCESSORS: Final = {
    "工商": "市场监督管理",
    "质量技术": "市场监督管理",
    "食品药品": "市场监督管理",
    "物价": "发展改革、市场监督管理",
    "国土": "自然资源",
    "土地": "自然资源",
    "规划": "自然资源",
    "环境保护": "生态环境",
    "环保": "生态环境",
    "建设": "住房和城乡建设",
    "房产": "住房和城乡建设",
    "房地产": "住房和城乡建设",
    "安监": "应急管理",
    "安全生产": "应急管理",
    "旅游": "文化和旅游",
    "文化": "文化和旅游",
    "劳动": "人力资源和社会保障",
    "人事": "人力资源和社会保障",
    "计划": "发展改革",
    "卫生": "卫生健康",
    "计生": "卫生健康",
    "农业": "农业农村",
    "畜牧": "农业农村",
    "林业": "林业和草原、自然资源",
    "水利": "水务",
    "消防": "消防救援",
    "公安消防": "消防救援",
    "交通": "交通运输",
    "市容": "城市管理",
    "城管": "城市管理综合执法",
    "新闻单位": "广播、电视、报刊、网络等媒体",
}
"""What a body was called, and who does it since the reforms of 2008 to 2018."""
_BODY: Final = compile_on_use(
    f"({'|'.join(sorted(SUCCESSORS, key=len, reverse=True))})(?:行政|监督|管理|主管)*(?:部门|机关|机构|局|委员会|、|和|等)"
)


def with_successors(words: str) -> str:
    r"""Words, and after them the bodies that took over from those they name.

    >>> with_successors("工商部门负责登记。")
    '工商部门负责登记。\n市场监督管理'
    """
    names = {found[1] for found in _BODY.finditer(words)}
    return "\n".join([words, *(SUCCESSORS[name] for name in sorted(names))]) if names else words
