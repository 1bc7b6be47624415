"""One writer for every kind of file, and what it writes is read back."""

import json

import pytest

from lawtrack.errors import UnusableInput
from lawtrack.formats import read, write_instrument
from lawtrack.formats.instruments.files import WRITERS
from lawtrack.law import parse

LAW = (
    "某市示例条例\n第一章　总则\n第一条　为了健康，制定本条例。\n第二条　下列行为：\n（一）甲；\n（二）乙。\n"
)


@pytest.mark.parametrize("suffix", [suffix for suffix in WRITERS if suffix != ".json"])
def test_every_kind_reads_back_as_the_same_tree(tmp_path, suffix):
    doc = parse(LAW)
    found = read(write_instrument(doc, tmp_path / f"条例{suffix}"))

    assert found.title == doc.title
    assert [(n.eid, n.label, n.lead) for n in found.provisions] == [
        (n.eid, n.label, n.lead) for n in doc.provisions
    ]


def test_json_has_the_shape_of_the_contract(tmp_path):
    doc = parse(LAW)

    assert json.loads(write_instrument(doc, tmp_path / "a.json").read_text(encoding="utf-8")) == doc.to_dict()


def test_an_ending_that_nobody_writes_names_those_that_are(tmp_path):
    with pytest.raises(UnusableInput, match=r"\.docx"):
        write_instrument(parse(LAW), tmp_path / "条例.odp")

    assert list(tmp_path.iterdir()) == []
