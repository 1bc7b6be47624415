"""`fold`: what two texts must share to say the same, stretch by stretch as by the whole line."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from lawtrack.compare.folding import FOLDS, fold

SIGNS = st.sampled_from("条例零〇○、。，（）“”《》－—１①㎡ｶﾞ　 \n\u0301\ufe00\uac00\u1100\u1161甲")


@given(st.text(SIGNS, max_size=30) | st.text(max_size=30))
def test_the_key_of_a_line_is_the_key_of_its_stretches(text: str) -> None:
    whole = (unicodedata.normalize("NFKC", line.translate(FOLDS)) for line in text.split("\n"))
    assert fold(text) == "".join("".join(line.split()) for line in whole)
