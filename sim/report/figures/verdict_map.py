"""Which tier is breached, over two quantities: areas up to their borders, found between the runs of a grid."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from sim.ensemble.sweep import Flip, Spot, Sweep
from sim.park import Park
from sim.report.figures.frame import EDGE_MM, USUAL, Look, on_colour
from sim.report.figures.legend import area, mark
from sim.report.figures.period_axis import reach_colour
from sim.report.figures.style import INK, PAPER, SOFT, halo, styled
from sim.report.figures.sweep_axes import NOT_PLAYED, TICKS_MM, Swept
from sim.scenario import Scenario
from sim.units import share_text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from sim.report.figures.legend import Group

LEFT_MM, HIGH_MM = 27.0, 120.0
"""Room left of the map: the second quantity and its name; height of the map if there is room for it."""
HATCHES = ("", "....", "////", "xxxx")
"""So that how far it came is told in grey too: 0 for nowhere."""
DASHES: tuple[Any, ...] = ("solid", (0, (5, 2)), (0, (1, 1.5)))
"""Of the borders of tiers, inside out, and over again."""
HALO_PT = 2.4
"""Round borders, so that they are seen on a hatch."""
OWN: dict[str, Any] = {"marker": "*", "markersize": 10, "markerfacecolor": PAPER, "markeredgecolor": INK,
                       "linestyle": "none"}  # fmt: skip
PLAYED: dict[str, Any] = {"marker": ".", "markersize": 1.6, "color": SOFT, "linestyle": "none"}
At = tuple[float, float]
Inside = Callable[[Spot], bool]


@styled()
def draw_verdict_map(park: Park, scenario: Scenario, sweep: Sweep, uncertain: int, look: Look = USUAL) -> Figure:
    """The figure; nothing is saved."""
    return _Map(park, scenario, sweep, uncertain, look).drawn()


class _Map(Swept):
    """The figure while it is drawn."""

    def __init__(self, park: Park, scenario: Scenario, sweep: Sweep, uncertain: int, look: Look) -> None:
        super().__init__(park, scenario, sweep, uncertain, look)
        self.sweep, self.cells = sweep, Cells(sweep)

    def drawn(self) -> Figure:
        """All of it."""
        found = self.say("sweep_map_found", accuracy=share_text(self.sweep.accuracy))
        frame = self.frame("sweep_map_title", self.say("sweep_map_means", found=found, middle=self.middle),
                           self._legend(), TICKS_MM)  # fmt: skip
        high_mm = min(HIGH_MM, frame.most_mm)
        paper = frame.paper(high_mm)
        wide_mm = paper.width_mm - LEFT_MM - EDGE_MM - 3
        axes = paper.axes((LEFT_MM, frame.low_mm, wide_mm, high_mm - 2))
        self._areas(axes)
        for k in range(len(self.sweep.tiers)):
            for line in self.cells.borders(partial(_is_breached, k)):
                axes.plot(*self._scaled(line), **_border(k), path_effects=halo(HALO_PT))
        axes.plot(*self._scaled([spot.at for spot in self.sweep.spots]), **PLAYED)
        if self._own_is_inside():
            axes.plot(*self._scaled([self.sweep.own.at]), **OWN, zorder=6)  # type: ignore[union-attr]
        self.along(axes, wide_mm)
        self.up(axes, high_mm)
        return paper.finished()

    def _legend(self) -> list[Group]:
        """Areas, borders, and marks."""
        seen = {spot.reached for spot in self.sweep.spots}
        areas = [area(self._reach(rank), **self._style(rank, edge=True)) for rank in sorted(seen)]
        borders = [mark(self.say("sweep_border", tier=self.called.tier(tier)), **_border(k))
                   for k, tier in enumerate(self.sweep.tiers)
                   if any(flip.turns(partial(_is_breached, k)) for flip in self.sweep.flips)]  # fmt: skip
        marks = [mark(self.say("sweep_run_mark"), **{**PLAYED, "markersize": 4})]
        marks += [mark(self.say("sweep_own_mark"), **{**OWN, "markersize": 7})] if self._own_is_inside() else []
        return [[self.say("sweep_outermost_sign"), *areas], [*borders, *marks]]

    def _reach(self, rank: int) -> str:
        """What it is called how far it came."""
        if rank < 0:
            return self.say("sweep_failed")
        return self.called.tier(self.sweep.tiers[rank - 1]) if rank else self.say("none")

    def _style(self, rank: int, edge: bool = False) -> dict[str, Any]:
        """How the area looks in which it came so far."""
        if rank < 0:
            return NOT_PLAYED
        colour = reach_colour(rank, len(self.sweep.tiers))
        outline = SOFT if edge and not rank else on_colour(colour)
        return {"facecolor": colour, "hatch": HATCHES[rank % len(HATCHES)] if rank else "", "edgecolor": outline,
                "linewidth": 0.4 if edge else 0.0}  # fmt: skip

    def _own_is_inside(self) -> bool:
        own = self.sweep.own
        return own is not None and all(axis.values[0] <= value <= axis.values[-1] for axis, value in
                                       zip(self.sweep.axes, own.at, strict=True))  # fmt: skip

    def _areas(self, axes: Axes) -> None:
        """How far it came, one area on the other, the farther the higher."""
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        for rank in sorted({spot.reached for spot in self.sweep.spots}):
            rings = self.cells.rings(partial(_is_reached, rank))
            paths = [Path([*zip(*self._scaled(ring), strict=True)], closed=False) for ring in rings]
            axes.add_patch(PathPatch(Path.make_compound_path(*paths), **self._style(rank), zorder=1))

    def _scaled(self, spots: Sequence[Sequence[float]]) -> tuple[list[float], list[float]]:
        """Places in the units of the axes."""
        first, second = self.tolds
        return [first.scaled(at[0]) for at in spots], [second.scaled(at[1]) for at in spots]


def _is_breached(tier: int, spot: Spot) -> bool:
    return spot.breached(tier)


def _is_reached(rank: int, spot: Spot) -> bool:
    return spot.reached >= rank


def _border(tier: int) -> dict[str, Any]:
    return {"color": INK, "linewidth": 1.1, "linestyle": DASHES[tier % len(DASHES)], "zorder": 5}


class Cells:
    """The cells of a grid, on whose edges it is known where something begins: marching squares."""

    def __init__(self, sweep: Sweep) -> None:
        self.sweep = sweep
        self.flips: dict[tuple[int, int], list[Flip]] = {}
        for flip in sweep.flips:
            self.flips.setdefault(flip.edge, []).append(flip)

    def rings(self, inside: Inside) -> Iterator[list[At]]:
        """Of each cell that part, as a closed ring, in which something is so."""
        for walk in self._walks(inside):
            ring = [at for at, crossing, so in walk if crossing or so]
            if len(ring) > 2:
                yield [*ring, ring[0]]

    def borders(self, inside: Inside) -> list[list[At]]:
        """Lines along which something begins, as long as they go on."""
        pieces = []
        for walk in self._walks(inside):
            crossings = [at for at, crossing, _ in walk if crossing]
            if not walk[0][2]:
                crossings = [*crossings[1:], *crossings[:1]]  # each piece lies before what is not so
            pieces += list(zip(crossings[::2], crossings[1::2], strict=False))
        return chained(pieces)

    def _walks(self, inside: Inside) -> Iterator[list[tuple[At, bool, bool]]]:
        """Round each cell: its corners and where something begins between them, and whether it is so in a corner."""
        wide = self.sweep.wide
        spots = self.sweep.spots
        for k in range(len(spots) - wide):
            if (k + 1) % wide:
                corners = (k, k + 1, k + 1 + wide, k + wide)
                edges = (((k, 0), 1), ((k + 1, 1), 1), ((k + wide, 0), -1), ((k, 1), -1))
                walk = []
                for corner, (edge, step) in zip(corners, edges, strict=True):
                    walk.append((_at(spots[corner]), False, inside(spots[corner])))
                    walk += [(_middle(flip), True, True) for flip in self.flips.get(edge, [])[::step]
                             if flip.turns(inside)]  # fmt: skip
                yield walk


def chained(pieces: Sequence[tuple[At, At]]) -> list[list[At]]:
    """Pieces of lines put together where they meet.

    >>> chained([((0, 0), (1, 0)), ((2, 0), (3, 1)), ((2, 0), (1, 0))])
    [[(0, 0), (1, 0), (2, 0), (3, 1)]]
    """
    beside: dict[At, list[At]] = {}
    for one, other in pieces:
        beside.setdefault(one, []).append(other)
        beside.setdefault(other, []).append(one)
    ends = [at for at, others in beside.items() if len(others) == 1]
    lines = [_followed(beside, at) for at in (*ends, *beside)]
    return [line for line in lines if len(line) > 1]


def _followed(beside: Mapping[At, list[At]], at: At) -> list[At]:
    """The line that begins at a place, which is taken away."""
    line = [at]
    while beside[line[-1]]:
        after = beside[line[-1]].pop()
        beside[after].remove(line[-1])
        line.append(after)
    return line


def _at(spot: Spot) -> At:
    return spot.at[0], spot.at[1]


def _middle(flip: Flip) -> At:
    one, other = _at(flip.before), _at(flip.after)
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
