"""The command map: risk sources, facilities by tier, and the order of operations on one sheet for a wall."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum, hypot, inf, isfinite, sqrt
from typing import TYPE_CHECKING

from sim.drill.paper.typeset import no_later_s, no_sooner_s, t_plus
from sim.park import SETTABLE, LinkKind, Storage
from sim.record.column import placed
from sim.record.job import Job, as_ordered, jobs
from sim.record.table import Cell, Table
from sim.report.figures.frame import EDGE_MM, FOOT_LINE_MM, FOOT_PT, USUAL, Box, Drawing, Look, Paper, cubic
from sim.report.figures.legend import legend, mark
from sim.report.figures.lettering import broken
from sim.report.figures.map import draw_scale, fitted_plan, true_or_schematic
from sim.report.figures.map_boxes import Boxes
from sim.report.figures.map_canvas import Canvas
from sim.report.figures.map_clear import Borders, free, taken
from sim.report.figures.map_ground import draw_ground
from sim.report.figures.map_legend import signs_of
from sim.report.figures.map_people import draw_people
from sim.report.figures.panel import Row, high_mm, write_panel
from sim.report.figures.style import PAPER, SOFT, styled
from sim.report.map import Plan
from sim.report.numbers import figure as number
from sim.report.page.crews import ASIDE
from sim.scenario import Inflow, InflowKind

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from sim.result import Result
    from sim.study import Deadline

WIDE_MM, HIGH_MM = 297.0, 210.0
"""The sheet as it is laid out; letters of 5.5 points and more on it are legible at arm's length on A3."""
ENLARGED: Mapping[str, float] = {"A4": 1.0, "A3": sqrt(2), "A1": 2 * sqrt(2)}
"""How many times as wide and high each size of paper is."""
TITLE_PT, BELOW_PT = 14.0, 8.0
HEAD_MM, SIDE_MM, ORDERS_MM, GAP_MM = 14.0, 92.0, 62.0, 4.0
"""Height of the head; width of the column at the right; height of the orders below the map at most; between these."""
FEW = 14
"""Storages up to which a tier is listed by name."""
SOURCE, ORDER = "#b2182b", "#1a1a1a"
"""Colours of numbers on the map: of risk sources, and of operations."""
NUMBER_PT, NUMBER_MM = 6.5, 3.2
AWAY_MM = (2.9, 3.6, 4.5, 6.5, 9.0, 12.0)
"""How far from a link's mark its number may stand."""
ROUND = ((1, 0), (-1, 0), (1, -0.3), (-1, -0.3), (1, 0.3), (-1, 0.3), (0, -1), (0, 1), (0.7, -0.7), (-0.7, -0.7),
         (0.7, 0.7), (-0.7, 0.7))  # fmt: skip
"""In which directions from the mark, right and down."""
LEADER_MM = 5.0
"""From where on a line leads from a number to what it is of."""
BLANK = "＿" * 8
"""Where somebody writes something in."""
MOST_PLACES = 2
"""Places of an inflow that are named; of more, how many they are."""


@dataclass(frozen=True, slots=True)
class _Source:
    """An inflow with its number on the map."""

    number: str
    inflow: Inflow
    volume_m3: float


@dataclass(frozen=True, slots=True)
class _Order:
    """A job with its number on the map, and by when it must be done; inf where nothing hangs on it [s]."""

    number: int
    job: Job
    latest_s: float


@styled()
def draw_command_map(result: Result, deadlines: Sequence[Deadline], look: Look = USUAL) -> Figure:
    """The sheet as it is laid out on A4; `enlarged_files` writes it for A3 and A1. Nothing is saved."""
    of = Drawing(result.park, result.scenario, look)
    paper = Paper(WIDE_MM, HIGH_MM, look.language)
    foot_mm = _foot(paper, of)
    low_mm, left_mm = EDGE_MM + foot_mm, WIDE_MM - 2 * EDGE_MM - SIDE_MM - GAP_MM
    top_mm = HIGH_MM - HEAD_MM - EDGE_MM
    sources, orders = _sources(result), _orders(result, deadlines)
    column_mm, columns = (left_mm - GAP_MM) / 2, _columns(of, orders)
    orders_mm = min(max(high_mm(each, column_mm) for each in columns), ORDERS_MM)
    for place, rows in enumerate(columns):
        box = EDGE_MM + place * (column_mm + GAP_MM), low_mm, column_mm, orders_mm
        write_panel(paper, box, rows, of.say("cmap_more_orders"))
    map_mm = low_mm + orders_mm + GAP_MM
    plan = _map(paper, of, result, (EDGE_MM, map_mm, left_mm, top_mm - map_mm), sources, orders)
    side = WIDE_MM - EDGE_MM - SIDE_MM, low_mm, SIDE_MM, top_mm - low_mm
    write_panel(paper, side, list(_side_rows(of, plan, sources)), of.say("cmap_more"))
    _head(paper, of, result)
    return paper.finished()


def _head(paper: Paper, of: Drawing, result: Result) -> None:
    """What it is of, and how the run ended."""
    verdicts = [
        of.say("cmap_verdict", tier=of.called.tier(each.tier), verdict=of.say(each.word))
        for each in result.verdict.tiers
    ]  # fmt: skip
    title = of.say("cmap_title", scenario=of.called.name(of.scenario))
    below = of.say("cmap_below", park=of.called.name(of.park), verdicts=of.say("cmap_verdict_joint").join(verdicts))
    top, room = HIGH_MM - EDGE_MM, WIDE_MM - 2 * EDGE_MM
    paper.write(title, EDGE_MM, top, TITLE_PT, room, va="top")
    paper.write(below, EDGE_MM, top - 8.0, BELOW_PT, room, va="top", color=SOFT)


def _foot(paper: Paper, of: Drawing) -> float:
    """What the signs mean, and where the numbers come from, at the lower edge; its height [mm]."""
    lines = [line for each in of.foot(of.say("cmap_means")) if each
             for line in broken(each, FOOT_PT, WIDE_MM - 2 * EDGE_MM).split("\n")]  # fmt: skip
    for place, line in enumerate(reversed(lines)):
        paper.write(line, EDGE_MM, EDGE_MM + place * FOOT_LINE_MM, FOOT_PT, color=SOFT)
    return len(lines) * FOOT_LINE_MM + GAP_MM / 2


def _map(paper: Paper, of: Drawing, result: Result, room: Box, sources: Sequence[_Source],
         orders: Sequence[_Order]) -> Plan:  # fmt: skip
    """The park before the accident, what the run touched drawn large, with numbers on it; below it the legend."""
    left, low, wide, high = room
    asked = true_or_schematic(of.park, result.record, (wide, high))
    entries = signs_of(of.called, asked, None)
    if asked.geographic and of.park.crews:
        entries.append(mark(of.say("cmap_way"), color=SOFT, linewidth=0.8, linestyle=(0, (4, 2))))
    signs = legend([entries], wide)
    inner = left, low + signs.high_mm, wide, high - signs.high_mm
    plan, view = fitted_plan(of.park, result.record, Boxes(of.called, None), inner, geographic=asked.geographic)
    up_mm = inner[3] - view.box[3]
    canvas = Canvas(paper, plan, view.higher(up_mm), of.called, None)
    canvas.draw()
    draw_ground(canvas)
    draw_people(canvas)
    _ways(canvas, orders)
    _numbers(canvas, sources, orders)
    if plan.geographic:
        draw_scale(canvas, plan)
    signs.write(paper.figure, left, low + up_mm)
    return plan


def _sources(result: Result) -> list[_Source]:
    """What flows in, without the river that always does: spills and fires first, which have numbers."""
    until_s = result.record.horizon_s
    kinds = (InflowKind.RELEASE, InflowKind.FIRE, InflowKind.PROCESS, InflowKind.RAIN)
    inflows = (each for each in result.scenario.inflows if each.kind in kinds)
    found = sorted(inflows, key=lambda each: kinds.index(each.kind))
    return [
        _Source(f"R{place}" if each.kind in kinds[:3] else "", each, each.volume_m3(until_s))
        for place, each in enumerate(found, start=1)
    ]  # fmt: skip


def _orders(result: Result, deadlines: Sequence[Deadline]) -> list[_Order]:
    """Who does what, numbered as in the papers of a package."""
    latest: dict[str, float] = {}
    for each in deadlines:
        if each.needed:
            latest[each.action] = min(latest.get(each.action, inf), each.latest_s)
    found = as_ordered(jobs(result.record.events, result.record.horizon_s))
    return [_Order(place, each, latest.get(each.id, inf)) for place, each in enumerate(found, start=1)]


def _source_words(of: Drawing, source: _Source) -> str:
    """What comes, and where to."""
    inflow = source.inflow
    what = of.called.name(of.scenario.product) if inflow.kind is InflowKind.RELEASE else of.say(f"cmap_{inflow.kind}")
    several = len(inflow.into) > MOST_PLACES
    places = of.say("cmap_places", count=len(inflow.into)) if several else of.called.listed(
        [of.called.place(id) for id in inflow.into])  # fmt: skip
    return f"{source.number} {of.say('cmap_into', what=what, places=places)}".strip()


def _side_rows(of: Drawing, plan: Plan, sources: Sequence[_Source]) -> Iterator[Row]:
    """The column at the right: risk sources, the facilities of each tier, and room for telephone numbers."""
    yield Row(of.say("cmap_sources"), heading=True)
    yield from (Row(_source_words(of, each), cubic(each.volume_m3)) for each in sources)
    yield _hazards(of)
    for tier in of.park.tiers:
        yield from _tier_rows(of, plan, tier)
    if of.park.crews:
        yield Row(of.say("cmap_contacts"), heading=True)
        yield from (Row(of.called.crew(id), BLANK) for id in of.park.crews)


def _hazards(of: Drawing) -> Row:
    """How many major hazard sources the park has."""
    works = [each.major_hazards for each in of.park.plants.values() if each.major_hazards]
    if not works:
        return Row(of.say("cmap_no_hazards"), lesser=True)
    return Row(of.say("cmap_hazards", works=len(works)), of.say("cmap_hazard_count", count=sum(works)))


def _tier_rows(of: Drawing, plan: Plan, tier: str) -> Iterator[Row]:
    """A tier with its promise and what it can take, its facilities, and its valves and pumps."""
    stored = [each for each in of.park.storages.values() if each.tier == tier]
    usable_m3 = fsum(each.usable_m3 for each in stored if each.counts)
    promise = of.park.tiers[tier].promise.in_language(of.language)
    head = of.say("cmap_tier", tier=of.called.tier(tier), promise=promise) if promise else of.called.tier(tier)
    yield Row(head, of.say("cmap_usable", volume=cubic(usable_m3)), heading=True)
    large = {each.id for each in plan.nodes if each.main and each.sort == "storage"}
    named = [each for each in stored if len(stored) <= FEW or each.id in large]
    yield from (Row(_storage_words(of, each), cubic(each.holds_m3)) for each in named)
    yield from _rest_rows(of, [each for each in stored if each not in named], bool(named))
    kinds = Counter(each.kind for each in of.park.links.values() if of.park.storages[each.source].tier == tier)
    valves = sum(kinds[each] for each in SETTABLE if each is not LinkKind.PUMP)
    counts = {"valves": valves, "pumps": kinds[LinkKind.PUMP]}
    said = [of.say(f"cmap_{key}", count=count) for key, count in counts.items() if count]
    if said:
        yield Row(of.called.listed(said), lesser=True)


def _storage_words(of: Drawing, storage: Storage) -> str:
    """Its name, its length where it is a main or a reach, and whether it is no emergency space."""
    name = of.called.place(storage.id)
    if storage.length_m:
        name = of.say("cmap_mains", name=name, length=f"{number(storage.length_m)} m")
    return name if storage.counts else of.say("cmap_uncounted", name=name)


def _rest_rows(of: Drawing, rest: Sequence[Storage], others: bool) -> Iterator[Row]:
    """What is not named, by kind."""
    for kind, count in Counter((each.kind, each.counts) for each in rest).items():
        some = [each for each in rest if (each.kind, each.counts) == kind]
        words = of.say("cmap_others" if others else "cmap_all", kind=_kind(of, kind[0]), count=count)
        words = words if kind[1] else of.say("cmap_uncounted", name=words)
        yield Row(words, cubic(fsum(each.holds_m3 for each in some)), lesser=True)


def _kind(of: Drawing, kind: str) -> str:
    """What a kind of storages is called; a park's own word as it stands."""
    from sim.words.catalogue import WORDS

    return of.say(f"kind_{kind}") if f"kind_{kind}" in WORDS else kind


def _columns(of: Drawing, orders: Sequence[_Order]) -> list[list[Row]]:
    """The order of operations, in two columns where one would not do."""
    rows = [_order_row(of, each) for each in orders] or [Row(of.say("cmap_no_orders"))]
    first = (len(rows) + 1) // 2
    parts = {"cmap_orders": rows[:first], "cmap_orders_on": rows[first:]}
    return [[Row(of.say(key), heading=True), *part] for key, part in parts.items() if part]


def _order_row(of: Drawing, order: _Order) -> Row:
    """One operation: when it was ordered in the run, what, who, when it was done; by when it must be at the latest."""
    job = order.job
    crew = of.say("cmap_crew", crew=ASIDE.sub("", of.called.crew(job.crew))) if job.crew else ""
    done = job.outcome == "done"
    end = of.say("cmap_done", when=t_plus(no_sooner_s(job.ended_s), of.language)) if done else of.say("cmap_failed")
    words = of.say("cmap_order", number=order.number, start=t_plus(job.ordered_s, of.language),
                   job=of.called.job(job.id), crew=crew, end=end)  # fmt: skip
    latest = t_plus(no_later_s(order.latest_s), of.language) if isfinite(order.latest_s) else ""
    return Row(words, of.say("cmap_latest", when=latest) if latest else "")


def _ways(canvas: Canvas, orders: Sequence[_Order]) -> None:
    """On a true map the way of each crew from where it is at home to where it works."""
    if not canvas.plan.geographic:
        return
    for id, crew in sorted({(each.job.id, each.job.crew) for each in orders if each.job.crew}):
        home = canvas.plan.node(crew, "crew")
        for facility in canvas.called.facilities(id):
            there = _spot(canvas, facility)
            if home is not None and there is not None:
                xs, ys = zip(home.spot or home.middle, there, strict=True)
                canvas.axes.plot(xs, ys, color=SOFT, linewidth=0.8, linestyle=(0, (4, 2)), zorder=2.4)


def _spot(canvas: Canvas, facility: str) -> tuple[float, float] | None:
    """Where a facility stands on the map: a link's mark, a storage's middle; None when it is not drawn."""
    if facility in canvas.spots:
        return canvas.spots[facility]
    node = canvas.plan.node(facility)
    return node.middle if node else None


def _numbers(canvas: Canvas, sources: Sequence[_Source], orders: Sequence[_Order]) -> None:
    """Numbers of risk sources at the storages that they run into, and of operations where they are carried out."""
    at: dict[str, list[str]] = {}
    for source in sources:
        for id in source.inflow.into if source.number else ():
            at.setdefault(id, []).append(source.number)
    others = list(taken(canvas))
    for id, numbers in at.items():
        _number(canvas, id, "·".join(numbers), SOURCE, others)
    at = {}
    for order in orders:
        for id in canvas.called.facilities(order.job.id):
            at.setdefault(id, []).append(str(order.number))
    for id, numbers in at.items():
        _number(canvas, id, "·".join(numbers), ORDER, others)


def _number(canvas: Canvas, facility: str, words: str, colour: str, others: list[Borders]) -> None:
    """A number in a circle beside a facility, where there is room for it; none when it is not drawn or has none."""
    wide, high = (NUMBER_MM + 1.3 * max(len(words) - 2, 0)) / canvas.across_mm, NUMBER_MM / canvas.down_mm
    place = free(canvas, _offered(canvas, facility, wide, high), others)
    if place is None:
        return
    others.append(place)
    x, y = (place[0] + place[2]) / 2, (place[1] + place[3]) / 2
    if facility in canvas.spots:
        mark_x, mark_y = canvas.spots[facility]
        if hypot((x - mark_x) * canvas.across_mm, (y - mark_y) * canvas.down_mm) > LEADER_MM:
            canvas.axes.plot((x, mark_x), (y, mark_y), color=colour, linewidth=0.4, zorder=3.5)
    canvas.write(x, y, words, NUMBER_PT, ha="center", va="center_baseline", color=PAPER, fontweight="normal",
                 bbox={"boxstyle": "round,pad=0.22,rounding_size=0.7", "facecolor": colour, "edgecolor": PAPER,
                       "linewidth": 0.5})  # fmt: skip


def _offered(canvas: Canvas, facility: str, wide: float, high: float) -> Iterator[Borders]:
    """Where a facility's number may stand: round the mark of a link, above or beside a storage."""
    node = canvas.plan.node(facility)
    if facility in canvas.spots:
        x, y = canvas.spots[facility]
        for away in AWAY_MM:
            across, down = away / canvas.across_mm, away / canvas.down_mm
            for right, below in ROUND:
                yield _round(x + right * across, y + below * down, wide, high)
    elif node is not None and node.main:
        above = node.y - (NUMBER_MM / 2 + 0.8 + 2.2) / canvas.down_mm
        below = node.bottom + (NUMBER_MM / 2 + 0.8) / canvas.down_mm
        for share in (0.3, 0.5, 0.7, 0.1, 0.9):
            yield _round(node.x + share * node.width, above, wide, high)
            yield _round(node.x + share * node.width, below, wide, high)
        for y in (node.y + 0.3 * node.height, node.middle[1], node.y + 0.7 * node.height):
            yield _round(node.x - wide / 2 - 0.8 / canvas.across_mm, y, wide, high)
            yield _round(node.right + wide / 2 + 0.8 / canvas.across_mm, y, wide, high)


def _round(x: float, y: float, wide: float, high: float) -> Borders:
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2


COLUMNS = placed("what", "number", "id", "tier", "counts", "volume [m3]", "ordered at [s]", "ended at [s]", "outcome",
                 "latest [s]", "crew")  # fmt: skip
"""Of the table behind the sheet: a row a source, an operation, a storage."""


def command_map_table(result: Result, deadlines: Sequence[Deadline]) -> Table:
    """What the sheet shows, and every storage that it adds up."""
    rows: list[Sequence[Cell]] = [
        ("source", each.number, each.inflow.id, "", None, each.volume_m3, None, None, "", None, "")
        for each in _sources(result)
    ]  # fmt: skip
    for order in _orders(result, deadlines):
        job = order.job
        latest_s = order.latest_s if isfinite(order.latest_s) else None
        rows.append(("operation", str(order.number), job.id, "", None, None, job.ordered_s, job.ended_s, job.outcome,
                     latest_s, job.crew))  # fmt: skip
    rows += [("storage", "", id, each.tier, each.counts, each.holds_m3, None, None, "", None, "")
             for id, each in result.park.storages.items()]  # fmt: skip
    return COLUMNS.table(rows)
