"""What became of the accident water of one tier, in a few lines."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan

from sim.called import Called
from sim.check import Crossing, Margin, TierVerdict, Verdict
from sim.park import Name
from sim.report.clock import When
from sim.report.numbers import NOTHING, after_start
from sim.units import volume_text


def story(called: Called, tier: TierVerdict, when: When = after_start, none: str = "none") -> str:
    """The first escape, or how the tier did without, one thing a line; `-` for an untouched one.

    `none` is the key of what is said where nothing escaped: under a head that does not ask for the first escape, that.
    """
    if tier.verdict is Verdict.BREACHED:
        return "\n".join([_escape(called, tier, when), *uncounted_lines(called, tier)])
    if tier.verdict is Verdict.UNTOUCHED:
        return "\n".join(uncounted_lines(called, tier)) or NOTHING
    moved = [each for each in tier.transfers if each.target in called.park.storages]
    taken = [each for each in tier.transfers if each.target not in called.park.storages]
    went = [_went(called, "moved_on", moved, when), _went(called, "taken_in", taken, when)]
    lines = [called.says(none), *uncounted_lines(called, tier), *went]
    if tier.tightest is not None:
        name = called.place(tier.tightest.storage)
        lines.append(called.says("tightest", storage=name) + _allowed(called, tier.tightest))
    return "\n".join(line for line in lines if line)


def uncounted_lines(called: Called, tier: TierVerdict) -> list[str]:
    """How much was held only by space that does not count, where, and what would be left were it counted."""
    if tier.uncounted_m3 <= 0:
        return []
    ids = [each.storage for each in tier.beside]
    places = called.listed(called.place(id) for id in ids)
    volume = volume_text(tier.uncounted_m3)
    if not tier.only_uncounted:
        return [called.says("uncounted_besides", volume=volume, places=places)]
    lines = [called.says("uncounted", verdict=called.says(tier.verdict), volume=volume, places=places)]
    if tier.tightest_of_all is not None:
        name = called.place(tier.tightest_of_all.storage)
        left = volume_text(tier.margin_of_all_m3)
        lines.append(called.says("uncounted_left", volume=left, storage=name))
    return lines


def _allowed(called: Called, margin: Margin) -> str:
    """How high the water may stand in a storage and why; empty where nobody says."""
    because = margin.because
    if because is None:
        return ""
    why = because.in_language(called.language) if isinstance(because, Name) else called.says(f"because_{because}")
    if isnan(margin.allowed_m):
        return called.says("allowed_crest", why=why)
    return called.says("allowed_level", level=f"{margin.allowed_m:.3g}", why=why)


def _escape(called: Called, tier: TierVerdict, when: When) -> str:
    """When it first escaped, how much over that link and in all, and which way."""
    first = tier.escapes[0]
    key = "escape" if len(tier.escapes) == 1 else "escape_of"
    numbers = {"volume": volume_text(first.volume_m3), "all": volume_text(tier.escaped_m3)}
    return "\n".join([called.says(key, when=when(first.first_s), **numbers), called.leads(first.link)])


def _went(called: Called, key: str, crossings: Sequence[Crossing], when: When) -> str:
    """From when on water left controlled, and how much; empty when none did."""
    if not crossings:
        return ""
    volume = volume_text(sum(each.volume_m3 for each in crossings))
    return called.says(key, when=when(crossings[0].first_s), volume=volume)
