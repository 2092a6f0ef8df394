"""Published totals stand beside the sums of their parts."""

from sim.called import Called
from sim.park import Basis, Published
from sim.report.reconciliation import print_reconciliation
from tests.check.by_hand import number, small_park
from tests.report.by_hand import printed

POOLS = Published("pools", 2, "count", "storages", (("kind", "accident-pool"),))
VOLUME = Published("pools-volume", 3000, "capacity_m3", "storages", (("kind", "accident-pool"),))
SPACE = Published("space", 15_000, "capacity_m3", "storages")
PUMPS = Published("pumps", 0.25, "capacity_m3_s", "links", (("kind", "pump"),))
BASES = (number("published.pools.value", "2", Basis.PUBLISHED), number("published.space.value", "1.5 万m3"))

ENGLISH = """\
                         Sum of
Total         Published   parts  Off by  Unit  Basis      Agrees
────────────────────────────────────────────────────────────────
pools                 2       2       0        published  yes
pools-volume      3,000   3,000       0  m3    -          yes
space            15,000  14,100    -900  m3    assumed    NO
pumps              0.25       0   -0.25  m3/s  -          NO

2 of 4 published totals differ from the sum of their parts.
"""

CHINESE = """\
                       分项
总量          公布值   之和  差值  单位  依据  相符
───────────────────────────────────────────────────
pools              2      2     0        公布  是
pools-volume   3,000  3,000     0  m3    -     是

2项公布总量均与分项之和相符。
"""


def park_with(*totals):
    """The small park and what is published about it."""
    return small_park(published={each.id: each for each in totals}, provenance=BASES)


def test_totals_that_differ():
    """
    All storages: 600 + 1,000 + 500 + 2,000 + 10,000 = 14,100 of 15,000 m3. Pumps: none has a capacity.
    """
    assert printed(80, print_reconciliation, Called(park_with(POOLS, VOLUME, SPACE, PUMPS))) == ENGLISH


def test_totals_in_chinese():
    assert printed(80, print_reconciliation, Called(park_with(POOLS, VOLUME), language="zh")) == CHINESE


def test_a_park_without_published_totals_says_so():
    assert printed(80, print_reconciliation, Called(park_with())) == "The park file names no published totals.\n"


def test_a_difference_that_is_only_rounding_is_none():
    """
    3,000 m3 less 1e-10.
    """
    total = Published("volume", 3000 - 1e-10, "capacity_m3", "storages", (("kind", "accident-pool"),))
    lines = printed(80, print_reconciliation, Called(park_with(total))).splitlines()
    (row,) = [line for line in lines if "volume" in line]

    assert row.split() == ["volume", "3,000", "3,000", "0", "m3", "-", "yes"]
