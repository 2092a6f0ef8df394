"""What sweeps say in words: values of what is swept, and what becomes of a tier along them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, log, log10

from sim.called import Called
from sim.ensemble.shards import unit_of
from sim.ensemble.sweep import Axis, Spot, Stretch, Sweep, stretches
from sim.ensemble.sweep.bounds import Bound, bounds
from sim.ensemble.sweep.spot import FAILED
from sim.units import SECONDS_A_MINUTE, SECONDS_AN_HOUR, Dimension
from sim.words.times import Spoken

USUAL_ACCURACY = 1e-3
"""By which values are rounded where no turn was looked for, as a share of the range [-]."""
EXTENT = 2.0
"""So many of a unit the largest value must have to be told in it."""


class Told:
    """Values of a quantity in one unit, with as many digits as the sweep can tell apart.

    >>> from sim.park import Uncertain
    >>> from sim.park.spread import Uniform
    >>> delay = Axis(Uncertain("actions.shut.at", Uniform(300.0, 3600.0), "", "time"), (300.0, 3600.0))
    >>> Told(delay).amount(451.2), Told(delay).amount(3600.0)
    ('7.52 min', '60 min')
    """

    def __init__(self, axis: Axis, accuracy: float = USUAL_ACCURACY, language: str = "en") -> None:
        self.axis, self.accuracy, self.language = axis, accuracy, language
        self.unit, self.factor = _unit(axis)

    def scaled(self, value: float) -> float:
        """A value in the unit."""
        return value / self.factor

    def number(self, value: float) -> str:
        """A value in the unit, as text."""
        low, high = self.axis.values[0], self.axis.values[-1]
        step = self.scaled(abs(value) * log(high / low) if self.axis.log else high - low) * self.accuracy / 2
        digits = 0 if self.axis.number.whole or step <= 0 else max(0, ceil(-log10(step)))
        text = f"{self.scaled(value):,.{digits}f}"
        return text.rstrip("0").rstrip(".") if "." in text else text

    def amount(self, value: float) -> str:
        """The same with its unit."""
        return Spoken(f"{self.number(value)} {self.unit}".strip()).in_language(self.language)

    @property
    def name(self) -> str:
        """The quantity and its unit."""
        unit = Spoken(f"1 {self.unit}").in_language(self.language).removeprefix("1").strip() if self.unit else ""
        return f"{self.axis.path} [{unit}]" if unit else self.axis.path


def _unit(axis: Axis) -> tuple[str, float]:
    """The unit in which people read a quantity, and what one of it is in SI."""
    measures, most = axis.number.measures, max(map(abs, axis.values))
    if measures == Dimension.TIME:
        units = (("h", SECONDS_AN_HOUR), ("min", SECONDS_A_MINUTE))
        return next(((unit, float(each)) for unit, each in units if most >= EXTENT * each), ("s", 1.0))
    if measures == Dimension.SHARE:
        return "%", 0.01
    if measures == Dimension.FLOW and most < 1:
        return "L/s", 1e-3
    if measures == Dimension.VOLUME and most < 1:
        return "L", 1e-3
    return (unit_of(axis.number), 1.0) if measures else ("", 1.0)


def verdict_text(called: Called, word: str) -> str:
    """What a verdict is called, and that there is none."""
    return called.says("sweep_failed" if word == FAILED else word)


def own_text(called: Called, sweep: Sweep, tolds: Sequence[Told]) -> str:
    """The scenario as it is written; empty where something swept is not written there."""
    if sweep.own is None:
        return ""
    values = called.listed(f"{each.axis.path} {each.amount(value)}" for each, value in
                           zip(tolds, sweep.own.at, strict=True))  # fmt: skip
    words = [verdict_text(called, sweep.own.word(k)) for k in range(len(sweep.tiers))]
    verdicts = called.listed(called.says("sweep_own_tier", tier=called.tier(tier), verdict=word) for tier, word in
                             zip(sweep.tiers, words, strict=True))  # fmt: skip
    return called.says("sweep_own", values=values, verdicts=verdicts)


def along(called: Called, amount: Callable[[float], str], tier: int, spots: Sequence[Spot]) -> str:
    """What becomes of a tier along the first quantity from the first spot to the last, with where it turns; `amount`
    says a value."""
    found = stretches(tier, spots)
    if len(found) == 1:
        low, high = (amount(spots[end].at[0]) for end in (0, -1))
        return called.says("sweep_throughout", verdict=verdict_text(called, found[0].word), low=low, high=high)
    parts = [_part(called, amount, each, place, len(found)) for place, each in enumerate(found)]
    words = [each.word for each in found]
    return called.says("sweep_joint").join(parts) + (called.says("sweep_back") if len(set(words)) < len(words) else "")


def _part(called: Called, amount: Callable[[float], str], stretch: Stretch, place: int, count: int) -> str:
    key = "sweep_up_to" if not place else "sweep_from" if place == count - 1 else "sweep_between"
    return called.says(key, verdict=verdict_text(called, stretch.word), first=amount(stretch.first.at[0]),
                       last=amount(stretch.last.at[0]))  # fmt: skip


def sentences(called: Called, sweep: Sweep, tolds: Sequence[Told]) -> list[str]:
    """What was found of the tiers, what is so of several of them once."""
    tiers: dict[str, list[str]] = {}
    for k, tier in enumerate(sweep.tiers):
        if len(tolds) == 2:
            lines = _map_lines(called, sweep, tolds, k)
        else:
            lines = [along(called, tolds[0].amount, k, sweep.row())]
        for line in lines:
            tiers.setdefault(line, []).append(called.tier(tier))
    return [called.says("sweep_tier", tiers=called.listed(names), line=line) for line, names in tiers.items()]


def _map_lines(called: Called, sweep: Sweep, tolds: Sequence[Told], tier: int) -> list[str]:
    """What becomes of a tier over two quantities: where it holds or breaks whatever the other is, then at both ends."""
    breached = [spot.breached(tier) for spot in sweep.spots if spot.tiers]
    if all(breached) or not any(breached):
        return [called.says("sweep_always" if all(breached) else "sweep_never")]
    held = bounds(sweep, lambda spot: bool(spot.tiers) and not spot.breached(tier))
    lost = bounds(sweep, lambda spot: spot.breached(tier))
    lines = [_whatever(called, tolds, each, key) for key, found in (("held", held), ("lost", lost)) for each in found]
    first, second = tolds
    for place, value in ((0, second.axis.values[0]), (len(second.axis.values) - 1, second.axis.values[-1])):
        lines.append(called.says("sweep_at", path=second.axis.path, value=second.amount(value), other=first.axis.path,
                                 along=along(called, first.amount, tier, sweep.row(place))))  # fmt: skip
    return lines


def _whatever(called: Called, tolds: Sequence[Told], bound: Bound, key: str) -> str:
    told, other = tolds[bound.axis], tolds[1 - bound.axis]
    return called.says(f"sweep_{key}_{'up_to' if bound.below else 'from'}", path=told.axis.path,
                       value=told.amount(bound.value), other=other.axis.path, low=other.amount(other.axis.values[0]),
                       high=other.amount(other.axis.values[-1]))  # fmt: skip
