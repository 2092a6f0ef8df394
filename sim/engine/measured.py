"""What is measured while an accident goes on: the run goes on from there."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from sim.engine.clock import ACTIONS, PLACES
from sim.engine.stage import Stage
from sim.record.event import Measured
from sim.scenario import Correction


def correct(stage: Stage, correction: Correction) -> Generator[Any, Any, None]:
    """Take over what was measured at its time, the last of all that happens then."""
    yield stage.clock.at(correction.at_s, ACTIONS, PLACES - 1)
    change = stage.water.correct(correction.storage, correction.volume_m3).tolist()
    for k, part in enumerate(change):
        stage.corrected[k] += part
    stage.note(Measured(stage.now_s, correction.storage, measured_m3=correction.volume_m3, more_m3=sum(change)))
