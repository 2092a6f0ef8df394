"""What people call an uncertain number, instead of the path under which it stands in a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sim.called import Called
from sim.park import ORIGINS, Uncertain
from sim.words import WORDS

NAMED: Mapping[str, Callable[[Called, str], str]] = {
    "storages": Called.place, "initial": Called.place, "links": Called.way, "openings": Called.way,
    "sheets": Called.job,
}  # fmt: skip
"""What has a name of its own, by where it stands; other things go by their ids."""


def number_name(called: Called, uncertain: Uncertain) -> str:
    """A number in words, or its path where there are none for it.

    >>> from sim.park import Park
    >>> from sim.park.spread import Uniform
    >>> number = Uncertain("releases.rupture.volume", Uniform(1.0, 2.0), "uniform [1 m3, 2 m3]", "volume")
    >>> number_name(Called(Park.of([])), number)
    'volume of spill rupture'
    """
    collection, _, rest = uncertain.path.partition(".")
    id, _, field = rest.rpartition(".")
    id = id.removesuffix(".when")
    values = {}
    if collection == "initial" and field in ORIGINS:
        values["origin"], field = called.says(f"origin_{field}"), "origin"
    if collection == "openings":
        id, field = rest, "link"
    key = f"number_{collection}_{field}"
    if key not in WORDS:
        return uncertain.path
    return called.says(key, of=NAMED[collection](called, id) if collection in NAMED else id, **values)
