"""A treatment plant over the day: its headroom turns on the hour, while there is water for it."""

from __future__ import annotations

from collections.abc import Generator
from math import floor

import simpy

from sim.engine.clock import WEATHER
from sim.engine.stage import Stage, time_of_day_s
from sim.park import HOURS, Link
from sim.units import SECONDS_AN_HOUR

SAME = 1e-9
"""Share of an hour that is rounding."""


def follow_the_day(stage: Stage, link: Link) -> Generator[simpy.Event, None, None]:
    """Let a link to treatment pass what the plant has left at each hour of the day.

    It sleeps, with the most it ever has, until water enters the link, and is awake by the time the water has moved; it
    sleeps again when the storage behind it has run dry.
    """
    assert link.treatment is not None  # the network has chosen it for that
    facility, began_s = stage.facility(link.id), time_of_day_s(stage.scenario.starts)
    while True:
        yield stage.crossing(stage.water.watch_flow(link.id))
        while stage.water.is_wet(link.source):
            hours = floor((began_s + float(stage.clock.now)) / SECONDS_AN_HOUR + SAME)
            facility.headroom = link.treatment.share(hours % HOURS)
            facility.apply()
            yield stage.clock.at((hours + 1) * SECONDS_AN_HOUR - began_s, WEATHER)
        facility.headroom = 1.0
        facility.apply()
