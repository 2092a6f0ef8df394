"""Where water comes from, for the headers of a record's tables.

The same names in the same order as `sim.park.ORIGINS`; a record stands alone, so it has its own.
"""

from __future__ import annotations

ORIGINS = ("product", "firewater", "rain", "process", "river", "measured")


def by_origin(template: str) -> list[str]:
    """A header for each origin.

    >>> by_origin("final {} [m3]")[:2]
    ['final product [m3]', 'final firewater [m3]']
    """
    return [template.format(origin) for origin in ORIGINS]
