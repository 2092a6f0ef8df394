"""How a load goes over the day: 24 factors, or the name of a pattern on offer."""

from __future__ import annotations

from dataclasses import dataclass

from sim.hydrology.load_patterns import LOAD_PATTERNS
from sim.load.emit import Data
from sim.load.kinds.kind import Kind, Schema, Single, unwrap, valued, wrapped
from sim.load.kinds.numbers import Coefficient
from sim.load.node import Items, Node, Scalar
from sim.load.reading import Spot
from sim.load.suggest import hint
from sim.message import Listed, Message
from sim.park import HOURS, Basis, Provenance

ROUNDING = 0.005
"""How far the mean of the factors may be off 1 [-]."""
FACTOR = Coefficient(high=24, example="1.15")


@dataclass(frozen=True)
class DayPattern(Kind):
    """Load of each hour of the day over its mean; a named one is noted as assumed, whatever stands around it."""

    wanted = Message("a list of {hours} factors, one for each hour of the day, or one of {names}", hours=HOURS,
                     names=Listed(LOAD_PATTERNS))  # fmt: skip

    def read(self, node: Node, spot: Spot) -> tuple[float, ...] | None:
        bare, at = unwrap(node, spot, self)
        if isinstance(bare, Scalar) and not bare.missing:
            return self._named(bare, at)
        if not isinstance(bare, Items):
            if bare is not None:
                self.refuse(bare, at)
            return None
        factors = [Single.read(FACTOR, item, at.item(k)) for k, item in enumerate(bare.items)]
        return None if None in factors else self._whole(bare, [float(each) for each in factors], at)

    def _named(self, node: Scalar, spot: Spot) -> tuple[float, ...] | None:
        found = LOAD_PATTERNS.get(node.text)
        if found is None:
            known = hint(node.text, LOAD_PATTERNS, "write {hours} factors, or the name {names}", hours=HOURS)
            spot.fault(node, Message("no pattern is named '{text}'; {known}", text=node.text, known=known))
            return None
        spot.reading.provenance.append(Provenance(spot.path, node.text, Basis.ASSUMED, found.source))
        return found.factors

    def _whole(self, node: Items, factors: list[float], spot: Spot) -> tuple[float, ...] | None:
        """The factors, if there is one for each hour and their mean is 1; notes it when not."""
        if len(factors) != HOURS:
            text = Message("{hours} factors are wanted, one for each hour of the day from midnight on; found {factors}",
                           hours=HOURS, factors=len(factors))  # fmt: skip
            spot.fault(node, text)
            return None
        mean = sum(factors) / HOURS
        if abs(mean - 1) > ROUNDING:
            spot.fault(node, Message("the factors are shares of the mean, so their mean must be 1, found {mean}; "
                                     "divide each by it", mean=f"{mean:.4g}"))  # fmt: skip
            return None
        spot.note(f"{HOURS} factors, {min(factors):g} to {max(factors):g}")
        return tuple(factors)

    def plain(self, node: Node) -> Data:
        return wrapped(node, _factors)

    def schema(self) -> Schema:
        factors = {"type": "array", "items": FACTOR.bare(), "minItems": HOURS, "maxItems": HOURS}
        return valued({"anyOf": [{"enum": list(LOAD_PATTERNS)}, factors]})


def _factors(node: Node) -> Data:
    return [_factors(item) for item in node.items] if isinstance(node, Items) else getattr(node, "text", "")
