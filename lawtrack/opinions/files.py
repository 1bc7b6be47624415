"""`drafts/<slug>/opinions/<id>.yaml`: one opinion a file, so that two people never collide.

    text: 建议将“协作”修改为“协同”。
    source: 某局
    kind: department
    date: 2020-08-05
    anchor:
      stage: first-reading
      date: 2020-07-30
      eids: [art_3]
      label: 第三条
    answer:
      result: adopted
      date: 2020-08-20

The file's name is the opinion's id. People may edit the files by hand: comments and order survive our writing, and what
is wrong is told with file, line, field and remedy.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from lawtrack.drafts import DRAFTS, KEBAB, LONGEST_SLUG, iso_date, valid_slug
from lawtrack.errors import LawtrackError
from lawtrack.messages import translate
from lawtrack.opinions.model import Anchor, Answer, Opinion
from lawtrack.records import Place, Record, read_mapping, write_mapping

if TYPE_CHECKING:
    from pydantic import TypeAdapter

SUFFIX: Final = ".yaml"
_NOT_IN_FILES: Final = frozenset({"id", "seen", "fresh"})
_LEFT_OUT: Final = {"kind": "other"}
"""What a person may leave out, and what is meant then."""
_DATES: Final[tuple[tuple[str, ...], ...]] = (("date",), ("anchor", "date"), ("answer", "date"))


def opinions_folder(slug: str) -> str:
    """Where a draft's opinions lie in the repository.

    >>> opinions_folder("clean-air")
    'drafts/clean-air/opinions/'
    """
    return f"{DRAFTS}{valid_slug(slug)}/opinions/"


def opinion_path(slug: str, opinion: str) -> str:
    """Where the opinion of that id lies in the repository.

    >>> opinion_path("clean-air", "s7dh1fkn")
    'drafts/clean-air/opinions/s7dh1fkn.yaml'
    """
    return f"{opinions_folder(slug)}{opinion}{SUFFIX}"


def is_opinion_id(name: str) -> bool:
    """Can a file of opinions have that name?

    >>> is_opinion_id("s7dh1fkn"), is_opinion_id("第三条")
    (True, False)
    """
    return len(name) <= LONGEST_SLUG and bool(KEBAB.fullmatch(name))


def read_opinion(slug: str, opinion: str, text: str, seen: str = "") -> Opinion:
    r"""The opinion that the YAML `text` of the file `opinion` holds. Raises InvalidRecord: file, line, field, remedy.

    >>> found = read_opinion("clean-air", "kd2", "text: 建议删去本条。\nanswer: {result: not-adopted}")
    >>> found.text, found.answer.result
    ('建议删去本条。', 'not-adopted')
    """
    record = Record.read(text, opinion_path(slug, opinion), example="text: 建议删去第三条")
    data = _without_nothing(record.data)
    _refuse_others(record, data)
    opinion_ = record.checked(_adapter(), {**data, "id": opinion, "seen": seen})
    if not opinion_.text.strip():
        raise record.refusal(("text",), translate("records.missing-field"))
    return _with_dates(opinion_, record, data)


def write_opinion(opinion: Opinion) -> str:
    """The text of a new file; what is not known is left out.

    >>> from lawtrack.opinions import Opinion
    >>> print(write_opinion(Opinion("s7dh1fkn", "建议删去第三条。")), end="")
    text: 建议删去第三条。
    kind: other
    """
    return write_mapping(_laid_out(as_record(opinion)))


def edit_opinion(slug: str, text: str, opinion: Opinion) -> str:
    r"""`text`, the file of an opinion, brought to what `opinion` says; comments and order of what stays are kept.

    >>> from lawtrack.opinions import Answer
    >>> text = "text: 建议删去本条。  # 电话\n"
    >>> print(edit_opinion("clean-air", text, Opinion("kd2", "建议删去本条。", answer=Answer("adopted"))), end="")
    text: 建议删去本条。  # 电话
    answer:
      result: adopted
    """
    data = read_mapping(text, opinion_path(slug, opinion.id))
    _bring(data, as_record(opinion))
    return write_mapping(data)


def as_record(opinion: Opinion) -> dict[str, Any]:
    """What stands in the file: known fields in their order, nested as there."""
    return {name: value for name, value in _plain(opinion).items() if name not in _NOT_IN_FILES}


@cache
def _adapter() -> TypeAdapter[Opinion]:
    from pydantic import TypeAdapter

    return TypeAdapter(Opinion)


def _without_nothing(value: Any) -> Any:
    """The data of a record without the fields and entries that say nothing."""
    if isinstance(value, dict):
        return {name: _without_nothing(held) for name, held in value.items() if held is not None}
    if isinstance(value, list):
        return tuple(_without_nothing(held) for held in value if held is not None)
    return value


def _refuse_others(record: Record, data: dict[str, Any]) -> None:
    """Raise InvalidRecord for a field that no opinion has: a slip of the pen would be passed over else."""
    holders: tuple[tuple[Place, Any, Any], ...] = (
        ((), data, Opinion),
        (("anchor",), data.get("anchor"), Anchor),
        (("answer",), data.get("answer"), Answer),
    )
    for place, held, holder in holders:
        record.refuse_others(held, holder, place, _NOT_IN_FILES)


def _with_dates(opinion: Opinion, record: Record, data: dict[str, Any]) -> Opinion:
    """The opinion with its dates as ISO 8601 has them."""
    right = {}
    for place in _DATES:
        written: Any = data
        for name in place:
            written = written.get(name, {})
        if written:
            try:
                right[place] = iso_date(written)
            except LawtrackError as error:
                raise record.refusal(place, error.message()) from None
    anchor = replace(opinion.anchor, date=right.get(("anchor", "date"), ""))
    answer = opinion.answer and replace(opinion.answer, date=right.get(("answer", "date"), ""))
    return replace(opinion, date=right.get(("date",), ""), anchor=anchor, answer=answer)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        pairs = ((each.name, _plain(getattr(value, each.name))) for each in fields(value))
        return {name: held for name, held in pairs if held not in ("", (), [], {}, None)}
    return list(value) if isinstance(value, tuple) else value


def _laid_out(record: dict[str, Any]) -> dict[str, Any]:
    """The record as a person would type it: lines of a text below each other, addresses in one line."""
    from ruamel.yaml.comments import CommentedSeq
    from ruamel.yaml.scalarstring import LiteralScalarString

    def laid(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: laid(held) for name, held in value.items()}
        if isinstance(value, list):
            listed = CommentedSeq(value)
            listed.fa.set_flow_style()
            return listed
        return LiteralScalarString(value) if isinstance(value, str) and "\n" in value else value

    return {name: laid(value) for name, value in record.items()}


def _bring(data: Any, wanted: dict[str, Any]) -> None:
    """Change the mapping `data` to what is `wanted`, and only what differs."""
    for name in [name for name in data if name not in wanted]:
        del data[name]
    for name, value in wanted.items():
        there = data.get(name)
        if isinstance(value, dict) and isinstance(there, dict):
            _bring(there, value)
        elif not _says(there, value, name):
            data[name] = _laid_out({name: value})[name]


def _says(there: Any, value: object, name: str) -> bool:
    """Does the file say `value` already, if only by leaving it out?"""
    if there is None:
        return _LEFT_OUT.get(name) == value
    return value == (list(there) if isinstance(value, list) else str(there))
