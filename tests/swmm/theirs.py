"""A drawn network in SWMM's own elements."""

from math import sqrt

from tests.swmm.draw_networks import FEELING, ROWS

ORDER = ("STORAGE", "OUTFALLS", "PUMPS", "ORIFICES", "WEIRS", "OUTLETS", "XSECTIONS", "CURVES", "INFLOWS", "TIMESERIES",
         "CONTROLS")  # fmt: skip
"""Sections; rules last, since they look at the kinds of links that have been read."""
APART_M = 40.0
"""From the floor of one storage to that of the next, so that water falls freely between them [m]."""
FILM_M = 0.003
"""Depth over which a fixed flow begins [m]; SWMM has none without a depth."""
EDGE_H = 0.5 / 3600
"""Half of the time in which a pulse begins or ends [h]."""


def text(net):
    """Everything but options."""
    parts = {section: [] for section in ORDER}

    def add(section, *cells):
        parts[section].append(" ".join(str(each) for each in cells))

    heights = _heights_m(net)
    for basin in net.basins:
        _storage(add, basin, heights[basin.id])
        _series(add, net, basin.id)
    for way in net.ways:
        if way.target is None:
            add("OUTFALLS", f"end-{way.id}", -20, "FREE", "NO")
        _link(add, way, way.target or f"end-{way.id}")
        _rules(add, way)
    if not parts["OUTFALLS"]:
        _spare(add, net.basins[-1])
    return "".join("\n".join([f"[{name}]", *lines, ""]) for name, lines in parts.items() if lines)


def _heights_m(net):
    """Each floor far below the one before, but where a way feels the water behind it."""
    tied = {way.source for way in net.ways if way.kind in FEELING}
    found, height = {}, 0.0
    for basin in reversed(net.basins):
        found[basin.id] = height + basin.floor_m if basin.id in tied else height + APART_M
        height = found[basin.id]
    return found


def _storage(add, basin, height_m):
    curve = ("TABULAR", basin.id)
    if basin.kind == "vertical":
        curve = ("FUNCTIONAL", 0, 0, basin.length_m * basin.bottom_m)
    elif basin.kind == "trapezoid":
        curve = ("FUNCTIONAL", 2 * basin.side * basin.length_m, 1, basin.length_m * basin.bottom_m)
    else:
        depths = [basin.wall_m * row / ROWS for row in range(ROWS + 1)]
        if basin.kind == "slope":  # straight below and above
            depths = sorted({0.0, min(basin.bed * basin.length_m, basin.wall_m), basin.wall_m})
        for place, depth in enumerate(depths):
            add("CURVES", basin.id, *(() if place else ("STORAGE",)), depth, basin.area_m2(depth))
    add("STORAGE", basin.id, height_m, basin.wall_m, basin.first_m, *curve, 0, 0)


def _series(add, net, basin):
    """All pulses of a basin as one series of points."""
    pulses = [each[1:] for each in net.pulses if each[0] == basin]
    if not pulses:
        return
    add("INFLOWS", basin, "FLOW", f"in-{basin}", "FLOW", 1, 1)
    edges = sorted({at_s for begins, ends, _ in pulses for at_s in (begins, ends)})
    rate = 0.0
    for at_s in edges:
        following = sum(flow for begins, ends, flow in pulses if begins <= at_s < ends)
        if at_s > 0:
            add("TIMESERIES", f"in-{basin}", f"{at_s / 3600 - EDGE_H:.9f}", f"{rate:.9g}")
        add("TIMESERIES", f"in-{basin}", f"{at_s / 3600 + EDGE_H * (at_s > 0):.9f}", f"{following:.9g}")
        rate = following


def _link(add, way, target):
    ends = (way.id, way.source, target)
    match way.kind:
        case "hole" | "back" | "sluice" | "flap":
            coefficient = 0.61 if way.kind in ("hole", "back") else 0.6
            flap = "YES" if way.kind in FEELING else "NO"
            add("ORIFICES", *ends, "SIDE", way.low_m, coefficient, flap, 0)
            add("XSECTIONS", way.id, "RECT_CLOSED", way.high_m, way.wide_m, 0, 0)
        case "weir" | "crest":
            add("WEIRS", *ends, "TRANSVERSE", way.low_m, 0.42 * sqrt(2 * 9.81), "NO", 0, 0, "NO")
            add("XSECTIONS", way.id, "RECT_OPEN", 6, way.wide_m, 0, 0)
        case "valve":
            add("OUTLETS", *ends, 0, "TABULAR/DEPTH", way.id, "NO")
            add("CURVES", way.id, "Rating", 0, 0)
            add("CURVES", way.id, FILM_M, way.flow_m3_s)
            add("CURVES", way.id, 50, way.flow_m3_s)
        case "pump":
            add("PUMPS", *ends, way.id, "ON", 0, 0)
            add("CURVES", way.id, "PUMP4", 0, 0)
            add("CURVES", way.id, FILM_M, way.flow_m3_s)
            add("CURVES", way.id, 50, way.flow_m3_s)
        case _:
            add("PUMPS", *ends, way.id, "OFF", way.high_m, way.low_m)
            add("CURVES", way.id, "PUMP2", 1e6, way.flow_m3_s)


def _rules(add, way):
    """Settings by the clock, the later ones above the earlier ones."""
    if way.turns == ((0.0, 1.0),):
        return
    kind = "OUTLET" if way.kind == "valve" else "ORIFICE"
    for number, (at_s, share) in enumerate(way.turns, start=1):
        clock = f"{int(at_s) // 3600}:{int(at_s) % 3600 // 60:02d}:00"
        add("CONTROLS", f"RULE {way.id}-{number}\nIF SIMULATION TIME >= {clock}")
        add("CONTROLS", f"THEN {kind} {way.id} SETTING = {share}\nPRIORITY {number}\n")


def _spare(add, basin):
    """An outfall that no water reaches, since SWMM wants one."""
    add("OUTFALLS", "spare-end", -20, "FREE", "NO")
    add("WEIRS", "spare", basin.id, "spare-end", "TRANSVERSE", basin.wall_m, 1.86, "NO", 0, 0, "NO")
    add("XSECTIONS", "spare", "RECT_OPEN", 6, 0.001, 0, 0)
