"""`drafts/<slug>/draft.yaml`: what a draft is, as a record that people may edit by hand.

Comments, order and fields of others survive our writing (ruamel's round trip); pydantic stands at the boundary and
says file, line and field of what is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import StringIO
from typing import TYPE_CHECKING, Any, Final

from lawtrack.drafts.names import KEBAB
from lawtrack.errors import InvalidRecord

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel, ValidationError
    from ruamel.yaml import YAML

LONGEST_TITLE: Final = 300


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft: its folder's name and what `draft.yaml` says; "" is not known.

    `instrument` is the kind (local-regulation, government-rule), `plan_item` the id of its project in the annual plan,
    `profile` the procedure that it goes through, `notice` what every view of its text has to say beside it.
    """

    slug: str
    title: str
    instrument: str = ""
    jurisdiction: str = ""
    plan_item: str = ""
    profile: str = ""
    action: str = ""
    notice: str = ""


def read_draft(slug: str, text: str) -> Draft:
    r"""The draft that `text`, a draft.yaml, describes. Raises InvalidRecord.

    >>> read_draft("clean-air", "title: 某市大气污染防治条例\nprofile: city-ordinance").profile
    'city-ordinance'
    """
    from pydantic import ValidationError

    file = f"drafts/{slug}/draft.yaml"
    data = read_mapping(text, file)
    try:
        fields = _schema().model_validate(dict(data)).model_dump(include=set(Draft.__dataclass_fields__))
    except ValidationError as error:
        raise _explained(error, file, data) from None
    return Draft(slug=slug, **fields)


def write_draft(draft: Draft) -> str:
    r"""The text of a new draft.yaml; what is not known is left out.

    >>> print(write_draft(Draft("clean-air", "某市大气污染防治条例", instrument="local-regulation")), end="")
    title: 某市大气污染防治条例
    instrument: local-regulation
    """
    fields = (name for name in Draft.__dataclass_fields__ if name != "slug")
    return write_mapping({name: value for name in fields if (value := getattr(draft, name))})


def read_mapping(text: str, file: str) -> Any:
    """The YAML mapping in `text`, with comments and line numbers (ruamel's CommentedMap). Raises InvalidRecord."""
    from ruamel.yaml.comments import CommentedMap
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        data = _yaml().load(text)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise InvalidRecord("store.bad-yaml", file=file, line=line, problem=error.problem or "?") from None
    except (YAMLError, ValueError, RecursionError) as error:
        problem = str(error).partition("\n")[0]
        raise InvalidRecord("store.bad-yaml", file=file, line=1, problem=problem) from None
    if not isinstance(data, CommentedMap):
        raise InvalidRecord("store.no-mapping", file=file)
    return data


def write_mapping(data: Mapping[str, Any]) -> str:
    """`data` as YAML, in the order and with the comments it has."""
    stream = StringIO()
    _yaml().dump(data, stream)
    return stream.getvalue()


def _yaml() -> YAML:
    from ruamel.yaml import YAML

    yaml = YAML(typ="rt")
    yaml.width = 10_000  # a sentence stays on its line
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


@cache
def _schema() -> type[BaseModel]:
    from pydantic import ConfigDict, create_model

    kebab = {"instrument", "plan_item", "profile", "action"}
    optional: dict[str, Any] = {
        name: (_optional_text(kebab=name in kebab), "")
        for name in Draft.__dataclass_fields__
        if name not in {"slug", "title"}
    }
    # other fields stand: a profile, a city or the sample may add its own
    return create_model(
        "DraftRecord", __config__=ConfigDict(extra="ignore"), title=(_title(), ...), **optional
    )


def _title() -> Any:
    from typing import Annotated

    from pydantic import StringConstraints

    return Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TITLE)]


def _optional_text(*, kebab: bool) -> Any:
    from typing import Annotated

    from pydantic import BeforeValidator, StringConstraints

    pattern = f"^(?:{KEBAB.pattern})?$" if kebab else None
    return Annotated[str, StringConstraints(pattern=pattern), BeforeValidator(lambda value: value or "")]


def _explained(error: ValidationError, file: str, data: Any) -> InvalidRecord:
    first = error.errors(include_url=False)[0]
    field = str(first["loc"][0])
    line = data.lc.key(field)[0] + 1 if field in data else 1
    return InvalidRecord("store.bad-field", file=file, line=line, field=field, problem=first["msg"])
