"""Whether each tier held, in short: what a thousand runs are asked."""

from __future__ import annotations

from math import nan

from sim.check.crossings import crossings
from sim.check.tier_verdict import Crossing, Verdict, word
from sim.check.uncounted import uncounted
from sim.park import Park
from sim.record.event import fact
from sim.record.record import Record
from sim.scenario import Scenario


@fact
class Outcome:
    """One tier's verdict, and what escaped."""

    tier: str
    verdict: Verdict
    escaped_m3: float = 0.0
    first_s: float = nan
    """When it first escaped; NaN for never [s]."""
    uncounted_m3: float = 0.0
    """Accident water that would have left it, too, were there no space that does not count [m3]."""
    cause: str = ""
    """The link over which it first left uncontrolled; empty for none."""

    @property
    def breached(self) -> bool:
        """Whether some left uncontrolled."""
        return self.verdict is Verdict.BREACHED

    @property
    def only_uncounted(self) -> bool:
        """Whether it was not breached only because of space that does not count."""
        return not self.breached and self.uncounted_m3 > 0

    @property
    def held(self) -> bool:
        """Whether it was not breached, by space that counts."""
        return not self.breached and not self.only_uncounted

    @property
    def word(self) -> str:
        """What its verdict is called: the verdict, and whether space that does not count is behind it."""
        return word(self.verdict, self.only_uncounted)

    @property
    def rank(self) -> int:
        """Its place from best to worst, 0 for untouched: only with space that does not count is next to breached."""
        return Verdict.BREACHED.rank if self.only_uncounted else self.verdict.rank + self.breached


def outcomes(park: Park, scenario: Scenario, record: Record) -> tuple[Outcome, ...]:
    """Every tier's outcome, inside out: the verdicts of `judge` at a tenth of its cost."""
    left = crossings(park, record, scenario.limits.escape_m3)
    reached = {park.storages[record.storages.ids[place]].tier for place in record.storages.reached}
    beside = uncounted(park, scenario, record)
    return tuple(
        _outcome(park, tier, tier in reached, left[rank], beside.get(tier, 0.0)) for rank, tier in enumerate(park.tiers)
    )


def _outcome(park: Park, tier: str, reached: bool, left: tuple[Crossing, ...], uncounted_m3: float) -> Outcome:
    escapes = [each for each in left if not each.controlled]
    verdict = verdict_of(park, reached, left)
    if not escapes:
        return Outcome(tier, verdict, uncounted_m3=uncounted_m3)
    first = escapes[0]
    return Outcome(tier, verdict, sum(each.volume_m3 for each in escapes), first.first_s, uncounted_m3, first.link)


def verdict_of(park: Park, reached: bool, left: tuple[Crossing, ...]) -> Verdict:
    """The worst that happened; what a tier itself had treated or recovered, it held."""
    if any(not each.controlled for each in left):
        return Verdict.BREACHED
    if any(each.target in park.storages for each in left):
        return Verdict.RELIEVED
    return Verdict.HELD if reached else Verdict.UNTOUCHED
