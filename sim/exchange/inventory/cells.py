"""Cells of inventories: volumes and degrees as people write them."""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import normalize

from sim.errors import InputError
from sim.load.kinds.numbers import Quantity
from sim.load.reading import Spot
from sim.load.table_form import DASHES, is_bare
from sim.message import Message
from sim.units import Dimension

NOTHING = DASHES | {
    "无", "暂无", "不详", "未知", "待定", "待核实", "待核", "待查", "none", "n/a", "unknown", "tbd", "?",
}  # fmt: skip
"""What stands in a cell of which nobody knows more."""
VOLUME = Quantity(Dimension.VOLUME)
_ABOUT = re.compile(r"^(约为?|大约|大概|近|≈|~|ca\.?|approx\.?|approximately|about)\s*|\s*(左右|上下)$", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<=\d)[, ](?=\d{3}(?!\d))")
_RANGE = re.compile(r"\d\s*(?:[~\-–—―至到]|to)+\s*\d")
_COUNT = r"(\d{1,3})\s*(?:座|个|格|只|台|处)?"
_TIMES = r"\s*[×xX*✕╳]\s*"
_FIRST = re.compile(rf"{_COUNT}{_TIMES}(.+)")
_LAST = re.compile(rf"(.+?){_TIMES}{_COUNT}")
_DEGREES = re.compile(
    r"(?P<front>[EWNS东西北南])?[经纬]?\s*(?P<d>\d{1,3}(?:\.\d+)?)\s*(?:[°度˚º]\s*"
    r"(?:(?P<m>\d{1,2}(?:\.\d+)?)\s*[′'’分]\s*(?:(?P<s>\d{1,2}(?:\.\d+)?)\s*(?:′′|''|’’|[″\"”秒])?)?)?)?"
    r"\s*(?P<back>[EWNS])?", re.IGNORECASE,
)  # fmt: skip
DIGITS = 7
"""Decimals of a degree that are kept: a centimetre."""


class Volume(NamedTuple):
    """A volume, and what had to be made of its cell to read it."""

    m3: float
    is_about: bool = False
    """Written as about so much."""
    pieces: int = 1
    """How many of equal size it is of."""
    unit_is_guessed: bool = False
    """A bare number below a head without a unit, taken for m3."""
    has_thousands: bool = False
    """A comma or a blank in it was read as one between thousands."""


def is_nothing(text: str) -> bool:
    """Whether a cell says nothing.

    >>> is_nothing("/"), is_nothing("待核实"), is_nothing("0")
    (True, True, False)
    """
    return not text or normalize("NFKC", text).strip().lower() in NOTHING


def volume(text: str, unit: str = "") -> Volume:
    """The volume that a cell says, under a head with a unit.

    >>> volume("约5000", "m3")[:3], volume("14.7万m3").m3, volume("4.0万方").m3, volume("890", "万立方米").m3
    ((5000.0, True, 1), 147000.0, 40000.0, 8900000.0)
    >>> volume("2×1000m3")[:3], volume("3,000")[-2:], volume("1.2万", "m3").m3
    ((2000.0, False, 2), (True, True), 12000.0)

    Raises:
        InputError: it is no volume; says what would be right.
        UnitError: the same.
    """
    plain = normalize("NFKC", text).strip()
    bare = _ABOUT.sub("", plain)
    if _RANGE.search(bare):
        raise InputError(Message("{text!r} is a range; write one volume, of which somebody is sure", text=text))
    joined = _THOUSANDS.sub("", bare)
    one, count = _taken_apart(joined)
    unit_is_guessed = not unit and (is_bare(one) or _in_ten_thousands(one))
    m3 = VOLUME.parse(_with_unit(one, unit or "m3"), Spot.nowhere())
    return Volume(m3 * count, bare != plain, count, unit_is_guessed, joined != bare)


def _taken_apart(text: str) -> tuple[str, int]:
    """The volume of one, and how many there are."""
    if (found := _FIRST.fullmatch(text)) is not None:
        return found[2], int(found[1])
    if (found := _LAST.fullmatch(text)) is not None:
        return found[1], int(found[2])
    return text, 1


def _in_ten_thousands(text: str) -> bool:
    return text.endswith("万") and is_bare(text[:-1].strip())


def _with_unit(text: str, unit: str) -> str:
    """A bare number with the unit of its head; 万 before the unit counts once."""
    if _in_ten_thousands(text):
        return f"{text}{unit.removeprefix('万')}"
    return f"{text} {unit}" if is_bare(text) else text


def degrees(text: str, most: int) -> float:
    """The degrees that a cell says, of at most so many: 180 of longitude, 90 of latitude.

    >>> degrees("120°05′12″", 180), degrees("31度55分40秒", 90), degrees("E107.05", 180), degrees("29.8°S", 90)
    (120.0866667, 31.9277778, 107.05, -29.8)

    Raises:
        InputError: it is none.
    """
    plain = normalize("NFKC", text).strip()
    found = _DEGREES.fullmatch(plain)
    if found is None:
        raise InputError(Message("{text!r} is no degrees; write 120.0867 or 120°05′12″", text=text))
    minutes, seconds = float(found["m"] or 0), float(found["s"] or 0)
    value = float(found["d"]) + minutes / 60 + seconds / 3600
    if value > most or minutes >= 60 or seconds >= 60:
        raise InputError(Message("{text!r} is beyond {most} degrees, or its minutes or seconds are 60 or more",
                                 text=text, most=most))  # fmt: skip
    is_negative = (found["front"] or found["back"] or "").upper() in {"W", "S", "西", "南"}
    return round(-value if is_negative else value, DIGITS)
