"""A drill that could be held: a scenario in its park, given or generated."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from sim.park import Name, Park
from sim.scenario import Scenario


class Sort(StrEnum):
    """Where a drill comes from."""

    GIVEN = "given"
    """A scenario that was handed in, as it is or with a pick of its own."""
    FAULT = "given-with-a-fault"
    """The same with a fault of ours, so that what stands by has to do."""
    SITE = "site"
    """Generated: a leak at one plant, main, well, pool or river section."""
    WAY = "way"
    """Generated: a leak, followed along the way of its water."""
    AREA = "area"
    """Generated: one of several days on which all of a sub-area is gone through, or all that sub-areas share."""
    PARK = "park"
    """Generated: one of several days on which the whole park is gone through."""

    @property
    def generated(self) -> bool:
        """Whether its scenario is ours."""
        return self in (Sort.SITE, Sort.WAY, Sort.AREA, Sort.PARK)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A drill that could be held."""

    id: str
    name: Name
    sort: Sort
    scenario: Scenario = field(repr=False)
    park: Park = field(repr=False)
    """With the changes that a pick makes to it."""
    fault: str = ""
    """The id of what fails, of a given scenario with a fault."""
