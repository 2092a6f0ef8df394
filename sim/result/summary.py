"""A result in short, for programs that read JSON."""

from __future__ import annotations

import json
from math import isfinite
from typing import TYPE_CHECKING, Any

from sim.check import Arrival, Crossing, Downstream, FillTime, FillTimes, Margin, TierVerdict
from sim.check.assumption import behind
from sim.check.warning import longest_open_s, warnings
from sim.park import Basis
from sim.result.tables import mg_l
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
        "storages": {margin.storage: _storage(margin) for margin in reached},
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
        "assumed_numbers": sum(each.basis is Basis.ASSUMED for each in numbers),
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
    totals = ("sources", "initial", "stored", "travelling", "treated", "recovered", "out")
    figures = {f"{name}_m3": _number(getattr(ledger, name).sum()) for name in totals}
    worst = max((float(error) for error in ledger.error_m3), key=abs)
    return {**figures, "error_m3": _number(worst), "error_share": _number(ledger.error_share)}


def _receptors(found: Downstream) -> dict[str, Any]:
    """What each receptor saw that product came to; `unknown` says why nobody knows."""
    seen = {each.receptor: _receptor(each) for each in found.arrivals}
    return {"seen": seen, "unknown": str(found.unknown) if found.unknown else None}


def _receptor(arrival: Arrival) -> dict[str, Any]:
    return {
        "above_limit_for_s": _number(arrival.above_for_s),
        "above_limit_from_s": _number(arrival.above_from_s),
        "bank_factor": _number(arrival.bank_factor),
        "hit": arrival.hit,
        "limit_mg_l": _number(mg_l(arrival.limit_kg_m3)),
        "passed_kg": _number(arrival.passed_kg),
        "peak_at_s": _number(arrival.peak_at_s),
        "peak_mg_l": _number(mg_l(arrival.peak_kg_m3)),
    }


def _sections(found: FillTimes) -> dict[str, Any]:
    """The race of each storage that was shut; `known` is false when there may be some and nobody knows."""
    return {"known": found.known, "shut": {each.storage: _section(each) for each in found.found}}


def _section(race: FillTime) -> dict[str, Any]:
    return {
        "fill_time_s": _number(race.fill_s),
        "full_at_s": _number(race.full_at_s),
        "inflow_m3_s": _number(race.inflow_m3_s),
        "pumps_from_s": _number(race.pumps_from_s),
        "room_m3": _number(race.room_m3),
        "shut_at_s": _number(race.shut_at_s),
        "stood_full_at_s": _number(race.stood_full_at_s),
        "to_spare_s": _number(race.spare_s),
    }


def _storage(margin: Margin) -> dict[str, Any]:
    return {
        "full_at_s": _number(margin.full_at_s),
        "margin_m3": _number(margin.margin_m3),
        "margin_share": _number(margin.margin_share),
        "peak_at_s": _number(margin.peak_at_s),
        "peak_m3": _number(margin.peak_m3),
        "reached_at_s": _number(margin.reached_at_s),
        "tier": margin.tier,
        "usable_m3": _number(margin.usable_m3),
    }


def _tier(tier: TierVerdict) -> dict[str, Any]:
    return {
        "escaped_m3": _number(tier.escaped_m3),
        "first_escape": _escape(tier.first_escape),
        "margin_m3": _number(tier.margin_m3),
        "margin_share": _number(tier.margin_share),
        "margin_were_all_counted_m3": _number(tier.margin_of_all_m3),
        "only_uncounted": tier.only_uncounted,
        "peak_at_s": _number(tier.peak_at_s),
        "peak_m3": _number(tier.peak_m3),
        "tier": tier.tier,
        "tightest": tier.tightest.storage if tier.tightest else None,
        "transferred_m3": _number(tier.transferred_m3),
        "uncounted_m3": _number(tier.uncounted_m3),
        "usable_m3": _number(tier.usable_m3),
        "verdict": tier.word,
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
