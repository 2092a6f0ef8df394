"""A park and a scenario as SWMM has them: what is carried, where it stands, what it is called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from sim.exchange.swmm.basin import Basin
from sim.exchange.swmm.behind import felt_m
from sim.exchange.swmm.heights import heights_m, loop_of, ties
from sim.exchange.swmm.passage import SPILLS, Passage, largest_m3_s, lifted, passages
from sim.exchange.swmm.pouring import Step, steps
from sim.exchange.swmm.reach import Reach
from sim.exchange.swmm.turning import Start, Turn, asks, turns_of
from sim.park import Link, LinkKind, Park
from sim.park.spill import unwritten
from sim.scenario import Level, Scenario
from sim.water.rating import rating_m3_s

LEAST_M3_S = 0.01
"""What a conduit is laid out for when nothing says more [m3/s]."""
SETTLES = 0.6
"""How fast a steep outlet follows its storage, in routing steps: of what is too much, SWMM's trapezoidal rule leaves
`(1 - 1 / (2 s)) / (1 + 1 / (2 s))`, at 0.6 a tenth, in a step; at 0.5 and below it swings, and water appears."""
ROOM = 3.0
"""How much more room there is above a wall than what runs over it is thought to need [-]."""


@dataclass(frozen=True)
class Model:
    """What a SWMM file is written from, to be routed in steps of `step_s` [s]."""

    park: Park
    scenario: Scenario
    step_s: float
    has_waves: bool = False
    """Whether SWMM solves the whole of the equations, not the kinematic wave only, which knows no backwater."""

    @cached_property
    def start(self) -> Start:
        """How things stand at the start."""
        return Start.of(self.park, self.scenario)

    @cached_property
    def turns(self) -> dict[str, list[Turn]]:
        """What is done to each link."""
        found: dict[str, list[Turn]] = {}
        for turn in turns_of(self.scenario.actions, self.start):
            found.setdefault(turn.link, []).append(turn)
        return found

    def share(self, link: Link) -> float:
        """The largest share that a link is ever open [-]."""
        if link.kind in SPILLS:
            return 1.0
        openings = [self.start.openings[link.id], *(turn.opening for turn in self.turns.get(link.id, ()))]
        return max(asks(link, opening) for opening in openings)

    @cached_property
    def links(self) -> list[Link]:
        """Links that ever open, spills onto the ground and ways over walls."""
        carried = [link for link in self.park.links.values() if self.share(link) > 0 and link not in self.shut]
        return [*carried, *unwritten(self.park)]

    @cached_property
    def shut(self) -> list[Link]:
        """Links that never open, and ways that only a fault would bring."""
        brought = {link.id for link in self.scenario.links}
        return [link for link in self.park.links.values() if link.id in brought or self.share(link) <= 0]

    @cached_property
    def basins(self) -> dict[str, Basin]:
        """The storages."""
        return {
            id: Basin.of(each, _leaving(self.links, id), ROOM * SETTLES * self.step_s * self._entering_m3_s(id))
            for id, each in self.park.storages.items()
        }

    def _entering_m3_s(self, storage: str) -> float:
        """What can come into a storage, about [m3/s]: all that is poured anywhere, and what links into it can pass."""
        poured = sum(max(rate for _, rate in each) for each in self.poured.values())
        return poured + sum(self._passing_m3_s(each) for each in self.links if each.target == storage)

    def _passing_m3_s(self, link: Link) -> float:
        """What a link passes from a full storage by itself; 0 for one that passes what does not fit [m3/s]."""
        source = self.park.storages[link.source]
        if link.rating is None or source.shape is None:
            return link.capacity_m3_s
        return rating_m3_s(link.rating, source.shape.depth_m(source.capacity_m3))

    @cached_property
    def poured(self) -> dict[str, list[Step]]:
        """What each storage receives from nowhere."""
        return steps(self.scenario.inflows)

    @cached_property
    def loop(self) -> list[str]:
        """Storages round which water could run."""
        return loop_of(self.links, self.basins)

    @cached_property
    def _falling(self) -> dict[str, Passage]:
        """Every link as if water always ran down to where it goes."""
        every = [
            passage
            for id, basin in self.basins.items()
            for passage in passages(basin, _leaving(self.links, id), self.turned, self.felt, SETTLES * self.step_s)
        ]
        return {each.link.id: each for each in every}

    @cached_property
    def turned(self) -> dict[str, float | None]:
        """Links that do not stay fully open, and the share at which they stay; None for those that are turned."""
        found = {link.id: None if link.id in self.turns else self._stands(link) for link in self.links}
        return {id: share for id, share in found.items() if share != 1}

    @cached_property
    def felt(self) -> dict[str, float]:
        """Links that feel the water behind them, and how much higher that lies [m]; none where the storages that
        these join could then not stand above what they run into."""
        felt = felt_m(self.park, self.links, self.turned) if self.has_waves else {}
        return {} if loop_of(self.links, self.basins, self._ties(felt)) else felt

    def _ties(self, felt: Mapping[str, float]) -> dict[str, str]:
        return ties((link for link in self.links if link.id in felt), self.basins)

    def _stands(self, link: Link) -> float:
        """The share a link is open at the start [-]."""
        return 1.0 if link.kind in SPILLS else asks(link, self.start.openings[link.id])

    @cached_property
    def reaches(self) -> dict[str, Reach]:
        """The conduits of links with travel time."""
        slow = (each for each in self.links if each.lag_s > 0)
        return {each.id: self._reach(each) for each in slow}

    def _reach(self, link: Link) -> Reach:
        """The conduits of a link with travel time."""
        return Reach.of(link.lag_s, link.length_m, max(self._design(link), LEAST_M3_S), self.step_s, self.has_waves)

    def _design(self, link: Link) -> float:
        """What a link is laid out for [m3/s]; for an overflow, all that can come into its storage."""
        if (own := self._own(link)) > 0:
            return own
        entering = sum(self._own(each) for each in self.links if each.target == link.source)
        return entering + max((rate for _, rate in self.poured.get(link.source, ())), default=0.0)

    def _own(self, link: Link) -> float:
        """What a link passes at most by itself [m3/s]."""
        return largest_m3_s(self._falling[link.id], self.basins[link.source]) * self.share(link)

    @cached_property
    def heights(self) -> dict[str, float]:
        """Heights of the storages' floors [m]."""
        drops = {id: each.drop_m + each.height_m for id, each in self.reaches.items()}
        return heights_m(self.basins, self.links, drops, self._ties(self.felt))

    def level_m(self, link: Link) -> float | None:
        """Height of the water of a receiver that a link feels [m]; None where its water falls freely."""
        if link.id not in self.felt or link.target in self.basins:
            return None
        return self.heights[link.source] - self.basins[link.source].floor_m + self.felt[link.id]

    def end_m(self, link: Link) -> float:
        """Height at which a link's conduits end [m]: above all water in its target."""
        if link.target not in self.basins:
            return 0.0
        basin = self.basins[link.target]
        return self.heights[link.target] + basin.wall_m

    @cached_property
    def passages(self) -> list[Passage]:
        """How every link is carried."""
        return [self._lifted(each) if self._rises(each.link) else each for each in self._falling.values()]

    def _lifted(self, passage: Passage) -> Passage:
        """A passage that ends above its beginning, as a pump."""
        return lifted(passage, self.basins[passage.link.source], self.turned.get(passage.link.id, 1.0))

    def _rises(self, link: Link) -> bool:
        """Whether it closes a loop, so that it ends above its beginning."""
        if link.id not in self.reaches or link.kind is LinkKind.PUMP:
            return False
        reach = self.reaches[link.id]
        return self.heights[link.source] < self.end_m(link) + reach.drop_m + reach.height_m

    def premise(self, turn: Turn, names: Mapping[str, str]) -> str:
        """What a rule asks of a level; empty for one that goes by the clock."""
        if not isinstance(turn.when, Level):
            return ""
        storage = turn.when.storage
        sign = ">=" if turn.when.rising else "<="
        return f"NODE {names[storage]} DEPTH {sign} {self.basins[storage].depth_m(turn.when.volume_m3):.6g}"


def _leaving(links: Iterable[Link], storage: str) -> list[Link]:
    return [link for link in links if link.source == storage]
