"""What the values of options may be: each function reads a text, or says what would be right."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from collections.abc import Collection
from datetime import timedelta, timezone, tzinfo
from math import inf

from sim.errors import InputError
from sim.message import Listed, Message
from sim.words import LANGUAGES, WORDS

PERIODS_A = (1.0, 2.0, 5.0, 10.0, 20.0, 50.0)
"""Return periods that are played unless somebody says otherwise [a]."""
LONGEST_PERIOD_A = 1000.0
NEVER = "never"
BOTH = "both"
"""Papers in every language."""
SHEETS = ("a4", "screen")
FIGURES, FAULT_SORTS = (
    tuple(key.removeprefix(stem) for key in WORDS if key.startswith(stem)) for stem in ("plot_", "fault_of_")
)
"""Figures of a run, in the order in which one reads them, and sorts of what may fail: all that there are words for."""
FIGURE_FORMATS = ("png", "svg", "pdf")
NOT_MENTIONED = ("done", "missed")
AFTER_FORMATS = ("csv", "json", "md", "html")
EXERCISE_TYPES = ("table-top", "functional", "full-scale", "no-notice")
WEIGHTS = ("drills", "hours", "team-hours")
YEARS = (2000, 2100)
LARGEST_OFFSET_H = 14
"""Of a time zone's clock from UTC [h]."""
ROUTINGS = ("kinwave", "dynwave")
STEPS_S = (1.0, 60.0)
"""Shortest and longest routing step that SWMM is given [s]."""
LARGEST_PORT = 65535
SPEEDS = (0.1, 100_000.0)
"""Slowest and fastest that an exercise is played [-]."""


SAMPLINGS = ("mc", "lhs", "sobol")
"""How the runs of an ensemble may be drawn."""


def sampling(text: str) -> str:
    """How the runs of an ensemble are drawn."""
    if text not in SAMPLINGS:
        raise ArgumentTypeError(Message("{text!r} is no way of sampling; write one of {names}", text=text,
                                        names=Listed(SAMPLINGS)))  # fmt: skip
    return text


METHODS = ("sobol", "morris", "tornado")
"""How it is found what decides an answer."""
OUTPUTS = ("margin", "escaped", "breached")
"""What may be asked of a tier: numbers in every run."""
NO_NUMBERS = ("first-escape",)
"""What is a number in some runs only."""


def method(text: str) -> str:
    """How it is found what decides an answer."""
    return one_of(text, METHODS, Message("{text!r} is no way to find what decides; write one of {names}", text=text,
                                         names=Listed(METHODS)))  # fmt: skip


def outputs(text: str) -> tuple[str, ...]:
    """What is asked of each tier, each once."""
    for each in _listed(text):
        if each in NO_NUMBERS:
            raise ArgumentTypeError(Message("{each} is a number only in runs with an escape, and one run without it "
                                            "would make what is said of all inputs wrong; write escaped, which is 0 "
                                            "there, or breached", each=each))  # fmt: skip
    return tuple(dict.fromkeys(_known(_listed(text), OUTPUTS, "there is no output '{each}'")))


def count(text: str) -> int:
    """A whole number above 0."""
    if not _is_whole(text) or not int(text):
        raise ArgumentTypeError(Message("{text!r} is no whole number above 0; write one such as 8", text=text))
    return int(text)


def width(text: str) -> float:
    """Half the width of an interval of chances, a share [-]."""
    return _share(text, "0.5 %")


def chance(text: str) -> float:
    """A chance, neither never nor always [-]."""
    return _share(text, "5 %")


def _share(text: str, example: str) -> float:
    """A share between nothing and all."""
    from sim.units import Dimension, UnitError, parse

    try:
        share = parse(text, Dimension.SHARE)
    except UnitError as error:
        raise ArgumentTypeError(str(error)) from error
    if not 0 < share < 1:
        raise ArgumentTypeError(Message("must be a share between 0 and 100 %, found {text}; write one such as "
                                        "{example}", text=text, example=example))  # fmt: skip
    return share


def target(text: str) -> tuple[str, float, bool]:
    """A tier, and the chance of its breach, or the volume that escapes from it on average [m3], that is to be reached.

    The last says whether it is a volume.
    """
    from sim.units import Dimension, UnitError, parse_any

    tier, equals, amount = text.partition("=")
    if not equals or not tier.strip():
        raise ArgumentTypeError(Message("write TIER=SHARE or TIER=VOLUME such as plant=1% or public=50m3, found {text}",
                                        text=text))  # fmt: skip
    try:
        dimension, most = parse_any(amount, Dimension.SHARE, Dimension.VOLUME)
    except UnitError as error:
        raise ArgumentTypeError(str(error)) from error
    of_volume = dimension is Dimension.VOLUME
    if most < 0 or (not of_volume and most >= 1):
        raise ArgumentTypeError(Message("must be a share between 0 and 100 %, or a volume, found {text}; write one "
                                        "such as plant=1%", text=text))  # fmt: skip
    return tier.strip(), most, of_volume


def folder(text: str) -> str:
    """A folder's name."""
    return _named(text, "folder")


def file(text: str) -> str:
    """A file's name."""
    return _named(text, "file")


def address(text: str) -> str:
    """Where the scheduler of a cluster is reached."""
    if not re.fullmatch(r"(tcp|tls)://\S+:[0-9]+", text):
        raise ArgumentTypeError(Message("{text!r} is no address; write one such as tcp://10.0.0.5:8786", text=text))
    return text


def _named(text: str, what: str) -> str:
    if not text:
        raise ArgumentTypeError(Message("name a {what}; nothing stands there", what=Message(what)))
    return text


def time_s(text: str) -> float:
    """A time that is not negative [s]."""
    from sim.units import Dimension, UnitError, parse

    try:
        seconds = parse(text, Dimension.TIME)
    except UnitError as error:
        raise ArgumentTypeError(str(error)) from error
    if seconds < 0:
        raise ArgumentTypeError(Message("must not be negative, found {text}", text=text))
    return seconds


def times_s(text: str) -> list[float]:
    """Times, one after the other [s]."""
    return [time_s(each) for each in _listed(text)]


def length_s(text: str) -> float:
    """A time that an exercise takes [s]."""
    seconds = time_s(text)
    if seconds == 0:
        raise ArgumentTypeError(Message("must not be nothing, found {text}; write one such as 2h", text=text))
    return seconds


def longest_s(text: str) -> float:
    """The longest that a drill may take [s]."""
    seconds = time_s(text)
    if seconds == 0:
        raise ArgumentTypeError(Message("no drill is as short as {text}; write one such as 8h", text=text))
    return seconds


def step_s(text: str) -> float:
    """A routing step of SWMM [s]."""
    seconds = time_s(text)
    if not STEPS_S[0] <= seconds <= STEPS_S[1]:
        raise ArgumentTypeError(Message("must lie in 1 s to 60 s, found {text}", text=text))
    return seconds


def whole(text: str) -> int:
    """A whole number."""
    if not _is_whole(text):
        raise ArgumentTypeError(Message("{text!r} is no whole number; write one such as 7", text=text))
    return int(text)


def port(text: str) -> int:
    """Where a program listens; 0 for any that is free."""
    if not _is_whole(text) or int(text) > LARGEST_PORT:
        raise ArgumentTypeError(Message("{text!r} is no port; write a whole number up to {most}, such as 8750",
                                        text=text, most=LARGEST_PORT))  # fmt: skip
    return int(text)


def year(text: str) -> int:
    """A year of a calendar."""
    if not _is_whole(text) or not YEARS[0] <= int(text) <= YEARS[1]:
        raise ArgumentTypeError(Message("write a year from {years} to {years2} such as 2027, found {text}",
                                        years=YEARS[0], years2=YEARS[1], text=text))  # fmt: skip
    return int(text)


def zone(text: str) -> tzinfo:
    """A time zone: an offset from UTC, or a name of the IANA list.

    >>> zone("+08:00").utcoffset(None) == zone("UTC+08:00").utcoffset(None)
    True
    """
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    match = re.fullmatch(r"(?:UTC)?([+-])(\d{1,2}):([0-5]\d)", text)
    if match and int(match[2]) <= LARGEST_OFFSET_H:
        offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
        return timezone(-offset if match[1] == "-" else offset)
    try:
        return ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ArgumentTypeError(Message("{text!r} is no time zone; write an offset such as +08:00, or a name such as "
                                        "Asia/Shanghai", text=text)) from None  # fmt: skip


def _is_whole(text: str) -> bool:
    return text.isascii() and text.isdigit()


def positive(text: str) -> float:
    """A number above 0."""
    value = _number(text)
    if value <= 0:
        raise ArgumentTypeError(Message("must be above 0, found {text}", text=text))
    return value


def speed(text: str) -> float:
    """How fast an exercise is played [-]."""
    value = _number(text)
    if not SPEEDS[0] <= value <= SPEEDS[1]:
        raise ArgumentTypeError(Message("must lie in {speeds} to {speeds2}, found {text}", speeds=f"{SPEEDS[0]:g}",
                                        speeds2=f"{SPEEDS[1]:g}", text=text))  # fmt: skip
    return value


def _number(text: str) -> float:
    from sim.units import UnitError, number

    try:
        return number(text)
    except UnitError as error:
        raise ArgumentTypeError(str(error)) from error


def clock(text: str) -> str:
    """A clock time with its offset."""
    from sim.load.kinds.words import ClockTime
    from sim.load.reading import Spot

    try:
        return ClockTime().parse(text, Spot.nowhere())
    except InputError as error:
        raise ArgumentTypeError(str(error)) from error


def periods_a(text: str) -> tuple[float, ...]:
    """Return periods, rising [a]."""
    from sim.units import Dimension, UnitError, parse

    found = set()
    for each in text.split(","):
        try:
            period_a = parse(f"{each.strip().removesuffix('a').strip()} a", Dimension.PERIOD)
        except UnitError as error:
            raise ArgumentTypeError(Message("write years such as 1,2,5,10; {error}", error=str(error))) from error
        if not 0 < period_a <= LONGEST_PERIOD_A:
            raise ArgumentTypeError(Message("must be above 0 and at most {most} years, found {each}",
                                            most=f"{LONGEST_PERIOD_A:g}", each=each))  # fmt: skip
        found.add(period_a)
    return tuple(sorted(found))


def closing(text: str) -> tuple[str, tuple[float, ...]]:
    """An action and the times at which it is done, inf for never [s]."""
    action, equals, times = text.partition("=")
    if not equals or not action.strip():
        raise ArgumentTypeError(Message("write ACTION=TIME,... such as shut-gates=30min,1h,2h,never; found {text}",
                                        text=text))  # fmt: skip
    found = {inf if each == NEVER else time_s(each) for each in _listed(times)}
    return action.strip(), tuple(sorted(found))


def storm(text: str) -> str:
    """A storm as a scenario writes its rain, without its return period."""
    if any(word.split(":")[0].strip("{ \"'") == "period" for word in text.split(",")):
        raise ArgumentTypeError(Message("leave period: out; --periods says which are played"))
    return text


def language(text: str) -> str:
    """A language of the tables."""
    return one_of(text, LANGUAGES, Message("'{text}' is no language of the tables; there are {languages}", text=text,
                                            languages=Listed(LANGUAGES)))  # fmt: skip


def languages(text: str) -> tuple[str, ...]:
    """The languages of papers: one of the tables', or all of them."""
    return LANGUAGES if text == BOTH else (language(text),)


def routing(text: str) -> str:
    """A routing of SWMM."""
    return one_of(text, ROUTINGS, Message("'{text}' is no routing of SWMM that fits; there are {routings}", text=text,
                                           routings=Listed(ROUTINGS)))  # fmt: skip


def weight(text: str) -> str:
    """What a set of drills is smallest in."""
    return one_of(text, WEIGHTS, Message("a set is smallest in {weights}, found '{text}'", weights=Listed(WEIGHTS),
                                          text=text))  # fmt: skip


def not_mentioned(text: str) -> str:
    """What became of what a log does not mention."""
    return one_of(text, NOT_MENTIONED, Message("must be {words}, found '{text}'",
                                                words=Listed(NOT_MENTIONED, " or ", " or "),
                                                text=text))  # fmt: skip


def sheet(text: str) -> str:
    """What figures are made for."""
    return one_of(text, SHEETS, Message("figures are made for {sheets}, found '{text}'",
                                         sheets=Listed(SHEETS, " or ", " or "), text=text))  # fmt: skip


def figures(text: str) -> tuple[str, ...]:
    """Figures of a run, each once."""
    return tuple(dict.fromkeys(_known(_listed(text), FIGURES, "there is no figure '{each}'")))


def figure_formats(text: str) -> tuple[str, ...]:
    """What figures are saved as."""
    return tuple(dict.fromkeys(_known(_listed(text), FIGURE_FORMATS, "a figure is not saved as '{each}'")))


def exercise_type(text: str) -> str:
    """How far people move in an exercise."""
    return _known([text], EXERCISE_TYPES, "'{each}' is no type of exercise")[0]


def after_formats(text: str) -> tuple[str, ...]:
    """Formats of an after-action report."""
    return tuple(_known(_listed(text), AFTER_FORMATS, "there is no format '{each}'"))


def standards(text: str) -> tuple[str, ...]:
    """Sizing standards, or the countries whose they are."""
    from sim.hydrology.standard_names import NAMES

    return tuple(_known(_listed(text), NAMES, "there is no standard '{each}'"))


def fault_sorts(text: str) -> tuple[str, ...]:
    """Sorts of parts that can fail."""
    return tuple(_known(_listed(text), FAULT_SORTS, "nothing of the sort '{each}' can fail"))


def formats(text: str) -> list[str]:
    """Documents of an exercise, each once."""
    from sim.drill.paper import PAPERS

    return list(dict.fromkeys(_known(_listed(text), PAPERS, "there is no document '{each}'")))


def _listed(text: str) -> list[str]:
    return [each.strip() for each in text.split(",")]


def one_of(text: str, allowed: Collection[str], otherwise: Message) -> str:
    """A text that is allowed; else `otherwise` is what is wrong."""
    if text not in allowed:
        raise ArgumentTypeError(otherwise)
    return text


def _known(found: list[str], known: Collection[str], wrong: str) -> list[str]:
    """Texts that are all known; of the first that is not, `wrong` with it, and which one may be meant."""
    from sim.load.suggest import hint

    for each in found:
        if each not in known:
            raise ArgumentTypeError(Message("{wrong}; {hint}", wrong=Message(wrong, each=each), hint=hint(each, known)))
    return found
