"""How an accident stands and goes on, as plain data for pages and programs; texts in every language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from math import inf
from typing import Any

from sim.board.live import Do, Entry, Forecast, Live
from sim.park.sheet import sheet_of
from sim.report.clock import clock_of
from sim.report.deadlines import window
from sim.report.page.answer import headline, intakes_answer, tier_answers
from sim.report.page.said import Said, action, both, named, place, tier, words
from sim.report.page.said import said as said_of
from sim.result import Result
from sim.units import volume_text

OLD_S = 600.0
"""From when on a measured level is old [s]."""


def live_data(name: str, live: Live, now: datetime) -> dict[str, Any]:
    """Everything but deadlines: what was entered, what was measured, how it goes on."""
    forecast, now_s = live.forecast(), live.since_s(now)
    result = forecast.result
    intakes = intakes_answer(result)
    return {
        "id": name,
        "seq": live.seq,
        "scenario": live.head.scenario,
        "pick": live.head.pick,
        "name": named(result.scenario.name, result.scenario.id),
        "park": named(result.park.name, result.park.id),
        "starts": result.scenario.starts,
        "now": now.isoformat(timespec="seconds"),
        "now_s": now_s,
        "horizon_s": result.scenario.horizon_s,
        "old_s": OLD_S,
        "headline": headline(result),
        "tiers": [
            {"id": each.id, "name": each.name, "verdict": each.verdict, "said": each.verdict_said,
             "amount": each.amount, "unit": each.unit, "share": each.share, "story": each.story}
            for each in tier_answers(result, None)
        ],
        "intakes": None if intakes is None else {"count": intakes.count, "lines": intakes.lines},
        "levels": _levels(live, forecast, now_s),
        "storages": [{"id": id, "name": place(result.park, id)} for id in _reached_first(result)],
        "actions": _actions(live, forecast, now_s),
        "log": [_logged(live, forecast, each) for each in reversed(live.entries)],
    }  # fmt: skip


def due_data(live: Live, now_s: float) -> dict[str, Any]:
    """By when what must be done from now on, the most pressing first; an action once, for all tiers that it keeps."""
    forecast = live.forecast()
    result = forecast.result
    when, found = clock_of(result.scenario.starts), live.due(now_s)
    every: dict[str, dict[str, Any]] = {}
    for each in found:
        if not each.needed:
            continue
        row = every.setdefault(each.action, {
            "action": each.action, "name": action(result, each.action), "latest_s": each.latest_s,
            "left_s": each.latest_s - now_s, "earliest_s": max(each.earliest_s, 0.0), "plan_s": _time(each.done_s),
            "stands": each.stands, "monotone": each.monotone, "keeps": [],
            "window": said_of(result, partial(window, each=each, when=when)),
        })  # fmt: skip
        row["keeps"].append(tier(result.park, each.tier))
    return {"now_s": now_s, "seq": live.seq, "due": list(every.values())}


def _time(at_s: float) -> float | None:
    return at_s if at_s < inf else None


def _reached_first(result: Result) -> list[str]:
    """Every storage, those first that accident water reaches."""
    reached = [margin.storage for each in result.verdict.tiers for margin in each.reached]
    return list(dict.fromkeys([*reached, *result.park.storages]))


def _levels(live: Live, forecast: Forecast, now_s: float) -> list[dict[str, Any]]:
    """The last reading of each storage, and what was expected then."""
    park = forecast.result.park
    return [{"storage": id, "name": place(park, id), "at_s": level.at_s, "age_s": now_s - level.at_s,
             "measured_m3": level.volume_m3, "more_m3": forecast.more_m3.get((id, level.at_s), 0.0),
             "usable_m3": park.storages[id].allowed_m3, "seq": seq}
            for id, (level, seq) in live.levels.items()]  # fmt: skip


def _actions(live: Live, forecast: Forecast, now_s: float) -> list[dict[str, Any]]:
    """Every action and job that the plan has or somebody entered, with how it stands."""
    result, entered = forecast.result, {each.subject for each in live.valid if each.do in (Do.DONE, Do.CANNOT)}
    rows = []
    for id in dict.fromkeys([*forecast.ordered_s, *forecast.held]):
        done_s = forecast.done_s.get(id)
        cannot = id in entered and done_s is None
        rows.append({"action": id, "sheet": sheet_of(id), "name": action(result, id), "done_s": done_s,
                     "ordered_s": forecast.ordered_s.get(id), "entered": id in entered, "cannot": cannot,
                     "past": done_s is not None and done_s <= now_s})  # fmt: skip
    return sorted(rows, key=lambda each: (each["done_s"] is None, each["done_s"] or 0.0, each["action"]))


def _logged(live: Live, forecast: Forecast, entry: Entry) -> dict[str, Any]:
    """An entry as people read it."""
    return {"seq": entry.seq, "do": entry.do, "at_s": entry.at_s, "entered": entry.entered, "who": entry.who,
            "note": entry.note, "holds": entry in live.valid and entry.do is not Do.BACK,
            "said": _said(forecast.result, entry)}  # fmt: skip


def _said(result: Result, entry: Entry) -> Said:
    if entry.do is Do.LEVELS:
        levels: Sequence[tuple[Said, str]] = [
            (place(result.park, each.storage), volume_text(each.volume_m3)) for each in entry.levels]
        return both(lambda language: words("comma")[language].join(f"{name[language]} {text}" for name, text in levels))
    if entry.do is Do.BACK:
        return words("board_live_back", number=entry.back)
    name, when = action(result, entry.subject), clock_of(result.scenario.starts)(entry.at_s)
    key = "board_live_done" if entry.do is Do.DONE else "board_live_cannot"
    return words(key, name=name, when=when)
