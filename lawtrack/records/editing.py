"""Records that are written back: comments, order and fields of others survive (ruamel's round trip)."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any

from lawtrack.records.problems import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ruamel.yaml import YAML


def read_mapping(text: str, file: str) -> Any:
    r"""The YAML mapping in `text` with its comments, to be changed in place (ruamel's CommentedMap).

    Raises InvalidRecord for whatever `Record.read` refuses.

    >>> read_mapping("title: 某市条例\n", "draft.yaml")
    {'title': '某市条例'}
    """
    Record.read(text, file)
    return _yaml().load(text)


def write_mapping(data: Mapping[str, Any]) -> str:
    """`data` as YAML, in the order and with the comments it has.

    >>> print(write_mapping({"title": "某市条例", "stages": ["一审"]}), end="")
    title: 某市条例
    stages:
      - 一审
    """
    stream = StringIO()
    _yaml().dump(data, stream)
    return stream.getvalue()


def _yaml() -> YAML:
    from ruamel.yaml import YAML

    yaml = YAML(typ="rt")
    yaml.width = 10_000  # a sentence stays on its line
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
