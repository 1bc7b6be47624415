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

from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from lawtrack.drafts import DRAFTS, KEBAB, LONGEST_SLUG, iso_date, read_mapping, valid_slug, write_mapping
from lawtrack.errors import InvalidRecord, LawtrackError
from lawtrack.messages import translate
from lawtrack.opinions.model import Anchor, Answer, Opinion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import TypeAdapter

Place = tuple[str | int, ...]
SUFFIX: Final = ".yaml"
_NOT_IN_FILES: Final = frozenset({"id", "seen", "fresh"})
_LEFT_OUT: Final = {"kind": "other"}
"""What a person may leave out, and what is meant then."""
_DATES: Final[tuple[tuple[str, ...], ...]] = (("date",), ("anchor", "date"), ("answer", "date"))


def opinions_folder(slug: str) -> str:
    """Where a draft's opinions lie in the repository."""
    return f"{DRAFTS}{valid_slug(slug)}/opinions/"


def opinion_path(slug: str, opinion: str) -> str:
    """Where the opinion of that id lies in the repository."""
    return f"{opinions_folder(slug)}{opinion}{SUFFIX}"


def is_opinion_id(name: str) -> bool:
    """Can a file of opinions have that name?"""
    return len(name) <= LONGEST_SLUG and bool(KEBAB.fullmatch(name))


def read_opinion(slug: str, opinion: str, text: str, seen: str = "") -> Opinion:
    r"""The opinion that the YAML `text` of the file `opinion` holds. Raises InvalidRecord: file, line, field, remedy.

    >>> found = read_opinion("clean-air", "kd2", "text: 建议删去本条。\nanswer: {result: not-adopted}")
    >>> found.text, found.answer.result
    ('建议删去本条。', 'not-adopted')
    """
    from pydantic import ValidationError

    file = opinion_path(slug, opinion)
    record = Record.read(text, file)
    _refuse_others(record)
    try:
        found = _adapter().validate_python({**record.data, "id": opinion, "seen": seen})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise record.refusal(first["loc"], _problem(first)) from None
    if not found.text.strip():
        raise record.refusal(("text",), translate("opinions.missing-field"))
    return _with_dates(found, record)


def write_opinion(opinion: Opinion) -> str:
    """The text of a new file; what is not known is left out."""
    return write_mapping(_laid_out(as_record(opinion)))


def edit_opinion(slug: str, text: str, opinion: Opinion) -> str:
    """`text`, the file of an opinion, brought to what `opinion` says; comments and order of what stays are kept."""
    data = read_mapping(text, opinion_path(slug, opinion.id))
    _bring(data, as_record(opinion))
    return write_mapping(data)


def as_record(opinion: Opinion) -> dict[str, Any]:
    """What stands in the file: known fields in their order, nested as there."""
    return {name: value for name, value in _plain(opinion).items() if name not in _NOT_IN_FILES}


@dataclass(frozen=True, slots=True)
class Record:
    """A YAML file as plain data (mappings, lists, strings; nothing for null) with the line of each field."""

    file: str
    data: dict[str, Any]
    lines: Mapping[Place, int]

    @classmethod
    def read(cls, text: str, file: str) -> Record:
        """The record in `text`. Raises InvalidRecord for what is no mapping, and for anchors and doubled keys."""
        import yaml

        try:
            node = yaml.compose(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise InvalidRecord("store.bad-yaml", file=file, line=line, problem=error.problem) from None
        except (yaml.YAMLError, RecursionError) as error:
            problem = str(error).partition("\n")[0]
            raise InvalidRecord("store.bad-yaml", file=file, line=1, problem=problem) from None
        lines: dict[Place, int] = {}
        data = _value(node, (), lines, file, set())
        if not isinstance(data, dict):
            raise InvalidRecord("opinions.no-mapping", file=file)
        return cls(file, data, lines)

    def refusal(self, place: Place, problem: str) -> InvalidRecord:
        """The error about the field at `place`, or about what should hold it where it is missing."""
        field = ".".join(map(str, place)) or "-"
        return InvalidRecord(
            "opinions.bad-field", file=self.file, line=self.line(place), field=field, problem=problem
        )

    def line(self, place: Place) -> int:
        """The line (from 1) of the field at `place`, of what should hold it where it is missing."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def _value(node: Any, place: Place, lines: dict[Place, int], file: str, seen: set[int]) -> Any:
    """The data of a YAML node; a node met twice is an alias, which no record needs and a hostile one multiplies."""
    import yaml

    if node is None:
        return None
    line = node.start_mark.line + 1
    lines.setdefault(place, line)
    if id(node) in seen:
        raise InvalidRecord("store.bad-yaml", file=file, line=line, problem=translate("opinions.alias"))
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        return None if node.style is None and node.value in {"", "null", "~"} else node.value
    if isinstance(node, yaml.SequenceNode):
        held = (_value(below, (*place, at), lines, file, seen) for at, below in enumerate(node.value))
        return tuple(value for value in held if value is not None)
    found: dict[str, Any] = {}
    for key, below in node.value:
        name = str(key.value)
        lines[*place, name] = key.start_mark.line + 1
        if name in found:
            problem = translate("opinions.doubled", field=name)
            raise InvalidRecord("store.bad-yaml", file=file, line=key.start_mark.line + 1, problem=problem)
        found[name] = _value(below, (*place, name), lines, file, seen)
    return {name: value for name, value in found.items() if value is not None}


@cache
def _adapter() -> TypeAdapter[Opinion]:
    from pydantic import TypeAdapter

    return TypeAdapter(Opinion)


def _problem(error: Any) -> str:
    """What the schema found, in the language in use."""
    kind = error["type"]
    if kind in {"missing", "missing_argument"}:
        return translate("opinions.missing-field")
    if kind == "literal_error":
        return translate("opinions.one-of", value=error["input"], allowed=error["ctx"]["expected"])
    return translate("opinions.not-text", problem=error["msg"])


def _refuse_others(record: Record) -> None:
    """Raise InvalidRecord for a field that no opinion has: a slip of the pen would be passed over else."""
    holders: tuple[tuple[Place, Any, Any], ...] = (
        ((), record.data, Opinion),
        (("anchor",), record.data.get("anchor"), Anchor),
        (("answer",), record.data.get("answer"), Answer),
    )
    for place, held, holder in holders:
        known = [each.name for each in fields(holder) if each.name not in _NOT_IN_FILES]
        for name in held if isinstance(held, dict) else ():
            if name not in known:
                raise record.refusal(
                    (*place, name), translate("opinions.extra-field", known=", ".join(known))
                )


def _with_dates(opinion: Opinion, record: Record) -> Opinion:
    """The opinion with its dates as ISO 8601 has them."""
    right = {}
    for place in _DATES:
        written: Any = record.data
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
