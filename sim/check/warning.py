"""Warnings: from the alarm of a sensor to the end of what it set off; what sets off nothing is dealt with by nobody."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf, isnan, nan

from sim.record.event import Alarmed, Closed, Confirmed
from sim.record.record import Record
from sim.units import SECONDS_A_MINUTE

BENCHMARK_S = 30 * SECONDS_A_MINUTE
"""Time within which Changshou closes its warnings (model cases of the Chongqing bureau, 2025, case 4) [s]."""


@dataclass(frozen=True, slots=True)
class Warning:
    """One alarm of a sensor; times [s], NaN for never."""

    sensor: str
    alarm_s: float
    confirmed_s: float
    closed_s: float
    answered: bool
    """Whether it set anything off; one that did not is never closed."""

    @property
    def open_s(self) -> float:
        """From the alarm until it was closed; NaN when it never was [s]."""
        return self.closed_s - self.alarm_s

    @property
    def in_time(self) -> bool:
        """Whether it was dealt with and closed within the published half hour."""
        return self.open_s <= BENCHMARK_S


def warnings(record: Record) -> tuple[Warning, ...]:
    """Every warning of a run, in the order of the alarms."""
    found: list[Warning] = []
    open_: dict[str, int] = {}
    for event in record.events:
        if isinstance(event, Alarmed):
            open_[event.subject] = len(found)
            found.append(Warning(event.subject, event.at_s, nan, nan, answered=True))
        elif isinstance(event, Confirmed | Closed) and event.subject in open_:
            place = open_[event.subject]
            found[place] = _gone_on(found[place], event)
    return tuple(found)


def _gone_on(warning: Warning, event: Confirmed | Closed) -> Warning:
    """A warning after it was confirmed, or came to its end."""
    if isinstance(event, Confirmed):
        return replace(warning, confirmed_s=event.at_s)
    return replace(warning, closed_s=event.at_s if event.answered else warning.closed_s, answered=event.answered)


def alarms(record: Record) -> dict[str, list[tuple[float, float]]]:
    """Of each sensor, from when to when it has an alarm that nobody closed; inf for one that is never closed [s]."""
    found: dict[str, list[tuple[float, float]]] = {}
    since: dict[str, float] = {}
    for event in record.events:
        if isinstance(event, Alarmed):
            since.setdefault(event.subject, event.at_s)
        elif isinstance(event, Closed) and event.answered and event.subject in since:
            found.setdefault(event.subject, []).append((since.pop(event.subject), event.at_s))
    for sensor, at_s in since.items():
        found.setdefault(sensor, []).append((at_s, inf))
    return found


def longest_open_s(found: tuple[Warning, ...]) -> float:
    """The longest time that an answered warning was open; inf when one was never closed, NaN without any [s]."""
    spans = [float("inf") if isnan(each.open_s) else each.open_s for each in found if each.answered]
    return max(spans, default=nan)
