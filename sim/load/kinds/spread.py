"""How a number that nobody knows for certain is written: a distribution instead of a value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from sim.errors import InputError
from sim.load.emit import Data
from sim.load.node import HERITAGE, Block, Broken, Items, Node, Scalar, what
from sim.load.suggest import hint
from sim.message import Listed, Message
from sim.park.spread import BetaPert, Empirical, Lognormal, Normal, Spread, Triangular, Uncertain, Uniform, Weighted
from sim.units import Dimension, UnitError, parse

if TYPE_CHECKING:
    from sim.load.kinds.kind import Number
    from sim.load.reading import Spot

BESIDE = ("with", "because")
"""What may stand beside a distribution, as basis and source may."""
LEAST_POSSIBLE = 1e-6
"""The least part of a bell that must lie where it is possible [-]."""
ROUNDED = 1e-6
"""By how much chances may add up to more or less than 1 [-]."""
DATA = "data"
"""Values that were seen; in a file the name of a table stands here, whose column is read into it."""
FEWEST = 5
"""Values that say anything of how a number is spread."""
EXAMPLES = {
    "triangular": "[2 min, 5 min, 12 min]",
    "uniform": "[2 min, 12 min]",
    "beta_pert": "[2 min, 5 min, 12 min]",
    "normal": "{mean: 5 min, sd: 1 min}",
    "lognormal": "{median: 5 min, p95: 20 min}",
    "choice": "{5 min: 80 %, 20 min: 20 %}",
    DATA: "[2 min, 3 min, 3 min, 5 min, 12 min]",
}
DISTRIBUTIONS = tuple(EXAMPLES)
SPREAD = {"$ref": "#/$defs/spread"}
"""Where an editor finds how one is written."""


class Range(NamedTuple):
    """A number, and between what it may lie."""

    number: float
    least: float
    most: float
    measures: str
    """What it is: the name of a dimension; empty for a bare number."""
    whole: bool = False
    """Whether it counts something."""


def spread_key(node: Node) -> str:
    """The distribution that stands in a block; empty for none."""
    return next((key for key in DISTRIBUTIONS if key in node.entries), "") if isinstance(node, Block) else ""


def read_spread(node: Node, spot: Spot, kind: Number) -> Any:
    """The middle value of a distribution, which is noted among the uncertain numbers; None when it is wrong."""
    assert isinstance(node, Block)  # it has a key
    at, key = spot.under(node), spread_key(node)
    read = _Read(kind, at)
    sound = _known_keys(node, at, key)
    spread = read.spread(key, node.entries[key].node) if sound else None
    if spread is None or read.first is None:
        return None
    text = read.text or f"{key} {_flow(node.entries[key].node)}"
    group, because = _group(node, at), getattr(node.get("because"), "text", "")
    heritage = at.heritage
    first = read.ranges[0]
    at.reading.uncertain.append(Uncertain(at.path, spread, text, first.measures, group, heritage.basis,
                                          heritage.source, because, first.whole))  # fmt: skip
    at.note(text)
    return kind.holding(read.first, spread.median)


def _known_keys(node: Block, spot: Spot, key: str) -> bool:
    """Whether nothing else stands beside a distribution; notes what does."""
    known = (key, *BESIDE, *HERITAGE)
    unknown = [each for each in node.entries if each not in known]
    for each in unknown:
        text = Message("unknown key; {hint}", hint=hint(each, list(known), "a distribution knows {names}"))
        if each in DISTRIBUTIONS:
            text = Message("{found} exclude each other; keep one", found=Listed([key, each], " and ", " and "))
        spot.child(each).fault(node.entries[each].place, text)
    return not unknown


def _group(node: Block, spot: Spot) -> str:
    """Those that a number moves together with."""
    written = node.get("with")
    if not isinstance(written, Scalar) or written.missing:
        if written is not None:
            spot.child("with").fault(written, Message("{what} stands here; {wanted} is wanted", what=what(written),
                                                      wanted=Message("the name of a group")))  # fmt: skip
        return ""
    return written.text


class _Read:
    """One distribution while it is read: its values as its kind reads them."""

    def __init__(self, kind: Number, spot: Spot) -> None:
        self.kind = kind
        self.spot = spot
        self.first: Any = None
        """The first value, as the form holds one."""
        self.ranges: list[Range] = []
        self.text = ""
        """How it is written in few words, where that is shorter than as it stands."""

    def spread(self, key: str, node: Node) -> Spread | None:
        """The distribution; None when it is wrong, which is noted."""
        spot = self.spot.child(key)
        makers: dict[str, Callable[[Node], Spread | None]] = {
            "triangular": self._triangular, "uniform": self._uniform, "beta_pert": self._beta_pert,
            "normal": self._normal, "lognormal": self._lognormal, "choice": self._choice,
            DATA: self._data,
        }  # fmt: skip
        try:
            spread = makers[key](node)
            self._check(key)
        except (InputError, UnitError) as error:
            spot.fault(node, error.message)
            return None
        return spread

    def _check(self, key: str) -> None:
        """Refuse values of several sorts, and fractions of what is counted."""
        if len({each.measures for each in self.ranges}) > 1:
            raise InputError(Message("its values are of several sorts; write all of them alike, such as all as volumes "
                                     "or all as shares"))  # fmt: skip
        if self.ranges and self.ranges[0].whole and key not in ("choice", DATA):
            raise InputError(Message("a whole number is drawn by choice or data only; write {wanted}",
                                     wanted="choice: {2: 70 %, 3: 30 %}"))  # fmt: skip

    def _value(self, node: Node) -> float:
        """A number in its unit.

        Raises:
            InputError: it is none.
        """
        if not isinstance(node, Scalar) or node.missing:
            raise InputError(Message("{what} stands here; {wanted} is wanted", what=what(node),
                                     wanted=self.kind.wanted))  # fmt: skip
        value = self.kind.parse(node.text, self.spot)
        self.first = value if self.first is None else self.first
        self.ranges.append(self.kind.range_of(value))
        return self.ranges[-1].number

    def _values(self, node: Node, key: str, count: int) -> list[float]:
        """So many numbers, none less than the one before, and not all alike.

        Raises:
            InputError: they are not.
        """
        if not isinstance(node, Items) or len(node.items) != count:
            raise _wanted(key)
        found = [self._value(each) for each in node.items]
        if found != sorted(found) or found[0] == found[-1]:
            raise InputError(Message("its values must rise, from the least to the most; found {found}",
                                     found=_flow(node)))  # fmt: skip
        return found

    def _pair(self, node: Node, key: str, *names: str) -> list[float]:
        """Numbers by their names.

        Raises:
            InputError: they are not there, or something else is.
        """
        if not isinstance(node, Block) or sorted(node.entries) != sorted(names):
            raise _wanted(key)
        return [self._value(node.entries[name].node) for name in names]

    def _triangular(self, node: Node) -> Spread:
        return Triangular(*self._values(node, "triangular", 3))

    def _uniform(self, node: Node) -> Spread:
        return Uniform(*self._values(node, "uniform", 2))

    def _beta_pert(self, node: Node) -> Spread:
        return BetaPert(*self._values(node, "beta_pert", 3))

    def _normal(self, node: Node) -> Spread:
        mean, sd = self._pair(node, "normal", "mean", "sd")
        if sd <= 0:
            raise InputError(Message("sd must be more than 0"))
        spread = Normal(mean, sd, self.ranges[0].least, self.ranges[0].most)
        if spread.possible < LEAST_POSSIBLE:
            raise InputError(Message("next to nothing of it lies where it is possible; check mean and sd"))
        return spread

    def _lognormal(self, node: Node) -> Spread:
        median, p95 = self._pair(node, "lognormal", "median", "p95")
        if not 0 < median < p95:
            raise InputError(Message("the median must be more than 0 and less than p95; found {found}",
                                     found=_flow(node)))  # fmt: skip
        return Lognormal(median, p95, self.ranges[0].most)

    def _choice(self, node: Node) -> Spread:
        if not isinstance(node, Block) or len(node.entries) < 2:
            raise _wanted("choice")
        keys = [Scalar(key, entry.place) for key, entry in node.entries.items()]
        values, chances = [self._value(key) for key in keys], [_chance(each.node) for each in node.entries.values()]
        if len(set(values)) < len(values):
            raise InputError(Message("one value stands there twice; add up its chances; found {found}",
                                     found=_flow(node)))  # fmt: skip
        total = sum(chances)
        if abs(total - 1) > ROUNDED:
            raise InputError(Message("the chances add up to {total} %, and must to 100 %",
                                     total=f"{total * 100:.6g}"))  # fmt: skip
        pairs = sorted(zip(values, (each / total for each in chances), strict=True))
        return Weighted(tuple(value for value, _ in pairs), tuple(chance for _, chance in pairs))

    def _data(self, node: Node) -> Spread | None:
        """Values that were seen; None when some are wrong, which is noted of each of them."""
        if isinstance(node, Broken):
            return None
        if not isinstance(node, Items):
            raise _wanted(DATA)
        values, wrong = [], {}
        for each in node.items:
            try:
                values += [] if isinstance(each, Broken) else [(self._value(each), each)]
            except (InputError, UnitError) as error:
                wrong[each] = error.message
        if wrong:
            self._note_wrong(wrong, len(node.items))
            return None
        if len(values) < FEWEST:
            raise InputError(Message("{count} values say too little of how it is spread, and {fewest} at least are "
                                     "wanted; write down between what it lies, such as triangular: {example}",
                                     count=len(values), fewest=FEWEST, example=EXAMPLES["triangular"]))  # fmt: skip
        values.sort(key=lambda each: each[0])
        (least, first), (most, last) = values[0], values[-1]
        if least == most:
            raise InputError(Message("all {count} values are {value}; write that value instead", count=len(values),
                                     value=_flow(first)))  # fmt: skip
        self.text = f"{DATA} of {len(values):,} values, {_flow(first)} to {_flow(last)}"
        return Empirical(tuple(value for value, _ in values))

    def _note_wrong(self, wrong: Mapping[Node, Message], of: int) -> None:
        """Note each value that is wrong; of all of them, where all are wrong in one way, only the first."""
        spot, alike = self.spot.child(DATA), len({each.template for each in wrong.values()}) == 1
        if len(wrong) == of > 1 and alike:
            first, message = next(iter(wrong.items()))
            spot.fault(first, Message("{message}; so are all {count} values", message=message, count=of))
            return
        for node, message in wrong.items():
            spot.fault(node, message)


def _chance(node: Node) -> float:
    """A chance, more than 0.

    Raises:
        InputError: it is none.
    """
    if not isinstance(node, Scalar):
        raise _wanted("choice")
    chance = parse(node.text, Dimension.SHARE)
    if not 0 < chance <= 1:
        raise InputError(Message("a chance must be more than 0 and at most 100 %, found {text}", text=node.text))
    return chance


def _wanted(key: str) -> InputError:
    """What a distribution looks like."""
    return InputError(Message("not a distribution as {key} has it; write {key}: {example}", key=key,
                              example=EXAMPLES[key]))  # fmt: skip


def plain_spread(node: Node, own: dict[str, Data]) -> Data:
    """Plain data of a distribution and what stands beside it; `own` is how it is known."""
    assert isinstance(node, Block)  # it was read as one
    return {key: _data(entry.node) for key, entry in node.entries.items() if key not in HERITAGE} | own


def _data(node: Node) -> Data:
    if isinstance(node, Block):
        return {key: _data(entry.node) for key, entry in node.entries.items()}
    return [_data(each) for each in node.items] if isinstance(node, Items) else getattr(node, "text", "")


def _flow(node: Node) -> str:
    """As it would be written in one line."""
    if isinstance(node, Block):
        return "{" + ", ".join(f"{key}: {_flow(entry.node)}" for key, entry in node.entries.items()) + "}"
    if isinstance(node, Items):
        return "[" + ", ".join(map(_flow, node.items)) + "]"
    return "" if isinstance(node, Broken) else node.text


def spread_schema() -> dict[str, Any]:
    """For an editor; what the values may be is said by the number that stands there."""
    value = {"type": ["string", "number"]}

    def row(count: int) -> dict[str, Any]:
        return {"type": "array", "items": value, "minItems": count, "maxItems": count}

    def named(*names: str) -> dict[str, Any]:
        return {"type": "object", "properties": dict.fromkeys(names, value), "required": list(names),
                "additionalProperties": False}  # fmt: skip

    ways = {
        "triangular": row(3), "uniform": row(2), "beta_pert": row(3), "normal": named("mean", "sd"),
        "lognormal": named("median", "p95"),
        "choice": {"type": "object", "additionalProperties": {"$ref": "#/$defs/share"}, "minProperties": 2},
        DATA: {"anyOf": [{"type": "string"}, {"type": "array", "items": value, "minItems": FEWEST}]},
    }  # fmt: skip
    words = {key: {"type": "string"} for key in ("column", "unit", *BESIDE, "source")}
    beside = {**words, "basis": {"$ref": "#/$defs/basis"}}
    return {"type": "object", "properties": {**ways, **beside}, "additionalProperties": False,
            "oneOf": [{"required": [key]} for key in ways],
            "description": "How a number that is not certain is spread."}  # fmt: skip
