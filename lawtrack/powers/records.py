"""A list of powers as the text that git keeps: one item a record of CSV, so that a difference shows item by item."""

from __future__ import annotations

import csv
import io
import json

from lawtrack.errors import InvalidRecord
from lawtrack.powers.model import FIELDS, Power

_HEAD = (*FIELDS, "more")


def write_records(items: tuple[Power, ...]) -> str:
    r"""The items as CSV, the fields of `FIELDS` and `more` as JSON; `read_records` gives them back.

    >>> read_records(write_records((Power("甲，“乙”\n丙", kind="行政处罚", more=(("层级", "市"),)),)))[0].more
    (('层级', '市'),)
    """
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(_HEAD)
    for item in items:
        more = json.dumps(list(map(list, item.more)), ensure_ascii=False) if item.more else ""
        table.writerow([*(getattr(item, name) for name in FIELDS), more])
    return out.getvalue()


def read_records(text: str, file: str = "") -> tuple[Power, ...]:
    """The items that `text` holds. Raises InvalidRecord for a text that `write_records` did not write.

    >>> from lawtrack.powers import Power
    >>> read_records(write_records((Power("养犬登记", kind="行政确认"),)))[0].kind
    '行政确认'
    """
    rows = csv.reader(io.StringIO(text, newline=""))
    if tuple(next(rows, ())) != _HEAD:
        raise InvalidRecord("powers.bad-record", file=file, line=1)
    powers = []
    for row in rows:
        try:
            *said, more = row
            pairs = tuple((str(head), str(words)) for head, words in json.loads(more)) if more else ()
            powers.append(Power(**dict(zip(FIELDS, said, strict=True)), more=pairs))
        except ValueError as problem:
            raise InvalidRecord("powers.bad-record", file=file, line=rows.line_num) from problem
    return tuple(powers)
