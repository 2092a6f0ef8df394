"""What a park and a scenario do not say, and what nobody can know for that reason."""

from __future__ import annotations

from sim.called import Called
from sim.park import LinkKind

OPENINGS = (LinkKind.GATE, LinkKind.VALVE, LinkKind.ORIFICE, LinkKind.WEIR, LinkKind.PIPE, LinkKind.FLAP_GATE)
"""Links whose flow hangs on the water above them."""


def missing_lines(called: Called) -> list[str]:
    """A line for each sort of fact that is left out; none where all of them are there.

    >>> from sim.park import Name, Prism, Storage
    >>> from tests.water.by_hand import park_of, script
    >>> pools = [Storage("one", Name("one"), "plant", "pool", 100, shape=Prism(50.0), floor_m=3.0),
    ...          Storage("two", Name("two"), "plant", "pool", 100, shape=Prism(50.0))]
    >>> lines = missing_lines(Called(park_of(pools), script(horizon_s=60)))
    >>> [line.partition(":")[0] for line in lines]  # doctest: +NORMALIZE_WHITESPACE
    ['2 of 2 storages have no place (longitude and latitude, or x and y)', '1 of 2 storages have no floor level',
     'no receptor below the park is given', 'the scenario has no date and clock']
    """
    storages = list(called.park.storages.values())
    openings = [each for each in called.park.links.values() if each.kind in OPENINGS]
    counts = {
        "missing_place": (sum(each.place is None for each in storages), len(storages)),
        "missing_shape": (sum(each.shape is None for each in storages), len(storages)),
        "missing_floor": (sum(each.floor_m is None for each in storages), len(storages)),
        "missing_rating": (sum(each.rating is None for each in openings), len(openings)),
        "missing_source": (sum(not each.source for each in (*called.park.provenance, *called.played.provenance)), 0),
    }
    found = [called.says(key, count=f"{count:,}", all=f"{every:,}") for key, (count, every) in counts.items() if count]
    found += [called.says("missing_receptors")] * (not called.park.receptors)
    return found + [called.says("missing_starts")] * (not called.played.starts)
