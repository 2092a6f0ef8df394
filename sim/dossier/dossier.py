"""What a package is made of: the park, and the scenarios that were played in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sim.called import Called
from sim.dossier.order import Order, orders
from sim.dossier.played import Played
from sim.dossier.use import Use, uses
from sim.park import Park, Storage


@dataclass(frozen=True, eq=False)
class Dossier:
    """A park with its scenarios, in the order in which they were named."""

    park: Park
    played: Sequence[Played]

    def called(self, language: str) -> Called:
        """What people call the things of the park."""
        return Called(self.park, language=language)

    @cached_property
    def orders(self) -> Sequence[Sequence[Order]]:
        """Of every scenario its orders, in the order in which they were given."""
        return [orders(each) for each in self.played]

    @cached_property
    def reached(self) -> frozenset[str]:
        """Storages that accident water reaches in one of the scenarios, by their ids."""
        return frozenset().union(*(each.reached for each in self.played))

    @cached_property
    def touched(self) -> Sequence[Storage]:
        """The same, tier by tier, then by id."""
        found = [self.park.storages[id] for id in self.reached]
        return sorted(found, key=lambda each: (self.park.tier_rank(each.tier), each.id))

    @property
    def given(self) -> Iterator[tuple[Played, Order]]:
        """Every order with its scenario, scenario by scenario."""
        return ((each, order) for each, orders in zip(self.played, self.orders, strict=True) for order in orders)

    @cached_property
    def ordered(self) -> frozenset[str]:
        """Operation sheets that one of the scenarios orders."""
        return frozenset(order.job.sheet for _, order in self.given if order.job.sheet)

    @cached_property
    def uses(self) -> Mapping[str, Use]:
        """How every space is used, by its id."""
        return uses(self.park)
