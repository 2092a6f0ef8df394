"""The map as SVG that a script can move: storages that fill, links that flow, crews, sensors; whole without script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from sim.check import Arrival, mouth
from sim.park import ORIGINS, SETTABLE, LinkKind, Park
from sim.report.clock import clock_of
from sim.report.map import Band, Edge, Node, Plan
from sim.report.map.moment import Moment
from sim.report.map.shapes import Point
from sim.report.numbers import figure as number
from sim.report.numbers import span
from sim.report.page.crews import ASIDE, crew_names, short_names
from sim.report.page.lettering import fitted
from sim.report.page.marks import placed_marks, placed_names
from sim.report.page.said import Said, leads, link, named, place, tier, words
from sim.result import Result
from sim.words import LANGUAGES

NAMES = ((15.0, 2), (13.5, 2), (12.0, 3))
"""Sizes of a storage's name, in map units, each with the lines that there is room for."""
LINE = 1.08
"""From line to line, in sizes."""
CREWS = ((13.0, 1), (12.0, 1), (11.0, 1))
"""Sizes of a crew's name, on one line."""
CREW_MARGIN_PX = 4.0
NOTHING = Markup("")
INSET_PX = 3.0
"""Between a storage's frame and the water in it."""
MOVED = (*SETTABLE, LinkKind.FLAP_GATE, LinkKind.ORIFICE)
"""Links that show a mark of how they stand."""


def map_svg(result: Result, plan: Plan, now: Moment, over: Sequence[Arrival]) -> Markup:
    """The whole map at an instant, for the script to move on from; with a mark for each receptor `over` its limit."""
    park, marked = result.park, placed_marks(plan, MOVED)
    parts = [
        *(_band(park, band) for band in plan.bands),
        *(_below(node) for node in plan.nodes if node.sort in ("area", "plant")),
        *(_tile(node) for node in plan.nodes if _is_tile(node)),
        *(_edge(park, edge) for edge in plan.edges),
        *(_storage(park, node, now) for node in plan.nodes if node.sort == "storage" and node.main),
        *(_receiver(result, node, over) for node in plan.nodes if node.sort == "receiver"),
        *(_mark(park, edge, at) for edge, at in marked),
        *_mark_names(park, plan, marked),
        *_crews(park, [node for node in plan.nodes if node.sort == "crew"]),
        Markup('<g id="teams"></g>'),
    ]
    return Markup('<svg id="map" viewBox="0 0 {w:g} {h:g}" preserveAspectRatio="xMidYMid meet">{parts}</svg>').format(
        w=plan.width, h=plan.height, parts=Markup("\n").join(parts)
    )


def _is_tile(node: Node) -> bool:
    return (node.sort == "storage" and not node.main) or node.sort in ("catchment", "sensor", "more")


def _texts(said: Said, x: float, y: float) -> Markup:
    """Words at a place in every language, of which the page shows one."""
    return Markup("").join(
        Markup('<text class="say {language}" x="{x:g}" y="{y:g}">{words}</text>').format(
            language=language, x=x, y=y, words=said[language]
        )
        for language in LANGUAGES
    )


def _band(park: Park, band: Band) -> Markup:
    name = tier(park, band.tier) if band.tier else words("page_outside")
    said = _texts(name, band.x + 12, band.y + 20)
    return Markup('<g class="band">{box}{name}</g>').format(box=_box(band, 8), name=said)


def _box(node: Node | Band, round_px: float, about: Markup = NOTHING) -> Markup:
    """The frame of a thing on the map."""
    return Markup('<rect{about} x="{n.x:g}" y="{n.y:g}" width="{n.width:g}" height="{n.height:g}" rx="{r:g}"/>').format(
        n=node, r=round_px, about=about
    )


def _below(node: Node) -> Markup:
    """The frame of an area or a plant."""
    return Markup('<g class="area">{box}</g>').format(box=_box(node, 4))


def _tile(node: Node) -> Markup:
    """Something small that the water did not come to."""
    return _box(node, 0, Markup(' class="tile {n.sort}" data-{n.sort}="{n.id}"').format(n=node))


def _edge(park: Park, edge: Edge) -> Markup:
    """A link: the way, and above it what flows."""
    way = "M" + "L".join(f"{x:g} {y:g}" for x, y in edge.points)
    return Markup(
        '<g class="link {kind}" data-link="{id}" tabindex="0" role="button" aria-label="{name}">'
        '<path class="way" d="{way}"/><path class="flow" d="{way}"/><title>{name}</title></g>'
    ).format(kind=edge.kind, id=edge.id, way=way, name=_title(leads(park, edge.id)))


def _mark(park: Park, edge: Edge, at: Point) -> Markup:
    """How a gate, valve or pump stands: a mark on its way, with its name and what hinders it."""
    name = link(park, edge.id)
    names = Markup("").join(Markup(' data-name-{}="{}"').format(*each) for each in name.items())
    return Markup(
        '<g class="mark {kind}" data-mark="{id}"{names} transform="translate({x:g} {y:g})"><title>{title}</title>'
        '<circle r="7"/><path d="M-3 -3L3 3M-3 3L3 -3"/></g>'
    ).format(kind=edge.kind, id=edge.id, names=names, title=_title(name), x=at[0], y=at[1])


def _mark_names(park: Park, plan: Plan, marked: Sequence[tuple[Edge, Point]]) -> Iterator[Markup]:
    """Names of gates, valves and pumps beside their marks, in each language where there is room for it."""
    for language in LANGUAGES:
        names = [ASIDE.sub("", link(park, edge.id)[language]) for edge, _ in marked]
        for label in placed_names(plan, [at for _, at in marked], names):
            yield Markup(
                '<text class="mark-name say {language}" x="{x:g}" y="{y:g}" text-anchor="{anchor}">{words}</text>'
            ).format(language=language, x=label.at[0], y=label.at[1], anchor=label.anchor, words=label.words)


def _storage(park: Park, node: Node, now: Moment) -> Markup:
    """A storage that fills: its frame, its water by origin, the level it may stand at, its name and its volume."""
    there = park.storages[node.id]
    volumes = now.volumes.get(node.id, [0.0] * len(ORIGINS))
    inner = node.height - 2 * INSET_PX
    share = there.allowed_m3 / there.holds_m3 if there.holds_m3 > 0 else 1.0
    level = node.bottom - INSET_PX - inner * share
    name = place(park, node.id)
    total = float(sum(volumes))
    return Markup(
        '<g class="storage {kind}" data-storage="{n.id}" data-volume-m3="{total:.3f}" tabindex="0" role="button"'
        ' aria-label="{label}">{frame}{water}<path class="allowed" d="M{x0:g} {level:g}H{x1:g}"/>'
        '<text class="volume" x="{x:g}" y="{y:g}">{shown}</text>{name}</g>'
    ).format(
        kind=there.kind, n=node, total=total, label=_title(name), level=level,
        frame=_box(node, 3, Markup(' class="frame"')),
        water=Markup("").join(_water(node, volumes, there.holds_m3)), x0=node.x, x1=node.right,
        name=_wrapped(name, node), x=node.x + node.width / 2, y=node.bottom - 6,
        shown=f"{number(total)} m³" if now.volumes else "",
    )  # fmt: skip


def _water(node: Node, volumes: object, holds_m3: float) -> Iterator[Markup]:
    """A rectangle for each origin, one on the other from the floor up."""
    bottom = node.bottom - INSET_PX
    inner = node.height - 2 * INSET_PX
    for origin, volume in zip(ORIGINS, volumes, strict=True):  # type: ignore[call-overload]
        height = min(float(volume) / holds_m3, 1.0) * inner if holds_m3 > 0 else 0.0
        bottom -= height
        yield Markup('<rect class="water {origin}" x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}"/>').format(
            origin=origin, x=node.x + INSET_PX, y=bottom, w=node.width - 2 * INSET_PX, h=height
        )


def _receiver(result: Result, node: Node, over: Sequence[Arrival]) -> Markup:
    """What water leaves the park for, with a mark for each receptor below it that saw more than its limit."""
    park = result.park
    below = [each for each in over if mouth(park, park.receptors[each.receptor]) == node.id]
    marks = Markup("").join(_intake(result, each, node, nth) for nth, each in enumerate(below))
    return Markup('<g class="receiver {n.kind}" data-receiver="{n.id}">{box}{name}{marks}</g>').format(
        n=node, box=_box(node, 3), name=_wrapped(place(park, node.id), node), marks=marks
    )


def _intake(result: Result, arrival: Arrival, node: Node, nth: int) -> Markup:
    """A receptor that saw too much: a mark in the box of the water it lies on, numbered from upstream."""
    receptor = result.park.receptors[arrival.receptor]
    when = clock_of(result.scenario.starts)
    said = words("page_intake_mark", receptor=named(receptor.name, receptor.id), when=when(arrival.above_from_s),
                 time=span(arrival.above_for_s))  # fmt: skip
    return Markup(
        '<g class="intake" data-receptor="{id}" tabindex="0" role="img" aria-label="{title}"'
        ' transform="translate({x:g} {y:g})"><title>{title}</title><path d="M0 -10L9 6H-9Z"/>'
        '<text y="4">!</text></g>'
    ).format(id=arrival.receptor, title=_title(said), x=node.x + 16 + 24 * nth, y=node.bottom - 12)


def _crews(park: Park, nodes: Sequence[Node]) -> Iterator[Markup]:
    """Crews at home."""
    if not nodes:
        return
    room = min(node.width for node in nodes) - 2 * CREW_MARGIN_PX
    names, short = crew_names(park), short_names(park, room, CREWS[-1][0])
    for node in nodes:
        x, y = node.middle
        yield Markup('<g class="crew" data-crew="{id}"><title>{title}</title>{box}{name}</g>').format(
            id=node.id, title=_title(names[node.id]), box=_box(node, node.height / 2),
            name=_lines(short[node.id], (x, y + 4.5), room, CREWS, middled=True),
        )  # fmt: skip


def _title(said: Said) -> str:
    """A name in every language, for whoever cannot see which is shown."""
    return " / ".join(dict.fromkeys(said.values()))


def _wrapped(said: Said, node: Node) -> Markup:
    """A name in a few lines from the upper edge of a node, middled."""
    return _lines(said, (node.x + node.width / 2, node.y + 1), node.width - 8, NAMES)


def _lines(said: Said, at: tuple[float, float], most_px: float, sizes: Sequence[tuple[float, int]],
           middled: bool = False) -> Markup:  # fmt: skip
    """Words in lines below a point, or on it, in the first of some sizes in which they fit."""
    found: list[Markup] = []
    for language in LANGUAGES:
        size, lines = fitted(said[language], most_px, sizes)
        for row, line in enumerate(lines, 0 if middled else 1):
            found.append(
                Markup(
                    '<text class="name say {language}" font-size="{size:g}" x="{x:g}" y="{y:g}">{line}</text>'
                ).format(language=language, size=size, x=at[0], y=round(at[1] + row * size * LINE, 2), line=line)
            )
    return Markup("").join(found)
