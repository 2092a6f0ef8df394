"""The page of a run: one file that needs nothing else, in both languages."""

from __future__ import annotations

import gzip
from base64 import b64encode
from collections.abc import Mapping, Sequence
from typing import Any

from sim.called import Called
from sim.check import assumed
from sim.park import KNOWN_ORIGINS, ORIGINS
from sim.report.basis import basis_lines
from sim.report.clock import clock_of
from sim.report.doubts import noted_lines
from sim.report.downstream import downstream_lines
from sim.report.figures.frame import USUAL, Look, varied
from sim.report.map import Plan, plan_of
from sim.report.map.moment import moment, worst_s
from sim.report.missing import missing_lines
from sim.report.numbers import exact, lasting
from sim.report.page.answer import below_headline, deciding, headline, intakes_answer, tier_answers
from sim.report.page.charts import charts_data
from sim.report.page.drawing import map_svg
from sim.report.page.replay import REPLAY_WORDS, SPEED_S, replay_data, speeds
from sim.report.page.said import Said, named, place, said_lines, words
from sim.report.page.shell import as_json, filled_in, of_languages, shell
from sim.report.page.tables import MOST_ASSUMPTIONS, tables
from sim.report.people import people_lines
from sim.report.reconciliation import unit_of
from sim.report.sections import section_lines
from sim.report.terminal import ledger_line
from sim.report.treatment import counted_lines, refusal_lines
from sim.result import Result
from sim.result.tables import assumptions_table
from sim.study import Deadline
from sim.words import LANGUAGES
from sim.words.catalogue import template

STYLES = ("replay.css", "charts.css")
SCRIPTS = ("replay.js", "played.js", "charts.js")
OWN_WORDS = ("page_all", "page_time_axis", "page_chart_room", "page_chart_beside", "page_found", "page_found_none")
"""Words of the catalogue that the scripts say, beside those of the replay."""


def page_html(
    result: Result,
    deadlines: Sequence[Deadline],
    resolved: Mapping[str, str],
    inputs_hash: str,
    look: Look = USUAL,
) -> str:
    """The whole page; `resolved` are the input's texts by the names of their files.

    Raises:
        InputError: jinja2 is not installed.
    """
    return filled_in("page.html", _parts(result, deadlines, resolved, inputs_hash, look), "".join(resolved.values()))


def _parts(
    result: Result, deadlines: Sequence[Deadline], resolved: Mapping[str, str], inputs_hash: str, look: Look
) -> dict[str, Any]:
    """Everything that the template puts into its places."""
    park, scenario, record = result.park, result.scenario, result.record
    plan = plan_of(park, record)
    at_s = worst_s(result.verdict)
    moves = record.trace is not None
    of_park = named(park.name, park.id)
    of_scenario = {language: varied(name, look.pick) for language, name in named(scenario.name, scenario.id).items()}
    replay, charts, shown = replay_data(result, deadlines, plan, at_s), charts_data(result), tables(result, deadlines)
    over = [each for each in result.downstream.arrivals if each.hit]
    js = (*(SCRIPTS if moves else ()), "page.js")
    return {
        **shell(look.language, inputs_hash, STYLES, js),
        "kicker": words("page_report"),
        "title": words("page_title", scenario=of_scenario, park=of_park),
        "scenario": of_scenario,
        "park": of_park,
        "when": _when(result),
        "changes": [words("changed", change=each) for each in look.changes],
        "notes": said_lines(result, noted_lines),
        "headline": headline(result),
        "below": below_headline(result),
        "intakes": intakes_answer(result),
        "deciding": deciding(result, deadlines),
        "tiers": tier_answers(result, deadlines),
        "moves": moves,
        "origins": ORIGINS if record.ledger.corrected.any() else KNOWN_ORIGINS,
        "map": map_svg(result, plan, moment(park, scenario, record, result.verdict, at_s), over),
        "whole_run": words("page_whole_run", span=lasting(record.horizon_s)),
        "receptors": bool(over),
        "horizon": record.horizon_s,
        "until": replay["until"],
        "speeds": [(each, said, each == SPEED_S) for each, said in speeds()],
        "events": replay["events"],
        "charts": charts,
        "picks": _picks(result, plan),
        "tables": shown,
        "more_assumed": _more_assumed(result),
        "rests": said_lines(result, lambda called: _rests(result, called)),
        "missing": said_lines(result, missing_lines),
        "data": as_json({"replay": replay, "charts": charts, "words": _words(), "languages": of_languages()}),
        "inputs": {name: _packed(text) for name, text in sorted(resolved.items())},
    }


def _when(result: Result) -> Said:
    horizon = lasting(result.scenario.horizon_s)
    if not result.scenario.starts:
        return words("page_horizon_only", horizon=horizon)
    return words("page_horizon", horizon=horizon, starts=result.scenario.starts[:16].replace("T", " "))


def _picks(result: Result, plan: Plan) -> list[tuple[str, Said, bool]]:
    """Storages whose chart one may ask for; the tightest of the outermost tier reached is shown first."""
    tightest = [tier.tightest.storage for tier in result.verdict.tiers if tier.tightest]
    reached = [margin.storage for tier in result.verdict.tiers for margin in tier.reached]
    drawn = {node.id for node in plan.nodes if node.main and node.sort == "storage"}
    ids = [id for id in dict.fromkeys([*reached, *sorted(drawn)]) if id in drawn]
    first = tightest[-1] if tightest else (ids[0] if ids else "")
    return [(id, place(result.park, id), id == first) for id in ids]


def _rests(result: Result, called: Called) -> list[str]:
    """What the terminal says below its table, and published totals that the parts do not add up to."""
    park, scenario, record = result.park, result.scenario, result.record
    when = clock_of(scenario.starts)
    totals = [
        called.says("page_published", name=each.published.id, value=exact(each.published.value), sum=exact(each.found),
                    unit=unit_of(each), difference=exact(abs(each.difference)))
        for each in park.reconcile() if not each.agrees
    ]  # fmt: skip
    return [
        ledger_line(called, record.ledger),
        *basis_lines(called, result.verdict, assumed(park, scenario, record), see=True),
        *section_lines(called, result.sections, when),
        *downstream_lines(called, result.downstream, when),
        *counted_lines(called),
        *refusal_lines(called, record, when),
        *people_lines(called, record),
        *totals,
    ]


def _more_assumed(result: Result) -> Said | None:
    count = len(assumptions_table(result.park, result.scenario).rows)
    return words("page_more_assumed", shown=MOST_ASSUMPTIONS, all=f"{count:,}") if count > MOST_ASSUMPTIONS else None


def _words() -> dict[str, Any]:
    """What the scripts say, in each language."""
    keys = [*REPLAY_WORDS, *OWN_WORDS]
    return {key: {language: template(key, language) for language in LANGUAGES} for key in keys}


def _packed(text: str) -> str:
    """A text, packed by gzip, in letters."""
    return b64encode(gzip.compress(text.encode("utf-8"), mtime=0)).decode("ascii")
