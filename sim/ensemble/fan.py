"""What is left in each tier over time in many runs: the first ones of an ensemble, played again with a trace."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from sim.check import TierVerdict
from sim.check.judge import judge
from sim.ensemble.ensemble import Ensemble
from sim.ensemble.player import Player
from sim.errors import SimError
from sim.record.course import Course
from sim.record.table import Table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)
"""Shares of the runs that have less left [-]."""
RUNS = 200
"""Runs that are played again at most."""
TIMES = 401
"""At which it is looked at, evenly from start to end."""
HEADER = ("tier", "time [s]", *(f"left in {each * 100:g} % less than [m3]" for each in SHARES))


@dataclass(frozen=True, eq=False, slots=True)
class Fan:
    """One tier over time."""

    tier: str
    at_s: Floats
    left_m3: Floats
    """Of each share of the runs what is left less than at each time, shape (shares, times); infinite where accident
    water does not come to the tier."""
    runs: int
    reached: int
    """Those in which accident water comes to it."""


def fans_of(ensemble: Ensemble, most: int = RUNS) -> tuple[Fan, ...]:
    """Every tier, inside out, in the first runs that can be played."""
    import numpy as np

    player = ensemble.player
    at_s = np.linspace(0.0, player.varying.scenario.horizon_s, TIMES)
    left: list[list[Floats]] = [[] for _ in player.tiers]
    for index, numbers in enumerate(player.numbers(0, min(ensemble.tally.done, most))):
        try:
            courses = _run(player, numbers, player.design.lots(index), at_s)
        except SimError:  # it is told with those that could not be played
            continue
        for of_tier, course in zip(left, courses, strict=True):
            of_tier.append(course)
    return tuple(_fan(tier, at_s, np.array(each).reshape(-1, TIMES))
                 for tier, each in zip(player.tiers, left, strict=True))  # fmt: skip


def _fan(tier: str, at_s: Floats, left_m3: Floats) -> Fan:
    import numpy as np

    runs = len(left_m3)
    shares = np.quantile(left_m3, SHARES, axis=0, method="lower") if runs else np.zeros((len(SHARES), 0))
    return Fan(tier, at_s[: shares.shape[1]], shares, runs, int(np.isfinite(left_m3[:, -1]).sum()))


def _run(player: Player, numbers: tuple[float, ...], lots: int, at_s: Floats) -> list[Floats]:
    """What is left in each tier of one run."""
    park, scenario, record = player.record(numbers, lots, trace=True)
    course = Course(record)
    return [left_m3(tier, course, at_s) for tier in judge(park, scenario, record).tiers]


def left_m3(tier: TierVerdict, course: Course, at_s: Floats) -> Floats:
    """What is left in a tier at some times: the room in what it hangs on, and once accident water has escaped less
    all that has by then; infinite where there is neither.

    So the least of it is the margin of the verdict, but for space that does not count, which is left out. Water that
    escapes is taken to do so at the rate of all water on its way, from its first time to its last.
    """
    import numpy as np

    own = tier.tightest
    room_m3 = own.margin_m3 + own.peak_m3 - course.volume_m3(own.storage, at_s) if own else np.full(len(at_s), inf)
    if not tier.first_escape:
        return room_m3
    gone_m3 = np.zeros(len(at_s))
    for each in tier.escapes:
        gone_m3 += each.volume_m3 * _passed(course, each.link, each.first_s, each.last_s, at_s)
    return np.where(at_s < tier.first_escape.first_s, room_m3, -gone_m3)


def _passed(course: Course, link: str, first_s: float, last_s: float, at_s: Floats) -> Floats:
    """The share of what enters a link between two times that has entered it by each time [-]."""
    import numpy as np

    starts, _ = course.rates(link)
    times = np.unique(np.concatenate([[first_s, last_s], starts[(starts > first_s) & (starts < last_s)]]))
    rates = course.flow_m3_s(link, times[:-1]).sum(axis=1)
    whole = np.concatenate([[0.0], np.cumsum(rates * np.diff(times))])
    if not whole[-1] > 0:  # all at once
        return np.where(at_s < last_s, 0.0, 1.0)
    share: Floats = np.interp(at_s, times, whole / whole[-1])
    return share


def fan_table(fans: tuple[Fan, ...]) -> Table:
    """A row for every tier and time; empty where accident water does not come to it in so many runs."""
    import numpy as np

    rows = []
    for each in fans:
        told = np.where(np.isfinite(each.left_m3), each.left_m3, np.nan).T
        rows += [[each.tier, at_s, *left] for at_s, left in zip(each.at_s.tolist(), told.tolist(), strict=True)]
    return Table(HEADER, rows)
