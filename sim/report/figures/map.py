"""The park at an instant: what stands where, how full, what flows, who works, which tier holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sim import __version__
from sim.park import ORIGINS, Park
from sim.record.table import Cell, Table
from sim.report.figures.frame import (
    EDGE_MM,
    FOOT_PT,
    SMALL_PT,
    TOP_MM,
    Box,
    Look,
    Paper,
    foot_lines,
    foot_mm,
    subject,
    write_foot,
    write_head,
)
from sim.report.figures.lettering import broken, fitting_pt
from sim.report.figures.map_boxes import Boxes
from sim.report.figures.map_canvas import Canvas, Frame
from sim.report.figures.map_legend import legend_mm, signs_of, write_legend
from sim.report.figures.map_people import draw_people
from sim.report.figures.style import INK, SOFT, styled
from sim.report.map import Plan, Room, plan_of
from sim.report.map.moment import Moment, moment, worst_s
from sim.report.numbers import after_start
from sim.words import text

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from sim.record.record import Record
    from sim.result import Result

STRETCHES = (1.4, 1.3, 1.2, 1.1, 1.0, 0.95, 0.9, 0.85, 0.8, 0.7, 0.6)
"""How much higher than wide a unit of a schematic may be on paper: the largest that leaves room for all words."""
WORK_LINE_MM = 3.4
HEAD, FOOT = 44.0, 70.0
"""Room above and below a true map for verdicts, and for the scale, in units."""
LEAST, LOW = 44.0, 760.0
"""Height of a box at least, in units: links that leave its side need some; of a true map where the sheet is low."""
NICE_M = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)
"""Lengths of scale bars [m]."""


def draw_map(result: Result, at_s: float | None = None, look: Look = Look()) -> Figure:  # noqa: B008 - frozen
    """The park at an instant [s], the worst when none is named; nothing is saved."""
    with styled():
        return _of_run(result, at_s, look)


def _of_run(result: Result, at_s: float | None, look: Look) -> Figure:
    park, record, language = result.park, result.record, look.language
    when_s = worst_s(result.verdict) if at_s is None else at_s
    now = moment(park, result.scenario, record, result.verdict, when_s)
    plan = plan_of(park, record)
    more = " ".join([*_means(plan, language), *([] if record.trace else [text("map_no_trace", language)])])
    foot = foot_lines(park, result.scenario, look.changes, language, look.sheet.value[0] - 2 * EDGE_MM, more)
    title = text("map_title_worst" if at_s is None else "map_title", language, when=after_start(when_s))
    return _drawn(park, record, look, title, subject(park, result.scenario, language), foot, now)


def draw_park_map(park: Park, look: Look = Look()) -> Figure:  # noqa: B008 - frozen
    """The park alone, with every storage."""
    with styled():
        return _of_park(park, look)


def _of_park(park: Park, look: Look) -> Figure:
    language, plan = look.language, plan_of(park)
    name = park.name.in_language(language) or park.id
    below = text("map_of_park", language, park=name, storages=len(park.storages), links=len(park.links))
    words = [text("map_park_means", language), *([] if plan.geographic else [text("map_schematic", language)])]
    words = [" ".join(words), text("map_source_park", language, park=park.id, version=__version__)]
    room = look.sheet.value[0] - 2 * EDGE_MM
    foot = [line for each in words for line in broken(each, FOOT_PT, room).split("\n")]
    return _drawn(park, None, look, text("map_title_park", language), below, foot, None)


def _means(plan: Plan, language: str) -> list[str]:
    """What is shown, in words."""
    return [text("map_means", language), *([] if plan.geographic else [text("map_schematic", language)])]


def _drawn(park: Park, record: Record | None, look: Look, title: str, below: str, foot: Sequence[str],
           now: Moment | None) -> Figure:  # fmt: skip
    """The paper with all of it."""
    width_mm, most_mm = look.sheet.value
    room, language = width_mm - 2 * EDGE_MM, look.language
    signs = signs_of(park, plan_of(park, record), now, language)
    working = _working(park, now, language)
    under = EDGE_MM + foot_mm(foot) + legend_mm(signs, room)
    low = under + len(working) * WORK_LINE_MM + 2
    space = EDGE_MM, low, room, most_mm - low - EDGE_MM - TOP_MM
    plan, frame = _fitted(park, record, Boxes(park, language, now), space)
    paper = Paper(width_mm, frame.box[1] + frame.box[3] + EDGE_MM + TOP_MM)
    write_head(paper, title, below)
    write_foot(paper, foot)
    write_legend(paper, signs, EDGE_MM + foot_mm(foot))
    for place, words in enumerate(reversed(working)):
        paper.write(words, EDGE_MM, under + 0.8 + place * WORK_LINE_MM, fitting_pt(words, SMALL_PT, room), color=INK)
    canvas = Canvas(paper, plan, frame, park, language, now)
    canvas.draw()
    draw_people(canvas)
    if plan.geographic:
        canvas.verdicts(24.0, -HEAD / 2)
        _scale(canvas, plan, language)
    return paper.finished()


def _fitted(park: Park, record: Record | None, boxes: Boxes, room: Box) -> tuple[Plan, Frame]:
    """The plan with boxes as high as their words need, and where it stands in its room."""
    plan = plan_of(park, record)
    unit = room[2] / (plan.width if plan.geographic else plan.bands[0].width)
    highest = max(room[3] / unit - HEAD - FOOT, LOW)
    if plan.geographic:
        unit = _frame(plan_of(park, record, Room(highest=highest)), room, 1.0).mm()[0]
    large = [each for each in plan.nodes if each.main and each.sort in ("storage", "receiver")]
    high_mm = max((boxes.high_mm(each, each.width * unit) for each in large), default=0.0)
    for stretch in (1.0,) if plan.geographic else STRETCHES:
        plan = plan_of(park, record, Room(max(high_mm / (unit * stretch), LEAST), highest))
        frame = _frame(plan, room, stretch)
        if frame.mm()[1] >= unit * stretch * 0.999:
            break
    return plan, frame


def _frame(plan: Plan, room: Box, stretch: float) -> Frame:
    """Where the map stands: a true one as it is, a schematic stretched, or as high as there is room."""
    left, low, wide, most = room
    if plan.geographic:
        high = HEAD + plan.height + FOOT
        unit = min(wide / plan.width, most / high)
        box = left + (wide - unit * plan.width) / 2, low, unit * plan.width, unit * high
        return Frame(box, 0.0, plan.width, -HEAD, plan.height + FOOT)
    first = plan.bands[0]
    high = min((plan.height - first.y) * wide / first.width * stretch, most)
    return Frame((left, low, wide, high), first.x, first.x + first.width, first.y, plan.height)


def _working(park: Park, now: Moment | None, language: str) -> list[str]:
    """Who works where, or goes there, a line each."""
    if now is None or not park.crews:
        return []
    lines = []
    for number, each in enumerate(now.teams, start=1):
        crew = park.crews[each.crew].name.in_language(language) or each.crew
        sheet = park.sheets[each.sheet].name.in_language(language) or each.sheet
        key = "map_at_work" if each.there_s <= now.at_s else "map_coming"
        lines.append(text(key, language, number=number, crew=crew, sheet=sheet, when=after_start(each.there_s)))
    return lines or [text("map_nobody", language)]


def _scale(canvas: Canvas, plan: Plan, language: str) -> None:
    """A scale bar and north, in the lower left corner."""
    long_m = max(each for each in NICE_M if each <= plan.metres_a_unit * plan.width / 5 or each == NICE_M[0])
    long = long_m / plan.metres_a_unit
    x, y = 24.0, plan.height + FOOT - 8
    axes = canvas.axes
    axes.plot([x, x, x + long, x + long], [y - 8, y, y, y - 8], color=INK, linewidth=0.8, zorder=5)
    axes.text(x + long / 2, y - 6, text("map_scale", language, metres=f"{long_m:,}"), fontsize=6, ha="center",
              va="bottom", zorder=6)  # fmt: skip
    axes.annotate("", xy=(x + long + 50, y - 36), xytext=(x + long + 50, y),
                  arrowprops={"arrowstyle": "-|>", "color": INK, "linewidth": 0.8})  # fmt: skip
    axes.text(x + long + 50, y - 38, text("map_north", language), fontsize=6, ha="center", va="bottom", color=SOFT)


PARK_HEADER = ("sort", "id", "kind", "tier", "from", "to", "capacity [m3 or m3/s]", "east", "north")
"""Of the table behind the map of a park alone; places as they are written, in degrees or m."""


def park_map_table(park: Park) -> Table:
    """Every storage and link of a park, with its place where it has one."""
    rows: list[Sequence[Cell]] = [
        ("storage", id, each.kind, each.tier, "", "", each.capacity_m3,
         *(each.place.east_north if each.place else (None, None)))
        for id, each in park.storages.items()
    ]  # fmt: skip
    rows += [
        ("link", id, each.kind.value, "", each.source, each.target, each.capacity_m3_s or None,
         *(each.place.east_north if each.place else (None, None)))
        for id, each in park.links.items()
    ]  # fmt: skip
    return Table(PARK_HEADER, rows)


HEADER = ("what", "id", "tier", "from", "to", "state", "capacity [m3]", "volume [m3]", "flow [m3/s]", "opening [-]",
          *(f"{origin} [m3 or m3/s]" for origin in ORIGINS))  # fmt: skip
"""Of the table behind a map: a row a tier, storage with water, link with flow, fault or drawn, alarm, sensor
with a fault, and team at work or on its way."""


def map_table(result: Result, at_s: float | None = None) -> Table:
    """What stood where at an instant [s], the worst when none is named."""
    when_s = worst_s(result.verdict) if at_s is None else at_s
    park = result.park
    now = moment(park, result.scenario, result.record, result.verdict, when_s)
    drawn = {edge.id for edge in plan_of(park, result.record).edges}
    rows = [_row("tier", tier, tier, state=verdict.value) for tier, verdict in now.verdicts.items()]
    for id, volume in now.volumes.items():
        if volume.sum() > 0:
            storage = park.storages[id]
            rows.append(_row("storage", id, storage.tier, capacity=storage.capacity_m3, volume=float(volume.sum()),
                             origins=volume.tolist()))  # fmt: skip
    for id in sorted(drawn | set(now.flows) | (set(now.hindered) & set(park.links))):
        link, flow = park.links.get(id), now.flows.get(id)
        source, target = (link.source, link.target) if link else (id.removesuffix(">ground"), "ground")
        rows.append(_row("link", id, park.storages[source].tier, ends=(source, target), opening=now.openings.get(id),
                         flow=None if flow is None else float(flow.sum()), state=" ".join(now.hindered.get(id, ())),
                         origins=None if flow is None else flow.tolist()))  # fmt: skip
    rows += [_row("alarm", id, "", state="alarm") for id in sorted(now.alarms)]
    rows += [_row("sensor", id, "", state=" ".join(now.hindered[id])) for id in park.sensors if id in now.hindered]
    rows += [_row("crew" if each.there_s <= now.at_s else "crew on the way", each.crew, "",
                  ends=("", park.sheets[each.sheet].facility), state=each.sheet) for each in now.teams]  # fmt: skip
    return Table(HEADER, rows)


def _row(
    what: str,
    id: str,
    tier: str,
    ends: tuple[str, str] = ("", ""),
    state: str = "",
    capacity: float | None = None,
    volume: float | None = None,
    flow: float | None = None,
    opening: float | None = None,
    origins: Sequence[float] | None = None,
) -> Sequence[Cell]:
    return what, id, tier, *ends, state, capacity, volume, flow, opening, *(origins or (None,) * len(ORIGINS))
