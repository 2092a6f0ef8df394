"""Whose clock shifts and loads over the day follow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sim.lint.doubt import Doubt, Doubtful
from sim.park import Park
from sim.scenario import Scenario


def clock(park: Park, scenario: Scenario) -> Iterator[Doubt]:
    """Ask whether times of day hang on the offset that `starts` is written with, the park naming none of its own."""
    daily = any(crew.shifts for crew in park.crews.values()) or any(
        link.treatment and link.treatment.pattern for link in park.links.values()
    )
    offset = datetime.fromisoformat(scenario.starts).strftime("%z") if scenario.starts else ""
    if daily and offset and park.utc_offset_s is None:
        yield Doubt(Doubtful.CLOCK, words={"offset": f"{offset[:3]}:{offset[3:5]}"})
