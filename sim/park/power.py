"""What runs on which feed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sim.park.kept import kept
from sim.park.park import Park


@kept
def fed(park: Park) -> Mapping[str, tuple[str, ...]]:
    """The links of each power area, in the order of the park."""
    found: dict[str, list[str]] = defaultdict(list)
    for id, link in park.links.items():
        if link.power:
            found[link.power].append(id)
    return {area: tuple(ids) for area, ids in found.items()}
