"""What a park and a scenario do not say, and what nobody can know for that reason."""

from __future__ import annotations

from collections import Counter

from sim.called import Called
from sim.study.gaps import GapSort, gaps_of
from sim.study.gaps.find import OPENINGS


def missing_lines(called: Called) -> list[str]:
    """A line for each sort of fact that is left out, of those that a page cannot do without; none where all are there.

    >>> from sim.park import Name, Prism, Storage
    >>> from tests.water.by_hand import park_of, script
    >>> pools = [Storage("one", Name("one"), "plant", "pool", 100, shape=Prism(50.0), floor_m=3.0),
    ...          Storage("two", Name("two"), "plant", "pool", 100, shape=Prism(50.0))]
    >>> lines = missing_lines(Called(park_of(pools), script(horizon_s=60)))
    >>> [line.partition(":")[0] for line in lines]  # doctest: +NORMALIZE_WHITESPACE
    ['2 of 2 storages have no place (longitude and latitude, or x and y)', '1 of 2 storages have no floor level',
     'no receptor below the park is given', 'the scenario has no date and clock']
    """
    park, missing = called.park, Counter(gap.sort for gap in gaps_of(called.park))
    storages = len(park.storages)
    counts = {
        "missing_place": (missing[GapSort.PLACE], storages),
        "missing_shape": (missing[GapSort.SHAPE], storages),
        "missing_floor": (missing[GapSort.FLOOR], storages),
        "missing_rating": (missing[GapSort.RATING], sum(each.kind in OPENINGS for each in park.links.values())),
        "missing_source": (sum(not each.source for each in (*park.provenance, *called.played.provenance)), 0),
    }
    found = [called.says(key, count=f"{count:,}", all=f"{every:,}") for key, (count, every) in counts.items() if count]
    found += [called.says("missing_receptors")] * missing[GapSort.RECEPTOR]
    return found + [called.says("missing_starts")] * (not called.played.starts)
