"""What a run needs from its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sim.hydrology.size_sheet import SizeSheet
from sim.park import Park
from sim.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Case:
    """A scenario in its park, which has the ways for water that its faults bring, and all that led to them."""

    park: Park
    scenario: Scenario
    resolved: dict[str, str] = field(default_factory=dict)
    """File name to YAML text: `park.yaml` and `scenario.yaml`, tables folded in, overrides made.

    Saved side by side they load again to the same park and scenario.
    """
    inputs_hash: str = ""
    """SHA-256 of the resolved texts, in hexadecimal."""
    pick: str = ""
    """The override or named scenario that was picked; empty for none."""
    sets: tuple[str, ...] = ()
    """Further changes, as `path=value`."""
    levels: str = ""
    """Name of the file whose measured levels the run starts from; empty for none."""
    incident: str = ""
    """The incident that was drawn; empty for none."""
    seed: int | None = None
    """What is drawn by lot in its run is drawn with; None when nothing is."""
    draw: str = ""
    """Which run of which study it is, as options say it; empty for none."""
    sheets: Mapping[str, SizeSheet] = field(default_factory=dict)
    """The sizing sheets of the park's plants, with what stands there when the scenario begins."""
