"""Random networks here and in EPA SWMM, each written for either program from numbers that belong to neither.

    python -m tests.swmm.drawn -n 200 --seed 1

prints how far peaks, volumes over crests and walls, and first overflows are apart, in which storages only one program
overflows, and the worst ten.
"""

import argparse
from dataclasses import dataclass
from itertools import chain

import numpy as np

from tests.swmm import ours, theirs
from tests.swmm.draw_networks import network
from tests.swmm.twice import FLOODED, Twice

PEAK_P95 = 0.5
"""What is allowed of 95 of 100 differences in peaks [% of capacity]."""
SLIVER = 0.5
"""How far below a crest or wall another program's peak may stay where one program's water runs over [% of capacity]."""
CONTINUITY = 1.0
"""Networks where SWMM cannot account for more than this are counted apart [% of inflow]."""
WORST = 10


@dataclass(frozen=True)
class Peak:
    """A storage's peaks and what runs over its crest and wall, here and there."""

    network: str
    storage: str
    ours: float
    """[% of capacity]"""
    theirs: float
    wall: float
    """Top of the wall [% of capacity]."""
    touched_by: tuple[str, ...]
    """Kinds of ways that lead here, and that leave."""
    unaccounted: float
    """SWMM's continuity error of its network [%]."""

    @property
    def apart(self):
        """SWMM's less ours [% of capacity]."""
        return self.theirs - self.ours

    @property
    def only_one(self):
        """What only one of the two reaches by more than a sliver: crest, wall, or nothing."""
        low, high = sorted((self.ours, self.theirs))
        for what, level in (("crest", crest(self)), ("wall", wall(self))):
            if high >= level * (1 - 1e-5) and low < level - SLIVER:
                return what
        return ""


@dataclass(frozen=True)
class Over:
    """What ran over a crest or a wall in all, and when it first did."""

    way: str
    passed_apart: float
    """SWMM's less ours [% of inflow]."""
    first_apart: float
    """How much later in SWMM [min]; not finite when it ran over in one program only."""
    unaccounted: float
    """SWMM's continuity error of its network [%]."""


def twice(net):
    """A drawn network for both."""
    park, scenario = ours.case(net)
    ways = {each.id: each.id for each in net.ways if each.kind == "crest"}
    for each in net.basins:
        ways[f"{each.id}>{'wall' if net.has_crest(each.id) else 'ground'}"] = f"{FLOODED}{each.id}"
    return Twice(park, scenario, theirs.text(net), ways, net.name)


def outcome(net):
    """What came of every storage of a network, and over every crest and wall over which something came."""
    both = twice(net)
    unaccounted = float(both.theirs["unaccounted"])
    overs = [
        Over(f"{net.name} {way}", both.passed_apart(way), both.first_apart(way), unaccounted)
        for way in both.ways
        if max(both.passed_m3(way)) > 0
    ]
    return _peaks(net, both, unaccounted), overs


def _peaks(net, both, unaccounted):
    """The peaks of every storage."""
    return [
        Peak(net.name, each.id, *(100 * peak / capacity for peak in both.peaks_m3(each.id)),
             100 * each.volume_m3(each.wall_m) / capacity, _touching(net, each.id), unaccounted)
        for each in net.basins
        for capacity in [each.capacity_m3]
    ]  # fmt: skip


def _touching(net, storage):
    """Kinds of ways above a storage, however far, and those that leave it."""
    above, waiting = set(), {storage}
    while waiting:
        leading = [each for each in net.ways if each.target in waiting]
        waiting = {each.source for each in leading} - above
        above |= waiting
    kinds = {f"{each.kind} above" for each in net.ways if each.source in above}
    return (*sorted(each.kind for each in net.leaving(storage)), *sorted(kinds))


def trusted(found):
    """Those of networks in which SWMM accounts for its water."""
    return [each for each in found if abs(each.unaccounted) < CONTINUITY]


def table(found, overs):
    """How far the two are apart, as lines."""
    good, times = trusted(found), [each for each in trusted(overs) if np.isfinite(each.first_apart)]
    lines = [
        _counted(found, good),
        "",
        f"{'apart':38}   median    p75    p90    p95    p99    max",
        _row("peaks [% of capacity]", [each.apart for each in found]),
        _row("  where SWMM accounts for its water", [each.apart for each in good]),
        _row("over crests and walls [% of inflow]", [each.passed_apart for each in trusted(overs)]),
        _row("first over crests and walls [min]", [each.first_apart for each in times]),
        "",
        f"reach their crest: {_reach(found, 'ours', crest)} here, {_reach(found, 'theirs', crest)} there",
        f"run over a wall: {_reach(found, 'ours', wall)} here, {_reach(found, 'theirs', wall)} there",
        f"only one program overflows (more than {SLIVER:g} % apart): {sum(bool(each.only_one) for each in good)}",
        *(f"  {each.network} {each.storage}: {each.only_one}, {_said(each)}" for each in good if each.only_one),
        "",
        f"the worst {WORST}:",
    ]
    worst = sorted(found, key=lambda each: -abs(each.apart))[:WORST]
    return "\n".join([*lines, *(f"  {each.network} {each.storage}: {_said(each)}" for each in worst)])


def _row(name, differences):
    apart = np.abs(differences) if differences else np.zeros(1)
    cells = [*np.percentile(apart, (50, 75, 90, 95, 99)), apart.max()]
    return f"{name:38}{''.join(f'{each:9.3f}' if place == 0 else f'{each:7.2f}' for place, each in enumerate(cells))}"


def _counted(found, good):
    """How many networks and storages there are, and in how many SWMM's figures are to be trusted."""
    every, some = ({each.network for each in part} for part in (found, good))
    return (f"{len(every)} networks, {len(found)} storages; SWMM accounts for its water within {CONTINUITY:g} % in "
            f"{len(some)} networks, with {len(good)} storages")  # fmt: skip


def _reach(found, side, level):
    """How many peaks reach a level."""
    return sum(getattr(each, side) >= level(each) * 0.99999 for each in found)


def crest(_):
    """Where it is full [% of capacity]."""
    return 100.0


def wall(each):
    """Where water runs over its wall [% of capacity]."""
    return each.wall


def _said(each):
    """A difference and what it may come from."""
    cause = f"SWMM's continuity error {each.unaccounted:+.2f} %" if abs(each.unaccounted) >= CONTINUITY else ""
    return f"{each.ours:.2f} % here, {each.theirs:.2f} % there; {', '.join(filter(None, [cause, *each.touched_by]))}"


def main():
    """Draw, run and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-n", type=int, default=200, help="how many networks")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--first", type=int, default=0, help="number of the first")
    given = parser.parse_args()
    drawn = [outcome(network(given.seed, given.first + number)) for number in range(given.n)]
    print(table(*(list(chain.from_iterable(part)) for part in zip(*drawn, strict=True))))


if __name__ == "__main__":
    main()
