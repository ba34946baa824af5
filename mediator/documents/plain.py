"""What people type or paste, made harmless for paper: every value is literal text."""

import re
import unicodedata
from typing import Final

# Variation selectors choose among shapes that the bundled faces do not have; the base character is printed.
_SELECTORS: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_LINE_ENDS: Final = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_MARKERS: Final = frozenset({"Cc", "Cf", "Cs"})


def plain(text: str) -> str:
    """Keep what can be seen: line ends become `\\n`, tabs and odd spaces a space, invisible marks go."""
    if text.isalnum():
        return text
    text = _LINE_ENDS.sub("\n", _joined(text))
    return "".join(filter(None, map(_visible, _SELECTORS.sub("", text))))


def one_line(text: str) -> str:
    """Make a text fit for a place that has one line, such as a header."""
    return plain(text).replace("\n", " ")


def _joined(text: str) -> str:
    """Join the two halves of a character that came as a surrogate pair and drop lone halves."""
    if not _SURROGATES.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def _visible(char: str) -> str:
    if char in "\n\u3000":
        return char
    category = unicodedata.category(char)
    if char == "\t" or category == "Zs":
        return " "
    return "" if category in _MARKERS else char
