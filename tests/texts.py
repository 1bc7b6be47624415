"""Two texts of one draft, and who wrote them."""

from lawtrack.store import Author

DRAFTER = Author("王小明", "wang@example.cn")

FIRST = """某市控制吸烟条例

第一章　总则

第一条　为了预防烟草烟雾的危害，制定本条例。

第二条　市人民政府负责控制吸烟工作。
有下列情形之一的，应当处理：
（一）在室内吸烟；
（二）在公共交通工具内吸烟。

第三条　下列词语的含义：
（一）室内，是指有顶部遮蔽的空间；
（二）吸烟，是指持有点燃的烟草制品。

第四条　本条例自2020年12月1日起施行。
"""
SECOND = (
    FIRST.replace("第四条", "第五条")
    .replace("第三条", "第四条")
    .replace("第二条　市", "第二条　本市室内公共场所禁止吸烟。\n\n第三条　市、县（市、区）")
)
