"""A park as a scenario finds it."""

from __future__ import annotations

from dataclasses import replace

from sim.park import Park
from sim.scenario import Scenario


def starting(park: Park, scenario: Scenario) -> Park:
    """The park with what stands in its storages when the scenario begins, and how that is known."""
    if not scenario.initial:
        return park
    filled = {id: replace(park.storages[id], initial=dict(scenario.initial[id])) for id in scenario.initial}
    old = tuple(f"storages.{id}.initial." for id in filled)
    kept = [each for each in park.provenance if not each.path.startswith(old)]
    new = [replace(each, path=f"storages.{id}.initial.{each.path.removeprefix(f'initial.{id}.')}")
           for id in filled for each in scenario.provenance if each.path.startswith(f"initial.{id}.")]  # fmt: skip
    return replace(park, storages={**park.storages, **filled}, provenance=(*kept, *new))
