"""People's units to SI and back; the only place that knows 60 and 3600.

Inside the program every volume is in m3, every flow in m3/s, every time in s, every length in
m, every area in m2, every speed in m/s, every return period in years, every frequency per year and
every share between 0 and 1. Outside, a quantity is text with its unit: `14.7 万m3`, `450 L/s`, `1 h 30 min`,
`1.68 ha`, `35 %`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from math import isfinite
from unicodedata import normalize

from sim.message import Instead, Listed, Message, a

SECONDS_A_MINUTE = 60
SECONDS_AN_HOUR = 3600
SECONDS_A_DAY = 86400
HECTARE_M2 = 10**4
FOOT_M = Fraction(3048, 10**4)
"""The international foot, exactly; the survey foot is no longer one."""
INCH_M = FOOT_M / 12
ACRE_M2 = 43560 * FOOT_M**2
GALLON_M3 = 231 * INCH_M**3
"""The gallon of the United States, 231 cubic inches; the imperial one is a fifth larger and is not read."""
BARREL_M3 = 42 * GALLON_M3
"""Of oil."""


class UnitError(ValueError):
    """A text is not the quantity it should be; the message says what would be right.

    Whoever knows where the text stands makes an `InputError` of it.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class Dimension(StrEnum):
    """What a quantity measures."""

    VOLUME = "volume"
    FLOW = "flow"
    TIME = "time"
    LENGTH = "length"
    AREA = "area"
    SPEED = "speed"
    SHARE = "share"
    PERIOD = "return-period"
    CONCENTRATION = "concentration"
    DENSITY = "density"
    DISPERSION = "dispersion"
    FREQUENCY = "frequency"

    @property
    def si(self) -> str:
        """The unit it has inside the program."""
        return _SI[self]

    @property
    def called(self) -> str:
        """What messages call it."""
        return self.replace("-", " ")

    @property
    def example(self) -> str:
        """A quantity of this sort, for messages."""
        return _EXAMPLES[self]

    @property
    def unit(self) -> str:
        """The unit of examples."""
        return self.usual[0]

    @property
    def usual(self) -> tuple[str, ...]:
        """The units to choose from for somebody who wrote none, or one that is not known."""
        return _USUAL[self]


_SI = dict(zip(Dimension, ("m3", "m3/s", "s", "m", "m2", "m/s", "-", "a", "kg/m3", "kg/m3", "m2/s",
                           "1/a"), strict=True))
_USUAL = dict(zip(Dimension, (
    ("m3", "万m3", "L"), ("m3/h", "m3/s", "L/s"), ("min", "h", "d"), ("m", "cm", "mm"), ("m2", "ha", "km2"),
    ("m/s", "km/h", "mm/h"), ("%", "‰"), ("a", "years"), ("mg/L", "g/L"), ("kg/m3", "g/cm3"), ("m2/s", "m2/h"),
    ("/a", "/year"),
), strict=True))  # fmt: skip

_EXAMPLES = dict(zip(Dimension, (
    "500 m3", "450 L/s", "30 min", "1.5 m", "1.68 ha", "1.2 m/s", "35 %", "2 a", "0.5 mg/L", "905 kg/m3", "8.5 m2/s",
    "1e-4 /a",
), strict=True))  # fmt: skip

_MANY: dict[str, int] = {"": 1, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}
_VOLUMES: dict[str, int | Fraction] = {
    **{many + unit: factor for many, factor in _MANY.items() for unit in ("m3", "m^3", "立方米", "立方", "方")},
    **dict.fromkeys(("L", "l", "升", "litre", "litres", "liter", "liters", "dm3", "dm^3"), Fraction(1, 10**3)),
    **dict.fromkeys(("mL", "ml", "毫升", "cm3", "cm^3"), Fraction(1, 10**6)),
    **dict.fromkeys(("kL", "kl", "千升"), 1), "ML": 10**3,
    **dict.fromkeys(("gal", "gallon", "gallons"), GALLON_M3),
    **dict.fromkeys(("bbl", "barrel", "barrels"), BARREL_M3),
    **dict.fromkeys(("ft3", "ft^3", "cuft", "cf"), FOOT_M**3),
    **dict.fromkeys(("in3", "in^3", "cuin"), INCH_M**3),
    **dict.fromkeys(("acre-ft", "acre-feet", "ac-ft"), ACRE_M2 * FOOT_M),
}
_TIMES: dict[str, int | Fraction] = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "秒", "秒钟"), 1),
    **dict.fromkeys(("min", "mins", "minute", "minutes", "分", "分钟"), SECONDS_A_MINUTE),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "时", "小时", "个小时"), SECONDS_AN_HOUR),
    **dict.fromkeys(("d", "day", "days", "天", "日"), SECONDS_A_DAY),
}
_LENGTHS: dict[str, int | Fraction] = {
    **dict.fromkeys(("m", "米", "metre", "metres", "meter", "meters"), 1),
    **dict.fromkeys(("km", "公里", "千米"), 10**3),
    **dict.fromkeys(("dm", "分米"), Fraction(1, 10)), **dict.fromkeys(("cm", "厘米"), Fraction(1, 10**2)),
    **dict.fromkeys(("mm", "毫米"), Fraction(1, 10**3)),
    **dict.fromkeys(("ft", "foot", "feet"), FOOT_M), **dict.fromkeys(("in", "inch", "inches"), INCH_M),
    **dict.fromkeys(("mi", "mile", "miles"), 5280 * FOOT_M),
}  # fmt: skip
_AREAS: dict[str, int | Fraction] = {
    **{many + unit: factor for many, factor in _MANY.items() for unit in ("m2", "m^2", "平方米")},
    **dict.fromkeys(("ha", "hm2", "公顷"), HECTARE_M2),
    **dict.fromkeys(("km2", "km^2", "平方公里", "平方千米"), 10**6),
    **dict.fromkeys(("mu", "亩"), Fraction(HECTARE_M2, 15)),
    **dict.fromkeys(("ft2", "ft^2", "sqft", "sf"), FOOT_M**2), **dict.fromkeys(("in2", "in^2", "sqin"), INCH_M**2),
    **dict.fromkeys(("acre", "acres", "ac"), ACRE_M2),
}  # fmt: skip
_CONCENTRATIONS: dict[str, int | Fraction] = {
    **dict.fromkeys(("kg/m3", "kg/m^3", "g/L", "g/l", "千克/立方米", "克/升"), 1),
    **dict.fromkeys(("g/m3", "g/m^3", "mg/L", "mg/l", "克/立方米", "毫克/升"), Fraction(1, 10**3)),
    **dict.fromkeys(("mg/m3", "mg/m^3", "ug/L", "ug/l", "µg/L", "μg/L", "毫克/立方米", "微克/升"), Fraction(1, 10**6)),
}
_DENSITIES: dict[str, int | Fraction] = {
    **dict.fromkeys(("kg/m3", "kg/m^3", "g/L", "g/l", "千克/立方米"), 1),
    **dict.fromkeys(("t/m3", "t/m^3", "kg/L", "kg/l", "吨/立方米"), 10**3),
    **dict.fromkeys(("g/cm3", "g/cm^3", "g/mL", "g/ml", "克/立方厘米"), 10**3),
}


def _rates(amounts: dict[str, int | Fraction]) -> dict[str, int | Fraction]:
    """Every amount per every time."""
    return {f"{a}/{t}": Fraction(x) / y for a, x in amounts.items() for t, y in _TIMES.items()}


_US_FLOWS: dict[str, int | Fraction] = {
    "gpm": GALLON_M3 / SECONDS_A_MINUTE, "gpd": GALLON_M3 / SECONDS_A_DAY, "MGD": 10**6 * GALLON_M3 / SECONDS_A_DAY,
    "cfs": FOOT_M**3, "cfm": FOOT_M**3 / SECONDS_A_MINUTE,
}  # fmt: skip
_UNITS: dict[Dimension, dict[str, int | Fraction]] = {
    Dimension.VOLUME: _VOLUMES,
    Dimension.FLOW: {**_rates(_VOLUMES), **_US_FLOWS},
    Dimension.TIME: _TIMES,
    Dimension.LENGTH: _LENGTHS,
    Dimension.AREA: _AREAS,
    Dimension.SPEED: _rates(_LENGTHS),
    Dimension.SHARE: {"%": Fraction(1, 10**2), "‰": Fraction(1, 10**3)},
    Dimension.PERIOD: {**dict.fromkeys(("a", "yr", "year", "years", "年"), 1)},
    Dimension.CONCENTRATION: _CONCENTRATIONS,
    Dimension.DENSITY: _DENSITIES,
    Dimension.DISPERSION: _rates(_AREAS),
    Dimension.FREQUENCY: dict.fromkeys(("/a", "/yr", "/year", "ayear", "peryear", "/年", "次/年", "次/a"), 1),
}
_WHAT = {unit: dimension for dimension, units in _UNITS.items() for unit in units}
_FOREIGN = {
    **dict.fromkeys(("t", "kg", "g", "吨", "公斤", "千克"), a("mass")),
    **dict.fromkeys(("t/h", "t/d", "kg/s", "吨/小时", "吨/天", "吨/日"), a("flow of mass")),
}

_NUMBER = r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?"
_PIECE = re.compile(rf"({_NUMBER})\s*([^\s\d.+-].*)?$")
_TIME_PIECE = re.compile(r"(?<!\s)\s*(?<!\d)(\d+(?:\.\d*)?(?:[eE][+-]?\d{1,3})?)\s*([^\s\d.+-]+)")
_COMMAS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?(?!\d)")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(:\d{2})?$")
_NOT_A_NUMBER = re.compile(r"[+-]?\.?(nan|inf|infinity|∞)\b", re.IGNORECASE)
_SUPERSCRIPT = re.compile(r"(?<=[a-z])[²³]")
_RAISED = re.compile(r"[⁰¹²³⁴-⁹¼-¾]")
_POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_POWER = r"10\s*(?:(?:\^|\*\*)\s*([+-]?\d{1,2})(?!\d)|([⁻⁺]?[⁰¹²³⁴-⁹]{1,2}))"
_TIMES_POWER = re.compile(rf"(?:([\d.]\s*[×✕xX*·⋅∗]\s*)|(?<![\w.])){_POWER}")
_PRODUCT = re.compile(r"(\d+(?:\.\d*)?)\s*[×✕xX*·⋅∗]\s*(\d+(?:\.\d*)?)\s*([^\s\d.+-].*)?$")
_LOST_POWER = re.compile(r"10[2-9]")
"""What is left of a power of ten whose exponent is no longer raised: 104 of 10⁴."""


def parse(text: str, dimension: Dimension) -> float:
    """The quantity that `text` writes, in the SI unit of `dimension`.

    A share may be a bare number or have a percent sign; everything else needs its unit. A time
    may have several pieces.

    >>> parse("14.7 万m3", Dimension.VOLUME), parse("450 L/s", Dimension.FLOW)
    (147000.0, 0.45)
    >>> parse("1 h 30 min", Dimension.TIME), parse("35 %", Dimension.SHARE)
    (5400.0, 0.35)

    Raises:
        UnitError: no unit, an unknown one, one of another dimension, or no finite number.
    """
    return _parse(text, dimension)


@lru_cache(maxsize=4096)
def _parse(text: str, dimension: Dimension) -> float:
    plain = _plain(text)
    if dimension is Dimension.TIME and len(pieces := _time_pieces(plain)) > 1:
        return sum(_parse(piece, dimension) for piece in pieces)
    match = _PIECE.match(plain)
    if match is None or _CLOCK.match(plain) or _COMMAS.match(plain) or _PRODUCT.match(plain):
        raise UnitError(_no_number(text, plain, dimension))
    number, unit = match.groups()
    factor = _factor(text, unit and "".join(unit.split()), dimension)
    try:
        return float(Fraction(Decimal(number)) * factor)
    except OverflowError:
        raise UnitError(Message("{text} is larger than any number this program can hold", text=text)) from None


def half_digit(text: str, dimension: Dimension) -> float:
    """Half a unit of the last digit of a quantity, in SI: by how much a rounded one may be off.

    >>> half_digit("23714.1 m3", Dimension.VOLUME), half_digit("2 L", Dimension.VOLUME)
    (0.05, 0.0005)

    Raises:
        UnitError: as `parse` does.
    """
    parse(text, dimension)
    match = _PIECE.match(_plain(text))
    number, unit = match.groups() if match else ("", "")
    exponent = Decimal(number).as_tuple().exponent if number else 0
    factor = _factor(text, unit and "".join(unit.split()), dimension)
    return float(Fraction(1, 2) * Fraction(10) ** int(exponent) * factor)


def _plain(text: str) -> str:
    """Full-width letters, `m³` and `㎡` as ASCII, `1.2×10^4` and `1.2×10⁴` as `1.2e4`; other raised numbers stay."""
    letters = _SUPERSCRIPT.sub(lambda match: {"²": "2", "³": "3"}[match.group()], text)
    powers = _TIMES_POWER.sub(_exponent, letters if _RAISED.search(letters) else normalize("NFKC", letters))
    return powers.strip() if _RAISED.search(powers) else normalize("NFKC", powers).strip()


def _exponent(match: re.Match[str]) -> str:
    """A power of ten, with or without a number before it, as computers write it."""
    before, flat, raised = match.groups()
    return f"{before[0] if before else 1}e{flat or raised.translate(_POWERS)}"


_US_VOLUMES = ("gal", "gallon", "gallons", "bbl", "barrel", "barrels", "ft3", "ft^3", "cuft", "cf", "in3", "in^3",
               "cuin", "acre-ft", "acre-feet", "ac-ft")  # fmt: skip
_US = {
    *_US_VOLUMES, *_US_FLOWS, "ft", "foot", "feet", "in", "inch", "inches", "mi", "mile", "miles",
    "ft2", "ft^2", "sqft", "sf", "in2", "in^2", "sqin", "acre", "acres", "ac",
}  # fmt: skip
"""Units of the United States; also those of them in a time, such as gal/min and in/h."""


def us_unit(text: str) -> tuple[str, Dimension] | None:
    """The unit of the United States that a quantity is written in, and what it measures; None for any other.

    >>> us_unit("20000 gal"), us_unit("4.5 in/h"), us_unit("75 m3")
    (('gal', <Dimension.VOLUME: 'volume'>), ('in/h', <Dimension.SPEED: 'speed'>), None)
    """
    match = _PIECE.match(_plain(text))
    unit = "".join((match[2] or "").split()) if match else ""
    return (unit, _WHAT[unit]) if unit in _WHAT and unit.partition("/")[0] in _US else None


def in_unit(value: float, unit: str) -> float:
    """A value of SI in another unit.

    >>> round(in_unit(1, "gal"), 6)
    264.172052
    """
    return float(value / _UNITS[_WHAT[unit]][unit])


def parse_any(text: str, *dimensions: Dimension) -> tuple[Dimension, float]:
    """The quantity that `text` writes in one of several dimensions, and which one it is.

    >>> parse_any("60 %", Dimension.VOLUME, Dimension.SHARE)
    (<Dimension.SHARE: 'share'>, 0.6)

    Raises:
        UnitError: it is none of them, or no finite number.
    """
    plain = _plain(text)
    match = None if _COMMAS.match(plain) else _PIECE.match(plain)
    unit = "".join((match[2] or "").split()) if match else ""
    found = _WHAT.get(unit) if unit else Dimension.SHARE
    if match and found is not None and found not in dimensions:
        wanted = Listed((a(each.called) for each in dimensions), " or ")
        such = Listed(each.example for each in dimensions)
        is_now = Message("is {a}", a=a(found.called)) if unit else Message("has no unit")
        raise UnitError(Message("{text} {is_now}; {wanted} is wanted here, such as {such}", text=text, is_now=is_now,
                                wanted=wanted, such=such))  # fmt: skip
    dimension = found if match and found else dimensions[0]
    return dimension, parse(text, dimension)


def _time_pieces(plain: str) -> list[str]:
    """`1h30min` as its pieces; empty when it is not made of such pieces only."""
    pieces = [match.group().strip() for match in _TIME_PIECE.finditer(plain)]
    return pieces if "".join(pieces).replace(" ", "") == plain.replace(" ", "") else []


def _factor(text: str, unit: str | None, dimension: Dimension) -> int | Fraction:
    """What one of `unit` is in SI."""
    if unit is None:
        if dimension is Dimension.SHARE:
            return 1
        raise UnitError(Instead(Message("{text} has no unit; write {units} behind it", text=text,
                                        units=_units(dimension)), text, [f"{text} {each}" for each in dimension.usual]))
    factor = _UNITS[dimension].get(unit)
    if factor is None:
        raise UnitError(_wrong_unit(text, unit, dimension))
    return factor


def _units(dimension: Dimension) -> Message:
    """The usual units, to choose from: which one a bare number was meant in, only its author knows."""
    return Listed(dimension.usual, " or ")


def _no_number(text: str, plain: str, dimension: Dimension) -> Message:
    """Why there is no number at the beginning of `plain`, and what to write."""
    wanted = {"text": text, "a": a(dimension.called), "example": dimension.example}
    if _NOT_A_NUMBER.match(plain):
        return Message("{text} is not a finite number; write {a} such as {example}", **wanted)
    if _CLOCK.match(plain):
        return Message("{text} is a clock time; write {a} such as {example}", **wanted)
    if found := _COMMAS.match(plain):
        replace = plain.replace(found.group(), found.group().replace(",", ""))
        return Instead(Message("{text} has commas in its number; write {replace}", text=text, replace=replace), text,
                       [replace])  # fmt: skip
    if found := _PRODUCT.match(plain):
        return _product(text, found[1], found[2], found[3], dimension)
    return Message("{text!r} is not {a}; write a number with its unit, such as {example}", **wanted)


def _product(text: str, first: str, second: str, unit: str | None, dimension: Dimension) -> Message:
    """What to write for a product; nothing is worked out where the second number may have been a power of ten."""
    if _LOST_POWER.fullmatch(second) or unit not in _UNITS[dimension]:
        return Message("{text} is a product; work it out, or write a power of ten as in 1.2×10^4", text=text)
    result = (Decimal(first) * Decimal(second)).normalize()
    return Instead(Message("{text} is a product; write {result} {unit}", text=text, result=f"{result:f}", unit=unit),
                   text, [f"{result:f} {unit}"])  # fmt: skip


def _wrong_unit(text: str, unit: str, dimension: Dimension) -> Message:
    """What the unit means instead, and which one would be right."""
    wanted = a(dimension.called)
    what = a(_WHAT[unit].called) if unit in _WHAT else _FOREIGN.get(unit)
    if what is not None:
        return Message("{text} is {what}; {a} is wanted here, such as {example}", text=text, what=what, a=wanted,
                       example=dimension.example)  # fmt: skip
    hint = Message("write {a} in {units}", a=wanted, units=_units(dimension))
    if meant := _meant(unit, dimension):
        hint = Message("did you mean '{close}'?", close=meant)
        if text.endswith(unit):
            hint = Instead(hint, text, [text.removesuffix(unit) + meant])
    return Message("{text} has the unknown unit '{unit}'; {hint}", text=text, unit=unit, hint=hint)


def _meant(unit: str, dimension: Dimension) -> str | None:
    """The known unit that somebody mistyped; None where another one, larger or smaller, may have been meant.

    Only the case of its letters, a doubled digit at its end and slips in a long word are mistypings: `Mm3` and `hL`
    look like `m3` and `L`, and are a million and a hundred times as much.
    """
    known = list(_UNITS[dimension])
    same = [each for each in known if each.lower() == unit.lower()]
    doubled = re.sub(r"(\d)\1+$", r"\1", unit)
    long = get_close_matches(unit, [each for each in known if len(each) > 3], 1, 0.85) if unit.isascii() else []
    close = [*same, *([doubled] if doubled in known else []), *long]
    return close[0] if close else None


def number(text: str, example: str = "0.42") -> float:
    """A bare finite number, such as a coefficient; `example` is one, for messages.

    >>> number("0.42")
    0.42

    Raises:
        UnitError: it has a unit, or is no finite number.
    """
    plain = _plain(text)
    match = _PIECE.match(plain)
    if match is None or match[2] is not None:
        raise UnitError(Message("{text!r} is not a bare number; write a number without a unit, such as {example}",
                                text=text, example=example))  # fmt: skip
    return float(match[1])


def pattern(dimension: Dimension) -> str:
    """A regular expression for editors that takes what `parse` takes, but for full-width text.

    >>> import re
    >>> bool(re.search(pattern(Dimension.FLOW), "450 L/s")), bool(re.search(pattern(Dimension.FLOW), "450"))
    (True, False)
    """
    units = "|".join(sorted((re.escape(unit) for unit in _UNITS[dimension]), key=len, reverse=True))
    units = re.sub(r"(千|万|亿|sq|cu)", r"\1\\s*", units.replace("m3", "m[3³]").replace("m2", "m[2²]"))
    power = r"10(\^[+-]?\d{1,2}|[⁰¹²³⁴-⁹]{1,2})"
    number = rf"({_NUMBER}(\s*[×xX*]\s*{power})?|{power})"
    if dimension is Dimension.TIME:
        return rf"^\s*({number}\s*({units})\s*)+$"
    optional = "?" if dimension is Dimension.SHARE else ""
    return rf"^\s*{number}\s*({units}){optional}\s*$"


def _short(value: float) -> str:
    """Three digits that count, never as a power of ten."""
    return f"{float(f'{value:.3g}'):,.10g}"


def volume_text(volume_m3: float) -> str:
    """A volume for people: litres below 1 m3, then whole cubic metres from 100 on.

    >>> volume_text(147000), volume_text(12.34), volume_text(0.5)
    ('147,000 m3', '12.3 m3', '500 L')
    """
    if 0 < abs(volume_m3) < 1:
        return f"{_short(volume_m3 * 1000)} L"
    return f"{volume_m3:,.0f} m3" if abs(volume_m3) >= 100 or volume_m3 == 0 else f"{_short(volume_m3)} m3"


def unlike_texts(one_m3: float, other_m3: float) -> tuple[str, str]:
    """Two volumes for people, with as many digits as tell them apart.

    >>> unlike_texts(199.13426, 199), unlike_texts(250, 100)
    (('199.1 m3', '199 m3'), ('250 m3', '100 m3'))
    """
    one, other = volume_text(one_m3), volume_text(other_m3)
    for digits in range(4, 17):
        if one != other or one_m3 == other_m3:
            break
        one, other = (f"{float(f'{each:.{digits}g}'):,.15g} m3" for each in (one_m3, other_m3))
    return one, other


def area_text(area_m2: float) -> str:
    """An area for people: hectares from 1 ha on.

    >>> area_text(12_500), area_text(850)
    ('1.25 ha', '850 m2')
    """
    return f"{_short(area_m2 / HECTARE_M2)} ha" if area_m2 >= HECTARE_M2 else f"{_short(area_m2)} m2"


def flow_text(flow_m3_s: float) -> str:
    """A flow for people: L/s below 1 m3/s.

    >>> flow_text(0.45), flow_text(12.5)
    ('450 L/s', '12.5 m3/s')
    """
    return f"{_short(flow_m3_s)} m3/s" if abs(flow_m3_s) >= 1 else f"{_short(flow_m3_s * 1000)} L/s"


def time_text(time_s: float) -> str:
    """A span of time for people, to the minute from one hour on, else to the second.

    >>> time_text(12_000), time_text(90), time_text(100_800), time_text(-60)
    ('3 h 20 min', '1 min 30 s', '28 h', '-1 min')
    """
    if not isfinite(time_s):
        return "never"
    if time_s < 0:
        return f"-{time_text(-time_s)}"
    step = SECONDS_A_MINUTE if time_s >= SECONDS_AN_HOUR else 1
    left = round(time_s / step) * step
    hours, left = divmod(left, SECONDS_AN_HOUR)
    minutes, seconds = divmod(left, SECONDS_A_MINUTE)
    pieces = [f"{count} {unit}" for count, unit in ((hours, "h"), (minutes, "min"), (seconds, "s")) if count]
    return " ".join(pieces) or "0 min"


def concentration_text(concentration_kg_m3: float) -> str:
    """A concentration for people: ug/L below 0.01 mg/L, g/L from 10 g/L on.

    >>> concentration_text(0.0008), concentration_text(2.5e-6), concentration_text(12)
    ('0.8 mg/L', '2.5 ug/L', '12 g/L')
    """
    if concentration_kg_m3 >= 10:
        return f"{_short(concentration_kg_m3)} g/L"
    if 0 < concentration_kg_m3 < 1e-5:
        return f"{_short(concentration_kg_m3 * 1e6)} ug/L"
    return f"{_short(concentration_kg_m3 * 1e3)} mg/L"


def mass_text(mass_kg: float) -> str:
    """A mass for people: t from 1,000 kg on.

    >>> mass_text(12_345), mass_text(12.34)
    ('12.3 t', '12.3 kg')
    """
    return f"{_short(mass_kg / 1000)} t" if mass_kg >= 1000 else f"{_short(mass_kg)} kg"


def mm(depth_m: float) -> float:
    """A depth of rain in mm.

    >>> mm(0.0475)
    47.5
    """
    return depth_m * 1000


def share_text(share: float) -> str:
    """A share in percent.

    >>> share_text(0.355), share_text(1)
    ('35.5 %', '100 %')
    """
    return f"{share * 100:.3g} %"
