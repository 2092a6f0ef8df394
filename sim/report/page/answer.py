"""The answer first: what became of each tier, and the one action that decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

from sim.check import TierVerdict, Verdict
from sim.report.naming import tier_name
from sim.report.numbers import NOTHING, after_start, span
from sim.report.numbers import figure as number
from sim.report.page.said import Said, action, both, words
from sim.report.page.said import tier as tier_said
from sim.report.story import story
from sim.result import Result
from sim.study import Deadline
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


def tier_answers(result: Result) -> list[TierAnswer]:
    """Tier by tier, inside out."""
    return [_answer(result, tier) for tier in result.verdict.tiers]


def _answer(result: Result, tier: TierVerdict) -> TierAnswer:
    untouched = tier.verdict is Verdict.UNTOUCHED
    lines = both(lambda language: story(result.park, tier, language))
    return TierAnswer(
        tier.tier,
        tier_said(result.park, tier.tier),
        str(tier.verdict),
        words(tier.verdict),
        NOTHING if untouched else f"{number(tier.margin_m3)} m³",
        "" if isnan(tier.margin_share) else f"{number(tier.margin_share * 100)} %",
        {language: _told(said, language) for language, said in lines.items()},
    )


def _told(story: str, language: str) -> list[str]:
    """The lines of a tier's story, but for the one that says that nothing escaped: its verdict says so."""
    return [line for line in story.split("\n") if line not in (NOTHING, text("no_escape", language))]


def headline(result: Result) -> Said:
    """The whole answer in a sentence."""
    lost = [each.tier for each in result.verdict.tiers if each.verdict is Verdict.BREACHED]
    if not lost:
        return words("page_all_held")
    names = both(lambda language: text("comma", language).join(tier_name(result.park, each, language) for each in lost))
    outside = result.verdict.tiers[-1].verdict is Verdict.BREACHED
    escaped = f"{number(result.verdict.tiers[-1].escaped_m3)} m³"
    return words("page_left_park" if outside else "page_some_lost", tiers=names, volume=escaped)


def deciding(result: Result, found: Sequence[Deadline]) -> Said:
    """The one action on whose time most hangs: what is late, else what has the least time to spare."""
    known = [each for each in found if each.needed and not isnan(each.done_s)]
    if not known:
        never = [each for each in found if each.needed]
        if never:
            first = min(never, key=lambda each: each.latest_s)
            return words("page_never_done", action=action(result, first.action), latest=after_start(first.latest_s),
                         tier=tier_said(result.park, first.tier))  # fmt: skip
        return words("page_none_decides")
    rank = result.park.tier_rank
    first = min(known, key=lambda each: (each.margin_s >= 0, each.margin_s if each.margin_s >= 0 else -rank(each.tier)))
    key = "page_in_time" if first.margin_s >= 0 else "page_too_late"
    return words(key, action=action(result, first.action), done=after_start(first.done_s),
                 tier=tier_said(result.park, first.tier), latest=after_start(first.latest_s),
                 margin=span(abs(first.margin_s)))  # fmt: skip
