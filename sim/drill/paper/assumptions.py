"""What is only assumed of the facilities that an exercise is about."""

from __future__ import annotations

from sim.drill.brief import Brief
from sim.drill.master_list import Incident, MasterList
from sim.drill.paper.typeset import typeset
from sim.words import text as say


def assumed_of(master: MasterList, incident: Incident, brief: Brief, language: str) -> list[tuple[str, str]]:
    """Each facility that the lines of an incident speak of, with its assumed numbers by their keys in the park file."""
    wanted = _facilities(master, incident)
    found: dict[str, list[str]] = {}
    for each in brief.assumed.met:
        owner = each.owner(wanted)
        if owner:
            key = each.path.partition(f".{owner}.")[2]
            found.setdefault(owner, []).append(f"{key} {each.text}")
    join = say("semicolon", language).join
    return [
        (master.called(language).facility(owner), typeset(join(numbers), language)) for owner, numbers in found.items()
    ]


def _facilities(master: MasterList, incident: Incident) -> set[str]:
    """Storages and links that its lines name: how they stand, what is operated, where water would go."""
    lines = [line for line in master.lines if line.incident == incident.id]
    states = {line.state.storage for line in lines if line.state}
    operated = {master.park.sheets[line.sheet].facility for line in lines if line.sheet in master.park.sheets}
    return states | operated | {line.missed.link for line in lines if line.missed}
