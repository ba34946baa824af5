"""The initials by which a Chinese name or word is typed: 张三测 is found by zsc, 单 as a surname by s."""

import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice, product

MOST_WAYS = 16  # ways to read one name that are kept: 乐乐长长 would have hundreds
SHORT = 4  # characters of a person's name; what is longer is a firm's and made of ordinary words


def initials(name: str) -> str:
    """The initials of a name as it is usually read; signs are left out, what has no reading stays."""
    return "".join(ways[0] for ways in _as_name(_plain(name)))


@lru_cache(maxsize=4096)
def spellings(name: str) -> tuple[str, ...]:
    """Every way to type a name by initials, the usual one first, at most some."""
    signs = _plain(name)
    # A ledger brings thousands of people's names, and sign by sign they are read from what is known already.
    each = _by_signs(signs) if len(signs) <= SHORT else _as_name(signs)
    ways = islice(product(*each), MOST_WAYS)
    return _once(written for way in ways if (written := "".join(way)))


def reads_as(typed: str, text: str) -> bool:
    """Whether letters are initials or syllables of characters that follow each other anywhere in a text."""
    wanted, signs = _plain(typed), _plain(text)
    return bool(wanted) and any(_begins(wanted, signs[start:]) for start in range(len(signs)))


def begins_as(typed: str, text: str) -> bool:
    """Whether letters are initials or syllables of the first characters of a text."""
    return bool(_plain(typed)) and _begins(_plain(typed), _plain(text))


def sounds_like(one: str, other: str) -> bool:
    """Whether two texts of the same length are spoken alike, sign by sign."""
    pairs = zip(one, other, strict=False)
    return len(one) == len(other) and all(
        a == b or bool(set(_syllables(a)) & set(_syllables(b))) for a, b in pairs
    )


def _begins(wanted: str, signs: str) -> bool:
    """Whether letters spell the first characters, each by as much of its syllable as one likes: hunyjt."""
    if not wanted or not signs:
        return not wanted
    return any(
        wanted.startswith(spelled[:size]) and _begins(wanted[size:], signs[1:])
        for spelled in (signs[0], *_syllables(signs[0]))
        for size in range(1, len(spelled) + 1)
    )


def _plain(text: str) -> str:
    """Letters, digits and Chinese characters, in lower case and half width."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return "".join(sign for sign in folded if sign.isalnum())


def _as_name(name: str) -> list[tuple[str, ...]]:
    """The initials of each character: the surname by the table, the rest as words and by every reading."""
    surname = _surname(name)
    ways = [*_of_surname(surname), *_as_words(name[len(surname) :])]
    open_places = len(name) if len(name) <= SHORT else len(surname)  # a firm may begin with 解放 or 单县
    return [
        _initials((*way, *_syllables(sign)) if place < open_places else way)
        for place, (way, sign) in enumerate(zip(ways, name, strict=True))
    ]


def _by_signs(name: str) -> list[tuple[str, ...]]:
    """The initials of every reading of each character, that of the surname first."""
    borne = _of_surname(_surname(name))
    first = [*borne, *(() for _ in range(len(name) - len(borne)))]
    return [_initials((*way, *_syllables(sign))) for way, sign in zip(first, name, strict=True)]


def _surname(name: str) -> str:
    return next((name[:size] for size in (2, 1) if name[:size] in _surnames()), "")


def _of_surname(surname: str) -> list[tuple[str, ...]]:
    """The syllables of each character of a surname."""
    spelled = [reading.split() for reading in _surnames().get(surname, ())]
    return list(zip(*spelled, strict=True))


def _as_words(text: str) -> Iterator[tuple[str, ...]]:
    """The syllables of each character as the words of a text are read: 重 in 重庆 only as chong."""
    if not text:
        return
    # Not above: the dictionaries take a third of a second, which the start of the program does not have.
    from pypinyin import Style, pinyin  # noqa: PLC0415

    # One by one what it cannot read (its types know no list), or letters in a row come as one.
    for ways in pinyin(text, style=Style.NORMAL, heteronym=True, errors=list):  # type: ignore[arg-type]
        yield tuple(ways)


@cache
def _syllables(sign: str) -> tuple[str, ...]:
    """Every reading of one character without its tone, itself where it has none."""
    return _once(way for ways in (*_of_surname(sign), *_as_words(sign)) for way in ways)


def _initials(readings: Iterable[str]) -> tuple[str, ...]:
    return _once(reading[:1] for reading in readings)


def _once(signs: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(signs))


@cache
def _surnames() -> Mapping[str, tuple[str, ...]]:
    text = files("resources.pinyin").joinpath("surnames.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)["surname"].items()
    return {name: tuple(_toneless(reading) for reading in readings) for name, readings in rows}


def _toneless(reading: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", reading) if not unicodedata.combining(sign))
