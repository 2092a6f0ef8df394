"""What came of a run."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sim.check import Downstream, FillTimes, Judgement, downstream, fill_times, judge
from sim.park import Park
from sim.record.course import Course
from sim.record.event import Event
from sim.record.record import Ledger, Record
from sim.result.frame import frame
from sim.result.link_frames import LinkFrames
from sim.result.storage_frames import StorageFrames
from sim.result.tables import TIERS
from sim.scenario import Scenario
from sim.units import time_text

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False, repr=False)
class Result:
    """A scenario in its park with the record of its run, and the questions one asks of it.

    `storages["volume"]` is a DataFrame with a row for every instant at which something changed
    and a column for every storage; `verdict` says tier by tier whether it held.
    """

    park: Park
    scenario: Scenario
    record: Record

    def __repr__(self) -> str:
        return f"<Result of {self.scenario.id} in {self.park.id}, {time_text(self.record.horizon_s)}>"

    @cached_property
    def course(self) -> Course:
        """How the water went, by the ids of storages and links; for a run that kept its trace."""
        return Course(self.record)

    @cached_property
    def verdict(self) -> Judgement:
        """Every tier's verdict, and every storage's margin."""
        return judge(self.park, self.scenario, self.record)

    @cached_property
    def downstream(self) -> Downstream:
        """What the receptors below the park saw of the product that escaped."""
        return downstream(self.park, self.scenario, self.record)

    @cached_property
    def sections(self) -> FillTimes:
        """How long river sections, and other storages with a gate, held out once they were shut."""
        return fill_times(self.park, self.record)

    @property
    def ledger(self) -> Ledger:
        """Where every cubic metre came from and went."""
        return self.record.ledger

    @property
    def events(self) -> tuple[Event, ...]:
        """What happened, in order."""
        return self.record.events

    @cached_property
    def storages(self) -> StorageFrames:
        """Volumes and flows of storages over time, and a summary."""
        return StorageFrames(self.park, self.record)

    @cached_property
    def links(self) -> LinkFrames:
        """Flows into links over time, and a summary."""
        return LinkFrames(self.park, self.record)

    @property
    def tiers(self) -> pd.DataFrame:
        """A row for every tier: verdict, peak, margin, first escape.

        Raises:
            InputError: pandas is not installed.
        """
        return frame(TIERS.table(self.verdict.tiers))
