"""The page's charts as data: what the tiers hold by origin against their room, and what crosses between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from sim.check import Crossing, TierVerdict
from sim.park import ORIGINS, Park
from sim.record.course import Course
from sim.record.record import Floats
from sim.report.page.said import leads, words
from sim.report.page.said import tier as named_tier
from sim.result import Result

MOST_CROSSINGS = 6
"""Crossings that are drawn: those over which most went."""


def charts_data(result: Result) -> list[dict[str, Any]]:
    """A chart for each tier that accident water reached, and one of what left the tiers; none without a trace."""
    park, record = result.park, result.record
    if record.trace is None:
        return []
    course = Course(record)
    found = [_tier(park, course, tier) for tier in result.verdict.tiers if tier.reached]
    crossings = _largest(result)
    return [*found, _crossings(park, course, crossings)] if crossings else found


def _tier(park: Park, course: Course, tier: TierVerdict) -> dict[str, Any]:
    """What stands in the storages of a tier that accident water reached, by origin, beside its room that counts."""
    own = [each.storage for each in tier.reached]
    times = course.times_s(own)
    total = sum((course.parts_m3(id, times) for id in own), np.zeros((len(times), len(ORIGINS))))
    stacks = [
        {"name": words(f"origin_{origin}"), "colour": origin, "v": _rounded(total[:, k], 3)}
        for k, origin in enumerate(ORIGINS) if total[:, k].max() > 0
    ]  # fmt: skip
    allowed_m3 = sum(park.storages[each.storage].allowed_m3 for each in tier.reached if each.counts)
    return {
        "id": f"tier-{tier.tier}",
        "title": words("page_chart_tier", tier=named_tier(park, tier.tier)),
        "unit": "m³",
        "t": _rounded(times, 6),
        "stacks": stacks,
        "level": {"name": words("page_chart_room"), "v": round(allowed_m3, 3)},
        "tier": tier.tier,
    }


def _largest(result: Result) -> list[Crossing]:
    """Crossings over which most accident water left some tier, each link once."""
    every = {each.link: each for tier in result.verdict.tiers for each in (*tier.escapes, *tier.transfers)}
    return sorted(every.values(), key=lambda each: (-each.volume_m3, each.link))[:MOST_CROSSINGS]


def _crossings(park: Park, course: Course, found: Sequence[Crossing]) -> dict[str, Any]:
    """The rates over links that lead from one tier to the next, or out."""
    times = course.times_s(links=[each.link for each in found])
    lines = []
    for each in found:
        rates = _rounded(course.flow_m3_s(each.link, times).sum(axis=1) * 1000, 4)
        lines.append({"name": leads(park, each.link), "v": rates, "uncontrolled": not each.controlled})
    return {"id": "crossings", "title": words("page_chart_crossings"), "unit": "L/s", "t": _rounded(times, 6),
            "lines": lines, "held": True}  # fmt: skip


def _rounded(values: Floats, digits: int) -> list[float]:
    return [round(each, digits) for each in values.tolist()]
