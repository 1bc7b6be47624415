"""The language of a widget, as a trait."""

from __future__ import annotations

from typing import Any

import traitlets

from lawtrack.messages import Language, checked_language


class LanguageTrait(traitlets.TraitType[Language, str]):
    """A language that the catalogue has; another is a ValueError that says in the language in use which there are.

    >>> class Widget(traitlets.HasTraits):
    ...     lang = LanguageTrait("zh")
    >>> Widget(lang="en").lang
    'en'
    >>> Widget(lang="fr")
    Traceback (most recent call last):
    ValueError: 没有“fr”这种语言。可用：zh、en。
    """

    def validate(self, _widget: Any, value: Any) -> Language:
        """The value, if it is a language."""
        return checked_language(value)
