"""A script of one accident."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sim.park import Link
from sim.park.basis import Provenance
from sim.park.names import Name
from sim.park.spread import Uncertain
from sim.park.switching import Switching
from sim.scenario.action import Action
from sim.scenario.correction import Correction
from sim.scenario.detection import Detection
from sim.scenario.fault import Fault, Opens
from sim.scenario.incident import Incident
from sim.scenario.inflow import Inflow, InflowKind
from sim.scenario.rule import Rule
from sim.scenario.slider import Slider


class Behaviour(StrEnum):
    """What spilled product does in water."""

    MIXES = "mixes"
    FLOATS = "floats"
    SINKS = "sinks"


@dataclass(frozen=True, slots=True)
class Product:
    """What is spilled."""

    name: Name = field(default_factory=lambda: Name("product"))
    behaviour: Behaviour = Behaviour.MIXES
    density_kg_m3: float | None = None
    """None when nobody says; then nothing is known of what happens downstream [kg/m3]."""


@dataclass(frozen=True, slots=True)
class Limits:
    """From where on water is accident water, and a crossing is counted."""

    product_share: float = 1e-3
    """Share of product above which the rain and river water around it is accident water [-]."""
    escape_m3: float = 0.001
    """Smallest volume of accident water that counts as having crossed [m3]."""
    mixture_quantum: float = 0.01
    """Relative drift of a mixture at which the kernel refreshes it [-]."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """What happens in a park: inflows, actions, response plan, faults, where things stand at the start."""

    id: str
    name: Name
    horizon_s: float
    inflows: tuple[Inflow, ...] = ()
    actions: tuple[Action, ...] = ()
    product: Product = field(default_factory=Product)
    limits: Limits = field(default_factory=Limits)
    openings: Mapping[str, float] = field(default_factory=dict)
    """Links that do not start as the park file has them, by id [-]."""
    switchings: Mapping[str, Switching] = field(default_factory=dict)
    """Of those among them that start and stop at levels of their own: how they are switched."""
    initial: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """Storages that do not start as the park file has them: volumes by origin [m3]."""
    rules: tuple[Rule, ...] = ()
    """The response plan."""
    detection: Detection = field(default_factory=Detection)
    faults: tuple[Fault, ...] = ()
    corrections: tuple[Correction, ...] = ()
    """What was measured meanwhile."""
    starts: str = ""
    """Clock time of T+0, ISO 8601; empty when the scenario has none."""
    description: Name = field(default_factory=Name)
    provenance: tuple[Provenance, ...] = ()
    uncertain: tuple[Uncertain, ...] = ()
    """Its numbers that are spread, of which it holds the medians; none in a scenario with drawn numbers."""
    correlated: Mapping[str, float] = field(default_factory=dict)
    """Groups of uncertain numbers of scenario and park that move together, and their rank correlation [-]."""
    incidents: tuple[Incident, ...] = ()
    """Of which an ensemble draws one a run, in the order of the file; a single run plays none of them by itself."""
    sliders: tuple[Slider, ...] = ()
    """Numbers that the board lets people move, in this order; empty where it chooses them itself."""
    notes: tuple[Name, ...] = ()
    """What whoever reads its results should know, though nothing is wrong with it."""

    @property
    def links(self) -> tuple[Link, ...]:
        """Ways for water that its faults bring, which the park does not have."""
        return tuple(fault.what.link for fault in self.faults if isinstance(fault.what, Opens))

    @property
    def spilt_m3(self) -> float:
        """Product that is released until the horizon [m3]."""
        spills = (each for each in self.inflows if each.kind is InflowKind.RELEASE)
        return sum(each.volume_m3(self.horizon_s) for each in spills)
