"""Up to which value a breach is less likely than wanted, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from sim.called import Called
from sim.ensemble.sweep import Border, Chances, Side
from sim.report.sweep_words import Told
from sim.units import share_text


def border_lines(called: Called, chances: Chances, told: Told) -> list[str]:
    """A sentence for each chance and side that is safe, of tiers with the same borders once."""
    alike: dict[tuple[float, Side, Side], list[str]] = {}
    for each in chances.borders:
        alike.setdefault((each.chance, each.up, each.down), []).append(called.tier(each.tier))
    lines = []
    for (chance, up, down), tiers in sorted(alike.items(), key=lambda item: item[0][0]):
        lines += _lines(called, told, Border(called.listed(tiers), chance, up, down))
    return lines


def _lines(called: Called, told: Told, border: Border) -> list[str]:
    """Of one border; its tier is what several are called."""
    low, high = told.axis.values[0], told.axis.values[-1]
    said = {"tiers": border.tier, "chance": share_text(border.chance)}
    ends = {"low": told.amount(low), "high": told.amount(high)}
    if border.up.value == high:
        return [called.says("sweep_under_all", sure=_throughout(called, told, border), **said, **ends)]
    if border.up.value is None and border.down.value is None:
        return [called.says("sweep_over", **said, **ends)]
    return [called.says(key, value=told.amount(side.value), sure=_between(called, told, side, up=side is border.up),
                        **said)
            for key, side in (("sweep_under_up_to", border.up), ("sweep_under_from", border.down))
            if side.value is not None]  # fmt: skip


def _between(called: Called, told: Told, side: Side, *, up: bool) -> str:
    """Between which values the border lies; where one is beyond the range, on which side of the other."""
    ends: Sequence[float | None] = (side.sure, side.over) if up else (side.over, side.sure)
    low, high = (None if each is None else told.amount(each) for each in ends)
    if low and high:
        return called.says("sweep_sure_between", low=low, high=high)
    if low or high:
        return called.says("sweep_sure_more" if low else "sweep_sure_less", low=low, high=high)
    return called.says("sweep_unsure")


def _throughout(called: Called, told: Told, border: Border) -> str:
    """How far one may be sure where it is so at every value."""
    if border.up.sure == told.axis.values[-1]:
        return called.says("sweep_sure")
    for key, sure in (("sweep_sure_up_to", border.up.sure), ("sweep_sure_from", border.down.sure)):
        if sure is not None:
            return called.says(key, value=told.amount(sure))
    return called.says("sweep_unsure")
