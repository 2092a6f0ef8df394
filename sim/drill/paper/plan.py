"""The exercise plan (演练方案) as a Word document: what exercise control and evaluators agree on beforehand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sim.check.reports import duties_of
from sim.drill.brief import Brief
from sim.drill.exercise import ExerciseType
from sim.drill.line import Kind, Line
from sim.drill.master_list import Incident, MasterList
from sim.drill.paper.assumptions import assumed_of
from sim.drill.paper.heading import date_text, facts, names_of, title_of
from sim.drill.paper.labels import TYPES
from sim.drill.paper.parts import parts
from sim.drill.paper.roles import Role, roles
from sim.drill.paper.row import Row
from sim.drill.paper.scene import verdict_text
from sim.drill.paper.sheets import called, sheet_cells
from sim.drill.paper.speech import what_is_done
from sim.drill.paper.times import ends_s
from sim.drill.paper.typeset import span, t_plus, typeset
from sim.office.document import Document
from sim.park import ReportDuty
from sim.park.report_duty import Grade
from sim.record.column import Sort, columns, placed
from sim.regulation import article, regulation
from sim.units import volume_text
from sim.words import text as say

AFTER = {"drills": "drill-basics", "scripts": "drill-scripts", "hseep": "hseep"}
"""The rules that its structure follows, by where the words name them."""


def when(row: Row) -> str:
    """Exercise clock, T+, and of which incident where there are several."""
    return "\n".join(filter(None, [f"{row.clock}\t", row.t_plus, row.incident]))


TIERS = placed(("tier", 3), ("promise", 3), ("paper_verdict", 4), ("paper_tightest", 6))
ROLES = columns(Role, ("role", "name", 5), ("duty", 11))
SCHEDULE = placed(
    ("paper_clock", Sort.CLOCK, 2.6), ("t_plus", Sort.AMOUNT, 2.6), ("incident_clock", Sort.CLOCK, 2.8), ("what", 9)
)
INJECTS = columns(Row, ("number", Sort.COUNT, 1.2), ("time", when, 2.8), ("what", "text", 8), ("from_to", "way", 4.5))
CONTINGENCIES = placed(("number", Sort.COUNT, 1.2), ("condition", 4.6), ("what", 6), ("missed", 4.8))
ACTIONS = columns(
    Row, ("number", Sort.COUNT, 1.1), ("time", when, 2.2), ("what", "text", 4.6),
    ("drill_planned", "done", Sort.AMOUNT, 1.9), ("deadline", 2.3), ("slack", Sort.AMOUNT, 1.6),
    ("missed", 3.6),
)  # fmt: skip
COMMUNICATION = placed(("role", 5), ("reaches_by", 3.5), ("reached_from", 5), ("line_number", 3.5))
FORM = placed(
    ("number", Sort.COUNT, 1.1), ("evaluate", 4.6), ("evidence", 2.2), ("drill_planned", Sort.AMOUNT, 1.8),
    ("deadline", 2.1), ("actual", 1.5), ("rating_p", 0.7), ("rating_s", 0.7), ("rating_m", 0.7),
    ("rating_u", 0.7), ("evaluator_notes", 2),
)  # fmt: skip
REPORTS = placed(
    ("number", Sort.COUNT, 1.2), ("what", 4.6), ("from_to", 4.6), ("deadline", 2.6), ("reports_rule", 3.8)
)
SHEETS = placed(("number", Sort.COUNT, 1.1), ("sheet", 3.8), ("crew", 3.2), ("takes", Sort.AMOUNT, 2.2), ("how", 7.4))


@dataclass(frozen=True, slots=True)
class _Plan:
    """What every chapter needs."""

    document: Document
    master: MasterList
    language: str

    def say(self, key: str, **values: str) -> str:
        return say(key, self.language, **values)

    def row(self, line: Line) -> Row:
        return Row.of(self.master, line, self.language)

    def lines(self, key: str) -> list[str]:
        """Words of several lines."""
        return self.say(key).split("\n")


def write(master: MasterList, folder: Path, language: str) -> list[Path]:
    """Write `plan.LANGUAGE.docx`.

    Raises:
        InputError: python-docx is not installed.
    """
    document = Document(f"{say('plan', language)} - {title_of(master, language)}", language)
    document.cover(say("plan", language), title_of(master, language), facts(master, language),
                   say("confidential", language))  # fmt: skip
    plan = _Plan(document, master, language)
    for chapter in CHAPTERS:
        chapter(plan)
    return [document.write(folder / f"plan.{language}.docx")]


def _general(plan: _Plan) -> None:
    """Purpose, scope, and what it is made after."""
    document = plan.document
    document.heading(plan.say("general"))
    document.heading(plan.say("purpose"), level=2)
    document.text(plan.say("purpose_text"))
    document.points(plan.lines("purpose_points"))
    document.heading(plan.say("scope"), level=2)
    tiers = plan.say("comma").join(tier.name.in_language(plan.language) for tier in plan.master.park.tiers.values())
    document.text(plan.say("scope_text", park=plan.master.park.name.in_language(plan.language), tiers=tiers))
    document.heading(plan.say("standards"), level=2)
    document.text(plan.say("standards_text", **{key: regulation(id).number for key, id in AFTER.items()}))


def _scenario(plan: _Plan) -> None:
    plan.document.heading(plan.say("scenario"))
    for incident in plan.master.incidents:
        if len(plan.master.incidents) > 1:
            plan.document.heading(incident.name.in_language(plan.language), level=2)
        _incident(plan, incident)


def _incident(plan: _Plan, incident: Incident) -> None:
    """An incident in words, and what becomes of every tier if all goes as planned."""
    brief = incident.brief
    if brief is None:
        plan.document.text(incident.name.in_language(plan.language))
        return
    if str(brief.description):
        plan.document.text(brief.description.in_language(plan.language))
    if brief.spilt_m3 > 0:
        product = brief.product.in_language(plan.language)
        spilt = plan.say("scenario_spill", product=product, volume=volume_text(brief.spilt_m3))
        plan.document.text(typeset(spilt, plan.language))
    plan.document.text(plan.say("scenario_ends"), leads=True)
    plan.document.table(TIERS, _tiers(plan, brief))


def _tiers(plan: _Plan, brief: Brief) -> list[tuple[str, ...]]:
    """Every tier with its promise, its verdict and what it hangs on."""
    found: list[tuple[str, ...]] = []
    for tier in brief.tiers:
        there = plan.master.park.tiers[tier.tier]
        left = plan.say("paper_none")
        if tier.tightest is not None:
            place = plan.master.called(plan.language).facility(tier.tightest.storage)
            volume = volume_text(max(tier.tightest.margin_m3, 0.0))
            left = plan.say("paper_room_left", place=place, volume=volume,
                            time=t_plus(tier.tightest.peak_at_s, plan.language))  # fmt: skip
        found.append((there.name.in_language(plan.language), there.promise.in_language(plan.language),
                      verdict_text(tier, plan.language), typeset(left, plan.language)))  # fmt: skip
    return found


def _held(plan: _Plan) -> None:
    """Type, time and place."""
    master = plan.master
    plan.document.heading(plan.say("how_held"))
    rows = [
        (plan.say("type"), TYPES[master.exercise.type].in_language(plan.language)),
        (plan.say("paper_starts"), date_text(master, plan.language)),
        (plan.say("lasts"), span(ends_s(master), plan.language)),
        (plan.say("place"), _places(plan)),
    ]
    plan.document.facts(rows, 3.5)


def _places(plan: _Plan) -> str:
    """Where people meet, or where they go."""
    how = plan.master.exercise.type
    if how is ExerciseType.TABLE_TOP:
        return plan.say("places_table")
    if how is ExerciseType.FUNCTIONAL:
        return plan.say("places_functional")
    facilities = (plan.master.park.sheets[each].facility for each in called(plan.master))
    names = dict.fromkeys(plan.master.called(plan.language).facility(each) for each in facilities)
    return plan.say("places_field", places=plan.say("semicolon").join(names) or plan.say("paper_none"))


def _organisation(plan: _Plan) -> None:
    plan.document.heading(plan.say("organisation"))
    plan.document.text(plan.say("organisation_text"), leads=True)
    plan.document.table(ROLES, roles(plan.master, plan.language))


def _schedule(plan: _Plan) -> None:
    """When phases begin and where the clock is put forward, by all clocks."""
    plan.document.heading(plan.say("schedule"))
    plan.document.text(plan.say("schedule_text"), leads=True)
    rows = []
    for part in parts(plan.master):
        named = f"{names_of(part.incidents, plan.language)}\t\n" if len(plan.master.incidents) > 1 else ""
        for phase, lines in part.sections:
            begins = plan.say("paper_begins", phase=plan.say(f"phase_{phase}"))
            rows.append(_times(plan, lines[0], named + begins))
            rows += [_times(plan, line, plan.row(line).text) for line in lines if line.kind is Kind.JUMP]
            named = ""
    rows.append(_times(plan, plan.master.lines[-1], plan.say("ends")))
    plan.document.table(SCHEDULE, rows)


def _times(plan: _Plan, line: Line, what: str) -> tuple[str, ...]:
    row = plan.row(line)
    return row.clock, row.t_plus, row.incident_clock or plan.say("paper_none"), what


def _injects(plan: _Plan) -> None:
    plan.document.heading(plan.say("injects"))
    plan.document.heading(plan.say("paper_rules"), level=2)
    plan.document.points(plan.lines("rules_text"))
    plan.document.heading(plan.say("inject_list"), level=2)
    plan.document.table(INJECTS, map(plan.row, plan.master.of(Kind.INJECT)))
    contingencies = [(line, plan.row(line)) for line in plan.master.of(Kind.CONTINGENCY)]
    if contingencies:
        plan.document.heading(plan.say("contingencies"), level=2)
        cells = [(row.number, _condition(plan, line, row), row.text, row.missed) for line, row in contingencies]
        plan.document.table(CONTINGENCIES, cells)


def _condition(plan: _Plan, line: Line, row: Row) -> str:
    sheet = what_is_done(plan.master, line, plan.language) if line.sheet else _awaited(plan, line)
    return plan.say("condition_text", sheet=sheet, clock=row.clock, time=row.t_plus)


def _awaited(plan: _Plan, line: Line) -> str:
    """What the action of the script is called whose absence a contingency is let go for."""
    same = (x for x in plan.master.of(Kind.ACTION) if (x.incident, x.action) == (line.incident, line.action))
    action = next(same, None)
    return what_is_done(plan.master, action, plan.language) if action else line.action


def _actions(plan: _Plan) -> None:
    plan.document.heading(plan.say("paper_actions"))
    plan.document.text(plan.say("actions_text"), leads=True)
    plan.document.table(ACTIONS, map(plan.row, plan.master.of(Kind.ACTION)))


def _safety(plan: _Plan) -> None:
    plan.document.heading(plan.say("safety"))
    plan.document.points(plan.lines("safety_text"))


def _communication(plan: _Plan) -> None:
    plan.document.heading(plan.say("communication"))
    join = plan.say("comma").join
    rows = [(each.name, join(each.media), join(each.callers), "") for each in roles(plan.master, plan.language)]
    plan.document.table(COMMUNICATION, rows)


def _evaluation(plan: _Plan) -> None:
    """Ratings, and a form with a row for each action and report."""
    plan.document.heading(plan.say("evaluation"))
    plan.document.heading(plan.say("criteria"), level=2)
    plan.document.points(plan.lines("criteria_text"))
    plan.document.heading(plan.say("form"), level=2)
    rows = []
    for line in plan.master.of(Kind.ACTION, Kind.REPORT):
        row = plan.row(line)
        what = f"{what_is_done(plan.master, line, plan.language)}\t\n{row.evaluate}"
        rows.append((row.number, what, row.evidence, row.done, row.deadline, "", *"□□□□", ""))
    plan.document.table(FORM, rows)


def _reports(plan: _Plan) -> None:
    plan.document.heading(plan.say("paper_reports"))
    rows = [plan.row(line) for line in plan.master.of(Kind.REPORT)]
    if not rows:
        plan.document.text(plan.say("reports_none"))
        return
    lines = zip(plan.master.of(Kind.REPORT), rows, strict=True)
    cells = [(row.number, row.text, row.way, row.deadline, _rule(plan, line)) for line, row in lines]
    plan.document.table(REPORTS, cells)
    instead = [_instead(plan, duty) for duty in duties_of(plan.master.park).values() if duty.grade is Grade.MINOR]
    if instead:
        plan.document.text(plan.say("reports_grade"), leads=True)
        plan.document.points(instead)
    rule = article("plan-measures", 33).in_language(plan.language)
    plan.document.text(plan.say("reports_drill", rule=rule))


def _rule(plan: _Plan, line: Line) -> str:
    """The rule behind a report of the table; empty for one of a designer, and for the closing of a warning."""
    duty = duties_of(plan.master.park).get(line.key.rpartition("/")[2])
    return duty.rule.in_language(plan.language) if duty and not line.is_own else ""


def _instead(plan: _Plan, duty: ReportDuty) -> str:
    """A report that is owed in place of others once the grade is settled."""
    names = {"sender": duty.sender, "receiver": duty.receiver, "rule": duty.rule}
    said = {key: name.in_language(plan.language) for key, name in names.items()}
    return plan.say("reports_instead", time=span(duty.within_s, plan.language), **said)


def _assumptions(plan: _Plan) -> None:
    """What is assumed of the facilities that the exercise touches."""
    plan.document.heading(plan.say("appendix_a"), numbered=False)
    for incident in plan.master.incidents:
        _assumed(plan, incident)
    plan.document.text(plan.say("assumed_reports_own" if plan.master.park.reports else "assumed_reports"))


def _assumed(plan: _Plan, incident: Incident) -> None:
    brief = incident.brief
    if brief is None:
        plan.document.text(plan.say("assumed_unknown"))
        return
    numbers = {"count": brief.assumed.count, "total": brief.assumed.total, "met": len(brief.assumed.met)}
    values = {key: f"{number:,}" for key, number in numbers.items()}
    plan.document.text(
        plan.say("assumed_count", incident=incident.name.in_language(plan.language), **values), leads=True
    )
    rows = assumed_of(plan.master, incident, brief, plan.language)
    if rows:
        plan.document.table(placed(("facility", 6), ("assumed_numbers", 11)), rows)
    else:
        plan.document.text(plan.say("paper_assumed_none"))


def _sheets(plan: _Plan) -> None:
    plan.document.heading(plan.say("appendix_b"), numbered=False)
    sheets = called(plan.master)
    if not sheets:
        plan.document.text(plan.say("sheets_none"))
        return
    park, numbers = plan.master.park, count(1)
    names = plan.master.called(plan.language)
    rows = [(str(next(numbers)), *sheet_cells(names, park.sheets[each])) for each in sheets]
    plan.document.table(SHEETS, rows)


CHAPTERS: tuple[Callable[[_Plan], None], ...] = (
    _general, _scenario, _held, _organisation, _schedule, _injects, _actions, _safety, _communication, _evaluation,
    _reports, _assumptions, _sheets,
)  # fmt: skip
