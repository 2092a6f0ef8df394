"""When everything comes by the exercise's clock: quiet stretches are left out until it fits, and every jump is said."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from sim.drill.line import Kind, Line
from sim.drill.span import span_name
from sim.drill.texts import Texts
from sim.park import Name
from sim.units import SECONDS_A_MINUTE

Between = Callable[[float], Name]
"""What to tell of a stretch that is left out, by the time at its end [s]."""

LEAST_JUMP_S = 5.0 * SECONDS_A_MINUTE
"""Less than this is not jumped over: nobody sets a clock for it [s]."""
LEAST_GAP_S = 1.0 * SECONDS_A_MINUTE
"""What stays of a gap at least [s]."""
HALVINGS = 60


def laid_out(
    lines: Sequence[Line], lasts_s: float, texts: Texts, begins_s: float = 0.0, between: Between | None = None
) -> list[Line]:
    """The lines with their times by the exercise's clock, and a line for each jump.

    `lines` stand in the order of their times. The longest gaps are cut to one length, the longest
    at which everything fits into `lasts_s`; shorter ones keep their time. Contingencies, which may
    never come, take no time of their own. `between` says what players must know of what was left
    out, at the time that a jump leads to.

    >>> from sim.drill.line import Phase
    >>> lines = [Line(str(t), t, Kind.INJECT, Phase.RESPONSE, Name("x")) for t in (0, 600, 7800, 8400)]
    >>> [(each.kind.value, round(each.exercise_s)) for each in laid_out(lines, 2400, Texts())]
    [('inject', 0), ('inject', 600), ('jump', 600), ('inject', 1800), ('inject', 2400)]
    """
    fixed = [line for line in lines if line.kind is not Kind.CONTINGENCY]
    kept_s = longest_gap_s([b.at_s - a.at_s for a, b in pairwise(fixed)], lasts_s)
    found: list[Line] = []
    now_s = begins_s
    for before, line in zip([None, *fixed], fixed, strict=False):
        gap_s = line.at_s - before.at_s if before else 0.0
        if before and gap_s - kept_s >= LEAST_JUMP_S:
            found.append(_jump(before, line, gap_s - kept_s, now_s, texts, between))
            gap_s = kept_s
        now_s += gap_s
        found.append(replace(line, exercise_s=now_s))
    return found + [_placed(line, found) for line in lines if line.kind is Kind.CONTINGENCY]


def longest_gap_s(gaps_s: Sequence[float], lasts_s: float) -> float:
    """The length to which longer gaps are cut so that all fit into `lasts_s` [s]; inf when they fit as they are.

    A gap that is less than `LEAST_JUMP_S` longer is not cut. Where nothing would do it is `LEAST_GAP_S`.

    >>> round(longest_gap_s([600, 7200, 600], 2400))
    1200
    >>> longest_gap_s([600, 600], 3600)
    inf
    """
    if sum(gaps_s) <= lasts_s:
        return float("inf")
    low, high = LEAST_GAP_S, max(gaps_s)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        fits = sum(middle if gap - middle >= LEAST_JUMP_S else gap for gap in gaps_s) <= lasts_s
        low, high = (middle, high) if fits else (low, middle)
    return low


def _placed(line: Line, others: Sequence[Line]) -> Line:
    """A contingency between the lines before and after it, no later than the one after it."""
    place = bisect_right([each.at_s for each in others], line.at_s) - 1
    before = others[place]
    after_s = others[place + 1].exercise_s if place + 1 < len(others) else float("inf")
    return replace(line, exercise_s=min(before.exercise_s + line.at_s - before.at_s, after_s))


def _jump(before: Line, after: Line, cut_s: float, now_s: float, texts: Texts, between: Between | None) -> Line:
    """The line that puts the clock forward, from the time of what came before it."""
    to_s = before.at_s + cut_s
    told = between(to_s) if between else texts.fill("between_nothing")
    return Line(
        key=f"jump/{after.key}",
        at_s=to_s,
        kind=Kind.JUMP,
        phase=after.phase,
        text=texts.fill("jump", time=span_name(cut_s), clock=span_name(to_s, "T+"), between=told),
        exercise_s=now_s,
        sender=texts.fill("control"),
        receiver=texts.fill("all"),
        medium=texts.fill("announcement"),
        weight=float("inf"),
    )
