"""The sentences of all forms together, and what the office may make of them."""

from collections.abc import Mapping

from mediator.documents.fonts import missing_glyphs
from mediator.documents.order import forms
from mediator.documents.wording import Wording, checked
from mediator.domain.errors import RuleBroken


def every_wording() -> dict[str, Wording]:
    """Every sentence by its key, form by form."""
    return {one.key: one for form in forms().values() for one in form.wordings.values()}


def own_words(texts: Mapping[str, str]) -> dict[str, str]:
    """The office's words ready to keep: an empty text means the default.

    Words for a sentence that this program does not know are kept as they are: another version may.
    Raises RuleBroken at the field of the key.
    """
    known = every_wording()
    kept = {key: checked(known[key], text) if key in known else text for key, text in texts.items()}
    for key, text in kept.items():
        for char in missing_glyphs(text):
            raise RuleBroken("wording-missing-glyph", field=key, char=char, codepoint=f"U+{ord(char):04X}")
    return {key: text for key, text in kept.items() if text}
