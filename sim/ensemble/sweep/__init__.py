"""A scenario over one or two quantities: what becomes of each tier at every value, and where its verdict turns."""

from sim.ensemble.sweep.axis import Axis, axes_of, swept
from sim.ensemble.sweep.borders import Border, Side, Wanted
from sim.ensemble.sweep.chances import Chance, Chances, run_chances
from sim.ensemble.sweep.spot import Flip, Spot, Stretch, stretches
from sim.ensemble.sweep.sweep import Sweep, flips, run_sweep

__all__ = [
    "Axis", "Border", "Chance", "Chances", "Flip", "Side", "Spot", "Stretch", "Sweep", "Wanted", "axes_of", "flips",
    "run_chances", "run_sweep", "stretches", "swept",
]  # fmt: skip
