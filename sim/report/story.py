"""What became of the accident water of one tier, in a few lines."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan

from sim.check import Crossing, Margin, TierVerdict, Verdict
from sim.park import Name, Park
from sim.report.naming import link_name, place_name
from sim.report.numbers import NOTHING, after_start
from sim.units import volume_text
from sim.words import text


def story(park: Park, tier: TierVerdict, language: str) -> str:
    """The first escape, or how the tier did without, one thing a line; `-` for an untouched one."""
    if tier.verdict is Verdict.BREACHED:
        return "\n".join([_escape(park, tier, language), *uncounted_lines(park, tier, language)])
    if tier.verdict is Verdict.UNTOUCHED:
        return "\n".join(uncounted_lines(park, tier, language)) or NOTHING
    moved = [each for each in tier.transfers if each.target in park.storages]
    taken = [each for each in tier.transfers if each.target not in park.storages]
    lines = [text("no_escape", language), *uncounted_lines(park, tier, language),
             _went("moved_on", moved, language), _went("taken_in", taken, language)]  # fmt: skip
    if tier.tightest is not None:
        name = place_name(park, tier.tightest.storage, language)
        lines.append(text("tightest", language, storage=name) + _allowed(tier.tightest, language))
    return "\n".join(line for line in lines if line)


def uncounted_lines(park: Park, tier: TierVerdict, language: str) -> list[str]:
    """How much was held only by space that does not count, where, and what would be left were it counted."""
    if tier.uncounted_m3 <= 0:
        return []
    ids = [each.storage for each in tier.beside]
    places = text("comma", language).join(place_name(park, id, language) for id in ids)
    volume = volume_text(tier.uncounted_m3)
    if not tier.only_uncounted:
        return [text("uncounted_besides", language, volume=volume, places=places)]
    lines = [text("uncounted", language, verdict=text(tier.verdict, language), volume=volume, places=places)]
    if tier.tightest_of_all is not None:
        name = place_name(park, tier.tightest_of_all.storage, language)
        left = volume_text(tier.margin_of_all_m3)
        lines.append(text("uncounted_left", language, volume=left, storage=name))
    return lines


def _allowed(margin: Margin, language: str) -> str:
    """How high the water may stand in a storage and why; empty where nobody says."""
    because = margin.because
    if because is None:
        return ""
    why = because.in_language(language) if isinstance(because, Name) else text(f"because_{because}", language)
    if isnan(margin.allowed_m):
        return text("allowed_crest", language, why=why)
    return text("allowed_level", language, level=f"{margin.allowed_m:.3g}", why=why)


def _escape(park: Park, tier: TierVerdict, language: str) -> str:
    """When it first escaped, how much over that link and in all, and which way."""
    first = tier.escapes[0]
    key = "escape" if len(tier.escapes) == 1 else "escape_of"
    numbers = {"volume": volume_text(first.volume_m3), "all": volume_text(tier.escaped_m3)}
    return "\n".join([text(key, language, when=after_start(first.first_s), **numbers), _way(park, first, language)])


def _way(park: Park, crossing: Crossing, language: str) -> str:
    """The link, and from where to where it leads."""
    source, target = (place_name(park, id, language) for id in (crossing.source, crossing.target))
    return text("way", language, link=link_name(park, crossing.link, language), source=source, target=target)


def _went(key: str, crossings: Sequence[Crossing], language: str) -> str:
    """From when on water left controlled, and how much; empty when none did."""
    if not crossings:
        return ""
    volume = volume_text(sum(each.volume_m3 for each in crossings))
    return text(key, language, when=after_start(crossings[0].first_s), volume=volume)
