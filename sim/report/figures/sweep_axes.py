"""What figures of sweeps share: axes over what is swept, how verdicts look along them, and what stands below."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Any

from sim.check import Verdict
from sim.ensemble.sweep import Chances, Sweep
from sim.ensemble.sweep.spot import FAILED
from sim.park import Park
from sim.report.figures.fault_matrix import ONLY_UNCOUNTED
from sim.report.figures.fills import verdict_style
from sim.report.figures.frame import WORDS_PT, Drawing, Look
from sim.report.figures.lettering import fitting_pt
from sim.report.figures.style import FAINT, PAPER, SOFT
from sim.report.sweep import tolds_of
from sim.report.sweep_words import verdict_text
from sim.scenario import Scenario

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sim.report.sweep_words import Told

TICKS_MM = 10.0
"""Room of the values along an axis and the name of what is swept below them."""
NUMBER_MM, LINE_MM, MOST_TICKS = 16.0, 8.0, 7
"""Room that a number along the lower edge has, and along the left one; numbers of an axis at most."""
NOT_PLAYED: dict[str, Any] = {"facecolor": PAPER, "hatch": "xxxx", "edgecolor": FAINT, "linewidth": 0}
SUBS = (1.0, 2.0, 5.0)
"""Of each power of ten, what has a tick where equal factors are equal steps."""


class Swept(Drawing):
    """A figure of a sweep while it is drawn."""

    def __init__(self, park: Park, scenario: Scenario, found: Sweep | Chances, uncertain: int, look: Look) -> None:
        super().__init__(park, scenario, look)
        self.tolds = tolds_of(self.called, found)
        self.uncertain = uncertain

    @property
    def middle(self) -> str:
        """How all else stands, where nothing is drawn."""
        return self.say("sweep_middle" if self.uncertain else "sweep_certain", count=f"{self.uncertain:,}")

    def along(self, axes: Axes, room_mm: float) -> None:
        """The first quantity along the lower edge, with its name."""
        self._scale(axes, "x", self.tolds[0], int(room_mm / NUMBER_MM))
        axes.set_xlabel(self.tolds[0].name, labelpad=2, fontsize=fitting_pt(self.tolds[0].name, WORDS_PT, room_mm))

    def up(self, axes: Axes, room_mm: float) -> None:
        """The second quantity along the left edge, with its name."""
        self._scale(axes, "y", self.tolds[1], int(room_mm / LINE_MM))
        axes.set_ylabel(self.tolds[1].name, labelpad=2, fontsize=fitting_pt(self.tolds[1].name, WORDS_PT, room_mm))

    def _scale(self, axes: Axes, which: str, told: Told, most: int) -> None:
        """The scale of an axis, with numbers as people read them, no more than there is room for."""
        low, high = (told.scaled(told.axis.values[end]) for end in (0, -1))
        if told.axis.log:
            getattr(axes, f"set_{which}scale")("log")
        getattr(axes, f"set_{which}lim")(low, high)
        found = ticks(low, high, most, whole=told.axis.number.whole, log=told.axis.log)
        getattr(axes, f"set_{which}ticks")(found, [f"{each:,.10g}" for each in found])
        getattr(axes, f"{which}axis").minorticks_off()

    def at_values(self, axes: Axes, which: str, told: Told, room_mm: float) -> None:
        """Numbers at the values that were played, at every so many where there is no room for all."""
        most = max(int(room_mm / (NUMBER_MM if which == "x" else LINE_MM)), 1)
        shown = told.axis.values[:: -(-len(told.axis.values) // most)]
        set_ticks = getattr(axes, f"set_{which}ticks")
        set_ticks([told.scaled(value) for value in shown], [told.number(value) for value in shown])


def ticks(low: float, high: float, most: int, whole: bool = False, log: bool = False) -> list[float]:
    """Round numbers from one end of an axis to the other.

    >>> ticks(215.0, 1195.0, 4), ticks(2.0, 64.0, 9, log=True)
    ([250.0, 500.0, 750.0, 1000.0], [2.0, 5.0, 10.0, 20.0, 50.0])
    """
    from matplotlib.ticker import LogLocator, MaxNLocator

    most = min(max(most, 1), MOST_TICKS)
    locator = LogLocator(subs=SUBS, numticks=MOST_TICKS) if log else MaxNLocator(most, integer=whole)
    slack = (high - low) * 1e-9
    found = [float(each) for each in locator.tick_values(low, high) if low - slack <= each <= high + slack]
    return found[:: -(-len(found) // most)] if log else found


def word_style(word: str) -> dict[str, Any]:
    """How an area of a verdict is filled, and one where nothing could be played."""
    if word == FAILED:
        return NOT_PLAYED
    if word in set(Verdict):
        return verdict_style(Verdict(word))
    return {"facecolor": ONLY_UNCOUNTED, "edgecolor": PAPER, "linewidth": 0}


def word_signs(drawing: Swept, words: set[str]) -> dict[str, dict[str, Any]]:
    """How every verdict that is seen looks, by what it is called, from best to worst."""
    order = [*Verdict, *(f"{each}_uncounted" for each in Verdict), FAILED]
    ranks = {str(each): place for place, each in enumerate(order)}
    return {verdict_text(drawing.called, each): {**word_style(each), **EDGE} for each in
            sorted(words, key=lambda word: ranks.get(word, inf))}  # fmt: skip


EDGE = {"edgecolor": SOFT, "linewidth": 0.4}
"""Round signs of areas in the legend."""
