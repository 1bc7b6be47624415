"""`drafts/<slug>/draft.yaml`: what a draft is, as a record that people may edit by hand.

pydantic stands at the boundary; what is wrong is told with file, line, field and remedy.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from lawtrack.drafts.names import KEBAB
from lawtrack.records import Record, write_mapping

if TYPE_CHECKING:
    from pydantic import BaseModel, TypeAdapter

LONGEST_TITLE: Final = 300


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft: its folder's name and what `draft.yaml` says; "" is not known.

    `instrument` is the kind (local-regulation, government-rule), `plan_item` the id of its project in the annual plan,
    `profile` the procedure that it goes through, `notice` what every view of its text has to say beside it.

    >>> Draft("clean-air", "某市清洁空气条例", instrument="local-regulation").title
    '某市清洁空气条例'
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
    record = Record.read(text, f"drafts/{slug}/draft.yaml")
    fields = record.checked(_schema(), record.data).model_dump(include=set(Draft.__dataclass_fields__))
    return Draft(slug=slug, **fields)


def write_draft(draft: Draft) -> str:
    r"""The text of a new draft.yaml; what is not known is left out.

    >>> print(write_draft(Draft("clean-air", "某市大气污染防治条例", instrument="local-regulation")), end="")
    title: 某市大气污染防治条例
    instrument: local-regulation
    """
    fields = (name for name in Draft.__dataclass_fields__ if name != "slug")
    return write_mapping({name: value for name in fields if (value := getattr(draft, name))})


@cache
def _schema() -> TypeAdapter[BaseModel]:
    from pydantic import ConfigDict, TypeAdapter, create_model

    kebab = {"instrument", "plan_item", "profile", "action"}
    optional: dict[str, Any] = {
        name: (_optional_text(kebab=name in kebab), "")
        for name in Draft.__dataclass_fields__
        if name not in {"slug", "title"}
    }
    # other fields stand: a profile, a city or the sample may add its own
    schema: type[BaseModel] = create_model(
        "DraftRecord", __config__=ConfigDict(extra="ignore"), title=(_title(), ...), **optional
    )
    return TypeAdapter(schema)


def _title() -> Any:
    from typing import Annotated

    from pydantic import StringConstraints

    return Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TITLE)]


def _optional_text(*, kebab: bool) -> Any:
    from typing import Annotated

    from pydantic import BeforeValidator, StringConstraints

    pattern = f"^(?:{KEBAB.pattern})?$" if kebab else None
    return Annotated[str, StringConstraints(pattern=pattern), BeforeValidator(lambda value: value or "")]
