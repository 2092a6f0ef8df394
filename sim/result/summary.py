"""A result in short, for programs that read JSON."""

from __future__ import annotations

import json
from math import isfinite
from typing import TYPE_CHECKING, Any

from sim.check import Arrival, Crossing, Downstream, FillTimes, TierVerdict
from sim.check.assumption import behind
from sim.check.warning import longest_open_s, warnings
from sim.park import Basis
from sim.record.column import Columns
from sim.result.tables import MARGINS, RECEPTORS, SECTIONS, TIERS
from sim.words import LANGUAGES

if TYPE_CHECKING:
    from sim.result.result import Result


def summary(result: Result) -> dict[str, Any]:
    """Verdicts, margins, first escapes, the ledger's error and counts; None for never and unknown."""
    record, verdict = result.record, result.verdict
    reached = [margin for tier in verdict.tiers for margin in tier.reached]
    return {
        "breached": verdict.breached,
        "counted_against_rule": _counted(result),
        "counts": _counts(result, len(reached)),
        "horizon_s": _number(record.horizon_s),
        "ledger": _ledger(result),
        "park": result.park.id,
        "receptors": _receptors(result.downstream),
        "scenario": result.scenario.id,
        "sections": _sections(result.sections),
        "storages": {margin.storage: STORAGES.data(margin) for margin in reached},
        "tiers": [_tier(tier) for tier in verdict.tiers],
        "warnings": _warnings(result),
    }


def json_text(data: dict[str, Any]) -> str:
    """Data as JSON: the same data, the same text."""
    return json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False) + "\n"


def _number(value: float) -> float | None:
    return float(value) if isfinite(value) else None


def _counted(result: Result) -> dict[str, Any]:
    """Treatment plants' own storages that count as emergency space, and why."""
    found = ((each.id, each.counts_because) for each in result.park.storages.values() if each.counts_against_rule)
    return {id: {language: why.get(language, "") for language in LANGUAGES} if why else None for id, why in found}


def _counts(result: Result, reached: int) -> dict[str, int]:
    numbers = (*behind(result.park, result.scenario), *result.scenario.provenance)
    return {
        "assumed_numbers": [each.basis for each in numbers].count(Basis.ASSUMED),
        "events": len(result.events),
        "kernel_events": int(result.record.kernel_events),
        "numbers": len(numbers),
        "storages_reached": reached,
    }


def _warnings(result: Result) -> dict[str, Any]:
    found = warnings(result.record)
    answered = sum(each.answered for each in found)
    return {
        "answered": answered,
        "closed": sum(isfinite(each.closed_s) for each in found),
        "closed_within_30_min": sum(each.in_time for each in found),
        "count": len(found),
        "longest_open_s": _number(longest_open_s(found)),
        "unanswered": len(found) - answered,
    }


def _ledger(result: Result) -> dict[str, Any]:
    ledger = result.ledger
    totals = ("sources", "corrected", "initial", "stored", "travelling", "treated", "recovered", "out")
    figures = {f"{name}_m3": _number(getattr(ledger, name).sum()) for name in totals}
    worst = max((float(error) for error in ledger.error_m3), key=abs)
    return {**figures, "error_m3": _number(worst), "error_share": _number(ledger.error_share)}


def _receptors(found: Downstream) -> dict[str, Any]:
    """What each receptor saw that product came to; `unknown` says why nobody knows."""
    seen = {each.receptor: _receptor(each) for each in found.arrivals}
    return {"seen": seen, "unknown": str(found.unknown) if found.unknown else None}


def _receptor(arrival: Arrival) -> dict[str, Any]:
    return {"bank_factor": _number(arrival.bank_factor), "hit": arrival.hit, **AT_RECEPTOR.data(arrival)}


def _sections(found: FillTimes) -> dict[str, Any]:
    """The race of each storage that was shut; `known` is false when there may be some and nobody knows."""
    return {"known": found.known, "shut": {each.storage: SHUT.data(each) for each in found.found}}


AT_RECEPTOR = RECEPTORS.named("above_limit_for_s", "above_limit_from_s", "limit_mg_l", "passed_kg", "peak_at_s",
                              "peak_mg_l")  # fmt: skip
SHUT = Columns(each for each in SECTIONS if each.key != "storage")
STORAGES = MARGINS.named("full_at_s", "margin_m3", "margin_share", "peak_at_s", "peak_m3", "reached_at_s", "tier",
                         "usable_m3")  # fmt: skip
OF_TIER = TIERS.named("escaped_m3", "margin_m3", "margin_share", "margin_were_all_counted_m3", "peak_at_s", "peak_m3",
                      "tier", "transferred_m3", "uncounted_m3", "usable_m3", "verdict")  # fmt: skip


def _tier(tier: TierVerdict) -> dict[str, Any]:
    return {
        "first_escape": _escape(tier.first_escape),
        "only_uncounted": tier.only_uncounted,
        "tightest": tier.tightest.storage if tier.tightest else None,
        **OF_TIER.data(tier),
    }


def _escape(crossing: Crossing | None) -> dict[str, Any] | None:
    if crossing is None:
        return None
    return {
        "at_s": _number(crossing.first_s),
        "from": crossing.source,
        "link": crossing.link,
        "to": crossing.target,
        "volume_m3": _number(crossing.volume_m3),
    }
