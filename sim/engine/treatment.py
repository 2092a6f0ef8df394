"""A treatment plant over the day: its headroom turns on the hour, while there is water for it."""

from __future__ import annotations

from collections.abc import Generator
from math import floor

import simpy

from sim.engine.clock import SENSING, WEATHER
from sim.engine.stage import Stage, time_of_day_s
from sim.park import HOURS, Link
from sim.record.event import BY_CLOCK
from sim.units import SECONDS_AN_HOUR

SAME = 1e-9
"""Share of an hour that is rounding."""


def follow_the_day(stage: Stage, link: Link, watch: int) -> Generator[simpy.Event, None, None]:
    """Let a link to treatment pass what the plant has left at each hour of the day, until the storage behind it is dry.

    Asleep it would pass the most it ever has; the kernel's watch wakes it when water enters the link, before that water
    has moved, and stands for the next water when it falls asleep.
    """
    assert link.treatment is not None  # the network has chosen it for that
    facility, began_s = stage.facility(link.id), time_of_day_s(stage.scenario.starts)
    yield stage.clock.at(stage.water.now_s, SENSING, watch)
    while stage.water.is_wet(link.source):
        hours = floor((began_s + stage.now_s) / SECONDS_AN_HOUR + SAME)
        facility.headroom = link.treatment.share(hours % HOURS)
        facility.apply(BY_CLOCK)
        yield stage.clock.at((hours + 1) * SECONDS_AN_HOUR - began_s, WEATHER)
    facility.headroom = 1.0
    facility.apply(BY_CLOCK)
    stage.water.await_flow(watch)
