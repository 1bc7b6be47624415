"""Edits of a plan's YAML that leave everything else as it was typed: comments, order, quotes, indentation.

Each edit takes the text of the file and gives the new text, checked against the schema and `profiles` (the shipped
ones); what it does not concern stays as it is. Changes of the plan can only be added, never altered: the plan's own
history is append-only.
"""

from __future__ import annotations

import io
import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from lawtrack.errors import Conflict, InvalidRecord, NotFound
from lawtrack.plan.loading import plain, read_plan
from lawtrack.plan.model import Name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ruamel.yaml import YAML

    from lawtrack.plan.model import Change, Item, Milestone, PlanData
    from lawtrack.plan.procedure import Library

_LISTS: Final = ("milestones", "targets", "tasks", "names")
_OWN_FIELDS: Final = (
    "title", "instrument", "action", "category", "profile", "draft", "continues", "sponsor", "drafting_unit",
    "review_unit", "committee", "contact", "source", "note",
)  # fmt: skip
_INDENTED_LIST: Final = re.compile(r"^items:[^\n]*\n(?:[ ]*(?:#[^\n]*)?\n)*( *)- ", re.MULTILINE)


def add_item(text: str, item: Item, profiles: Library | None = None) -> str:
    r"""`text` with one item more at the end. Raises Conflict where its id is taken, InvalidRecord where it breaks rules.

    >>> from lawtrack.plan import Item
    >>> item = Item("air", "某市清洁空气条例", "local-regulation", "enact")
    >>> print(add_item("year: 2020\ntitle: 计划\njurisdiction: 昆明市\n", item), end="")
    year: 2020
    title: 计划
    jurisdiction: 昆明市
    items:
      - id: air
        title: 某市清洁空气条例
        instrument: local-regulation
        action: enact
    """
    if item.id in read_plan(text, profiles=profiles).by_id:
        raise Conflict("plan.twice", item=item.id)
    return _edited(text, lambda data: _list(data, "items").append(_block(item)), profiles)


def add_milestone(text: str, item_id: str, milestone: Milestone, profiles: Library | None = None) -> str:
    r"""`text` with one milestone more under the item, after those that are there.

    Raises NotFound for an item that there is not, InvalidRecord where the plan breaks rules with it or before.

    >>> from lawtrack.plan import Item, Milestone, VagueDate
    >>> item = Item("air", "某市清洁空气条例", "local-regulation", "enact")
    >>> text = add_item("year: 2020\ntitle: 计划\njurisdiction: 昆明市\n", item)
    >>> text = add_milestone(text, "air", Milestone("first-reading", VagueDate.parse("2020-08")))
    >>> text.splitlines()[-1]
    '      - {stage: first-reading, date: 2020-08}'
    """
    entry = _flow(plain(milestone))
    return _edited(text, lambda data: _list(_item(data, item_id), "milestones").append(entry), profiles)


def add_change(text: str, change: Change, profiles: Library | None = None) -> str:
    r"""`text` with one change of the plan more, at the end.

    Raises Conflict where it is older than the last one, NotFound for an item to rename that there is not, InvalidRecord
    where the plan breaks rules with it or before.

    A rename also gives the item its new title, and puts the old one among its names.

    >>> from lawtrack.plan import Change, Item, VagueDate
    >>> item = Item("air", "某市清洁空气条例", "local-regulation", "enact")
    >>> text = add_item("year: 2020\ntitle: 计划\njurisdiction: 昆明市\n", item)
    >>> add_change(text, Change(VagueDate.parse("2020-06"), "air", "removed")).splitlines()[-1]
    '  - {date: 2020-06, item: air, kind: removed}'
    """
    made = read_plan(text, profiles=profiles).changes
    if made and change.date.certainly_before(made[-1].date):
        raise Conflict("plan.older-change", date=change.date, last=made[-1].date)

    def enter(data: Any) -> None:
        if change.kind == "renamed" and change.title:
            _rename(_item(data, change.item), change.title)
        _list(data, "changes").append(_flow(plain(change)))

    return _edited(text, enter, profiles)


def set_fields(
    text: str, item_id: str, fields: Mapping[str, str | None], profiles: Library | None = None
) -> str:
    r"""`text` with those fields of the item set, or taken out where None.

    Raises NotFound for an item or a field that there is not, InvalidRecord for a value of several lines and where the plan
    breaks rules.

    >>> from lawtrack.plan import Item
    >>> item = Item("air", "某市清洁空气条例", "local-regulation", "enact")
    >>> text = add_item("year: 2020\ntitle: 计划\njurisdiction: 昆明市\n", item)
    >>> set_fields(text, "air", {"contact": "张三"}).splitlines()[-1]
    '    contact: 张三'
    """

    def change(data: Any) -> None:
        item = _item(data, item_id)
        for name, value in fields.items():
            if name not in _OWN_FIELDS:
                raise NotFound("plan.no-field", field=name, known=", ".join(_OWN_FIELDS))
            if value is None:
                item.pop(name, None)
            elif name in item:
                item[name] = _scalar(value)
            else:
                item.insert(_before_lists(item), name, _scalar(value))

    return _edited(text, change, profiles)


def new_plan(plan: PlanData) -> str:
    """A plan that was made in memory (an import) as the text of a file. Raises InvalidRecord for words of several lines.

    >>> from lawtrack.plan import Plan
    >>> print(new_plan(Plan.read("{year: 2020, title: 计划, jurisdiction: 昆明市}")), end="")
    year: 2020
    title: 计划
    jurisdiction: 昆明市
    records: office
    items: []
    """
    from ruamel.yaml.comments import CommentedMap

    data = CommentedMap({name: value for name, value in plain(plan).items() if name != "items"})
    data["items"] = [_block(item) for item in plan.items]
    return _written(_yaml(""), data)


def _edited(text: str, change: Callable[[Any], None], profiles: Library | None) -> str:
    """`text` after `change` was applied to its data, in the file's own indentation and line ends, and valid."""
    read_plan(text, profiles=profiles)
    yaml = _yaml(text)
    data = yaml.load(text)
    change(data)
    new = _written(yaml, data)
    read_plan(new, profiles=profiles)
    return new.replace("\n", "\r\n") if "\r\n" in text else new


def _yaml(text: str) -> YAML:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 100_000
    listed = _INDENTED_LIST.search(text)
    offset = len(listed[1]) if listed else 2
    yaml.indent(mapping=2, sequence=offset + 2, offset=offset)
    return yaml


def _written(yaml: YAML, data: Any) -> str:
    out = io.StringIO()
    yaml.dump(data, out)
    return out.getvalue()


def _item(data: Any, item_id: str) -> Any:
    for item in data.get("items") or ():
        if item["id"] == item_id:
            return item
    raise NotFound(
        "plan.no-item", item=item_id, known=", ".join(item["id"] for item in data.get("items") or ())
    )


def _rename(item: Any, title: str) -> None:
    old = str(item["title"])
    if old not in {name["title"] for name in item.get("names") or ()}:
        _list(item, "names").append(_flow(plain(Name(old))))
    item["title"] = _scalar(title)


def _list(holder: Any, name: str) -> Any:
    """The list of that name, made where it is missing or an empty `[]`, in block form."""
    from ruamel.yaml.comments import CommentedSeq

    if not holder.get(name):
        holder[name] = CommentedSeq()
    listed = holder[name]
    if listed.fa.flow_style():
        listed.fa.set_block_style()
    return listed


def _flow(entry: Mapping[str, Any]) -> Any:
    """One entry on one line, as the sample has them."""
    from ruamel.yaml.comments import CommentedMap

    made = CommentedMap({name: _scalar(value) for name, value in entry.items()})
    made.fa.set_flow_style()
    return made


def _block(item: Item) -> Any:
    """An item with its fields below each other, its lists an entry a line."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    return CommentedMap(
        {
            name: CommentedSeq(map(_flow, value)) if name in _LISTS else _scalar(value)
            for name, value in plain(item).items()
        }
    )


def _scalar(value: Any) -> Any:
    """Days unquoted like typed ones, everything else as YAML must write it to stay text."""
    if not isinstance(value, str):
        return value
    if "\n" in value or "\r" in value:
        raise InvalidRecord("plan.one-line", text=value)
    return date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else value


def _before_lists(item: Any) -> int:
    """Where a new field goes: before the lists of the item."""
    names = list(item)
    return next((place for place, name in enumerate(names) if name in _LISTS), len(names))
