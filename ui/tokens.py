"""The few colours and sizes that every screen is made of."""

from enum import StrEnum

PAGE = "#F6F7F9"
SURFACE = "#FFFFFF"
TEXT = "#1F2328"
SECONDARY = "#57606A"
LINE = "#D0D7DE"
EDGE = "#868F99"  # the border of what can be typed into: 3:1 on its ground
ACCENT = "#1F4E8C"
ACCENT_DARK = "#183D6E"
ACCENT_SOFT = "#E7EEF7"


class Tone(StrEnum):
    """What a notice or a status means; always shown with a word and an icon as well."""

    QUIET = "quiet"
    ACCENT = "accent"
    GOOD = "good"
    ATTENTION = "attention"
    DANGER = "danger"

    @property
    def ink(self) -> str:
        """The colour of words in this tone."""
        return {"quiet": SECONDARY, "accent": ACCENT, "good": "#1A7F37", "attention": "#8A5A00"}.get(
            self, "#B42318"
        )

    @property
    def ground(self) -> str:
        """The soft ground on which the ink of this tone stays readable."""
        return {"quiet": "#EEF1F4", "accent": ACCENT_SOFT, "good": "#EAF6ED", "attention": "#FDF5E3"}.get(
            self, "#FDEEEC"
        )

    @property
    def icon(self) -> str:
        """The picture that says the same without colour."""
        return {"quiet": "dot", "accent": "dot", "good": "check", "attention": "clock"}.get(self, "alert")


class TypeSize(StrEnum):
    """The three type sizes a person may choose."""

    NORMAL = "normal"
    LARGE = "large"
    LARGEST = "largest"

    @property
    def points(self) -> float:
        """The size of ordinary text."""
        return {"normal": 10.5, "large": 12.0}.get(self, 14.0)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two #rrggbb colours as WCAG 2.1 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
