"""Published totals, held against the sum of the parts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Published:
    """A total somebody published, and which objects should add up to it."""

    id: str
    value: float
    """In SI units of `field`, or a number of objects."""
    field: str
    """What is added up: `count`, or a field with a unit such as `capacity_m3`."""
    of: str
    """Which collection: storages, links, catchments, plants."""
    where: tuple[tuple[str, str], ...] = ()
    """Only objects with these values, such as (("kind", "bund"),); `tag` looks in the tags."""
    text: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A published total beside the sum of the parts."""

    published: Published
    found: float

    @property
    def difference(self) -> float:
        """Sum of the parts less the published total."""
        return self.found - self.published.value

    @property
    def agrees(self) -> bool:
        """Whether the two agree to a part in a million."""
        return abs(self.difference) <= 1e-6 * max(abs(self.published.value), 1)
