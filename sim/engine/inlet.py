"""A treatment plant at its inlet: too much product, and it takes nothing until there is less again."""

from __future__ import annotations

from collections.abc import Generator

import simpy

from sim.engine.stage import Stage
from sim.park import Link
from sim.record.event import Accepted, Cause, Refused


def guard(stage: Stage, link: Link) -> Generator[simpy.Event, None, None]:
    """Hold a link shut while what it takes or would take has too much product in it, whatever people tell it."""
    assert link.inlet is not None  # the network has chosen it for that
    facility, density_kg_m3 = stage.facility(link.id), stage.scenario.product.density_kg_m3
    if link.inlet.by_mass and density_kg_m3 is None:  # nobody has said what product there is, so there is none
        return
    limit, reset = link.inlet.shares(density_kg_m3)
    cause = Cause("at", link.source)
    while True:
        yield stage.crossing(stage.water.watch_intake(link.id, limit, rising=True))
        stage.note(Refused(stage.now_s, link.id, cause, limit))
        facility.refused = True
        facility.apply(Cause("refused", link.id))
        yield stage.crossing(stage.water.watch_intake(link.id, reset, rising=False))
        stage.note(Accepted(stage.now_s, link.id, cause, reset))
        facility.refused = False
        facility.apply(Cause("accepted", link.id))
