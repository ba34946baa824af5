"""Money is a whole number of 分: read from what people type, written in figures and in words."""

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal

from mediator.domain.errors import RuleBroken

LARGEST_FEN = 10**14 - 1  # one 分 below a 万亿 元: more is a slip of the hand

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_FIGURE = re.compile(r"(?P<sign>-?)(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<part>\d*))?(?P<unit>万?)元?")


def parse_yuan(text: str) -> int:
    """Read an amount in 元 (1,234.5 · ¥20000 · 3万元) as whole 分; raises RuleBroken "amount-…"."""
    written = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).replace("圆", "元")
    written = written.removeprefix("人民币").removeprefix("¥").replace("−", "-")
    found = _FIGURE.fullmatch(written)
    if found is None:
        raise RuleBroken("amount-not-understood", text=text)
    if found["sign"]:
        raise RuleBroken("amount-negative", text=text)
    figure = f"{found['whole'].replace(',', '')}.{found['part'] or '0'}"
    fen = Decimal(figure) * (1_000_000 if found["unit"] else 100)
    if fen != fen.to_integral_value():
        raise RuleBroken("amount-decimals", text=text)
    if fen > LARGEST_FEN:
        raise RuleBroken("amount-too-large", text=text)
    return int(fen)


def format_yuan(fen: int) -> str:
    """Write 分 as 元 in figures: 1001005 → 10,010.05."""
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // 100:,}.{abs(fen) % 100:02d}"


def wan(fen: int) -> Decimal:
    """The amount in 万元, two decimals, half up, as returns print it."""
    return (Decimal(fen) / 1_000_000).quantize(Decimal("0.01"), ROUND_HALF_UP)


def in_words(fen: int) -> str:
    """Write an amount as cheques and agreements do: 1001005 → 壹万零壹拾元零伍分.

    支付结算办法 annex 1: 整 stands after 元 only; a nought before 分, and one at the end of the 元 before 角,
    is written as 零 (the annex's first spelling of 1,680.32 and of 107,000.53).
    """
    if fen < 0:
        raise RuleBroken("amount-negative")
    if fen > LARGEST_FEN:
        raise RuleBroken("amount-too-large")
    yuan, rest = divmod(fen, 100)
    if not fen:
        return "零元整"
    words = f"{_whole(yuan)}元" if yuan else ""
    return words + (_small_change(yuan, rest) if rest else "整")


def _small_change(yuan: int, rest: int) -> str:
    jiao, fen = divmod(rest, 10)
    nought = "零" if yuan and (not jiao or yuan % 10 == 0) else ""
    words = f"{_DIGITS[jiao]}角" if jiao else ""
    return nought + words + (f"{_DIGITS[fen]}分" if fen else "")


def _whole(number: int) -> str:
    """Whole numbers in words, split at 亿 and 万; a gap below the split is one 零."""
    for size, unit in ((10**8, "亿"), (10**4, "万")):
        if number >= size:
            high, low = divmod(number, size)
            gap = "零" if 0 < low < size // 10 else ""
            return _whole(high) + unit + gap + (_whole(low) if low else "")
    return _thousands(number)


def _thousands(number: int) -> str:
    figures = str(number)
    words = "".join(
        "零" if sign == "0" else _DIGITS[int(sign)] + _PLACES[len(figures) - 1 - place]
        for place, sign in enumerate(figures)
    )
    return re.sub("零+", "零", words).rstrip("零")
