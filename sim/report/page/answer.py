"""The answer first: what became of each tier, and the one action that decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

from sim.check import TierVerdict, Verdict
from sim.park import ACCIDENT_ORIGINS, ORIGINS, accident_part
from sim.report.deadlines import off_text, window
from sim.report.naming import tier_name
from sim.report.numbers import NOTHING, after_start, span
from sim.report.numbers import figure as number
from sim.report.page.said import Said, action, both, words
from sim.report.page.said import tier as tier_said
from sim.report.story import story
from sim.result import Result
from sim.study import Deadline, Stands, nearest
from sim.study import deciding as decides
from sim.words import text


@dataclass(frozen=True, slots=True)
class TierAnswer:
    """What a planner must know of a tier."""

    id: str
    name: Said
    verdict: str
    verdict_said: Said
    margin: str
    share: str
    story: dict[str, list[str]]
    nearest: Said | None
    """What would have kept a breached tier with the least change, or that nothing would."""


def tier_answers(result: Result, found: Sequence[Deadline]) -> list[TierAnswer]:
    """Tier by tier, inside out."""
    return [_answer(result, tier, found) for tier in result.verdict.tiers]


def _answer(result: Result, tier: TierVerdict, found: Sequence[Deadline]) -> TierAnswer:
    untouched = tier.verdict is Verdict.UNTOUCHED
    lines = both(lambda language: story(result.park, tier, language))
    mixed = _of_it(tier)
    return TierAnswer(
        tier.tier,
        tier_said(result.park, tier.tier),
        tier.word,
        words(tier.word),
        NOTHING if untouched else _cubic(tier.margin_m3),
        "" if isnan(tier.margin_share) else f"{number(tier.margin_share * 100)} %",
        {language: _told(said, language) + ([mixed[language]] if mixed else []) for language, said in lines.items()},
        _nearest(result, tier, found) if tier.verdict is Verdict.BREACHED else None,
    )


def _cubic(volume_m3: float) -> str:
    """A volume with its unit on the same line."""
    return f"{number(volume_m3)}\u00a0m³"


def _told(story: str, language: str) -> list[str]:
    """The lines of a tier's story, but for the one that says that nothing escaped: its verdict says so."""
    return [line for line in story.split("\n") if line not in (NOTHING, text("no_escape", language))]


def _of_it(tier: TierVerdict) -> Said | None:
    """How much of what escaped was accident water by itself, and what had mixed with it; None where nothing had."""
    escaped = {origin: sum(each.volume[k] for each in tier.escapes) for k, origin in enumerate(ORIGINS)}
    own = sum(accident_part(each.volume) for each in tier.escapes)
    clean = [origin for origin in ORIGINS if origin not in ACCIDENT_ORIGINS]
    mixed = {origin: escaped[origin] for origin in clean if number(escaped[origin]) != "0"}
    if not mixed:
        return None
    waters = [words(f"origin_{origin}") for origin in mixed]
    named = words("page_and", one=waters[0], other=waters[1]) if len(waters) > 1 else waters[0]
    return words("page_of_it", own=_cubic(own), mixed=_cubic(sum(mixed.values())), waters=named)


def _nearest(result: Result, tier: TierVerdict, found: Sequence[Deadline]) -> Said:
    """The action that alone would have kept a tier and was the least off."""
    first = nearest(result.park, result.scenario, found, tier.tier)
    if first is None:
        return words("page_nearest_none")
    return words("page_nearest", action=action(result, first.action), off=_off(first), when=_window(first))


def _off(each: Deadline) -> Said:
    """How far off on which side it was done, or that it never was."""
    if each.stands is Stands.NEVER:
        return words("page_never")
    return both(lambda language: off_text(each, language))


def _window(each: Deadline) -> Said:
    """When it must be done."""
    return both(lambda language: window(each, language))


def headline(result: Result) -> Said:
    """The whole answer in a sentence, and of what left the park how much was accident water by itself."""
    told = _lost(result)
    for tier in result.verdict.tiers:
        if tier.only_uncounted:
            only = words("page_only_uncounted", tier=tier_said(result.park, tier.tier), verdict=words(tier.verdict),
                         volume=_cubic(tier.uncounted_m3))  # fmt: skip
            told = words("page_sentences", one=told, other=only)
    return told


def _lost(result: Result) -> Said:
    """What was breached, and what left the park."""
    lost = [each.tier for each in result.verdict.tiers if each.verdict is Verdict.BREACHED]
    if not lost:
        return words("page_all_held")
    names = both(lambda language: text("comma", language).join(tier_name(result.park, each, language) for each in lost))
    outermost = result.verdict.tiers[-1]
    if outermost.verdict is not Verdict.BREACHED:
        return words("page_some_lost", tiers=names)
    left = words("page_left_park", tiers=names, volume=_cubic(outermost.escaped_m3))
    mixed = _of_it(outermost)
    return words("page_sentences", one=left, other=mixed) if mixed else left


def deciding(result: Result, found: Sequence[Deadline]) -> Said:
    """The one action on whose time most hangs, by the rule of the cards."""
    first = decides(result.park, result.scenario, found)
    lost = [each.tier for each in result.verdict.tiers if each.verdict is Verdict.BREACHED]
    if first is None:
        return words("page_none_in_reach" if lost else "page_none_decides")
    said = _decides(result, first)
    if lost and first.tier not in lost:
        return words("page_sentences", one=words("page_none_in_reach"), other=said)
    return said


def _decides(result: Result, first: Deadline) -> Said:
    """What decides, when it was done, and when it must be."""
    told = {"action": action(result, first.action), "tier": tier_said(result.park, first.tier),
            "when": _window(first)}  # fmt: skip
    if first.stands is Stands.NEVER:
        return words("page_never_done", **told)
    told["done"] = both(lambda _: after_start(first.done_s))
    if first.stands is Stands.IN_TIME:
        return words("page_in_time", margin=span(first.margin_s), **told)
    return words("page_off", off=_off(first), **told)
