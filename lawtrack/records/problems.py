"""What is wrong with a record, said so that a person can put it right: file, line, field, remedy."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_type_hints

from lawtrack.errors import InvalidRecord
from lawtrack.messages import translate
from lawtrack.records.reading import Place, read_record

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pydantic import TypeAdapter, ValidationError

Problem = tuple[Place, str]
"""Where in the data, and what is wrong with it in words."""

Checked = TypeVar("Checked")

_LIST_TYPES = {"list_type", "tuple_type", "set_type", "frozen_set_type"}
_FIELD_TYPES = {"dict_type", "mapping_type", "dataclass_type", "model_type", "dataclass_exact_type"}


@dataclass(frozen=True, slots=True)
class Record:
    r"""A YAML file of fields as plain data, and the means to say where in the file a field stands.

    >>> record = Record.read("title: 某市条例\nstages:\n  - date: 昨天", "draft.yaml")
    >>> record.data["title"]
    '某市条例'
    >>> print(record.refusal(("stages", 0, "date"), "这不是日期。"))
    draft.yaml 第 3 行，字段 stages[1].date：这不是日期。
    """

    file: str
    text: str
    data: dict[str, Any]

    @classmethod
    def read(cls, text: str, file: str, example: str = "title: 某市条例") -> Record:
        """The record in `text`; `file` is its name for messages. Raises InvalidRecord for what holds no fields."""
        data = read_record(text, file)
        if not isinstance(data, dict):
            raise InvalidRecord("records.no-mapping", file=file, example=example)
        return cls(file, text, data)

    def refusal(self, place: Place, problem: str) -> InvalidRecord:
        """The error about the field at `place`, or about what should hold it where it is missing."""
        return explained((place, problem), self.text, self.file)

    def line(self, place: Place) -> int:
        """The line (from 1) of the field at `place`, of what should hold it where it is missing."""
        return line_of(place, self.text, self.file)

    def refuse_others(
        self, data: object, holder: type, place: Place = (), hidden: Collection[str] = ()
    ) -> None:
        """Raise InvalidRecord for a field of the mapping `data` that the dataclass `holder` has not: a slip of the pen.

        `place` is where `data` stands in the file; fields that are `hidden` stand in no file. What is no mapping is left
        to the schema.
        """
        known = [each.name for each in fields(holder) if each.name not in hidden]
        for name in data if isinstance(data, dict) else ():
            if name not in known:
                raise self.refusal((*place, name), translate("records.extra-field", known=", ".join(known)))

    def checked(
        self, adapter: TypeAdapter[Checked], data: object, known: Collection[str] | type = ()
    ) -> Checked:
        """`data` as what the schema makes of it. Raises InvalidRecord for the first thing that does not fit.

        `known` are the fields that there are, for the message about another one (`first_problem`).
        """
        from pydantic import ValidationError

        try:
            return adapter.validate_python(data)
        except ValidationError as error:
            raise explained(first_problem(error, known), self.text, self.file) from None


def first_problem(error: ValidationError, known: Collection[str] | type = (), hidden: str = "") -> Problem:
    """The first thing that the schema found, in the language in use.

    `known` are the fields that there are, or the dataclass that the record becomes: then those of the dataclass that
    holds the wrong field are named, without `hidden`, which is no field of the file.

    >>> from pydantic import TypeAdapter, ValidationError
    >>> try:
    ...     TypeAdapter(dict[str, int]).validate_python({"year": "二〇二〇"})
    ... except ValidationError as error:
    ...     first_problem(error)
    (('year',), '“二〇二〇”应当是整数。')
    """
    first = error.errors(include_url=False)[0]
    place = first["loc"]
    names = _fields_at(known, place) if isinstance(known, type) else known
    there = [name for name in names if name != hidden]
    return place, _in_words(first["type"], first["input"], first.get("ctx", {}), there)


def _fields_at(schema: Any, place: Place) -> tuple[str, ...]:
    """The fields of what holds the field at `place`; a step that is no field is the number or key of an entry."""
    for step in place[:-1]:
        hint = get_type_hints(schema).get(str(step))
        schema = next(_dataclasses(hint), schema)
    return tuple(each.name for each in fields(schema))


def _dataclasses(hint: Any) -> Iterator[Any]:
    """The dataclasses that a type is made of: `Item` of `tuple[Item, ...]`, `Source` of `dict[str, Source]`."""
    if is_dataclass(hint):
        yield hint
    for part in get_args(hint):
        yield from _dataclasses(part)


def _in_words(kind: str, value: object, context: dict[str, Any], known: Collection[str]) -> str:
    """One of pydantic's findings as a sentence of ours: its own are English, and name its types."""
    if kind in {"missing", "missing_argument"}:
        return translate("records.missing-field")
    if kind in {"extra_forbidden", "unexpected_keyword_argument"}:
        return translate("records.extra-field", known=", ".join(known) or "–")
    if kind == "literal_error":
        allowed = str(context["expected"]).replace("'", "").replace(" or ", ", ")
        return translate("records.one-of", value=value, allowed=allowed)
    if kind == "value_error":
        return str(context["error"])
    if kind == "string_type" and value is None:
        return translate("records.empty")
    if kind == "string_too_long":
        return translate("records.too-long", longest=context["max_length"])
    codes = {
        "string_type": "not-text",
        "string_too_short": "empty",
        "string_pattern_mismatch": "not-kebab",
        **dict.fromkeys(_LIST_TYPES, "not-list"),
        **dict.fromkeys(_FIELD_TYPES, "not-fields"),
        **dict.fromkeys(("int_type", "int_parsing", "int_from_float"), "not-number"),
        **dict.fromkeys(("bool_type", "bool_parsing"), "not-yes-no"),
    }
    return translate(f"records.{codes.get(kind, 'wrong-value')}", value=value)


def explained(problem: Problem, text: str, name: str) -> InvalidRecord:
    r"""The error with the line of the field in `text`; of what should hold it, where the field is missing.

    >>> print(explained((("items", 0, "title"), "这里要写文字"), "year: 2020\nitems:\n- title: [甲]\n", "plan.yaml"))
    plan.yaml 第 3 行，字段 items[1].title：这里要写文字
    """
    place, words = problem
    field = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in place).lstrip(".")
    return InvalidRecord(
        "records.invalid", file=name, line=line_of(place, text, name), field=field or "-", problem=words
    )


def line_of(place: Place, text: str, name: str) -> int:
    """The line in `text` (from 1) of the field at `place`, of what should hold it where it is missing."""
    lines: dict[Place, int] = {}
    read_record(text, name, lines)
    while place and place not in lines:
        place = place[:-1]
    return lines.get(place, 1)
