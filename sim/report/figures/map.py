"""The park at an instant: what stands where, how full, what flows, who works, which tier holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sim import __version__
from sim.called import Called
from sim.check import word
from sim.park import ORIGINS, Park
from sim.park.spill import ends_of
from sim.record.column import placed
from sim.record.table import Cell, Table
from sim.report.figures.frame import EDGE_MM, USUAL, Box, Drawing, Frame, Look
from sim.report.figures.map_boxes import Boxes
from sim.report.figures.map_canvas import Canvas, View
from sim.report.figures.map_ground import draw_ground
from sim.report.figures.map_legend import signs_of
from sim.report.figures.map_people import draw_people
from sim.report.figures.rounding import round_down
from sim.report.figures.style import INK, SMALL_PT, SOFT, styled
from sim.report.map import Node, Plan, Room, plan_of
from sim.report.map.moment import Moment, moment, worst_s
from sim.report.map.true_map import has_places
from sim.report.numbers import after_start

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from sim.record.record import Record
    from sim.result import Result

STRETCHES = (1.4, 1.3, 1.2, 1.1, 1.0, 0.95, 0.9, 0.85, 0.8, 0.7, 0.6)
"""How much higher than wide a unit of a schematic may be on paper: the largest that leaves room for all words."""
WORK_LINE_MM = 3.4
BELOW_MM, CROWDED = 70.0, 1.3
"""Room that a legend and words take, about; how much higher than meant a true map may become when its boxes are
pushed apart."""
HEAD_MM, FOOT_MM = 7.0, 7.5
"""Room above and below a true map for verdicts, and for the scale."""
LEAST, LOW = 44.0, 760.0
"""Height of a box at least, in units: links that leave its side need some; of a true map where the sheet is low."""


@styled()
def draw_map(result: Result, at_s: float | None = None, look: Look = USUAL) -> Figure:
    """The park at an instant [s], the worst when none is named; nothing is saved."""
    park, record, of = result.park, result.record, Drawing(result.park, result.scenario, look)
    when_s = worst_s(result.verdict) if at_s is None else at_s
    now = moment(park, result.scenario, record, result.verdict, when_s)
    plan = _asked(park, record, look)
    untold = [] if record.trace else [of.say("map_no_trace")]
    foot = of.foot(" ".join([of.say("map_means"), *_by_tiers(of.called, plan), *untold]))
    title = of.say("map_title_worst" if at_s is None else "map_title", when=after_start(when_s))
    return _drawn(of.called, record, plan, look, title, of.subject(), foot, now)


@styled()
def draw_park_map(park: Park, look: Look = USUAL) -> Figure:
    """The park alone, with every storage."""
    called, plan = Called(park, language=look.language), _asked(park, None, look)
    below = called.says("map_of_park", park=called.name(park), storages=len(park.storages), links=len(park.links))
    means = " ".join([called.says("map_park_means"), *_by_tiers(called, plan)])
    foot = [means, called.says("map_source_park", park=park.id, version=__version__)]
    return _drawn(called, None, plan, look, called.says("map_title_park"), below, foot, None)


def _asked(park: Park, record: Record | None, look: Look) -> Plan:
    """The map by its sort, for the room that a sheet leaves for it."""
    wide_mm, high_mm = look.sheet.value
    return true_or_schematic(park, record, (wide_mm, high_mm - BELOW_MM))


def true_or_schematic(park: Park, record: Record | None, room_mm: tuple[float, float]) -> Plan:
    """A true map where places are known and there is room for what lies there, so wide and high; else a schematic."""
    wide_mm, high_mm = room_mm
    plan = plan_of(park, record)
    highest = max(high_mm / wide_mm * plan.width, LOW)
    crowded = plan.geographic and plan_of(park, record, Room(highest=highest)).height > CROWDED * highest
    return plan_of(park, record, Room(to_scale=False)) if crowded else plan


def _by_tiers(called: Called, plan: Plan) -> list[str]:
    """That a map is a schematic, and why when it need not be."""
    if plan.geographic:
        return []
    return [called.says("map_crowded" if has_places(called.park) else "map_schematic")]


def _drawn(called: Called, record: Record | None, plan: Plan, look: Look, title: str, below: str, foot: Sequence[str],
           now: Moment | None) -> Figure:  # fmt: skip
    """The paper with all of it; the plan says which sort of map it is."""
    working = _working(called, now)
    frame = Frame(look, title, below, foot, [signs_of(called, plan, now)], len(working) * WORK_LINE_MM + 1)
    space = EDGE_MM, frame.low_mm, frame.room_mm, frame.most_mm
    plan, view = fitted_plan(called.park, record, Boxes(called, now), space, geographic=plan.geographic)
    paper = frame.paper(view.box[3])
    for place, words in enumerate(working, start=1):
        paper.write(words, EDGE_MM, frame.low_mm - place * WORK_LINE_MM, SMALL_PT, frame.room_mm, color=INK)
    canvas = Canvas(paper, plan, view, called, now)
    canvas.draw()
    draw_ground(canvas)
    draw_people(canvas)
    if plan.geographic:
        canvas.verdicts(24.0, -(HEAD_MM - 2) / canvas.down_mm)
        draw_scale(canvas, plan)
    return paper.finished()


def fitted_plan(
    park: Park, record: Record | None, boxes: Boxes, room: Box, *, geographic: bool
) -> tuple[Plan, View]:
    """A map as it fits some room on the paper, and where it stands there."""
    return (_fitted_map if geographic else _fitted_schematic)(park, record, boxes, room)


def _fitted_map(park: Park, record: Record | None, boxes: Boxes, room: Box) -> tuple[Plan, View]:
    """A true map, each box as high as its own words need."""
    most_mm = room[3] - HEAD_MM - FOOT_MM
    highest = max(most_mm / room[2] * plan_of(park, record).width, LOW)
    plan = plan_of(park, record, Room(highest=highest))
    unit = min(room[2] / plan.width, most_mm / min(plan.height, highest))
    heights = {each.id: max(boxes.high_mm(each, each.width * unit) / unit, LEAST) for each in _large(plan)}
    plan = plan_of(park, record, Room(highest=highest, heights=heights))
    return plan, _view(plan, room)


def _fitted_schematic(park: Park, record: Record | None, boxes: Boxes, room: Box) -> tuple[Plan, View]:
    """A schematic, all boxes as high as the highest needs to be."""
    plan = plan_of(park, record, Room(to_scale=False))
    unit = room[2] / plan.bands[0].width
    high_mm = max((boxes.high_mm(each, each.width * unit) for each in _large(plan)), default=0.0)
    for stretch in STRETCHES:
        plan = plan_of(park, record, Room(max(high_mm / (unit * stretch), LEAST), to_scale=False))
        view = _stretched(plan, room, stretch)
        if view.mm()[1] >= unit * stretch * 0.999:
            break
    return plan, view


def _large(plan: Plan) -> list[Node]:
    """What has a name."""
    return [each for each in plan.nodes if each.main and each.sort in ("storage", "receiver")]


def _view(plan: Plan, room: Box) -> View:
    """Where a true map stands: as large as there is room for it, verdicts and scale."""
    left, low, wide, most = room
    unit = min(wide / plan.width, (most - HEAD_MM - FOOT_MM) / plan.height)
    box = left + (wide - unit * plan.width) / 2, low, unit * plan.width, unit * plan.height + HEAD_MM + FOOT_MM
    return View(box, 0.0, plan.width, -HEAD_MM / unit, plan.height + FOOT_MM / unit)


def _stretched(plan: Plan, room: Box, stretch: float) -> View:
    """Where a schematic stands: stretched, or as high as there is room."""
    left, low, wide, most = room
    first = plan.bands[0]
    high = min((plan.height - first.y) * wide / first.width * stretch, most)
    return View((left, low, wide, high), first.x, first.x + first.width, first.y, plan.height)


def _working(called: Called, now: Moment | None) -> list[str]:
    """Who works where, or goes there, a line each."""
    if now is None or not called.park.crews:
        return []
    lines = []
    for number, each in enumerate(now.teams, start=1):
        crew, sheet, when = called.crew(each.crew), called.job(each.sheet), after_start(each.there_s)
        key = "map_at_work" if each.there_s <= now.at_s else "map_coming"
        lines.append(called.says(key, number=number, crew=crew, sheet=sheet, when=when))
    return lines or [called.says("map_nobody")]


def draw_scale(canvas: Canvas, plan: Plan) -> None:
    """A scale bar and north, in the lower left corner."""
    long_m = max(round_down(plan.metres_a_unit * plan.width / 5), 1.0)
    long = long_m / plan.metres_a_unit
    left, low = 24.0, plan.height + (FOOT_MM - 0.8) / canvas.down_mm
    right, tick = left + long, 0.8 / canvas.down_mm
    axes = canvas.axes
    axes.plot([left, left, right, right], [low - tick, low, low, low - tick], color=INK, linewidth=0.8, zorder=5)
    metres = canvas.called.says("map_scale", metres=f"{long_m:,.0f}")
    axes.text((left + right) / 2, low - tick, metres, fontsize=6, ha="center", va="bottom", zorder=6)
    north, up = right + 5 / canvas.across_mm, low - 3.6 / canvas.down_mm
    axes.annotate("", xy=(north, up), xytext=(north, low),
                  arrowprops={"arrowstyle": "-|>", "color": INK, "linewidth": 0.8})  # fmt: skip
    axes.text(north, up, canvas.called.says("map_north"), fontsize=6, ha="center", va="bottom", color=SOFT)


PARK_COLUMNS = placed("sort", "id", "kind", "tier", "from", "to", "capacity [m3 or m3/s]", "east", "north")
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
    return PARK_COLUMNS.table(rows)


COLUMNS = placed("what", "id", "tier", "from", "to", "state", "capacity [m3]", "volume [m3]", "flow [m3/s]",
                 "opening [-]", *(f"{origin} [m3 or m3/s]" for origin in ORIGINS))  # fmt: skip
"""Of the table behind a map: a row a tier, storage with water, link with flow, fault or drawn, alarm, sensor
with a fault, and team at work or on its way."""


def map_table(result: Result, at_s: float | None = None) -> Table:
    """What stood where at an instant [s], the worst when none is named."""
    when_s = worst_s(result.verdict) if at_s is None else at_s
    park = result.park
    now = moment(park, result.scenario, result.record, result.verdict, when_s)
    drawn = {edge.id for edge in plan_of(park, result.record).edges}
    rows = [_row("tier", tier, tier, state=word(verdict, tier in now.only_uncounted))
            for tier, verdict in now.verdicts.items()]
    for id, volume in now.volumes.items():
        if volume.sum() > 0:
            storage = park.storages[id]
            rows.append(_row("storage", id, storage.tier, capacity=storage.capacity_m3, volume=float(volume.sum()),
                             origins=volume.tolist()))  # fmt: skip
    for id in sorted(drawn | set(now.flows) | (set(now.hindered) & set(park.links))):
        ends, flow = ends_of(park, id), now.flows.get(id)
        rows.append(_row("link", id, park.storages[ends[0]].tier, ends=ends, opening=now.openings.get(id),
                         flow=None if flow is None else float(flow.sum()), state=" ".join(now.hindered.get(id, ())),
                         origins=None if flow is None else flow.tolist()))  # fmt: skip
    rows += [_row("alarm", id, "", state="alarm") for id in sorted(now.alarms)]
    rows += [_row("sensor", id, "", state=" ".join(now.hindered[id])) for id in park.sensors if id in now.hindered]
    rows += [_row("crew" if each.there_s <= now.at_s else "crew on the way", each.crew, "",
                  ends=("", park.sheets[each.sheet].facility), state=each.sheet) for each in now.teams]  # fmt: skip
    return COLUMNS.table(rows)


def _row(what: str, id: str, tier: str, ends: tuple[str, str] = ("", ""), state: str = "",
         capacity: float | None = None, volume: float | None = None, flow: float | None = None,
         opening: float | None = None, origins: Sequence[float] | None = None) -> Sequence[Cell]:  # fmt: skip
    return what, id, tier, *ends, state, capacity, volume, flow, opening, *(origins or (None,) * len(ORIGINS))
