"""Parks and scenarios to begin with: commented texts, in a reader's language, with a few numbers put in."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from string import Template

from sim.load.emit import Data, in_one_line
from sim.load.kinds.kind import Number
from sim.load.kinds.numbers import Quantity
from sim.park import Link, LinkKind, Operation, Park, SensorKind, Storage, StorageKind
from sim.units import SECONDS_A_MINUTE, SECONDS_AN_HOUR, Dimension, volume_text

VOLUME = Quantity(Dimension.VOLUME, positive=True)
SPAN = Quantity(Dimension.TIME, positive=True)
FLOW = Quantity(Dimension.FLOW, positive=True)
MOST_SHEETS = 4
"""Operation sheets that a first plan names."""
DAY = "2026-07-14 14:00"
"""When a first accident happens, by the park's clocks: on a working day."""
CHINA_S = 8 * SECONDS_AN_HOUR
"""How far the clocks of China are ahead of UTC [s]."""
BASE_FLOW = "0.5 m3/s"
"""Of the river, as its gate in the skeleton passes it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A number that somebody is asked for; the words `new_ask_KEY` are the question."""

    key: str
    kind: Number
    default: str


OF_PARK = (
    Asked("volume", VOLUME, "5000 m3"),
    Asked("bund", VOLUME, "5500 m3"),
    Asked("pool", VOLUME, "3000 m3"),
    Asked("public_pool", VOLUME, "10000 m3"),
    Asked("main", VOLUME, "500 m3"),
    Asked("river", VOLUME, "20000 m3"),
    Asked("minutes", SPAN, "15 min"),
)
"""What a park is made of; the largest tank is the release of its first scenario."""
OF_FIRE = (Asked("fire", FLOW, "250 L/s"), Asked("lasts", SPAN, "4 h"))
"""What a scenario is made of, beside the release."""


def volume_asked(park: Park, into: str) -> Asked:
    """The release of a scenario: what is offered is nine tenths of what the storage holds."""
    return Asked("volume", VOLUME, volume_text(0.9 * park.storages[into].holds_m3).replace(",", ""))


def park_text(id: str, name: str, numbers: Mapping[str, str], source: str, play: str, language: str) -> str:
    """The text of a park."""
    return _filled(f"park-{language}", {"id": id, "name": in_one_line(name), "source": in_one_line(source),
                                        "play": play, **numbers})  # fmt: skip


def scenario_text(
    park: Park, folder: str, into: str, numbers: Mapping[str, str], words: Mapping[str, str], language: str
) -> str:
    """The text of a scenario in a park whose files lie in `folder`, seen from the scenario's.

    `words` are its `name`, the `source` of its numbers, and how one may `play` it.
    """
    plan = _plan(park, list(_sheets(park, into))[:MOST_SHEETS])
    river = next((each.id for each in park.storages.values() if each.kind == StorageKind.RIVER_SECTION), "")
    flow: dict[str, Data] = {"base": {"into": river, "rate": BASE_FLOW}} if river else {}
    late: dict[str, Data] = {f"response.{rule}.after": "1 h" for rule in plan} or {"detection.report": "1 h"}
    values = {
        **numbers, "name": in_one_line(words["name"]), "source": in_one_line(words["source"]), "play": words["play"],
        "park": in_one_line(folder), "into": into, "flow": in_one_line(flow), "late": in_one_line(late),
        "response": "".join(f"\n  {id}: {in_one_line(rule)}" for id, rule in plan.items()) or " {}",
        "starts": f"{DAY} {_offset(park)}",
    }  # fmt: skip
    return _filled(f"scenario-{language}", values)


def begins_at(park: Park) -> Storage:
    """Where a first accident happens: the largest bund, or what the first tier has instead."""
    bunds = [each for each in park.storages.values() if each.kind == StorageKind.BUND]
    first = [each for each in park.storages.values() if each.tier == next(iter(park.tiers))]
    return max(bunds or first or [*park.storages.values()], key=lambda each: each.capacity_m3)


def _plan(park: Park, sheets: Sequence[str]) -> dict[str, Data]:
    """Rules that carry sheets out: once a sensor gives the alarm at the storage, else once the incident is known."""
    alarms = {each.watches: each.id for each in park.sensors.values() if each.kind is SensorKind.LEVEL and each.rising}
    by_alarm: dict[str, list[Data]] = {}
    for sheet in sheets:
        alarm = alarms.get(park.links[park.sheets[sheet].facility].source, "")
        by_alarm.setdefault(alarm, []).append(sheet)
    return {alarm or "answer": _rule(alarm, do) for alarm, do in by_alarm.items()}


def _rule(alarm: str, sheets: list[Data]) -> dict[str, Data]:
    """A rule that carries out some sheets, one after the other, since nobody knows how many teams there are."""
    one_by_one: dict[str, Data] = {"one_by_one": "true"} if len(sheets) > 1 else {}
    return {"when": {"alarm": alarm} if alarm else "detected", "after": "3 min", "do": sheets, **one_by_one}


def _offset(park: Park) -> str:
    """How far the park's clocks are ahead of UTC; those of China where nobody says."""
    minutes = round((CHINA_S if park.utc_offset_s is None else park.utc_offset_s) / SECONDS_A_MINUTE)
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02d}:{rest:02d}"


def _sheets(park: Park, begin: str) -> Iterator[str]:
    """Operation sheets that keep water in its tier or pump it on, one a link, the nearest to the accident first."""
    ways = {here: [link for link in park.links.values() if link.source == here] for here in _downstream(park, begin)}
    for link in (link for links in ways.values() for link in links):
        wanted = Operation.START if link.kind is LinkKind.PUMP else Operation.SHUT
        of_it = [id for id, each in park.sheets.items() if each.facility == link.id and each.operation is wanted]
        if of_it and (link.transfer if link.kind is LinkKind.PUMP else _leaves_tier(park, link)):
            yield of_it[0]


def _leaves_tier(park: Park, link: Link) -> bool:
    """Whether it leads into another tier, or out."""
    target = park.storages.get(link.target)
    return target is None or target.tier != park.storages[link.source].tier


def _downstream(park: Park, begin: str) -> Iterator[str]:
    """Storages to which water from one may come, the nearest first."""
    found, at = [begin], 0
    while at < len(found):
        yield found[at]
        found += dict.fromkeys(link.target for link in park.links.values()
                               if link.source == found[at] and link.target in park.storages
                               and link.target not in found)  # fmt: skip
        at += 1


def _filled(name: str, values: Mapping[str, str]) -> str:
    return Template((files("sim.load") / "skeletons" / f"{name}.yaml").read_text(encoding="utf-8")).substitute(values)


def seen_from(path: str, file: str) -> str:
    """A park's folder as a scenario's file names it."""
    return os.path.relpath(path, os.path.dirname(file) or ".").replace(os.sep, "/")
