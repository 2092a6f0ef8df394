"""The answer first: what became of each tier, and the one action that decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

from sim.check import Arrival, TierVerdict, Verdict
from sim.park import ACCIDENT_ORIGINS, ORIGINS, accident_part
from sim.report.clock import When, clock_of
from sim.report.deadlines import off_text, window
from sim.report.numbers import NOTHING, span
from sim.report.numbers import figure as number
from sim.report.page.said import Said, action, leads, named, said, said_lines, words
from sim.report.page.said import tier as tier_said
from sim.report.story import story, uncounted_lines
from sim.result import Result
from sim.study import Deadline, Stands, nearest
from sim.study import deciding as decides
from sim.units import concentration_text
from sim.words import LANGUAGES, text


@dataclass(frozen=True, slots=True)
class TierAnswer:
    """What a planner must know of a tier."""

    id: str
    name: Said
    verdict: str
    verdict_said: Said | None
    """None where a chance is told, and no verdict."""
    amount: str
    """What escaped, or what room was left; empty where no accident water came."""
    unit: Said
    """Which of the two it is."""
    share: str
    story: dict[str, list[str]]
    nearest: Said | None
    """What would have kept a breached tier with the least change, or that nothing would; None where nobody looked."""


def tier_answers(result: Result, found: Sequence[Deadline] | None) -> list[TierAnswer]:
    """Tier by tier, inside out; without deadlines nothing is said of what would have kept one."""
    return [_answer(result, tier, found) for tier in result.verdict.tiers]


def _answer(result: Result, tier: TierVerdict, found: Sequence[Deadline] | None) -> TierAnswer:
    breached = tier.verdict is Verdict.BREACHED
    return TierAnswer(
        tier.tier,
        tier_said(result.park, tier.tier),
        tier.word,
        words(tier.word),
        *_measure(tier),
        _escape_lines(result, tier) if breached else _kept(result, tier),
        _nearest(result, tier, found) if breached and found is not None else None,
    )


def _measure(tier: TierVerdict) -> tuple[str, Said, str]:
    """What escaped of a breached tier, what stood in space that does not count, else what room was left, what it is,
    and its share; no amount for a tier that was not reached, or only where space does not count."""
    if tier.verdict is Verdict.BREACHED:
        return _cubic(tier.escaped_m3), words("page_escaped"), ""
    if tier.only_uncounted:
        return _cubic(tier.uncounted_m3), words("page_uncounted"), ""
    if tier.verdict is Verdict.UNTOUCHED:
        return "", words("page_untouched"), ""
    if isnan(tier.margin_m3):
        return "", words("page_none_counts"), ""
    share = "" if isnan(tier.margin_share) else f"{number(tier.margin_share * 100)} %"
    return _cubic(tier.margin_m3), words("page_margin"), share


def _escape_lines(result: Result, tier: TierVerdict) -> dict[str, list[str]]:
    """When and where it escaped first, how much over that way if not all, how much was accident water by itself, and
    how much more stood in space that does not count."""
    first, when = tier.escapes[0], clock_of(result.scenario.starts)
    lines = [words("page_first_at", when=when(first.first_s), way=leads(result.park, first.link))]
    if len(tier.escapes) > 1:
        lines.append(words("page_over_that", volume=_cubic(first.volume_m3), all=_cubic(tier.escaped_m3)))
    mixed = _of_it(tier)
    every = [*lines, *([mixed] if mixed else [])]
    every += said_lines(result, lambda called: uncounted_lines(called, tier))
    return {language: [line[language] for line in every] for language in LANGUAGES}


def _kept(result: Result, tier: TierVerdict) -> dict[str, list[str]]:
    """What went on by design, and which storage was tightest."""
    when = clock_of(result.scenario.starts)
    lines = said(result, lambda called: story(called, tier, when))
    return {language: _told(said, language) for language, said in lines.items()}


@dataclass(frozen=True, slots=True)
class IntakesAnswer:
    """What must be known of water intakes and others below the park that saw more than they can stand."""

    count: Said
    highest: str
    lines: list[Said]


def intakes_answer(result: Result) -> IntakesAnswer | None:
    """Of receptors over their limit how many, the highest peak, and each with its time; None where there is none."""
    over = _over_limit(result)
    if not over:
        return None
    when = clock_of(result.scenario.starts)
    highest = concentration_text(max(each.peak_kg_m3 for each in over)).replace(" ", "\u00a0")
    count = words("page_intakes_over", count=len(over), all=len(result.downstream.arrivals))
    return IntakesAnswer(count, highest, [_above(result, each, when) for each in over])


def intakes_card(found: IntakesAnswer) -> TierAnswer:
    """The same as a card beside those of the tiers."""
    story = {language: [each[language] for each in (found.count, *found.lines)] for language in LANGUAGES}
    return TierAnswer("intakes", words("page_table_receptors"), "breached", words("page_over_limit"), found.highest,
                      words("page_intakes_peak"), "", story, None)  # fmt: skip


def _over_limit(result: Result) -> list[Arrival]:
    """What saw more than its limit, the first in time first."""
    return sorted((each for each in result.downstream.arrivals if each.hit), key=lambda each: each.above_from_s)


def _above(result: Result, arrival: Arrival, when: When) -> Said:
    return words("page_intake_above", receptor=named(result.park.receptors[arrival.receptor].name, arrival.receptor),
                 peak=concentration_text(arrival.peak_kg_m3), limit=concentration_text(arrival.limit_kg_m3),
                 when=when(arrival.above_from_s), time=span(arrival.above_for_s))  # fmt: skip


def _cubic(volume_m3: float) -> str:
    """A volume with its unit on the same line."""
    return f"{number(volume_m3)}\u00a0m³"


def _told(story: str, language: str) -> list[str]:
    """The lines of a tier's story, but for the one that says that nothing escaped: its verdict says so."""
    return [line for line in story.split("\n") if line not in (NOTHING, text("none", language))]


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
    return words(
        "page_nearest", action=action(result, first.action), off=_off(result, first), when=_window(result, first)
    )


def _off(result: Result, each: Deadline) -> Said:
    """How far off on which side it was done, or that it never was."""
    if each.stands is Stands.NEVER:
        return words("page_never")
    return said(result, lambda called: off_text(called, each))


def _window(result: Result, each: Deadline) -> Said:
    """When it must be done."""
    return said(result, lambda called: window(called, each, clock_of(result.scenario.starts)))


def headline(result: Result) -> Said:
    """The whole answer in some sentences: where it was breached or held by what does not count, what left the park,
    and who drinks of it."""
    tiers = result.verdict.tiers
    lost = [each.tier for each in tiers if each.verdict is Verdict.BREACHED]
    only = [_only_uncounted(result, each) for each in tiers if each.only_uncounted]
    if not lost and not only:
        return words("page_all_held")
    gone = tiers[-1].verdict is Verdict.BREACHED
    left = words("page_left_park", volume=_cubic(tiers[-1].escaped_m3)) if gone else words("page_none_left")
    told = [*([_where_lost(result, lost)] if lost else []), *only, left, *_who_drinks(result)]
    said = told[0]
    for each in told[1:]:
        said = words("page_sentences", one=said, other=each)
    return said


def _only_uncounted(result: Result, tier: TierVerdict) -> Said:
    """That a tier was not breached only because of space that does not count."""
    return words("page_only_uncounted", tier=tier_said(result.park, tier.tier), verdict=words(tier.verdict),
                 volume=_cubic(tier.uncounted_m3))  # fmt: skip


def _who_drinks(result: Result) -> list[Said]:
    """How many water intakes and others below the park were over their limit, the first of them when."""
    over = _over_limit(result)
    if not over:
        return []
    first, every = clock_of(result.scenario.starts)(over[0].above_from_s), len(result.downstream.arrivals)
    return [words("page_intakes_first", count=len(over), all=every, when=first)]


def _where_lost(result: Result, lost: Sequence[str]) -> Said:
    """The tiers that were breached; of three that all were their number says more than their names."""
    if len(lost) == len(result.verdict.tiers) == 3:
        return words("page_lost_three")
    names = said(result, lambda called: called.listed(called.tier(each) for each in lost))
    return words("page_lost", tiers=names)


def below_headline(result: Result) -> list[Said]:
    """Of what left the park how much was accident water by itself; why nobody knows what came down the river."""
    outermost = result.verdict.tiers[-1]
    mixed = _of_it(outermost)
    unknown = result.downstream.unknown
    return [*([mixed] if mixed else []), *([words(f"downstream_{unknown}")] if unknown else [])]


def deciding(result: Result, found: Sequence[Deadline]) -> Said:
    """The one action on whose time most hangs, by the rule of the cards."""
    first = decides(result.park, result.scenario, found)
    lost = [each.tier for each in result.verdict.tiers if each.verdict is Verdict.BREACHED]
    if first is None:
        return words("page_none_in_reach" if lost else "race_none")
    said = _decides(result, first)
    if lost and first.tier not in lost:
        return words("page_sentences", one=words("page_none_in_reach"), other=said)
    return said


def _decides(result: Result, first: Deadline) -> Said:
    """What decides, when it was done, and when it must be."""
    told = {"action": action(result, first.action), "tier": tier_said(result.park, first.tier),
            "when": _window(result, first)}  # fmt: skip
    if first.stands is Stands.NEVER:
        return words("page_never_done", **told)
    done = clock_of(result.scenario.starts)(first.done_s)
    if first.stands is Stands.IN_TIME:
        return words("page_in_time", margin=span(first.margin_s), done=done, **told)
    return words("page_off", off=_off(result, first), done=done, **told)
