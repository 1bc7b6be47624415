"""Raised and lowered digits as the characters that Unicode has for them, so that m² is still m² as plain text."""

from __future__ import annotations

from typing import Final

_PLAIN: Final = "0123456789+-=()−n"
_SCRIPTS: Final = {
    "super": str.maketrans(_PLAIN, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾⁻ⁿ"),
    "sub": str.maketrans(_PLAIN, "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎₋ₙ"),
}


def in_script(words: str, script: str) -> str:
    """`words` in "super" or "sub" script; as they are where Unicode lacks any of them, and for any other `script`.

    >>> in_script("2", "super"), in_script("2", "sub"), in_script("注", "super"), in_script("2", "")
    ('²', '₂', '注', '2')
    """
    table = _SCRIPTS.get(script, {})
    return words.translate(table) if all(ord(char) in table for char in words) else words
